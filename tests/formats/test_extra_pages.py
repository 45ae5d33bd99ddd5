"""The answer sheet and the key of several versions, in every format for paper."""

import io
from dataclasses import replace

import docx
import pypdf
import pytest
from lxml import html as lxml_html

from quizgen.formats._answer_sheet import answer_sheet
from quizgen.formats._blocks import Bubbles, Heading, Passage, Question, Sheet, Table
from quizgen.formats._versions_key import versions_key
from quizgen.interfaces import Format, formats
from quizgen.model import Choice, Section, Worksheet

from . import sample

PAPER = [form for form in formats() if hasattr(form, "draw")]
each_paper = pytest.mark.parametrize("form", PAPER, ids=lambda form: form.name)


def words(form: Format, data: bytes) -> str:
    match form.suffix:
        case ".docx":
            return " ".join(docx.Document(io.BytesIO(data)).element.body.itertext())
        case ".pdf":
            pages = pypdf.PdfReader(io.BytesIO(data)).pages
            return " ".join(page.extract_text() for page in pages).replace("\xa0", " ")
        case ".html":
            return " ".join(lxml_html.fromstring(data).body.itertext())
        case _:
            return data.decode()


def versions(worksheet: Worksheet) -> list[Worksheet]:
    """Return two versions whose first item has its options the other way round."""
    item = replace(sample.CHOICE, id="balik")
    assert isinstance(item.response, Choice)
    turned = replace(item, response=Choice(options=item.response.options[::-1]))
    made = []
    for letter, one in (("A", item), ("B", turned)):
        first = Section(type="detail", heading="A", instruction="", items=(one,), first=1)
        second = replace(worksheet.sections[-1], first=2)
        made.append(replace(worksheet, sections=(first, second), version=letter))
    return made


def test_the_formats_for_paper_are_known() -> None:
    assert {form.name for form in PAPER} == {"docx", "pdf", "html", "md"}


@each_paper
def test_an_answer_sheet_has_a_place_for_every_item_and_nothing_of_the_sheet(
    form: Format, worksheet: Worksheet
) -> None:
    text = " ".join(words(form, form.draw(answer_sheet(worksheet))).split())
    assert "Lembar Jawaban" in text
    for label in ("Nama", "Kelas", "Nilai", "Pilihan Ganda"):
        assert label in text
    for number, item in worksheet.items():
        assert f"{number}." in text
        assert item.prompt[:40] not in text
    for secret in ("Februari 2024", "Kunci", "Pembahasan", "✓"):
        assert secret not in text


def test_every_option_has_a_circle(worksheet: Worksheet) -> None:
    bubbles = [b for b in answer_sheet(worksheet).blocks if isinstance(b, Bubbles)]
    found = {label: letters for block in bubbles for label, letters in block.rows}
    wanted = {
        f"{number}.": tuple("ABCDE"[: len(item.response.options)])
        for number, item in worksheet.items()
        if item.response.kind in ("choice", "multi-choice")
    }
    assert found == wanted


def test_every_other_item_has_a_question_of_its_own(worksheet: Worksheet) -> None:
    asked = [b.number for b in answer_sheet(worksheet).blocks if isinstance(b, Question)]
    assert sorted(asked) == [
        number
        for number, item in worksheet.items()
        if item.response.kind not in ("choice", "multi-choice")
    ]
    assert all(b.body for b in answer_sheet(worksheet).blocks if isinstance(b, Question))


def test_columns_of_circles_are_read_downwards() -> None:
    rows = tuple((str(number), ()) for number in range(1, 8))
    columns = [[label for label, _ in column] for column in Bubbles(rows).in_columns(3)]
    assert columns == [["1", "2", "3"], ["4", "5", "6"], ["7"]]


def test_the_key_of_versions_parts_what_differs_from_what_does_not(worksheet: Worksheet) -> None:
    sheets = versions(worksheet)
    blocks = versions_key(sheets).blocks
    other, same = (block for block in blocks if isinstance(block, Table))
    assert [column.header for column in other.columns] == ["No.", "A", "B", "Poin"]
    cells = ["".join(run.text for run in cell or ()) for cell in other.rows[0]]
    assert cells[0] == "1"
    assert cells[1] != cells[2]
    assert len(same.rows) == len(worksheet.sections[-1].items)
    assert not any(isinstance(block, Passage) for block in blocks)


def test_more_than_six_versions_make_several_tables(worksheet: Worksheet) -> None:
    first, second = versions(worksheet)
    many = [replace(first if n % 2 else second, version=chr(65 + n)) for n in range(8)]
    headings = [b.text for b in versions_key(many).blocks if isinstance(b, Heading)]
    assert headings[:2] == ["Versi A, B, C, D, E, F", "Versi G, H"]


@each_paper
def test_the_key_of_versions_is_drawn(form: Format, worksheet: Worksheet) -> None:
    text = words(form, form.draw(versions_key(versions(worksheet))))
    assert "Kunci Jawaban Semua Versi" in text
    assert "Versi A, B" in text


@each_paper
@pytest.mark.parametrize("plan", [answer_sheet, lambda sheet: versions_key([sheet, sheet])])
def test_equal_plans_are_equal_files_and_hostile_words_do_no_harm(
    form: Format, hostile: Worksheet, plan
) -> None:
    sheet: Sheet = plan(hostile)
    assert form.draw(sheet) == form.draw(sheet)
