"""What a clause would be read without, and what would be read into it: no sure fact then."""

from dataclasses import replace

import pytest

from quizgen.language.fact import SURE_FACT, Fact
from quizgen.language.facts import facts_of
from quizgen.language.lost_parts import loses_part
from quizgen.language.trees import Phrase
from tests.trees import parsed


def sure(sentence: str, verb: str) -> list[Fact]:
    document = parsed(sentence)
    found = facts_of(document.sentences[0], document)
    return [one for one in found if one.confidence >= SURE_FACT and one.verb_form() == verb]


LOST = {
    "a noun before the verb is not its subject": (
        "menjual",
        "Terungkap/VERB/4/advcl petani/NOUN/1/nsubj itu/DET/2/det menjual/VERB/0/root "
        "sawah/NOUN/4/obj ./PUNCT/4/punct",
    ),
    "a conjunction has a noun that the verb has not": (
        "memimpin",
        "Kota/NOUN/2/nsubj berubah/VERB/0/root sejak/SCONJ/5/mark bupati/NOUN/5/dep "
        "memimpin/VERB/2/advcl rapat/NOUN/5/obj ./PUNCT/2/punct",
    ),
    "a denial stands outside the predicate": (
        "membatalkan",
        "Bupati/NOUN/6/nsubj tak/PART/6/advmod bisa/AUX/6/aux begitu/ADV/6/advmod saja/ADV/4/fixed "
        "membatalkan/VERB/0/root rapat/NOUN/6/obj ./PUNCT/6/punct",
    ),
    "a number is not read": (
        "berisi",
        "Kitab/NOUN/2/nsubj berisi/VERB/0/root sebelas/NUM/4/nummod bab/NOUN/2/obl ./PUNCT/2/punct",
    ),
    "an act in the object has a manner": (
        "mempertahankan",
        "Warga/NOUN/2/nsubj mempertahankan/VERB/0/root pemilihan/NOUN/2/obj secara/ADP/5/case "
        "langsung/ADJ/2/obl ./PUNCT/2/punct",
    ),
    "the object of an active verb has a doer": (
        "membeberkan",
        "Guru/NOUN/2/nsubj membeberkan/VERB/0/root kecurangan/NOUN/2/obj oleh/ADP/5/case "
        "panitia/NOUN/2/obl ./PUNCT/2/punct",
    ),
    "a list ends in hingga": (
        "menjual",
        "Toko/NOUN/2/nsubj menjual/VERB/0/root beras/NOUN/2/obj dan/CCONJ/5/cc gula/NOUN/3/conj "
        ",/PUNCT/8/punct hingga/ADP/8/case minyak/NOUN/2/obl ./PUNCT/2/punct",
    ),
    "what yang leads goes on": (
        "mencari",
        "Warga/NOUN/2/nsubj mencari/VERB/0/root calon/NOUN/2/obj yang/PRON/5/nsubj "
        "jujur/ADJ/3/acl:relcl ,/PUNCT/7/punct punya/VERB/2/conj pengalaman/NOUN/7/obj "
        ",/PUNCT/12/punct dan/CCONJ/12/cc tidak/PART/12/advmod berambisi/VERB/7/conj "
        "./PUNCT/2/punct",
    ),
    "a clause with a subject hangs on nothing": (
        "terbuka",
        "Kelas/NOUN/2/nsubj terbuka/VERB/6/advcl dari/ADP/4/case pagi/NOUN/2/obl dapat/AUX/6/aux "
        "dipakai/VERB/0/root ./PUNCT/6/punct",
    ),
}


@pytest.mark.parametrize(("verb", "sentence"), LOST.values(), ids=LOST.keys())
def test_a_clause_that_would_lose_a_part_is_no_sure_fact(verb: str, sentence: str) -> None:
    assert sure(sentence, verb) == []


def test_what_is_told_inside_a_noun_never_holds_the_main_word() -> None:
    document = parsed(
        "Kabar/NOUN/8/nsubj yang/PRON/3/nsubj menyebut/VERB/1/acl:relcl toko/NOUN/6/nsubj "
        "akan/AUX/6/aux tutup/VERB/3/ccomp tidak/PART/8/advmod benar/ADJ/0/root ./PUNCT/8/punct"
    )
    fact = next(one for one in facts_of(document.sentences[0], document) if one.verb == 2)
    told = replace(fact, complement=Phrase(3, 8, 3), voice="active")
    assert loses_part(told)
    assert not loses_part(replace(told, complement=Phrase(3, 6, 3)))


SWALLOWED = {
    "an aim behind a relative clause": (
        "memakai",
        "Guru/NOUN/2/nsubj memakai/VERB/0/root alat/NOUN/2/obj yang/PRON/6/obj ia/PRON/6/nsubj "
        "temukan/VERB/3/acl:relcl untuk/ADP/8/mark membuat/VERB/6/advcl pagar/NOUN/8/obj "
        "./PUNCT/2/punct",
    ),
    "a pretext": (
        "menggelar",
        "Panitia/NOUN/2/nsubj menggelar/VERB/0/root lomba/NOUN/2/obj yang/PRON/5/nsubj "
        "ditentang/VERB/3/acl:relcl warga/NOUN/5/obl dengan/ADP/8/case dalih/NOUN/5/obl "
        "untuk/ADP/10/mark menjaga/VERB/8/acl adat/NOUN/10/obj ./PUNCT/2/punct",
    ),
    "what it is called": (
        "menyebut",
        "Ahli/NOUN/2/nsubj menyebut/VERB/0/root gambar/NOUN/2/obj sebagai/ADP/5/case "
        "bukti/NOUN/3/nmod ./PUNCT/2/punct",
    ),
    "a time behind a noun that is no act": (
        "menjadi",
        "Guru/NOUN/2/nsubj menjadi/VERB/0/root ketua/NOUN/2/obj pada/ADP/5/case "
        "musim/NOUN/3/nmod depan/ADJ/5/amod ./PUNCT/2/punct",
    ),
    "a denied predicate of its own": (
        "mengakui",
        "Nelayan/NOUN/2/nsubj mengakui/VERB/0/root kapal/NOUN/2/obj yang/PRON/5/nsubj "
        "dipakai/VERB/3/acl:relcl bukan/PART/7/advmod kapal/NOUN/5/xcomp baru/ADJ/7/amod "
        "./PUNCT/2/punct",
    ),
    "where something was taken": (
        "membawa",
        "Petani/NOUN/2/nsubj membawa/VERB/0/root buah/NOUN/2/obj yang/PRON/5/nsubj "
        "utuh/ADJ/3/acl:relcl ke/ADP/7/case pasar/NOUN/5/obl ./PUNCT/2/punct",
    ),
    "who was given it": (
        "memberikan",
        "Guru/NOUN/2/nsubj memberikan/VERB/0/root mereka/PRON/4/nmod buku/NOUN/2/obj "
        "./PUNCT/2/punct",
    ),
    "who stands behind the verb": (
        "menyusullah",
        "Kemudian/ADV/2/advmod menyusullah/VERB/0/root dua/NUM/4/nummod regu/NOUN/2/obj "
        "./PUNCT/2/punct",
    ),
    "another second predicate": (
        "menyita",
        "Polisi/NOUN/2/nsubj menyita/VERB/0/root foto/NOUN/2/obj yang/PRON/5/nsubj:pass "
        "dibuat/VERB/3/acl:relcl dan/CCONJ/7/cc memusnahkannya/VERB/5/conj ./PUNCT/2/punct",
    ),
}


@pytest.mark.parametrize(("verb", "sentence"), SWALLOWED.values(), ids=SWALLOWED.keys())
def test_an_object_that_swallows_what_is_the_verb_s_gives_no_sure_fact(
    verb: str, sentence: str
) -> None:
    assert sure(sentence, verb) == []


def weak(sentence: str, word: str, attachment: float, verb: str) -> Fact:
    document = parsed(sentence)
    (plain,) = document.sentences
    tokens = tuple(
        replace(t, attachment=attachment if t.text == word else 1.0) for t in plain.tokens
    )
    found = facts_of(replace(plain, tokens=tokens), document)
    return next(one for one in found if one.verb_form() == verb)


def test_either_noun_before_yang_may_be_meant_where_the_arc_is_weak() -> None:
    sentence = (
        "Hakim/NOUN/2/nsubj menegur/VERB/0/root saksi/NOUN/2/obj di/ADP/5/case sidang/NOUN/2/obl "
        "yang/PRON/7/nsubj memakai/VERB/5/acl:relcl topi/NOUN/7/obj ./PUNCT/2/punct"
    )
    assert weak(sentence, "memakai", 0.9, "memakai").subject is None
    sure_one = weak(sentence, "memakai", 0.99, "memakai").subject
    assert sure_one is not None and sure_one.head == 4


@pytest.mark.parametrize(("arc", "expected"), [(0.72, False), (0.8, True)])
def test_a_weak_arc_is_not_built_on(arc: float, expected: bool) -> None:
    sentence = (
        "Warga/NOUN/3/nsubj kerap/ADV/3/advmod menanam/VERB/0/root bakau/NOUN/3/obj dan/CCONJ/6/cc "
        "pulang/VERB/3/conj ./PUNCT/3/punct"
    )
    fact = weak(sentence, "bakau", arc, "menanam")
    assert (fact.confidence >= SURE_FACT) is expected


KEPT = {
    "a verb in front of a noun has a subject": (
        "menjual",
        "Kemarin/ADV/3/advmod petani/NOUN/3/nsubj menjual/VERB/0/root sawah/NOUN/3/obj "
        "./PUNCT/3/punct",
    ),
    "a place stands before a verb without a subject": (
        "menjual",
        "Di/ADP/2/case pasar/NOUN/4/obl itu/DET/2/det menjual/VERB/0/root ikan/NOUN/4/obj "
        "./PUNCT/4/punct",
    ),
    "an aim of a noun in the relative clause": (
        "mendukung",
        "Warga/NOUN/2/nsubj mendukung/VERB/0/root orang/NOUN/2/obj yang/PRON/5/nsubj "
        "punya/VERB/3/acl:relcl keinginan/NOUN/5/obj untuk/ADP/8/mark membantu/VERB/6/acl "
        "sesama/NOUN/8/obj ./PUNCT/2/punct",
    ),
    "an act at its time": (
        "menyelidiki",
        "Polisi/NOUN/2/nsubj menyelidiki/VERB/0/root kebakaran/NOUN/2/obj pada/ADP/5/case "
        "malam/NOUN/3/nmod itu/DET/5/det ./PUNCT/2/punct",
    ),
}


@pytest.mark.parametrize(("verb", "sentence"), KEPT.values(), ids=KEPT.keys())
def test_a_whole_clause_stays_a_sure_fact(verb: str, sentence: str) -> None:
    assert len(sure(sentence, verb)) == 1
