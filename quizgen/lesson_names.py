"""The people and places of a text that a discussion can be about, and where they stand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.model import Entity, Worksheet

_SURE = 0.8
"""Below this confidence nobody is asked about a name."""
_KINDS = ("PER", "ORG")
"""Whom a question may be about, people first."""
_PLACE = "GPE"
_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its fullest form and the numbers of the sentences that have it."""

    text: str
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Whom and what to talk about; None where the text has nobody to name."""

    first: Name | None = None
    second: Name | None = None
    speaker: Name | None = None
    places: tuple[Name, ...] = ()

    def values(self) -> dict[str, str]:
        """Return what the sentences of a lesson name: each name, and where it stands."""
        chosen = {"first": self.first, "second": self.second, "speaker": self.speaker}
        made = {"places": "; ".join(f"{one.text} ({listed(one.sentences)})" for one in self.places)}
        for key, name in chosen.items():
            if name:
                made |= {key: name.text, f"{key}_places": listed(name.sentences)}
        return made


def names_of(worksheet: Worksheet) -> Names:
    """Return the two names, the speaker and the places that stand out in the printed text."""
    found = {kind: _named(worksheet, kind) for kind in (*_KINDS, _PLACE)}
    said = _said(worksheet)
    kind = next((kind for kind in _KINDS if found[kind]), _KINDS[0])
    # Of whom the text says a lot, or who says a lot in it, there is most to tell.
    ranked = sorted(found[kind], key=lambda name: -len(name.sentences) - len(said[name.text]))
    first, second, *_ = (*sorted(ranked[:2], key=lambda name: name.sentences), None, None)
    return Names(
        first=first,
        second=second,
        speaker=_speaker(said, [name.text for name in found["PER"]]),
        places=tuple(found[_PLACE][:_MOST_PLACES]),
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


def _said(worksheet: Worksheet) -> dict[str, list[int]]:
    """Return the sentences in which each speaker is surely quoted; nobody else has any."""
    said: dict[str, list[int]] = defaultdict(list)
    for quotation in worksheet.document.quotations:
        sentence = worksheet.document.sentence(quotation.sentence)
        if quotation.confidence >= _SURE and sentence.paragraph in _printed(worksheet):
            said[quotation.speaker].append(sentence.number)
    return said


def _speaker(said: dict[str, list[int]], people: list[str]) -> Name | None:
    """Return the person who says the most."""
    speaker = max(people, key=lambda name: len(said[name]), default="")
    return Name(speaker, tuple(dict.fromkeys(said[speaker]))) if said[speaker] else None
