"""Whether and where a sentence holds what a query asks for."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quizgen.corpus_annotations import ENTITY_TYPES
from quizgen.search.query import Condition, Query, Step
from quizgen.search.record import Name, Record


def find(query: Query, record: Record) -> Iterator[tuple[int, int]]:
    """Yield (first, end) of every place, counted in words, end exclusive.

    From one first word the place with the shortest gaps is yielded, and no other.
    """
    ends = [_ends(step, record) for step in query.steps]
    for first in ends[0]:
        end = _end(query.steps, ends, first)
        if end is not None:
            yield first, end


def _end(steps: Sequence[Step], ends: Sequence[dict[int, int]], at: int) -> int | None:
    """Return where the steps end if the first of them stands at a word, None if they do not."""
    end = ends[0].get(at)
    if end is None or len(steps) == 1:
        return end
    least, most = steps[1].gap
    for start in range(end + least, end + most + 1):
        found = _end(steps[1:], ends[1:], start)
        if found is not None:
            return found
    return None


def _ends(step: Step, record: Record) -> dict[int, int]:
    """Return where the step ends by the word at which it may stand."""
    if not step.conditions:
        return {at: at + 1 for at in range(len(record.values("word")))}
    first, *others = [_places(condition, record) for condition in step.conditions]
    for other in others:
        first = {at: max(end, other[at]) for at, end in first.items() if at in other}
    return first


def _places(condition: Condition, record: Record) -> dict[int, int]:
    if condition.attribute == "entity":
        return {name.first: name.end for name in record.names() if names(condition, name)}
    values, accepts = record.values(condition.attribute), condition.accepts
    if condition.attribute == "affix":
        return {at: at + 1 for at, all in enumerate(values) if any(map(accepts, all.split()))}
    return {at: at + 1 for at, value in enumerate(values) if accepts(value)}


def names(condition: Condition, name: Name) -> bool:
    """Tell whether a name is of a type or has the words that a condition asks for."""
    return any(
        name.type == value if value in ENTITY_TYPES else bool(_words(value).search(name.full))
        for value in condition.values
    )


@lru_cache(maxsize=64)
def _words(value: str) -> re.Pattern[str]:
    inside = r"\w*".join(map(re.escape, value.split("*")))
    return re.compile(rf"(?<!\w){inside}(?!\w)")
