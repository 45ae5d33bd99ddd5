"""Put paragraphs in order: only where each paragraph needs the one before it.

The learner rebuilds a part of a news report from reference and naming. Trains *memahami*. Three
to five consecutive paragraphs are used if each of them points to something that the one before
brings in: *N itu* or *N tersebut*, a short name after the full one, a pronoun after the only
person. A linking word such as *Namun* alone proves nothing. Known limits: news paragraphs are
short and often stand side by side, so most texts give none.

Source: susun paragraf as in Indonesian school exams; cohesion after Halliday & Hasan (1976).

>>> from quizgen.exercises.common.example import show
>>> paragraphs = (
...     "Dinas Perikanan meluncurkan sebuah aplikasi bagi nelayan di Mekarsari.",
...     "Aplikasi tersebut dirancang oleh Ratna Kusuma, dosen di politeknik setempat.",
...     "Ratna berharap para nelayan segera memakai aplikasi itu ketika melaut.",
... )
>>> print(show(EXERCISE, *paragraphs))
Susunlah paragraf-paragraf berikut menjadi bagian berita yang padu!
1. Dinas Perikanan meluncurkan sebuah aplikasi bagi nelayan di Mekarsari.
2. Aplikasi tersebut dirancang oleh Ratna Kusuma, dosen di politeknik setempat.
3. Ratna berharap para nelayan segera memakai aplikasi itu ketika melaut.
"""

import random
from collections.abc import Iterator, Sequence

from quizgen import records
from quizgen.exercises.common.standard_language import standard
from quizgen.exercises.common.text import base_level
from quizgen.exercises.words.links import known_by, link, opens
from quizgen.interfaces import Family
from quizgen.language.sentences import dateline_end
from quizgen.model import Document, Evidence, Item, Option, Ordering, Sentence

_LENGTHS = (5, 4, 3)
_SHORTEST, _LONGEST = 8, 90
_PROMPT = "Susunlah paragraf-paragraf berikut menjadi bagian berita yang padu!"
_OPENER = "Paragraf pembuka: tidak merujuk pada paragraf lain."
_ENDS = (".", ".”", '."')


class ParagraphOrder:
    """Makes ordering items from runs of paragraphs that allow one order only."""

    name = "paragraph-order"
    purpose = "The learner puts paragraphs in order by their references and naming."
    responses = ("ordering",)
    family: Family = "language"
    levels = (4, 7)
    example = "Susunlah tiga paragraf menjadi bagian berita yang padu! → 3, 1, 2"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield the longest chain that starts at each paragraph; chains do not overlap."""
        parts = _paragraphs(document)
        clean = [_clean(part) for part in parts]
        index = 0
        while index < len(parts):
            sizes = [n for n in _LENGTHS if all(clean[index : index + n])]
            size = next((n for n in sizes if _chain(parts[index : index + n], n, document)), 0)
            if size:
                yield _item(parts[index : index + size], document)
            index += size or 1


def _paragraphs(document: Document) -> list[Sentence]:
    """Return every paragraph as one long sentence with the id of its first one."""
    groups: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        groups.setdefault(sentence.paragraph, []).append(sentence)
    text = document.article.text
    return [
        Sentence(
            id=group[0].id,
            paragraph=number,
            start=group[0].start,
            end=group[-1].end,
            text=text[group[0].start : group[-1].end],
            tokens=tuple(token for sentence in group for token in sentence.tokens),
        )
        for number, group in groups.items()
    ]


def _chain(run: Sequence[Sentence], size: int, document: Document) -> bool:
    if len(run) < size:
        return False
    if not opens(document.sentence(run[0].id)):
        return False
    return all(known_by(run[: index + 1], document) for index in range(size)) and all(
        link(run, index, document, _place) for index in range(1, size)
    )


def _clean(part: Sentence) -> bool:
    words = len(part.text.split())
    marks = part.text.count("“") - part.text.count("”"), part.text.count('"') % 2
    return (
        _SHORTEST <= words <= _LONGEST
        and part.text.endswith(_ENDS)
        and marks == (0, 0)
        and standard(part.tokens)
    )


def _place(part: Sentence) -> str:
    return f"paragraf {part.paragraph}"


def _item(run: Sequence[Sentence], document: Document) -> Item:
    options, ids = [], []
    for index, part in enumerate(run):
        text = part.text[dateline_end(part.text) :] if index == 0 else part.text
        why = link(run, index, document, _place) if index else None
        inside = [s for s in document.sentences if s.paragraph == part.paragraph]
        ids += [s.id for s in inside]
        proof = Evidence(part.id, inside[0].text[dateline_end(inside[0].text) :])
        options.append(Option(text=text.strip(), correct=True, why=why or _OPENER, evidence=proof))
    item = Item(
        id="",
        type="paragraph-order",
        response=Ordering(options=tuple(options)),
        instruction=_PROMPT,
        prompt=_PROMPT,
        evidence=tuple(option.evidence for option in options if option.evidence),
        process="interpret",
        level=max(4, *(base_level(document.sentence(id)) for id in ids)),
        text="hidden",
        explanation=" ".join(option.why for option in options[1:]),
        facts=tuple(ids),
        reveals=tuple(ids),
        rank=0.4 + len(run) / 10,
    )
    return records.identify(item)


EXERCISE = ParagraphOrder()
