"""The gazetteer: which place lies in which, and which places are alike.

``data/places.tsv`` is our own writing from general knowledge, in the spelling of the Indonesian
press. Its columns: ``name``; ``kind``; ``within``, the one place that holds it; ``aliases``;
``also``, further places that hold it in part or whole (Bogor: Jabodetabek); ``prominence`` from 1
to 3. A name that fits two places is left out or carries its noun (*Kota Jambi*). Where a city and
a regency share a name, one row of kind city stands for both.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Place:
    """A known place; ``within`` names the place that holds it, None for the outermost."""

    name: str
    kind: str
    within: str | None
    aliases: tuple[str, ...]
    also: tuple[str, ...] = ()
    prominence: int = 1


_NOUNS = (
    (re.compile(r"(?:Kabupaten|Kab\.) "), ("regency", "city")),
    (re.compile(r"(?:Kota Administrasi|Kotamadya|Kota) "), ("city", "regency", "town")),
    (re.compile(r"(?:Provinsi|Prefektur) "), ("province",)),
    (re.compile(r"Negara Bagian "), ("state",)),
    (re.compile(r"Negara "), ("country",)),
    (re.compile(r"Pulau "), ("island",)),
)
_VAGUE = frozenset({"region", "island", "sea", "canal", "river", "lake", "mountain"})
"""Kinds whose extent a chain of containers does not tell, unless the table lists what is inside."""


@cache
def places() -> dict[str, Place]:
    """Return every place by its name, sorted by name."""
    path = resources.files("quizgen.language").joinpath("data/places.tsv")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
    return {
        name: Place(name, kind, within or None, _split(aliases), _split(also), int(prominence))
        for name, kind, within, aliases, also, prominence in rows
    }


@lru_cache(maxsize=50_000)
def lookup(name: str) -> Place | None:
    """Return the place that ``name`` means, None if it is unknown.

    An administrative noun before the name may be left out or added; small letters at the start of
    a word, or in an abbreviation, are not taken for a name.

    >>> lookup("Kabupaten Garut").name
    'Garut'
    >>> lookup("garut") is None
    True
    """
    name = " ".join(name.split())
    found = _exact(name)
    if found:
        return found
    for noun, kinds in _NOUNS:
        bare = noun.match(name)
        if bare and (place := _exact(name[bare.end() :])) and place.kind in kinds:
            return place
    return None


def chain(place: Place) -> tuple[str, ...]:
    """Return the names of all containers, the nearest first.

    >>> chain(lookup("Bandung"))
    ('Jawa Barat', 'Jawa', 'Indonesia', 'Asia Tenggara', 'Asia')
    """
    names = []
    while place.within is not None:
        names.append(place.within)
        place = places()[place.within]
    return tuple(names)


def overlaps(a: str, b: str) -> bool | None:
    """Tell whether two names are one place or one lies in the other; None if that is unknown.

    A river, mountain or loose region (*Bengawan Solo, Pantura*) and a place under the same
    container may or may not meet, so that is unknown too.

    >>> overlaps("Moskow", "Rusia"), overlaps("Moskow", "Jepang"), overlaps("Moskow", "Antah")
    (True, False, None)
    """
    first, second = lookup(a), lookup(b)
    if first is None or second is None:
        return None
    if first == second or _holds(first, second) or _holds(second, first):
        return True
    if _may_meet(first, second) or _may_meet(second, first):
        return None
    return False


def peers(place: Place, *, near: bool = True) -> tuple[Place, ...]:
    """Return the other places of the same kind, best distractors first, in a fixed order.

    ``near`` sorts those first that share the nearest container, and by prominence among equals;
    otherwise prominence alone decides. None of them overlaps ``place``.
    """
    containers = chain(place)
    alike = [
        other
        for other in places().values()
        if other.kind == place.kind
        and other != place
        and not _holds(other, place)
        and not _holds(place, other)
    ]

    def order(other: Place) -> tuple[int, int, str]:
        return (_distance(containers, other) if near else 0), -other.prominence, other.name

    return tuple(sorted(alike, key=order))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@cache
def _index() -> dict[str, tuple[str, Place]]:
    return {
        name.casefold(): (name, place)
        for place in places().values()
        for name in (place.name, *place.aliases)
    }


def _exact(name: str) -> Place | None:
    known, place = _index().get(name.casefold(), ("", None))
    if place is None or (known != name and (known.isupper() or not _same_initials(known, name))):
        return None
    return place


def _same_initials(known: str, name: str) -> bool:
    """Accept *BANDUNG* for *Bandung*, but not *bandung*."""
    pairs = zip(known.split(), name.split(), strict=True)
    return all(right[0] in (left[0], left[0].upper()) for left, right in pairs)


@cache
def _containers(name: str) -> frozenset[str]:
    """Return all that holds the place, through ``within`` and ``also``."""
    place = places()[name]
    direct = ([place.within] if place.within else []) + list(place.also)
    return frozenset(direct).union(*(_containers(container) for container in direct))


@cache
def _with_members() -> frozenset[str]:
    return frozenset(place.within for place in places().values() if place.within)


def _holds(outer: Place, inner: Place) -> bool:
    return outer.name in _containers(inner.name)


def _may_meet(vague: Place, other: Place) -> bool:
    if vague.kind not in _VAGUE or vague.name in _with_members():
        return False
    return vague.within is None or vague.within in _containers(other.name)


def _distance(containers: tuple[str, ...], other: Place) -> int:
    """Return how far up the first shared container stands."""
    shared = _containers(other.name)
    steps = (step for step, name in enumerate(containers) if name in shared)
    return next(steps, len(containers))
