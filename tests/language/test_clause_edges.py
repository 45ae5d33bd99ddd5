"""Where subjects, objects and circumstances begin and end, from trees written by hand."""

from dataclasses import replace

from quizgen.language.fact import SURE_FACT
from quizgen.language.facts import facts_of
from tests.language.test_facts import read, words
from tests.trees import parsed


def test_an_object_that_fills_the_sentence_needs_no_sure_arcs_inside() -> None:
    document = parsed(
        "Warga/NOUN/2/nsubj menyampaikan/VERB/0/root keluhan/NOUN/2/obj tentang/ADP/5/case "
        "jalan/NOUN/3/nmod rusak/ADJ/5/amod ./PUNCT/2/punct"
    )
    sentence = document.sentences[0]
    weak = tuple(
        replace(t, attachment=0.2 if t.text in {"tentang", "jalan"} else 1.0)
        for t in sentence.tokens
    )
    (fact,) = facts_of(replace(sentence, tokens=weak), document)
    assert fact.confidence >= SURE_FACT


def test_a_subject_that_fills_all_before_the_verb_needs_no_sure_arcs_inside() -> None:
    document = parsed(
        "Petani/NOUN/7/nsubj yang/PRON/3/nsubj memakai/VERB/1/acl:relcl pompa/NOUN/3/obj "
        "baru/ADJ/4/amod itu/DET/1/det menjual/VERB/0/root beras/NOUN/7/obj ./PUNCT/7/punct"
    )
    sentence = document.sentences[0]
    weak = tuple(replace(t, attachment=0.3 if t.text == "baru" else 1.0) for t in sentence.tokens)
    main = list(facts_of(replace(sentence, tokens=weak), document))[-1]
    assert (words(main, "subject"), main.confidence >= SURE_FACT) == (
        "Petani yang memakai pompa baru itu", True,
    )  # fmt: skip


def test_what_stands_between_two_sides_belongs_to_the_object() -> None:
    (fact,) = read(
        "Menteri/NOUN/2/nsubj membentuk/VERB/0/root forum/NOUN/2/obj antara/ADP/5/case "
        "guru/NOUN/2/obl dan/CCONJ/7/cc siswa/NOUN/5/conj ./PUNCT/2/punct"
    )
    assert (words(fact, "object"), fact.adjuncts) == ("forum antara guru dan siswa", ())


def test_for_whom_is_no_purpose() -> None:
    (fact,) = read(
        "Jembatan/NOUN/2/nsubj:pass dirancang/VERB/0/root untuk/ADP/4/case siswa/NOUN/2/obl "
        "./PUNCT/2/punct"
    )
    assert [adjunct.role for adjunct in fact.adjuncts] == ["other"]


def test_a_title_before_the_doer_is_no_preposition() -> None:
    (fact,) = read(
        "Usul/NOUN/3/nsubj:pass itu/DET/1/det disampaikan/VERB/0/root Wali/PROPN/5/case "
        "Kota/PROPN/3/obl ./PUNCT/3/punct"
    )
    (doer,) = fact.adjuncts
    assert (doer.role, doer.start, doer.end) == ("agent", 3, 5)


def test_an_object_that_holds_half_a_quotation_is_not_sure() -> None:
    found = read(
        'Rina/PROPN/2/nsubj membaca/VERB/0/root buku/NOUN/2/obj "/PUNCT/5/punct Laut/PROPN/3/nmod '
        "./PUNCT/2/punct"
    )
    assert [fact for fact in found if fact.confidence >= SURE_FACT] == []


def test_semakin_before_a_subject_leaves_it_unsure() -> None:
    found = read(
        "Semakin/ADV/4/advmod banyak/DET/3/det orang/NOUN/4/nsubj membawa/VERB/0/root "
        "payung/NOUN/4/obj ./PUNCT/4/punct"
    )
    assert [fact for fact in found if fact.confidence >= SURE_FACT and fact.subject] == []


def test_where_a_meeting_is_held_is_no_part_of_its_name() -> None:
    (fact,) = read(
        "Panitia/NOUN/2/nsubj menggelar/VERB/0/root rapat/NOUN/2/obj di/ADP/5/case "
        "Kupang/PROPN/3/nmod ./PUNCT/2/punct"
    )
    assert words(fact, "object") == "rapat"


def test_resmi_before_the_verb_is_no_part_of_the_subject() -> None:
    (fact,) = read(
        "Rina/PROPN/3/nsubj resmi/ADJ/1/amod memimpin/VERB/0/root klub/NOUN/3/obj ./PUNCT/3/punct"
    )
    assert words(fact, "subject") == "Rina"


def test_an_adverb_between_verb_and_object_belongs_to_the_verb() -> None:
    (fact,) = read(
        "Ibu/NOUN/2/nsubj memahami/VERB/0/root betul/ADJ/4/amod masalah/NOUN/2/obj itu/DET/4/det "
        "./PUNCT/2/punct"
    )
    assert (words(fact, "predicate"), words(fact, "object")) == ("memahami betul", "masalah itu")


def test_a_verb_that_lacks_its_noun_is_not_sure() -> None:
    found = read(
        "Warga/NOUN/2/nsubj terlibat/VERB/0/root sengketa/NOUN/2/obl tanah/NOUN/3/nmod "
        "./PUNCT/2/punct"
    )
    assert [fact for fact in found if fact.confidence >= SURE_FACT] == []


def test_a_list_that_serta_ends_is_not_cut() -> None:
    found = read(
        "Toko/NOUN/2/nsubj memberikan/VERB/0/root kenyamanan/NOUN/2/obj ,/PUNCT/3/punct "
        "serta/CCONJ/6/cc kemudahan/NOUN/2/conj dalam/ADP/8/case berbelanja/VERB/6/acl "
        "./PUNCT/2/punct"
    )
    assert [fact for fact in found if fact.object and fact.confidence >= SURE_FACT] == []
