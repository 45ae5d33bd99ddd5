"""Orders: only chains in which each sentence needs the one before."""

import random

from quizgen.exercises.sentence_order import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.model import Article, Item, Ordering

CHAIN = (
    "Warga mengusulkan sebuah jembatan kepada pemerintah daerah.",
    "Usul tersebut dibahas dalam rapat pada bulan Mei.",
    "Rapat itu menghasilkan rancangan sederhana.",
)


def made(*sentences: str) -> list[Item]:
    article = Article(id="uji", paragraphs=(" ".join(sentences),))
    return list(EXERCISE.generate(annotate(article), random.Random(1)))


def test_a_chain_of_references_is_put_in_order() -> None:
    (item,) = made(*CHAIN)
    assert isinstance(item.response, Ordering)
    assert tuple(option.text for option in item.response.options) == CHAIN
    assert all(option.why for option in item.response.options)


def test_sentences_without_references_are_left_alone() -> None:
    loose = [sentence.replace(" tersebut", "").replace(" itu", "") for sentence in CHAIN]
    assert made(*loose) == []


def test_a_sentence_that_would_fit_in_two_places_breaks_the_chain() -> None:
    assert made(CHAIN[0], CHAIN[1], "Anak-anak bermain di tepi sungai.") == []
