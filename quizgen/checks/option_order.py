"""The rule that numbers, dates, times, days and ordinals stand in order, and what they sort by."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from quizgen.checks.finding import error
from quizgen.checks.text_match import bare, is_language, options_of
from quizgen.language.measures import sort_key
from quizgen.language.numerals import parse_number
from quizgen.model import Document, Item
from quizgen.wording import MONTHS

Key = tuple[str, Decimal | str]

_RATE = re.compile(r"\s(?:per|setiap|tiap)\s[\w\s]+$")
_NUMBERED = re.compile(r"(?:(kalimat|paragraf|kelas|nomor|bab|abad|butir)\s)?\(?(\d+)\)?", re.I)
_CLOCK = re.compile(
    r"(?:pada\s)?(?:pukul|jam)?\s?(\d{1,2})[.:](\d{2})(?:\s(?:WIB|WITA|WIT))?", re.I
)
_DAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")


@error("options-unsorted")
def options_unsorted(item: Item, document: Document) -> Iterator[str]:
    """Numbers, dates or times are not in order."""
    if is_language(item):
        return
    texts = [option.text for option in options_of(item)]
    rising, falling = measured_order(texts), measured_order(texts[::-1])
    if rising is not None and list(range(len(texts))) not in (rising, falling):
        yield ", ".join(texts)


def measured_order(texts: Sequence[str]) -> list[int] | None:
    """Return the places of options from small to large; None if they are not all of one measure.

    >>> measured_order(["Rabu", "Senin"]), measured_order(["Rabu", "12 kain"])
    ([1, 0], None)
    """
    keys = [key for text in texts if (key := order_key(text)) is not None]
    if len(keys) < len(texts) or len({kind for kind, _ in keys}) != 1:
        return None
    return sorted(range(len(keys)), key=lambda place: _value(keys[place]))


def _value(key: Key) -> Any:
    return key[1]


@lru_cache(maxsize=5_000)
def order_key(text: str) -> Key | None:
    """Return what an option is sorted by, comparable with keys of the same first part.

    >>> order_key("kedua") < order_key("ketiga"), order_key("12 kain tua")
    (True, ('NUMBER kain tua', Decimal('12')))
    """
    said = _RATE.sub("", " ".join(text.split()).rstrip("."))
    if numbered := _NUMBERED.fullmatch(said):
        year = not numbered[1] and re.fullmatch(r"[12]\d{3}", said)
        kind = (numbered[1] or "NUMBER").lower()
        return ("DATE", f"{said}-01-01") if year else (kind, Decimal(numbered[2]))
    if clock := _CLOCK.fullmatch(said):
        return "TIME", f"{int(clock[1]):02}:{clock[2]}"
    key = sort_key(said)
    if key and key[0] == "TIME":
        return "TIME", str(key[1])[:5]
    if key:
        return ("DATE", key[1]) if key[0] == "DAY" and said not in MONTHS else key
    return _day(said) or _counted(said)


def _day(said: str) -> Key | None:
    low = said.lower().removeprefix("pada ").removeprefix("hari ")
    return ("weekday", Decimal(_DAYS.index(low))) if low in _DAYS else None


def _counted(said: str) -> Key | None:
    """Return the key of a number and what it counts in several words: *12 kain tua*."""
    body = bare(said)
    body = re.sub(r"^(?:sebanyak|sekitar|hampir|lebih dari|kurang dari)\s", "", body, flags=re.I)
    tokens = body.split()
    for end in range(len(tokens) - 1, 0, -1):
        number = parse_number(" ".join(tokens[:end]).lower())
        if number is not None:
            return f"NUMBER {' '.join(tokens[end:]).lower()}", number
    return None
