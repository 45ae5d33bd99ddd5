"""The people and places of a text that a discussion can be about, and where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.model import Entity, Worksheet

_SURE = 0.8
"""Below this confidence nobody is asked about a name."""
_KINDS = ("PER", "ORG")
"""Whom a question may be about, people first."""
_PLACE = "GPE"
_OFTEN = 2
"""A place that stands in fewer sentences is not what the news is about."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its fullest form and the numbers of the sentences that have it."""

    text: str
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Whom and what to talk about; None where the text has nobody, or no place, to name."""

    first: Name | None = None
    second: Name | None = None
    speaker: Name | None = None
    place: Name | None = None

    def values(self) -> dict[str, str]:
        """Return what the sentences of a lesson name: each name, and where it stands."""
        made: dict[str, str] = {}
        for key in self.__slots__:
            name = getattr(self, key)
            if name:
                made |= {key: name.text, f"{key}_places": listed(name.sentences)}
        return made


def names_of(worksheet: Worksheet) -> Names:
    """Return the two names, the speaker and the place that stand out in the printed text."""
    found = {kind: _named(worksheet, kind) for kind in (*_KINDS, _PLACE)}
    kind = next((kind for kind in _KINDS if found[kind]), _KINDS[0])
    chosen = sorted(found[kind][:2], key=lambda name: name.sentences)
    places = [name for name in found[_PLACE] if len(name.sentences) >= _OFTEN]
    return Names(
        first=chosen[0] if chosen else None,
        second=chosen[1] if len(chosen) > 1 else None,
        speaker=_speaker(worksheet, {name.text for name in found["PER"]}),
        place=places[0] if places else None,
    )


def listed(numbers: Iterable[int]) -> str:
    """Return numbers of sentences as a list in words, each once.

    >>> listed([4, 1, 9, 4]), listed([3])
    ('kalimat 1, 4, dan 9', 'kalimat 3')
    """
    shown = [str(number) for number in sorted(set(numbers))]
    if len(shown) > 2:
        return f"kalimat {', '.join(shown[:-1])}, dan {shown[-1]}"
    return f"kalimat {' dan '.join(shown)}"


def _named(worksheet: Worksheet, kind: str) -> list[Name]:
    """Return the sure names of a kind, the most frequent first, then the earliest."""
    places: dict[str, list[int]] = {}
    written = set()
    for sentence in worksheet.document.sentences:
        if sentence.paragraph not in _printed(worksheet):
            continue
        for entity in worksheet.document.entities_in(sentence):
            if entity.type == kind and _is_sure(entity):
                places.setdefault(entity.canonical, []).append(sentence.number)
                written.add(entity.quote)
    names = [
        Name(text, tuple(dict.fromkeys(numbers)))
        for text, numbers in places.items()
        if text in written
    ]
    return sorted(names, key=lambda name: (-len(name.sentences), name.sentences))


def _is_sure(entity: Entity) -> bool:
    # Stars would be read as marks of italics.
    return entity.confidence >= _SURE and "*" not in entity.canonical


def _printed(worksheet: Worksheet) -> set[int | None]:
    return {number for number, _, _ in worksheet.blocks()}


def _speaker(worksheet: Worksheet, people: set[str]) -> Name | None:
    """Return the person who says the most in the printed text."""
    said: dict[str, list[int]] = {}
    for quotation in worksheet.document.quotations:
        sentence = worksheet.document.sentence(quotation.sentence)
        sure = quotation.confidence >= _SURE and quotation.speaker in people
        if sure and sentence.paragraph in _printed(worksheet):
            said.setdefault(quotation.speaker, []).append(sentence.number)
    if not said:
        return None
    text = max(said, key=lambda name: len(said[name]))
    return Name(text, tuple(dict.fromkeys(said[text])))
