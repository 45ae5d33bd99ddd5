"""Find clock times and parts of the day."""

import datetime as dt
import re
from collections.abc import Iterator

from quizgen.language.claims import Claims
from quizgen.language.numerals import JOIN, WORDS, parse_number
from quizgen.model import Entity

ZONES = {"WIB": 7, "WITA": 8, "WIT": 9, "GMT": 0, "UTC": 0}
"""Hours east of Greenwich."""
_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?:[.:][0-5]\d)?"
_HOUR = r"(?:[01]?\d|2[0-4])"
_WORD_HOUR = rf"(?:setengah\s)?{WORDS}"
_ZONE = r"(?:WIB|WITA|Wita|wita|wib|WIT|Wit|GMT|UTC)"
_PART = r"(?:pagi|siang|sore|petang|malam|subuh|dini\shari)"
_TIME = rf"(?:{_CLOCK}|{_HOUR}|{_WORD_HOUR})"
_SAID = re.compile(
    rf"""\b(?i:(?P<noun>pukul|jam))\s(?P<low>{_TIME})(?:\s(?P<lowzone>{_ZONE})\b)?
    (?:{JOIN}(?:pukul\s|jam\s)?(?P<high>{_CLOCK}|{_HOUR}))?(?!\d)
    (?:\s(?P<part>{_PART})\b)?(?:\s(?P<zone>{_ZONE})\b)?(?:\s(?P<late>{_PART})\b)?""",
    re.VERBOSE,
)
_ZONED = re.compile(
    rf"(?<![\w.,:/])(?P<low>{_CLOCK})(?:{JOIN}(?P<high>{_CLOCK}))?\s(?P<zone>{_ZONE})\b"
)
_PART_OF_DAY = re.compile(
    r"""(?<![\w-])(?:(?i:(?:pagi|siang|sore|petang|malam)\shari|dini\shari|tengah\smalam)
    |(?<=sejak\s)(?:pagi|siang|sore|petang|malam|subuh)
    |(?<=pada\s)(?:pagi|siang|sore|petang|malam)
    |(?<=hingga\s)(?:pagi|siang|sore|petang|malam|subuh))(?![\w-])""",
    re.VERBOSE,
)
_NOUN_CUES = frozenset({"pukul", "jam"})
_ZONE_CUES = frozenset(map(str.lower, ZONES))
_PART_CUES = frozenset(["pagi", "siang", "sore", "petang", "malam", "subuh", "dini"])
_AFTERNOON = ("sore", "petang", "malam")


def find_times(text: str, claims: Claims) -> Iterator[Entity]:
    """Yield the clock times and parts of the day of ``text``, claimed."""
    for pattern, cues in ((_SAID, _NOUN_CUES), (_ZONED, _ZONE_CUES)):
        for found in pattern.finditer(text) if claims.cued(cues) else ():
            value = _value(found, bare=pattern is _ZONED)
            if value and claims.take(*found.span()):
                yield _entity(found, value, 1.0)
    for found in _PART_OF_DAY.finditer(text) if claims.cued(_PART_CUES) else ():
        if claims.take(*found.span()):
            yield _entity(found, None, 0.9)


def same_time(left: str, right: str) -> bool:
    """Tell whether two time values are one moment; a missing zone agrees with any."""
    if left == right:
        return True
    try:
        first, second = (dt.time.fromisoformat(value) for value in (left, right))
    except ValueError:
        return False
    if first.tzinfo is None or second.tzinfo is None:
        return first.replace(tzinfo=None) == second.replace(tzinfo=None)
    return _minutes(first) == _minutes(second)


def _minutes(time: dt.time) -> int:
    offset = time.utcoffset() or dt.timedelta()
    return (time.hour * 60 + time.minute - int(offset.total_seconds()) // 60) % (24 * 60)


def _value(found: re.Match[str], *, bare: bool) -> str | None:
    groups = found.groupdict()
    part = groups.get("part") or groups.get("late")
    noun = (groups.get("noun") or "pukul").lower()
    low = _clock(found["low"], part)
    if low is None or (noun == "jam" and not bare and not _is_time(found["low"], part)):
        return None
    zone = groups["zone"] or groups.get("lowzone")
    suffix = f"+{ZONES[zone.upper()]:02}:00" if zone else ""
    high = _clock(found["high"], part) if found["high"] else None
    return f"{low}{suffix}/{high}{suffix}" if high else low + suffix


def _is_time(said: str, part: str | None) -> bool:
    """Tell *jam 14.30, jam 5 sore* from *jam 2* and *jam kerja*."""
    return part is not None or "." in said or ":" in said


def _clock(said: str, part: str | None) -> str | None:
    if said[0].isdigit():
        hours, _, minutes = said.replace(".", ":").partition(":")
        return _shifted(int(hours), minutes[:2] or "00", part)
    half = said.lower().startswith("setengah ")
    number = parse_number(said.lower().removeprefix("setengah "))
    if number is None or number != int(number) or not 1 <= number <= 24:
        return None
    hour = int(number) - half or 12
    return _shifted(hour, "30" if half else "00", part)


def _shifted(hour: int, minute: str, part: str | None) -> str:
    """Count the hours of the afternoon and evening from noon: *jam 7 malam* is 19:00."""
    if part in _AFTERNOON and 1 <= hour < 12:
        hour += 12
    if part == "malam" and hour == 12:
        hour = 24
    if part == "siang" and 1 <= hour <= 4:
        hour += 12
    return f"{hour:02}:{minute}"


def _entity(found: re.Match[str], value: str | None, sure: float) -> Entity:
    quote = found[0]
    canonical = " ".join(quote.split())
    canonical = re.sub(r"(?<=\d):(?=\d\d)", ".", canonical).replace("Wita", "WITA")
    canonical = re.sub(r"^[Jj]am (?=\S)", "pukul ", canonical)
    canonical = re.sub(r"^Pukul", "pukul", canonical)
    if value and canonical[0].isdigit():
        canonical = f"pukul {canonical}"
    return Entity(start=found.start(), end=found.end(), quote=quote, type="TIME",
                  canonical=canonical, value=value, confidence=sure)  # fmt: skip
