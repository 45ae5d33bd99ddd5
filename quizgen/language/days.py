"""Find days in a text: full dates, weekdays, *kemarin*, and spans of days."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from quizgen.language import anchors
from quizgen.language.claims import FIGURES, Claims
from quizgen.language.numerals import JOIN
from quizgen.language.periods import WEEKDAYS, iso, say_date
from quizgen.model import Entity
from quizgen.wording import MONTHS

MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "ags": 8, "agt": 8,
    "agu": 8, "agust": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11,
    "des": 12, "dec": 12, "pebruari": 2, "nopember": 11, "may": 5, "aug": 8,
}  # fmt: skip
_MONTH = "|".join(sorted([*MONTH_NUMBERS, *_ABBREVIATIONS], key=len, reverse=True))
_WEEKDAY_NUMBERS = {name.lower(): index for index, name in enumerate(WEEKDAYS)} | {
    "jum'at": 4, "jum’at": 4, "ahad": 6,
}  # fmt: skip
_WEEKDAY = "(?:" + "|".join(_WEEKDAY_NUMBERS) + ")"
PART = r"(?:pagi|siang|sore|petang|malam|subuh|dini\shari)(?:\shari)?"
_STEP = {"ini": 0, "lalu": -1, "kemarin": -1, "silam": -1, "depan": 1, "mendatang": 1}

_FULL = re.compile(
    rf"""(?<![\w/.,])(?<!\d-)
    (?:(?:hari|tanggal)\s)?
    (?:(?P<weekday>{_WEEKDAY})(?:(?:\s?[-–—]\s?|\sdan\s|\shingga\s){_WEEKDAY})?
       (?:\s(?P<part>{PART}))?,?\s?(?:tanggal\s)?(?P<open>\()?)?
    (?:(?P<from>\d{{1,2}})(?:\s?[-–—]\s?|\s(?:hingga|sampai|s\.d\.|dan)\s))?
    (?P<day>\d{{1,2}})
    (?:(?P<sep>[/.-])(?P<mon>\d{{1,2}})(?:(?P=sep)(?P<year>\d{{4}}|\d\d))?(?![\d/])
      |(?:\s?(?P<name>{_MONTH})\b(?:\.(?=\s\d{{4}}))?(?:,?\s(?P<named>\d{{4}}))?))
    (?(open)\))(?![\w/]|[.,]\d|(?<=\d)-\d)
    (?:\s(?P<after>{PART})\b)?
    (?(year)|(?(named)|
      (?:\s(?P<tail>lalu|silam|mendatang|nanti|depan|tahun\s(?:ini|lalu|depan))\b)?))""",
    re.VERBOSE | re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\w/.,-])(\d{4})-(\d\d)-(\d\d)(?![\w/]|[.,-]\d)")
_NAMED = "|".join(name.title() for name in _WEEKDAY_NUMBERS)
_WEEKDAY_ONLY = re.compile(
    rf"""(?<![\w-])(?:[Hh]ari\s)?(?P<weekday>{_NAMED})\b(?!-|\s(?:Agung|Putih|Abu|Suci|Palma))
    (?:\s(?P<part>{PART})\b)?
    (?:\s(?:(?:pekan|minggu)\s(?P<week>ini|lalu|depan|mendatang|kemarin)
      |(?P<mod>lalu|silam|kemarin|ini|depan|mendatang|nanti|besok|yang\sakan\sdatang))\b)?
    (?:\s(?P<after>{PART})\b)?""",
    re.VERBOSE,
)
_NEAR = re.compile(
    rf"""(?<![\w-])(?i:(?P<word>hari\sini|kemarin(?:\s(?P<more>lusa|dulu))?|besok|lusa
      |esok(?=\shari|\s{PART})|semalam|tadi(?=\s{PART}))
    (?:\shari\b(?!\sini))?(?:\s(?P<part>{PART})\b(?!\sini))?
    |(?P<soon>nanti\s(?:sore|malam|siang)|(?:pagi|siang|sore|petang|malam)\s(?:ini|nanti)))(?![\w-])""",
    re.VERBOSE,
)
_VAGUE = re.compile(
    r"""(?<![\w/.,-])(?:\d{1,2}\s(?:Muharr?am|Safar|Rabiul[a-z]+|Jumadil[a-z]+|Rajab|Sya[ck]?ban|Ramad?h?an
    |Syawal|[DZ]z?ulkaidah|Zulkaidah|[DZ]z?ulhij+ah)(?:\s\d{4}\s?(?:Hijriah|H)\b)?
    |[Tt]anggal\s\d{1,2}(?![\w/]|[.,-]\d))""",
    re.VERBOSE,
)
_RECURRING = re.compile(r"\b(?:setiap|tiap|saban|tiap-tiap)\s(?:hari\s|tanggal\s)?$", re.IGNORECASE)
_NOT_WEEKDAY = re.compile(r"\b(?:Pasar|Koran|Kebun|Jalan|\d+|dua|tiga|empat|Dua|Tiga|Empat)\s$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:“\"(\n—–-])\s*$")
_JOINED = re.compile(JOIN)


@dataclass(frozen=True, slots=True)
class _Day:
    """A found day or span of days; ``month`` and ``year`` are None if the text has none."""

    start: int
    end: int
    value: str | None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    part: str | None = None
    sure: float = 1.0


_Finder = Callable[[str, dt.date | None], Iterator[_Day]]


def find_days(text: str, date: dt.date | None, claims: Claims) -> Iterator[Entity]:
    """Yield the days of ``text``, claimed; ``date`` is the day relative ones are counted from."""
    found: list[_Day] = []
    for finder, cues in _FINDERS:
        if claims.cued(cues):
            found += [day for day in finder(text, date) if _claimed(text, day, claims)]
    found = _explained(text, sorted(found, key=lambda day: day.start))
    for day in _merged(text, found, claims):
        yield _entity(text, day)


def _claimed(text: str, day: _Day, claims: Claims) -> bool:
    """Claim the day; a recurring one (*setiap Senin*) is claimed but no date."""
    taken = claims.take(day.start, day.end)
    return taken and not _RECURRING.search(text[max(0, day.start - 24) : day.start])


def _iso_days(text: str, date: dt.date | None) -> Iterator[_Day]:
    for found in _ISO.finditer(text):
        year, month, day = (int(part) for part in found.groups())
        if value := iso(day, month, year):
            yield _Day(found.start(), found.end(), value, day, month, year)


def _full_days(text: str, date: dt.date | None) -> Iterator[_Day]:
    for found in _FULL.finditer(text):
        parts = _numbers(found)
        if parts is None:
            continue
        day, month, year = parts
        start, end = found.span()
        part = found["part"] or found["after"]
        if year is None:
            value = _without_year(found, day, month, date)
            yield _Day(start, end, value, day, month, None, part, 0.9)
            continue
        value = iso(day, month, year)
        if found["from"]:
            value = _span(iso(int(found["from"]), month, year), value, "dan" in found[0])
        yield _Day(start, end, value, day, month, year, part, _sureness(found, value))


def _vague_days(text: str, date: dt.date | None) -> Iterator[_Day]:
    """Yield days that no value is given for: *1 Syawal 1446 H*, *tanggal 17*."""
    for found in _VAGUE.finditer(text):
        yield _Day(found.start(), found.end(), None, sure=0.7)


def _numbers(found: re.Match[str]) -> tuple[int, int, int | None] | None:
    """Return day, month and year; None if the figures are no date."""
    day, year = int(found["day"]), found["year"] or found["named"]
    if found["name"]:
        name = found["name"].lower()
        month = MONTH_NUMBERS.get(name) or _ABBREVIATIONS[name]
        if not year and name not in MONTH_NUMBERS:
            return None
    else:
        month = int(found["mon"])
        if not year and not (found["sep"] == "/" and found["weekday"]):
            return None
        if month > 12 >= day:
            day, month = month, day
        if found["sep"] != "/" and len(year or "") != 4:
            return None
    if not (1 <= day <= 31 and 1 <= month <= 12) or int(found["from"] or 1) > 31:
        return None
    return day, month, int(year) + (2000 if len(year) == 2 else 0) if year else None


def _without_year(found: re.Match[str], day: int, month: int, date: dt.date | None) -> str | None:
    if date is None:
        return None
    tail = (found["tail"] or "").lower().split()
    if len(tail) == 2:
        value = iso(day, month, date.year + _STEP[tail[1]])
    else:
        direction = anchors.DIRECTIONS[tail[0]] if tail else 0
        value = anchors.named_day(date, day, month, direction)
    if value and found["from"]:
        low = iso(int(found["from"]), month, int(value[:4]))
        return _span(low, value, "dan" in found[0])
    return value


def _span(low: str | None, high: str | None, adjacent: bool) -> str | None:
    """Join two days; *5 dan 8 Juni* is no span, so only adjacent days are joined by *dan*."""
    if low is None or high is None or low >= high:
        return None
    days = (dt.date.fromisoformat(high) - dt.date.fromisoformat(low)).days
    return f"{low}/{high}" if days == 1 or not adjacent else None


def _sureness(found: re.Match[str], value: str | None) -> float:
    """Doubt a date whose weekday is another day's, and one with a day in the month's place."""
    if value is None:
        return 0.5
    if found["mon"] and int(found["mon"]) > 12:
        return 0.6
    if found["weekday"] and not found["from"]:
        said = _WEEKDAY_NUMBERS[found["weekday"].lower()]
        return 1.0 if dt.date.fromisoformat(value).weekday() == said else 0.7
    return 1.0


def _weekdays(text: str, date: dt.date | None) -> Iterator[_Day]:
    for found in _WEEKDAY_ONLY.finditer(text):
        before = text[max(0, found.start() - 24) : found.start()]
        if _NOT_WEEKDAY.search(before):
            continue
        lone = found["weekday"] == "Minggu" and found["mod"] and not found["part"]
        if lone and _SENTENCE_START.search(before):
            continue
        value = _weekday_value(found, date) if date else None
        part = found["part"] or found["after"]
        yield _Day(found.start(), found.end(), value, part=part, sure=0.9)


def _weekday_value(found: re.Match[str], date: dt.date) -> str:
    index = _WEEKDAY_NUMBERS[found["weekday"].lower()]
    if found["week"]:
        return anchors.weekday_of_week(date, index, _STEP[found["week"]])
    if found["mod"] == "ini":
        return anchors.weekday_of_week(date, index, 0)
    direction = anchors.DIRECTIONS[" ".join(found["mod"].split())] if found["mod"] else 0
    return anchors.weekday(date, index, direction)


def _near_days(text: str, date: dt.date | None) -> Iterator[_Day]:
    for found in _NEAR.finditer(text):
        word = " ".join((found["word"] or found["soon"]).lower().split())
        value = None
        if date:
            value = (date + dt.timedelta(days=_near_step(word, found["part"]))).isoformat()
        yield _Day(found.start(), found.end(), value, sure=0.9)


def _near_step(word: str, part: str | None) -> int:
    if word in ("kemarin lusa", "kemarin dulu"):
        return -2
    if word == "tadi":
        return -1 if part and part.startswith("malam") else 0
    return {"kemarin": -1, "semalam": -1, "besok": 1, "esok": 1, "lusa": 2}.get(word, 0)


_FINDERS: tuple[tuple[_Finder, frozenset[str]], ...] = (
    (_iso_days, FIGURES),
    (_full_days, FIGURES),
    (_vague_days, FIGURES),
    (_weekdays, frozenset({*map(str.lower, WEEKDAYS), "jum", "ahad"})),
    (
        _near_days,
        frozenset(["ini", "nanti", "kemarin", "besok", "lusa", "esok", "semalam", "tadi"]),
    ),
)


def _explained(text: str, days: list[_Day]) -> list[_Day]:
    """Give *hari ini* the date that stands right after it: *hari ini, Senin (9/6/2025)*."""
    explained = []
    for day, after in zip_longest(days, days[1:]):
        near = _NEAR.match(text, day.start)
        if near and after and after.year and text[day.end : after.start] in (", ", " ", " ("):
            day = replace(day, value=after.value, sure=1.0)
        explained.append(day)
    return explained


def _merged(text: str, days: list[_Day], claims: Claims) -> Iterator[_Day]:
    """Join neighbours that *hingga* or a dash joins into one span of days."""
    held: _Day | None = None
    for day in days:
        if held and _JOINED.fullmatch(text, held.end, day.start) and "/" not in (held.value or ""):
            claims.take(held.end, day.start)
            held = _joined(held, day)
            continue
        if held:
            yield held
        held = day
    if held:
        yield held


def _joined(low: _Day, high: _Day) -> _Day:
    first = low.value
    if low.year is None and low.day and low.month and high.year and high.month:
        first = iso(low.day, low.month, high.year - (low.month > high.month))
    known = first and high.value and first < high.value and "/" not in high.value
    value = f"{first}/{high.value}" if known else None
    return replace(high, start=low.start, value=value, part=None, sure=min(low.sure, high.sure))


def _entity(text: str, day: _Day) -> Entity:
    quote = text[day.start : day.end]
    canonical = " ".join(quote.split())
    if day.value and (said := say_date(day.value)):
        canonical = said
        if day.part:
            index = dt.date.fromisoformat(day.value[:10]).weekday()
            canonical = f"{WEEKDAYS[index]} {day.part.lower()}, {said}"
    return Entity(start=day.start, end=day.end, quote=quote, type="DATE",
                  canonical=canonical, value=day.value, confidence=day.sure)  # fmt: skip
