r"""Questions that a person wrote for a text of the corpus.

The learner finds, combines and judges what the text says. Trains all of *menemukan*,
*memahami* and *menilai*. Known limits: texts of the corpus only; another text gives none.

Source: the questions of ``corpus/<topic>/questions.yaml``, in the manner of OneStopQA (Berzak,
Malmaud & Levy 2020).

>>> from quizgen.corpus import load_document
>>> document = load_document("suhu-2024-3")
>>> item = next(EXERCISE.generate(document, random.Random(1)))
>>> print(item.prompt, *(option.text for option in item.response.options), sep="\n")
Atas dasar apa WMO menyimpulkan bahwa 2024 adalah tahun terpanas?
Enam kumpulan data internasional
Enam stasiun cuaca internasional
Data stasiun cuaca di Indonesia
Laporan dari enam universitas
"""

import random
from collections.abc import Iterator

from quizgen.corpus import is_unchanged
from quizgen.corpus_teaching import TYPE, load_questions
from quizgen.interfaces import Family
from quizgen.model import Document, Item


class Written:
    """Offers the questions of the corpus."""

    name = TYPE
    purpose = "The learner answers questions that a person wrote for a text of the corpus."
    responses = ("choice",)
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Di mana jembatan itu dibangun? → di Desa Sungai Batu"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield the written questions of an unchanged text of the corpus."""
        if is_unchanged(document.article):
            yield from load_questions(document.article.id, document.sentences)


EXERCISE = Written()
