"""The Word sheet, read back by python-docx."""

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from quizgen.formats.docx import FORMAT

from . import sample


def _read(worksheet, edition="student"):
    return docx.Document(io.BytesIO(FORMAT.render(worksheet, edition=edition)))


def _text(document):
    body = document.element.body
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        for paragraph in body.iter(qn("w:p"))
    )


def _styled(document, style):
    return [p.text for p in document.paragraphs if p.style.name == style]


def test_headings_are_real_headings(worksheet):
    assert _styled(_read(worksheet), "Heading 1")[:2] == [
        "A. Pilihan Ganda",
        "B. Pilihan Ganda Kompleks",
    ]


def test_options_are_text_with_a_tab_in_their_own_style(worksheet):
    assert _styled(_read(worksheet), "Pilihan")[:2] == [
        "A.\tSeorang sopir bus",
        "B.\tSeorang warga desa",
    ]


def test_only_the_passage_has_line_numbers(worksheet):
    sections = list(_read(worksheet).element.body.iter(qn("w:sectPr")))
    numbered = [section.find(qn("w:lnNumType")) is not None for section in sections]
    assert numbered == [False, True, False]
    kinds = [section.find(qn("w:type")) for section in sections[1:]]
    assert [kind.get(qn("w:val")) for kind in kinds] == ["continuous", "continuous"]


def test_the_page_is_a4_in_every_section(worksheet):
    for section in _read(worksheet).sections:
        assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)


def test_the_language_is_indonesian(worksheet):
    styles = _read(worksheet).styles.element
    assert {node.get(qn("w:val")) for node in styles.iter(qn("w:lang"))} == {"id-ID"}


def test_the_footer_counts_pages_by_fields(worksheet):
    section = _read(worksheet).sections[0]
    for footer in (section.footer, section.first_page_footer):
        fields = [node.get(qn("w:instr")) for node in footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
    assert sample.article().title in section.header.paragraphs[0].text


def test_tables_have_header_rows_and_no_row_is_split(worksheet):
    tables = _read(worksheet).tables
    headed = [t for t in tables if t.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None]
    assert ["Pernyataan", "Benar", "Salah"] in [
        [cell.text for cell in table.rows[0].cells] for table in headed
    ]
    rows = [row for table in tables for row in table.rows]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_an_item_is_kept_with_its_last_option(worksheet):
    paragraphs = _read(worksheet).paragraphs
    start = next(i for i, p in enumerate(paragraphs) if sample.CHOICE.prompt in p.text)
    kept = [p.paragraph_format.keep_with_next for p in paragraphs[start : start + 5]]
    assert kept[:4] == [True] * 4
    assert kept[4] is not True


def test_the_student_finds_no_key(worksheet):
    text = _text(_read(worksheet))
    for word in ("Kunci", "Pembahasan", "Bukti", "✓", "Rubrik", "kalimat 12"):
        assert word not in text


def test_the_teacher_finds_key_explanation_and_rubric(worksheet):
    document = _read(worksheet, "teacher")
    key = next(t for t in document.tables if t.cell(0, 1).text == "Kunci")
    assert [cell.text for cell in key.rows[1].cells] == ["1", "B", "1"]
    assert key.rows[-1].cells[2].text == "25"
    text = _text(document)
    assert "“Ia berharap rute ditambah” (kalimat 12, paragraf 4)" in text
    assert "Rubrik penilaian" in text


def test_the_right_option_is_bold_for_the_teacher(worksheet):
    document = _read(worksheet, "teacher")
    option = next(p for p in document.paragraphs if p.text.startswith("B.\tSeorang warga desa"))
    assert option.text.endswith("✓")
    assert next(run for run in option.runs if run.text == "Seorang warga desa").bold


def test_stars_become_italics(worksheet):
    runs = [run for p in _read(worksheet).paragraphs for run in p.runs if run.italic]
    assert "mengangkut" in [run.text for run in runs]


@pytest.mark.parametrize("edition", ["student", "teacher"])
def test_markup_in_the_words_is_shown_as_it_is(hostile, edition):
    text = _text(_read(hostile, edition))
    assert text.count(sample.HOSTILE) >= 2
    assert "2*3*4" in text


def test_characters_that_xml_cannot_hold_are_left_out(worksheet):
    item = replace(sample.CHOICE, prompt="Siapa\x00 yang\x0b datang\ud800?")
    section = replace(worksheet.sections[0], items=(item,))
    assert "Siapa yang datang?" in _text(_read(replace(worksheet, sections=(section,))))


def test_equal_sheets_are_equal_bytes_without_times(worksheet):
    made = FORMAT.render(worksheet, edition="teacher")
    assert made == FORMAT.render(sample.worksheet(), edition="teacher")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("edition", ["student", "teacher"])
def test_every_item_is_one_chain_of_paragraphs_that_keep_together(worksheet, edition):
    body = list(_read(worksheet, edition).element.body)
    items = sum(len(section.items) for section in worksheet.sections)
    chains = [chain for chain in _chains(body) if _style(chain[0]) == "Soal"]
    assert len(chains) == items
    for chain in chains:
        kept = [p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in chain]
        assert all(kept[:-1])


def test_headings_and_instructions_stay_with_the_first_item(worksheet):
    document = _read(worksheet)
    for name in ("Heading 1", "Heading 2", "Petunjuk", "Judul Bacaan", "Subjudul Bacaan"):
        assert document.styles[name].paragraph_format.keep_with_next


def test_text_outside_every_style_has_the_font_of_the_sheet(worksheet):
    defaults = _read(worksheet).styles.element.find(qn("w:docDefaults"))
    fonts = next(defaults.iter(qn("w:rFonts")))
    assert fonts.get(qn("w:ascii")) == "Times New Roman"
    assert fonts.get(qn("w:asciiTheme")) is None


def _style(paragraph):
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else style.get(qn("w:val"))


def _chains(body):
    """Return the paragraphs of the body, tables included, split where an item begins or ends."""
    chains = []
    for element in body:
        if element.tag == qn("w:p") and _style(element) in ("Soal", "Petunjuk", "Heading1"):
            chains.append([])
        if chains:
            chains[-1] += [element] if element.tag == qn("w:p") else element.iter(qn("w:p"))
    return chains


def _converted(worksheet, edition, folder):
    """Return the text of each page as LibreOffice lays the sheet out."""
    pypdf = pytest.importorskip("pypdf")
    source = folder / "lembar.docx"
    source.write_bytes(FORMAT.render(worksheet, edition=edition))
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'lo').as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return [page.extract_text() for page in pypdf.PdfReader(folder / "lembar.pdf").pages]


def _marked(worksheet):
    """Return a sheet of several pages whose prompts begin with a word that nothing else has."""
    sections, first = [], 1
    for section in worksheet.sections:
        doubled = (*section.items, *section.items)
        items = tuple(
            replace(item, id=f"{item.id}{n}", prompt=f"Butiran {item.prompt}")
            for n, item in enumerate(doubled)
        )
        sections.append(replace(section, items=items, first=first))
        first += len(items)
    return replace(worksheet, sections=tuple(sections))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("edition", ["student", "teacher"])
def test_in_libreoffice_every_page_begins_with_an_item_and_none_ends_with_a_heading(
    worksheet, edition, tmp_path
):
    sheet = _marked(worksheet)
    pages = _converted(sheet, edition, tmp_path)
    headings = [section.heading for section in sheet.sections]
    asked = next(n for n, text in enumerate(pages) if "Butiran" in text)
    assert len(pages) - asked > 3
    for page in pages[asked + 1 :]:
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        _, opening, *_, last = [line for line in lines if "Halaman" not in line]
        assert opening in headings or "Butiran" in opening
        assert last not in headings


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_converts_the_sheet(worksheet, tmp_path):
    pages = _converted(worksheet, "student", tmp_path)
    assert f"Halaman 1 dari {len(pages)}" in pages[0].replace("\xa0", " ")
    assert sample.CHOICE.prompt in " ".join(" ".join(pages).split())
