import datetime as dt

import pytest

from quizgen.errors import InputError
from quizgen.model import Imported
from quizgen.readers.text import READER

BODY = "Warga desa itu menanam pohon di tepi sungai agar tanah tidak longsor."


def read(text: str) -> Imported:
    return READER.read(text.encode(), source="kebun.md")


def test_marks_go_and_words_stay() -> None:
    article = read(
        "# Hutan *Kecil*\n\nWarga **desa** itu [menanam](https://contoh.id) `pohon` di\n"
        "_tepi_ sungai agar tanah\\_nya kuat.\n\n## Sejak Pagi\n\n> Kami senang di sini.\n\n"
        "- bawa cangkul\n- bawa\n  bibit\n1. siram pohon itu\n"
    ).article
    assert article.title == "Hutan Kecil"
    assert article.paragraphs == (
        "Warga desa itu menanam pohon di tepi sungai agar tanah_nya kuat.",
        "Sejak Pagi",
        "Kami senang di sini.",
        "bawa cangkul",
        "bawa bibit",
        "1. siram pohon itu",
    )
    assert article.headings == {1}


def test_front_matter_gives_the_metadata() -> None:
    article = read(
        "---\ntitle: Hutan Kecil\ndate: 2025-03-04\noutlet: Kabar Hulu\nauthor: Rani\n"
        f"url: https://contoh.id/a\nlevel: 3\ntopic: lingkungan\nlicence: CC BY 4.0\n---\n{BODY}\n"
    ).article
    assert (article.title, article.date) == ("Hutan Kecil", dt.date(2025, 3, 4))
    assert (article.outlet, article.author, article.url) == (
        "Kabar Hulu",
        "Rani",
        "https://contoh.id/a",
    )
    assert (article.level, article.topic, article.licence) == (3, "lingkungan", "CC BY 4.0")
    assert article.paragraphs == (BODY,)


def test_indonesian_date_in_the_front_matter_is_read() -> None:
    assert read(f"---\ndate: 4 Maret 2025\n---\n{BODY}").article.date == dt.date(2025, 3, 4)


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("level: 9", "use a BIPA level, 1 to 7"),
        ("level: tiga", "use a BIPA level, 1 to 7"),
        ("date: kemarin", "no such date 'kemarin'"),
        ("title: [", "is no YAML"),
        ("- a", "is no list of fields"),
    ],
)
def test_wrong_front_matter_is_one_line(front: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read(f"---\n{front}\n---\n{BODY}")
    assert "\n" not in str(caught.value)


def test_pictures_code_tables_and_comments_are_reported() -> None:
    imported = read(
        f"{BODY}\n\n![kebun](a.png)\n\n```\nkode\n```\n\n| a | b |\n|---|---|\n\n<!-- catatan -->\n"
    )
    assert imported.article.paragraphs == (BODY,)
    assert {each.reason for each in imported.dropped} == {
        "picture",
        "code block",
        "table",
        "comment",
    }
