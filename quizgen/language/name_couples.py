"""Husband and wife who go by one name: *Pak Diran* and *Bu Diran*, *Moh. Salim* and *Ny. Salim*.

A wife may be called by her husband's name (Indonesian *Ny.*, *Bu* with his), so that the name
without the form of address would mean him.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizgen.language.wordlists import is_in
from quizgen.model import Entity

_BEFORE = re.compile(r"([A-Z][a-z]*\.?)\s$")
_REACH = 12
_WIVES = frozenset({"ny", "ny.", "nyonya"})


def apart(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Return the entities, those with *Ny.* or *Bu* and another's name with that before it.

    >>> text = "Pak Diran pulang. Bu Diran menunggu."
    >>> people = [
    ...     Entity(start=at, end=at + 5, quote="Diran", type="PER", canonical="Diran")
    ...     for at in (4, 21)
    ... ]
    >>> [each.quote for each in apart(people, text)]
    ['Pak Diran', 'Bu Diran']
    """
    people = [(entity, _address(entity, text)) for entity in entities if entity.type == "PER"]
    couples = {
        lady.quote
        for lady, address in people
        if is_in(address, "ladies") and any(_husband(one, lady, address) for one in people)
    }
    return [_named_whole(entity, couples, text) for entity in entities]


def _address(entity: Entity, text: str) -> str:
    before = _BEFORE.search(text, max(0, entity.start - _REACH), entity.start)
    return before[1].lower() if before else ""


def _husband(one: tuple[Entity, str], lady: Entity, address: str) -> bool:
    """Tell whether a name with its form of address may be the husband's of a lady called so."""
    other, title = one
    if lady.quote not in (other.quote, other.quote.split()[-1]) or is_in(title, "ladies"):
        return False
    man = is_in(title, "gentlemen")
    return man or (address in _WIVES and " " in other.quote)


def _named_whole(entity: Entity, couples: set[str], text: str) -> Entity:
    """Return one of a couple with the form of address; the husband only where it is *Pak*."""
    address = _address(entity, text) if entity.quote in couples and entity.type == "PER" else ""
    if not is_in(address, "ladies", "gentlemen"):
        return entity
    start = entity.start - len(address) - 1
    quote = text[start : entity.end]
    return replace(entity, start=start, quote=quote, canonical=quote)
