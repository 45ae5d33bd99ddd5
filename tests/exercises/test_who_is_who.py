"""People and offices to be matched."""

import random

from quizgen.exercises.who_is_who import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.model import Article, Item, Matching

TEXT = (
    "Gubernur Jawa Timur Ratna Wulandari membuka lomba perahu di Surabaya. "
    "Wali Kota Surabaya Hendra Saputra menyerahkan piala kepada juara. "
    "Ketua PMI Surabaya, Tomas Lubis, menyiapkan dua ambulans untuk peserta."
)


def made(text: str) -> list[Item]:
    document = annotate(Article(id="uji", paragraphs=(text,)))
    return list(EXERCISE.generate(document, random.Random(1)))


def test_three_people_make_one_item_whose_pairs_stand_in_the_text() -> None:
    (item,) = made(TEXT)
    assert isinstance(item.response, Matching)
    assert dict(item.response.pairs)["Hendra Saputra"] == "Wali Kota Surabaya"
    assert all(name in TEXT and office in TEXT for name, office in item.response.pairs)
    assert len(item.evidence) == 3


def test_two_people_are_too_few() -> None:
    assert made(TEXT.partition("Ketua")[0]) == []


CALLINGS = (
    "Gubernur Jawa Timur Ratna Wulandari membuka lomba perahu di Surabaya. "
    "Rini Astuti (41), pedagang bumbu di Pasar Wage, menyambut baik lomba itu. "
    "Pengamat pariwisata dari Universitas Kahuripan, Hendra Saputra, menilai lomba itu meriah. "
    "Tomas Lubis (23), warga yang tinggal di tepi sungai, menonton sejak pagi."
)


def test_people_without_an_office_are_matched_with_what_they_are() -> None:
    (item,) = made(CALLINGS)
    assert isinstance(item.response, Matching)
    assert dict(item.response.pairs) == {
        "Ratna Wulandari": "Gubernur Jawa Timur",
        "Rini Astuti": "Pedagang bumbu di Pasar Wage",
        "Hendra Saputra": "Pengamat pariwisata dari Universitas Kahuripan",
    }


def test_two_of_one_calling_are_both_left_out() -> None:
    again = CALLINGS + " Sari Dewi (35), pedagang bumbu, ikut menonton."
    assert made(again) == []


def test_nobody_is_matched_with_guilt() -> None:
    guilty = CALLINGS.replace("pedagang bumbu", "terdakwa kasus suap")
    assert made(guilty) == []
