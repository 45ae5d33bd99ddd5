"""The word lists of the item rules."""

import tomllib
from functools import cache
from importlib import resources

_FILES = ("words.toml", "form.toml")


@cache
def _lists() -> dict[str, str]:
    folder = resources.files("quizgen.checks").joinpath("data")
    lists: dict[str, str] = {}
    for name in _FILES:
        lists |= tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8"))
    return lists


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of a list, lower case.

    Source: own lists, ``data/words.toml`` and ``data/form.toml``.
    """
    return frozenset(_lists()[name].split())


@cache
def beside(name: str, word: str) -> frozenset[str]:
    """Return the words that stand in a group with ``word`` in a list of groups ``a/b/c``."""
    groups = [group.split("/") for group in word_list(name)]
    return frozenset(other for group in groups if word in group for other in group) - {word}


def opposites(word: str) -> frozenset[str]:
    """Return the words of opposite meaning."""
    return beside("opposites", word)


@cache
def one_of(name: str) -> str:
    """Return a pattern for any word of a list, the longest first; it captures nothing."""
    return "(?:" + "|".join(sorted(word_list(name), key=lambda word: (-len(word), word))) + ")"
