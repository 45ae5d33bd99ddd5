from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model import Imported
from quizgen.readers import restore
from quizgen.readers.text import READER

FIRST = "Warga desa itu menanam pohon di tepi sungai agar tanah tidak longsor."
SECOND = "Mereka bekerja sejak pagi dan pulang ketika hari sudah gelap."
THIRD = "Anak-anak ikut membantu menyiram bibit setelah pulang sekolah."
LINK = "Baca juga: Sungai Itu Kini Bersih"
CREDIT = "(abc/def)"
TEXT = f"Hutan Kecil\n\n{FIRST}\n\n{LINK}\n\n{SECOND} {CREDIT}\n\nFoto: Rani\n\n{THIRD}"


def read(text: str = TEXT) -> Imported:
    return READER.read(text.encode(), source="hutan.txt")


def find(imported: Imported, text: str) -> int:
    return [each.text for each in imported.dropped].index(text)


def test_a_block_is_placed_before_the_paragraph_that_followed_it() -> None:
    dropped = read().dropped[0]
    assert (dropped.text, dropped.paragraph, dropped.offset) == (LINK, 1, None)


def test_a_piece_is_placed_in_its_paragraph_by_character() -> None:
    imported = read()
    dropped = imported.dropped[find(imported, CREDIT)]
    assert (dropped.paragraph, dropped.offset) == (1, len(SECOND))


def test_a_piece_keeps_its_place_where_lines_are_joined_after_it() -> None:
    link = "(Baca juga: Sungai Bersih)"
    imported = read(f"{FIRST} Mereka {link} bekerja sejak\npagi di tepi sungai.\n{THIRD}")
    dropped = imported.dropped[find(imported, link)]
    paragraph = imported.article.paragraphs[dropped.paragraph]
    assert paragraph[: dropped.offset].rstrip() == f"{FIRST} Mereka"


def test_a_restored_block_is_a_paragraph_in_its_old_place() -> None:
    imported = read()
    restored = restore(imported, [find(imported, LINK)])
    assert restored.article.paragraphs == (FIRST, LINK, SECOND, THIRD)
    assert LINK not in [each.text for each in restored.dropped]


def test_a_restored_piece_stands_in_its_paragraph_again() -> None:
    imported = read()
    restored = restore(imported, [find(imported, CREDIT)])
    assert restored.article.paragraphs == (FIRST, f"{SECOND} {CREDIT}", THIRD)


def test_what_stays_out_is_placed_anew() -> None:
    imported = read()
    restored = restore(imported, [find(imported, LINK)])
    again = restore(restored, range(len(restored.dropped)))
    assert again == restore(imported, range(len(imported.dropped)))


def test_headings_stay_headings_when_a_block_comes_back_before_them() -> None:
    imported = read(f"{FIRST}\n\n{LINK}\n\nPulang Malam\n\n{SECOND} Mereka senang sekali.")
    (heading,) = imported.article.headings
    restored = restore(imported, [0])
    assert restored.article.headings == {heading + 1}
    assert restored.article.paragraphs[heading + 1] == "Pulang Malam"


def test_lines_of_one_block_come_back_as_paragraphs() -> None:
    imported = read()
    menu = replace(imported.dropped[0], text="Beranda\nEkonomi")
    restored = restore(replace(imported, dropped=(menu,)), [0])
    assert restored.article.paragraphs[1:3] == ("Beranda", "Ekonomi")


@pytest.mark.parametrize("index", [-1, 3])
def test_a_block_that_there_is_not_cannot_be_restored(index: int) -> None:
    with pytest.raises(IndexError, match="choose among 3 blocks"):
        restore(read(), [index])


LINES = [
    FIRST, SECOND, THIRD, LINK, CREDIT, "ADVERTISEMENT", "Pulang Malam", "Foto: Rani", "Baca juga:",
    f"{SECOND} {CREDIT}", "Warga di", "Kota Teluk Jernih", ", yang jauh, senang.", "(Foto: Rani)",
    f"{FIRST} (Baca juga: Sungai Bersih) {SECOND}", "Simak Video 'Naik Bus':", "[Gambas:Video]",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(["\n", "\n\n"]))
def test_with_all_restored_no_character_of_the_source_is_missing(
    lines: list[str], end: str
) -> None:
    text = end.join([FIRST, *lines, SECOND])
    imported = read(text)
    article = restore(imported, range(len(imported.dropped))).article
    known = "".join(((article.title or "") + article.text).split())
    assert sorted(known) == sorted("".join(text.split()))


@given(st.lists(st.sampled_from(LINES), max_size=12), st.data())
def test_restoring_in_two_steps_is_restoring_at_once(lines: list[str], data: st.DataObject) -> None:
    imported = read("\n\n".join([FIRST, *lines, SECOND]))
    count = len(imported.dropped)
    chosen = data.draw(st.sets(st.integers(0, count - 1)) if count else st.just(set()))
    first = restore(imported, chosen)
    assert restore(first, range(len(first.dropped))) == restore(imported, range(count))
