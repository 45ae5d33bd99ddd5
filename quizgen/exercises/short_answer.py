"""Short-answer questions: who, what, where, when and how much, answered in a few words.

The learner finds a fact and writes it down. Trains *menemukan informasi*; causes and purposes are
asked by the type ``cause``. Asked are also when and where somebody spoke (``occasion_items``) and
what an acronym stands for (``attributes``). Every accepted wording is listed. Known limits:
answers are names or phrases of the text, so an answer in other words is left to the teacher's
judgement.

Source: *isian/jawaban singkat* of AKM; question words of Indonesian school grammar (ADiKSiMBa).

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Bupati Wirawan Setia meresmikan pasar baru di Sukabumi."))
Siapa yang meresmikan pasar baru di Sukabumi?
= Wirawan Setia / Wirawan / Setia
Apa yang diresmikan oleh Bupati Wirawan Setia di Sukabumi?
= Pasar baru
"""

import random
from collections.abc import Iterator

from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.names import name_forms
from quizgen.exercises.common.text import upper_first
from quizgen.exercises.common.written_item import written_item
from quizgen.exercises.questions.ask import ask, asked_of, proofs
from quizgen.exercises.questions.attributes import ACRONYM, attribute_answers
from quizgen.exercises.questions.causal_items import REASONS
from quizgen.exercises.questions.occasion_items import OCCASION, occasion_answers
from quizgen.exercises.questions.offices import (
    HELD,
    HOLDER,
    asked_offices,
    fact_of,
    held_stem,
    other_people,
)
from quizgen.exercises.questions.offices import proof as proof_of_office
from quizgen.exercises.questions.questions import Question
from quizgen.exercises.questions.wordings import accepted
from quizgen.exercises.voices.spoken_answers import SPOKEN, spoken_answers
from quizgen.interfaces import Family
from quizgen.language.roles import Role
from quizgen.model import Document, Item

_RANKS = {"object": 0.8, "agent": 0.8, "subject": 0.7}
_LONGEST_KEY = 14


class ShortAnswerQuestion:
    """Makes questions that a name or a short phrase of the text answers."""

    name = "short-answer"
    purpose = "The learner answers a question in a few words: who, what, when, where, why."
    responses = ("short-answer",)
    family: Family = "comprehension"
    levels = (2, 7)
    example = "Siapa yang membuka pasar itu? → wali kota"
    default = True
    proven = False
    proven_ways = (ACRONYM, HOLDER, HELD, OCCASION, SPOKEN)
    proven_words = ("siapa", "kapan", "berapa", "di mana", "dari mana", "pihak mana", "tim mana")
    """In the last five rounds 148 of 152 such items were rated fit, of those with *Apa yang* 14 of
    20."""

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for every question that the text answers once and in few words."""
        for question, _ in ask(document):
            if question.slot not in REASONS and len(question.key.split()) <= _LONGEST_KEY:
                yield _item(question, document)
        for stem, role in asked_offices(document):
            if len(other_people(role, stem, document)) < 2:
                yield _office(stem, role, document)
        for _, role in asked_offices(document):
            if role.person.canonical not in role.office:
                yield _held(role)
        yield from spoken_answers(document)
        yield from occasion_answers(document)
        yield from attribute_answers(document)


def _office(stem: str, role: Role, document: Document) -> Item:
    person = role.person.canonical
    return written_item(
        stem, name_forms(person, document), word="siapa", why=_why(role),
        proof=proof_of_office(role), home=role.sentence, facts=(HOLDER, fact_of(role)),
        rank=_RANKS["subject"],
    )  # fmt: skip


def _held(role: Role) -> Item:
    """Return *Apa jabatan X?*: the office that stands beside the name."""
    stem, word = held_stem(role)
    return written_item(
        stem, (upper_first(role.office), *map(upper_first, role.forms)), word=word,
        why=_why(role), proof=proof_of_office(role), home=role.sentence,
        facts=(HELD, fact_of(role)), rank=_RANKS["object"],
    )  # fmt: skip


def _why(role: Role) -> str:
    return f"{role.person.canonical} disebut sebagai {role.office} {cite(role.sentence.id)}."


def _item(question: Question, document: Document) -> Item:
    sentence = question.fact.sentence
    return written_item(
        question.stem, accepted(question, document), word=question.word,
        why=f"Jawabannya dinyatakan dalam {cite(sentence.id)[1:-1]}.",
        proof=proofs(question, document), home=sentence, facts=asked_of(question),
        rank=_RANKS.get(question.slot, 0.6),
    )  # fmt: skip


EXERCISE = ShortAnswerQuestion()
