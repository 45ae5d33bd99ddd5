"""What running text tells of a word: the tags it bears and the words it resembles."""

import gzip
from collections.abc import Iterable
from functools import cache
from importlib import resources

NUMBER = "0"
"""The entry that stands for every token that starts with a digit."""
UNKNOWN = ("?", "?", "?", "?")


def entry(word: str) -> str:
    """Return the key of a word in the table: lower case, one key for all figures."""
    return NUMBER if word[0].isdigit() else word.lower()


@cache
def _table() -> dict[str, tuple[str, ...]]:
    file = resources.files("quizgen.language").joinpath("models/words.tsv.gz")
    lines = gzip.decompress(file.read_bytes()).decode("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {word: tuple(cell or "?" for cell in cells) for word, *cells in rows}


def classes(word: str) -> tuple[str, ...]:
    """Return a word's tags in tagged news and its coarse, middle and fine cluster, "?" if unknown.

    The tags are those of the Kumparan text of nlp-id, commonest first: ``NN|VB``; ``1`` stands
    before the tag of a word seen only once.

    Source: made by ``benchmarks/train_words.py``; data and licences in ``data/LICENSE``.
    """
    return _table().get(entry(word), UNKNOWN)


def known_forms() -> Iterable[str]:
    """Return the words of the table, lower case."""
    return _table()
