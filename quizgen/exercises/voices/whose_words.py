"""Choices between statements of different people: *Pernyataan yang disampaikan oleh X adalah ….*.

It takes two speakers only, where the question for the speaker takes three names. Every statement is
printed as the table of who said what prints it.
"""

import re
from collections.abc import Iterator, Sequence

from quizgen.exercises.common.choice import choice_item
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.text import base_level
from quizgen.exercises.voices.voices import Voice
from quizgen.model import Evidence, Item, Option

_FEWEST, _MOST = 2, 3
_UNEVEN = 1.5
_RANK = 0.7
_POINTING = re.compile(r"“?(?:ini|itu)(?:lah)?\b", re.IGNORECASE)


def whose_words(rows: Sequence[Voice]) -> Iterator[Item]:
    """Yield one choice for each statement with two of other speakers that are about as long.

    Args:
        rows: what each speaker alone has said, fit to be printed.
    """
    whole = [row for row in rows if row.alone and not _POINTING.match(row.statement)]
    for voice in whole:
        wrong = _others(voice, whole)
        if len(wrong) >= _FEWEST and any(row.direct == voice.direct for row in wrong):
            yield _item(voice, wrong)


def _others(voice: Voice, rows: Sequence[Voice]) -> list[Voice]:
    """Return statements of others, those in the same form and of a like length first."""
    found = [
        row
        for row in rows
        if row.speaker.canonical != voice.speaker.canonical
        and row.sentence.id != voice.sentence.id
        and len(voice.statement) < _UNEVEN * len(row.statement)
    ]
    size = len(voice.statement)
    found.sort(key=lambda row: (row.direct != voice.direct, abs(len(row.statement) - size)))
    return found[:_MOST]


def _item(voice: Voice, wrong: Sequence[Voice]) -> Item:
    shown = {row.sentence.number: row.sentence for row in (voice, *wrong)}
    homes = [shown[number] for number in sorted(shown)]
    ids = tuple(home.id for home in homes)
    return choice_item(
        "who-said",
        f"Pernyataan yang disampaikan oleh {voice.speaker.canonical} adalah ….",
        key=voice.statement,
        why=_why(voice),
        proof=Evidence(voice.sentence.id, voice.sentence.text),
        wrong=[_option(row) for row in wrong],
        process="interpret",
        level=max(base_level(home) for home in homes),
        rank=_RANK + len(wrong) / 20,
        facts=ids,
        evidence=tuple(Evidence(home.id, home.text) for home in homes),
    )


def _option(row: Voice) -> Option:
    home = row.sentence
    evidence = Evidence(home.id, home.text)
    return Option(text=row.statement, role="true-elsewhere", why=_why(row), evidence=evidence)


def _why(voice: Voice) -> str:
    where = cite(*(sentence.id for sentence in voice.proofs))
    return f"Pernyataan itu disampaikan oleh {voice.speaker.canonical} {where}."
