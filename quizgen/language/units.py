"""Units of measure and currencies, from ``data/units.toml``."""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit under its standard name; units of one ``kind`` convert by ``factor``."""

    name: str
    kind: str
    factor: Decimal
    shy: bool


@cache
def units() -> dict[str, Unit]:
    """Return every unit by each of its names and signs, names in lower case."""
    known: dict[str, Unit] = {}
    for name, row in _load()["unit"].items():
        unit = Unit(name, row["kind"], Decimal(row["factor"]), row.get("shy", False))
        known |= {word.lower(): unit for word in [name, *row.get("words", [])]}
        known |= dict.fromkeys(row.get("signs", []), unit)
    return known


def unit_named(text: str) -> Unit | None:
    """Return the unit that ``text`` names or signs, whatever its case if it is a word."""
    text = " ".join(text.split())
    return units().get(text) or units().get(text.lower())


@cache
def unit_pattern() -> str:
    """Return a pattern of every unit; it ends at the unit's end."""
    words = [
        name for row, data in _load()["unit"].items() for name in [row, *data.get("words", [])]
    ]
    signs = [sign for data in _load()["unit"].values() for sign in data.get("signs", [])]
    return rf"(?:(?i:{_either(words)})|{_either(signs)})(?![\w²³/])"


@cache
def signs_before() -> dict[str, str]:
    """Return the ISO 4217 code of every sign that stands before an amount."""
    rows = _load()["currency"].items()
    return {sign: code for code, row in rows for sign in row["before"]}


@cache
def names_after() -> dict[str, str]:
    """Return the ISO 4217 code of every currency name, lower case."""
    rows = _load()["currency"].items()
    return {name.lower(): code for code, row in rows for name in row["after"]}


@cache
def sign_pattern() -> str:
    """Return a pattern of every sign that stands before an amount."""
    return _either(list(signs_before()))


@cache
def name_pattern() -> str:
    """Return a pattern of every currency name."""
    return rf"(?i:{_either(list(names_after()))})\b"


@cache
def name_cues() -> frozenset[str]:
    """Return the first word of every currency name, lower case."""
    return frozenset(name.split()[0] for name in names_after())


def _either(choices: list[str]) -> str:
    ordered = sorted(set(choices), key=lambda choice: (-len(choice), choice))
    return "(?:" + "|".join(re.escape(choice).replace(r"\ ", r"\s") for choice in ordered) + ")"


@cache
def _load() -> dict[str, dict[str, dict[str, Any]]]:
    path = resources.files("quizgen.language").joinpath("data/units.toml")
    loaded: dict[str, dict[str, dict[str, Any]]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return loaded
