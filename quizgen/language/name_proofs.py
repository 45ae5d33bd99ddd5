"""What in a text proves a doubtful name to be a person: an age, a calling, or being called by it.

A person whom the analysis misses is worse than a missing name: *ia* then goes to somebody else.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizgen.language.levels import zipf
from quizgen.language.mentions import SURE, alone, isolated, opens_sentence
from quizgen.language.name_appositions import apposed, beside_person, personal, speaks
from quizgen.language.places import lookup
from quizgen.language.speech import verbs
from quizgen.language.wordlists import is_in, place_kind
from quizgen.model import Entity

_AGED, _CALLED = 0.95, 0.92
_MISTAKEN = frozenset({"GPE", "LOC", "ORG"})
_HALF = 0.75
_AGE = re.compile(r",? ?\(\d\d(?: tahun)?\)")
_OFTEN = 2
_RARE, _NO_NOUN = 3.0, 3.5


def proven(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Return the entities, doubtful people surer whom the text proves to be people.

    >>> text = "Nilam Sariati (44) menunggu."
    >>> doubtful = Entity(
    ...     start=0, end=13, quote="Nilam Sariati", type="PER", canonical="", confidence=0.5
    ... )
    >>> [each.confidence for each in proven([doubtful], text)]
    [0.95]
    """
    told = {(each.start, each.end): each for each in apposed(text)}
    entities = [_as_told(entity, told) for entity in entities]
    taken = [(entity.start, entity.end) for entity in entities]
    missed = [e for e in told.values() if not any(e.start < b and a < e.end for a, b in taken)]
    found = [_proven(entity, text) for entity in _speaking(entities, text)]
    shown = {
        new.quote
        for old, new in zip(entities, found, strict=True)
        if new.confidence > old.confidence
    }
    shown |= {each.quote for each in missed} | _parts([*found, *missed])
    both = sorted([*found, *missed], key=lambda entity: entity.start)
    return [_again(entity, shown, text) for entity in both]


def _as_told(entity: Entity, told: dict[tuple[int, int], Entity]) -> Entity:
    """Return what a calling before it shows to be a person, where the analysis was in doubt."""
    person = told.get((entity.start, entity.end))
    doubtful = entity.type in _MISTAKEN and entity.confidence < _HALF
    return person if person is not None and doubtful else entity


def _speaking(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Return the entities, a little-known town as a person if it says something: *sambung Reno*."""
    spoke = {
        entity.quote
        for entity in entities
        if entity.type == "GPE" and _little_known(entity.quote) and speaks(entity, text)
    }
    return [
        replace(entity, type="PER", canonical=entity.quote, confidence=_CALLED)
        if entity.quote in spoke
        else entity
        for entity in entities
    ]


def _little_known(town: str) -> bool:
    place = lookup(town)
    return place is not None and place.prominence == 1 and place.kind in {"city", "town"}


def _parts(entities: Sequence[Entity]) -> set[str]:
    """Return the first and last words of people's sure names, that no other name has."""
    sure = {e.quote for e in entities if e.type == "PER" and e.confidence >= SURE}
    words = [name.split() for name in sure if " " in name]
    return {word for name in words for word in (name[0], name[-1]) if _rare_name(word)}


def _rare_name(word: str) -> bool:
    plain = word.isalpha() and word.istitle() and len(word) > 3
    return plain and place_kind(word) is None and zipf(word.lower()) < _NO_NOUN


def _again(entity: Entity, shown: set[str], text: str) -> Entity:
    """Return a further mention of a proven name as sure, where it stands by itself."""
    doubtful = entity.confidence < (SURE if entity.type == "PER" else _HALF)
    same = entity.type in {"PER", *_MISTAKEN} and entity.quote in shown and doubtful
    if not same or not isolated(text, entity.start, entity.end):
        return entity
    return replace(entity, type="PER", canonical=entity.quote, confidence=_CALLED)


def _proven(entity: Entity, text: str) -> Entity:
    words = entity.quote.split()
    if entity.type in _MISTAKEN and entity.confidence < _HALF and beside_person(entity, text):
        return replace(entity, type="PER", canonical=entity.quote, confidence=_AGED)
    if entity.type != "PER" or entity.confidence >= SURE:
        return entity
    if _AGE.match(text, entity.end) or beside_person(entity, text):
        return replace(entity, confidence=_AGED)
    if (
        len(words) > 1
        and personal(entity.quote)
        and any(_is_called(word, text) for word in (words[0], words[-1]))
    ):
        return replace(entity, confidence=_CALLED)
    return entity


def _is_called(word: str, text: str) -> bool:
    """Tell whether a rare word of a name often stands alone: somebody is called by it."""
    plain = word.isalpha() and word.istitle() and len(word) > 3
    known = is_in(word, "titles", "organisations", "bureaux") or place_kind(word)
    often = alone(word, text) >= _OFTEN or _tells(word, text)
    return plain and not known and often and _no_word(word, text)


def _tells(word: str, text: str) -> bool:
    """Tell whether something is said by whom the text calls by one word: *Menurut Rahma, …*."""
    saying = "|".join(sorted(verbs("bare")))
    return re.search(rf"\b(?:[Mm]enurut|{saying}) {word}\b(?! [A-Z])", text) is not None


def _no_word(word: str, text: str) -> bool:
    """Tell whether a capital inside a sentence, or its being rare, shows that it is a name."""
    if zipf(word.lower()) < _RARE:
        return True
    places = (match.start() for match in re.finditer(rf"\b{word}\b(?! [A-Z])", text))
    return any(not opens_sentence(text, at) and text[at - 2 : at - 1].islower() for at in places)
