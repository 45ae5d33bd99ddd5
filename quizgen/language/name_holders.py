"""Who is surely a person because an office stands before the name, and where the name begins."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.language.wordlists import is_in, place_kind
from quizgen.model import Entity

_SURE = 0.9
_LEAST = 0.4
_PROVED = 0.92
_COMMON = 3.8
_WORDS = range(2, 5)
_NAME = re.compile(r"[A-Z][a-z'’]+|[A-Z]\.?")
_BREAK = re.compile(r"[;:!?\"“”\n]|\.\s")
_REACH = 160
_ACRONYM = re.compile(r"[A-Z]{3,}(?:-[A-Z]+)?|[IVX]{2,}|[VX]")
_JOINING = frozenset({"dan", "&", "/"})


def holders(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Return the entities with the doubt taken from people whose office proves their names.

    In *Direktur Umum MYOR Wardhana Atmadja* the name begins after an acronym, in *Sekretaris
    Daerah Kota Kendari La Ode Hasan* after a place, and a given name or a later mention of one
    half of it shows it to be a person's.
    """
    entities = _moved(entities)
    ends = {e.end for e in entities if e.type in {"GPE", "ORG"} and e.confidence >= _SURE}
    return [
        replace(entity, confidence=_PROVED) if _proved(entity, ends, text) else entity
        for entity in entities
    ]


def _moved(entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities with a given name moved from a place to the person after it.

    So in *Wali Kota Surakarta Agung Prasetyo*, where the place was read as *Surakarta Agung*.
    """
    result = list(entities)
    for index, (place, person) in enumerate(pairwise(entities)):
        rest, _, last = place.quote.rpartition(" ")
        named = place.type in {"GPE", "LOC"} and person.type == "PER"
        if named and place.end + 1 == person.start and is_in(last, "given") and place_kind(rest):
            start = place.start + len(rest)
            quote = f"{last} {person.quote}"
            result[index] = replace(place, end=start, quote=rest, canonical=rest)
            result[index + 1] = replace(person, start=start + 1, quote=quote, canonical=quote)
    return result


def _proved(entity: Entity, ends: set[int], text: str) -> bool:
    doubtful = entity.type == "PER" and _LEAST <= entity.confidence < _SURE
    return (
        doubtful
        and _personal(entity.quote)
        and _ended(entity, text)
        and _begun(entity, ends, text)
        and _known(entity, text)
    )


def _personal(name: str) -> bool:
    """Tell whether every word may belong to a person's name, and none to a body's or a place's."""
    words = name.split()
    if len(words) not in _WORDS or place_kind(name) or place_kind(words[0]):
        return False
    plain = all(_NAME.fullmatch(word) for word in words)
    lists = ("organisations", "institutions", "administrative", "landmarks", "titles", "tails")
    listed = any(is_in(word, *lists) and not is_in(word, "given") for word in words)
    first = words[0]
    common = zipf(first) >= _COMMON and analyse(first.lower()).known
    return plain and not listed and (is_in(first, "given") or not common)


def _ended(entity: Entity, text: str) -> bool:
    return re.match(r" ?[A-Z\d-]", text[entity.end : entity.end + 2]) is None


def _begun(entity: Entity, ends: set[int], text: str) -> bool:
    """Tell whether the name begins after an office and what it is of, or after a comma there."""
    run = _BREAK.split(text[max(0, entity.start - _REACH) : entity.start])[-1]
    words = run.split()
    first = len(words)
    while first and _of_office(words[first - 1]):
        first -= 1
    office = any(is_in(word.strip("(),"), "titles") for word in words[first:-1])
    return office and (_bounds(words) or entity.start - 1 in ends)


def _of_office(word: str) -> bool:
    """Tell whether a word may be one of an office: a capital, a bracket or *ketua umum*."""
    bare = word.strip("(),")
    known = is_in(bare, "titles", "portfolios") or bare in _JOINING
    return known or bare[:1].isupper() or bare.isdigit()


def _bounds(words: Sequence[str]) -> bool:
    """Tell whether no name goes on after the last word: a place, an acronym, *Daerah*, a comma."""
    last = words[-1]
    if last[-1] in ",)" or _ACRONYM.fullmatch(last) or is_in(last, "institutions", "portfolios"):
        return True
    return any(place_kind(" ".join(words[-size:])) for size in (1, 2, 3))


def _known(entity: Entity, text: str) -> bool:
    """Tell whether the name is surely a person's, by its words or a mention of one half alone.

    So it is if it holds a given name, or nothing but words that no text has.
    """
    words = entity.quote.split()
    if is_in(words[0], "given") or is_in(words[-1], "given"):
        return True
    before = text[: entity.start].split()[-1]
    if all(zipf(word) == 0 for word in words) and not is_in(before, "organisations", "named_after"):
        return True
    rest = text[: entity.start] + text[entity.end :]
    return any(
        len(word) > 2 and re.search(rf"(?<![A-Z]\w )(?<![\w-]){word}(?![\w-]| [A-Z])", rest)
        for word in (words[0], words[-1])
    )
