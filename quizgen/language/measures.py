"""Dates, times and amounts of a text: DATE TIME MONEY PERCENT QUANTITY NUMBER, with values."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from quizgen.language.amounts import find_measures_with_unit, find_money, find_percents
from quizgen.language.claims import Claims
from quizgen.language.clock import find_times, same_time
from quizgen.language.counts import claim_codes, find_numbers
from quizgen.language.dates import find_dates
from quizgen.language.numerals import parse_number, roman
from quizgen.language.periods import bounds, contains_date, say_date
from quizgen.language.units import unit_named
from quizgen.model import Entity
from quizgen.wording import MONTHS

__all__ = [
    "contains_date",
    "find_measures",
    "parse_number",
    "same_measure",
    "say_date",
    "sort_key",
]

_LEADS = re.compile(
    r"(?:(?:pada|di|ke|dari|dalam|dengan|per|sekitar|kira-kira|hampir|tepat|mulai|sejak|hingga"
    r"|sampai|selama|menjadi|sebanyak|sebesar|senilai|seluas|setinggi|sepanjang|seberat"
    r"|(?:lebih|kurang)\sdari)\s)*",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"ke-(\d+|[ivxl]+)|pertama|ke(?:[a-z]+)")
_ANY_YEAR = 2000
"""Stands for the year where none is said; a leap year, so that 29 February is a day."""


def find_measures(
    text: str, *, date: dt.date | None = None, before: Sequence[Entity] = ()
) -> list[Entity]:
    """Return every date, time and amount of ``text``, sorted by start, none overlapping.

    Offsets count characters of ``text``, 0-based, end exclusive. ``date`` is the day that relative
    dates are counted from; without it, or where the text is too vague, their ``value`` is None.
    ``before`` are the dates of the text before this one, from which *sehari kemudian* may count.
    A noun that names the period belongs to the span (*tahun 2022, pukul 14.30*), and so does the
    weekday; a counted noun does not.

    >>> [(e.quote, e.value) for e in find_measures("Pada 5 Mei 2025 ia berutang Rp4,8 juta.")]
    [('5 Mei 2025', '2025-05-05'), ('Rp4,8 juta', '4800000 IDR')]
    """
    claims = Claims(text)
    claim_codes(text, claims)
    found = [
        *find_dates(text, date, claims, before),
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


@lru_cache(maxsize=4096)
def sort_key(text: str) -> tuple[str, Decimal | str] | None:
    """Return what a text that is one date or amount sorts by, None if it is anything else.

    A preposition before it does not count, nor a full stop after it. The first part names what can
    be compared (a unit, a currency, a kind), the second sorts within that; ranges sort by their
    lower end.

    >>> sort_key("Pada Mei 2025"), sort_key("2 ton") > sort_key("1.500 kilogram")
    (('DATE', '2025-05-01'), True)
    >>> sort_key("Dua ekor") < sort_key("10 ekor"), sort_key("Dua ekor anjing")
    (True, None)
    >>> sort_key("kedua") < sort_key("Ketiga"), sort_key("keluarga")
    (True, None)
    """
    body = " ".join(text.split()).rstrip(".")
    if ordinal := _ordinal(body):
        return ordinal
    if entity := _whole(body):
        return _sortable(entity)
    if re.fullmatch(r"[12]\d{3}", body[_lead(body) :]):
        return "DATE", f"{body[-4:]}-01-01"
    return _counted(body)


def _ordinal(text: str) -> tuple[str, Decimal] | None:
    """Return the key of an ordinal and the one noun it numbers, if any: *kedua, negara ke-3*."""
    noun, _, last = text.lower().rpartition(" ")
    found = _ORDINAL.fullmatch(last)
    if found is None or (noun and not noun.isalpha()):
        return None
    value: Decimal | None
    if found[1]:
        value = Decimal(found[1]) if found[1].isdigit() else Decimal(roman(found[1].upper()))
    else:
        value = Decimal(1) if last == "pertama" else parse_number(last.removeprefix("ke"))
    return None if value is None else (f"ORDINAL {noun.removeprefix('yang')}".rstrip(), value)


def _counted(text: str) -> tuple[str, Decimal | str] | None:
    """Return the key of a number and the one noun it counts, comparable with the same noun's."""
    number, _, noun = text.rpartition(" ")
    entity = _whole(number[:1].lower() + number[1:]) if noun.isalpha() and noun.islower() else None
    if entity is None or entity.type != "NUMBER":
        return None
    key = _sortable(entity)
    return key and (f"{key[0]} {noun}", key[1])


def _whole(text: str) -> Entity | None:
    """Return the measure that is all of ``text``; a date without year is in ``_ANY_YEAR``."""
    if text.rpartition(" ")[2] in MONTHS:
        dated = _whole(f"{text} {_ANY_YEAR}")
        return replace(dated, type="DAY") if dated else None
    found = find_measures(text)
    if len(found) != 1 or found[0].end != len(text) or found[0].start != _lead(text):
        return None
    return found[0]


def _lead(text: str) -> int:
    found = _LEADS.match(text)
    return found.end() if found else 0


def _sortable(entity: Entity) -> tuple[str, Decimal | str] | None:
    if entity.value is None:
        return None
    if entity.type in ("DATE", "DAY"):
        days = bounds(entity.value)
        return (entity.type, days[0].isoformat()) if days else None
    if entity.type == "TIME":
        return entity.type, entity.value
    if ":" in entity.value:
        return None
    unit, lowest, *_ = _amount(entity)
    return f"{entity.type} {unit}".rstrip(), Decimal(str(lowest))


def _amount(entity: Entity) -> tuple[object, ...]:
    """Return the measure in the base unit of its kind; a fraction and a percentage compare.

    A ratio such as 3 : 1 is its two numbers.
    """
    figures, _, unit_name = (entity.value or "").partition(" ")
    if ":" in figures:
        return "ratio", *map(Decimal, figures.split(":"))
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
