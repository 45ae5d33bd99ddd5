"""Frequency lists: how often a word stands in the texts, and how evenly it is spread over them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from quizgen.errors import InputError
from quizgen.search.fts import Scope
from quizgen.search.index import Index
from quizgen.search.record import is_word

if TYPE_CHECKING:
    import pandas as pd

Listed = Literal["word", "headword", "lemma", "root", "affix", "pos"]
_NO_WORDS = frozenset({"PUNCT", "SYM"})


def frequency_list(index: Index, listed: Listed, *, where: Scope | None = None) -> "pd.DataFrame":
    """Return one row a value, the commonest first.

    Columns: value, count, per_million (of all words and figures), texts (in how many it stands)
    and dp, Gries' deviation of proportions with the texts as parts: 0 is spread evenly, near 1 is
    in one small part; missing for a single text. An affix is a whole pattern such as meN-…-kan.

    Raises:
        InputError: if the texts hold no word.
        UnknownNameError: listing the articles or topics that there are.
    """
    import pandas as pd

    scope = where or Scope()
    index.check(scope)
    sizes = words_by_text(index, scope)
    total = sum(sizes.values())
    if not total:
        raise InputError("no text has a word here; choose another --level or --topic")
    counts = index.counts("pattern" if listed == "affix" else listed, scope)
    rows = [
        (value, sum(found.values()), len(found), spread(found, sizes))
        for value, found in counts.items()
        if is_word(value) and value not in _NO_WORDS
    ]
    rows.sort(key=lambda row: (-row[1], row[0]))
    table = pd.DataFrame(rows, columns=["value", "count", "texts", "dp"])
    table.insert(2, "per_million", (1_000_000 * table["count"] / total).round(1))
    table["dp"] = table["dp"].astype(float).round(3)
    return table


def words_by_text(index: Index, where: Scope) -> dict[int, int]:
    """Return how many words and figures each text has, by its number."""
    sizes = dict.fromkeys(index.numbers(where), 0)
    for value, found in index.counts("word", where).items():
        if is_word(value):
            for text, count in found.items():
                sizes[text] += count
    return sizes


def spread(found: Mapping[int, int], sizes: Mapping[int, int]) -> float | None:
    """Return Gries' DP of a value over parts, None where there is one part only.

    It is half the sum, over the parts, of how far the share of the value's uses that is in a part
    differs from the share of all words that is in it.

    Source: Gries 2008, Dispersions and adjusted frequencies in corpora, International Journal of
    Corpus Linguistics 13(4), 403-437.

    >>> round(spread({1: 1, 2: 2, 3: 3, 4: 4, 5: 5}, {1: 9, 2: 10, 3: 10, 4: 10, 5: 11}), 2)
    0.18
    """
    parts = {part: size for part, size in sizes.items() if size}
    if len(parts) < 2:
        return None
    total, uses = sum(parts.values()), _sum(found, parts)
    return sum(abs(found.get(part, 0) / uses - size / total) for part, size in parts.items()) / 2


def _sum(found: Mapping[int, int], parts: Iterable[int]) -> int:
    return sum(found.get(part, 0) for part in parts)
