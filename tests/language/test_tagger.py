"""The part-of-speech tagger."""

from quizgen.language.tagger import tagger
from quizgen.language.word_classes import classes


def test_a_plain_sentence_is_tagged_like_the_treebank() -> None:
    words = ["Ani", "membaca", "dua", "buku", "baru", "di", "rumah", "."]
    tags = ["PROPN", "VERB", "NUM", "NOUN", "ADJ", "ADP", "NOUN", "PUNCT"]
    assert tagger().tag(words) == tags


def test_a_derived_first_word_is_no_name() -> None:
    assert tagger().tag(["Kedatangan", "tamu", "itu", "disambut", "warga", "."])[0] == "NOUN"


def test_a_name_at_the_start_stays_a_name() -> None:
    assert tagger().tag(["Suharyono", "menyambut", "tamu", "itu", "."])[0] == "PROPN"


def test_no_words_have_no_tags() -> None:
    assert tagger().tag([]) == []


def test_the_tagger_is_loaded_once() -> None:
    assert tagger() is tagger()


def test_word_classes_know_tags_and_clusters() -> None:
    assert classes("membaca")[0] == "VB"
    assert classes("2025") == classes("17")
    assert classes("xyzzyx") == ("?", "?", "?", "?")
