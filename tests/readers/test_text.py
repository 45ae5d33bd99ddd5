import datetime as dt
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import InputError
from quizgen.model import Article, Imported
from quizgen.readers.text import READER

BODY = "Warga desa itu menanam pohon di tepi sungai agar tanah tidak longsor."
SECOND = "Mereka bekerja sejak pagi dan pulang ketika hari sudah gelap."


def read(text: str, source: str = "berita.txt") -> Imported:
    return READER.read(text.encode(), source=source)


def article(text: str, source: str = "berita.txt") -> Article:
    return read(text, source).article


def test_blank_lines_part_paragraphs_and_wrapped_lines_are_joined() -> None:
    wrapped = BODY.replace("sungai agar", "sungai\nagar")
    assert article(f"{wrapped}\n\n{SECOND}").paragraphs == (BODY, SECOND)


def test_line_ends_part_paragraphs_where_there_is_no_blank_line() -> None:
    assert article(f"{BODY}\n{SECOND}\n").paragraphs == (BODY, SECOND)


def test_windows_line_ends_make_the_same_article() -> None:
    text = f"Hutan Kecil di Tepi Sungai\n\n{BODY}\n\n{SECOND}"
    assert article(text.replace("\n", "\r\n")) == article(text)


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Warga Menanam Pohon", "Warga Menanam Pohon"),
        ("Siapa Menanam Pohon di Sungai?", "Siapa Menanam Pohon di Sungai?"),
        ("Warga menanam pohon.", None),
        (" ".join(["Pohon"] * 20), " ".join(["Pohon"] * 20)),
        (" ".join(["Pohon"] * 21), None),
        ("Warga Menanam\nPohon", None),
    ],
)
def test_title_is_a_short_first_line_without_full_stop(first: str, title: str | None) -> None:
    found = article(f"{first}\n\n{BODY}\n\n{SECOND}")
    assert found.title == title
    assert len(found.paragraphs) == (2 if title else 3)


def test_title_is_found_where_line_ends_part_paragraphs() -> None:
    found = article(f"Warga Menanam Pohon\n{BODY}\n{SECOND}")
    assert (found.title, found.paragraphs) == ("Warga Menanam Pohon", (BODY, SECOND))


def test_lone_line_is_text_and_not_a_title() -> None:
    found = article("Ibu membeli sayur di pasar")
    assert (found.title, found.paragraphs) == (None, ("Ibu membeli sayur di pasar",))


def test_dateline_is_no_title() -> None:
    found = article(f"Jakarta\n-\n{BODY}\n{SECOND}")
    assert found.title is None
    assert found.paragraphs[0] == f"Jakarta - {BODY}"


def test_lines_longer_than_any_page_are_paragraphs_in_spite_of_blank_lines() -> None:
    long = f"{BODY} {SECOND}"
    found = article(f"Warga Menanam Pohon\n\n{long}\n{long.replace('desa', 'kota')}\n\n{SECOND}")
    assert len(found.paragraphs) == 3


def test_short_line_before_a_paragraph_is_a_sub_heading() -> None:
    found = article(f"{BODY}\n\nBekerja Sejak Pagi\n\n{SECOND}")
    assert found.headings == {1}
    assert [number for number, _, _ in found.blocks()] == [1, None, 2]


def test_first_and_last_short_lines_are_no_sub_headings() -> None:
    assert article(f"{BODY}\n\n{SECOND}\n\nBekerja Sejak Pagi").headings == frozenset()


def test_sentence_that_ends_with_a_letter_is_no_sub_heading() -> None:
    assert article(f"{BODY}\n\nIa minum vitamin C.\n\n{SECOND}").headings == frozenset()


def test_blank_lines_around_links_do_not_part_a_sentence() -> None:
    cut = "Warga desa itu menanam pohon di tepi\n\nSungai Jernih\n\n, lalu menyiramnya setiap pagi."
    assert article(f"{BODY}\n\n{cut}").paragraphs == (
        BODY,
        "Warga desa itu menanam pohon di tepi Sungai Jernih, lalu menyiramnya setiap pagi.",
    )


def test_teaser_above_the_dateline_is_left_out_but_once() -> None:
    found = read(f"{BODY}\nKABARKITA.com, BOGOR - {SECOND}\n{BODY}")
    assert found.article.paragraphs == (f"KABARKITA.com, BOGOR - {SECOND}", BODY)
    assert [(each.text, each.reason) for each in found.dropped] == [(BODY, "repeated paragraph")]


def test_list_items_stay_apart_in_a_wrapped_block() -> None:
    found = article(f"{BODY}\n\nYang perlu dibawa:\n1. cangkul dari\nrumah\n2. bibit")
    assert found.paragraphs[1:] == ("Yang perlu dibawa:", "1. cangkul dari rumah", "2. bibit")


def test_text_from_a_terminal_without_blank_lines_is_unwrapped() -> None:
    lines = [
        "Warga desa itu menanam pohon di tepi sungai agar tanah tidak",
        "longsor, dan pemerintah daerah memberi mereka bibit yang kuat,",
        "sebab hujan diperkirakan turun deras pada akhir tahun ini di",
        "Sukamaju dan sekitarnya.",
    ]
    assert article("\n".join(lines)).paragraphs == (" ".join(lines),)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_common_encodings_are_read_right(encoding: str) -> None:
    text = f"{BODY} “Kami senang,” kata André – petani di desa itu."
    found = READER.read(text.encode(encoding), source="a.txt")
    assert found.article.paragraphs == (text,)


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02\x03" * 50,
        b"\x89PNG\r\n\x1a\n\x00\x00",
        bytes(range(1, 32)) * 9,
        b"\xff\xd8\xff\x90",
    ],
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^a\.txt: is a binary file, not text; "):
        READER.read(data, source="a.txt")


def test_pdf_with_a_wrong_name_says_so() -> None:
    with pytest.raises(InputError, match=r"\.pdf file, name it so"):
        READER.read(b"%PDF-1.7 ...", source="a.txt")


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\ufeff"])
def test_empty_text_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is empty"):
        read(text)


def test_text_of_more_than_two_megabytes_is_refused() -> None:
    with pytest.raises(InputError, match="more than 2 MB"):
        read(f"{BODY}\n" * 40_000)


def test_text_that_is_all_junk_is_refused() -> None:
    with pytest.raises(InputError, match="has no text"):
        read("ADVERTISEMENT\n\nBaca juga: Harga Beras Turun di Pasar")


def test_identifier_comes_from_the_file_or_is_teks() -> None:
    assert article(BODY, "teks/Kabar Désa (2).txt").id == "kabar-desa-2"
    assert article(BODY, "-").id == "teks"


def test_date_is_taken_from_a_weekday_and_not_from_a_plan() -> None:
    text = f"{BODY} Rapat pada Rabu (19/6/2024) memutuskan lomba hingga 3 Juli 2024."
    assert article(text).date == dt.date(2024, 6, 19)
    assert article(BODY).date is None
    assert article(f"{BODY} Lomba berlangsung hingga 3 Juli 2024.").date is None


def test_byline_and_time_stamp_give_metadata_and_are_left_out() -> None:
    stamps = "Selasa, 4 Maret 2025 | 09:15 WIB\n\nPenulis: Rani Pertiwi"
    found = read(f"Warga Menanam Pohon\n\n{stamps}\n\n{BODY}")
    assert found.article.date == dt.date(2025, 3, 4)
    assert found.article.author == "Rani Pertiwi"
    assert found.article.paragraphs == (BODY,)
    assert [each.reason for each in found.dropped] == ["time stamp", "byline"]


WORDS = st.sampled_from(
    ["petani", "sungai", "menanam", "padi", "bersama", "Jakarta", "jalan", "anak-anak", "besar"]
)
SENTENCES = st.builds(
    lambda words: f"Kami {' '.join(words)} yang di sini dan ini itu.",
    st.lists(WORDS, min_size=1, max_size=15),
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)


@given(st.lists(PARAGRAPHS, min_size=1, max_size=6, unique=True), st.sampled_from(["\n", "\n\n"]))
def test_clean_text_keeps_every_word_and_paragraph(paragraphs: list[str], gap: str) -> None:
    imported = read(gap.join(paragraphs))
    assert imported.article.paragraphs == tuple(paragraphs)
    assert imported.dropped == ()


@given(st.lists(PARAGRAPHS, min_size=2, max_size=5, unique=True), st.integers(30, 90))
def test_wrapping_at_any_width_keeps_every_paragraph(paragraphs: list[str], width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(text, width, break_on_hyphens=False) for text in paragraphs)
    assert article(wrapped).paragraphs == tuple(paragraphs)
