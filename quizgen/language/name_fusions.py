"""A person whose name ran together with the firm's before it: *CEO Nusa Retail Budi Santoso*.

Newspapers set an office, its house and its holder side by side without a comma. Two signs part
house and holder: a word that ends names of firms (*Sekuritas*), or an office before a first word
that the text uses without the rest while it calls the holder by the next word alone. What else
bears the name of such a house is no person either: *Melodika Plus*.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.language.levels import zipf
from quizgen.language.name_appositions import personal
from quizgen.language.wordlists import is_in, place_kind
from quizgen.model import Entity

_FORMS = frozenset({"PT", "CV", "UD", "NV", "PD"})
_SHORT = 2
_PARTED = 0.92
_NEAR = 40
_RARE = 4.0
_SHORTEST = 2
_APPOSED = re.compile(r",(?: [A-Z][\w'-]+){2,},")
"""After a house, the name of who leads it: *Ketua Koperasi Maju, Budi Santoso, …*."""
_LAST_WORD = re.compile(r"([\w-]+)\s$")


def parted(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Return the entities with firm and person apart where one ran into the other.

    >>> text = "Analis Cakra Sekuritas Budi Santoso optimistis."
    >>> name = "Cakra Sekuritas Budi Santoso"
    >>> one = Entity(start=7, end=35, quote=name, type="PER", canonical=name)
    >>> [(each.type, each.quote) for each in parted([one], text)]
    [('ORG', 'Cakra Sekuritas'), ('PER', 'Budi Santoso')]
    """
    clubs = {e.quote for e in entities if e.type == "ORG" and " " in e.quote}
    whole = [_after_club(entity, clubs, text) for entity in entities]
    found = [part for entity in whole for part in _parts(entity, clubs, text)]
    told = {entity.quote for entity in entities if entity.type == "ORG"}
    houses = {each.quote for each in found if each.type == "ORG" and each.quote not in told}
    firms = {short for name in told for short in _without_form(name)}
    return [_of_house(_of_firm(entity, firms), houses) for entity in found]


def _without_form(firm: str) -> Iterator[str]:
    """Yield what a firm goes by without *PT* or its town: *Tirta Cahya Mandala, Tirta Cahya*."""
    form, _, rest = firm.partition(" ")
    words = [word for word in rest.split() if not word.startswith("Tbk")]
    if form.strip(".") in _FORMS and len(words) > 1:
        yield " ".join(words)
        yield " ".join(words[:2])
    whole = firm.split()
    if len(whole) > _SHORT and place_kind(whole[-1]) is not None:
        # The club *Bhakti Nusa | Bandung*.
        yield " ".join(whole[:-1])


def _of_firm(entity: Entity, firms: set[str]) -> Entity:
    """Return a person of a firm's name as the firm, all else as it is."""
    if entity.type != "PER" or entity.quote not in firms:
        return entity
    return replace(entity, type="ORG", canonical=entity.quote)


def _after_club(entity: Entity, clubs: set[str], text: str) -> Entity:
    """Return a person without the end of a club's name: *kapten Garuda* Musi Hafiz."""
    first, _, rest = entity.quote.partition(" ")
    before = _LAST_WORD.search(text, max(0, entity.start - _NEAR), entity.start)
    if entity.type != "PER" or not rest or before is None:
        return entity
    begun = f"{before[1]} {first}"
    if not any(club == begun or club.startswith(f"{begun} ") for club in clubs):
        return entity
    return replace(entity, start=entity.end - len(rest), quote=rest, canonical=rest)


def _of_house(entity: Entity, houses: set[str]) -> Entity:
    """Return what is called after a house as a house or its product, all else as it is."""
    if entity.type != "PER":
        return entity
    if entity.quote in houses:
        return replace(entity, type="ORG", canonical=entity.quote)
    if any(entity.quote.startswith(f"{house} ") for house in houses):
        return replace(entity, type="PRODUCT", canonical=entity.quote)
    return entity


def _parts(entity: Entity, clubs: set[str], text: str) -> Iterator[Entity]:
    words = entity.quote.split()
    if entity.type == "PER":
        size = _firm(words) or (1 if _two_words(entity, words, text) else 0)
    else:
        size = _body(entity, words, clubs, text) if entity.type == "ORG" else 0
    if not size:
        yield entity
        return
    firm = " ".join(words[:size])
    person = entity.quote[len(firm) :].strip()
    sure = max(entity.confidence, _PARTED)
    yield replace(
        entity,
        end=entity.start + len(firm),
        quote=firm,
        canonical=firm,
        type="ORG",
        confidence=sure,
    )
    start = entity.end - len(person)
    yield replace(entity, start=start, quote=person, canonical=person, type="PER", confidence=sure)


def _firm(words: Sequence[str]) -> int:
    """Return how many words make the firm, by its last; 0 if none does or nobody is left."""
    ends = [at for at, word in enumerate(words[:-1]) if at and is_in(word, "firm_ends")]
    return ends[-1] + 1 if ends else 0


def _body(entity: Entity, words: Sequence[str], clubs: set[str], text: str) -> int:
    """Return how many words make the body, if its head follows: *Kepala Dinas Kota Rini Astuti*.

    The head is called by the first word of the name elsewhere in the text.
    """
    if not _led(entity, text) or _APPOSED.match(text, entity.end):
        return 0
    known = [at for at in range(2, len(words)) if " ".join(words[:at]) in clubs]
    if known and _named(words[known[-1] :]):
        return known[-1]
    for size in range(1, len(words) - 1):
        word = words[size]
        plain = word.isalpha() and word.istitle() and zipf(word.lower()) < _RARE
        other = is_in(word, "titles", "organisations", "bureaux") or place_kind(word)
        named = plain and not other and _named(words[size:])
        if named and _alone(word, words[size + 1], text):
            return size
    return 0


def _named(words: Sequence[str]) -> bool:
    """Tell whether words may be a person's name: no *Dewan Perwakilan*, no *Wilayah I*."""
    common = zipf(words[0]) >= _RARE and not is_in(words[0], "given")
    return personal(" ".join(words)) and not common


def _led(entity: Entity, text: str) -> bool:
    before = _LAST_WORD.search(text, max(0, entity.start - _NEAR), entity.start)
    return before is not None and is_in(before[1], "titles")


def _two_words(entity: Entity, words: Sequence[str], text: str) -> bool:
    """Tell whether an office stands before a first word that is somebody's house."""
    own = len(words[0]) <= _SHORTEST or is_in(words[0], "given")  # *I* Gede Dharma
    if len(words) < 3 or own or not _led(entity, text):
        return False
    return _alone(words[0], words[1], text) and _alone(words[1], words[2], text)


def _alone(word: str, following: str, text: str) -> bool:
    """Tell whether a word stands in the text without the one that follows it in the name."""
    return re.search(rf"\b{re.escape(word)}\b(?! {re.escape(following)})", text) is not None
