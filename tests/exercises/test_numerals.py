"""Numbers in words and in full figures, with every wording that is right."""

import random
from decimal import Decimal

import pytest

from quizgen.exercises.numerals import EXERCISE
from quizgen.exercises.words.number_words import in_words, ordinal, wordings
from quizgen.language.annotate import annotate
from quizgen.language.numerals import parse_number
from quizgen.model import Article, Item, ShortAnswer


def made(text: str) -> list[Item]:
    article = Article(id="uji", paragraphs=(text,))
    return list(EXERCISE.generate(annotate(article), random.Random(1)))


def answers(item: Item) -> tuple[str, ...]:
    assert isinstance(item.response, ShortAnswer)
    return item.response.answers[0]


@pytest.mark.parametrize(
    ("text", "asked", "accepted"),
    [
        ("Warga menabung Rp4,8 miliar di koperasi.", "Rp4,8 miliar",
         ("Rp4.800.000.000", "Rp4.800.000.000,00", "4.800.000.000 rupiah")),
        ("Warga menabung Rp 4,8 miliar di koperasi.", "Rp4,8 miliar",
         ("Rp4.800.000.000", "Rp4.800.000.000,00", "4.800.000.000 rupiah")),
        ("Tiket kapal dijual Rp150.000 per orang.", "Rp150.000",
         ("seratus lima puluh ribu rupiah",)),
        ("Harga beras naik 2,5 persen.", "2,5 persen",
         ("dua koma lima persen", "dua setengah persen")),
        ("Koperasi merayakan ulang tahun ke-18.", "tahun ke-18",
         ("tahun kedelapan belas", "kedelapan belas")),
        ("Pasar dibuka pada 19 Juni 2024.", "19 Juni 2024",
         ("sembilan belas Juni dua ribu dua puluh empat",)),
        ("Rapat itu dihadiri 1.250 orang.", "1.250 orang",
         ("seribu dua ratus lima puluh orang", "seribu dua ratus lima puluh")),
    ],
)  # fmt: skip
def test_a_number_is_asked_with_all_its_answers(
    text: str, asked: str, accepted: tuple[str, ...]
) -> None:
    (item,) = made(text)
    assert item.prompt == asked
    assert answers(item) == accepted


@pytest.mark.parametrize(
    "text",
    [
        "Warga menabung antara 2–3 tahun di koperasi.",
        "Kapal berangkat pada pukul 09.30.",
        "Harga beras naik 2.5 persen.",
        "Lawana menempati peringkat 15 dunia.",
        "Panitia menerima 15 dari semua usul.",
        "Kekayaan koperasi Rp953.021.579.571 tahun lalu.",
    ],
)
def test_what_has_several_readings_or_no_end_is_left_out(text: str) -> None:
    assert made(text) == []


def test_a_text_gives_three_items_of_different_kinds() -> None:
    items = made(
        "Warga menabung Rp4,8 miliar dan Rp2,5 juta. Harga naik 2,5 persen dan 3,7 persen. "
        "Rapat dihadiri 1.250 orang. Koperasi berdiri pada 19 Juni 2014."
    )
    assert len(items) == 3
    assert len({item.instruction for item in items}) >= 2


@pytest.mark.parametrize("number", [0, 7, 10, 11, 19, 20, 100, 111, 1000, 1999, 21_312, 1_001_000])
def test_words_are_read_back_as_the_number(number: int) -> None:
    assert parse_number(in_words(number)) == number


def test_every_wording_says_the_same_number() -> None:
    for value in (Decimal("6.06"), Decimal("1.96"), Decimal(1_200_000)):
        assert {parse_number(words) for words in wordings(value)} == {value}
    assert ordinal(45) == "keempat puluh lima"
