"""What speaks against a clause fact, however sure its arcs are."""

import pytest

from quizgen.language.fact import SURE_FACT, Fact
from quizgen.language.facts import facts_of
from tests.trees import parsed


def read(sentence: str) -> list[Fact]:
    document = parsed(sentence)
    return list(facts_of(document.sentences[0], document))


def words(fact: Fact, part: str) -> str:
    phrase = getattr(fact, part)
    return " ".join(token.text for token in fact.tokens[phrase.start : phrase.end])


DOUBTED = {
    "a verb of asking does not say what is asked": (
        "Guru/NOUN/2/nsubj meminta/VERB/0/root murid/NOUN/2/obj waspada/ADJ/2/dep ./PUNCT/2/punct"
    ),
    "a transitive verb has no object": (
        "Petani/NOUN/2/nsubj menanam/VERB/0/root hingga/ADP/4/case ratusan/NUM/5/nummod "
        "pohon/NOUN/2/obl ./PUNCT/2/punct"
    ),
    "a list goes on behind the object": (
        "Warga/NOUN/2/nsubj membawa/VERB/0/root beras/NOUN/2/obj ,/PUNCT/5/punct gula/NOUN/2/dep "
        ",/PUNCT/8/punct dan/CCONJ/8/cc minyak/NOUN/2/dep ./PUNCT/2/punct"
    ),
    "the subject ends in an adverb": (
        "Api/NOUN/4/nsubj:pass baru/ADJ/1/amod dapat/AUX/4/aux dipadamkan/VERB/0/root "
        "kemarin/ADV/4/advmod ./PUNCT/4/punct"
    ),
    "the verb only describes the subject of adalah": (
        "Syarat/NOUN/2/nsubj mengikuti/VERB/0/root seleksi/NOUN/2/obj adalah/AUX/5/cop "
        "ijazah/NOUN/2/parataxis ./PUNCT/2/punct"
    ),
    "not every one is meant": (
        "Tidak/PART/3/advmod semua/DET/3/det anggota/NOUN/4/nsubj menolak/VERB/0/root "
        "usulan/NOUN/4/obj ./PUNCT/4/punct"
    ),
    "a companion was read into the object": (
        "Ibu/NOUN/2/nsubj menyapu/VERB/0/root halaman/NOUN/2/obj dengan/ADP/5/case "
        "sapu/NOUN/3/nmod ./PUNCT/2/punct"
    ),
}


@pytest.mark.parametrize("sentence", DOUBTED.values(), ids=DOUBTED.keys())
def test_a_clause_that_word_order_speaks_against_is_no_sure_fact(sentence: str) -> None:
    assert [fact for fact in read(sentence) if fact.confidence >= SURE_FACT] == []


SURE = {
    "a verb of asking has a thing": (
        "Guru/NOUN/2/nsubj meminta/VERB/0/root bantuan/NOUN/2/obj ./PUNCT/2/punct"
    ),
    "the list is whole": (
        "Warga/NOUN/2/nsubj membawa/VERB/0/root beras/NOUN/2/obj ,/PUNCT/5/punct gula/NOUN/3/conj "
        ",/PUNCT/8/punct dan/CCONJ/8/cc minyak/NOUN/3/conj ./PUNCT/2/punct"
    ),
    "a relation has a companion of its own": (
        "Polisi/NOUN/2/nsubj menjalin/VERB/0/root hubungan/NOUN/2/obj dengan/ADP/5/case "
        "warga/NOUN/3/nmod ./PUNCT/2/punct"
    ),
}


@pytest.mark.parametrize("sentence", SURE.values(), ids=SURE.keys())
def test_a_clause_that_says_the_whole_is_a_sure_fact(sentence: str) -> None:
    assert [fact.confidence for fact in read(sentence)] == [1.0]


def test_what_was_decided_belongs_to_the_verb() -> None:
    fact = read(
        "Warga/NOUN/2/nsubj memutuskan/VERB/0/root untuk/SCONJ/4/mark pulang/VERB/2/xcomp "
        "./PUNCT/2/punct"
    )[0]
    assert (words(fact, "complement"), fact.confidence) == ("pulang", 1.0)


def test_the_doer_of_a_passive_needs_no_oleh() -> None:
    (fact,) = read(
        "Usulan/NOUN/3/nsubj:pass itu/DET/1/det disampaikan/VERB/0/root gubernur/NOUN/3/obl "
        "./PUNCT/3/punct"
    )
    assert [adjunct.role for adjunct in fact.adjuncts] == ["agent"]


def test_the_date_behind_an_object_dates_the_clause() -> None:
    (fact,) = read(
        "Bupati/NOUN/2/nsubj membuka/VERB/0/root pasar/NOUN/2/obj pada/ADP/6/case 5/NUM/6/nummod "
        "Mei/PROPN/3/nmod ./PUNCT/2/punct"
    )
    assert words(fact, "object") == "pasar"
    assert [(a.role, a.preposition) for a in fact.adjuncts] == [("time", "pada")]


def test_a_pronoun_before_a_bare_verb_with_an_object_is_its_subject() -> None:
    (fact,) = read(
        "Saya/PRON/2/nsubj dengar/VERB/0/root suara/NOUN/2/obj tembakan/NOUN/3/nmod ./PUNCT/2/punct"
    )
    assert (fact.voice, words(fact, "subject")) == ("active", "Saya")


def test_a_relative_clause_leaves_its_noun_the_pointer_behind_it() -> None:
    fact = read(
        "Pasar/NOUN/6/nsubj yang/PRON/3/nsubj:pass dibangun/VERB/1/acl:relcl perusahaan/NOUN/3/obl "
        "itu/DET/4/det terbakar/VERB/0/root ./PUNCT/6/punct"
    )[0]
    (agent,) = fact.adjuncts
    assert [token.text for token in fact.tokens[agent.start : agent.end]] == ["perusahaan"]
