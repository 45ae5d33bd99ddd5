"""The JSON worksheet: complete, and read again by the commands that take items."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings

from quizgen import corpus, pipeline
from quizgen.cli import cli
from quizgen.cli._items_file import read_items
from quizgen.formats import json as form
from quizgen.formats._key import key_text
from quizgen.lesson import with_lesson
from quizgen.model import Item, Worksheet
from quizgen.records import item_from_dict
from quizgen.wording import labels
from quizgen.worksheet import Plan

from . import sample
from .answers import items, sheet, words


def read(worksheet: Worksheet) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(form.FORMAT.render(worksheet, edition="teacher"))
    return made


def test_every_item_comes_back_whole(worksheet: Worksheet) -> None:
    made = read(worksheet)
    back = [(record["number"], item_from_dict(record)) for record in made["items"]]
    assert back == list(worksheet.items())


def test_the_text_the_sections_and_the_key_are_there(worksheet: Worksheet) -> None:
    made = read(worksheet)
    assert made["form"] == "quizgen-worksheet"
    assert made["passage"]["date"] == "2024-06-19"
    assert "Sumber: Warta Sarunai, 19 Juni 2024." in made["passage"]["source"]
    paragraphs = made["passage"]["paragraphs"]
    assert [each["number"] for each in paragraphs] == [1, 2, None, 3, 4, 5]
    for paragraph in paragraphs:
        assert all(each["text"] in paragraph["text"] for each in paragraph["sentences"])
    numbers = [each["number"] for p in paragraphs for each in p["sentences"]]
    assert numbers == list(range(1, 15))
    ids = [record["id"] for record in made["items"]]
    assert [id for section in made["sections"] for id in section["items"]] == ids
    assert [section["hidden"] for section in made["sections"]] == [False] * 7 + [True] * 3
    keys = [key_text(item, labels(worksheet)) for _, item in worksheet.items()]
    assert [(each["item"], each["key"]) for each in made["key"]] == list(
        zip(ids, keys, strict=True)
    )
    assert made["points"] == sum(each["points"] for each in made["key"])


def test_only_printed_paragraphs_are_there(worksheet: Worksheet) -> None:
    made = read(replace(worksheet, paragraphs=(2, 5)))
    assert [each["number"] for each in made["passage"]["paragraphs"]] == [2, 5]


def test_a_lesson_is_kept() -> None:
    document = corpus.load_document("putin-pyongyang-4")
    made = read(with_lesson(pipeline.make_worksheet(document, Plan(count=5))))
    assert made["lesson"]["before"]["tasks"]
    assert made["lesson"]["writing"]["minutes"] > 0


def test_lint_and_worksheet_take_the_file(tmp_path: Path) -> None:
    article = "putin-pyongyang-4"
    arguments = ["worksheet", article, "--format", "json", "--count", "12", "--out", str(tmp_path)]
    assert run(*arguments) == 0
    path = tmp_path / f"{article}.teacher.json"
    assert run("lint", str(path), "--article", article) == 0
    first = read_items(str(path), corpus.load_document(article))
    assert len(first) == 12
    again = tmp_path / "again"
    arguments = ["worksheet", str(path), "--article", article, "--count", "12", "--format", "json"]
    assert run(*arguments, "--out", str(again)) == 0
    second = read_items(str(again / path.name), corpus.load_document(article))
    assert sorted(map(same, second)) == sorted(map(same, first))


def run(*arguments: str) -> int:
    return CliRunner().invoke(cli, list(arguments)).exit_code


def same(item: Item) -> tuple[str, str, str]:
    """Return what is the same of an item when a sheet has shuffled its options."""
    return item.id, item.prompt, item.explanation


@pytest.mark.parametrize(
    "kind", [each for _, each in sample.worksheet().items()], ids=lambda i: i.id
)
def test_a_list_of_items_is_read_as_well(kind: Item, tmp_path: Path, worksheet: Worksheet) -> None:
    path = tmp_path / "soal.json"
    [record] = [each for each in read(worksheet)["items"] if each["id"] == kind.id]
    path.write_text(json.dumps([record]), encoding="utf-8")
    assert read_items(str(path), worksheet.document) == [kind]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items(), words())
def test_any_words_come_back(made: tuple[Item, ...], title: str) -> None:
    back = read(sheet(made, title))
    assert back["title"] == title
    assert tuple(item_from_dict(record) for record in back["items"]) == made
