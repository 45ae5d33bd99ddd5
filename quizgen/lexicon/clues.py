"""What tells the senses of a word apart in a text, from ``data/clues.tsv``.

A clue is a root that stands near the word; ``<kata`` or ``>kata``, the form right before or after
it; ``<GPE``, ``>NUM`` and the like, what stands there by kind; ``~kata``, a form anywhere in the
sentence; ``@default``, the sense that news has almost always. ``!`` in front turns a clue round.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from quizgen.errors import DictionaryError


@cache
def clues() -> Mapping[tuple[str, int], frozenset[str]]:
    """Return the clues of each sense by (headword, number of the sense, from 1).

    Raises:
        DictionaryError: if a line is no clue line.
    """
    file = resources.files("quizgen.lexicon").joinpath("data", "clues.tsv")
    table: dict[tuple[str, int], frozenset[str]] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        fields = line.split("\t")
        if number == 1:
            continue
        if len(fields) != 3 or not fields[1].isdigit():
            raise DictionaryError(str(file), number, "write headword, sense and clues, with tabs")
        table[fields[0], int(fields[1])] = frozenset(fields[2].split())
    return table
