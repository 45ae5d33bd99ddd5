"""Dates, times and amounts of a text: DATE TIME MONEY PERCENT QUANTITY NUMBER, with values."""

import datetime as dt
from decimal import Decimal

from quizgen.language.amounts import find_measures_with_unit, find_money, find_percents
from quizgen.language.claims import Claims
from quizgen.language.clock import find_times, same_time
from quizgen.language.counts import claim_codes, find_numbers
from quizgen.language.dates import find_dates
from quizgen.language.numerals import parse_number
from quizgen.language.periods import bounds, contains_date, say_date
from quizgen.language.units import unit_named
from quizgen.model import Entity

__all__ = ["contains_date", "find_measures", "parse_number", "same_measure", "say_date"]


def find_measures(text: str, *, date: dt.date | None = None) -> list[Entity]:
    """Return every date, time and amount of ``text``, sorted by start, none overlapping.

    Offsets count characters of ``text``, 0-based, end exclusive. ``date`` is the day that relative
    dates are counted from; without it, or where the text is too vague, their ``value`` is None.
    A noun that names the period belongs to the span (*tahun 2022, pukul 14.30*), and so does the
    weekday; a counted noun does not.

    >>> [(e.quote, e.value) for e in find_measures("Pada 5 Mei 2025 ia berutang Rp4,8 juta.")]
    [('5 Mei 2025', '2025-05-05'), ('Rp4,8 juta', '4800000 IDR')]
    """
    claims = Claims(len(text))
    claim_codes(text, claims)
    found = [
        *find_dates(text, date, claims),
        *find_times(text, claims),
        *find_money(text, claims),
        *find_percents(text, claims),
        *find_measures_with_unit(text, claims),
        *find_numbers(text, claims),
    ]
    return sorted(found, key=lambda entity: entity.start)


def same_measure(a: Entity, b: Entity) -> bool:
    """Tell whether two measures say the same, in figures or words, in one unit or another.

    *24 tahun* is *dua puluh empat tahun*, *1 kilometer* is *1.000 meter*, *separuh* is *50 persen*.
    Without values the wording decides.
    """
    if a.value is None or b.value is None:
        return a.canonical.casefold() == b.canonical.casefold()
    if {a.type, b.type} <= {"PERCENT", "NUMBER", "QUANTITY", "MONEY"}:
        return _amount(a) == _amount(b)
    if a.type != b.type:
        return False
    if a.type == "TIME":
        return same_time(a.value, b.value)
    return a.value == b.value or (
        a.type == "DATE" and bounds(a.value) == bounds(b.value) is not None
    )


def _amount(entity: Entity) -> tuple[object, ...]:
    """Return the measure in the base unit of its kind; a fraction and a percentage compare."""
    figures, _, unit_name = (entity.value or "").partition(" ")
    numbers = _numbers(figures)
    if entity.type == "PERCENT":
        return "", *(number / 100 for number in numbers)
    if entity.type == "QUANTITY" and (unit := unit_named(unit_name)):
        return unit.kind, *(number * unit.factor for number in numbers)
    return unit_name, *numbers


def _numbers(figures: str) -> list[Decimal]:
    sign = "-" if figures.startswith("-") else ""
    first, *rest = figures.removeprefix("-").split("-")
    return [Decimal(sign + first), *map(Decimal, rest)]
