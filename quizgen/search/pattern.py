"""Affix patterns: the build of a word with ``…`` for its root, as teachers write them.

Clitics are no part of a pattern: *memperkenalkannya* is ``meN-per-…-kan``. ``R`` after the root
stands for the copy: *kemerah-merahan* is ``ke-…R-an``.
"""

import re
from collections.abc import Iterable

from quizgen.errors import InputError
from quizgen.language.affixes import CLITICS, SUFFIXES
from quizgen.search.names import names

PLAIN = "…"
"""The pattern of a word without affixes."""
_CLITICS = frozenset({*(f"-{clitic}" for clitic in CLITICS), "ku-", "kau-"})
_PREFIXES = ("meN-", "peN-", "pe-", "di-", "ke-", "se-", "ber-", "per-", "ter-", "ku-", "kau-")
_KNOWN = frozenset({*_PREFIXES, *(f"-{suffix}" for suffix in SUFFIXES), *_CLITICS, "-em-"})
_TYPED = re.compile(r"((?:[A-Za-z]+-)*)(…R?|R)((?:-em-|-[a-z]+)*)")
_AFFIX = re.compile(r"[A-Za-z]+-|-[a-z]+-?")


def root(segments: Iterable[str]) -> str:
    """Return the root among a word's segments.

    >>> root(("meN-", "tanda tangan", "-i"))
    'tanda tangan'
    """
    return next((one for one in segments if not _is_affix(one) and one != "R"), "")


def affixes(segments: Iterable[str]) -> tuple[str, ...]:
    """Return a word's affixes and clitics, with their hyphens, and ``R`` for a copy."""
    return tuple(one for one in segments if _is_affix(one) or one == "R")


def pattern(segments: Iterable[str]) -> str:
    """Return how a word is built, its root as ``…``.

    >>> pattern(("meN-", "per-", "kenal", "-kan", "-nya")), pattern(("mobil", "R", "-an"))
    ('meN-per-…-kan', '…R-an')
    """
    kept = (one for one in segments if one not in _CLITICS)
    return "".join(one if _is_affix(one) or one == "R" else PLAIN for one in kept)


def is_pattern(typed: str) -> bool:
    """Tell whether a bare word of a query is meant as a pattern.

    >>> is_pattern("ber-...-an"), is_pattern("R-an"), is_pattern("besar")
    (True, True, False)
    """
    return "…" in typed or "..." in typed or bool(_TYPED.fullmatch(typed))


def is_affix(typed: str) -> bool:
    """Tell whether a bare word of a query is one affix: *meN-*, *-kan*."""
    return bool(_AFFIX.fullmatch(typed))


def read_affix(typed: str) -> str:
    """Return an affix in the notation of the annotations.

    Raises:
        InputError: if Indonesian has no such affix.

    >>> read_affix("meng-"), read_affix("-kan")
    ('meN-', '-kan')
    """
    affix = typed if typed in _KNOWN or typed == "R" else names("affixes").get(typed.lower())
    if affix is None:
        known = ", ".join([*_PREFIXES, *(f"-{suffix}" for suffix in sorted(SUFFIXES))])
        raise InputError(f"'{typed}' is no affix; choose from: {known}, R")
    return affix


def read_pattern(typed: str) -> tuple[str, tuple[str, ...]]:
    """Return a typed pattern as ``pattern`` writes it, and the clitics that it names.

    ``...`` stands for ``…``, *me-, mem-, men-* for *meN-*; a ``+`` between affixes may be left
    out, and a ``*`` stands for any affixes or none.

    Raises:
        InputError: naming the affix that does not exist, or what a pattern looks like.

    >>> read_pattern("mem-per-...-kan-nya")
    ('meN-per-…-kan', ('-nya',))
    """
    plain = typed.replace("...", "…").replace("…-R", "…R").replace("+", "").replace("--", "-")
    if "*" in plain:
        return plain, ()
    found = _TYPED.fullmatch(plain)
    if not found:
        raise InputError(f"'{typed}' is no affix pattern; write it as meN-…-kan, ke-…-an or ber-R")
    before, after = re.findall(r"[A-Za-z]+-", found[1]), re.findall(r"-em-|-[a-z]+", found[3])
    middle = "…R" if "R" in found[2] else PLAIN
    read = [*map(read_affix, before), middle, *map(read_affix, after)]
    clitics = tuple(one for one in read if one in _CLITICS)
    return "".join(one for one in read if one not in _CLITICS), clitics


def _is_affix(segment: str) -> bool:
    return segment in _KNOWN
