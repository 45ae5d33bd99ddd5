"""Write a number of the text in words, or an amount of money in full figures.

The learner turns *1.250 meter persegi* into words, *Rp4,8 miliar* into figures. Trains reading
and writing numbers. Every standard wording is accepted.

Known limits: no clock times (too many right wordings), no money but rupiah, no decades or ranges;
at most three items a text, each of another kind.

Source: EYD V, Penulisan Kata: Angka dan Bilangan.

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Warga menjual 1.250 kilogram beras seharga Rp16,5 juta."))
Rp16,5 juta
= Rp16.500.000 / Rp16.500.000,00 / 16.500.000 rupiah
1.250 kilogram
= seribu dua ratus lima puluh kilogram / seribu dua ratus lima puluh
"""

import random
from collections.abc import Iterator

from quizgen import records
from quizgen.exercises.common.cites import cite
from quizgen.exercises.questions.number_questions import Question, questions
from quizgen.interfaces import Family
from quizgen.model import Document, Evidence, Item, Sentence, ShortAnswer

_MOST = 3
_SPELT = {
    "money": "rupiah",
    "rupiah": "rupiah",
    "scaled": "decimals",
    "count": "thousands",
    "percent": "decimals",
    "ordinal": "ordinal",
    "date": "date",
}
"""The rule of spelling that the prompt of each kind shows, which then is not asked beside it."""


class Numerals:
    """Makes short-answer questions on numbers."""

    name = "numerals"
    purpose = "The learner writes a number, an amount or a date in words or in full figures."
    responses = ("short-answer",)
    family: Family = "language"
    levels = (2, 4)
    example = "1.250 meter persegi → seribu dua ratus lima puluh meter persegi"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield at most three items, each of another kind, in order of worth."""
        found = [
            (question, sentence, quote)
            for sentence in document.sentences
            for question, quote in questions(sentence, document)
        ]
        kinds: set[str] = set()
        for question, sentence, quote in sorted(found, key=lambda each: -each[0].rank):
            if question.kind not in kinds and len(kinds) < _MOST:
                kinds.add(question.kind)
                yield _item(question, sentence, quote)


def _item(question: Question, sentence: Sentence, quote: str) -> Item:
    why = question.why[:1].upper() + question.why[1:]
    item = Item(
        id="",
        type="numerals",
        response=ShortAnswer(answers=(question.answers,)),
        instruction=question.instruction,
        prompt=question.asked,
        evidence=(Evidence(sentence.id, quote),),
        process="language",
        level=question.level,
        text="shown",
        explanation=f"{why} {cite(sentence.id)}.",
        facts=(f"numeral:{question.asked}", f"spelling:{_SPELT[question.kind]}"),
        rank=question.rank,
    )
    return records.identify(item)


EXERCISE = Numerals()
