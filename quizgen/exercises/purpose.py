r"""Why the writer wrote a text of the corpus.

The learner tells the writer's purpose from purposes that fit a part of the text only or another
kind of text: to persuade, to compare, to criticise. Trains *menilai*. Key and wrong answers are
written by a person. Known limits: texts of the corpus only, which all inform.

Source: *tujuan penulis* of AKM and of UTBK-SNBT.

>>> from quizgen.corpus import load_document
>>> document = load_document("kereta-cepat-3")
>>> item = next(EXERCISE.generate(document, random.Random(1)))
>>> print(item.prompt, *(option.role for option in item.response.options), sep="\n")
Tujuan penulis menulis teks tersebut adalah ….
key
misreading
unsupported
unsupported
"""

import random
from collections.abc import Iterator

from quizgen.corpus_teaching import reading_of
from quizgen.exercises.common.annotated import choice_item
from quizgen.interfaces import Family
from quizgen.model import Document, Item

_PROMPT = "Tujuan penulis menulis teks tersebut adalah …."


class Purpose:
    """Makes choice items from the annotated purposes of a corpus text."""

    name = "purpose"
    purpose = "The learner tells for what purpose a text of the corpus was written."
    responses = ("choice",)
    family: Family = "comprehension"
    levels = (3, 7)
    example = f"{_PROMPT} → memberitakan pembukaan jembatan"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each annotated purpose."""
        reading = reading_of(document)
        for purpose in reading.purposes if reading else ():
            item = choice_item(self.name, _PROMPT, purpose, "purpose", document)
            if item:
                yield item


EXERCISE = Purpose()
