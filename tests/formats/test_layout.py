"""Large print, dyslexia, points, the header of an LKPD and a school's letterhead."""

import io
import re
from dataclasses import replace
from typing import Any

import docx
import pypdf
import pytest
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as ALIGN
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from lxml import html as lxml_html

from quizgen.formats import docx as word
from quizgen.formats import html, md, pdf
from quizgen.formats._answer_sheet import answer_sheet
from quizgen.formats._blocks import Lkpd, Question
from quizgen.formats._sheet import plan
from quizgen.model import Layout, Worksheet

LARGE, DYSLEXIA = Layout(large=True), Layout(dyslexia=True)
_SPACER = "Jarak"


def letterhead(**changes: Any) -> bytes:
    """Return a school's document: letterhead on the first page, styles and words of its own."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.59), Cm(33)
    section.left_margin = section.right_margin = Cm(4)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "SMP NEGERI 7 CONTOH"
    section.header.paragraphs[0].text = "SMP Negeri 7 Contoh"
    section.footer.paragraphs[0].text = "Kaki halaman sekolah"
    section.start_type = changes.get("start", section.start_type)
    document.styles["Normal"].font.name = "Verdana"
    document.styles["Heading 1"].font.size = Pt(40)
    document.add_paragraph("Kata sambutan sekolah")
    document.add_paragraph("")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def laid_out(worksheet: Worksheet, **layout: Any) -> Worksheet:
    return replace(worksheet, layout=Layout(**layout))


def word_of(worksheet: Worksheet, edition: Any = "student") -> Any:
    return docx.Document(io.BytesIO(word.FORMAT.render(worksheet, edition=edition)))


def used_styles(document: Any) -> list[Any]:
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    inside = (paragraph for cell in cells for paragraph in cell.paragraphs)
    names = {paragraph.style.name for paragraph in (*document.paragraphs, *inside)}
    return [document.styles[name] for name in sorted(names - {_SPACER})]


def inherited(style: Any, read: Any) -> Any:
    while style is not None:
        if (value := read(style)) is not None:
            return value
        style = style.base_style
    return None


def pdf_words(worksheet: Worksheet) -> list[tuple[str, str, float]]:
    """Return the pieces of text of a PDF with the name and the size of their type."""
    found: list[tuple[str, str, float]] = []

    def note(text: str, _: Any, matrix: list[float], font: Any, size: float) -> None:
        if text.strip():
            found.append((text, str((font or {}).get("/BaseFont", "")), size * abs(matrix[3])))

    reader = pypdf.PdfReader(io.BytesIO(pdf.FORMAT.render(worksheet, edition="student")))
    for page in reader.pages:
        page.extract_text(visitor_text=note)
    return found


def test_a_word_file_in_large_print_has_no_smaller_type(worksheet: Worksheet) -> None:
    document = word_of(laid_out(worksheet, large=True))
    for style in used_styles(document):
        assert inherited(style, lambda each: each.font.size).pt >= 16, style.name
    for paragraph in document.paragraphs:
        for run in paragraph.runs if paragraph.style.name != _SPACER else ():
            assert run.font.size is None or run.font.size.pt >= 16
            assert not run.font.superscript


def test_a_pdf_in_large_print_has_no_smaller_type(worksheet: Worksheet) -> None:
    words = pdf_words(laid_out(worksheet, large=True))
    assert len(words) > 100
    assert [word for word in words if word[2] < 15.9] == []


def test_a_word_file_for_dyslexia_is_sans_serif_to_the_left_and_upright(
    worksheet: Worksheet,
) -> None:
    document = word_of(laid_out(worksheet, dyslexia=True))
    for style in used_styles(document):
        assert style.font.name == "Arial"
        assert inherited(style, lambda each: each.font.size).pt >= 12
        assert not style.font.italic
        assert style.paragraph_format.alignment in (None, ALIGN.LEFT)
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    assert not any(run.italic or run.underline for run in runs)
    spacing = document.styles["Normal"].element.rPr.find(qn("w:spacing"))
    assert int(spacing.get(qn("w:val"))) == 29


def test_a_pdf_for_dyslexia_is_set_in_a_sans_serif_face_and_upright(worksheet: Worksheet) -> None:
    words = pdf_words(laid_out(worksheet, dyslexia=True))
    faces = {face.partition("+")[2] for _, face, _ in words}
    assert {face for face in faces if "SourceSansPro" in face} == {
        "SourceSansPro-Regular", "SourceSansPro-Bold",
    }  # fmt: skip
    assert not any("It" in face.partition("-")[2] for face in faces)
    plain = {face for _, face, _ in pdf_words(worksheet)}
    assert not any("SourceSansPro" in face for face in plain)


@pytest.mark.parametrize("edition", ["student", "teacher"])
def test_italics_become_bold_for_dyslexia(worksheet: Worksheet, edition: Any) -> None:
    runs = str(plan(laid_out(worksheet, dyslexia=True), edition))
    assert "italic=True" not in runs
    assert "underline=True" not in runs
    assert "italic=True" in str(plan(worksheet, edition))


def test_a_page_says_its_layout_by_its_classes(worksheet: Worksheet) -> None:
    def classes(layout: Layout) -> set[str]:
        data = html.FORMAT.render(replace(worksheet, layout=layout), edition="student")
        return set(lxml_html.fromstring(data).get("class").split())

    assert classes(Layout()) == {"qg-auto"}
    assert classes(LARGE) == {"qg-auto", "qg-large"}
    assert classes(DYSLEXIA) == {"qg-auto", "qg-dyslexia"}


def test_every_item_says_its_points_if_asked_for(worksheet: Worksheet) -> None:
    def worth(sheet: Worksheet) -> list[bool]:
        questions = [b for b in plan(sheet, "student").blocks if isinstance(b, Question)]
        lines = [[run.text for line in one.prompt for run in line] for one in questions]
        return [any("\xa0poin)" in text for text in texts) for texts in lines]

    assert all(worth(laid_out(worksheet, points=True)))
    assert not all(worth(worksheet))


def test_an_lkpd_has_its_header_with_goals_from_its_items(worksheet: Worksheet) -> None:
    sheet = laid_out(worksheet, header="lkpd")
    (header,) = [b for b in plan(sheet, "student").blocks if isinstance(b, Lkpd)]
    assert 1 <= len(header.goals) <= 4
    wanted = ["Satuan pendidikan", "Kelas/semester", "Mata pelajaran", "Alokasi waktu", "Nama",
              "No. absen", "Nilai", "Tujuan pembelajaran", "Peserta didik dapat",
              "Lembar Kerja Peserta Didik (LKPD)"]  # fmt: skip
    texts = {
        "docx": " ".join(word_of(sheet).element.body.itertext()),
        "pdf": " ".join(text for text, _, _ in pdf_words(sheet)),
        "html": " ".join(
            lxml_html.fromstring(html.FORMAT.render(sheet, edition="student")).body.itertext()
        ),
        "md": md.FORMAT.render(sheet, edition="student").decode(),
    }
    for name, text in texts.items():
        flat = " ".join(text.replace("\xa0", " ").split())
        assert [label for label in wanted if label not in flat] == [], name
    assert not any(isinstance(block, Lkpd) for block in plan(sheet, "teacher").blocks)


@pytest.mark.parametrize("start", range(5))
def test_a_letterhead_keeps_its_pages_words_and_styles(worksheet: Worksheet, start: int) -> None:
    from docx.enum.section import WD_SECTION

    school = letterhead(start=list(WD_SECTION)[start])
    document = word_of(laid_out(worksheet, letterhead=school))
    first, *others = document.sections
    assert first.different_first_page_header_footer
    assert first.first_page_header.paragraphs[0].text == "SMP NEGERI 7 CONTOH"
    assert first.header.paragraphs[0].text == "SMP Negeri 7 Contoh"
    for section in others:
        assert not section.different_first_page_header_footer
        assert section.header.paragraphs[0].text == "SMP Negeri 7 Contoh"
        assert section.footer.paragraphs[0].text == "Kaki halaman sekolah"
        assert section.start_type == WD_SECTION.CONTINUOUS
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[:2] == ["Kata sambutan sekolah", "Lembar Kerja Membaca"]
    assert document.styles["Normal"].font.name == "Verdana"
    assert document.styles["Heading 1"].font.size.pt == 40
    assert "Heading 1" not in {style.name for style in used_styles(document)}


def test_a_sheet_fits_into_the_width_of_a_letterhead(worksheet: Worksheet) -> None:
    document = word_of(laid_out(worksheet, letterhead=letterhead()))
    room = Cm(21.59 - 8)
    for table in document.tables:
        assert sum(column.width for column in table.columns) <= room + Cm(0.05)


def test_the_parts_of_a_section_stand_in_the_order_of_the_schema(worksheet: Worksheet) -> None:
    order = ["headerReference", "footerReference", "type", "pgSz", "pgMar", "lnNumType", "cols",
             "titlePg", "docGrid"]  # fmt: skip
    for layout in (Layout(), Layout(letterhead=letterhead())):
        document = word_of(replace(worksheet, layout=layout))
        for section in document.element.body.iter(qn("w:sectPr")):
            names = [child.tag.partition("}")[2] for child in section]
            names = ["headerReference" if name == "footerReference" else name for name in names]
            places = [order.index(name) for name in names]
            assert places == sorted(places)


def test_a_letterhead_made_by_ourselves_may_be_used_again(worksheet: Worksheet) -> None:
    once = word.FORMAT.render(laid_out(worksheet, letterhead=letterhead()), edition="student")
    twice = word_of(laid_out(worksheet, letterhead=once))
    titles = [p.text for p in twice.paragraphs if p.text == "Lembar Kerja Membaca"]
    assert len(titles) == 2


def test_a_letterhead_without_a_table_style_gets_one(worksheet: Worksheet) -> None:
    document = docx.Document()
    grid = document.styles["Table Grid"].element
    grid.getparent().remove(grid)
    out = io.BytesIO()
    document.save(out)
    made = word_of(laid_out(worksheet, letterhead=out.getvalue()))
    assert made.tables[0].style.name == "Table Grid"


@pytest.mark.parametrize(
    "layout",
    [LARGE, DYSLEXIA, Layout(large=True, dyslexia=True, header="lkpd", points=True)],
)
def test_every_layout_of_every_paper_is_the_same_twice(hostile: Worksheet, layout: Layout) -> None:
    for form in (word.FORMAT, pdf.FORMAT, html.FORMAT, md.FORMAT):
        sheet = replace(hostile, layout=layout)
        for edition in ("student", "teacher"):
            first = form.render(sheet, edition=edition)
            assert first == form.render(sheet, edition=edition)
        assert form.draw(answer_sheet(sheet))


def test_our_template_and_python_agree_on_sizes() -> None:
    from importlib import resources

    source = (
        resources.files("quizgen.formats")
        .joinpath("templates/worksheet.typ")
        .read_text(encoding="utf-8")
    )
    assert "{ 16 } else if sheet.dyslexia { 12 }" in source
    fixed = re.findall(r"size: [\d.]+pt", source)
    assert fixed == []
