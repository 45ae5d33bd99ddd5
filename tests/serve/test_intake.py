"""What comes in: every way gives the parts of a draft, and no name or id is trusted."""

import pytest

from quizgen import corpus
from quizgen.errors import InputError, UnknownNameError
from quizgen.serve import intake

from .conftest import ARTICLE


def kept(parts: dict[str, object]) -> list[str]:
    text = parts["text"]
    assert isinstance(text, dict)
    return [block["text"] for block in text["blocks"] if block["kept"]]


def test_a_paste_has_its_title_paragraphs_and_what_was_left_out() -> None:
    parts = intake.from_paste(ARTICLE)
    assert parts["title"] == "Warga Sarunai Perbaiki Jembatan yang Hanyut"
    assert len(kept(parts)) == 5
    left = [block["text"] for block in parts["text"]["blocks"] if not block["kept"]]
    assert any(text.startswith("Baca juga") for text in left)


def test_a_given_title_wins() -> None:
    assert intake.from_paste(ARTICLE, "Judul saya")["title"] == "Judul saya"


def test_a_file_called_like_a_text_of_the_corpus_is_not_taken_for_it() -> None:
    id = corpus.article_ids()[0]
    parts = intake.from_file(ARTICLE.encode(), f"{id}.txt", seconds=20)
    assert parts["text"]["corpus"] is False
    assert parts["text"]["meta"]["id"] not in corpus.article_ids()


def test_a_text_of_the_corpus_keeps_its_paragraphs() -> None:
    id = corpus.article_ids()[0]
    assert tuple(kept(intake.from_corpus(id))) == corpus.load_article(id).paragraphs


def test_a_path_is_no_text_of_the_corpus() -> None:
    with pytest.raises(UnknownNameError):
        intake.from_corpus("../../../etc/passwd")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "/etc/passwd", "-", "ftp://x/y", "x y"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(InputError):
        intake.from_address(url, private=False, seconds=20)


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://[::1]:1/", "http://10.0.0.1/"])
def test_an_address_in_a_private_network_is_refused(url: str) -> None:
    with pytest.raises(InputError, match="private network"):
        intake.from_address(url, private=False, seconds=20)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../berita.txt", "berita.txt"),
        ("C:\\folder\\berita.docx", "berita.docx"),
        ("a\x00b\r\n.txt", "a-b--.txt"),
        ("", "teks"),
        ("x" * 300 + ".pdf", "x" * 80 + ".pdf"),
    ],
)
def test_the_name_of_a_file_is_made_safe(name: str, safe: str) -> None:
    assert intake.safe_name(name) == safe
