"""Find years in a text: spans of years, decades, centuries, quarters and halves of a year."""

import datetime as dt
import re
from collections.abc import Callable, Iterator

from quizgen.language.numerals import JOIN, parse_number, roman

PARTS = {"awal": "early", "pertengahan": "mid", "medio": "mid", "akhir": "late"}
STEP = {"ini": 0, "lalu": -1, "silam": -1, "kemarin": -1, "sebelumnya": -1,
         "depan": 1, "mendatang": 1, "nanti": 1}  # fmt: skip
_ORDINALS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
    "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "terakhir": 4,
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4,
}  # fmt: skip
PART = r"(?:(?P<edge>awal|pertengahan|medio|akhir)\s)?"
YEAR = r"(?:1\d|20)\d\d"
CLOSE = r"(?![\w/]|[.,]\d|-\w)"
THIS = r"(?:ini|lalu|silam|kemarin|depan|mendatang)"

_YEAR_SPLIT = re.compile(
    rf"""(?<![\w/.,-])(?:(?:[Tt]ahun|[Mm]usim)(?:\s(?:ajaran|pelajaran|akademik|anggaran|kompetisi))?\s)
    (?P<low>{YEAR})/(?P<high>{YEAR}){CLOSE}""",
    re.VERBOSE,
)
_YEAR_RANGE = re.compile(
    rf"(?<![\w/.,-])(?i:tahun\s)?(?P<low>{YEAR}){JOIN}(?i:tahun\s)?(?P<high>{YEAR}){CLOSE}"
)
_YEAR_BETWEEN = re.compile(
    rf"\b[Aa]ntara\s(?P<span>(?:tahun\s)?(?P<low>{YEAR})\sdan\s(?:tahun\s)?(?P<high>{YEAR})){CLOSE}"
)
_YEAR_NOUN = re.compile(
    rf"""(?<![\w-])(?i:(?:{PART})
    (?:tahun|musim)\s(?:(?:ajaran|pelajaran|akademik|anggaran|buku|fiskal|panas|dingin|gugur|semi
      |hujan|kemarau|haji|tanam|kompetisi)\s)?)
    (?P<year>\d{{3,4}})(?:\s(?P<era>SM|Masehi|Sebelum\sMasehi|Hijriah|H)\b)?{CLOSE}""",
    re.VERBOSE,
)
_YEAR_EDGE = re.compile(
    rf"(?<![\w-])(?i:(?P<edge>awal|pertengahan|medio|akhir))\s(?P<year>{YEAR}){CLOSE}"
)
_YEAR_CUE = re.compile(
    rf"""\b(?i:(?P<sure>pada|sejak|sepanjang|selama|periode|era|menjelang|pasca|kelahiran)
    |mulai|di|per|hingga|sampai|dari|untuk|setelah|sebelum|berakhir|dibanding(?:kan)?(?:\sdengan)?|daripada
    |bahwa|mencatat|menjadikan|menyebut|menetapkan)\s(?P<year>{YEAR}){CLOSE}""",
    re.VERBOSE,
)
_COUNTED = re.compile(
    r"\s(?:orang|unit|buah|ekor|lembar|warga|jiwa|kali|kursi|peserta|siswa|meter)\b"
)
_YEAR_MORE = re.compile(
    rf"(?:,\s(?:dan\s|atau\s|serta\s)?|\s(?:dan|atau|serta)\s)(?P<year>{YEAR}){CLOSE}"
)
_YEAR_BRACKET = re.compile(rf"\((?P<year>{YEAR})\)")
_YEAR_FOLLOWER = re.compile(
    r"\s*(?:$|[^\w\s]|[A-Z]|\n|(?:yang|dan|hingga|sampai|ini|itu|lalu|silam|di|ke|dengan|saat|ketika"
    r"|karena|untuk|oleh|atau|tersebut|mendatang|nanti|dari|dalam|sebagai|serta|sebesar|menjadi"
    r"|adalah|telah|sudah|akan|tidak|lebih|naik|turun|tetapi|sedangkan|jika|tanpa|meski\w*|[mb]e\w+|di\w+)\b)"
)
_DECADE = re.compile(
    rf"(?<![\w-])(?i:{PART}(?:(?P<lead>tahun|dekade|dasawarsa)\s)?)(?P<decade>(?:1[0-9]|20)?\d0)-?an\b"
)
_DECADE_CUE = re.compile(r"\b(?:era|tahun|dekade)\s$", re.IGNORECASE)
_CENTURY = re.compile(
    rf"(?<![\w-])(?i:{PART}abad)\s(?:(?i:ke-?\s?)?(?P<century>\d{{1,2}}|[IVX]+)|ke(?P<word>[a-z]+(?:\sbelas|\spuluh)?))(?:\s(?P<era>SM|Sebelum\sMasehi|Masehi))?\b"
)
_QUARTER = re.compile(
    rf"""(?<![\w-])(?:(?i:kuartal|kwartal|triwulan)\s(?:ke-?\s?)?(?P<n>IV|I{{1,3}}|[1-4]|pertama|kedua
    |ketiga|keempat|terakhir(?=\s)|satu|dua|tiga|empat)|Q(?P<q>[1-4]))
    (?:(?:[/-]|\s|\stahun\s)(?P<year>{YEAR})|\stahun\s(?P<step>{THIS}))?{CLOSE}""",
    re.VERBOSE,
)
_HALF = re.compile(
    rf"""(?<![\w-])(?i:semester|paruh)\s(?:ke-?\s?)?(?P<n>II?|[12]|pertama|kedua|satu|dua)
    (?:(?:[/-]|\s|\stahun\s)(?P<year>{YEAR})|\stahun\s(?P<step>{THIS})){CLOSE}""",
    re.VERBOSE,
)

FRACTION_CUES = frozenset(["kuartal", "kwartal", "triwulan", "q", "semester", "paruh"])
"""Words without one of which a text tells no part of a year."""

Found = tuple[int, int, str | None, float]
"""Start, end, value, confidence."""
Finder = Callable[[str, dt.date | None], Iterator[Found]]


def edged(found: re.Match[str], value: str | None) -> str | None:
    """Add the *awal, pertengahan* or *akhir* that the match names to its value."""
    edge = found["edge"]
    return f"{value}-{PARTS[edge.lower()]}" if edge and value else value


def year_ranges(text: str, date: dt.date | None) -> Iterator[Found]:
    """Yield spans of years: *2019–2023*, *tahun ajaran 2024/2025*."""
    for found in _YEAR_SPLIT.finditer(text):
        yield *found.span(), f"{found['low']}/{found['high']}", 1.0
    for pattern in (_YEAR_RANGE, _YEAR_BETWEEN):
        for found in pattern.finditer(text):
            if found["low"] < found["high"]:
                span = found.span("span") if pattern is _YEAR_BETWEEN else found.span()
                yield *span, f"{found['low']}/{found['high']}", 1.0


def years(text: str, date: dt.date | None) -> Iterator[Found]:
    """Yield years after a word that announces one, and in brackets."""
    for found in _YEAR_NOUN.finditer(text):
        era = found["era"]
        known = era in (None, "Masehi") and len(found["year"]) == 4
        yield *found.span(), edged(found, found["year"]) if known else None, 1.0
        yield from _more_years(text, found.end())
    for found in _YEAR_EDGE.finditer(text):
        yield *found.span(), edged(found, found["year"]), 1.0
    for found in _YEAR_CUE.finditer(text):
        counted = _COUNTED.match(text, found.end())
        if not counted and (found["sure"] or _YEAR_FOLLOWER.match(text, found.end())):
            yield *found.span("year"), found["year"], 1.0
            yield from _more_years(text, found.end())
    for found in _YEAR_BRACKET.finditer(text):
        yield *found.span("year"), found["year"], 0.8


def _more_years(text: str, position: int) -> Iterator[Found]:
    while (found := _YEAR_MORE.match(text, position)) and _YEAR_FOLLOWER.match(text, found.end()):
        yield *found.span("year"), found["year"], 1.0
        position = found.end()


def decades(text: str, date: dt.date | None) -> Iterator[Found]:
    """Yield decades: *1980-an*, *tahun 70-an*."""
    for found in _DECADE.finditer(text):
        decade = found["decade"]
        if len(decade) == 2:
            cued = found["lead"] or _DECADE_CUE.search(
                text[max(0, found.start() - 8) : found.start()]
            )
            if not cued:
                continue
            decade = ("20" if decade in ("00", "10") else "19") + decade
        yield *found.span(), edged(found, f"{decade}s"), 1.0


def centuries(text: str, date: dt.date | None) -> Iterator[Found]:
    """Yield centuries in Arabic or Roman figures; those before Christ have no value."""
    for found in _CENTURY.finditer(text):
        number = _century(found)
        if number is None:
            continue
        before_christ = found["era"] not in (None, "Masehi")
        value = None if before_christ or not number else edged(found, f"C{number}")
        yield *found.span(), value, 1.0


def _century(found: re.Match[str]) -> int | None:
    said = found["century"]
    if said:
        return int(said) if said.isdigit() else roman(said)
    number = parse_number(found["word"])
    return int(number) if number is not None else None


def fractions_of_years(text: str, date: dt.date | None) -> Iterator[Found]:
    """Yield quarters and halves of a year."""
    for pattern, letter in ((_QUARTER, "Q"), (_HALF, "H")):
        for found in pattern.finditer(text):
            number = (
                int(found["q"]) if letter == "Q" and found["q"] else _ORDINALS[found["n"].lower()]
            )
            year = int(found["year"]) if found["year"] else None
            if year is None and date:
                year = date.year + STEP[found["step"] or "ini"]
            sure = 1.0 if found["year"] else 0.9 if found["step"] else 0.6
            yield *found.span(), f"{year}-{letter}{number}" if year else None, sure
