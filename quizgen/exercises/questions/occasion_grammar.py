"""What stands after a speaker's name, read whole or not at all: *saat ditemui di Y, Selasa (10/6)*.

Source: the closing clause of reported speech as Indonesian news writes it; own grammar, words in
``data/occasions.toml``.
"""

import datetime as dt
import re
from functools import cache

from quizgen.exercises.common.names import SURE
from quizgen.exercises.common.tables import words
from quizgen.language.clauses import word_class
from quizgen.language.periods import WEEKDAYS, say_date
from quizgen.model import Document, Entity, Sentence

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_LEAD_DATE = re.compile(r"[\s,]*(?:\b(?:pada|hari|tanggal)\s*)*$")
_AFTER_DATE = re.compile(r"\s*(?:(?:pagi|siang|sore|petang|malam)(?:\shari)?)?\s*")
_APPOSITION = re.compile(r"^(?:\s*\(\d{1,2}\))?,\s(?P<what>[^,]{3,80}?)(?:,\s|$)")
_GIVEN = re.compile(r"(?!saat|ketika|waktu)[\w-]+ (?:memberikan|memberi|menyampaikan)\b")
"""An utterance after another: *memberikan keterangan usai memberikan sambutan* says it twice."""
_LONGEST = 14


def cut_date(
    start: int, tail: str, home: Sentence, document: Document
) -> tuple[str, Entity | None] | None:
    """Return what stands before the date that closes a tail, and the date; None if unclear."""
    dates = [
        entity
        for entity in document.entities_in(home)
        if entity.type == "DATE" and start <= entity.start < start + len(tail)
        if exact(entity) or weekday(entity)
    ]
    if not dates:
        return tail, None
    (date, *more), text = dates, document.article.text
    rest = text[date.end : start + len(tail)].rstrip(' ,.”"()')
    body = text[start : date.start]
    if more or _AFTER_DATE.fullmatch(rest) is None or _mistaken(date):
        return None
    lead = _LEAD_DATE.search(body)
    before = body[: lead.start()] if lead else body
    parted = not before.strip() or "," in body[len(before) :]
    return (before, date) if parted or _ends_alone(before) else None


def _ends_alone(text: str) -> bool:
    """Tell whether a date after these words can be no part of them: *dikonfirmasi pada Senin*.

    In *seusai rapat Senin* and *kepala dinas sejak 5 Mei 2025* it is.
    """
    found = read(body_of(text))
    return found is not None and found[0] not in {"bare", "unread", "event", "beside"}


def _mistaken(date: Entity) -> bool:
    """Tell whether a date is unsure, or its weekday another one than the calendar's."""
    if date.confidence < SURE:
        return True
    if not exact(date) or date.value is None:
        return False
    said = weekday(date)
    return said is not None and said != WEEKDAYS[dt.date.fromisoformat(date.value).weekday()]


def exact(date: Entity) -> bool:
    """Tell whether a date is one day of a known year, in figures of its own."""
    figures = any(char.isdigit() for char in date.quote)
    return figures and date.value is not None and _DAY.fullmatch(date.value) is not None


def said_day(date: Entity) -> str:
    """Return an exact date in words: *10 Juni 2025*."""
    return say_date(date.value or "") or date.canonical


def weekday(date: Entity) -> str | None:
    """Return the weekday that a date is written with, None if it has none."""
    first = re.sub(r"^[Hh]ari\s", "", date.quote)
    return next((day for day in WEEKDAYS if first.startswith(day)), None)


def body_of(text: str) -> str:
    """Return a tail without the brackets and the apposition that belong to the name."""
    found = _APPOSITION.match(text)
    if found and not re.match(rf"(?:{_opener()})\b", found["what"]):
        text = text[found.end() :]
    return " ".join(_BRACKETS.sub("", text).strip(" ,.”\"'“").split())


@cache
def any_of(name: str) -> str:
    """Return a pattern for any of the words of a list of ``data/occasions.toml``."""
    longest = sorted(words("occasions", name), key=len, reverse=True)
    return "|".join(re.escape(word).replace("_", r"\s") for word in longest)


@cache
def _opener() -> str:
    fixed = "di|dalam|pada|kepada|melalui|lewat|via"
    names = ("beside", "met", "reached", "manners", "relayed")
    return "|".join((fixed, *map(any_of, names)))


@cache
def _grammar() -> tuple[tuple[str, re.Pattern[str]], ...]:
    place = r"(?:,?\s(?:di|dari)\s(?P<place>[^;:]+))?"
    asked = r"(?:(?:saat|ketika|waktu|usai)\s)?"
    outlet = r"(?:\s[A-Z][\w.]+)?"
    phone = r"(?:melalui|lewat|via)\s(?:sambungan\s)?(?:telepon|telefon|ponsel)"
    into = r"(?:dalam|pada|melalui|lewat|via|di)\s(?:sebuah\s)?"
    return tuple(
        (kind, re.compile(pattern))
        for kind, pattern in (
            ("met", rf"{asked}(?:{any_of('met')}){outlet}{place}"),
            ("reached", rf"{asked}(?:{any_of('reached')}){outlet}(?:\s{phone})?{place}"),
            ("reached", rf"{phone}{place}"),
            ("written", rf"{into}(?P<setting>{any_of('written')})(?:nya)?{place}"),
            ("hearers", rf"(?:ke)?pada\s(?P<setting>{any_of('hearers')}|[A-Z][\w.]+){place}"),
            ("press", rf"(?:saat\s)?(?:{into})?(?P<setting>{any_of('press')}){place}"),
            ("event", rf"{into}(?P<setting>(?i:{any_of('events')})\b(?:(?!\sdi\s)[^;:])*?){place}"),
            ("beside", rf"(?P<setting>(?:{any_of('beside')})\s[^;:]+)"),
            ("place", r"di\s(?P<place>[^;:]+)"),
        )
    )


def read(body: str) -> tuple[str, str, str] | None:
    """Return kind, setting and place of a tail, None where it tells an occasion in other words.

    The kind is *unread* where nothing in it tells of an occasion.

    >>> read("saat ditemui di kawasan Kota Tua, Jakarta")
    ('met', '', 'kawasan Kota Tua, Jakarta')
    >>> read("dalam keterangan tertulis")
    ('written', 'keterangan tertulis', '')
    >>> read("dalam hujan di rumahnya") is None
    True
    """
    if not body or re.match(rf"(?:{any_of('manners')})\s[a-z]+(?:\s[a-z]+)?$", body):
        return "bare", "", ""
    for kind, pattern in _grammar():
        found = pattern.fullmatch(body)
        if found is None:
            continue
        parts = {"setting": "", "place": "", **{k: v or "" for k, v in found.groupdict().items()}}
        setting, place = parts["setting"].strip(" ,"), parts["place"].strip(" ,")
        if kind == "beside" and _GIVEN.match(setting):
            return None
        if kind == "beside" and _tells_nothing(setting):
            setting = ""
        if kind == "place" and not _is_place(place):
            return None
        return kind, setting if _clear(setting) else "", place if _is_place(place) else ""
    return None if re.search(rf"\b(?:{_opener()})\b", body) else ("unread", "", "")


def _tells_nothing(setting: str) -> bool:
    """Tell whether a circumstance names nothing: *saat meninjau lokasi*, *usai rapat*."""
    last = setting.rpartition(" ")[2]
    return setting.islower() and last in words("occasions", "no_places") | words(
        "occasions", "bare_events"
    )


def _clear(text: str) -> bool:
    """Tell whether a phrase points to nothing outside it, and is short enough for a question."""
    said = _WORD.findall(text.lower())
    pointing = word_class("pointing") | {"tersebut", "ini", "itu", "lalu"}
    clitic = any(word.endswith("nya") and len(word) > 5 for word in said)
    return len(said) <= _LONGEST and not clitic and not pointing & set(said) and '"' not in text


def _is_place(text: str) -> bool:
    """Tell whether a phrase names a place: *Hotel Arum, Bogor*, *kawasan Senen*, not *lokasi*."""
    parts = text.split(", ")
    head = text.split()[0] if text else ""
    if not head or head.lower() in words("occasions", "no_places") or not _clear(text):
        return False
    if not head[0].isupper() and head not in words("occasions", "places"):
        return False
    plain = all(word[0].isupper() or word.isdigit() or word in {"dan", "No.", "kilometer"}
                for part in parts for word in part.split()[1:])  # fmt: skip
    return plain and all(part[:1].isupper() for part in parts[1:]) and any(map(str.isupper, text))
