"""The word tables of the exercises, ``data/<table>.toml``: lists of words and lists of lines."""

import tomllib
from functools import cache
from importlib import resources


@cache
def _lists(table: str) -> dict[str, str]:
    file = resources.files("quizgen.exercises").joinpath(f"data/{table}.toml")
    lists: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return lists


@cache
def words(table: str, name: str) -> frozenset[str]:
    """Return a list of words of a table."""
    return frozenset(_lists(table)[name].split())


@cache
def pairs(table: str, name: str) -> frozenset[tuple[str, str]]:
    """Return a list of a table whose lines hold two words each."""
    lines = (line.split() for line in _lists(table)[name].splitlines() if line)
    return frozenset((first, second) for first, second in lines)
