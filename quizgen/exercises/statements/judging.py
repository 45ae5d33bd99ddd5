"""Tables of statements, some altered, for exercises that have them judged against the text."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen import records
from quizgen.exercises.common.cites import cite, whole
from quizgen.exercises.common.text import base_level
from quizgen.exercises.questions.ask import ask
from quizgen.exercises.statements.completion import completions
from quizgen.exercises.statements.occasion_rows import occasion_rows
from quizgen.exercises.statements.office_rows import office_rows
from quizgen.exercises.statements.person_rows import acronym_rows, person_rows
from quizgen.exercises.statements.rows import Row
from quizgen.exercises.statements.sentence_rows import sentence_rows
from quizgen.exercises.statements.speaker_rows import speaker_rows
from quizgen.exercises.voices.voices import voices
from quizgen.language.notices import standard_words
from quizgen.language.once import once
from quizgen.model import Categorise, Document, Item, Statement

_SIZES = (4, 3)
_ALIKE = 2
_DENIED = re.compile(r"\b(?:tidak|tak|bukan|belum)\b", re.IGNORECASE)
_SOURCES = (sentence_rows, office_rows, occasion_rows, speaker_rows, person_rows, acronym_rows)
_ON_PEOPLE = frozenset({"office", "descent"})
_NAME = re.compile(r"[A-Z][\w'’-]{2,}")
_CLAUSES = frozenset({"sentence", "speaker"})
_BESIDE = frozenset({"office", "descent", "age", "occasion", "acronym"})
"""What is asked about something beside the clause: other questions on the sentence stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """What a table asks: its two categories, for what the text says and for what it does not."""

    type: str
    stated: str
    altered: str
    instruction: str
    reason: str
    rank: float


def tables(judging: Judging, document: Document, rng: random.Random) -> Iterator[Item]:
    """Yield tables; nothing is stated twice, and each table has both categories.

    What no question asks comes first: a table shuts out the questions on its sentences, so one that
    needs these too is short.
    """
    told = list(rows(document))
    rng.shuffle(told)
    asked = _asked(document)
    unasked = [row for row in told if row.homes[0].id not in asked or row.kind in _BESIDE]
    used: set[str] = set()
    for pool, sizes in ((unasked, _SIZES), ([*unasked, *_others(told, unasked)], _SIZES[-1:])):
        left = [row for row in pool if used.isdisjoint(row.facts)]
        for picked, wrong in _picked(left, sizes):
            used |= {fact for row in picked for fact in row.facts}
            yield _table(judging, picked, wrong, rng)


def rows(document: Document) -> Iterator[Row]:
    """Yield every statement that needs no other beside it."""
    for source in _SOURCES:
        yield from (
            row for row in source(document) if _standard(row.text) and _plain(row, document)
        )


def _plain(row: Row, document: Document) -> bool:
    """Tell whether what stands beside a clause is in no denial and in nobody's own words."""
    if row.kind not in _BESIDE - {"occasion"}:
        return True
    home = row.homes[0]
    start = home.start + max(0, home.text.find(row.proof.quote))
    end = start + len(row.proof.quote)
    said = any(q.start < end and start < q.end for q in document.quotations)
    return not said and not _DENIED.search(home.text)


def _standard(text: str) -> bool:
    """Tell whether every word is standard; not every name of a body is: *PT Sri Rejeki*."""
    return standard_words().keys().isdisjoint(re.findall(r"[\w-]+", text.lower()))


def _picked(told: Sequence[Row], sizes: Sequence[int]) -> Iterator[tuple[list[Row], int]]:
    """Yield the rows of each table, those first that are to be altered, and how many."""
    left = list(told)
    while len(left) >= sizes[-1]:
        size = next(size for size in sizes if len(left) >= size)
        picked = _mixed(left, size)
        false = [row for row in picked if not row.dull]
        wrong = min(len(false), size // 2)
        if len(picked) < size or not wrong:
            return
        first = false[:wrong]
        gone = {fact for row in picked for fact in row.facts}
        left = [row for row in left if gone.isdisjoint(row.facts)]
        yield first + _others(picked, first), wrong


def _mixed(told: Sequence[Row], size: int) -> list[Row]:
    """Return rows on different things: of each kind but sentences at most two, one that can lie."""
    false = next((row for row in told if not row.dull), None)
    picked = [false] if false else []
    for row in told:
        alike = [one for one in picked if one.kind == row.kind]
        most = 1 if row.kind == "acronym" else size if row.kind == "sentence" else _ALIKE
        tells = any(_tells(one, row) or _tells(row, one) for one in picked)
        if row not in picked and len(alike) < most and not tells and len(picked) < size:
            picked.append(row)
    return picked


def _tells(one: Row, other: Row) -> bool:
    """Tell whether a row shows what another is about, as two on one clause do."""
    # *Galih adalah direktur* is told false by *Galih adalah bendahara*, by *Bendahara Galih* too.
    if one.kind in _ON_PEOPLE and any(one.names & set(_NAME.findall(said)) for said in other.said):
        return True
    met = {home.id for home in one.homes} & {home.id for home in other.homes}
    clauses = {one.kind, other.kind} & _CLAUSES
    hides = other.hides and any(other.hides in said.lower() for said in one.said)
    return bool(met and clauses) or bool(hides)


def _others(told: Sequence[Row], but: Sequence[Row]) -> list[Row]:
    return [row for row in told if row not in but]


@once
def _asked(document: Document) -> frozenset[str]:
    """Return the sentences that a question, a completion or a question for a speaker asks."""
    return frozenset(
        (
            *(question.fact.sentence.id for question, _ in ask(document)),
            *(proof.sentence for item in completions(document) for proof in item.evidence),
            *(voice.sentence.id for voice in voices(document)),
        )
    )


def _table(judging: Judging, told: Sequence[Row], wrong: int, rng: random.Random) -> Item:
    """Return the item; the first ``wrong`` rows are altered."""
    stated = [_statement(judging, row, altered=place < wrong) for place, row in enumerate(told)]
    rng.shuffle(stated)
    homes = {home.number: home for row in told for home in row.homes}
    ordered = [homes[number] for number in sorted(homes)]
    item = Item(
        id="",
        type=judging.type,
        response=Categorise(categories=(judging.stated, judging.altered), statements=tuple(stated)),
        instruction=judging.instruction,
        prompt=judging.instruction,
        evidence=tuple(whole(home) for home in ordered),
        process="locate",
        level=max(base_level(home) for home in ordered),
        facts=tuple(dict.fromkeys(fact for row in told for fact in row.facts)),
        reveals=tuple(home.id for home in ordered),
        rank=judging.rank + len(told) / 20,
    )
    return records.identify(item)


def _statement(judging: Judging, row: Row, *, altered: bool) -> Statement:
    where = cite(*(home.id for home in row.homes))
    if not altered or row.false is None:
        why = f"{judging.reason} {where}."
        return Statement(text=row.text, category=judging.stated, why=why, evidence=row.proof)
    return Statement(
        text=row.false.text, category=judging.altered, why=f"{row.false.why()} {where}.",
        evidence=row.proof, alteration=row.false.kind,
    )  # fmt: skip
