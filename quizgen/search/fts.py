"""What FTS5 is given: a query's terms as an expression, and a sentence's words as its text.

``tokens`` has every word's values in a row, one an attribute, so that the index knows what stands
beside what for every mixture of attributes; ``marks`` has affixes and the words of names, ``scope``
the text. The index gives sentences that may hold the query; ``match`` decides.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizgen.corpus_annotations import ENTITY_TYPES
from quizgen.search.query import Condition, Query
from quizgen.search.record import ALIGNED, Record, Text

_CODES = dict(zip((*ALIGNED, "affix"), "whlrptya", strict=True))
_COLUMN = "tokens : "
_PLACES = {name: place for place, name in enumerate(ALIGNED)}
_SAFE = {n: 0xE000 + n for n in range(128) if not chr(n).isalnum()}
"""The tokenizer ``ascii`` cuts at every ASCII sign; in the private area it has none to cut at."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which texts are searched; None and empty mean all."""

    level: int | None = None
    topic: str | None = None
    articles: tuple[str, ...] = ()


def safe(value: str) -> str:
    """Return a value as one token of the index."""
    return value.translate(_SAFE)


def tokens(record: Record) -> str:
    """Return the values of a sentence's words, ``ALIGNED`` of the first, of the second …"""
    columns = [[_CODES[name] + safe(value) for value in record.values(name)] for name in ALIGNED]
    return " ".join(" ".join(word) for word in zip(*columns, strict=True))


def marks(record: Record) -> str:
    """Return the affixes of a sentence and the words of its names."""
    found = [f"a{safe(affix)}" for word in record.values("affix") for affix in word.split()]
    found += [f"n{safe(word)}" for name in record.names() for word in name.full.split()]
    return " ".join(found)


def scope(text: Text) -> str:
    """Return what a search can be narrowed to in a text."""
    found = [f"i{safe(text.id.casefold())}"]
    found += [f"l{text.level}"] if text.level else []
    found += [f"t{safe(text.topic.casefold())}"] if text.topic else []
    return " ".join(found)


def expression(query: Query, where: Scope) -> str:
    """Return the FTS5 expression of the sentences that may hold a query, empty for all."""
    near = [*_together(query), *_neighbours(query)]
    # What stands near something stands there: the term alone would only be looked up twice.
    terms = [
        term for term in _terms(query) if not any(term.removeprefix(_COLUMN) in one for one in near)
    ]
    parts = [*near, *terms, *_narrowed(where)]
    return " AND ".join(f"({part})" for part in dict.fromkeys(parts))


def _terms(query: Query) -> Iterator[str]:
    for step in query.steps:
        for condition in step.conditions:
            found = [_value(condition.attribute, value) for value in condition.values]
            if all(found):
                yield " OR ".join(found)


def _value(attribute: str, value: str) -> str:
    """Return the expression of one value, empty if the index cannot narrow it down."""
    if attribute == "entity":
        return _name(value)
    column = "marks" if attribute == "affix" else "tokens"
    phrase = _phrase(attribute, value)
    return f"{column} : {phrase}" if phrase else ""


def _name(value: str) -> str:
    if value in ENTITY_TYPES:
        return f"tokens : {_quoted('y', value)}"
    words = (_quoted("n", word) for word in value.split() if not word.startswith("*"))
    return " AND ".join(f"marks : {word}" for word in words)


def _phrase(attribute: str, value: str) -> str:
    return "" if value.startswith("*") else _quoted(_CODES[attribute], value)


def _quoted(code: str, value: str) -> str:
    start, star, _ = value.partition("*")
    return f'"{code}{safe(start)}"' + (" *" if star else "")


def _together(query: Query) -> Iterator[str]:
    """Yield that a word has two values at once."""
    for step in query.steps:
        found = [leading for one in step.conditions if (leading := _leading((one,)))]
        for (first, one), (second, other) in pairwise(found):
            apart = abs(_PLACES[first] - _PLACES[second])
            yield f"tokens : NEAR({one} {other}, {max(apart - 1, 0)})"


def _neighbours(query: Query) -> Iterator[str]:
    """Yield that two terms stand no farther apart than the gaps between them let them."""
    before: tuple[str, str] | None = None
    words = 0
    for step in query.steps:
        words += step.gap[1] + 1
        leading = _leading(step.conditions)
        if leading and before:
            apart = words * len(ALIGNED) + _PLACES[leading[0]] - _PLACES[before[0]] - 1
            yield f"tokens : NEAR({before[1]} {leading[1]}, {apart})"
        # How many words a name has is known to the sentence alone.
        named = any(condition.attribute == "entity" for condition in step.conditions)
        if leading or named:
            before, words = None if named else leading, 0


def _leading(conditions: Iterable[Condition]) -> tuple[str, str] | None:
    """Return attribute and phrase of a condition that says what stands at the step's first word."""
    for condition in conditions:
        name, values = condition.attribute, condition.values
        known = name in ALIGNED and (name != "entity" or values[0] in ENTITY_TYPES)
        phrase = _phrase(name, values[0]) if known and len(values) == 1 else ""
        if phrase:
            return name, phrase
    return None


def _narrowed(where: Scope) -> Iterator[str]:
    if where.level:
        yield f'scope : "l{where.level}"'
    if where.topic:
        yield f'scope : "t{safe(where.topic.casefold())}"'
    if where.articles:
        yield _any("i", where.articles)


def _any(code: str, values: Iterable[str]) -> str:
    return " OR ".join(f'scope : "{code}{safe(value.casefold())}"' for value in values)
