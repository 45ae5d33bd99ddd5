"""Detail questions on names, dates, places and amounts (ADiKSiMBa), with one right option.

The learner locates one stated fact. Trains *menemukan informasi*. Asked are facts that a clause
states plainly and whose answer is a name, a date, a place or an amount, who holds which office
(``office_choices``), when somebody spoke (``occasion_items``), what an acronym stands for
(``expansion_choices``), and what is left out of a statement (``completion``). Known limits: other
answers are left to short-answer items, which need no wrong options.

Source: question words as Indonesian school grammar teaches them; option roles after STARC
(Berzak, Malmaud & Levy 2020).

>>> from quizgen.exercises.common.example import show
>>> text = (
...     "Gubernur Wirawan Setia membuka pameran kapal di Makassar. "
...     "Bupati Ratna Kusuma menyumbangkan perahu. "
...     "Hendra Lesmana merawat perahu tua."
... )
>>> print(show(EXERCISE, text))
Siapa yang membuka pameran kapal di Makassar?
* Wirawan Setia
- Ratna Kusuma
- Hendra Lesmana
Siapa yang merawat perahu tua?
* Hendra Lesmana
- Wirawan Setia
- Ratna Kusuma
Gubernur Wirawan Setia membuka pameran kapal di ….
* Makassar
- Palopo
- Parepare
- Kendari
- Manado
"""

import random
from collections.abc import Iterator, Sequence

from quizgen.exercises.common.choice import choice_item
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.options import YEAR, wrong_options
from quizgen.exercises.common.text import base_level, upper_first
from quizgen.exercises.questions.ask import ask, asked_of, proof
from quizgen.exercises.questions.expansion_choices import expansion_choices
from quizgen.exercises.questions.occasion_items import occasion_choices
from quizgen.exercises.questions.office_choices import office_choices
from quizgen.exercises.questions.offices import (
    HOLDER,
    asked_offices,
    fact_of,
    other_people,
)
from quizgen.exercises.questions.offices import proof as proof_of_office
from quizgen.exercises.questions.questions import Question
from quizgen.exercises.questions.told_figures import impossible
from quizgen.exercises.statements.completion import completions
from quizgen.interfaces import Family
from quizgen.language.fact import Fact
from quizgen.language.roles import Role
from quizgen.model import Document, Item, Option

_RANKS = {"subject": 0.8, "agent": 0.8, "object": 0.8, "time": 0.9, "place": 0.8, "amount": 0.9}


class Detail:
    """Makes choice questions that ask who, when, where and how much."""

    name = "detail"
    purpose = "The learner finds one stated fact: who, when, where or how much."
    responses = ("choice",)
    family: Family = "comprehension"
    levels = (2, 7)
    example = "Kapan jembatan itu diresmikan? → 5 Mei 2025 (bukan 12 Maret 2024)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for every fact that is stated plainly and has safe wrong options."""
        for question, told in ask(document):
            yield from _item(question, told, document)
        for stem, role in asked_offices(document):
            yield from _office(stem, role, document)
        yield from office_choices(document)
        yield from occasion_choices(document)
        yield from expansion_choices(document)
        yield from completions(document)


def _office(stem: str, role: Role, document: Document) -> Iterator[Item]:
    wrong = other_people(role, stem, document)
    if len(wrong) < 2:
        return
    yield choice_item(
        "detail",
        stem,
        key=role.person.canonical,
        why=f"{role.person.canonical} disebut sebagai {role.office} {cite(role.sentence.id)}.",
        proof=proof_of_office(role),
        wrong=wrong,
        process="locate",
        level=base_level(role.sentence),
        rank=_RANKS["subject"],
        facts=(HOLDER, fact_of(role)),
        question_word="siapa",
    )


def _item(question: Question, told: Sequence[Fact], document: Document) -> Iterator[Item]:
    stem = question.stem
    offered = wrong_options(question, told, document)
    wrong = [o for o in offered if o.text not in stem and not impossible(o.text, stem)]
    dated = question.slot == "time" and YEAR.search(stem)
    if len(wrong) < 2 or dated or _stands_out(question.key, wrong):
        return
    sentence = question.fact.sentence
    unit = f" {question.unit}" if question.unit else ""
    yield choice_item(
        "detail",
        stem,
        key=upper_first(question.key) + unit,
        why=f"Jawabannya dinyatakan dalam {cite(sentence.id)[1:-1]}.",
        proof=proof(question),
        wrong=wrong,
        process="locate",
        level=base_level(sentence),
        rank=_RANKS.get(question.slot, 0.7) + min(len(wrong), 3) / 10,
        facts=asked_of(question),
        question_word=question.word,
    )


def _stands_out(key: str, wrong: Sequence[Option]) -> bool:
    """Tell whether the key is longer by half than every wrong option."""
    return all(len(key) > 1.5 * len(option.text) for option in wrong)


EXERCISE = Detail()
