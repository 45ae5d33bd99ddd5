import datetime as dt
from pathlib import Path

import pytest

from quizgen.errors import InputError
from quizgen.model import Imported
from quizgen.readers.html import READER

PAGES = Path(__file__).parent / "pages"


def read(name: str) -> Imported:
    return READER.read((PAGES / name).read_bytes(), source=name)


def test_article_of_paragraphs_headings_and_lists_is_found() -> None:
    article = read("paragraphs.html").article
    assert article.title == "Warga Muara Senja Panen Garam Lebih Awal"
    assert len(article.paragraphs) == 8
    assert article.paragraphs[0].startswith("MUARA SENJA, KABARPANTAI.com - Para petani garam")
    assert article.paragraphs[5] == "Garam kasar dijual kepada pengepul dari kabupaten."
    assert [article.paragraphs[index] for index in article.headings] == ["Harga Masih Rendah"]


def test_metadata_comes_from_the_page() -> None:
    article = read("paragraphs.html").article
    assert article.date == dt.date(2025, 3, 14)
    assert article.outlet == "KabarPantai.com"
    assert article.author == "Rani Pertiwi"
    assert article.url == "https://www.kabarpantai.com/read/2025/03/14/garam"
    assert article.id == "paragraphs"


def test_everything_that_is_left_out_is_reported() -> None:
    report = "\n".join(f"{each.reason}: {each.text}" for each in read("paragraphs.html").dropped)
    for piece in ("Beranda", "Editor: Bagas", "ADVERTISEMENT", "Terpopuler", "(rpw/bgs)"):
        assert piece in report
    assert "link to another article: Baca juga: Harga Ikan Asin" in report


def test_dateline_beside_its_paragraph_is_joined_and_links_keep_their_words() -> None:
    article = read("links.html").article
    assert article.paragraphs[0] == (
        "Lereng Biru - Sebuah bus berisi dua ribu buku singgah di Kampung Lereng Biru setiap "
        "Selasa. Anak-anak sudah menunggu di lapangan sejak pukul delapan."
    )
    assert "milik komunitas baca Tunas Aksara," in article.paragraphs[1]
    assert (article.outlet, article.author) == ("kabarlereng", "Tegar Prakoso")


def test_bold_line_between_paragraphs_is_a_sub_heading() -> None:
    article = read("links.html").article
    assert [article.paragraphs[index] for index in article.headings] == ["Jalan Sempit dan Licin"]


def test_no_link_video_or_caption_stays() -> None:
    text = read("links.html").article.text
    for junk in ("Baca juga", "Gambas", "Simak", "SCROLL", "Foto:", "tgr/prk", "Terpopuler"):
        assert junk not in text


def test_line_breaks_part_paragraphs_in_an_old_encoding() -> None:
    article = read("breaks.html").article
    assert len(article.paragraphs) == 4
    assert article.paragraphs[0].startswith("HULU JERNIH – Jembatan bambu")
    assert article.paragraphs[2].startswith("“Kami tidak lagi takut")
    assert article.title == "Jembatan Bambu Diganti Baja"


def test_page_without_an_article_element_gives_its_long_paragraphs() -> None:
    assert len(read("poor.html").article.paragraphs) == 2


def test_page_named_after_its_tags_is_not_taken_for_a_list_of_tags() -> None:
    page = (PAGES / "breaks.html").read_bytes().replace(b"tag-jembatan", b"tags related share")
    assert len(READER.read(page, source="a.html").article.paragraphs) == 4


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is no web page"),
        (b"\x00\x01\x02<p>", "is no web page"),
        (b"hanya teks biasa", "is no web page"),
        (b"<html><body></body></html>", "has no article text"),
        (b"<html><body><nav><a href='/'>Beranda</a></nav></body></html>", "has no article text"),
        (
            b"<html><body><p>The mayor opened the new market hall on Monday and said that it will "
            b"be open to all of the traders from the town and from the villages.</p></body></html>",
            "seems to be English",
        ),
    ],
)
def test_page_without_indonesian_article_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=f"^a.html: {message}"):
        READER.read(data, source="a.html")


@pytest.mark.parametrize("depth", [1, 100])
def test_nested_page_is_read(depth: int) -> None:
    text = "Warga desa itu menanam pohon di tepi sungai agar tanah yang miring tidak longsor lagi."
    page = f"<html><body>{'<div>' * depth}<p>{text}</p></body></html>"
    assert READER.read(page.encode(), source="a.html").article.paragraphs == (text,)


def test_page_nested_beyond_reason_is_refused() -> None:
    page = f"<html><body>{'<div>' * 3000}<p>Warga desa itu menanam pohon.</p></body></html>"
    with pytest.raises(InputError, match="has no article text"):
        READER.read(page.encode(), source="a.html")
