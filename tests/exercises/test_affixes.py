"""Roots and forms of verbs: what is asked and which errors stand beside the key."""

import random

import pytest

from quizgen.exercises import affix_choose, affix_root
from quizgen.exercises.words.learner_forms import loses_its_letter, wrong_joint, wrong_roots
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Document, Item

TEXT = (
    "Pengelola pasar memukul kentongan untuk warga desa. "
    "Pemerintah daerah membangun jembatan baru di Kendari. "
    "Ia menerima surat itu kemarin."
)


def read(text: str = TEXT) -> Document:
    return annotate(Article(id="uji", paragraphs=(text,)))


def options(item: Item) -> dict[str, bool]:
    assert isinstance(item.response, Choice)
    return {option.text: option.correct for option in item.response.options}


def test_the_root_is_asked_for_where_its_letter_is_gone() -> None:
    asked = {
        item.prompt: options(item)
        for item in affix_root.EXERCISE.generate(read(), random.Random(1))
    }
    found = asked["Kata dasar dari *memukul* dalam kalimat (1) adalah …."]
    assert found == {"pukul": True, "mukul": False, "ukul": False}
    assert not any("membangun" in prompt for prompt in asked)


def test_the_form_is_asked_for_in_a_sentence_that_stands_alone() -> None:
    asked = {
        item.prompt: options(item)
        for item in affix_choose.EXERCISE.generate(read(), random.Random(1))
    }
    prompt = "Pemerintah daerah … jembatan baru di Kendari."
    assert asked[prompt] == {"membangun": True, "dibangun": False, "menbangun": False}
    assert not any(prompt.startswith("Ia") for prompt in asked)


@pytest.mark.parametrize(
    ("verb", "wrong"),
    [
        ("memukul", "mempukul"),
        ("menyapu", "mensapu"),
        ("mengirim", "mengkirim"),
        ("membeli", "menbeli"),
    ],
)
def test_a_wrong_joint_keeps_or_changes_what_learners_do(verb: str, wrong: str) -> None:
    assert wrong_joint(verb) == wrong


def test_a_root_cut_off_by_letters_is_never_the_root() -> None:
    for verb, root in (("menyaring", "saring"), ("menerangkan", "terang"), ("memasuki", "masuk")):
        assert root not in list(wrong_roots(verb)) or not loses_its_letter(verb)


def test_verbs_that_lose_nothing_are_told_apart() -> None:
    assert [loses_its_letter(verb) for verb in ("menyaring", "membangun", "memproduksi")] == [
        True, False, False,
    ]  # fmt: skip


def test_a_verb_that_moves_somebody_to_act_gives_no_choice_of_voice() -> None:
    # *Pengusaha diminta perbankan memberikan keringanan* reads well too.
    text = "Pengusaha kapal meminta perbankan memberikan keringanan selama enam bulan."
    assert not list(affix_choose.EXERCISE.generate(read(text), random.Random(1)))
    text = "Pengusaha kapal meminta keringanan pajak selama enam bulan."
    assert list(affix_choose.EXERCISE.generate(read(text), random.Random(1)))
