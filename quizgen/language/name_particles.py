"""Surnames that begin with a particle, and the first name before them: *Marine Le Pen*."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.language.wordlists import is_in, place_kind
from quizgen.model import Entity

_CAPITAL_BEFORE = re.compile(r"([A-Z][\w-]*)\s$")
_NEAR = 60
_SURE = 0.92


def with_first_names(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Return the entities, people's surnames with a particle with the first names before them.

    >>> text = "Marc van den Berg datang. Van den Berg menyapa."
    >>> surname = Entity(
    ...     start=26, end=38, quote="Van den Berg", type="PER", canonical="Van den Berg"
    ... )
    >>> [each.quote for each in with_first_names([surname], text)]
    ['Marc van den Berg', 'Van den Berg']
    """
    found = [_with_first(e, text) if _surname(e) else e for e in entities]
    for quote in {e.quote for e in entities if _surname(e)}:
        for whole in _small(quote, text):
            found = [e for e in found if e.end <= whole.start or e.start >= whole.end]
            found.append(whole)
    return sorted(found, key=lambda entity: entity.start)


def _surname(entity: Entity) -> bool:
    first, _, rest = entity.quote.partition(" ")
    return entity.type == "PER" and bool(rest) and is_in(first, "surname_particles")


def _with_first(entity: Entity, text: str) -> Entity:
    before = _CAPITAL_BEFORE.search(text, max(0, entity.start - _NEAR), entity.start)
    if before is None or not _given(before[1]):
        return entity
    quote = text[before.start(1) : entity.end]
    sure = max(entity.confidence, _SURE)
    start = before.start(1)
    return replace(entity, start=start, quote=quote, canonical=quote, confidence=sure)


def _small(quote: str, text: str) -> Iterator[Entity]:
    """Yield where the surname stands with a small particle after a first name."""
    low = quote[:1].lower() + quote[1:]
    for match in re.finditer(rf"\b([A-Z][\w-]+) {re.escape(low)}\b", text):
        if _given(match[1]):
            yield Entity(
                start=match.start(), end=match.end(), quote=match[0], type="PER",
                canonical=match[0], confidence=_SURE,
            )  # fmt: skip


def _given(word: str) -> bool:
    lists = ("titles", "portfolios", "organisations", "bureaux", "institutions")
    return not is_in(word, *lists) and place_kind(word) is None
