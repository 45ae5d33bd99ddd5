"""One canonical full name for every mention of the same person, organisation or place."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quizgen.language.acronyms import bind
from quizgen.language.mentions import NAMES, SURE, agreed, missed
from quizgen.language.name_blends import blends, with_blended
from quizgen.language.name_contexts import in_contexts
from quizgen.language.name_couples import apart
from quizgen.language.name_fusions import parted
from quizgen.language.name_holders import holders
from quizgen.language.name_nicknames import called
from quizgen.language.name_particles import with_first_names
from quizgen.language.name_proofs import proven
from quizgen.language.name_seats import seated
from quizgen.language.occurrences import occurrences
from quizgen.language.places import lookup
from quizgen.language.wordlists import is_in
from quizgen.model import Entity

_RIVAL = 0.7
_ACRONYM = 3
_OFTEN = 2
_FIRST_NAMES = frozenset(
    (
        *("muhammad", "mohammad", "mohamad", "muhamad", "ahmad", "achmad", "abdul", "siti", "sri"),
        *("nur", "dewi", "andi", "raden", "putri", "putu", "made", "wayan", "ketut", "nyoman"),
        *("teuku", "cut"),
    )
)
_BEGUN = frozenset({"La Ode", "Wa Ode", "La", "Wa", "I Gede", "I Made", "I Wayan", "Ni Made"})
"""Beginnings of names that are no name by themselves."""
_DOUBTFUL = 0.8
_GROUPS = frozenset({"marga", "suku", "klan", "keluarga", "trah", "wangsa", "dinasti"})
_OFFICES = (
    "sekretaris|ketua|kepala|bendahara|pengurus|kader|direktur|juru bicara|koordinator|anggota"
    "|pendiri|humas|manajer|pengelola"
)
_OF_OFFICE = re.compile(rf"\b(?:{_OFFICES})\s(?:\w+\s){{0,2}}$", re.IGNORECASE)
_CAPITAL_BEFORE = re.compile(r"([A-Z][\w-]*)\s$")
_BALINESE = re.compile(
    r"(?<![Kk]omisi )(?<![Ww]ilayah )(?<!Asisten )(?<!Dunia )(?<![Tt]ahap )(?<!Deputi )"
    r"\b((?:I|Ni)(?: (?:Gede|Made|Wayan|Nyoman|Ketut|Komang|Putu|Kadek|Gusti|Dewa|Luh|Nengah))*)\s$"
)
"""The beginning of a Balinese name; *Komisi I* is a number."""
_WORD_STARTS, _WHOLE = re.compile(r"(?<!\w)$"), re.compile(r"\b")
_NEAR = 60


def unify(entities: Sequence[Entity], text: str) -> tuple[Entity, ...]:
    """Return the entities of a document with missed mentions added and canonical names set.

    A short form counts for a full name only if it fits exactly one: two people who share a
    surname stay apart. An acronym counts for the name that it follows in brackets.
    """
    found, bound = bind(entities, text)
    found = in_contexts([_without_thing(entity, found, text) for entity in found], text)
    found = [_body_after_all(_whole_name(entity, text), found, text) for entity in found]
    found = proven(agreed(holders(found, text), text), text)
    found = seated(parted(found, text), text)
    found = sorted([*found, *missed(found, text)], key=lambda entity: entity.start)
    found = apart(with_blended(with_first_names(found, text), text), text)
    bound = {**bound, **blends(found, text), **called(found, text)}
    return tuple(
        replace(entity, canonical=_canonical(entity, found, bound, text))
        if entity.type in NAMES
        else entity
        for entity in found
    )


def _body_after_all(entity: Entity, entities: Sequence[Entity], text: str) -> Entity:
    """Return a person as a body: a clan or a bureau by its first word, or what an office is of.

    In *Sekretaris Pamada Muara Sari, Andi Wijaya* the name before the comma is no person.
    """
    if entity.type != "PER":
        return entity
    words = entity.quote.split()
    first = words[0]
    # *Kepala UPT Balai Benih Ikan Wilayah I*: a part of a body.
    part = any(is_in(word, "parts_of_bodies") for word in words)
    clan = first.lower() in _GROUPS or is_in(first, "bureaux") or part
    led = _OF_OFFICE.search(text, max(0, entity.start - _NEAR), entity.start)
    named = any(e.type == "PER" and e.start == entity.end + 2 for e in entities)
    apposed = text[entity.end : entity.end + 2] == ", " and named
    if clan or (led and apposed):
        return replace(entity, type="ORG", canonical=entity.quote, confidence=_DOUBTFUL)
    return entity


def _whole_name(entity: Entity, text: str) -> Entity:
    """Return *La Ode* or *Mbah* with the name that follows it."""
    begun = entity.quote in _BEGUN or is_in(entity.quote, "honorifics")
    if entity.type != "PER" or not begun:
        return _honoured(entity, text)
    rest = re.match(r"\s[A-Z][a-z]+", text[entity.start + len(entity.quote) :])
    if rest is None:
        return entity
    quote = entity.quote + rest[0]
    return replace(entity, end=entity.start + len(quote), quote=quote, canonical=quote)


def _honoured(entity: Entity, text: str) -> Entity:
    """Return a person with the *Mbah* or *I Gede* right before, any other name as it is."""
    ahead = max(0, entity.start - _NEAR)
    before = _CAPITAL_BEFORE.search(text, ahead, entity.start)
    whole = before if before is not None and is_in(before[1], "honorifics") else None
    whole = whole or _BALINESE.search(text, ahead, entity.start)
    if entity.type != "PER" or whole is None:
        return entity
    quote = text[whole.start(1) : entity.end]
    return replace(entity, start=whole.start(1), quote=quote, canonical=quote)


def _without_thing(entity: Entity, entities: Sequence[Entity], text: str) -> Entity:
    """Return a person without the name of a thing right before: *(pendiri Isyaratku) Galih P.*.

    The first word is no part of the person where the text has it alone at least twice and calls
    the person by the second.
    """
    first, _, rest = entity.quote.partition(" ")
    if entity.type != "PER" or " " not in rest:
        return entity
    second = rest.partition(" ")[0]
    places = occurrences(first, text, _WORD_STARTS, _WHOLE)
    alone = sum(not text.startswith(f" {second}", start + len(first)) for start in places)
    called = any(e.type == "PER" and e.quote == second for e in entities)
    # In *KPP Semarang Pandanaran Hendro W.* the office runs into the name.
    before = _CAPITAL_BEFORE.search(text, max(0, entity.start - _NEAR), entity.start)
    joined = before is not None and not is_in(before[1], "titles")
    joined = joined and first.lower() not in _FIRST_NAMES
    if not called or any(e.quote == first and e.type == "PER" for e in entities):
        return entity
    if alone < _OFTEN and not joined:
        return entity
    return replace(entity, start=entity.start + len(first) + 1, quote=rest, canonical=rest)


def _canonical(entity: Entity, entities: Sequence[Entity], bound: dict[str, str], text: str) -> str:
    if entity.quote in bound:
        return bound[entity.quote]
    if entity.type in ("GPE", "LOC"):
        shortened = entity.canonical.endswith(f" {entity.quote}")
        return entity.canonical if shortened else _place_name(entity.quote, text)
    return _full_name(entity, entities) if entity.type == "PER" else entity.quote


def _place_name(quote: str, text: str) -> str:
    place = lookup(quote)
    if place is not None and f"Prefektur {quote}" in text:
        return f"Prefektur {quote}"
    # An administrative noun stays: Kabupaten Bandung and Kota Bandung are two.
    if place is None or not (quote.isupper() or quote in place.aliases):
        return quote
    if place.name in text or (quote.isupper() and len(quote) <= _ACRONYM):
        return place.name
    return quote.title() if quote.isupper() else quote


def _full_name(entity: Entity, entities: Sequence[Entity]) -> str:
    words = entity.quote.split()
    fuller = [e for e in entities if e.type == "PER" and _fuller(words, e.quote.split())]
    # A doubtful longer span may hold a word too many; it counts only where nothing is surer.
    trusted = {e.quote for e in fuller if e.confidence >= SURE and " " in e.quote}
    longest = _longest(trusted or {e.quote for e in fuller})
    others = {e.quote for e in fuller if e.confidence >= _RIVAL and " " in e.quote} - trusted
    rivals = [name for name in others if not any(_longer(name, own) for own in longest)]
    rivals = [name for name in rivals if not any(_longer(own, name) for own in longest)]
    alone = len(longest) == 1 and not set(rivals) - set(longest)
    return longest[0] if alone else entity.quote


def _fuller(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Tell whether a name holds the words, and is not *Ny. Salim* where *Salim* is meant."""
    return _within(words, whole) and (words[0] == whole[0] or not is_in(whole[0], "ladies"))


def _longest(names: set[str]) -> list[str]:
    return sorted(name for name in names if not any(_longer(other, name) for other in names))


def _longer(other: str, name: str) -> bool:
    return other != name and _within(name.split(), other.split())


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    remaining = iter([word.lower() for word in whole])
    return all(word.lower() in remaining for word in part)
