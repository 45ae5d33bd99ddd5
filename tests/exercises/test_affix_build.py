"""Derived words built from their roots: which places force one form, and which give nothing."""

import random

import pytest

from quizgen.exercises.affix_build import EXERCISE
from quizgen.exercises.words.built_forms import active_answers, noun_answers, passive_answers
from quizgen.language.annotate import annotate
from quizgen.model import Article, Gap


def built(text: str) -> dict[str, tuple[str, ...]]:
    document = annotate(Article(id="uji", paragraphs=(text,)))
    found = {}
    for item in EXERCISE.generate(document, random.Random(1)):
        assert isinstance(item.response, Gap)
        found[item.prompt] = item.response.answers[0]
    return found


def test_an_active_verb_is_built_before_its_object() -> None:
    prompt = "Pengelola pasar {{1}} (bangun) gudang baru di dekat pelabuhan Kendari."
    found = built("Pengelola pasar membangun gudang baru di dekat pelabuhan Kendari.")
    assert found == {prompt: ("membangun",)}


def test_every_form_that_fits_is_accepted() -> None:
    found = built("Nelayan Kendari menggunakan jaring baru setiap hari.")
    assert list(found.values()) == [("menggunakan", "mempergunakan")]


def test_a_passive_is_built_before_its_agent() -> None:
    found = built("Jembatan gantung diresmikan oleh bupati pada Senin, 5 Mei 2025.")
    assert ("diresmikan",) in found.values()


@pytest.mark.parametrize(
    "text",
    [
        "Gubernur menyambut bupati di pelabuhan Kendari.",
        "Gubernur memberi nelayan perahu baru.",
        "Ia membangun gudang baru di dekat pelabuhan.",
        "Warga desa memainkan musik di pasar Kendari.",
        "Pengelola pasar mengkonsumsi air bersih setiap hari.",
    ],
)
def test_a_place_that_forces_no_form_gives_nothing(text: str) -> None:
    assert built(text) == {}


def test_an_instruction_says_which_class_of_word_is_asked_for() -> None:
    document = annotate(
        Article(id="uji", paragraphs=("Warga desa menunggu peresmian pasar baru di Kendari.",))
    )
    told = [item.instruction for item in EXERCISE.generate(document, random.Random(1))]
    assert told
    assert all("kata kerja berimbuhan" in text or "kata benda berimbuhan" in text for text in told)


def test_a_rival_in_use_forbids_the_gap() -> None:
    assert active_answers("memainkan") == ()
    assert passive_answers("ditingkatkan", agent=False) == ()
    assert noun_answers("penyambutan", "upacara") == ()
    assert noun_answers("kestabilan", "pada") == ()


def test_a_counting_word_is_no_noun_to_build() -> None:
    found = built("Petugas mengirim bantuan untuk puluhan rumah di Kendari.")
    assert ("puluhan",) not in found.values()
