"""Values of dates: ISO dates and spans, quarters, halves, decades and centuries.

``2025-03-12``, ``2025-03``, ``2025``, ``2025-Q1``, ``2025-H2``, ``1950s``, ``C19``, each with
``-early``, ``-mid`` or ``-late`` if said; a span is ``a/b``, both ends included.
"""

import calendar
import datetime as dt
import re

from quizgen.wording import MONTHS

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
"""From Monday, as ``datetime.date.weekday`` counts."""
PARTS = {"early": "awal", "mid": "pertengahan", "late": "akhir"}
_ROMAN = ("I", "II", "III", "IV")
_VALUE = re.compile(
    r"(?:C(?P<century>\d{1,2})|(?P<decade>\d{3}0)s"
    r"|(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-H(?P<half>[12])"
    r"|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?)"
    r"(?:-(?P<part>early|mid|late))?"
)


def say_date(value: str) -> str | None:
    """Return a date value in standard Indonesian, None if it is no date value.

    >>> say_date("2024-06-19")
    '19 Juni 2024'
    >>> say_date("2025-06-01/2025-06-03")
    '1–3 Juni 2025'
    """
    first, slash, last = value.partition("/")
    if slash:
        return _say_span(first, last)
    found = _VALUE.fullmatch(value)
    if not found or bounds(value) is None:
        return None
    part = found["part"]
    return f"{PARTS[part]} {_say_base(found)}" if part else _say_base(found)


def contains_date(outer_value: str, inner_value: str) -> bool:
    """Tell whether the whole inner period lies in the outer one; an equal period does.

    >>> contains_date("2024-06", "2024-06-19")
    True
    """
    outer, inner = bounds(outer_value), bounds(inner_value)
    return bool(outer and inner and outer[0] <= inner[0] and inner[1] <= outer[1])


def bounds(value: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a date value, None if it is none.

    *Awal, pertengahan* and *akhir* are taken as thirds, which is a convention of ours.
    """
    first, slash, last = value.partition("/")
    if slash:
        low, high = bounds(first), bounds(last)
        return (low[0], high[1]) if low and high and low[0] <= high[1] else None
    found = _VALUE.fullmatch(value)
    try:
        whole = _whole(found) if found else None
    except ValueError:
        return None
    if not found or not whole or not found["part"] or found["day"]:
        return whole
    return _third(*whole, list(PARTS).index(found["part"]))


def iso(day: int, month: int, year: int) -> str | None:
    """Return the ISO date, None if the calendar has no such day."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _whole(found: re.Match[str]) -> tuple[dt.date, dt.date]:
    if found["century"]:
        century = int(found["century"])
        return dt.date(century * 100 - 99, 1, 1), dt.date(century * 100, 12, 31)
    if found["decade"]:
        decade = int(found["decade"])
        return dt.date(decade, 1, 1), dt.date(decade + 9, 12, 31)
    year = int(found["year"])
    if found["day"]:
        day = dt.date(year, int(found["month"]), int(found["day"]))
        return day, day
    first, count = _months(found)
    last = first + count - 1
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def _months(found: re.Match[str]) -> tuple[int, int]:
    """Return the first month and the number of months."""
    if found["quarter"]:
        return int(found["quarter"]) * 3 - 2, 3
    if found["half"]:
        return int(found["half"]) * 6 - 5, 6
    return (int(found["month"]), 1) if found["month"] else (1, 12)


def _third(first: dt.date, last: dt.date, index: int) -> tuple[dt.date, dt.date]:
    days = (last - first).days + 1
    cuts = [first + dt.timedelta(days=days * n // 3) for n in range(3)]
    ends = [*(cut - dt.timedelta(days=1) for cut in cuts[1:]), last]
    return cuts[index], ends[index]


def _say_base(found: re.Match[str]) -> str:
    if found["century"]:
        return f"abad ke-{int(found['century'])}"
    if found["decade"]:
        return f"{found['decade']}-an"
    year = found["year"]
    if found["quarter"]:
        return f"kuartal {_ROMAN[int(found['quarter']) - 1]} {year}"
    if found["half"]:
        return f"semester {_ROMAN[int(found['half']) - 1]} {year}"
    if not found["month"]:
        return str(int(year))
    day = f"{int(found['day'])} " if found["day"] else ""
    return f"{day}{MONTHS[int(found['month']) - 1]} {int(year)}"


def _say_span(first: str, last: str) -> str | None:
    """Say what both ends share only once: *1–3 Juni 2025, Januari–Mei 2025*."""
    low, high = say_date(first), say_date(last)
    if low is None or high is None or bounds(f"{first}/{last}") is None:
        return None
    left, right = low.split(), high.split()
    if len(left) == len(right):
        while len(left) > 1 and left[-1] == right[-1]:
            left, right = left[:-1], right[:-1]
    return f"{' '.join(left)}–{high}"
