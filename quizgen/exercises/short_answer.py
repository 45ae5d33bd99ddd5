"""Short-answer questions: who, what, where, when, why and what for, answered in a few words.

The learner finds a fact and writes it down. Trains *menemukan informasi*; causes and purposes
train *memahami*. Every accepted wording is listed. Known limits: answers are names or phrases of
the text, so an answer in other words is left to the teacher's judgement.

Source: *isian/jawaban singkat* of AKM; question words of Indonesian school grammar (ADiKSiMBa).
"""

import random
from collections.abc import Iterator

from quizgen import records
from quizgen.exercises._ask import ask, proof
from quizgen.exercises._offices import FACT, asked_offices, other_people
from quizgen.exercises._offices import proof as proof_of_office
from quizgen.exercises._options import speakers
from quizgen.exercises._questions import Question
from quizgen.exercises._text import base_level, cite, upper_first
from quizgen.exercises._voices import voices
from quizgen.language.roles import Role
from quizgen.model import Document, Entity, Evidence, Item, Sentence, ShortAnswer

_RANKS = {"cause": 0.95, "purpose": 0.9, "object": 0.8, "agent": 0.8, "subject": 0.7}
_INTERPRET = frozenset({"cause", "purpose", "manner"})
_LONGEST_KEY = 14


class ShortAnswerQuestion:
    """Makes questions that a name or a short phrase of the text answers."""

    name = "short-answer"
    purpose = "The learner answers a question in a few words: who, what, when, where, why."
    responses = ("short-answer",)
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for every question that the text answers once and in few words."""
        for question, _ in ask(document):
            if len(question.key.split()) <= _LONGEST_KEY:
                yield _item(question)
        for stem, role in asked_offices(document):
            if len(other_people(role, stem, document)) < 2:
                yield _office(stem, role)
        if len({quotation.speaker for quotation in document.quotations}) < 2:
            # With one voice in the text the answer is always the same.
            return
        for stem, speaker, sentence in voices(document):
            # With other voices beside it, the question is a choice: see who_said.
            if len(speakers(document, sentence, speaker.canonical, stem)) < 2:
                yield _spoken(stem, speaker, sentence)


def _office(stem: str, role: Role) -> Item:
    person = role.person.canonical
    item = Item(
        id="",
        type="short-answer",
        response=ShortAnswer(answers=(tuple(dict.fromkeys((person, person.split()[-1]))),)),
        instruction="Jawablah pertanyaan berikut dengan singkat dan jelas!",
        prompt=stem,
        evidence=(proof_of_office(role),),
        process="locate",
        level=base_level(role.sentence),
        explanation=f"{person} disebut sebagai {role.office} {cite(role.sentence.id)}.",
        question_word="siapa",
        facts=(FACT,),
        rank=_RANKS["subject"],
    )
    return records.identify(item)


def _item(question: Question) -> Item:
    sentence, evidence = question.fact.sentence, proof(question)
    item = Item(
        id="",
        type="short-answer",
        response=ShortAnswer(answers=(_accepted(question),)),
        instruction="Jawablah pertanyaan berikut dengan singkat dan jelas!",
        prompt=question.stem,
        evidence=(evidence,),
        process="interpret" if question.slot in _INTERPRET else "locate",
        level=base_level(sentence),
        explanation=f"Jawabannya dinyatakan dalam {cite(sentence.id)[1:-1]}.",
        question_word=question.word,
        facts=(sentence.id,),
        rank=_RANKS.get(question.slot, 0.6),
    )
    return records.identify(item)


def _spoken(stem: str, speaker: Entity, sentence: Sentence) -> Item:
    proof = Evidence(sentence.id, sentence.text)
    accepted = tuple(dict.fromkeys((speaker.canonical, speaker.canonical.split()[-1])))
    item = Item(
        id="",
        type="short-answer",
        response=ShortAnswer(answers=(accepted,)),
        instruction="Jawablah pertanyaan berikut dengan singkat dan jelas!",
        prompt=stem,
        evidence=(proof,),
        process="locate",
        level=base_level(sentence),
        explanation=f"Pernyataan itu disampaikan oleh {speaker.canonical} {cite(sentence.id)}.",
        question_word="siapa",
        facts=(sentence.id,),
        rank=_RANKS["subject"],
    )
    return records.identify(item)


def _accepted(question: Question) -> tuple[str, ...]:
    """Return the answer and its other wordings, each once, the fullest first."""
    unit = f" {question.unit}" if question.unit else ""
    found = [upper_first(question.key) + unit, *question.variants]
    if unit:
        found.append(upper_first(question.key))
    if question.slot in {"place", "goal", "source"}:
        found.append(question.key.partition(" ")[2])
    if question.entity is not None and not _relative(question.entity):
        found.append(question.entity.quote)
    return tuple(dict.fromkeys(found))


def _relative(entity: Entity) -> bool:
    """Tell whether a date is none without the day of writing: *hari ini*."""
    return entity.type == "DATE" and not any(char.isdigit() for char in entity.quote)


EXERCISE = ShortAnswerQuestion()
