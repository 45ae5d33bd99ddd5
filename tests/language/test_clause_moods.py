"""What is supposed, asked or wished for, and subjects shared by verbs, from trees by hand."""

import pytest

from quizgen.language.fact import SURE_FACT
from tests.language.test_facts import read, words

SUPPOSED = {
    "a condition": (
        "Jika/SCONJ/3/mark pasar/NOUN/3/nsubj tutup/VERB/0/root ,/PUNCT/5/punct warga/NOUN/3/dep "
        "./PUNCT/3/punct"
    ),
    "a wish": (
        "Agar/SCONJ/3/mark warga/NOUN/3/nsubj membawa/VERB/0/root payung/NOUN/3/obj ./PUNCT/3/punct"
    ),
    "a question": (
        "Apakah/PART/3/advmod warga/NOUN/3/nsubj membawa/VERB/0/root payung/NOUN/3/obj "
        "?/PUNCT/3/punct"
    ),
}


@pytest.mark.parametrize("sentence", SUPPOSED.values(), ids=SUPPOSED.keys())
def test_what_is_not_told_as_a_fact_is_open_and_no_main_clause(sentence: str) -> None:
    first = read(sentence)[0]
    assert (first.open, first.relation) == (True, "advcl")


def test_kalau_behind_a_verb_only_means_that() -> None:
    _, meant = read(
        "Budi/PROPN/2/nsubj tahu/VERB/0/root kalau/SCONJ/5/mark pasar/NOUN/5/nsubj "
        "tutup/VERB/2/ccomp ./PUNCT/2/punct"
    )
    assert meant.open is False


def test_meski_before_a_comma_only_links() -> None:
    (fact,) = read(
        "Meskipun/SCONJ/4/mark ,/PUNCT/1/punct warga/NOUN/4/nsubj membawa/VERB/0/root "
        "payung/NOUN/4/obj ./PUNCT/4/punct"
    )
    assert (fact.relation, fact.open) == ("root", False)


JOINED = (
    "Polisi/NOUN/2/nsubj menangkap/VERB/0/root pencuri/NOUN/2/obj dan/CCONJ/5/cc "
    "menyita/VERB/2/conj motor/NOUN/5/obj ./PUNCT/2/punct"
)


def test_the_second_of_two_verbs_has_the_subject_of_the_first() -> None:
    second = read(JOINED)[1]
    assert (words(second, "subject"), words(second, "object")) == ("Polisi", "motor")


def test_a_passive_behind_an_object_lends_no_subject() -> None:
    found = read(
        "Desa/NOUN/2/nsubj menerima/VERB/0/root pompa/NOUN/2/obj dan/CCONJ/5/cc "
        "dipakai/VERB/2/conj ./PUNCT/2/punct"
    )
    assert [fact.subject for fact in found[1:]] == [None]


def test_two_verbs_under_one_noun_describe_it_both() -> None:
    found = read(
        "Warga/NOUN/6/nsubj yang/PRON/3/nsubj datang/VERB/1/acl:relcl dan/CCONJ/5/cc "
        "menetap/VERB/3/conj membawa/VERB/0/root beras/NOUN/6/obj ./PUNCT/6/punct"
    )
    assert [(fact.relation, words(fact, "subject")) for fact in found[:2]] == [
        ("acl:relcl", "Warga"), ("acl:relcl", "Warga"),
    ]  # fmt: skip


def test_an_aim_that_dan_adds_is_an_aim() -> None:
    found = read(
        "Ia/PRON/2/nsubj pergi/VERB/0/root untuk/SCONJ/4/mark membeli/VERB/2/advcl "
        "beras/NOUN/4/obj dan/CCONJ/7/cc menjual/VERB/4/conj ikan/NOUN/7/obj ./PUNCT/2/punct"
    )
    assert [fact.relation for fact in found] == ["root", "advcl", "advcl"]


def test_not_only_is_no_denial() -> None:
    fact = read(
        "Ini/PRON/4/nsubj tidak/PART/4/advmod saja/ADV/4/advmod membantu/VERB/0/root "
        "warga/NOUN/4/obj ./PUNCT/4/punct"
    )[0]
    assert fact.negated is False


def test_a_circumstance_that_is_denied_is_not_sure() -> None:
    fact = read(
        "Tidak/PART/3/advmod seperti/ADP/3/case Budi/PROPN/6/obl ,/PUNCT/3/punct ia/PRON/6/nsubj "
        "membawa/VERB/0/root payung/NOUN/6/obj ./PUNCT/6/punct"
    )[0]
    assert [a for a in fact.adjuncts if a.sure >= SURE_FACT] == []
