"""Pages in the markup of eleven kinds of outlet, each read exactly."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from quizgen.model import Imported
from quizgen.readers import reasons
from quizgen.readers.html import READER

PAGES = Path(__file__).parent / "pages"
EXPECTED = tomllib.loads((PAGES / "expected.toml").read_text(encoding="utf-8"))

each_page = pytest.mark.parametrize("name", EXPECTED)


def read(name: str) -> tuple[Imported, dict[str, Any]]:
    imported = READER.read((PAGES / f"{name}.html").read_bytes(), source=f"{name}.html")
    return imported, EXPECTED[name]


@each_page
def test_body_is_read_exactly(name: str) -> None:
    imported, expected = read(name)
    article = imported.article
    assert list(article.paragraphs) == expected["paragraphs"]
    assert [article.paragraphs[index] for index in sorted(article.headings)] == expected["headings"]


@each_page
@pytest.mark.parametrize("field", ["title", "date", "author", "outlet", "url"])
def test_page_says_what_it_is(name: str, field: str) -> None:
    imported, expected = read(name)
    assert getattr(imported.article, field) == expected.get(field)


@each_page
def test_what_is_left_out_is_told_with_its_reason_and_place(name: str) -> None:
    imported, expected = read(name)
    told = [[each.reason, each.text, each.paragraph] for each in imported.dropped]
    assert [each for each in expected["left_out"] if each not in told] == []
    assert {each.reason for each in imported.dropped} <= set(reasons())


@each_page
def test_teacher_is_warned_of_a_text_that_may_be_cut_short(name: str) -> None:
    imported, expected = read(name)
    assert list(imported.remarks) == expected.get("remarks", [])


@each_page
def test_no_text_of_the_page_is_lost_without_a_word(name: str) -> None:
    imported, _ = read(name)
    pieces = [imported.article.title or "", imported.article.text]
    known = Counter("".join([*pieces, *(each.text for each in imported.dropped)]))
    shown = Counter("".join(shown_text(name).split()))
    assert shown - known == Counter()


def shown_text(name: str) -> str:
    """Return what a browser shows of a page, by lxml alone."""
    body = html.document_fromstring((PAGES / f"{name}.html").read_bytes()).find("body")
    for element in body.xpath(".//script | .//style | .//noscript | .//button"):
        element.drop_tree()
    return str(body.text_content())
