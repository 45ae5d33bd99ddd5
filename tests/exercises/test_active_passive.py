"""Voice: short clauses both ways, and the pasif persona."""

import random

import pytest

from quizgen.exercises.active_passive import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Item, ShortAnswer


def items(text: str) -> list[Item]:
    document = annotate(Article(id="uji", paragraphs=(text,)))
    return list(EXERCISE.generate(document, random.Random(1)))


def answers(item: Item) -> tuple[str, ...]:
    assert isinstance(item.response, ShortAnswer)
    return item.response.answers[0]


def test_an_active_clause_becomes_passive_with_and_without_oleh() -> None:
    (item,) = items("Pengelola pasar akan membangun gudang baru di dekat pelabuhan.")
    assert item.prompt == "Pengelola pasar akan membangun gudang baru."
    assert answers(item) == (
        "Gudang baru akan dibangun oleh pengelola pasar.",
        "Gudang baru akan dibangun pengelola pasar.",
    )


def test_a_passive_clause_becomes_active() -> None:
    (item,) = items("Pasar ikan Kendari dikelola oleh pemerintah daerah sejak 2019.")
    assert item.prompt == "Pasar ikan Kendari dikelola oleh pemerintah daerah."
    assert answers(item) == ("Pemerintah daerah mengelola pasar ikan Kendari.",)
    assert "pasif berikut menjadi kalimat aktif" in item.instruction


def test_a_name_keeps_its_capital_in_the_middle() -> None:
    (item,) = items("Gubernur Salma Rahayu meresmikan pelabuhan baru di Kendari.")
    assert answers(item)[0] == "Pelabuhan baru diresmikan oleh Gubernur Salma Rahayu."


def test_the_speaker_gives_a_choice_of_persona_passives() -> None:
    (item,) = items("“Kami sudah menerima surat kabar dari Kendari,” kata Salma Rahayu.")
    assert isinstance(item.response, Choice)
    key, *wrong = item.response.options
    assert key.text == "Surat kabar sudah kami terima."
    assert [option.text for option in wrong] == [
        "Surat kabar sudah diterima kami.",
        "Surat kabar sudah kami menerima.",
        "Surat kabar kami sudah terima.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Musim kemarau memicu kekeringan di Kendari.",
        "Pengelola pasar memiliki gudang baru di dekat pelabuhan.",
        "Ia membangun gudang baru di dekat pelabuhan.",
        "Pengelola pasar membangun gudangnya di dekat pelabuhan.",
        "Pengelola pasar membangun gudang, kantor, dan dermaga.",
        "Pengelola pasar mengubah gudang menjadi kantor.",
        "Pengelola pasar membangun 25 gudang di dekat pelabuhan.",
        "Jika pengelola pasar berhasil membangun gudang, nelayan senang.",
    ],
)
def test_a_clause_without_a_natural_passive_gives_nothing(text: str) -> None:
    assert items(text) == []
