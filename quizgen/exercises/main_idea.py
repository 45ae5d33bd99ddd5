r"""The main idea of a paragraph of the corpus.

The learner tells what a paragraph is about from its details, from the idea of another paragraph,
and from what is too broad or not said. Trains *memahami*. Key and wrong answers are written by a
person; the key says the idea in other words than the text. Known limits: texts of the corpus
only, and only paragraphs with one idea.

Source: *ide pokok paragraf* of UTBK-SNBT and of school exams; wrong options by role after
OneStopQA (Berzak, Malmaud & Levy 2020).

>>> from quizgen.corpus import load_document
>>> document = load_document("kereta-cepat-3")
>>> item = next(EXERCISE.generate(document, random.Random(1)))
>>> print(item.prompt, *(option.role for option in item.response.options), sep="\n")
Ide pokok paragraf 2 adalah ….
key
misreading
true-elsewhere
unsupported
"""

import random
from collections.abc import Iterator

from quizgen.corpus_teaching import reading_of
from quizgen.exercises.common.annotated import choice_item
from quizgen.interfaces import Family
from quizgen.model import Document, Item


class MainIdea:
    """Makes choice items from the annotated main ideas of a corpus text."""

    name = "main-idea"
    purpose = "The learner finds the main idea of a paragraph in a text of the corpus."
    responses = ("choice",)
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Ide pokok paragraf 2 adalah …. → perbaikan jembatan tertunda karena banjir"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each paragraph whose main idea is annotated."""
        reading = reading_of(document)
        for idea in reading.main_ideas if reading else ():
            prompt = f"Ide pokok paragraf {idea.paragraph} adalah …."
            item = choice_item(self.name, prompt, idea, f"idea:p{idea.paragraph}", document)
            if item:
                yield item


EXERCISE = MainIdea()
