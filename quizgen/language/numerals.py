"""Indonesian numbers, in figures and in words, and the patterns that find them."""

import re
from decimal import Decimal, InvalidOperation

UNITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5,
    "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9,
          "triliun": 10**12, "trilyun": 10**12, "biliun": 10**12}  # fmt: skip
ABBREVIATED_SCALES = {"rb": 10**3, "jt": 10**6, "m": 10**9, "t": 10**12}
"""Scales that stand only after an amount of money; there M is *miliar*."""
_SE = {"sepuluh": 10, "sebelas": 11, "seratus": 100}
_SE_SCALES = {"seribu": 10**3, "sejuta": 10**6}
_FRACTIONS = {
    "setengah": Decimal("0.5"), "separuh": Decimal("0.5"), "separo": Decimal("0.5"),
    "seperdua": Decimal("0.5"), "sepertiga": Decimal("0.3333"), "seperempat": Decimal("0.25"),
    "seperlima": Decimal("0.2"), "seperenam": Decimal("0.1667"), "seperdelapan": Decimal("0.125"),
    "sepersepuluh": Decimal("0.1"), "seperseratus": Decimal("0.01"),
}  # fmt: skip
_DENOMINATORS = {
    "perdua": 2, "pertiga": 3, "perempat": 4, "perlima": 5, "perenam": 6, "pertujuh": 7,
    "perdelapan": 8, "persembilan": 9, "persepuluh": 10,
}  # fmt: skip

_SCALE = r"(?:ribu|juta|mil[iy]ar|tril[iy]un|biliun)"
FIGURE = (
    r"(?:\d{1,3}(?:\.\d{3}){1,6}(?:,\d+)?"
    r"|\d+(?:,\d+)?"
    r"|\d+\.\d{1,2}(?=\s?(?:%|[a-zA-Z])))(?![\d]|[.,]\d)"
)
"""Figures with Indonesian grouping; a decimal point only before a unit, as in *5.5 persen*."""
SCALED_FIGURE = rf"{FIGURE}(?:\s?{_SCALE}\b(?:\s\d{{1,3}}\s{_SCALE}\b){{0,3}})?"
_WORD = "|".join(
    sorted([*UNITS, *_SE, *_SE_SCALES, *_FRACTIONS, *_DENOMINATORS], key=len, reverse=True)
)
NUMBER_CUES = frozenset({"0", *_WORD.split("|")})
"""What a text with a number has one of: a figure, written 0, or one of the words that open one."""
WORDS = rf"(?:{_WORD})\b(?:\s(?:{_WORD}|belas|puluh|ratus|koma|{_SCALE[3:-1]})\b){{0,24}}"
"""A run of number words; whether it is a number is for ``parse_number`` to say."""
NUMBER = rf"(?:{SCALED_FIGURE}|\b{WORDS})"
JOIN = r"(?:\s?[-–]\s?|\s(?:hingga|sampai(?:\sdengan)?|s\.d\.|s/d)\s)"
"""What stands between the ends of a range."""
JOIN_OR = rf"(?:{JOIN}|\satau\s)"
"""The same where two amounts are told for one: *dua atau tiga tahun*."""

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
_SPLIT = re.compile(rf"([\d.,]+)\s?({_SCALE}|rb|jt|M|T)?(?:an)?(?:\s|$)", re.IGNORECASE)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_BOUND = 10**18
"""Longer figures are codes; it also keeps arithmetic on units within decimal precision."""
_MOST_FIGURES = 24
_THOUSANDTHS = Decimal("0.0001")


def parse_number(text: str) -> Decimal | None:
    """Return the number that figures or number words say, None if they say none.

    >>> parse_number("24,5 miliar")
    Decimal('24500000000')
    >>> parse_number("dua puluh empat")
    Decimal('24')
    """
    text = " ".join(text.split())
    if text[:1] in "-−" and text[1:2].isdigit():
        positive = parse_number(text[1:])
        return None if positive is None else -positive
    value = _parse_figures(text) if text[:1].isdigit() else _parse_words(text.lower().split())
    return None if value is None or abs(value) >= _BOUND else tidy(value)


def tidy(value: Decimal) -> Decimal:
    """Return ``value`` without exponent and trailing zeros: 4.80E+9 becomes 4800000000."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if whole == value else value.normalize()


def plain(value: Decimal) -> str:
    """Return a number with decimal point and no grouping: 1250, 0.75."""
    return format(tidy(value), "f")


def _parse_figures(text: str) -> Decimal | None:
    total, position, last = Decimal(0), 0, None
    while position < len(text):
        found = _SPLIT.match(text, position)
        figure = found and _figure(found[1])
        if not found or figure is None:
            return None
        scale = _scale(found[2])
        if last is not None and scale >= last:
            return None
        total, position, last = total + figure * scale, found.end(), scale
    return total


def _scale(name: str | None) -> int:
    lower = (name or "").lower()
    return SCALES.get(lower) or ABBREVIATED_SCALES.get(lower, 1)


def _figure(text: str) -> Decimal | None:
    if len(text) > _MOST_FIGURES:
        return None
    if _GROUPED.match(text) or "," in text:
        text = text.replace(".", "").replace(",", ".")
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _parse_words(words: list[str]) -> Decimal | None:
    if "koma" in words:
        return _decimal_words(words)
    if len(words) == 2 and words[0] in UNITS and words[1] in _DENOMINATORS:
        ratio = Decimal(UNITS[words[0]]) / _DENOMINATORS[words[1]]
        return ratio.quantize(_THOUSANDTHS)
    scale = 1
    if len(words) > 1 and words[-1] in SCALES and words[-2] in _FRACTIONS:
        scale, words = SCALES[words[-1]], words[:-1]
    if not words or words[-1] not in _FRACTIONS:
        return _whole_words(words)
    whole = _whole_words(words[:-1]) if len(words) > 1 else Decimal(0)
    return None if whole is None else (whole + _FRACTIONS[words[-1]]) * scale


def _decimal_words(words: list[str]) -> Decimal | None:
    at = words.index("koma")
    tail = words[at + 1 :]
    scale = SCALES.get(tail[-1], 1) if tail else 1
    digits = tail[:-1] if scale > 1 else tail
    whole = _whole_words(words[:at])
    if whole is None or not digits:
        return None
    if all(word in UNITS for word in digits):
        fraction = "".join(str(UNITS[word]) for word in digits)
    else:
        number = _whole_words(digits)
        if number is None:
            return None
        fraction = str(number)
    return Decimal(f"{whole}.{fraction}") * scale


def _whole_words(words: list[str]) -> Decimal | None:
    total, limit, group = 0, 10**18, list[str]()
    for word in words:
        if word in _SE_SCALES or word in SCALES:
            scale = _SE_SCALES.get(word) or SCALES[word]
            below = 1 if word in _SE_SCALES and not group else _below_thousand(group)
            if below is None or scale >= limit or (word in _SE_SCALES and group):
                return None
            total, limit, group = total + below * scale, scale, []
        else:
            group.append(word)
    rest = _below_thousand(group) if group else 0
    return None if rest is None or not words else Decimal(total + rest)


def _below_thousand(words: list[str]) -> int | None:
    """Return 0-999 said by ``words``; each place may be said once, the higher first."""
    total, limit, digit = 0, 1000, None
    for word in words:
        if digit is None and word in UNITS and limit > 1:
            digit = UNITS[word]
            continue
        value, place, left = _placed(word, digit)
        if place >= limit:
            return None
        total, limit, digit = total + value, left, None
    return total + (digit or 0) if words else None


def _placed(word: str, digit: int | None) -> tuple[int, int, int]:
    """Return what a place word adds, the place it fills, and the limit of what may follow."""
    if digit is None and word in _SE:
        value = _SE[word]
        return value, 100 if value == 100 else 10, 100 if value == 100 else 1
    if digit and word == "belas" and digit > 1:
        return 10 + digit, 10, 1
    if digit and word in ("puluh", "ratus"):
        place = 10 if word == "puluh" else 100
        return digit * place, place, place
    return 0, 1000, 0


def roman(numeral: str) -> int:
    """Return the value of a Roman numeral made of I, V and X."""
    values = [_ROMAN[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
