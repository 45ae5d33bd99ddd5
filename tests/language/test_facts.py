"""Clause facts, read from trees written by hand."""

from quizgen.language.fact import Fact
from quizgen.language.facts import facts_of
from tests.trees import parsed

RELATIVE = (
    "Perjanjian/NOUN/5/nsubj yang/PRON/3/nsubj:pass ditandatangani/VERB/1/acl:relcl "
    "Senin/PROPN/3/obl memicu/VERB/0/root kritik/NOUN/5/obj tajam/ADJ/6/amod ./PUNCT/5/punct"
)


def read(sentence: str) -> list[Fact]:
    document = parsed(sentence)
    return list(facts_of(document.sentences[0], document))


def words(fact: Fact, part: str) -> str:
    phrase = getattr(fact, part)
    return " ".join(token.text for token in fact.tokens[phrase.start : phrase.end])


def test_a_relative_clause_has_the_noun_before_yang_as_its_subject() -> None:
    signed, _ = read(RELATIVE)
    assert (signed.relation, signed.voice, words(signed, "subject")) == (
        "acl:relcl", "passive", "Perjanjian",
    )  # fmt: skip


def test_the_main_clause_keeps_its_relative_clause_in_the_subject() -> None:
    _, main = read(RELATIVE)
    assert words(main, "subject") == "Perjanjian yang ditandatangani Senin"
    assert words(main, "object") == "kritik tajam"


def test_a_chain_of_verbs_is_one_predicate() -> None:
    (fact,) = read(
        "Tim/NOUN/4/nsubj penyelamat/NOUN/1/nmod telah/AUX/4/aux berhasil/VERB/0/root "
        "menemukan/VERB/4/xcomp kapal/NOUN/5/obj nelayan/NOUN/6/nmod ./PUNCT/4/punct"
    )
    assert words(fact, "predicate") == "telah berhasil menemukan"
    assert (words(fact, "object"), fact.chained) == ("kapal nelayan", True)


def test_a_lost_attachment_lowers_the_confidence() -> None:
    from dataclasses import replace

    document = parsed(RELATIVE)
    sentence = document.sentences[0]
    weak = tuple(
        replace(token, attachment=0.3 if token.text == "kritik" else 1.0)
        for token in sentence.tokens
    )
    found = list(facts_of(replace(sentence, tokens=weak), document))
    assert [fact.confidence for fact in found] == [1.0, 0.3]


def test_a_sentence_without_a_tree_gives_nothing() -> None:
    from quizgen.language.annotate import annotate
    from quizgen.model import Article, Sentence

    document = annotate(Article(id="uji", paragraphs=("Kim membawa surat.",)))
    bare: Sentence = document.sentences[0]
    from dataclasses import replace

    tokens = tuple(replace(token, head=None, deprel=None) for token in bare.tokens)
    assert list(facts_of(replace(bare, tokens=tokens), document)) == []
