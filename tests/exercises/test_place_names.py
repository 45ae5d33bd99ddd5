"""Place names: those of one kind that stand in the text by themselves, and others that do not."""

import random

import pytest

from quizgen.exercises.place_names import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.language.places import lookup
from quizgen.model import Article, Choice, Item, MultiChoice

TRIP = "Rombongan penari itu berangkat dari Kudus. Mereka menginap di Jepara, lalu di Pati."


def made(*paragraphs: str, title: str | None = None) -> list[Item]:
    document = annotate(Article(id="uji", title=title, paragraphs=paragraphs))
    return list(EXERCISE.generate(document, random.Random(1)))


def options(item: Item, *, correct: bool) -> set[str]:
    assert isinstance(item.response, Choice | MultiChoice)
    return {each.text for each in item.response.options if each.correct == correct}


def test_the_places_that_a_text_names_are_right_and_five_stand_to_choose_from() -> None:
    (item,) = made(TRIP)
    assert item.prompt == "Kota atau kabupaten mana saja yang disebut dalam teks?"
    assert options(item, correct=True) == {"Kudus", "Jepara", "Pati"}
    assert len(options(item, correct=False)) == 2


def test_each_kind_of_place_is_asked_for_by_its_noun() -> None:
    text = "Kopi itu dikirim ke Jepang dan Mesir. Bijinya dipetik di Aceh dan di Lampung."
    assert [item.prompt.split(" mana")[0] for item in made(text)] == ["Negara", "Provinsi"]


def test_one_place_of_a_kind_is_chosen_among_three_others() -> None:
    (item,) = made("Rombongan penari itu berangkat dari Kudus pada Senin pagi.")
    assert item.prompt == "Kota atau kabupaten berikut yang disebut dalam teks adalah …."
    assert isinstance(item.response, Choice)
    assert [each.text for each in item.response.options if each.correct] == ["Kudus"]
    assert len(item.response.options) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Pertandingan Persib Bandung melawan Persebaya Surabaya berakhir imbang.",
        "Peserta belajar bahasa Inggris dan bahasa Jepang selama sebulan.",
    ],
)
def test_a_place_inside_another_name_is_not_asked_for(text: str) -> None:
    assert not made(text)


def test_no_wrong_option_stands_in_the_text_or_its_title_by_any_name() -> None:
    (first,) = made(TRIP)
    taken = sorted(options(first, correct=False))
    (item,) = made(
        f"{TRIP} Panitia juga mengundang penari asal {taken[0]}.", title=f"Ke {taken[1]}"
    )
    assert options(item, correct=False).isdisjoint(taken)


def test_no_wrong_option_holds_a_place_of_the_text() -> None:
    text = "Pameran itu singgah di Kairo. Sesudah itu perupa terbang ke Jepang dan Kenya."
    for item in made(text):
        for name in options(item, correct=False):
            place = lookup(name)
            assert place is not None
            assert place.name != "Mesir"


def test_right_options_cite_the_sentence_that_names_them() -> None:
    (item,) = made(TRIP)
    assert {proof.sentence for proof in item.evidence} == {"s1", "s2"}
    assert item.explanation == "Yang disebut: Kudus, Jepara, Pati (kalimat 1 dan 2)."
