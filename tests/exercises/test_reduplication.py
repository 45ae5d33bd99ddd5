"""Plurals: the doubled noun, the quantifier with a single noun, saling."""

import random

import pytest

from quizgen.exercises.reduplication import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Item


def items(text: str) -> list[Item]:
    document = annotate(Article(id="uji", paragraphs=(text,)))
    return list(EXERCISE.generate(document, random.Random(1)))


def options(item: Item) -> list[str]:
    assert isinstance(item.response, Choice)
    assert item.response.options[0].correct
    assert all(option.why for option in item.response.options)
    return [option.text for option in item.response.options]


def test_para_takes_a_single_noun() -> None:
    (item,) = items("Pengelola museum mengundang para guru dari desa di sekitar danau.")
    assert item.prompt == "Pengelola museum mengundang … dari desa di sekitar danau."
    assert options(item) == ["para guru", "para guru-guru", "banyak guru-guru", "guru guru"]


def test_a_doubled_noun_is_the_plural_of_a_thing() -> None:
    (item,) = items("Nelayan di Kendari membersihkan kapal-kapal sebelum badai datang.")
    wrong = ["para kapal", "beberapa kapal-kapal", "kapal kapal"]
    assert options(item) == ["kapal-kapal", *wrong]


def test_the_first_word_of_the_sentence_keeps_its_capital() -> None:
    (item,) = items("Beberapa negara mengirim bantuan ke Kendari.")
    assert item.prompt.startswith("… mengirim")
    assert all(text[0].isupper() for text in options(item))


def test_a_numeral_takes_a_single_noun() -> None:
    (item,) = items("Bupati Kendari mengundang dua puluh guru ke pelabuhan.")
    assert item.prompt.startswith("Bupati Kendari mengundang ")
    assert any("guru-guru" in text for text in options(item)[1:])


@pytest.mark.parametrize(
    "text",
    [
        "Ia mengundang para guru dari desa di sekitar danau.",
        "Suhu rata-rata di Kendari mencapai 27 derajat Celsius.",
        "Pengelola museum mengundang anak-anak dari desa.",
        "Seluruh ketua-ketua organisasi menghadiri rapat di Kendari.",
        "Pengelola museum mengundang masyarakat dari desa.",
    ],
)
def test_other_sentences_give_nothing(text: str) -> None:
    assert items(text) == []


def test_a_noun_that_makes_one_word_with_the_next_is_not_cut_from_it() -> None:
    assert items("Rumah sakit itu menyiapkan 24 tempat tidur untuk pasien baru.") == []
