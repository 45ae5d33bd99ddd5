import io
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml

from quizgen.errors import InputError
from quizgen.model import Imported
from quizgen.readers.docx import READER

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
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


def test_article_in_a_school_letter_is_read_without_its_frame() -> None:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "SMP Teluk Jernih"
    section.footer.paragraphs[0].text = "Halaman 1"
    document.add_heading("Hutan Kecil di Tepi Sungai", 0)
    document.add_paragraph(BODY)
    document.add_paragraph("Gambar 1. Bibit pohon", style="Caption")
    document.add_heading("Bekerja Sejak Pagi", 2)
    document.add_paragraph(SECOND)
    add_text_box(document.add_paragraph(), "Tahukah kamu?")
    imported = read(document)
    article = imported.article
    assert article.title == "Hutan Kecil di Tepi Sungai"
    assert article.paragraphs == (BODY, "Bekerja Sejak Pagi", SECOND)
    assert article.headings == {1}
    assert [(each.reason, each.text, each.paragraph) for each in imported.dropped] == [
        ("page header", "SMP Teluk Jernih", 0),
        ("photo caption", "Gambar 1. Bibit pohon", 1),
        ("text box", "Tahukah kamu?", 3),
        ("page footer", "Halaman 1", 3),
    ]


def add_text_box(paragraph: Any, text: str) -> None:
    """Add a text box as Word does: once for itself, once more for older programs."""
    content = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    xml = (
        f"<w:r {NAMESPACES} "
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{content}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    paragraph._p.append(parse_xml(xml))
