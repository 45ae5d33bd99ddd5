"""Which other dates a fact could have had: none ahead for what happened, none gone for a plan.

A learner who knows the day of the article rules the others out without reading.
"""

import calendar
import datetime as dt
from collections.abc import Iterator

from quizgen.exercises.common.tables import words
from quizgen.language.once import once
from quizgen.language.periods import bounds
from quizgen.model import Document, Entity, Sentence

_YEAR, _MONTH, _DAY = 4, 7, 10
"""Lengths of ISO values."""
_NEAR_YEARS, _NEAR_MONTHS, _NEAR_DAYS = 3, 8, 45
_SETTLED = 2
"""A year that long ago is not taken for this one."""
_HALF_A_YEAR = 6


def plausible(value: str, key: str, sentence: Sentence, document: Document) -> bool:
    """Tell whether a date could stand in the place of ``key``, which is as exact, in a sentence.

    It is near the key and on the key's side of the day of the article.
    """
    now = latest(document)
    if now is None or not _near(value, key):
        return now is None and _near(value, key)
    today = now.isoformat()
    this = today[: len(key)]
    planned = _planned(sentence)
    if key > this:
        return value > this or (value == this and len(key) == _YEAR and now.month <= _HALF_A_YEAR)
    if key == this and planned:
        return value >= this and not _compared(sentence)
    if len(key) == _YEAR and int(this) - int(key) >= _SETTLED:
        return value < this
    return value <= this


def others(value: str) -> Iterator[str]:
    """Yield dates as exact as an ISO date, one step and more before and after it."""
    parts = [int(part) for part in value.split("-")]
    steps = (-1, 1, -2, 2, -3, 3, -4, 4)
    if len(parts) == 1:
        yield from (str(parts[0] + step) for step in steps)
    elif len(parts) == 2:
        yield from (_month_on(parts[0], parts[1], step) for step in steps)
    else:
        yield from _other_days(dt.date.fromisoformat(value))


def _month_on(year: int, month: int, step: int) -> str:
    index = year * 12 + month - 1 + step
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def _other_days(day: dt.date) -> Iterator[str]:
    for step in (-1, 1, -7, 7, -2, 2, -3, 3):
        yield (day + dt.timedelta(days=step)).isoformat()
    year, month = map(int, _month_on(day.year, day.month, 1).split("-"))
    last = calendar.monthrange(year, month)[1]
    yield day.replace(year=year, month=month, day=min(day.day, last)).isoformat()


@once
def latest(document: Document) -> dt.date | None:
    """Return the day of the article, else the latest day of the text that no plan names."""
    if document.article.date is not None:
        return document.article.date
    found = [
        span[0]
        for sentence in document.sentences
        if not _planned(sentence)
        for entity in document.entities_in(sentence)
        if (span := _span(entity))
    ]
    return max(found, default=None)


def _span(entity: Entity) -> tuple[dt.date, dt.date] | None:
    return bounds(entity.value) if entity.type == "DATE" and entity.value else None


def _planned(sentence: Sentence) -> bool:
    return any(token.text.lower() in words("dates", "ahead") for token in sentence.tokens)


def _compared(sentence: Sentence) -> bool:
    return any(token.text.lower() in words("dates", "compared") for token in sentence.tokens)


def known_by_all(sentence: Sentence) -> bool:
    """Tell whether the time of what a sentence tells is no secret: *pandemi Covid-19*."""
    return any(token.text.lower() in words("dates", "known") for token in sentence.tokens)


def _near(value: str, key: str) -> bool:
    if len(key) == _YEAR:
        return abs(int(value) - int(key)) <= _NEAR_YEARS
    if len(key) == _MONTH:
        return abs(_months(value) - _months(key)) <= _NEAR_MONTHS
    apart = dt.date.fromisoformat(value) - dt.date.fromisoformat(key)
    return abs(apart.days) <= _NEAR_DAYS


def _months(value: str) -> int:
    year, month = value.split("-")
    return int(year) * 12 + int(month)
