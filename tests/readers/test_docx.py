import io
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement

from quizgen.errors import InputError
from quizgen.model import Imported
from quizgen.readers.docx import READER

BODY = "Warga desa itu menanam pohon di tepi sungai agar tanah tidak longsor."
SECOND = "Mereka bekerja sejak pagi dan pulang ketika hari sudah gelap."


def read(document: Any) -> Imported:
    buffer = io.BytesIO()
    document.save(buffer)
    return READER.read(buffer.getvalue(), source="kebun.docx")


def test_title_headings_and_list_items_keep_their_roles() -> None:
    document = docx.Document()
    document.add_heading("Hutan Kecil di Tepi Sungai", 0)
    document.add_paragraph(BODY)
    document.add_heading("Bekerja Sejak Pagi", 2)
    document.add_paragraph("cangkul", style="List Bullet")
    document.add_paragraph(SECOND)
    article = read(document).article
    assert article.title == "Hutan Kecil di Tepi Sungai"
    assert article.paragraphs == (BODY, "Bekerja Sejak Pagi", "cangkul", SECOND)
    assert article.headings == {1}


def test_first_heading_or_short_first_paragraph_is_the_title() -> None:
    for level in (1, None):
        document = docx.Document()
        if level:
            document.add_heading("Hutan Kecil", level)
        else:
            document.add_paragraph("Hutan Kecil")
        document.add_paragraph(BODY)
        article = read(document).article
        assert (article.title, article.paragraphs) == ("Hutan Kecil", (BODY,))


def test_author_comes_from_the_properties() -> None:
    document = docx.Document()
    document.add_paragraph(BODY)
    assert read(document).article.author is None
    document.core_properties.author = "Rani Pertiwi"
    assert read(document).article.author == "Rani Pertiwi"


def test_tables_headers_and_footers_are_left_out_and_reported() -> None:
    document = docx.Document()
    document.add_paragraph(BODY)
    document.add_table(1, 1).cell(0, 0).text = "Tabel harga bibit"
    document.sections[0].header.paragraphs[0].text = "Koran Sekolah"
    imported = read(document)
    assert imported.article.paragraphs == (BODY,)
    assert {(each.text, each.reason) for each in imported.dropped} == {
        ("Tabel harga bibit", "table"),
        ("Koran Sekolah", "page header"),
    }


def test_tracked_insertions_and_links_are_text_and_deletions_are_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Warga desa itu ")
    for tag, text_tag, text in (
        ("w:ins", "w:t", "menanam pohon "),
        ("w:del", "w:delText", "menebang pohon "),
        ("w:hyperlink", "w:t", "di tepi sungai."),
    ):
        change, run, content = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        content.text = text
        run.append(content)
        change.append(run)
        paragraph._p.append(change)
    assert read(document).article.paragraphs == ("Warga desa itu menanam pohon di tepi sungai.",)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 rusak", b"teks biasa"])
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^a\.docx: is no Word document; "):
        READER.read(data, source="a.docx")


def test_empty_document_is_refused() -> None:
    with pytest.raises(InputError, match="has no text"):
        read(docx.Document())
