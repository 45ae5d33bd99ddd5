r"""The sentence that holds the main idea of a paragraph of the corpus.

The learner finds the topic sentence among the sentences of a paragraph, which are numbered on the
sheet. Trains *memahami*. A person has marked the paragraphs that have a clear one. Known limits:
texts of the corpus only; never asked beside the main idea of the same paragraph.

Source: *kalimat utama* of UTBK-SNBT and of school exams.

>>> from quizgen.corpus import load_document
>>> document = load_document("kereta-cepat-3")
>>> item = next(EXERCISE.generate(document, random.Random(1)))
>>> print(item.prompt, *(option.text for option in item.response.options), sep="\n")
Kalimat utama paragraf 3 adalah kalimat nomor ….
9
10
11
12
"""

import random
from collections.abc import Iterator
from itertools import count

from quizgen import records
from quizgen.corpus_choices import KeySentence
from quizgen.corpus_teaching import reading_of
from quizgen.exercises.common.annotated import INSTRUCTION, RANK, level_of
from quizgen.exercises.common.cites import cite
from quizgen.interfaces import Family
from quizgen.model import Choice, Document, Evidence, Item, Option, Sentence

_FEWEST, _MOST = 3, 4
_WHY = "Kalimat itu berisi penjelas, bukan inti paragraf"


class KeySentences:
    """Makes choice items from the annotated key sentences of a corpus text."""

    name = "key-sentence"
    purpose = "The learner finds the sentence that holds the main idea of a paragraph."
    responses = ("choice",)
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Kalimat utama paragraf 2 adalah kalimat nomor …. → 5 (dari 5, 6, 7, dan 8)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each paragraph that has a clear key sentence."""
        reading = reading_of(document)
        for key in reading.key_sentences if reading else ():
            number = document.sentence(key.evidence.sentence).paragraph
            inside = [one for one in document.sentences if one.paragraph == number]
            if len(inside) >= _FEWEST:
                yield _item(key, _offered(inside, key.evidence.sentence), document)


def _offered(inside: list[Sentence], key: str) -> list[Sentence]:
    """Return neighbouring sentences of the paragraph, the key among them."""
    at = next(at for at, sentence in zip(count(), inside, strict=False) if sentence.id == key)
    start = max(0, min(at - 1, len(inside) - _MOST))
    return inside[start : start + _MOST]


def _item(key: KeySentence, offered: list[Sentence], document: Document) -> Item:
    sentence = document.sentence(key.evidence.sentence)
    item = Item(
        id="",
        type="key-sentence",
        response=Choice(options=tuple(_option(one, key) for one in offered)),
        instruction=INSTRUCTION,
        prompt=f"Kalimat utama paragraf {sentence.paragraph} adalah kalimat nomor ….",
        evidence=(Evidence(sentence.id, sentence.text),),
        process="interpret",
        level=level_of(document),
        text="numbered",
        facts=(f"idea:p{sentence.paragraph}",),
        rank=RANK,
    )
    return records.identify(item)


def _option(one: Sentence, key: KeySentence) -> Option:
    right = one.id == key.evidence.sentence
    return Option(
        text=str(one.number),
        correct=right,
        role="key" if right else "misreading",
        why=f"{(key.why if right else _WHY).rstrip('.')} {cite(one.id)}.",
        evidence=key.evidence if right else Evidence(one.id, one.text),
    )


EXERCISE = KeySentences()
