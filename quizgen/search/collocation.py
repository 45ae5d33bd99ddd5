"""Collocations: which words stand beside what a query finds more often than by chance."""

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quizgen.search.concordance import hits
from quizgen.search.frequency import words_by_text
from quizgen.search.fts import Scope
from quizgen.search.index import Index
from quizgen.search.query import read_query

if TYPE_CHECKING:
    import pandas as pd

Measure = Literal["logdice", "loglikelihood"]
Attribute = Literal["word", "headword", "lemma", "root"]
WINDOW = 4
LEAST = 2


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """How often what was found, how many words beside it, and which."""

    found: int
    beside: int
    counts: Counter[str]


def collocations(
    query: str,
    index: Index,
    *,
    where: Scope | None = None,
    attribute: Attribute = "headword",
    window: int = WINDOW,
    least: int = LEAST,
    measure: Measure = "logdice",
) -> "pd.DataFrame":
    """Return one row a collocate, the strongest first.

    Columns: collocate, count (times beside a hit), frequency (in all texts), logdice and
    loglikelihood, the latter negative where the two avoid each other.

    Args:
        query: In the language of ``quizgen.search.query``.
        index: The texts.
        where: The texts that are counted, all if None.
        attribute: What collocates are counted as.
        window: Words on each side of a hit, in its sentence; punctuation is not counted.
        least: How often a collocate must stand beside a hit.
        measure: What the rows are sorted by.

    Raises:
        InputError: if the query cannot be read.
        UnknownNameError: listing the articles, topics or attributes that there are.
    """
    import pandas as pd

    scope = where or Scope()
    index.check(scope)
    near = _neighbours(query, index, scope, attribute, window)
    known = {value: sum(found.values()) for value, found in index.counts(attribute, scope).items()}
    total = sum(words_by_text(index, scope).values())
    rows = [
        (value, count, known[value], log_dice(count, near.found, known[value]),
         log_likelihood(count, near.beside, known[value], total))
        for value, count in near.counts.items() if count >= least
    ]  # fmt: skip
    table = pd.DataFrame(
        rows, columns=["collocate", "count", "frequency", "logdice", "loglikelihood"]
    )
    table[["logdice", "loglikelihood"]] = table[["logdice", "loglikelihood"]].astype(float).round(2)
    ordered = table.sort_values([measure, "count", "collocate"], ascending=[False, False, True])
    return ordered.reset_index(drop=True)


def _neighbours(
    query: str, index: Index, where: Scope, attribute: Attribute, window: int
) -> _Neighbours:
    found = beside = 0
    counts: Counter[str] = Counter()
    for _, record, (first, end) in hits(read_query(query), index, where):
        values = record.values(attribute)
        words = record.words()
        before = [at for at in words if at < first][-window:] if window else []
        after = [at for at in words if at >= end][:window]
        counts.update(values[at] for at in before + after)
        found += 1
        beside += len(before) + len(after)
    return _Neighbours(found, beside, counts)


def log_dice(together: int, first: int, second: int) -> float:
    """Return logDice: 14 for two that never stand apart; one more is twice as often together.

    Source: Rychlý 2008, A lexicographer-friendly association score, RASLAN 2008, 6-9.

    >>> log_dice(8, 8, 8), log_dice(2, 16, 16)
    (14.0, 11.0)
    """
    return 14 + math.log2(2 * together / (first + second))


def log_likelihood(together: int, first: int, second: int, total: int) -> float:
    """Return the log-likelihood ratio G² of two events, negative where they avoid each other.

    Args:
        together: How often both occur.
        first: How often the first one occurs.
        second: How often the second one occurs.
        total: How many places there are.

    Source: Dunning 1993, Accurate methods for the statistics of surprise and coincidence,
    Computational Linguistics 19(1), 61-74; as a sum over the four cells of the table.
    """
    cells = (together, first - together, second - together, total - first - second + together)
    rows, columns = (first, total - first), (second, total - second)
    expected = [row * column / total for row in rows for column in columns]
    terms = (n * math.log(n / e) for n, e in zip(cells, expected, strict=True) if n > 0)
    ratio = 2 * sum(terms)
    return ratio if together >= expected[0] else -ratio
