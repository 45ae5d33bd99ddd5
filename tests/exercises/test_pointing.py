"""Whether words point to something outside them, in three degrees."""

from collections.abc import Sequence

import pytest

from quizgen.exercises.common.pointing import explained, explains_itself, points_nowhere
from quizgen.language.annotate import annotate
from quizgen.model import Article, Document, Token

PLAIN = "Nelayan Kendari menjual ikan di pasar desa."
LATE = "Nelayan tua dari Kendari menjual perahunya kepada pedagang."
EARLY = "Perahunya dijual kepada pedagang ikan di pasar desa."
DETERMINED = "Nelayan Kendari menjual ikan di pasar itu."
PERIOD = "Saat ini nelayan Kendari menjual ikan di pasar desa."
FIXED = "Nelayan Kendari akhirnya menjual ikan di pasar desa."


def read(text: str) -> Document:
    return annotate(Article(id="uji", paragraphs=(text,)))


def tokens(text: str) -> Sequence[Token]:
    return read(text).sentences[0].tokens


@pytest.mark.parametrize("text", [PLAIN, LATE, PERIOD, FIXED])
def test_a_late_owner_a_period_and_a_fixed_word_are_explained(text: str) -> None:
    assert explains_itself(tokens(text))


@pytest.mark.parametrize("text", [EARLY, DETERMINED, "Kami menjual ikan di pasar desa."])
def test_what_comes_first_or_is_determined_is_lost(text: str) -> None:
    assert not explains_itself(tokens(text))


@pytest.mark.parametrize(
    ("text", "nowhere"),
    [(PLAIN, True), (PERIOD, True), (FIXED, True), (LATE, False), (DETERMINED, False)],
)
def test_the_strictest_degree_takes_no_owner_at_all(text: str, nowhere: bool) -> None:
    assert points_nowhere(tokens(text)) is nowhere


@pytest.mark.parametrize(("text", "clear"), [(PLAIN, True), (DETERMINED, False), (EARLY, False)])
def test_with_the_analysis_every_pointing_word_needs_what_it_points_to(
    text: str, clear: bool
) -> None:
    document = read(text)
    sentence = document.sentences[0]
    assert explained(sentence, range(len(sentence.tokens) - 1), document) is clear
