"""The data tables of the exercises, the files in ``data/``: the one place that reads them.

A ``.toml`` file holds named lists: words parted by blanks, or one pair of words a line. A ``.tsv``
file holds rows of cells, a ``.txt`` file lines of words; lines that begin with ``#`` are comments.
"""

import tomllib
from functools import cache
from importlib import resources


def _read(file: str) -> str:
    return resources.files("quizgen.exercises").joinpath("data", file).read_text(encoding="utf-8")


@cache
def _lists(table: str) -> dict[str, str]:
    return tomllib.loads(_read(f"{table}.toml"))


@cache
def words(table: str, name: str) -> frozenset[str]:
    """Return a list of words of ``data/<table>.toml``."""
    return frozenset(_lists(table)[name].split())


@cache
def pairs(table: str, name: str) -> tuple[tuple[str, str], ...]:
    """Return a list of ``data/<table>.toml`` whose lines hold two words each, in order."""
    lines = (line.split() for line in _lists(table)[name].splitlines() if line)
    return tuple((first, second) for first, second in lines)


@cache
def lines(table: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Return a list of ``data/<table>.toml`` line by line, each as its words, in order."""
    return tuple(tuple(line.split()) for line in _lists(table)[name].splitlines() if line)


@cache
def rows(table: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of ``data/<table>.tsv`` as cells, in order."""
    return tuple(tuple(line.split("\t")) for line in _lines(f"{table}.tsv"))


@cache
def groups(table: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of ``data/<table>.txt`` as words, in order."""
    return tuple(tuple(line.split()) for line in _lines(f"{table}.txt"))


@cache
def listed(table: str) -> frozenset[str]:
    """Return all words of ``data/<table>.txt``."""
    return frozenset(word for group in groups(table) for word in group)


def _lines(file: str) -> list[str]:
    return [line for line in _read(file).splitlines() if line and not line.startswith("#")]
