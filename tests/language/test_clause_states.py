"""Clauses without a verb and with their subject behind it, from trees written by hand."""

import pytest

from tests.language.test_facts import read, words

STATED = {
    "a subject that itu closes": (
        "Harga/NOUN/3/nsubj itu/DET/1/det murah/ADJ/0/root ./PUNCT/3/punct",
        "Harga itu",
        "murah",
    ),
    "a helper between two nouns": (
        "Rina/PROPN/3/nsubj masih/ADV/3/advmod pelajar/NOUN/0/root ./PUNCT/3/punct",
        "Rina",
        "masih pelajar",
    ),
}


@pytest.mark.parametrize(("sentence", "subject", "said"), STATED.values(), ids=STATED.keys())
def test_a_clause_needs_no_verb_where_its_subject_is_over(
    sentence: str, subject: str, said: str
) -> None:
    (fact,) = read(sentence)
    assert (fact.voice, words(fact, "subject"), words(fact, "predicate")) == (
        "nominal", subject, said,
    )  # fmt: skip


def test_two_nouns_side_by_side_are_no_clause() -> None:
    assert read("Kebun/NOUN/3/nsubj kopi/NOUN/1/nmod rakyat/NOUN/0/root ./PUNCT/3/punct") == []


def test_the_subject_of_ada_may_stand_behind_it() -> None:
    (fact,) = read("Ada/VERB/0/root dua/NUM/3/nummod perahu/NOUN/1/nsubj ./PUNCT/1/punct")
    assert words(fact, "subject") == "dua perahu"


def test_the_noun_behind_a_verb_of_rising_is_no_object() -> None:
    found = read(
        "Petani/NOUN/2/nsubj meningkat/VERB/0/root pendapatannya/NOUN/2/obj ./PUNCT/2/punct"
    )
    assert [fact for fact in found if fact.object] == []


def test_two_words_that_are_one_idea_are_one_predicate() -> None:
    (fact,) = read("Pasien/NOUN/2/nsubj meninggal/VERB/0/root dunia/NOUN/2/obj ./PUNCT/2/punct")
    assert (words(fact, "predicate"), fact.object) == ("meninggal dunia", None)
