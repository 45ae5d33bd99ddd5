from pathlib import Path

import pytest

from quizgen.errors import InputError
from quizgen.interfaces import readers
from quizgen.readers._open import read_source

BODY = "Warga desa itu menanam pohon di tepi sungai agar tanah tidak longsor."


@pytest.mark.parametrize("name", ["kebun.txt", "kebun.TXT", "kebun", "kebun.md"])
def test_file_is_read_by_its_suffix(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(BODY, encoding="utf-8")
    article = read_source(str(path)).article
    assert (article.id, article.paragraphs) == ("kebun", (BODY,))


def test_dash_is_standard_input() -> None:
    article = read_source("-", stdin=BODY.encode()).article
    assert (article.id, article.paragraphs) == ("teks", (BODY,))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("hilang.txt", "no such file"),
        ("hilang", "no such file"),
        ("a" * 5000, "no such file"),
        ("nol\x00.txt", "no such file"),
        ("ftp://contoh.id/a", "no http or https address|no such file"),
        (
            "catatan.rtf",
            r"unknown file type '.rtf'; give one of .docx, .htm, .html, .md, .mht, .mhtml, .pdf",
        ),
    ],
)
def test_source_that_cannot_be_read_is_one_line(source: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_source(source)
    assert "\n" not in str(caught.value)


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read_source(str(tmp_path))


def test_every_suffix_has_one_reader() -> None:
    suffixes = [suffix for reader in readers() for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert {reader.name for reader in readers()} == {"docx", "html", "mhtml", "pdf", "text", "web"}
