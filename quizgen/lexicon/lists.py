"""The closed lists behind the dictionary: defining vocabulary, semantic classes, registers."""

from functools import cache
from importlib import resources


def _lines(name: str) -> list[str]:
    file = resources.files("quizgen.lexicon").joinpath("data", name)
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line]


def _names(name: str) -> frozenset[str]:
    return frozenset(line.partition("\t")[0] for line in _lines(name)[1:])


@cache
def defining_words() -> frozenset[str]:
    """Return the words in which definitions are written.

    Source: own selection from the commonest words of wordfreq's Indonesian list (Speer 2022).
    """
    return frozenset(_lines("defining.txt"))


@cache
def idioms() -> frozenset[tuple[str, ...]]:
    """Return fixed expressions in which words lose their own sense: *kaki lima, tutup usia*."""
    return frozenset(tuple(line.split()) for line in _lines("idioms.txt"))


@cache
def classes() -> frozenset[str]:
    """Return the names of the semantic classes (data/classes.tsv explains each)."""
    return _names("classes.tsv")


@cache
def registers() -> frozenset[str]:
    """Return the names of the registers (data/registers.tsv explains each)."""
    return _names("registers.tsv")
