"""Open cloze: function words to be supplied without a word bank.

The learner writes the preposition or conjunction that grammar asks for. Trains *kata tugas*. A word
is gapped only in a frame whose standard fillers are all known, and all of them are accepted.

Known limits: only the frames of ``words/function_words.py``; passages of up to three sentences, or
up to five sentences apart.

Source: open cloze after Hughes (2003), *Testing for Language Teachers*, ch. 14.

>>> from quizgen.exercises.common.example import show
>>> passage = (
...     "Kelompok tani di Desa Randu terdiri atas dua belas keluarga. Ketua kelompok mengatakan "
...     "bahwa panen jagung lebih banyak daripada panen kedelai."
... )
>>> print(show(EXERCISE, passage))  # doctest: +ELLIPSIS
Kelompok tani di Desa Randu terdiri {{1}} dua belas keluarga. Ketua kelompok mengatakan {{2}} ...
= atas
= bahwa
= daripada
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen import records
from quizgen.exercises.common.cites import cite, whole
from quizgen.exercises.common.cloze import cut, opens_passage, readable
from quizgen.exercises.common.text import base_level, upper_first
from quizgen.exercises.words.function_words import Slot, slots
from quizgen.interfaces import Family
from quizgen.model import Document, Gap, Item, Sentence

_FEWEST, _MOST, _ALIKE = 2, 6, 2
_SIZES = (1, 2, 3, 4)
_LONGEST, _LONGEST_APART = 100, 40
_NEAR = 3
_FEWEST_APART, _MOST_APART = 3, 5


class OpenCloze:
    """Makes cloze passages for function words."""

    name = "open-cloze"
    purpose = "The learner supplies the function words of a passage."
    responses = ("gap",)
    family: Family = "vocabulary"
    levels = (3, 6)
    example = "Kelompok itu terdiri {{1}} dua belas keluarga. → atas (bukan dari)"
    default = False

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield the passages with gaps enough; without one, one item of sentences apart."""
        index, sentences, made = 0, document.sentences, False
        while index < len(sentences):
            run, gaps = _passage(document, index)
            if gaps:
                made = True
                yield _item(run, gaps, apart=False)
            index += len(run) if gaps else 1
        if not made:
            yield from _apart(document)


def _passage(document: Document, start: int) -> tuple[Sequence[Sentence], list[Slot]]:
    """Return the passage that starts at a sentence and has most gaps for its length."""
    sentences = document.sentences
    best: tuple[Sequence[Sentence], list[Slot]] = (sentences[start : start + 1], [])
    if not opens_passage(sentences[start]):
        return best
    for size in _SIZES:
        run = sentences[start : start + size]
        if len(run) < size or sum(len(each.tokens) for each in run) > _LONGEST:
            break
        if not all(readable(sentence) for sentence in run):
            break
        gaps = _chosen([slot for sentence in run for slot in slots(sentence, document)], _MOST)
        gapped = {slot.sentence.id for slot in gaps}
        dense = len(gaps) + 1 >= size and run[-1].id in gapped
        if dense and len({slot.word for slot in gaps}) >= _FEWEST and len(gaps) > len(best[1]):
            best = run, gaps
    return best


def _apart(document: Document) -> Iterator[Item]:
    """Yield an item of two to five sentences that can each be read alone."""
    found: list[Slot] = []
    for sentence in document.sentences:
        if opens_passage(sentence) and len(sentence.tokens) <= _LONGEST_APART:
            alone = [slot for slot in slots(sentence, document) if slot.word != "yang"]
            found.extend(_chosen(alone, 2))
    gaps = _chosen(found, _MOST_APART)
    run = list({slot.sentence.id: slot.sentence for slot in gaps}.values())
    if len(gaps) >= _FEWEST_APART and len({slot.word for slot in gaps}) >= _FEWEST:
        yield _item(run, gaps, apart=True)


def _chosen(found: Sequence[Slot], most: int) -> list[Slot]:
    """Return gaps that stand apart, none asked more than twice."""
    kept: list[Slot] = []
    asked: Counter[str] = Counter()
    for slot in found:
        last = kept[-1] if kept else None
        near = last and last.sentence is slot.sentence and slot.index - last.index < _NEAR
        if near or asked[slot.word] >= _ALIKE or len(kept) >= most:
            continue
        asked[slot.word] += 1
        kept.append(slot)
    return kept


def _item(run: Sequence[Sentence], gaps: Sequence[Slot], *, apart: bool) -> Item:
    ids = tuple(sentence.id for sentence in run)
    what = (
        "Lengkapilah setiap rumpang dengan satu kata tugas (kata depan atau kata hubung) yang baku!"
    )
    item = Item(
        id="",
        type="open-cloze",
        response=Gap(answers=tuple(slot.accepted for slot in gaps)),
        instruction=what,
        prompt=_prompt(run, gaps, apart=apart),
        evidence=tuple(whole(sentence) for sentence in run),
        process="language",
        level=max(base_level(sentence) for sentence in run),
        points=len(gaps),
        text="hidden",
        explanation=_explain(gaps),
        lemmas=tuple(dict.fromkeys(slot.word for slot in gaps)),
        facts=ids,
        reveals=ids,
        rank=(0.4 if apart else 0.5) + len(gaps) / 40,
    )
    return records.identify(item)


def _prompt(run: Sequence[Sentence], gaps: Sequence[Slot], *, apart: bool) -> str:
    written = []
    for place, sentence in enumerate(run):
        pieces = [
            (slot.index, f"{{{{{number}}}}}")
            for number, slot in enumerate(gaps, start=1)
            if slot.sentence is sentence
        ]
        written.append(cut(sentence, pieces, linked=bool(place) and not apart))
    return ("\n" if apart else " ").join(written)


def _explain(gaps: Sequence[Slot]) -> str:
    parts = [
        f"rumpang {number}: {slot.kind} ({' atau '.join(slot.accepted)}) {cite(slot.sentence.id)}"
        for number, slot in enumerate(gaps, start=1)
    ]
    return upper_first("; ".join(parts)) + "."


EXERCISE = OpenCloze()
