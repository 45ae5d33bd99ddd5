"""Dates counted from another date of the text: *dua bulan kemudian*, *keesokan harinya*."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from quizgen.language import anchors
from quizgen.language.claims import Claims
from quizgen.language.numerals import NUMBER, parse_number
from quizgen.language.periods import say_date
from quizgen.model import Entity

_UNITS = r"(?:hari|pekan|minggu|bulan|tahun)"
_LATER = re.compile(
    rf"""(?<![\w-])(?i:(?:(?P<count>{NUMBER})\s(?P<unit>{_UNITS})|se(?P<one>{_UNITS}))
    \s(?P<way>kemudian|setelahnya|sesudahnya|berselang|sebelumnya|lagi)
    |(?P<next>(?:ke)?esokan?\sharinya|esok\sharinya|hari\sberikutnya))(?![\w-])""",
    re.VERBOSE,
)
_CUES = frozenset(
    [
        "kemudian",
        "setelahnya",
        "sesudahnya",
        "berselang",
        "sebelumnya",
        "lagi",
        "harinya",
        "berikutnya",
    ]
)
"""Without one of these no date is counted from another: quicker to see than the pattern."""
_SAME = re.compile(r"(?<=[Pp]ada )hari yang sama(?![\w-])")
_RANGED = re.compile(
    rf"(?:{NUMBER}\s(?:hingga|sampai|atau)|setidaknya|sedikitnya|selama|minimal)\s$", re.IGNORECASE
)
"""What stands before a duration: *satu hingga dua tahun kemudian*, *setidaknya setahun lagi*."""
_SURE = 0.8
_VALUE_LENGTH = {"hari": 10, "pekan": 10, "minggu": 10, "bulan": 7, "tahun": 4}
"""How exact the date counted from must be: a day, a month or a year, as ISO text."""


def find_sequels(
    text: str, date: dt.date | None, dates: Sequence[Entity], claims: Claims
) -> Iterator[Entity]:
    """Yield dates that are counted from the last date before them, claimed.

    *lagi* counts from ``date``, the day the text was written. Without a date to count from, or
    with one that is not exact enough, the value is None.
    """
    found = list(dates)
    for match in _LATER.finditer(text) if claims.cued(_CUES) else ():
        ranged = _RANGED.search(text[max(0, match.start() - 30) : match.start()])
        if ranged or not claims.take(*match.span()):
            continue
        value = _value(match, date, [each for each in found if each.end <= match.start()])
        entity = _entity(match, value)
        found.append(entity)
        yield entity
    yield from _same_days(text, found, claims)


def _same_days(text: str, dates: Sequence[Entity], claims: Claims) -> Iterator[Entity]:
    """Yield *hari yang sama*, the day that the text has told last, if it is one."""
    for match in _SAME.finditer(text) if claims.cued({"sama"}) else ():
        before = [each for each in dates if each.end <= match.start()]
        value = max(before, key=lambda each: each.start).value if before else None
        if value and len(value) == _VALUE_LENGTH["hari"] and claims.take(*match.span()):
            yield _entity(match, value)


def _value(match: re.Match[str], date: dt.date | None, before: Sequence[Entity]) -> str | None:
    count = _count(match)
    unit = (match["unit"] or match["one"] or "hari").lower()
    if (match["way"] or "").lower() == "lagi":
        start = date.isoformat() if date else None
    else:
        start = max(before, key=lambda each: each.start).value if before else None
    if count is None or start is None or len(start) < _VALUE_LENGTH[unit]:
        return None
    step = -count if (match["way"] or "").lower() == "sebelumnya" else count
    return _shifted(start, step, unit)


def _count(match: re.Match[str]) -> int | None:
    if match["count"] is None:
        return 1
    number = parse_number(match["count"].lower())
    return int(number) if number is not None and number == int(number) else None


def _shifted(start: str, step: int, unit: str) -> str | None:
    """Return the date ``step`` units after ``start``, only as exact as the unit.

    None after a quarter or a half of a year, whose end nobody tells.
    """
    parts = start.split("-")
    if len(start) not in (4, 7, 10) or not all(map(str.isdigit, parts)):
        return None
    year, month, day = (*map(int, parts), 1, 1)[:3]
    return anchors.ago(dt.date(year, month, day), -step, unit)


def _entity(match: re.Match[str], value: str | None) -> Entity:
    quote = match[0]
    said = say_date(value) if value else None
    return Entity(start=match.start(), end=match.end(), quote=quote, type="DATE",
                  canonical=said or " ".join(quote.split()), value=value,
                  confidence=_SURE)  # fmt: skip
