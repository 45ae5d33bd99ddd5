"""What a common noun names: a human being, people, a thing; and which noun may take up which."""

import tomllib
from functools import cache
from importlib import resources

from quizgen.language.wordlists import is_in


@cache
def nouns(table: str, *names: str) -> frozenset[str]:
    """Return word lists of a table of ``data/nouns.toml``, all of them if none is named."""
    lists = _tables()[table]
    return frozenset(word for name in names or lists for word in lists[name].split())


@cache
def _tables() -> dict[str, dict[str, str]]:
    data = resources.files("quizgen.language").joinpath("data/nouns.toml")
    return tomllib.loads(data.read_text(encoding="utf-8"))


def is_human(noun: str) -> bool:
    """Tell whether a noun names one human being.

    >>> is_human("terdakwa"), is_human("gedung")
    (True, False)
    """
    low = noun.lower()
    return low in nouns("human") or is_in(low, "titles")


@cache
def names_of(table: str) -> frozenset[str]:
    """Return the names of the lists of a table of ``data/nouns.toml``."""
    return frozenset(_tables()[table])
