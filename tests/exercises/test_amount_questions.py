"""Amounts of main clauses, and clauses of statements, are asked for with the right word."""

import pytest

from quizgen.exercises.questions.ask import ask
from quizgen.exercises.questions.main_questions import main_questions
from quizgen.language.annotate import annotate
from quizgen.model import Article, Document


def read(*sentences: str) -> Document:
    return annotate(Article(id="uji", paragraphs=(" ".join(sentences),)))


def asked(*sentences: str) -> dict[str, str]:
    return {question.stem: question.key for question in main_questions(read(*sentences))}


@pytest.mark.parametrize(
    ("sentence", "stem", "key"),
    [
        (
            "Harga cabai rawit di Pasar Kenari mencapai Rp95.000 per kilogram.",
            "Berapa harga cabai rawit di Pasar Kenari?",
            "Rp95.000 per kilogram",
        ),
        (
            "Penjualan sepeda di Kudus naik 12 persen pada 2024.",
            "Berapa persen penjualan sepeda di Kudus naik pada 2024?",
            "12 persen",
        ),
        (
            "Pemilihan ketua koperasi berlangsung selama empat hari.",
            "Berapa lama pemilihan ketua koperasi berlangsung?",
            "empat hari",
        ),
        (
            "Bupati Ratna Wulandari mengunjungi Desa Kenari sekitar pukul 09.30 WIB.",
            "Pukul berapa Bupati Ratna Wulandari mengunjungi Desa Kenari?",
            "sekitar pukul 09.30 WIB",
        ),
    ],
)
def test_an_amount_is_asked_for_by_what_it_measures(sentence: str, stem: str, key: str) -> None:
    assert asked(sentence).get(stem) == key


def test_an_amount_is_asked_where_another_sentence_has_only_some_of_the_words() -> None:
    document = read(
        "Harga cabai rawit di Pasar Kenari mencapai Rp95.000 per kilogram.",
        "Harga bawang merah di Pasar Kenari mencapai Rp40.000 per kilogram.",
    )
    stems = {question.stem for question, _ in ask(document)}
    assert "Berapa harga cabai rawit di Pasar Kenari?" in stems


def test_an_amount_that_another_sentence_has_all_words_of_is_not_asked() -> None:
    document = read(
        "Harga cabai rawit di Pasar Kenari mencapai Rp95.000 per kilogram.",
        "Pekan lalu harga cabai rawit di Pasar Kenari mencapai Rp60.000 per kilogram.",
    )
    stems = {question.stem for question, _ in ask(document)}
    assert "Berapa harga cabai rawit di Pasar Kenari?" not in stems
