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
