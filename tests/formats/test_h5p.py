"""The H5P package: imported by another program's server, and answered by H5P's rules."""

import io
import json
import re
import zipfile
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from quizgen import corpus, pipeline
from quizgen.formats.h5p import FORMAT
from quizgen.interfaces import omissions_of
from quizgen.model import Categorise, FreeText, Gap, Item, Matching, ShortAnswer, Worksheet
from quizgen.worksheet import Plan

from . import node, sample
from .answers import items, right_and_wrong, sheet, words
from .h5p_quiz import Question, read

ALIKE = str.maketrans({"*": "∗", ":": "꞉", "\\": "∖"})


def content(worksheet: Worksheet) -> dict[str, Any]:
    """Return the parameters as they stand in the package."""
    with zipfile.ZipFile(io.BytesIO(FORMAT.render(worksheet, edition="teacher"))) as archive:
        assert archive.namelist() == ["h5p.json", "content/content.json"]
        made: dict[str, Any] = json.loads(archive.read("content/content.json"))
    return made


@cache
def imported(data: bytes) -> dict[str, Any]:
    """Return what a platform has of the package after its import."""
    made: dict[str, Any] = json.loads(
        node.run("h5p_import.js", "@lumieducation/h5p-server", data).splitlines()[-1]
    )
    return made


def questions(made: dict[str, Any], worksheet: Worksheet) -> list[tuple[Item, list[Question]]]:
    """Return the questions of each item, by the number that a learner sees."""
    found: dict[str, list[Question]] = {}
    for question in read(made):
        numbers = re.findall(r"Soal (\d+)[a-z]?", question.text)
        found.setdefault(numbers[-1], []).append(question)
    return [(i, found.get(str(number), [])) for number, i in worksheet.items()]


def answers(item: Item) -> tuple[list[Any], list[Any]]:
    """Return a right and a wrong answer to each question that the item becomes."""
    right, wrong = right_and_wrong(item)
    match item.response:
        case Gap(bank=bank) if bank:
            # What can be dragged is there once.
            made = [right, [*right[1:], right[0]]]
        case Categorise():
            [*rights], [*wrongs] = right.values(), wrong.values()
            choice = set(item.response.categories) != {"Benar", "Salah"}
            return ([[a] for a in rights], [[a] for a in wrongs]) if choice else (rights, wrongs)
        case Matching():
            made = [[*each.values()] for each in (right, wrong)]
        case _:
            made = [right, wrong]
    if item.response.kind in ("matching", "ordering") or getattr(item.response, "bank", ()):
        made = [[word.translate(ALIKE) for word in each] for each in made]
    return [made[0]], [made[1]]


def check_grades(made: dict[str, Any], worksheet: Worksheet) -> int:
    graded = 0
    for item, asked in questions(made, worksheet):
        if isinstance(item.response, FreeText):
            assert asked == []
            continue
        right, wrong = answers(item)
        assert len(asked) == len(right), item.id
        for question, good, bad in zip(asked, right, wrong, strict=True):
            assert question.grade(good) == question.most, item.id
            assert question.grade(bad) == 0, item.id
            graded += 1
    return graded


def test_right_answers_get_all_and_wrong_ones_nothing(worksheet: Worksheet) -> None:
    assert check_grades(content(worksheet), worksheet) == 13


def test_another_program_imports_it_and_finds_the_same(worksheet: Worksheet) -> None:
    made = imported(FORMAT.render(worksheet, edition="teacher"))
    assert made["title"] == "Bus Sekolah Listrik Mulai Beroperasi di Kota Sarunai (Versi B)"
    assert made["uploaded"] == content(worksheet)
    assert check_grades(made["stored"], worksheet) == 13
    loaded = {name for path in made["scripts"] for name in re.findall(r"H5P\.\w+-[\d.]+", path)}
    wanted = {each["library"].replace(" ", "-") for each in content(worksheet)["questions"]}
    assert loaded == {"H5P.QuestionSet-1.20", *wanted}
    assert len(wanted) == 4


def test_the_platform_takes_away_no_word(worksheet: Worksheet) -> None:
    made = imported(FORMAT.render(worksheet, edition="teacher"))
    for before, after in zip(read(made["uploaded"]), read(made["stored"]), strict=True):
        assert (before.text, before.fields, before.words) == (after.text, after.fields, after.words)


def test_a_sheet_of_the_corpus_is_imported_and_can_be_answered() -> None:
    document = corpus.load_document("putin-pyongyang-4")
    made = pipeline.make_worksheet(document, Plan(count=20))
    assert not omissions_of(FORMAT, made)
    stored = imported(FORMAT.render(made, edition="teacher"))["stored"]
    assert check_grades(stored, made) > 15


def test_the_points_of_the_parts_are_those_of_the_item(worksheet: Worksheet) -> None:
    for item, asked in questions(content(worksheet), worksheet):
        if asked and item.id not in {sample.ORDERING.id, sample.WORD_ORDER.id}:
            assert sum(question.most for question in asked) == item.points, item.id


def test_the_passage_is_in_every_question_but_not_where_it_is_hidden(worksheet: Worksheet) -> None:
    made = content(worksheet)
    hidden = {item.id for section in worksheet.sections if section.hidden for item in section.items}
    for item, asked in questions(made, worksheet):
        for question in asked:
            there = "(1)\u00a0SARUNAI—Pemerintah Kota Sarunai" in question.text
            assert there is (item.id not in hidden)
            assert ("Sumber: Warta Sarunai, 19 Juni 2024." in question.text) is there
            assert ("tanpa melihat teks bacaan" in question.text) is not there
    assert made["disableBackwardsNavigation"] is True
    shown = replace(worksheet, sections=worksheet.sections[:3])
    assert content(shown)["disableBackwardsNavigation"] is False


def test_feedback_says_why_and_cites_the_sentence(worksheet: Worksheet) -> None:
    for item, asked in questions(content(worksheet), worksheet):
        for question in asked:
            params = question.params
            if question.type == "TrueFalse":
                told = [params["behaviour"][f"feedbackOn{side}"] for side in ("Wrong", "Correct")]
            else:
                told = [each["feedback"] for each in params["overallFeedback"]]
            assert [text.split(".")[0] for text in told] == ["Belum tepat", "Benar"]
            assert all("Bukti: " in text and "kalimat" in text for text in told), item.id
            for answer in params.get("answers", ()):
                assert "kalimat" in answer["tipsAndFeedback"]["chosenFeedback"]


def test_short_answers_may_come_in_any_order_and_with_a_hyphen(worksheet: Worksheet) -> None:
    [asked] = {item.id: asked for item, asked in questions(content(worksheet), worksheet)}[
        sample.TWO_ANSWERS.id
    ]
    assert asked.grade(["Bumi Asri-Bukit Damar", "bumi asri–pantai kenari."]) == 2
    assert asked.grade(["Bumi Asri", "Pantai Kenari"]) == 0


def test_a_spelling_item_counts_capitals(worksheet: Worksheet) -> None:
    item = replace(sample.SHORT_ANSWER, type="spelling-repair")
    [(_, [asked])] = one(worksheet, item)
    assert asked.grade(["Februari 2024"]) == 1
    assert asked.grade(["februari 2024"]) == 0


def test_a_gap_inside_a_word_shows_how_many_letters_are_missing(worksheet: Worksheet) -> None:
    [(_, [asked])] = one(worksheet, sample.OPEN_GAP)
    lines = "\u00a0".join("____")
    assert asked.around == (
        f"Menanggapi kel[] ({lines}) itu, Ratna berjanji menambah dua [] pada tahun depan."
    )


def one(worksheet: Worksheet, item: Item) -> list[tuple[Item, list[Question]]]:
    made = replace(worksheet, sections=(replace(worksheet.sections[0], items=(item,)),))
    return questions(content(made), made)


@pytest.mark.parametrize("answer", ["17/6/2024", "5*2", "pukul 10:00"])
@pytest.mark.parametrize("model", [sample.SHORT_ANSWER, sample.OPEN_GAP])
def test_what_cannot_be_written_is_left_out_and_told(
    worksheet: Worksheet, model: Item, answer: str
) -> None:
    response = replace(model.response, answers=((answer,),))
    item = replace(model, prompt="Kapan? {{1}}", response=response)
    made = replace(worksheet, sections=(replace(worksheet.sections[0], items=(item,)),))
    assert content(made)["questions"] == []
    [notice] = omissions_of(FORMAT, made)
    assert "Kapan?" in notice
    known = replace(item, response=replace(response, answers=((answer, "kemarin"),)))
    [(_, [asked])] = one(worksheet, known)
    assert asked.grade(["kemarin"]) == 1


def test_a_long_title_is_cut_where_h5p_ends(worksheet: Worksheet) -> None:
    article = replace(worksheet.article, title="é" * 300)
    made = replace(worksheet, document=replace(worksheet.document, article=article))
    assert len(imported(FORMAT.render(made, edition="teacher"))["title"].encode()) <= 255


def writable(item: Item) -> bool:
    """Return whether no answer to be written has a sign of H5P's own."""
    typed = isinstance(item.response, ShortAnswer) or (
        isinstance(item.response, Gap) and not item.response.bank
    )
    texts = [a for each in item.response.answers for a in each] if typed else []
    return not any(set("*/:") & set(text) for text in texts)


def hostile(made: tuple[Item, ...], title: str) -> Worksheet:
    usable = tuple(item for item in made if writable(item))
    return sheet(usable, title)


SETTINGS = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@settings(max_examples=60, **SETTINGS)
@given(items(), words())
def test_any_words_can_be_answered(made: tuple[Item, ...], title: str) -> None:
    worksheet = hostile(made, title)
    check_grades(content(worksheet), worksheet)


@settings(max_examples=5, derandomize=True, **SETTINGS)
@given(items(), words())
def test_any_words_outlive_the_import(made: tuple[Item, ...], title: str) -> None:
    worksheet = hostile(made, title)
    check_grades(imported(FORMAT.render(worksheet, edition="teacher"))["stored"], worksheet)


def test_each_statement_stands_below_what_the_item_asks(worksheet: Worksheet) -> None:
    [item] = [i for _, i in worksheet.items() if i.id == sample.CATEGORISE.id]
    asked = replace(item, prompt="Apa kata warga?")
    made = replace(worksheet, sections=(replace(worksheet.sections[0], items=(asked,)),))
    [(_, found)] = questions(content(made), made)
    assert len(found) == len(asked.response.statements)
    assert all("Apa kata warga?" in question.text for question in found)
