"""Names as exercises use them: sure ones, every form that names one person, *Menurut X*."""

import re
from collections.abc import Iterable, Iterator

from quizgen.language.nouns import nouns
from quizgen.language.speech import glued
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Entity, Sentence

_PARTICLES = frozenset(
    {"le", "la", "van", "von", "der", "den", "de", "da", "bin", "binti", "al", "el"}
)
_ADDRESS = frozenset(
    (
        *("andi", "amaq", "inaq", "haji", "hajah", "kiai", "nyai", "ustaz", "ustazah", "gus"),
        *("pak", "bu", "bapak", "ibu", "mas", "mbak", "bang", "kak", "daeng", "tuan", "puan"),
        *("datuk", "raden", "teuku", "cut", "tengku", "sultan", "pangeran", "dokter"),
        *("profesor", "pendeta", "pastor", "baiq", "lalu", "cokorda", "anak", "agung", "mbah"),
        *("nenek", "kakek", "eyang", "abah", "umi", "buya", "habib", "syekh", "encik", "paman"),
    )
)
"""Words of address that are no name by themselves."""
_NOBLE = frozenset({"datuk", "datuak", "sutan", "tuanku", "baginda", "raden", "kanjeng", "tengku"})
"""First words of titles whose further words are no name either: *Datuk Rajo Mulia*."""
_FIRST_OF_MANY = frozenset(
    ("muhammad", "mohammad", "mohamad", "muhamad", "mochamad", "moch", "abdul", "siti", "nur")
)
"""First names that nobody is called by alone."""
_AREAS = "Kecamatan|Kabupaten|Kota|Desa|Kelurahan|Provinsi|Nagari|Distrik|Pekon|Kampung|Dusun"
_POSITIONS = frozenset(
    ("opposite", "setter", "libero", "winger", "tosser", "spiker", "kiper", "bek", "gelandang")
)
_LONGEST_NAME = 18
"""A longer word in a name has lost the space before the next one."""
SURE = 0.9
"""Entities below this confidence are not built on."""


def names(entities: Iterable[Entity], *types: str) -> dict[str, list[Entity]]:
    """Return sure entities of the types by canonical name, in order of first mention."""
    found: dict[str, list[Entity]] = {}
    for entity in entities:
        if (
            entity.type in types
            and entity.confidence >= SURE
            and not run_together(entity.canonical)
        ):
            found.setdefault(entity.canonical, []).append(entity)
    return found


def run_together(name: str) -> bool:
    """Tell whether a name has lost a blank in the source: no key and no option is called so."""
    return glued(name) or any(len(word) > _LONGEST_NAME for word in name.split())


def holds_place(name: str, document: Document) -> bool:
    """Tell whether a name begins with a place that the text speaks of, or with a part in a team.

    *Camat Panggul Rohmat Hidayat* is Rohmat Hidayat, where the text has *Kecamatan Panggul*.
    """
    first, *rest = name.split()
    if first.lower() in _POSITIONS:
        return True
    pattern = rf"\b(?:{_AREAS}) {re.escape(first)}\b"
    return len(rest) > 1 and re.search(pattern, document.article.text) is not None


def name_forms(name: str, document: Document) -> tuple[str, ...]:
    """Return a person's name and every part of it that names nobody else in the text.

    Indonesians go by any part of their name, mostly the first: *Pramono*, *Prabowo*.
    """
    others = {
        word
        for entity in document.entities
        if entity.type == "PER" and entity.canonical != name
        for word in entity.canonical.split()
        if word not in name.split() or not set(entity.quote.split()) <= set(name.split())
    }
    words = name.split()
    parts = [
        part
        for before, part in zip(["", *words], words, strict=False)
        if part.lower() not in _ADDRESS | _FIRST_OF_MANY
        and before.lower() not in _PARTICLES
        and part.lower() not in _PARTICLES
        if len(part) > 2 and part[:1].isupper() and "." not in part and part not in others
        if not is_in(part, "bureaux")
        if words[0].lower() not in _NOBLE or part == words[-1]
    ]
    told = [
        entity.quote
        for entity in document.entities
        if entity.type == "PER" and entity.canonical == name and entity.quote not in others
    ]
    return tuple(dict.fromkeys((name, *told, *parts, *_addressed(name, document))))


def _addressed(name: str, document: Document) -> Iterator[str]:
    """Yield what the text calls somebody with a form of address: *Kiai Hamid*."""
    text = document.article.text
    for entity in document.entities:
        before = text[: entity.start].rsplit(maxsplit=1)[-1:] if entity.canonical == name else ()
        if before and is_in(before[0], "addresses") and before[0][0].isupper():
            yield f"{before[0]} {entity.quote}"


def source_lead(name: str) -> str:
    """Return *Menurut …, * before what somebody says; a common noun loses its capital.

    >>> source_lead("Panitia"), source_lead("Warga setempat"), source_lead("Surya Paloh")
    ('Menurut panitia, ', 'Menurut warga setempat, ', 'Menurut Surya Paloh, ')
    """
    first, _, rest = name.partition(" ")
    common = first.lower() in nouns("source") | nouns("people") | nouns("body")
    low = rest[:1].islower() or (common and not rest)
    return f"Menurut {name[:1].lower() + name[1:] if low else name}, "


def sentence_of(entity: Entity, document: Document) -> Sentence | None:
    """Return the sentence that holds the entity."""
    return next((s for s in document.sentences if s.start <= entity.start < s.end), None)
