r"""Another title for a text of the corpus.

The learner chooses the title that covers the whole text among titles that name a detail, promise
too much, or say what the text does not. Trains *memahami*. The text is printed with its headline,
so the item asks for another title; key and wrong titles are written by a person. Known limits:
texts of the corpus only.

Source: *judul yang tepat* of Indonesian school exams and of UTBK-SNBT.

>>> from quizgen.corpus import load_document
>>> document = load_document("kereta-cepat-3")
>>> item = next(EXERCISE.generate(document, random.Random(1)))
>>> print(item.prompt, *(option.role for option in item.response.options), sep="\n")
Judul lain yang paling tepat untuk teks tersebut adalah ….
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

_PROMPT = "Judul lain yang paling tepat untuk teks tersebut adalah …."


class Title:
    """Makes choice items from the annotated titles of a corpus text."""

    name = "title"
    purpose = "The learner chooses another title that fits a whole text of the corpus."
    responses = ("choice",)
    family: Family = "comprehension"
    levels = (3, 7)
    example = f"{_PROMPT} → Jembatan Baru Memperpendek Jalan ke Pasar"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each annotated title."""
        reading = reading_of(document)
        for title in reading.titles if reading else ():
            item = choice_item(self.name, _PROMPT, title, "title", document)
            if item:
                yield item


EXERCISE = Title()
