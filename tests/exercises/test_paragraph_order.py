"""Paragraphs: only chains in which each one needs the one before."""

import random

from quizgen.exercises.paragraph_order import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.model import Article, Item, Ordering

CHAIN = (
    "Dinas Perikanan meluncurkan sebuah aplikasi bagi nelayan di Kabupaten Mekarsari.",
    "Aplikasi tersebut dirancang oleh Ratna Kusuma, dosen di politeknik setempat.",
    "Ratna berharap para nelayan segera memakai aplikasi itu ketika melaut.",
)


def made(*paragraphs: str) -> list[Item]:
    document = annotate(Article(id="uji", paragraphs=paragraphs))
    return list(EXERCISE.generate(document, random.Random(1)))


def test_a_chain_of_references_and_names_is_put_in_order() -> None:
    (item,) = made(*CHAIN)
    assert isinstance(item.response, Ordering)
    assert tuple(option.text for option in item.response.options) == CHAIN
    assert all(option.why for option in item.response.options)
    assert set(item.reveals) == {"s1", "s2", "s3"} and item.text == "hidden"


def test_a_short_form_follows_the_paragraph_that_explains_it() -> None:
    (item,) = made(
        "Yayasan Samudra Lestari (YSL) menanam bakau di pantai utara Mekarsari.",
        "Bibit untuk YSL disumbangkan oleh Hendra Lesmana, pengusaha batik dari Solo.",
        "Hendra ingin melihat pantai utara hijau lagi dalam tiga tahun.",
    )
    assert isinstance(item.response, Ordering)
    assert "YSL" in item.response.options[1].why


def test_a_linking_word_alone_proves_nothing() -> None:
    first, second, _ = CHAIN
    assert made(first, second, "Namun, sebagian warga belum mempunyai telepon pintar.") == []


def test_the_full_name_in_both_paragraphs_proves_nothing() -> None:
    first, second, third = CHAIN
    free = third.replace("Ratna ", "Ratna Kusuma ").replace("aplikasi itu", "perangkat baru")
    assert made(first, second, free) == []


def test_what_the_run_does_not_bring_in_breaks_it() -> None:
    first, second, third = CHAIN
    assert made(first.replace("sebuah aplikasi", "aplikasi itu"), second, third) == []
    assert made(first, second, third.replace("aplikasi itu", "jaring tersebut")) == []
