"""Find amounts: money, percentages, and measures with their unit."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from quizgen.language import units
from quizgen.language.claims import FIGURES, Claims
from quizgen.language.numerals import (
    FIGURE,
    JOIN,
    JOIN_OR,
    NUMBER,
    NUMBER_CUES,
    SCALED_FIGURE,
    parse_number,
    plain,
)
from quizgen.model import Entity

_OPEN = r"(?<![\w@#/])(?<!\d[.,:/-])(?<![A-Za-z]-)"
_SCALE_WORD = r"(?:ribu|juta|mil[iy]ar|tril[iy]un|biliun)"
_MONEY = rf"(?:{FIGURE}\s?(?:[jJ]t|[rR]b|[MT])\b|{FIGURE}\s?{_SCALE_WORD}an\b|{SCALED_FIGURE})"
_YEAR = re.compile(r"(?:19|20)\d\d")
_THIS = re.compile(r"\s(?:ini|itu|lalu|depan|mendatang|kemarin)\b")
_SCALED = re.compile(rf"{_SCALE_WORD}(?:an)?$|\d\s?(?:jt|rb|[MT])$", re.IGNORECASE)
_TENS_OF = re.compile(r"\b(?:puluhan|belasan|ratusan|ribuan|jutaan|beberapa)\s(?:\w+\s)?$")
_ENGLISH_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+$")
_AGE = re.compile(r"(?<=\w)\s\((?P<age>[1-9]\d)\)(?=[\s,.;])")
_MAGNITUDE = re.compile(
    rf"(?<![\w-])(?:(?i:magnitudo\s)|(?<=[Bb]ermagnitudo\s)|M\s?(?=\d,\d))(?P<low>{FIGURE})"
)


@cache
def _before_pattern() -> re.Pattern[str]:
    sign = units.sign_pattern()
    return re.compile(
        rf"""(?<![\w$])(?P<sign>{sign})\s?(?P<low>(?i:{_MONEY}))(?:,-|\.-)?
        (?:{JOIN}(?:(?P<again>{sign})\s?(?P<high>(?i:{_MONEY}))
          |(?P<bare>(?i:{_MONEY}))(?!\s?(?:%|persen|orang|unit|tahun|bulan|hari|jam)))(?:,-)?)?""",
        re.VERBOSE,
    )


@cache
def _after_pattern(between: bool) -> re.Pattern[str]:
    return _ranged(units.name_pattern(), between)


@cache
def _percent_pattern(between: bool) -> re.Pattern[str]:
    return _ranged(r"(?:%|(?i:persen|prosen)\b)", between)


@cache
def _measure_pattern(between: bool) -> re.Pattern[str]:
    return _ranged(units.unit_pattern(), between, JOIN_OR)


@cache
def _more_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s(?:dan\s)?|,\s)(?P<low>(?i:{NUMBER}))\s?(?P<unit>{units.unit_pattern()})"
    )


def _ranged(unit: str, between: bool, ranging: str = JOIN) -> re.Pattern[str]:
    """Return the pattern of ``low [unit] [- high] unit``; ``between`` is *antara low dan high*."""
    lead, join = (r"(?<=[Aa]ntara\s)", r"\sdan\s") if between else ("", ranging)
    rest = "" if between else "?"
    return re.compile(
        rf"""{_OPEN}{lead}(?P<minus>minus\s|[-−](?=\d))?(?P<low>(?i:{NUMBER}))
        (?:\s\([a-z\s]+\))?
        (?:(?:\s?{unit})?{join}(?P<high>(?i:{NUMBER}))){rest}\s?(?P<unit>{unit})""",
        re.VERBOSE,
    )


def find_money(text: str, claims: Claims) -> Iterator[Entity]:
    """Yield the amounts of money of ``text``, claimed; a currency alone is none."""
    for found in _before_pattern().finditer(text) if claims.cued(FIGURES) else ():
        high = found["high"] or found["bare"]
        code = units.signs_before()[found["sign"]]
        amount = _range(found["low"], high, code)
        if amount and claims.take(*found.span()):
            quote = re.sub(rf"(?<={re.escape(found['sign'])})\s+", "", found[0])
            sure = 0.8 if _rough(found[0]) else 1.0
            yield _entity(found.span(), found[0], "MONEY", quote, f"{amount} {code}", sure)
    for found in _both(_after_pattern, text) if claims.cued(units.name_cues()) else ():
        name = " ".join(found["unit"].split()).lower()
        amount = _range(found["low"], found["high"], "")
        if not amount or _TENS_OF.search(text[max(0, found.start() - 20) : found.start()]):
            continue
        if name in ("dong", "real", "won", "rand") and not found["low"][0].isdigit():
            continue
        if claims.take(*found.span()):
            value = f"{amount} {units.names_after()[name]}"
            sure = 0.8 if name in ("dolar", "dollar", "pound", "real") else 1.0
            yield _entity(found.span(), found[0], "MONEY", found[0], value, sure)


def _rough(quote: str) -> bool:
    return re.search(rf"{_SCALE_WORD}an\b", quote, re.IGNORECASE) is not None


def find_percents(text: str, claims: Claims) -> Iterator[Entity]:
    """Yield the percentages of ``text``, claimed."""
    told = "%" in text or claims.cued({"persen", "prosen"})
    for found in _both(_percent_pattern, text) if told else ():
        amount = _range(found["low"], found["high"], "")
        if amount and claims.take(*found.span()):
            value = f"{'-' if found['minus'] else ''}{amount} %"
            canonical = re.sub(r"\s+%", "%", found[0])
            yield _entity(found.span(), found[0], "PERCENT", canonical, value, 1.0)


def find_measures_with_unit(text: str, claims: Claims) -> Iterator[Entity]:
    """Yield measures, durations and ages of ``text``, claimed."""
    for found in _MAGNITUDE.finditer(text) if claims.cued(FIGURES) else ():
        number = parse_number(found["low"])
        if number is not None and claims.take(*found.span()):
            value = f"{plain(number)} magnitudo"
            canonical = f"magnitudo {found['low']}"
            yield _entity(found.span(), found[0], "QUANTITY", canonical, value, 1.0)
    for found in _both(_measure_pattern, text) if claims.cued(NUMBER_CUES) else ():
        yield from _measure(text, found, claims)
    yield from _lone_durations(text, claims)
    for found in _AGE.finditer(text) if claims.cued(FIGURES) else ():
        if _named(text, found.start()) and claims.take(*found.span("age")):
            value = f"{found['age']} tahun"
            yield _entity(found.span("age"), found["age"], "QUANTITY", value, value, 0.8)


def _both(pattern: Callable[[bool], re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    yield from pattern(True).finditer(text)
    yield from pattern(False).finditer(text)


def _measure(text: str, found: re.Match[str], claims: Claims) -> Iterator[Entity]:
    unit = units.unit_named(found["unit"])
    amount = _range(found["low"], found["high"], "")
    if unit is None or amount is None or (unit.shy and not found["low"][0].isdigit()):
        return
    if _YEAR.fullmatch(found["low"]) and _THIS.match(text, found.end()):
        # *Piala Dunia 2025 bulan ini*: the figure is a year.
        return
    value: str | None = f"{'-' if found['minus'] else ''}{amount} {unit.name}"
    end = found.end()
    if not found["high"]:
        value, end = _compound(text, end, value, unit)
    if not claims.take(found.start(), end):
        return
    quote = text[found.start() : end]
    canonical = quote
    if end == found.end():
        canonical = f"{quote[: found.start('unit') - found.start()].strip()} {unit.name}"
    yield _entity((found.start(), end), quote, "QUANTITY", canonical, value, 1.0)


def _compound(text: str, end: int, value: str | None, unit: units.Unit) -> tuple[str | None, int]:
    """Add smaller units that follow: *2 jam 15 menit* is 135 menit."""
    total = Decimal((value or "0").split()[0]) * unit.factor
    while more := _more_pattern().match(text, end):
        smaller, count = units.unit_named(more["unit"]), parse_number(more["low"].lower())
        if smaller is None or count is None or not _follows(unit, smaller, count):
            break
        end = more.end()
        if smaller.kind == unit.kind:
            total += count * smaller.factor
            value = f"{plain(total / smaller.factor)} {smaller.name}"
        else:
            value = None
        unit = smaller
    return value, end


def _follows(unit: units.Unit, smaller: units.Unit, count: Decimal) -> bool:
    """Tell *2 jam 15 menit* from two measures side by side."""
    if (unit.kind, smaller.kind) == ("calendar", "time"):
        return True
    kinds = ("time", "calendar", "length", "mass")
    return unit.kind == smaller.kind and unit.kind in kinds and count * smaller.factor < unit.factor


_LONE = re.compile(
    r"""\b(?:(?P<cue>selama|setidaknya|sedikitnya|ditunda|hampir|dalam|sekitar|setelah|sudah|hingga|lebih\sdari|kurang\sdari|tepat)\s)?
    (?P<span>se(?P<unit>jam|hari|pekan|minggu|bulan|tahun|windu|abad|dekade))\b(?!-)
    (?P<after>\s(?:terakhir|penuh|lamanya|kemudian|lebih|sebelumnya|setelah)\b)?""",
    re.VERBOSE | re.IGNORECASE,
)

_LONE_CUES = frozenset(
    [
        "sejam",
        "sehari",
        "sepekan",
        "seminggu",
        "sebulan",
        "setahun",
        "sewindu",
        "seabad",
        "sedekade",
    ]
)


def _lone_durations(text: str, claims: Claims) -> Iterator[Entity]:
    """Yield *sebulan, setahun* where a word before them makes them a duration."""
    for found in _LONE.finditer(text) if claims.cued(_LONE_CUES) else ():
        cued = found["cue"] or found["after"]
        if cued and claims.take(*found.span("span")):
            value = f"1 {found['unit'].lower()}"
            yield _entity(
                found.span("span"), found["span"], "QUANTITY", found["span"].lower(), value, 0.9
            )


def _named(text: str, position: int) -> bool:
    """Tell whether a capitalised word ends at ``position``, as in *Rahmat (24)*."""
    word = re.search(r"\b[A-Z][\w'’.-]*$", text[max(0, position - 30) : position])
    return word is not None


def _range(low: str, high: str | None, code: str) -> str | None:
    """Return one amount, or two joined; *3-5 juta* shares its scale, *50.000-5 juta* does not."""
    first = _number(low, code)
    if first is None or high is None:
        return None if first is None else plain(first)
    second = _number(high, code)
    if second is None:
        return None
    scale = _SCALED.search(high.strip())
    if scale and first < 1000 and not _SCALED.search(low.strip()):
        scaled = parse_number(f"1 {scale[0].lstrip('0123456789 ')}") or Decimal(1)
        first = first * scaled if first * scaled <= second else first
    return f"{plain(first)}-{plain(second)}"


def _number(text: str, code: str) -> Decimal | None:
    """Read a number; an amount of foreign money may group its thousands by commas."""
    if code and code != "IDR" and _ENGLISH_GROUPS.match(text):
        return parse_number(text.replace(",", ""))
    return parse_number(text)


def _entity(
    span: tuple[int, int], quote: str, type: str, canonical: str, value: str | None, sure: float
) -> Entity:
    return Entity(start=span[0], end=span[1], quote=quote, type=type,
                  canonical=standard(canonical), value=value, confidence=sure)  # fmt: skip


def standard(quote: str) -> str:
    """Return an amount as standard Indonesian writes it: one space, en dash, *miliar*.

    >>> standard("Rp5 milyar - Rp6 milyar")
    'Rp5 miliar–Rp6 miliar'
    """
    quote = " ".join(quote.split())
    quote = re.sub(r"(?<=[\w%])\s?[-–—]\s?(?=\d|Rp)", "–", quote)
    for wrong, right in (("ilyar", "iliar"), ("rilyun", "riliun"), (" prosen", " persen")):
        quote = quote.replace(wrong, right)
    lowered = re.sub(
        r"\b(?:Ribu|Juta|Miliar|Triliun|Persen|RIBU|JUTA|MILIAR|TRILIUN|PERSEN)\b",
        lambda found: found[0].lower(),
        quote,
    )
    words = re.match(r"[A-Z][a-z]+\b", lowered)
    starts_with_word = words and parse_number(words[0].lower()) is not None
    return lowered[0].lower() + lowered[1:] if starts_with_word else lowered
