"""Figures that what stands around them tells without the text, and those that it rules out.

A share beside the only other one adds up to a hundred, *verifikasi dua langkah* is a term, and of
seven there are no eight. Words are in ``data/amounts.toml``.
"""

import re
from decimal import Decimal

from quizgen.exercises.common.tables import words
from quizgen.language.numerals import parse_number

_SHARE = re.compile(r"(\d+(?:,\d+)?)\s?(?:%|persen\b)")
_WHOLE = Decimal(100)
_OF = re.compile(r"\b[Dd]ari (?:total )?([\w.]+)(?: ([a-z]+))?")
_GAP = "…"
_AROUND = re.compile(rf"([\w-]+) {_GAP}\.? ?([\w-]*)")


def told_by_stem(stem: str, key: str) -> bool:
    """Tell whether a stem tells a figure by itself, or has only half of its unit.

    >>> told_by_stem("Penguasaan bola 63 persen berbanding ….", "37 persen")
    True
    >>> told_by_stem("Aplikasi itu memakai verifikasi … langkah.", "dua")
    True
    >>> told_by_stem("Panel itu berkapasitas … peak.", "200 watt")
    True
    >>> told_by_stem("Sebanyak … warga hadir.", "dua")
    False
    """
    return _adds_up(stem, key) or _is_term(stem, key)


def _adds_up(stem: str, key: str) -> bool:
    share = _SHARE.fullmatch(key)
    beside = {_figure(found[1]) for found in _SHARE.finditer(stem)}
    return share is not None and bool(beside) and sum(beside) + _figure(share[1]) == _WHOLE


def _is_term(stem: str, key: str) -> bool:
    around = _AROUND.search(stem)
    if around is None:
        return False
    before, after = around[1].lower(), around[2].lower()
    term = f"{before} {after}" in _pairs("terms") or f"{key.lower()} {after}" in _pairs("counted")
    return term or after in words("amounts", "unit_tails")


def _pairs(name: str) -> frozenset[str]:
    """Return pairs of words that are written with a hyphen in the table."""
    return frozenset(pair.replace("-", " ") for pair in words("amounts", name))


def impossible(figure: str, stem: str) -> bool:
    """Tell whether a figure is as large as what it is a part of, or larger.

    >>> impossible("delapan", "Dari tujuh jenazah yang ditemukan, … telah dikenali.")
    True
    >>> impossible("enam", "Dari tujuh jenazah yang ditemukan, … telah dikenali.")
    False
    """
    of = _OF.search(stem)
    whole = _amount(" ".join(filter(None, of.groups()))) if of else None
    part = _amount(figure)
    return whole is not None and part is not None and part >= whole


def _amount(text: str) -> Decimal | None:
    """Return the number that a text is or begins with."""
    low = text.lower()
    return parse_number(low) or parse_number(low.split()[0])


def _figure(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
