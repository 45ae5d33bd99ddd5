"""The Markdown sheet."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.formats.md import FORMAT, escape

from . import sample

GOLDEN = Path(__file__).parents[1] / "golden" / "md"
KEY_WORDS = ("Kunci Jawaban", "Pembahasan", "Bukti", "kalimat 12", "✓", "Rubrik")


def _render(worksheet, edition="student"):
    return FORMAT.render(worksheet, edition=edition).decode()


@pytest.mark.parametrize("edition", ["student", "teacher"])
def test_the_sheet_is_the_golden_one(worksheet, edition):
    """Set QUIZGEN_UPDATE_GOLDEN=1 to write the files anew, then read the difference."""
    made = _render(worksheet, edition)
    path = GOLDEN / f"{edition}.md"
    if os.environ.get("QUIZGEN_UPDATE_GOLDEN"):
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8")


def test_the_student_finds_no_key(worksheet):
    made = _render(worksheet)
    assert [word for word in KEY_WORDS if word in made] == []


def test_the_teacher_finds_key_explanation_and_notice(worksheet):
    made = _render(worksheet, "teacher")
    assert [word for word in KEY_WORDS if word not in made] == []
    assert "Teks ini memuat nama rekaan." in made


@pytest.mark.parametrize("edition", ["student", "teacher"])
def test_markup_in_the_words_is_shown_as_it_is(hostile, edition):
    commonmark = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable("table")
    tokens = commonmark.parse(_render(hostile, edition))
    children = [child for token in tokens for child in token.children or []]
    shown = "".join(child.content for child in children)
    assert shown.count(sample.HOSTILE) >= 2
    assert "2*3*4" in shown
    kinds = {child.type for child in children}
    assert not kinds & {"html_inline", "link_open", "code_inline", "image"}
    assert "html_block" not in {token.type for token in tokens}


def test_a_cell_with_a_bar_stays_one_cell(hostile):
    commonmark = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable("table")
    tokens = commonmark.parse(_render(hostile))
    assert sum(token.type == "td_open" for token in tokens) == 3


def test_a_line_that_looks_like_a_list_stays_a_paragraph(worksheet):
    section = replace(
        worksheet.sections[0],
        instruction="1. # Pilihlah!",
        items=(replace(sample.CHOICE, instruction="1. # Pilihlah!"),),
    )
    assert "\n1\\. # Pilihlah!\n" in _render(replace(worksheet, sections=(section,)))


def test_an_entity_is_not_decoded():
    assert escape("a &amp; b & c") == r"a \&amp; b & c"


def test_equal_sheets_are_equal_bytes(worksheet):
    assert FORMAT.render(worksheet, edition="teacher") == FORMAT.render(
        sample.worksheet(), edition="teacher"
    )


def test_english_instructions_leave_the_items_indonesian(worksheet):
    made = _render(replace(worksheet, language="en"))
    assert made.startswith("# Reading Worksheet")
    assert sample.CHOICE.prompt in made
