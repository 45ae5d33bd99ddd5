"""The word lists of the item rules."""

import tomllib
from functools import cache
from importlib import resources


@cache
def _lists() -> dict[str, str]:
    data = resources.files("quizgen.checks").joinpath("data/words.toml")
    lists: dict[str, str] = tomllib.loads(data.read_text(encoding="utf-8"))
    return lists


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of a list, lower case.

    Source: own lists, ``data/words.toml``.
    """
    return frozenset(_lists()[name].split())


@cache
def opposites(word: str) -> frozenset[str]:
    """Return the words of opposite meaning."""
    pairs = [pair.split("/") for pair in word_list("opposites")]
    return frozenset(
        other for pair in pairs if word in pair for other in pair if other != word
    )


@cache
def one_of(name: str) -> str:
    """Return a pattern for any word of a list, the longest first; it captures nothing."""
    return "(?:" + "|".join(sorted(word_list(name), key=lambda word: (-len(word), word))) + ")"
