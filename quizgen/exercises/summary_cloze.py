"""Summary cloze: the main statements of the text in its order, with gaps for what they are about.

The learner completes a summary from the text, with words from a box. Trains *menemukan informasi*.
Every gap is a figure, a date, a place or a name that the summary has once; two more of the text fit
no gap. Known limits: the summary keeps the statements of the text, it does not put them in other
words; texts with fewer than three statements that stand on their own give none.

Source: *ringkasan rumpang* of AKM and UKBI; gapped summaries after Hughes (2003), *Testing for
Language Teachers*, ch. 11.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen import records
from quizgen.exercises.common.cites import cite, whole
from quizgen.exercises.common.names import SURE
from quizgen.exercises.common.text import base_level, fixed_date, harmful, standard_money
from quizgen.exercises.statements.said import Said, spans_in
from quizgen.exercises.statements.statements import statements
from quizgen.interfaces import Family
from quizgen.model import Document, Entity, Gap, Item, Option

_FEWEST, _MOST = 3, 5
_SPARE = 2
_LONGEST = 110
_AMOUNTS = frozenset({"NUMBER", "MONEY", "PERCENT", "QUANTITY"})
_NAMES = frozenset({"PER", "GPE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    said: Said
    key: str
    kind: str


class SummaryCloze:
    """Makes one summary with gaps for each text."""

    name = "summary-cloze"
    purpose = "The learner completes a summary of the text with words from a box."
    responses = ("gap",)
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Jembatan diresmikan pada {{1}} di {{2}}. [Kendari, 5 Mei] → 5 Mei; Kendari"
    default = False

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one summary of three to five statements, in the order of the text."""
        rows = _rows(document)
        if len(rows) >= _FEWEST:
            yield _item(rows, _spare(rows, document))


def _rows(document: Document) -> list[_Row]:
    found: list[_Row] = []
    length = 0
    told = sorted(statements(document), key=lambda said: said.sentence.number)
    for said in told:
        row = None if harmful(said.sentence) else _row(said, document, found)
        words = len(said.full().split())
        if row and len(found) < _MOST and length + words <= _LONGEST:
            found.append(row)
            length += words
    summary = " ".join(row.said.full() for row in found)
    return [row for row in found if _once(row.key, summary)]


def _row(said: Said, document: Document, before: Sequence[_Row]) -> _Row | None:
    """Return a statement with its gap: a figure or a date before a name, each key once."""
    spans = [span.entity for span in spans_in(said, document) if span.entity]
    for entity in sorted(spans, key=lambda entity: entity.type in _NAMES):
        key = _key(entity)
        fresh = key and all(key not in row.said.text and row.key not in said.text for row in before)
        if key and fresh and _once(key, said.full()) and not said.full().startswith(key):
            return _Row(said=said, key=key, kind=entity.type)
    return None


def _key(entity: Entity) -> str:
    if entity.confidence < SURE:
        return ""
    if entity.type in _AMOUNTS:
        return standard_money(entity.quote) if any(c.isdigit() for c in entity.quote) else ""
    if entity.type == "DATE":
        return entity.canonical if fixed_date(entity) and " " in entity.canonical else ""
    return entity.canonical if entity.type in _NAMES else ""


def _once(key: str, text: str) -> bool:
    return len(re.findall(rf"(?<!\w){re.escape(key)}(?!\w)", text)) == 1


def _spare(rows: Sequence[_Row], document: Document) -> list[str]:
    """Return words of the text of the kinds asked for that the summary has nowhere."""
    summary = " ".join(row.said.full() for row in rows)
    words = {word for row in rows for word in row.key.split()}
    kinds = {row.kind for row in rows}
    found = [
        key
        for entity in document.entities
        if entity.type in kinds
        if (key := _key(entity)) and key not in summary and not words & set(key.split())
    ]
    return list(dict.fromkeys(found))[:_SPARE]


def _item(rows: Sequence[_Row], spare: Sequence[str]) -> Item:
    text = " ".join(
        re.sub(rf"(?<!\w){re.escape(row.key)}(?!\w)", f"{{{{{place}}}}}", row.said.full())
        for place, row in enumerate(rows, start=1)
    )
    bank = [Option(text=row.key, correct=True) for row in rows]
    bank += [Option(text=word) for word in spare]
    unused = {0: "", 1: " Satu jawaban tidak digunakan.", 2: " Dua jawaban tidak digunakan."}
    ids = tuple(row.said.sentence.id for row in rows)
    told = "; ".join(
        f"({n}) {row.key} {cite(row.said.sentence.id)}" for n, row in enumerate(rows, 1)
    )
    item = Item(
        id="",
        type="summary-cloze",
        response=Gap(
            answers=tuple((row.key,) for row in rows),
            bank=tuple(sorted(bank, key=lambda option: option.text)),
        ),
        instruction="Lengkapilah ringkasan berikut berdasarkan teks dengan kata dalam kotak!"
        + unused[len(spare)],
        prompt=text,
        evidence=tuple(whole(row.said.sentence) for row in rows),
        process="locate",
        level=max(base_level(row.said.sentence) for row in rows),
        points=len(rows),
        explanation=told + ".",
        facts=ids,
        reveals=ids,
        rank=0.6 + len(rows) / 20,
    )
    return records.identify(item)


EXERCISE = SummaryCloze()
