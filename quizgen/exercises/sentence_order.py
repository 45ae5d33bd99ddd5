"""Put sentences in order: only where every step of the order is marked in the sentences.

The learner rebuilds a paragraph from reference and naming. Trains *memahami*. A run of sentences
is used only if each one needs the one before it: *N itu* or *N tersebut* after the sentence that
brings N in, a surname after the full name, a marker of later time after a dated sentence. Known
limits: runs without such a chain give nothing, so many texts have none.

Source: susun paragraf as in Indonesian school exams; cohesion after Halliday & Hasan (1976).

>>> from quizgen.exercises.common.example import show
>>> text = (
...     "Warga mengusulkan sebuah jembatan kepada pemerintah daerah. "
...     "Usul tersebut dibahas dalam rapat pada bulan Mei. "
...     "Rapat itu menghasilkan rancangan sederhana."
... )
>>> print(show(EXERCISE, text))
Susunlah kalimat-kalimat berikut menjadi paragraf yang padu!
1. Warga mengusulkan sebuah jembatan kepada pemerintah daerah.
2. Usul tersebut dibahas dalam rapat pada bulan Mei.
3. Rapat itu menghasilkan rancangan sederhana.
"""

import random
from collections.abc import Iterator, Sequence

from quizgen import records
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.text import base_level
from quizgen.exercises.words.links import link, opens
from quizgen.interfaces import Family
from quizgen.language.sentences import dateline_end
from quizgen.model import Document, Evidence, Item, Option, Ordering, Sentence

_LENGTHS = (5, 4, 3)
_LONGEST = 32
_MARKS = frozenset('"“”:;?!')


class SentenceOrder:
    """Makes ordering items from runs of sentences that allow one order only."""

    name = "sentence-order"
    purpose = "The learner puts sentences in order by their references and naming."
    responses = ("ordering",)
    family: Family = "language"
    levels = (4, 7)
    example = "Susunlah tiga kalimat menjadi paragraf yang padu! → 2, 3, 1"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield the longest chain that starts at each sentence; chains do not overlap."""
        index, sentences = 0, document.sentences
        while index < len(sentences):
            size = next(
                (n for n in _LENGTHS if _chain(sentences[index : index + n], n, document)), 0
            )
            if size:
                yield _item(sentences[index : index + size], document)
            index += size or 1


def _chain(run: Sequence[Sentence], size: int, document: Document) -> bool:
    if len(run) < size or not opens(run[0]) or not all(_clean(one) for one in run):
        return False
    return all(link(run, index, document, _place) for index in range(1, size))


def _clean(sentence: Sentence) -> bool:
    tokens = sentence.tokens
    return (
        4 <= len(tokens) <= _LONGEST
        and tokens[-1].text == "."
        and not any(token.text in _MARKS for token in tokens)
    )


def _place(sentence: Sentence) -> str:
    return cite(sentence.id)[1:-1]


def _item(run: Sequence[Sentence], document: Document) -> Item:
    options, proofs = [], []
    for index, sentence in enumerate(run):
        cut = dateline_end(sentence.text) + sentence.start
        start = next(i for i, token in enumerate(sentence.tokens) if token.start >= cut)
        text = sentence.text[sentence.tokens[start].start - sentence.start :]
        proof = Evidence(sentence.id, text)
        proofs.append(proof)
        why = link(run, index, document, _place) if index else None
        opener = "Kalimat pembuka: tidak merujuk pada kalimat lain."
        options.append(Option(text=text, correct=True, why=why or opener, evidence=proof))
    ids = tuple(sentence.id for sentence in run)
    item = Item(
        id="",
        type="sentence-order",
        response=Ordering(options=tuple(options)),
        instruction="Susunlah kalimat-kalimat berikut menjadi paragraf yang padu!",
        prompt="Susunlah kalimat-kalimat berikut menjadi paragraf yang padu!",
        evidence=tuple(proofs),
        process="interpret",
        level=max(base_level(sentence) for sentence in run),
        text="hidden",
        explanation="Rujukan dan penyebutan nama menentukan urutan kalimat-kalimat itu.",
        facts=ids,
        reveals=ids,
        rank=0.5 + len(run) / 10,
    )
    return records.identify(item)


EXERCISE = SentenceOrder()
