"""Files that would fill the memory, read other files, or keep a library busy for ever."""

import io
import zipfile
from itertools import product
from pathlib import Path

import docx
import pytest

from quizgen.errors import InputError
from quizgen.model import Article
from quizgen.readers import MAX_FILE_BYTES, read_bytes
from quizgen.readers._apart import read_apart

BODY = "Warga desa itu menanam pohon di tepi sungai agar tanah tidak longsor."
PAGE = f"<!DOCTYPE html><html><body><p>{BODY} Mereka bekerja sampai malam.</p></body></html>"
ENTITIES = """<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w>&b;</w>"""


def article(name: str, data: bytes) -> Article:
    return read_bytes(name, data, seconds=None).article


def word_file(**changed: bytes) -> bytes:
    """Return a Word document with some parts replaced, named with _ for / and without .xml."""
    document = docx.Document()
    document.add_paragraph(BODY)
    buffer, result = io.BytesIO(), io.BytesIO()
    document.save(buffer)
    parts = {f"{name.replace('_', '/')}.xml": data for name, data in changed.items()}
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.pop(name, old.read(name)))
        for name, data in parts.items():
            new.writestr(name, data)
    return result.getvalue()


def refused(name: str, data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_bytes(name, data, seconds=None)
    assert "\n" not in str(caught.value)


def test_word_file_that_unpacks_to_too_much_is_refused() -> None:
    refused("bom.docx", word_file(word_media_a=bytes(101_000_000)), "is too large")
    refused("bom.docx", word_file(word_document=b" " * 21_000_000), "is too large")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_word_file_with_entities_is_refused(encoding: str) -> None:
    data = ENTITIES.encode(encoding)
    refused("entitas.docx", word_file(word_document=data), "has an XML document type")


def test_word_file_cannot_read_another_file(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("kata sandi guru", encoding="utf-8")
    xml = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w>&x;</w>'.encode()
    refused("luar.docx", word_file(word_document=xml), "has an XML document type")


def test_word_file_of_countless_paragraphs_is_refused() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f"<w:document {space}><w:body>{'<w:p/>' * 5_001}</w:body></w:document>".encode()
    refused("panjang.docx", word_file(word_document=xml), "too many paragraphs")


def test_page_cannot_read_another_file(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("kata sandi guru", encoding="utf-8")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><p>&x;</p>' + PAGE
    assert "kata sandi" not in article("luar.html", page.encode()).text


def test_file_over_the_limit_is_refused() -> None:
    refused("besar.pdf", b"%PDF-" + bytes(MAX_FILE_BYTES), "larger than 50 MB")


def test_reader_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(InputError, match=r"a\.html: takes longer than 0\.01 s to read"):
        read_apart("html", PAGE.encode(), source="a.html", seconds=0.01)


def test_reading_in_a_process_of_its_own_gives_the_same() -> None:
    data = PAGE.encode()
    assert read_bytes("a.html", data) == read_bytes("a.html", data, seconds=None)
    with pytest.raises(InputError, match=r"^kosong\.docx: is no Word document"):
        read_bytes("kosong.docx", b"PK\x03\x04")


NAMES = ("a.txt", "a.docx", "a.pdf", "a.html", "tanpa", "a.upload")


# Text under the name of a page may be one that lacks all marks.
@pytest.mark.parametrize(
    ("name", "kind"),
    [pair for pair in product(NAMES, ("page", "word", "text")) if pair != ("a.html", "text")],
)
def test_file_is_read_by_its_content_whatever_its_name(name: str, kind: str) -> None:
    data = {"page": PAGE.encode(), "word": word_file(), "text": BODY.encode()}[kind]
    assert article(name, data).text.startswith(BODY)


def test_teacher_is_told_that_a_file_has_a_wrong_name() -> None:
    assert read_bytes("a.txt", PAGE.encode(), seconds=None).remarks == (
        "the file is of another type than its name says; it was read as what it is",
    )
    assert read_bytes("a.html", PAGE.encode(), seconds=None).remarks == ()


@pytest.mark.parametrize(
    ("start", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old or password-protected Office file"),
        (b"{\\rtf1", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\x00\x00\x00\x20ftypheic", "picture, a video or a sound"),
        (b"ID3\x04", "sound"),
        (b"\x1f\x8b\x08", "packed archive"),
        (b"MZ\x90", "program"),
    ],
)
def test_file_of_another_kind_is_called_by_its_name(start: bytes, message: str) -> None:
    for name in ("a.docx", "a.txt", "a"):
        refused(name, start + bytes(100), message)


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("xl/workbook.xml", "Excel"),
        ("ppt/presentation.xml", "PowerPoint"),
        ("content.xml", "OpenDocument"),
        ("catatan.txt", "packed archive"),
    ],
)
def test_archive_is_called_by_what_is_in_it(part: str, message: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(part, "x")
    refused("a.docx", buffer.getvalue(), message)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_in_every_usual_encoding_is_read(encoding: str) -> None:
    text = f"“Désa kami,” kata warga. {BODY}"
    assert article("a.txt", text.encode(encoding)).text == text


@pytest.mark.parametrize("name", ["baris\ndua.txt", "a" * 5_000 + ".txt", "<script>.txt", ""])
def test_name_of_an_upload_never_breaks_an_error(name: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(name, b"", seconds=None)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400
