"""Short names made of the beginnings of a full name's words: *Zulhas*, *Jokowi*."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quizgen.language.wordlists import is_in
from quizgen.model import Entity

_LEAST = 2
_SHORTEST, _LONGEST = 5, 9
_PROVED = 0.92
_IN_TEXT = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+")


def is_blend(short: str, name: str) -> bool:
    """Tell whether a short name is made of the beginnings of two words of a name, side by side.

    >>> is_blend("Jokowi", "Joko Widodo"), is_blend("Joko", "Joko Kornelius")
    (True, False)
    """
    low = short.lower()
    if not (short.istitle() and short.isalpha() and _SHORTEST <= len(low) <= _LONGEST):
        return False
    return any(
        first.startswith(low[:cut]) and second.startswith(low[cut:])
        for first, second in pairwise(name.lower().split())
        if not first.startswith(low)
        for cut in range(_LEAST, len(low) - _LEAST + 1)
    )


def blends(entities: Sequence[Entity], text: str) -> dict[str, str]:
    """Return the full names by the short ones that are made of them, if it is one only."""
    full = set(_full_names(entities, text))
    found = {}
    for short in {e.quote for e in entities if e.type == "PER" and " " not in e.quote}:
        fits = {name for name in full if is_blend(short, name)}
        if len(fits) == 1:
            found[short] = fits.pop()
    return found


def with_blended(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Return the entities with what ends in the full name of a short one cut to it, as a person.

    So in *Ketua Bidang Pangan Wirawan Hasta (Wirhas)*, where the body ran into the name. The
    bracket proves both names to be a person's.
    """
    told = blends(entities, text).items()
    proved = {short: name for short, name in told if f"{name} ({short})" in text}
    both = {*proved, *proved.values()}
    cut = [_cut(entity, set(proved.values())) for entity in entities]
    return [
        replace(entity, confidence=max(entity.confidence, _PROVED))
        if entity.type == "PER" and entity.quote in both
        else entity
        for entity in cut
    ]


def _cut(entity: Entity, names: set[str]) -> Entity:
    name = next((name for name in names if entity.quote.endswith(f" {name}")), None)
    if name is None or entity.type not in {"ORG", "PER"}:
        return entity
    start = entity.end - len(name)
    return replace(entity, start=start, quote=name, canonical=name, type="PER", confidence=_PROVED)


def _full_names(entities: Sequence[Entity], text: str) -> Iterator[str]:
    """Yield the names of people of two words or more, and two words of which a bracket tells so."""
    yield from (e.quote for e in entities if e.type == "PER" and " " in e.quote)
    for run in _IN_TEXT.finditer(text):
        name = " ".join(run[0].split()[-2:])
        after = re.match(r" \(([A-Z][a-z]+)\)", text[run.end() : run.end() + _LONGEST + 3])
        if after and is_blend(after[1], name) and not is_in(name.split()[0], "titles"):
            yield name
