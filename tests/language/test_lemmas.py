"""Lemmas after UD_Indonesian-CSUI, where they differ from the root of the segments."""

import pytest

from quizgen.language.annotate import annotate
from quizgen.language.lemmas import lemmas
from quizgen.model import Article


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("tersebut", "DET", "sebut"),
        ("merupakan", "VERB", "rupa"),
        ("terhadap", "ADP", "hadap"),
        ("sebesar", "NOUN", "sebesar"),
        ("kedua", "ADJ", "kedua"),
        ("kesebelas", "ADJ", "kesebelas"),
        ("lainnya", "ADJ", "lain"),
        ("sebelumnya", "ADJ", "belum"),
        ("sebelumnya", "ADV", "sebelumnya"),
        ("sepenuhnya", "ADV", "sepenuhnya"),
        ("sebagus-bagusnya", "ADV", "bagus"),
        ("mensosialisasikan", "VERB", "sosialisasi"),
        ("modernisasi", "NOUN", "modernisasi"),
        ("olahragawan", "NOUN", "olahragawan"),
        ("sejarawan", "NOUN", "sejarawan"),
        ("teroris", "NOUN", "teroris"),
        ("ditandatangani", "VERB", "menandatangani"),
        ("ketidakpastian", "NOUN", "pasti"),
        ("alasannya", "NOUN", "alas"),
    ],
)
def test_a_lemma_follows_the_treebank(word: str, tag: str, expected: str) -> None:
    assert lemmas(["Ani", word], ["PROPN", tag]) == ["Ani", expected]


def test_a_capital_keeps_a_word_whole_but_at_the_start() -> None:
    article = Article(id="a", paragraphs=("Kenaikan itu diumumkan Kementerian Keuangan.",))
    tokens = annotate(article).sentences[0].tokens
    assert tokens[0].lemma == "naik"
    assert tokens[4].lemma == "Keuangan"
