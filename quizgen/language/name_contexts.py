"""What the words before a name tell of its kind, gathered over the whole text."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from quizgen.language.levels import zipf
from quizgen.language.nouns import nouns
from quizgen.language.occurrences import occurrences
from quizgen.language.wordlists import is_in, lists, place_kind
from quizgen.model import Entity

_PLACE_NOUNS = (
    "kampung|desa|dusun|kelurahan|kecamatan|kabupaten|pulau|pantai|gunung|bukit|sungai|danau"
    "|teluk|lembah|stasiun|bandara|pelabuhan|pasar|jalan"
)
_WHERE = re.compile(r"(?<![\w-])(?:[Dd]i|[Kk]e) ([A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)(?![\w-]| [A-Z])")
_AT_PLACE = re.compile(rf"\b(?:{_PLACE_NOUNS})\s$", re.IGNORECASE)
_AT = re.compile(r"\b[Dd]i $")
_WHOLE, _END = re.compile(r"\b"), re.compile(r"(?![\w-])")
_FREE, _LAST = re.compile(r"(?<![\w-])$"), re.compile(r"(?![\w-]| [A-Z])")
_ONCE, _OFTEN = 0.75, 0.9
_SURE = 0.9
_DOUBTFUL = 0.8
_ACRONYM = 3
_RARE = 3.5
_NAMES = frozenset({"PER", "ORG", "GPE", "LOC"})
_NAMING = ("bernama", "diberi nama", "dinamai")


def in_contexts(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Return the entities with the kinds that the words before them give away, and missed places.

    A person called *di Sanur* is a place, *vaksin Sinovac* a thing, *WMO Celeste Saulo* a body and
    a person, and *Prambanan* the temple that the text has called *Candi Prambanan*.
    """
    letters = {e.quote for e in entities if e.type == "ORG" and e.quote != e.canonical}
    letters |= {e.quote for e in entities if e.type == "ORG" and e.quote.isupper()}
    found = [part for entity in entities for part in _parted(entity, letters)]
    low = text.lower()
    places = [_place_after_all(entity, found, text, low) for entity in found]
    found = [_thing_after_all(entity, text) for entity in places]
    for missed in (_announced, _located, _short_places):
        found += missed(found, text)
    return sorted(found, key=lambda entity: entity.start)


def _parted(entity: Entity, letters: Collection[str]) -> Iterator[Entity]:
    """Yield the body in capitals and the person that run together: *WMO* Celeste Saulo.

    ``letters`` are the acronyms of bodies that the text has, such as *Unri*.
    """
    first, _, rest = entity.quote.partition(" ")
    capitals = first.isalpha() and first.isupper() and len(first) >= _ACRONYM
    acronym = capitals or (first in letters and " " in rest)
    if entity.type != "PER" or not acronym or not rest or rest.isupper():
        yield entity
        return
    middle = entity.start + len(first)
    kind = "GPE" if place_kind(first) == "GPE" else "ORG"
    sure = min(entity.confidence, _DOUBTFUL)
    yield replace(entity, end=middle, quote=first, canonical=first, type=kind, confidence=sure)
    yield replace(entity, start=middle + 1, quote=rest, canonical=rest)


def _place_after_all(entity: Entity, entities: Sequence[Entity], text: str, low: str) -> Entity:
    """Return a person as a place if the text says *Kampung*, *Desa* or *di* before the name.

    ``low`` is the text in small letters.
    """
    if entity.type != "PER":
        return entity
    if next(occurrences(entity.quote.lower(), low, _AT_PLACE, _WHOLE), None) is not None:
        return replace(entity, type="LOC", canonical=entity.quote)
    others = {e.quote for e in entities if e.type == "PER" and _holds(e.quote, entity.quote)}
    others |= {e.quote for e in entities if e.type == "ORG" and e.quote == entity.quote}
    alone = " " not in entity.quote and not others
    if not alone or not _stands(entity.quote, text, _AT):
        return entity
    sure = min(entity.confidence, _DOUBTFUL)
    return replace(entity, type="GPE", canonical=entity.quote, confidence=sure)


def _stands(name: str, text: str, before: re.Pattern[str]) -> bool:
    return next(occurrences(name, text, before, _END), None) is not None


def _holds(whole: str, part: str) -> bool:
    return whole != part and f" {part} " in f" {whole} "


def _thing_after_all(entity: Entity, text: str) -> Entity:
    """Return a name as a product if the text announces it as a thing: *vaksin* Sinovac."""
    doubtful = entity.type in _NAMES and not is_in(entity.quote, "institutions")
    if not doubtful or place_kind(entity.quote) or is_in(entity.quote.split()[0], "organisations"):
        return entity
    named = any(cue in text for cue in _NAMING) and _stands(entity.quote, text, _naming())
    if not named and not _stands(entity.quote, text, _announcing()):
        return entity
    return replace(entity, type="PRODUCT", canonical=entity.quote, confidence=_SURE)


@cache
def _announcing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(lists()['announcers']))})\s$")


@cache
def _naming() -> re.Pattern[str]:
    """Return what stands before the name of an animal or a machine: *robot bernama* Sinta."""
    kinds = ("satwa", "hewan", "binatang", "reptil", "unggas", "kapal", "kendaraan", "pesawat")
    things = lists()["named_things"] | nouns("general", *kinds) - {"anak", "bayi", "induk"}
    heads = "|".join(sorted(things))
    called = rf"(?: [a-z]+)? (?:yang )?(?:{'|'.join(_NAMING)}) $"
    return re.compile(rf"\b(?:{heads}){called}", re.IGNORECASE)


def _announced(entities: Sequence[Entity], text: str) -> Iterator[Entity]:
    """Yield the things that a noun for them announces: vaksin *R21*; vaksin pertama, *X*, …"""
    taken = [(entity.start, entity.end) for entity in entities]
    nouns = "|".join(sorted(lists()["announcers"]))
    name = r"([A-Z][\w/-]*(?: [A-Z][\w-]*){0,3})"
    after = rf"\b(?:{nouns})(?: [a-z]+){{0,3}}(?: bernama|,) {name}(?=[,.])"
    for pattern in (rf"\b(?:{nouns}) {name}", after):
        for match in re.finditer(pattern, text):
            start, end = match.span(1)
            free = not any(start < stop and begin < end for begin, stop in taken)
            if free and _thing(match[1]):
                taken.append((start, end))
                yield Entity(start=start, end=end, quote=match[1], type="PRODUCT",
                             canonical=match[1], confidence=_SURE)  # fmt: skip


def _thing(name: str) -> bool:
    """Tell whether capitals after a noun for a thing may be its own name: no body, no person."""
    first = name.split()[0]
    listed = is_in(first, "organisations", "titles", "administrative", "landmarks", "given")
    return (
        not listed
        and not is_in(first, "institutions", "faiths", "peoples")
        and not (
            place_kind(name)
            or place_kind(first)
            or (first.isupper() and len(first) <= _ACRONYM - 1)
        )
    )


def _located(entities: Sequence[Entity], text: str) -> Iterator[Entity]:
    """Yield the unknown single words that the text says somebody is at: *di* Wajima."""
    taken = [(entity.start, entity.end) for entity in entities]
    other = {word for entity in entities for word in entity.quote.split()}
    matches = [match for match in _WHERE.finditer(text) if match[1] not in other]
    for match in matches:
        start, end = match.span(1)
        listed = is_in(match[1], "products", "institutions", "faiths", "bodies", "titles", "given")
        free = not any(start < stop and begin < end for begin, stop in taken)
        if free and not listed and zipf(match[1]) < _RARE:
            often = sum(other[1] == match[1] for other in matches) > 1
            yield Entity(start=start, end=end, quote=match[1], type="GPE", canonical=match[1],
                         confidence=_OFTEN if often else _ONCE)  # fmt: skip


def _short_places(entities: Sequence[Entity], text: str) -> Iterator[Entity]:
    """Yield the mentions of a building or mountain without its noun: Candi *Prambanan*."""
    taken = [(entity.start, entity.end) for entity in entities]
    named = {word for entity in entities if entity.type == "PER" for word in entity.quote.split()}
    for full in _by_name(entities):
        short = full.quote.partition(" ")[2]
        for start in occurrences(short, text, _FREE, _LAST):
            end = start + len(short)
            alone = not re.search(r"[A-Z][\w-]* $", text[max(start - 30, 0) : start])
            free = not any(start < stop and begin < end for begin, stop in taken)
            if free and alone and short not in named:
                yield replace(full, start=start, end=end, quote=short,
                              canonical=full.quote, confidence=_DOUBTFUL)  # fmt: skip


def _by_name(entities: Iterable[Entity]) -> Iterator[Entity]:
    """Yield each place of two words that begins with a noun for it, once."""
    seen: set[str] = set()
    for entity in entities:
        noun, _, short = entity.quote.partition(" ")
        plain = short and " " not in short and not place_kind(short)
        if entity.type == "LOC" and plain and is_in(noun, "place_heads") and short not in seen:
            seen.add(short)
            yield entity
