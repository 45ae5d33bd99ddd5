"""Wrongly built words: the errors that are made, and the sentences that are left alone."""

import random

import pytest

from quizgen.exercises.affix_correct import EXERCISE
from quizgen.exercises.words.learner_errors import learner_error
from quizgen.language.annotate import annotate
from quizgen.model import Article, ShortAnswer


def made(text: str) -> dict[str, tuple[str, ...]]:
    document = annotate(Article(id="uji", paragraphs=(text,)))
    found = {}
    for item in EXERCISE.generate(document, random.Random(1)):
        assert isinstance(item.response, ShortAnswer)
        found[item.prompt] = item.response.answers[0]
    return found


@pytest.mark.parametrize(
    ("standard", "wrong"),
    [
        ("memengaruhi", "mempengaruhi"),
        ("menaati", "mentaati"),
        ("mengonsumsi", "mengkonsumsi"),
        ("menyukseskan", "mensukseskan"),
        ("meletakkan", "meletakan"),
        ("dimasukkan", "dimasukan"),
        ("memprediksi", "memrediksi"),
        ("mengebom", "membom"),
        ("mengubah", "merubah"),
        ("perajin", "pengrajin"),
        ("mencolok", "menyolok"),
        ("membaca", "menbaca"),
    ],
)
def test_an_error_is_one_that_learners_make(standard: str, wrong: str) -> None:
    error = learner_error(standard)
    assert error is not None
    assert error.wrong == wrong


@pytest.mark.parametrize(
    "word",
    ["mengkaji", "mempunyai", "memperbaiki", "mensyaratkan", "bermain", "merupakan", "rumah"],
)
def test_a_word_without_a_typical_error_has_none(word: str) -> None:
    assert learner_error(word) is None


def test_one_word_of_the_sentence_is_wrong() -> None:
    found = made("Pengelola pasar mengirim beras ke desa yang dilanda banjir.")
    prompt = "Pengelola pasar mengkirim beras ke desa yang dilanda banjir."
    assert found == {prompt: ("mengirim",)}


@pytest.mark.parametrize(
    "text",
    [
        "Ia mengirim beras ke desa yang dilanda banjir.",
        "Pasar tersebut mengirim beras ke desa.",
        "Pengelola pasar mempengaruhi nelayan untuk mengirim beras.",
        "Bupati mengatakan, pengelola pasar mengirim beras ke desa.",
        "Pengelola pasar tinggal di desa.",
    ],
)
def test_a_sentence_that_cannot_stand_alone_or_is_not_standard_gives_nothing(text: str) -> None:
    assert made(text) == {}
