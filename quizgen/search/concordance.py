"""Searching: a query's places in their context, one a line (KWIC: key word in context)."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from quizgen.search.fts import Scope
from quizgen.search.index import Index
from quizgen.search.match import find
from quizgen.search.query import Query, Step, read_query
from quizgen.search.record import Record, Text

if TYPE_CHECKING:
    import pandas as pd

Order = Literal["text", "left", "right", "hit"]
CONTEXT = 8
LIMIT = 100
_COUNTED = 5_000
"""In an index of more sentences the places beyond the limit are not counted one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One place: the hit, and up to so many words of its sentence on each side."""

    article: str
    sentence: str
    paragraph: int
    level: int | None
    left: str
    hit: str
    right: str
    text: str
    """The whole sentence."""
    start: int
    """Where the hit starts in the sentence, in characters; ``end`` is exclusive."""
    end: int


@dataclass(frozen=True, slots=True)
class Concordance:
    """Lines found; ``total`` is how many there are, None if that was not counted."""

    query: str
    lines: tuple[Line, ...]
    total: int | None

    def records(self) -> list[dict[str, Any]]:
        """Return the lines as JSON has them."""
        return [asdict(line) for line in self.lines]

    def frame(self) -> "pd.DataFrame":
        """Return the lines as a table, one column a field of ``Line``."""
        import pandas as pd

        return pd.DataFrame(self.records(), columns=list(Line.__dataclass_fields__))

    def _repr_html_(self) -> str:
        from quizgen.search.page import table

        return table(self)


def search(
    query: str,
    index: Index,
    *,
    where: Scope | None = None,
    context: int = CONTEXT,
    limit: int | None = LIMIT,
    order: Order = "text",
) -> Concordance:
    """Return where the texts hold a query.

    Args:
        query: In the language of ``quizgen.search.query``.
        index: The texts.
        where: The texts that are searched, all if None.
        context: Words on each side, from the same sentence.
        limit: Lines at most, the first in the order of the texts; all if None.
        order: That of the lines: of the texts, or by the words to the left (nearest first), to
            the right, or of the hit.

    Raises:
        InputError: if the query cannot be read.
        UnknownNameError: listing the articles, topics or attributes that there are.
    """
    read, scope = read_query(query), where or Scope()
    index.check(scope)
    places = hits(read, index, scope)
    found = list(places if limit is None else islice(places, limit))
    total = _total(read, index, scope)
    if total is None:
        few = index.size() <= _COUNTED
        further = sum(1 for _ in (places if few else islice(places, 1)))
        total = len(found) + further if few or not further else None
    lines = (_line(text, record, place, context) for text, record, place in found)
    return Concordance(query, tuple(_sorted(lines, order)), total)


def hits(
    query: Query, index: Index, where: Scope
) -> Iterator[tuple[Text, Record, tuple[int, int]]]:
    """Yield every place of a query: text, sentence, first word and end."""
    for text, record in index.candidates(query, where):
        for place in find(query, record):
            yield text, record, place


def _total(query: Query, index: Index, where: Scope) -> int | None:
    """Return how many words meet a query of one condition, None for any other."""
    match query.steps:
        case (Step(conditions=(only,)),):
            return index.total(only, where)
    return None


def _line(text: Text, record: Record, place: tuple[int, int], context: int) -> Line:
    first, end = place
    spans, body = record.spans(), record.body
    start, stop = spans[first][0], spans[end - 1][1]
    left = body[spans[max(0, first - context)][0] : start]
    right = body[stop : spans[min(len(spans), end + context) - 1][1]]
    return Line(
        article=text.id,
        sentence=record.id,
        paragraph=record.paragraph,
        level=text.level,
        left=left.rstrip(),
        hit=body[start:stop],
        right=right.lstrip(),
        text=body,
        start=start,
        end=stop,
    )


def _sorted(lines: Iterator[Line], order: Order) -> list[Line]:
    if order == "left":
        return sorted(lines, key=lambda line: line.left.casefold().split()[::-1])
    if order == "right":
        return sorted(lines, key=lambda line: line.right.casefold().split())
    if order == "hit":
        return sorted(lines, key=lambda line: line.hit.casefold())
    return list(lines)
