"""The grammar of question forms, on trees written by hand."""

import random

import pytest

from quizgen.exercises.questions.questions import questions
from quizgen.language.annotate import annotate
from quizgen.language.facts import facts
from quizgen.model import Article
from tests.trees import parsed

MUSEUM = (
    "Bupati/NOUN/4/nsubj Ratna/PROPN/1/flat Wulandari/PROPN/1/flat membuka/VERB/0/root "
    "museum/NOUN/4/obj laut/NOUN/5/nmod di/ADP/8/case Makassar/PROPN/4/obl "
    "pada/ADP/10/case 12/NUM/4/obl Mei/PROPN/10/nmod 2024/NUM/10/nummod ./PUNCT/4/punct"
)
OPENED = (
    "Museum/NOUN/3/nsubj:pass laut/NOUN/1/nmod dibuka/VERB/0/root oleh/ADP/6/case "
    "Bupati/NOUN/6/nmod Ratna/PROPN/3/obl:agent Wulandari/PROPN/6/flat di/ADP/9/case "
    "Makassar/PROPN/3/obl ./PUNCT/3/punct"
)
PAINTINGS = (
    "Wali/NOUN/5/nsubj Kota/NOUN/1/flat Hendra/PROPN/1/flat Saputra/PROPN/1/flat "
    "menyumbangkan/VERB/0/root 40/NUM/7/nummod lukisan/NOUN/5/obj ./PUNCT/5/punct"
)
RAIN = (
    "Panitia/NOUN/3/nsubj lomba/NOUN/1/nmod menunda/VERB/0/root upacara/NOUN/3/obj "
    "pembukaan/NOUN/4/nmod karena/ADP/7/case hujan/NOUN/3/obl lebat/ADJ/7/amod ./PUNCT/3/punct"
)
DENIED = (
    "Bupati/NOUN/5/nsubj Ratna/PROPN/1/flat Wulandari/PROPN/1/flat tidak/PART/5/advmod "
    "membuka/VERB/0/root museum/NOUN/5/obj laut/NOUN/6/nmod ./PUNCT/5/punct"
)
ITS = (
    "Bupati/NOUN/4/nsubj Ratna/PROPN/1/flat Wulandari/PROPN/1/flat membuka/VERB/0/root "
    "museumnya/NOUN/4/obj baru/ADJ/5/amod ./PUNCT/4/punct"
)


def asked(*sentences: str) -> dict[str, str]:
    document = parsed(*sentences)
    found = (question for fact in facts(document) for question in questions(fact, document))
    return {question.stem: question.key for question in found}


def test_a_subject_is_asked_for_by_siapa_yang_and_an_object_in_the_passive() -> None:
    assert asked(MUSEUM) == {
        "Siapa yang membuka museum laut di Makassar pada 12 Mei 2024?": "Ratna Wulandari",
        "Apa yang dibuka oleh Bupati Ratna Wulandari di Makassar pada 12 Mei 2024?": "Museum laut",
        "Kapan Bupati Ratna Wulandari membuka museum laut di Makassar?": "12 Mei 2024",
        "Di mana Bupati Ratna Wulandari membuka museum laut pada 12 Mei 2024?": "Di Makassar",
    }


def test_the_agent_of_a_passive_is_asked_for_in_the_active() -> None:
    assert asked(OPENED)["Siapa yang membuka museum laut di Makassar?"] == "Ratna Wulandari"


def test_a_counted_object_is_asked_for_with_berapa() -> None:
    stem = "Berapa lukisan yang disumbangkan oleh Wali Kota Hendra Saputra?"
    assert asked(PAINTINGS)[stem] == "40"


def test_a_cause_is_asked_for_with_mengapa() -> None:
    found = asked(RAIN)
    assert found["Mengapa panitia lomba menunda upacara pembukaan?"] == "Karena hujan lebat"


@pytest.mark.parametrize("sentence", [DENIED, ITS])
def test_a_denied_fact_or_one_that_points_elsewhere_is_not_asked_about(sentence: str) -> None:
    assert asked(sentence) == {}


def test_a_body_with_staff_is_never_asked_for_with_siapa() -> None:
    sentence = (
        "PT/PROPN/4/nsubj Laut/PROPN/1/flat Jaya/PROPN/1/flat membangun/VERB/0/root "
        "dermaga/NOUN/4/obj baru/ADJ/5/amod di/ADP/8/case Ambon/PROPN/4/obl ./PUNCT/4/punct"
    )
    assert "Perusahaan apa yang membangun dermaga baru di Ambon?" in asked(sentence)


def test_a_list_is_never_cut_to_its_first_member() -> None:
    from quizgen.exercises.short_answer import EXERCISE

    text = (
        "Wali Kota Hendra Saputra menyerahkan sepeda, seperangkat alat minum teh, dan piala kepada"
        " juara lomba di Bogor."
    )
    document = annotate(Article(id="uji", paragraphs=(text,)))
    answers = [item.prompt for item in EXERCISE.generate(document, random.Random(1))]
    assert not any("diserahkan" in prompt for prompt in answers)
