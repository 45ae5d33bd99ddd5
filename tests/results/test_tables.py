"""What the tables say of a class: scores, attempts, versions, groups, and small classes."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from formats import sample

from quizgen.model import Choice, Option, Worksheet
from quizgen.results import read

from . import handins

ESSAYS = 1


def size(worksheet: Worksheet) -> int:
    return len(handins.items_of(worksheet))


def scored(worksheet: Worksheet) -> list[dict[str, Any]]:
    return [one for one in handins.items_of(worksheet) if one["response"] != "free-text"]


def one_student(folder: Path, worksheet: Worksheet, entries: handins.Entries) -> Any:
    handins.write(folder, "siti", handins.handin(worksheet, "Siti", entries))
    return read(folder)


def rasch_matrix(students: int, items: int, seed: int = 3) -> list[list[bool]]:
    chance = np.random.default_rng(seed)
    hardness = np.linspace(-2, 2, items)
    chances = 1 / (1 + np.exp(hardness - chance.normal(scale=1.4, size=(students, 1))))
    return (chance.random(chances.shape) < chances).tolist()


def single_choice(texts: str, key: str) -> Worksheet:
    """Return a sheet with two items: one of these options, and an easy one to tell students by."""
    options = tuple(Option(text=text, correct=text == key) for text in texts)
    item = replace(sample.CHOICE, response=Choice(options=options))
    section = replace(sample.sections()[0], items=(item, sample.ITALIC_CHOICE))
    return replace(sample.worksheet(), sections=(section,), version="")


def test_points_and_parts_are_counted(folder: Path, worksheet: Worksheet) -> None:
    items = {one["id"]: one for one in scored(worksheet)}
    entries = {name: handins.entry(handins.right(one)) for name, one in items.items()}
    entries["true-false-dddd4444"] = handins.entry([0, 1, 0])
    results = one_student(folder, worksheet, entries)
    most = sum(one["points"] for one in items.values())
    student = results.students.iloc[0]
    assert student["most"] == most
    assert student["score"] == pytest.approx(most - 1)
    assert student["percent"] == round(100 * (most - 1) / most, 1)


def test_an_essay_is_not_counted_but_told(folder: Path, worksheet: Worksheet) -> None:
    results = one_student(folder, worksheet, {})
    assert len(results.items) == size(worksheet) - ESSAYS
    assert "1 soal uraian tidak dihitung" in results.sheets["caution"][0]


def test_the_first_attempt_is_for_items_and_the_last_for_students(
    folder: Path, worksheet: Worksheet
) -> None:
    item = scored(worksheet)[0]
    entries = {item["id"]: handins.entry(handins.right(item), first=handins.wrong(item))}
    results = one_student(folder, worksheet, entries)
    assert (results.students["score"][0], results.students["first_score"][0]) == (1, 0)
    assert results.items["p"][0] == 0
    assert read(folder, attempt="last").items["p"][0] == 1


def test_an_answer_after_the_key_was_shown_is_not_counted(
    folder: Path, worksheet: Worksheet
) -> None:
    one, other = scored(worksheet)[:2]
    shown = {"answer": handins.right(one), "checked": True, "revealed": True}
    tried = handins.entry(handins.right(other), first=handins.right(other)) | {"revealed": True}
    results = one_student(folder, worksheet, {one["id"]: shown, other["id"]: tried})
    student = results.students.iloc[0]
    assert (student["score"], student["first_score"], student["revealed"]) == (0, 1, 2)


def test_an_answer_that_was_never_checked_is_the_first_attempt(
    folder: Path, worksheet: Worksheet
) -> None:
    item = scored(worksheet)[0]
    results = one_student(folder, worksheet, {item["id"]: {"answer": handins.right(item)}})
    assert results.students["first_score"][0] == 1


def test_versions_are_joined_by_the_texts_of_the_options(folder: Path) -> None:
    plain, turned = single_choice("pqrs", "q"), single_choice("srqp", "q")
    sheets = {"A": replace(plain, version="A"), "B": replace(turned, version="B")}
    for number, (version, text) in enumerate([("A", "p"), ("B", "p"), ("B", "s"), ("A", "q")]):
        item = handins.items_of(sheets[version])[0]
        index = [one["text"] for one in item["options"]].index(text)
        entries = {item["id"]: handins.entry(index)}
        handins.write(folder, str(number), handins.handin(sheets[version], str(number), entries))
    results = read(folder)
    assert results.sheets["versions"].tolist() == ["A, B"]
    own = results.distractors[results.distractors["item"] == sample.CHOICE.id]
    chosen = dict(zip(own["option"] + own["text"], own["chosen"], strict=True))
    assert chosen == {"Ap": 2, "Bq": 1, "Cr": 0, "Ds": 1}
    assert results.items["p"][0] == 0.25


def test_of_few_students_no_figure_is_given_that_could_mislead(
    folder: Path, worksheet: Worksheet
) -> None:
    handins.write_class(folder, worksheet, rasch_matrix(9, size(worksheet)))
    results = read(folder)
    assert results.items[["d", "r", "r_rest", "alpha_without"]].isna().all().all()
    assert results.sheets[["alpha", "alpha_low", "error"]].isna().all().all()
    assert set(results.items["codes"]) == {"few"}
    assert results.items["level"].isna().all()
    assert results.distractors[["upper", "lower", "works"]].isna().all().all()
    assert "Baru 9 siswa" in results.sheets["caution"][0]


@pytest.mark.parametrize(("students", "rough"), [(12, True), (30, False)])
def test_figures_of_less_than_thirty_students_are_called_rough(
    folder: Path, worksheet: Worksheet, students: int, rough: bool
) -> None:
    handins.write_class(folder, worksheet, rasch_matrix(students, size(worksheet)))
    results = read(folder)
    assert ("petunjuk kasar" in results.sheets["caution"][0]) is rough
    assert results.sheets["alpha_low"][0] < results.sheets["alpha"][0]


def test_a_rasch_class_comes_back_through_its_files(folder: Path, worksheet: Worksheet) -> None:
    matrix = rasch_matrix(30, size(worksheet))
    handins.write_class(folder, worksheet, matrix)
    items = read(folder).items
    kinds = [one["response"] for one in handins.items_of(worksheet)]
    known = [np.mean(column) for column in zip(*matrix, strict=True)]
    expected = [p for p, kind in zip(known, kinds, strict=True) if kind != "free-text"]
    assert items["p"].tolist() == pytest.approx(expected, abs=1e-4)
    hardness = np.delete(np.linspace(-2, 2, len(kinds)), kinds.index("free-text"))
    assert np.corrcoef(items["p"], hardness)[0, 1] < -0.9


def test_the_order_of_the_files_does_not_matter(folder: Path, worksheet: Worksheet) -> None:
    matrix = rasch_matrix(14, size(worksheet))
    handins.write_class(folder, worksheet, matrix)
    figures = read(folder).items
    for path in folder.iterdir():
        path.unlink()
    random.Random(2).shuffle(matrix)
    handins.write_class(folder, worksheet, matrix)
    columns = ["p", "d", "r", "r_rest", "alpha_without"]
    again = read(folder).items
    assert again[columns].to_numpy() == pytest.approx(figures[columns].to_numpy(), nan_ok=True)


def test_answers_has_every_student_s_points_for_every_item(
    folder: Path, worksheet: Worksheet
) -> None:
    handins.write_class(folder, worksheet, rasch_matrix(3, size(worksheet)))
    results = read(folder)
    sums = results.answers.groupby("file")["points"].sum()
    assert sums.tolist() == results.students.sort_values("file")["score"].tolist()
