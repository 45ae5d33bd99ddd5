"""Items from annotated main ideas, key sentences, titles, purposes, conclusions and claims."""

import random
from dataclasses import replace
from functools import cache

import pytest

from quizgen import corpus
from quizgen.interfaces import Exercise
from quizgen.model import Categorise, Choice, Document, Item
from quizgen.offered import wanted_exercises

IDS = ("kereta-cepat-3", "suhu-2024-4", "emas-paris-6")
CHOICES = wanted_exercises(("main-idea", "title", "purpose", "conclusion"))
MAIN_IDEA, TITLE, *_ = CHOICES
KEY_SENTENCE, TABLE, WRITTEN = wanted_exercises(("key-sentence", "true-false-not-given", "written"))
ALL = (*CHOICES, KEY_SENTENCE, TABLE)

each = pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.name)


@cache
def document(id: str) -> Document:
    return corpus.load_document(id)


def made(exercise: Exercise, id: str, seed: int = 1) -> list[Item]:
    return list(exercise.generate(document(id), random.Random(seed)))


@pytest.mark.parametrize("exercise", CHOICES, ids=lambda one: one.name)
@pytest.mark.parametrize("id", IDS)
def test_a_choice_has_one_key_and_three_wrong_answers_that_say_why(
    exercise: Exercise, id: str
) -> None:
    items = made(exercise, id)
    assert items
    for item in items:
        assert isinstance(item.response, Choice)
        assert item.prompt.endswith(" ….")
        options = item.response.options
        assert [option.correct for option in options].count(True) == 1
        assert len(options) == 4
        assert all(option.why.endswith(".") for option in options)


@each
def test_a_changed_or_other_text_gives_none(exercise: Exercise) -> None:
    whole = document(IDS[0])
    shorter = replace(whole.article, paragraphs=whole.article.paragraphs[1:])
    other = replace(whole.article, id="uji")
    for article in (shorter, other):
        changed = replace(whole, article=article)
        assert list(exercise.generate(changed, random.Random(1))) == []


def test_the_idea_of_another_paragraph_says_which() -> None:
    (item,) = made(MAIN_IDEA, IDS[0])
    assert isinstance(item.response, Choice)
    (other,) = (one for one in item.response.options if one.role == "true-elsewhere")
    assert other.why == "Hal itu merupakan isi paragraf 3 (kalimat 9)."


def test_the_main_idea_of_a_paragraph_is_proved_in_it() -> None:
    for id in IDS:
        for item in made(MAIN_IDEA, id):
            inside = {document(id).sentence(proof.sentence).paragraph for proof in item.evidence}
            assert item.prompt == f"Ide pokok paragraf {inside.pop()} adalah …."
            assert not inside


def test_a_title_is_never_the_headline() -> None:
    for id in IDS:
        for item in made(TITLE, id):
            assert isinstance(item.response, Choice)
            assert document(id).article.title not in [one.text for one in item.response.options]


def test_a_key_sentence_is_chosen_among_the_sentences_of_its_paragraph_in_order() -> None:
    for id in IDS:
        for item in made(KEY_SENTENCE, id):
            assert isinstance(item.response, Choice)
            numbers = [int(option.text) for option in item.response.options]
            assert numbers == sorted(numbers)
            assert 3 <= len(numbers) <= 4
            inside = {document(id).sentence(f"s{number}").paragraph for number in numbers}
            assert len(inside) == 1
            assert item.text == "numbered"


def test_the_main_idea_and_the_key_sentence_of_one_paragraph_ask_the_same_fact() -> None:
    (idea,) = made(MAIN_IDEA, IDS[0])
    (key,) = made(KEY_SENTENCE, IDS[0])
    assert idea.facts == ("idea:p2",)
    assert key.facts == ("idea:p3",)


@pytest.mark.parametrize("id", IDS)
def test_a_table_has_five_statements_of_all_three_verdicts(id: str) -> None:
    for seed in range(4):
        (item,) = made(TABLE, id, seed)
        assert isinstance(item.response, Categorise)
        statements = item.response.statements
        assert len(statements) == 5
        assert {one.category for one in statements} == {"Benar", "Salah", "Tidak Disebutkan"}
        for one in statements:
            assert "(kalimat " in one.why
            assert (one.evidence is None) == (one.category == "Tidak Disebutkan")
            assert (one.alteration is not None) == (one.category == "Salah")


def test_another_seed_leaves_out_another_statement() -> None:
    tables = {made(TABLE, IDS[0], seed)[0].response for seed in range(6)}
    assert (
        len({frozenset(table.statements) for table in tables if isinstance(table, Categorise)}) > 1
    )


def test_no_conclusion_is_made_twice() -> None:
    for id in IDS:
        prompts = [item.prompt for item in made(WRITTEN, id)]
        assert not [prompt for prompt in prompts if prompt.startswith("Simpulan")]
