"""The word lists around names: titles, offices, heads of organisations and places."""

import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.language.places import Place

_ACRONYM = 4


@cache
def lists() -> dict[str, frozenset[str]]:
    """Return the word lists by name, lower case.

    Source: own lists, ``data/names.toml``.
    """
    data = resources.files("quizgen.language").joinpath("data/names.toml")
    table = tomllib.loads(data.read_text(encoding="utf-8"))
    return {key: frozenset(words.split()) for key, words in table.items()}


@lru_cache(maxsize=100_000)
def is_in(word: str, *names: str) -> bool:
    """Return whether ``word`` is in one of the lists called ``names``, whatever its case."""
    return word.lower() in _together(names)


@cache
def _together(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(lists()[name] for name in names))


@lru_cache(maxsize=20_000)
def place_kind(name: str) -> str | None:
    """Return GPE or LOC for a place of the gazetteer, None for any other name.

    A single word in capitals is an acronym rather than a town: *PISA*, but *DKI* and *SINGAPURA*.
    """
    from quizgen.language.places import lookup

    place = lookup(name)
    if place is None or (name.isupper() and name.isalpha() and _acronym(name, place)):
        return None
    return "GPE" if place.kind in _STATES else "LOC"


def _acronym(name: str, place: "Place") -> bool:
    listed = name in (place.name, *place.aliases)
    return not listed and len(name) == _ACRONYM and place.kind not in ("country", "province")


def is_country(name: str) -> bool:
    """Return whether ``name`` is a country of the gazetteer."""
    from quizgen.language.places import lookup

    place = lookup(name)
    return place is not None and place.kind == "country"


_STATES = frozenset(
    {"country", "territory", "state", "province", "city", "town", "regency", "district", "village"}
)
