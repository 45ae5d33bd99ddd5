"""What comes out: every format, in both editions and several versions, and the preview."""

import io
import zipfile

import pytest

from .conftest import ARTICLE
from .teacher import Teacher

TEXT = "putin-pyongyang-4"


@pytest.fixture(scope="module")
def draft(browser_side: Teacher) -> str:
    """Return a draft of a pasted text with five items."""
    begun = browser_side.begin(ARTICLE)
    assert browser_side.made(begun, count="5").status_code == 200
    return begun


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("multi-choice", {"option": ["satu", "dua", "tiga"], "right": ["0", "2"]}),
        ("categorise", {"statement": ["Jembatan itu hanyut."], "category": ["Benar"]}),
        ("short-answer", {"answer": ["tujuh kilometer; 7 km"]}),
        ("gap", {"prompt": "Jembatan itu {{1}} banjir.", "answer": ["hanyut"]}),
        ("matching", {"left": ["satu", "dua"], "right-side": ["one", "two"]}),
        ("ordering", {"element": ["pertama", "kedua", "ketiga"]}),
        ("free-text", {"criterion": ["Isi lengkap"], "row-points": ["5"]}),
    ],
)
def test_an_item_of_each_kind_can_be_written_and_is_exported(
    teacher: Teacher, kind: str, fields: dict[str, object]
) -> None:
    draft = teacher.begin(ARTICLE)
    sent = {"prompt": "Kerjakan tugas saya ini!"} | fields
    answer = teacher.post(f"{draft}/items", kind=kind, **sent)
    assert answer.status_code == 200
    assert len(teacher.keys(draft)) == 1
    for name in ("docx", "pdf", "html", "moodle", "json"):
        got = teacher.get(f"{draft}/files/{name}?edition=teacher")
        assert got.status_code == 200, got.text


def test_every_format_is_exported_with_one_request(teacher: Teacher, draft: str) -> None:
    page = teacher.get(f"{draft}/export").text
    links = {part.partition('"')[0] for part in page.split('href="')[1:] if "/files/" in part}
    assert len(links) >= 20
    for link in links:
        got = teacher.get(link.partition('"')[0].replace("&amp;", "&"))
        assert got.status_code == 200
        assert "attachment" in got.headers["content-disposition"]


def test_versions_come_in_one_archive_with_the_key_of_all(teacher: Teacher, draft: str) -> None:
    data = teacher.get(f"{draft}/files/docx?edition=teacher&versions=3").content
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert [name.split(".")[-2] for name in names] == ["A", "B", "C", "keys"]


def test_the_preview_is_the_printed_sheet_in_a_sandbox(teacher: Teacher, draft: str) -> None:
    answer = teacher.get(f"{draft}/preview")
    assert "Lembar Kerja Membaca" in answer.text
    assert answer.headers["content-security-policy"].startswith("sandbox;")
    assert "<script" not in answer.text


def test_how_it_is_printed_is_kept(teacher: Teacher) -> None:
    draft = teacher.begin_corpus(TEXT)
    teacher.made(draft, count="2")
    teacher.post(f"{draft}/look", lkpd="yes", lesson="yes", version="0")
    page = teacher.get(f"{draft}/preview").text
    assert "Lembar Kerja Peserta Didik" in page
    assert "Pramembaca" in page
