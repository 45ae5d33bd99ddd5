"""Find dates in a text: days, months, years, quarters, decades, centuries, and relative ones."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.language import anchors
from quizgen.language.claims import FIGURES, Claims
from quizgen.language.days import MONTH_NUMBERS, find_days
from quizgen.language.numerals import JOIN, NUMBER, parse_number
from quizgen.language.periods import say_date
from quizgen.language.sequels import find_sequels
from quizgen.language.years import (
    CLOSE,
    FRACTION_CUES,
    PART,
    PARTS,
    STEP,
    THIS,
    YEAR,
    Finder,
    Found,
    centuries,
    decades,
    edged,
    fractions_of_years,
    year_ranges,
    years,
)
from quizgen.model import Entity
from quizgen.wording import MONTHS

_MONTH = "(?:" + "|".join(MONTHS) + ")"
_MONTH_RANGE = re.compile(
    rf"""(?<![\w-])(?:bulan\s)?(?P<low>{_MONTH})(?:\s(?P<lowyear>{YEAR}))?{JOIN}
    (?:bulan\s)?(?P<high>{_MONTH})(?:\s(?:(?P<year>{YEAR})|tahun\s(?P<step>{THIS})))?{CLOSE}""",
    re.VERBOSE,
)
_MONTH_YEAR = re.compile(
    rf"(?<![\w-])(?i:{PART}(?:bulan\s)?(?P<month>{_MONTH}))(?:,?\s|\s[Tt]ahun\s)(?P<year>{YEAR}){CLOSE}"
)
_MONTH_STEP = re.compile(
    rf"(?<![\w-])(?i:{PART}(?:bulan\s)?)(?P<month>{_MONTH})\s(?:tahun\s(?P<year>{THIS})|(?P<step>{THIS}|nanti))\b"
)
_MONTH_BARE = re.compile(
    rf"""\b(?i:(?:pada|sejak|hingga|sampai|mulai|per|selama|sepanjang|dari|akhir|awal
    |pertengahan|medio|bulan|antara|setiap|tiap)\s)(?P<month>{_MONTH})\b(?!\s[A-Z]|-)""",
    re.VERBOSE,
)
_NAMED_YEAR = re.compile(r"[Mm]usim\s|[Tt]ahun\s[a-z]+\s\d")
_AGO = re.compile(
    rf"""(?<![\w-])(?i:(?:(?P<count>{NUMBER})\s(?P<unit>hari|pekan|minggu|bulan|tahun|dekade|abad)
    |se(?P<one>hari|pekan|minggu|bulan|tahun|dekade|abad))\s(?:yang\s)?(?:lalu|silam))\b""",
    re.VERBOSE,
)
_VAGUE_AGO = re.compile(
    r"\b(?i:beberapa|berapa|puluhan|belasan|ratusan|ribuan|sekian|bertahun-tahun)\s"
    r"(?:\w+\s)?(?:yang\s)?(?:lalu|silam|mendatang)\b"
)
_STEPPED = re.compile(
    rf"""(?<![\w-])(?i:{PART}(?P<unit>pekan|minggu|bulan|tahun|kuartal|triwulan|dekade|abad)
    \s(?P<step>{THIS}))(?!\w|-lalang)""",
    re.VERBOSE,
)

_FIRST_MONTHS = re.compile(
    rf"(?<![\w-])(?P<count>(?i:{NUMBER}))\sbulan\spertama\s(?:tahun\s)?(?P<year>{YEAR}){CLOSE}"
)
_WAYS = frozenset({"lalu", "silam", "mendatang"})
_STEPPED_CUES = frozenset({
    "pekan", "minggu", "bulan", "tahun",
    "kuartal", "triwulan", "dekade", "abad",
})  # fmt: skip
_NUMBERED = re.compile(r"\b(?:\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\s$")


def find_dates(
    text: str, date: dt.date | None, claims: Claims, before: Sequence[Entity] = ()
) -> Iterator[Entity]:
    """Yield the dates of ``text``, claimed; ``date`` is the day relative ones are counted from.

    ``before`` are the dates of the text that goes before, in order.
    """
    found = list(find_days(text, date, claims))
    for vague in _VAGUE_AGO.finditer(text) if claims.cued(_WAYS) else ():
        claims.take(*vague.span())
    for finder in (finder for cues, finders in _FINDERS if claims.cued(cues) for finder in finders):
        for start, end, value, sure in finder(text, date):
            if claims.take(start, end):
                found.append(_entity(text, start, end, value, sure))
    yield from found
    earlier = [replace(each, start=-1, end=0) for each in before[-1:]]
    yield from find_sequels(text, date, [*earlier, *found], claims)


def _entity(text: str, start: int, end: int, value: str | None, sure: float) -> Entity:
    quote = text[start:end]
    canonical = " ".join(quote.split())
    if value and not _NAMED_YEAR.match(quote):
        canonical = say_date(value) or canonical
    return Entity(start=start, end=end, quote=quote, type="DATE",
                  canonical=canonical, value=value, confidence=sure)  # fmt: skip


def _month_number(name: str) -> int:
    return MONTH_NUMBERS[name.lower()]


def _month_ranges(text: str, date: dt.date | None) -> Iterator[Found]:
    for found in _MONTH_RANGE.finditer(text):
        low, high = _month_number(found["low"]), _month_number(found["high"])
        year = int(found["year"]) if found["year"] else None
        if found["step"] and date:
            year = date.year + STEP[found["step"]]
        value = None
        if year:
            first = int(found["lowyear"] or year - (low > high))
            value = f"{first}-{low:02}/{year}-{high:02}"
        yield *found.span(), value, 1.0 if value else 0.9


def _month_years(text: str, date: dt.date | None) -> Iterator[Found]:
    for found in _MONTH_YEAR.finditer(text):
        value = f"{found['year']}-{_month_number(found['month']):02}"
        yield *found.span(), edged(found, value), 1.0


def _stepped_months(text: str, date: dt.date | None) -> Iterator[Found]:
    for found in _MONTH_STEP.finditer(text):
        index, value = _month_number(found["month"]), None
        if date and found["year"]:
            value = f"{date.year + STEP[found['year']]}-{index:02}"
        elif date:
            value = anchors.named_month(date, index, anchors.DIRECTIONS[found["step"]])
        yield *found.span(), edged(found, value), 0.9


def _bare_months(text: str, date: dt.date | None) -> Iterator[Found]:
    for found in _MONTH_BARE.finditer(text):
        cue = found[0].split()[0].lower()
        if cue in ("setiap", "tiap"):
            continue
        value = anchors.named_month(date, _month_number(found["month"])) if date else None
        inside = cue == "bulan" or cue in PARTS
        if value and cue in PARTS:
            value = f"{value}-{PARTS[cue]}"
        yield found.start() if inside else found.start("month"), found.end(), value, 0.8


def _first_months(text: str, date: dt.date | None) -> Iterator[Found]:
    for found in _FIRST_MONTHS.finditer(text):
        count = parse_number(found["count"].lower())
        if count is not None and count == int(count) and 1 < count < 12:
            yield *found.span(), f"{found['year']}-01/{found['year']}-{int(count):02}", 0.9


def _ago(text: str, date: dt.date | None) -> Iterator[Found]:
    for found in _AGO.finditer(text):
        count = parse_number(found["count"].lower()) if found["count"] else 1
        if count is None:
            continue
        unit = (found["unit"] or found["one"]).lower()
        whole = date and count == int(count)
        value = anchors.ago(date, int(count), unit) if date and whole else None
        yield *found.span(), value, 0.8


def _stepped(text: str, date: dt.date | None) -> Iterator[Found]:
    for found in _STEPPED.finditer(text):
        if _NUMBERED.search(text[max(0, found.start() - 12) : found.start()]):
            continue
        value = _stepped_value(found, date) if date else None
        yield *found.span(), value, 0.9


def _stepped_value(found: re.Match[str], date: dt.date) -> str | None:
    unit, step = found["unit"].lower(), STEP[found["step"].lower()]
    edge = (found["edge"] or "").lower()
    if unit in ("pekan", "minggu"):
        return anchors.weekend(date, step) if edge == "akhir" else anchors.week(date, step)
    if unit in ("kuartal", "triwulan"):
        value = anchors.quarter(date, step)
    elif unit == "bulan":
        value = anchors.month(date, step)
    elif unit == "tahun":
        value = f"{date.year + step:04}"
    elif unit == "dekade":
        value = f"{date.year // 10 * 10 + 10 * step:04}s"
    else:
        value = f"C{(date.year - 1) // 100 + 1 + step}"
    return edged(found, value)


_MONTH_CUES = frozenset(MONTH_NUMBERS)
_FINDERS: tuple[tuple[frozenset[str], tuple[Finder, ...]], ...] = (
    (frozenset({"pertama"}), (_first_months,)),
    (_MONTH_CUES, (_month_ranges, _month_years)),
    (FRACTION_CUES, (fractions_of_years,)),
    (FIGURES, (year_ranges, decades)),
    (frozenset({"abad"}), (centuries,)),
    (_MONTH_CUES, (_stepped_months,)),
    (frozenset({"lalu", "silam"}), (_ago,)),
    (_MONTH_CUES, (_bare_months,)),
    (FIGURES, (years,)),
    (_STEPPED_CUES, (_stepped,)),
)
"""The finders in order of precedence, each beside the words without which it finds nothing."""
