"""Date, outlet and identifier of an article, from what the text itself says."""

import datetime as dt
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from quizgen.model import Dropped

_LONGEST_SLUG = 80
_MONTHS = (
    "Jan(?:uari|uary)?", "Feb(?:ruari|ruary)?", "Mar(?:et|ch)?", "Apr(?:il)?", "Mei|May",
    "Jun[ie]?", "Jul[iy]?", "Ag(?:ustus|st|t|s|u)|Aug(?:ust)?", "Sept?(?:ember)?",
    "Okt(?:ober)?|Oct(?:ober)?", "No[vp](?:ember)?", "De[sc](?:ember)?",
)  # fmt: skip
_DATE = re.compile(
    rf"""(?<![\d./-])(?:
        (?P<day>\d{{1,2}})(?:[ ](?P<month>(?i:{"|".join(_MONTHS)}))\.?[ ]
                          |(?P<mark>[/.-])(?P<number>\d{{1,2}})(?P=mark))(?P<year>\d{{4}})
        |(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    )(?![\d/-])""",
    re.VERBOSE,
)
_DOMAIN = r"[A-Za-z0-9][A-Za-z0-9-]*\.(?:com|co\.id|co|id|net|org|tv|news)"
_PLACE = r"[A-Z][\w.'-]*(?: [A-Z(][\w.')-]*){0,3}"
_DASH = r"\s*(?:[-–—]+|:)"
_OUTLET = re.compile(
    rf"(?:{_PLACE}\s*,\s*)?(?P<outlet>(?i:{_DOMAIN}))(?:\s*,\s*(?:{_PLACE})?)?"
    rf"(?:{_DASH}|\s*$|(?<=,))"
)
_SIGNED = re.compile(rf"(?:{_PLACE}\s*,\s*)?(?i:{_DOMAIN})\b|[A-Z][A-Z ,.]{{2,}}(?:\s*[-–—]|$)")
_WRITER = re.compile(
    r"\W*(?:penulis|oleh|reporter|pewarta|jurnalis|laporan(?: wartawan)?)\s*:?\s+"
    r"([A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,4})(?=\s*(?:$|[|,]))",
    re.IGNORECASE,
)
_PLACE_ALONE = re.compile(rf"{_PLACE}(?:,\s*{_PLACE})?$")


def slug(text: str) -> str:
    """Return ``text`` as an identifier: ASCII, lower case, hyphens; ``teks`` if nothing is left.

    >>> slug("Presiden Tiba di Café Senayan!")
    'presiden-tiba-di-cafe-senayan'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    parts = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    if len(parts) > _LONGEST_SLUG:
        parts = parts[: _LONGEST_SLUG + 1].rpartition("-")[0] or parts[:_LONGEST_SLUG]
    return parts or "teks"


def first_date(text: str) -> dt.date | None:
    """Return the first full date in ``text`` that the calendar has, else None.

    Day, month and year in the Indonesian order, or ISO 8601.

    >>> first_date("Rapat pada 31/2/2024 diundur ke Senin, 4 Maret 2024.")
    datetime.date(2024, 3, 4)
    """
    return next(_dates(text), None)


def outlet_in(text: str) -> str | None:
    """Return the outlet that the dateline at the start of ``text`` names, else None.

    >>> outlet_in("JAKARTA, KABARCONTOH.com - Pemerintah menambah kereta.")
    'KABARCONTOH.com'
    """
    match = _OUTLET.match(text)
    if match is not None:
        return match["outlet"]
    agency = re.match(r"([A-Z][A-Z ]+[A-Z])\s*[-–—]+\s*\S", text)
    return agency[1] if agency is not None and agency[1] in _agencies() else None


def signed_name(dropped: Iterable[Dropped]) -> str | None:
    """Return the writer that a byline among ``dropped`` names, else None."""
    for each in dropped:
        match = _WRITER.match(each.text) if each.reason == "byline" else None
        if match is not None:
            return match[1].strip(" .")
    return None


def opens_dateline(text: str) -> bool:
    """Tell whether a short line opens a dateline by its outlet, or by a place in capitals."""
    return len(text.split()) <= 6 and _SIGNED.match(text) is not None


def is_place(text: str) -> bool:
    """Tell whether a short line could be the place of a dateline, whose dash comes next."""
    return len(text.split()) <= 5 and _PLACE_ALONE.match(text) is not None


def _dates(text: str) -> Iterator[dt.date]:
    for match in _DATE.finditer(text):
        if match["iso"]:
            parts = match["iso"].split("-")
        else:
            month = match["number"] or str(_month(match["month"]))
            parts = [match["year"], month, match["day"]]
        try:
            yield dt.date(*map(int, parts))
        except ValueError:
            continue


def _month(name: str) -> int:
    forms = enumerate(_MONTHS, start=1)
    return next(number for number, form in forms if re.fullmatch(form, name, re.IGNORECASE))


@cache
def _agencies() -> frozenset[str]:
    data = resources.files("quizgen.readers").joinpath("data/outlets.toml")
    return frozenset(tomllib.loads(data.read_text(encoding="utf-8"))["names"])
