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
Di mana Bupati Wirawan Setia meresmikan pasar baru?
= Di Sukabumi / Sukabumi
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
from quizgen.exercises.questions.attributes import attribute_answers
from quizgen.exercises.questions.causal_items import REASONS
from quizgen.exercises.questions.occasion_items import occasion_answers
from quizgen.exercises.questions.offices import (
    FACT,
    HELD,
    asked_offices,
    fact_of,
    held_stem,
    other_people,
)
from quizgen.exercises.questions.offices import proof as proof_of_office
from quizgen.exercises.questions.questions import Question
from quizgen.exercises.voices.spoken_answers import spoken_answers
from quizgen.interfaces import Family
from quizgen.language.places import lookup
from quizgen.language.roles import Role
from quizgen.model import Document, Entity, Item

_RANKS = {"object": 0.8, "agent": 0.8, "subject": 0.7}
_LONGEST_KEY = 14
_CLASS_NOUNS = frozenset(
    (
        "kapal",
        "pesawat",
        "pendarat",
        "wahana",
        "kereta",
        "bus",
        "desa",
        "kota",
        "kabupaten",
        "pulau",
    )
)
"""Nouns that may be left out before the name of a thing or a place."""
_NARROWING = frozenset({"periode", "tahun", "bulan", "pada", "selama", "sepanjang"})


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
        proof=proof_of_office(role), home=role.sentence, facts=(FACT, fact_of(role)),
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
        question.stem, _accepted(question, document), word=question.word,
        why=f"Jawabannya dinyatakan dalam {cite(sentence.id)[1:-1]}.",
        proof=proofs(question, document), home=sentence, facts=asked_of(question),
        rank=_RANKS.get(question.slot, 0.6),
    )  # fmt: skip


def _accepted(question: Question, document: Document) -> tuple[str, ...]:
    """Return the answer and its other wordings, each once, the fullest first."""
    unit = f" {question.unit}" if question.unit else ""
    found = [upper_first(question.key) + unit, *question.variants]
    if unit:
        found.append(upper_first(question.key))
    if question.slot in {"place", "goal", "source"}:
        found.append(question.key.partition(" ")[2])
    if question.entity is not None and not _relative(question.entity):
        found.append(question.entity.quote)
        if question.entity.type == "PER":
            found += name_forms(question.key, document)
    elif question.entity is None and question.slot in {"subject", "object", "agent"}:
        found += _shorter(question.key)
    return tuple(dict.fromkeys(found))


def _shorter(key: str) -> list[str]:
    """Return a noun phrase without what only narrows it: *penjualan tiket (periode 5-9 Juni)*.

    The class noun before a name may be left out as well: *(pendarat) Vikram*.
    """
    words = key.split()
    stop = next((i for i, word in enumerate(words) if word in _NARROWING), len(words))
    found = [" ".join(words[:stop])] if 2 <= stop < len(words) else []
    name = " ".join(words[1:])
    if (
        words[0].lower() in _CLASS_NOUNS
        and name
        and all(word[:1].isupper() for word in words[1:])
        and lookup(name) is None
    ):
        found.append(name)
    return found


def _relative(entity: Entity) -> bool:
    """Tell whether a date is none without the day of writing: *hari ini*."""
    return entity.type == "DATE" and not any(char.isdigit() for char in entity.quote)


EXERCISE = ShortAnswerQuestion()
