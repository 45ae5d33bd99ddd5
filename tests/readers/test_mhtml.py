from email.message import EmailMessage

import pytest

from quizgen.errors import InputError
from quizgen.readers import read_bytes

BODY = "Warga desa itu menanam pohon di tepi sungai agar tanah yang miring tidak longsor lagi."
PAGE = f"<!DOCTYPE html><html><body><h1>Hutan Kecil</h1><p>{BODY} – Rani</p></body></html>"


def saved(page: str = PAGE, charset: str = "utf-8", subtype: str = "html") -> bytes:
    """Return a page as a browser saves it with its pictures."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://contoh.id/hutan"
    message.set_content(page, subtype=subtype, charset=charset, cte="quoted-printable")
    message.make_related()
    message.add_related(b"GIF89a", maintype="image", subtype="gif")
    part = next(part for part in message.walk() if part.get_content_maintype() == "text")
    part["Content-Location"] = "https://contoh.id/hutan"
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
@pytest.mark.parametrize("name", ["hutan.mhtml", "hutan.html"])
def test_page_saved_with_its_pictures_is_read(name: str, charset: str) -> None:
    article = read_bytes(name, saved(charset=charset), seconds=None).article
    assert (article.title, article.url) == ("Hutan Kecil", "https://contoh.id/hutan")
    assert article.paragraphs == (f"{BODY} – Rani",)


@pytest.mark.parametrize("data", [b"", b"\x00\x01", saved("teks", subtype="plain")])
def test_file_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^a\.mhtml: (?:has no web page|is a binary|is empty)"):
        read_bytes("a.mhtml", data, seconds=None)
