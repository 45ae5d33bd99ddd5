"""The notebook for nbgrader in a real course: validated, released, handed in and graded."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from quizgen import player
from quizgen.formats import _nbgrader
from quizgen.formats._player_payload import payload
from quizgen.model import Worksheet

from . import sample
from .course import ASSIGNMENT, Course, validate

PROGRESS = "bus-sekolah-listrik.progress.json"
POINTS = {
    "grade-1": 2, "grade-2": 2, "grade-3": 3, "grade-4": 3, "grade-5": 2, "grade-6": 3,
    "answer-9": 4, "grade-8": 3, "grade-9": 2, "grade-10": 1,
}  # fmt: skip
HALF = {
    "detail-aaaa1111": 1,
    "meaning-bbbb2222": 1,
    "detail-cccc3333": [0],
    "true-false-dddd4444": [0, 1, 0],
    "gloss-match-eeee5555": [0, 1, None],
    "sequence-aaaa8888": [0, 1, 3, 2],
    "short-answer-ffff6666": [" FEBRUARI 2024."],
    "short-answer-ffff7777": ["Bumi Asri–Bukit Damar", "Bumi Asri–Sarunai"],
    "banked-cloze-bbbb1111": ["dipilih", "mengisi", "membayar"],
    "word-order-bbbb3333": [2, 0, 3, 1],
}
HALF_SCORES = {
    "grade-1": 1, "grade-2": 0, "grade-3": 2, "grade-4": 0, "grade-5": 1, "grade-6": 2,
    "answer-9": None, "grade-8": 2, "grade-9": 0, "grade-10": 0,
}  # fmt: skip


def right_answers() -> dict[str, Any]:
    sheet = sample.worksheet()
    sections = payload(sheet, sheet.sections)["sections"]
    items = [item for section in sections for item in section["items"]]
    return {
        item["id"]: _nbgrader.model_answer(item)
        for item in items
        if item["response"] != "free-text"
    }


def keep(folder: Path, answers: dict[str, Any], *, right: bool) -> None:
    """Write answers as the player does; ``right`` is what the file claims of every one."""
    items = {
        name: {"answer": answer, "checked": False, "right": right, "tries": 0, "revealed": False}
        for name, answer in answers.items()
    }
    text = json.dumps({"items": items, "learner": {"name": "Sari"}}, ensure_ascii=False)
    (folder / PROGRESS).write_text(text, encoding="utf-8")


def write_essay(folder: Path) -> None:
    [path] = folder.glob("*.ipynb")
    notebook = json.loads(path.read_bytes())
    [cell] = [cell for cell in notebook["cells"] if cell["id"] == "answer-9"]
    cell["source"] = "Rencana itu menjawab keluhan Joko."
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = Course(tmp_path_factory.mktemp("kuliah"))
    course.folder("source").mkdir(parents=True)
    path = course.folder("source") / "bus-sekolah-listrik.nbgrader.ipynb"
    path.write_bytes(_nbgrader.render(sample.worksheet()))
    course.run("generate_assignment", ASSIGNMENT, "--create")
    return course


@pytest.fixture(scope="module")
def graded(released: Course) -> Course:
    keep(released.submit("benar"), right_answers(), right=False)
    half = released.submit("setengah")
    keep(half, HALF, right=True)
    write_essay(half)
    released.submit("kosong")
    (released.submit("rusak") / PROGRESS).write_text('{"items": {', encoding="utf-8")
    released.run("autograde", ASSIGNMENT, "--create")
    return released


def strings(value: Any) -> list[str]:
    """Return every string in a JSON value, long texts of notebooks put together."""
    if isinstance(value, dict):
        return [text for one in value.items() for text in strings(list(one))]
    if isinstance(value, list):
        if all(isinstance(one, str) for one in value):
            return ["".join(value)]
        return [text for one in value for text in strings(one)]
    return [value] if isinstance(value, str) else []


def key_texts() -> list[str]:
    """Return the words of the key that a reader cannot take from the text itself."""
    sheet = sample.worksheet()
    found = []
    for _, item in sheet.items():
        response = item.response
        found += [o.text for o in getattr(response, "options", ()) if o.correct]
        found += [text for accepted in getattr(response, "answers", ()) for text in accepted]
        found += [pair[1] for pair in getattr(response, "pairs", ())]
        found += filter(None, [getattr(response, "model_answer", "")])
    return [text for text in found if text not in sheet.article.text]


def read(worksheet: Worksheet) -> Any:
    made = _nbgrader.render(worksheet).decode("utf-8")
    return nbformat.reads(made, as_version=4)  # type: ignore[no-untyped-call]


def marks(notebook: Any) -> dict[str, Any]:
    return {
        cell.id: cell.metadata.nbgrader for cell in notebook.cells if "nbgrader" in cell.metadata
    }


def test_it_is_valid_and_the_same_each_time(worksheet: Worksheet) -> None:
    notebook = read(worksheet)
    nbformat.validate(notebook)
    assert _nbgrader.render(worksheet) == _nbgrader.render(replace(worksheet))


def test_a_section_is_worth_the_points_of_its_items(worksheet: Worksheet) -> None:
    told = marks(read(worksheet))
    assert {name: mark.points for name, mark in told.items() if mark.grade} == POINTS


def test_what_grades_is_restored_before_grading(worksheet: Worksheet) -> None:
    told = marks(read(worksheet))
    locked = {name for name, mark in told.items() if mark.locked}
    assert locked == {"setup", "grader", "task-9", *(n for n in POINTS if n.startswith("grade"))}


def test_written_answers_of_a_mixed_section_come_after_the_others(worksheet: Worksheet) -> None:
    items = (sample.CHOICE, sample.ESSAY, sample.ITALIC_CHOICE)
    mixed = replace(worksheet.sections[0], items=items)
    notebook = read(replace(worksheet, sections=(mixed,)))
    told = {name: mark.points for name, mark in marks(notebook).items() if mark.grade}
    assert told == {"grade-1": 2, "answer-3": 4}
    [grade] = [cell.source for cell in notebook.cells if cell.id == "grade-1"]
    assert grade.endswith('grader.grade({"detail-aaaa1111": 1, "meaning-bbbb2222": 2}, key)')


def test_the_source_passes_nbgrader_validate(released: Course) -> None:
    [source] = released.folder("source").glob("*.ipynb")
    assert "passes all the tests" in released.run("validate", str(source))


def test_the_source_fails_with_a_wrong_answer_beside_it(released: Course, tmp_path: Path) -> None:
    [source] = released.folder("source").glob("*.ipynb")
    (tmp_path / source.name).write_bytes(source.read_bytes())
    keep(tmp_path, right_answers() | {"detail-cccc3333": [1]}, right=True)
    assert "VALIDATION FAILED ON 1 CELL(S)" in validate(tmp_path)
    keep(tmp_path, right_answers(), right=False)
    assert "passes all the tests" in validate(tmp_path)


def test_the_released_notebook_passes_once_all_is_answered(
    released: Course, tmp_path: Path
) -> None:
    [release] = released.folder("release").glob("*.ipynb")
    (tmp_path / release.name).write_bytes(release.read_bytes())
    said = validate(tmp_path)
    assert "VALIDATION FAILED ON 10 CELL(S)" in said
    assert "Belum dijawab saat sel ini dijalankan: soal 1, 2." in said
    keep(tmp_path, dict.fromkeys(right_answers(), 0), right=False)
    write_essay(tmp_path)
    assert "passes all the tests" in validate(tmp_path)


def test_the_release_holds_no_key(released: Course) -> None:
    [source] = released.folder("source").glob("*.ipynb")
    [release] = released.folder("release").glob("*.ipynb")
    text = "\n".join(strings(json.loads(release.read_bytes())))
    sealed = re.findall(
        r'^key = "(.+)"$', "\n".join(strings(json.loads(source.read_bytes()))), re.M
    )
    kept = json.dumps([player.decode(one) for one in sealed], ensure_ascii=False)
    hidden = key_texts()
    assert len(sealed) == 9
    assert '"correct": true' in kept
    assert [word for word in hidden if word in text] == []
    assert [one for one in sealed if one in text] == []
    assert not re.search(r'"correct": true|BEGIN (HIDDEN|SOLUTION)', text)
    assert [file.name for file in released.folder("release").iterdir()] == [release.name]


def test_answers_tried_on_the_source_are_not_left_for_the_students(
    worksheet: Worksheet, tmp_path: Path
) -> None:
    notebook = read(worksheet)
    [show] = [cell for cell in notebook.cells if cell.id == "show-1"]
    state = {"items": {"detail-aaaa1111": {"answer": 1, "checked": True, "right": True}}}
    show.source += f"\nworkbook.show(1).state = {state!r}"
    resources = {"metadata": {"path": str(tmp_path)}}
    NotebookClient(notebook, resources=resources, timeout=120).execute()
    assert list(tmp_path.iterdir()) == []


def test_right_answers_get_all_points_whatever_the_file_claims(graded: Course) -> None:
    assert graded.scores("benar") == {**POINTS, "answer-9": 0}


def test_half_right_answers_get_their_share_whatever_the_file_claims(graded: Course) -> None:
    assert graded.scores("setengah") == HALF_SCORES


@pytest.mark.parametrize("student", ["kosong", "rusak"])
def test_no_answers_get_no_points(graded: Course, student: str) -> None:
    assert graded.scores(student) == dict.fromkeys(POINTS, 0)


def test_a_written_answer_waits_for_its_reader(graded: Course) -> None:
    waiting = {name for name, one in graded.grades("setengah").items() if one["needs_manual_grade"]}
    assert waiting == {"answer-9"}


def test_the_feedback_names_wrong_items_and_not_their_key(graded: Course) -> None:
    graded.run("generate_feedback", ASSIGNMENT, "--student", "setengah")
    [page] = graded.folder("feedback", "setengah").glob("*.html")
    text = page.read_text(encoding="utf-8")
    assert "Soal 2: belum tepat." in text
    assert "Soal 4: baru sebagian tepat (2 dari 3 poin)." in text
    assert "Soal 12: belum dijawab sampai lengkap." in text
    assert "Nilai bagian ini: 2 dari 3 poin." in text
    assert [word for word in key_texts() if word in text] == []
