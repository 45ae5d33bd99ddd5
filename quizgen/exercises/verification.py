"""Verification: which statements stand in the text and which do not.

The learner looks for each statement in the text. Trains *menemukan informasi*. One that is not
there differs from one that is in one number, time, place, office, speaker or actor, or denies it.
Known limits: it asks what true-false asks in another form, so it is used only if asked for.

Source: the sentence verification technique (Royer, Hastings & Hook 1979).
"""

import random
from collections.abc import Iterator

from quizgen.exercises.statements.judging import Judging, tables
from quizgen.interfaces import Family
from quizgen.model import Document, Item

_JUDGING = Judging(
    type="verification",
    stated="Ada di teks",
    altered="Tidak ada",
    instruction="Tentukan apakah setiap pernyataan berikut ada atau tidak ada dalam teks!",
    reason="Keterangan ini ada dalam teks",
    rank=0.6,
)


class Verification:
    """Makes tables of three or four statements to be found."""

    name = "verification"
    purpose = "The learner tells which statements the text has and which it has not."
    responses = ("categorise",)
    family: Family = "comprehension"
    levels = (2, 7)
    example = "Jembatan itu selesai pada tahun 2023. → Tidak ada (2024)"
    default = False

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield tables of statements of the text, some altered."""
        yield from tables(_JUDGING, document, rng)


EXERCISE = Verification()
