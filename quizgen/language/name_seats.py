"""A place that ran into the name of who rules it: *Camat Cinere* Mamun Abdullah."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.language.wordlists import is_in, place_kind
from quizgen.model import Entity

_FEWEST = 3
_REACH = 30
_SURE = 0.92
_BEFORE = re.compile(r"([A-Za-z]+)\s$")


def seated(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Return the entities, the place apart from the person where the text says *di* Cinere.

    >>> text = "Camat Cinere Mamun Abdullah mengaku. Sekolah di Cinere tutup."
    >>> name = "Cinere Mamun Abdullah"
    >>> one = Entity(start=6, end=27, quote=name, type="PER", canonical=name)
    >>> [(each.type, each.quote) for each in seated([one], text)]
    [('GPE', 'Cinere'), ('PER', 'Mamun Abdullah')]
    """
    return [part for entity in entities for part in _parts(entity, text)]


def _parts(entity: Entity, text: str) -> Iterator[Entity]:
    first, _, rest = entity.quote.partition(" ")
    if entity.type != "PER" or not rest:
        yield entity
        return
    before = _BEFORE.search(text, max(0, entity.start - _REACH), entity.start)
    led = before is not None and is_in(before[1], "seats")
    housed = before is not None and is_in(before[1], "institutions", "bureaux")
    placed = (led and (_is_place(first, text) or _called_by_second(entity, text))) or (
        housed and place_kind(first) is not None and " " in rest
    )
    if not placed:
        yield entity
        return
    middle = entity.start + len(first)
    yield replace(entity, end=middle, quote=first, canonical=first, type="GPE", confidence=_SURE)
    yield replace(entity, start=middle + 1, quote=rest, canonical=rest)


def _called_by_second(entity: Entity, text: str) -> bool:
    """Tell whether the text calls the person by the second word, and by the first never."""
    words = entity.quote.split()
    if len(words) < _FEWEST:
        return False
    first, second, third, *_ = words
    if is_in(first, "given", "titles", "particles"):
        return False
    alone = re.search(rf"\b{re.escape(second)}\b(?! {re.escape(third)})(?! [A-Z])", text)
    return alone is not None and len(re.findall(rf"\b{re.escape(first)}\b", text)) == 1


def _is_place(word: str, text: str) -> bool:
    """Tell whether the text says that something is there, or which kind of place it is."""
    where = r"(?:[Dd]i|[Kk]e|[Dd]ari|[Kk]ecamatan|[Dd]esa|[Kk]elurahan|[Kk]abupaten|[Kk]ota)"
    return re.search(rf"\b{where} {re.escape(word)}\b(?! [A-Z])", text) is not None
