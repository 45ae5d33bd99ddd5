"""The day of an article, as far as its text is sure of it: any date will not do.

A programme's end, a plan and a day of history are dates as well, and a wrong day gives every date
without its year a wrong one.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from quizgen.model import Dropped
from quizgen.readers._metadata import first_date

_FIRST = 4
"""So many paragraphs tell what is new."""
_LONGEST_STAMP = 10
_DATELINE = re.compile(r"(?P<head>[^\n.!?]{0,70}?\d{4}\)?[^\n.!?]{0,20}?)(?:\s[-–—]+|\s?[—:])\s")
_WEEKDAY = r"\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\b"
_BRACKETED = re.compile(rf"{_WEEKDAY}(?:\s\w+)?,?\s*\((?P<day>[^()]{{6,20}})\)", re.IGNORECASE)
_WITH_COMMA = re.compile(
    rf"{_WEEKDAY}(?:\s\w+)?,?\s(?P<day>\d{{1,2}}\s\w+\s\d{{4}})", re.IGNORECASE
)
_STAMP = re.compile(rf"{_WEEKDAY}|\b(?:wib|wita|wit|pukul)\b|\d\d[.:]\d\d", re.IGNORECASE)
_ENDS = re.compile(r"(?:(?<=\w{3}[.!?])|(?<=\)[.!?]))[\"”’']?\s+(?=[\"“A-Z])")
_QUOTE = re.compile(r"[\"“”]")
_NEAR = 10
_TODAY = re.compile(r"\bhari ini\W+$", re.IGNORECASE)


def day_of(texts: Sequence[str], left_out: Sequence[Dropped]) -> dt.date | None:
    """Return the day on which an article appeared, as far as it says so; None if nothing is sure.

    A time stamp says so, a dateline, and a weekday with its date: beside a verb of saying
    wherever it stands, else in brackets in the first paragraphs.

    >>> day_of(["Pasar dibuka pada Kamis (5/6/2025).", "Bazar berlangsung hingga 1 Juli 2025."], ())
    datetime.date(2025, 6, 5)
    """
    stamps = [each.text for each in left_out if each.reason == "time stamp"]
    lines = [text for text in texts if _is_stamp(text)]
    for text in (*stamps, *lines, *_datelines(texts)):
        if day := first_date(text):
            return day
    sentences = [_ENDS.split(text) for text in texts]
    told = [day for each in sentences for one in each for day in _told(one)]
    first = [day for each in sentences[:_FIRST] for one in each for day in _days(one, _BRACKETED)]
    opening = [day for each in sentences[:1] for one in each for day in _days(one, _WITH_COMMA)]
    return max(told or first or opening, default=None)


def _is_stamp(text: str) -> bool:
    """Tell whether a line is a date and little else: *Selasa, 4 Maret 2025 | 09:15 WIB*."""
    return (
        len(text.split()) <= _LONGEST_STAMP
        and not text.endswith((".", "!", "?"))
        and _STAMP.search(text) is not None
        and first_date(text) is not None
    )


def _datelines(texts: Sequence[str]) -> Iterator[str]:
    for text in texts[:1]:
        match = _DATELINE.match(text)
        if match and len(match["head"].split()) <= _LONGEST_STAMP:
            yield match["head"]


def _told(sentence: str) -> Iterator[dt.date]:
    """Yield the days of a sentence that tells when somebody spoke, and *hari ini, Senin (…)*."""
    spoke = not _words(sentence).isdisjoint(_list("saying"))
    for pattern in (_BRACKETED, _WITH_COMMA):
        for match in pattern.finditer(sentence):
            today = _TODAY.search(sentence[: match.start()])
            day = first_date(match["day"])
            if day and (today or (spoke and not _is_ahead(sentence[: match.start()]))):
                yield day


def _days(sentence: str, pattern: re.Pattern[str]) -> Iterator[dt.date]:
    for match in pattern.finditer(sentence):
        day = first_date(match["day"])
        if day and not _is_ahead(sentence[: match.start()]):
            yield day


def _is_ahead(before: str) -> bool:
    """Tell whether the words before a day, those of its own clause, say that it lies ahead."""
    words = re.findall(r"[\w.-]*\w", _QUOTE.split(before)[-1].lower())
    near = words[-_NEAR:]
    return not _list("ahead").isdisjoint(near) or not _list("bounding").isdisjoint(near[-2:])


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


@cache
def _list(name: str) -> frozenset[str]:
    data = resources.files("quizgen.readers").joinpath("data/dates.toml")
    return frozenset(tomllib.loads(data.read_text(encoding="utf-8"))[name].split())
