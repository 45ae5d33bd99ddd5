"""The pages around the notebooks of a course, built from three texts of the corpus."""

import json
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from quizgen import pipeline, player
from quizgen.course import pages
from quizgen.course.words import PAGES
from quizgen.model import Worksheet
from quizgen.worksheet import Plan

TEXTS = ("kereta-cepat-6", "putin-pyongyang-3", "putin-pyongyang-4")
NAMES = [f"{text}.student.ipynb" for text in TEXTS]


@pytest.fixture(scope="module")
def sheets() -> list[Worksheet]:
    return [pipeline.make_worksheet(pipeline.document(id), Plan(count=6)) for id in TEXTS]


@pytest.fixture(scope="module")
def built(sheets: list[Worksheet]) -> dict[str, bytes]:
    return dict(pages(sheets, NAMES))


def read(built: dict[str, bytes], page: str) -> Any:
    text = built[PAGES[page]].decode("utf-8")
    return nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]


def cell(notebook: Any, name: str) -> str:
    [source] = [cell.source for cell in notebook.cells if cell.id == name]
    return str(source)


def content(notebook: Any) -> dict[str, Any]:
    """Return what the workbook of a page is made from."""
    found = re.search(r"^CONTENT = (\{.*?^\})$", cell(notebook, "setup"), re.M | re.S)
    assert found
    shown: dict[str, Any] = json.loads(found[1])
    return shown


def test_a_course_built_again_has_the_same_bytes(
    sheets: list[Worksheet], built: dict[str, bytes]
) -> None:
    assert dict(pages(sheets, NAMES)) == built


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_valid_and_holds_no_outputs(built: dict[str, bytes], page: str) -> None:
    notebook = read(built, page)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert all(cell.outputs == [] for cell in code)


@pytest.mark.parametrize("page", ["index", "placement", "trainer"])
def test_a_learners_page_runs_where_there_is_no_quizgen(
    built: dict[str, bytes], page: str, tmp_path: Path
) -> None:
    notebook = read(built, page)
    assert "quizgen" not in re.sub(r'"quizgen[-\w]*"|"""quizgen', "", imports(notebook))
    NotebookClient(notebook, resources={"metadata": {"path": str(tmp_path)}}).execute()
    last = notebook.cells[-1].outputs[0].data
    assert "application/vnd.jupyter.widget-view+json" in last


def imports(notebook: Any) -> str:
    found = re.findall(r"^(?:from|import) .*$", cell(notebook, "setup"), re.MULTILINE)
    return "\n".join(found)


def test_the_index_leads_to_every_notebook_and_page(built: dict[str, bytes]) -> None:
    notebook = read(built, "index")
    links = re.findall(r"\]\(([^)]+)\)", cell(notebook, "title") + cell(notebook, "texts"))
    assert {*NAMES, PAGES["placement"], PAGES["trainer"]} == set(links)


def test_texts_of_one_topic_stand_in_one_row(built: dict[str, bytes]) -> None:
    rows = cell(read(built, "index"), "texts").splitlines()
    [row] = [line for line in rows if "putin-pyongyang-3" in line]
    assert "putin-pyongyang-4" in row
    assert "| – |" in row


def test_the_check_asks_four_questions_of_each_level_from_the_easiest_on(
    built: dict[str, bytes],
) -> None:
    shown = content(read(built, "placement"))
    levels = [level for section in shown["sections"] for level in section["items"].values()]
    assert levels == sorted(levels)
    assert {level: levels.count(level) for level in levels} == {"3": 4, "4": 4, "6": 4}


def test_the_check_shows_no_glosses(built: dict[str, bytes]) -> None:
    assert b"<abbr" not in built[PAGES["placement"]]


def test_a_word_of_two_texts_is_one_card_from_the_easier(
    sheets: list[Worksheet], built: dict[str, bytes]
) -> None:
    cards = player.decode(content(read(built, "trainer"))["words"])
    words = [card["word"] for card in cards]
    assert len(words) == len(set(words))
    easiest = sheets[1].document
    first = [note.headword for note in easiest.vocabulary if note.gloss or note.definition]
    assert words[: len(set(first))] == list(dict.fromkeys(first))


def test_the_teachers_cells_are_ten_lines_that_make_a_sheet(built: dict[str, bytes]) -> None:
    source = cell(read(built, "teacher"), "sheet")
    statements = [line for line in source.splitlines() if line and not line.startswith("from ")]
    assert len(statements) <= 10
    assert "make_worksheet" in source
