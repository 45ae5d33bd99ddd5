"""What in a text proves a doubtful name to be a person: an age in brackets, or being called by it.

A person whom the analysis misses is worse than a missing name: *ia* then goes to somebody else.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizgen.language.levels import zipf
from quizgen.language.mentions import SURE, alone, opens_sentence
from quizgen.language.wordlists import is_in, place_kind
from quizgen.model import Entity

_AGED, _CALLED = 0.95, 0.92
_AGE = re.compile(r",? ?\(\d\d(?: tahun)?\)")
_OFTEN = 2
_RARE = 3.0


def proven(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Return the entities, doubtful people surer whom the text proves to be people.

    >>> text = "Nilam Sariati (44) menunggu."
    >>> doubtful = Entity(
    ...     start=0, end=13, quote="Nilam Sariati", type="PER", canonical="", confidence=0.5
    ... )
    >>> [each.confidence for each in proven([doubtful], text)]
    [0.95]
    """
    return [_proven(entity, text) for entity in entities]


def _proven(entity: Entity, text: str) -> Entity:
    words = entity.quote.split()
    if entity.type != "PER" or entity.confidence >= SURE:
        return entity
    if _AGE.match(text, entity.end):
        return replace(entity, confidence=_AGED)
    if len(words) > 1 and any(_is_called(word, text) for word in (words[0], words[-1])):
        return replace(entity, confidence=_CALLED)
    return entity


def _is_called(word: str, text: str) -> bool:
    """Tell whether a rare word of a name often stands alone: somebody is called by it."""
    plain = word.isalpha() and word.istitle() and len(word) > 3
    known = is_in(word, "titles", "organisations", "bureaux") or place_kind(word)
    return plain and not known and alone(word, text) >= _OFTEN and _no_word(word, text)


def _no_word(word: str, text: str) -> bool:
    """Tell whether a capital inside a sentence, or its being rare, shows that it is a name."""
    if zipf(word.lower()) < _RARE:
        return True
    places = (match.start() for match in re.finditer(rf"\b{word}\b(?! [A-Z])", text))
    return any(not opens_sentence(text, at) and text[at - 2 : at - 1].islower() for at in places)
