"""Rules about what options mean: places, dates, amounts and names compared by value."""

import re
from collections.abc import Iterator

from quizgen.checks.finding import error
from quizgen.checks.text_match import (
    bare,
    is_language,
    option_pairs,
    options_of,
    whole_measure,
)
from quizgen.checks.word_lists import word_list
from quizgen.language.measures import contains_date, same_measure
from quizgen.language.once import once
from quizgen.language.places import lookup, overlaps
from quizgen.model import Document, Entity, Item

_RANKS = {word: rank for rank in range(1, 6) for word in word_list(f"places_of_rank_{rank}")}
_NICKNAME = re.compile(
    r"\b(?:disapa|dipanggil|alias|berjuluk|dijuluki|dikenal\s(?:sebagai|dengan\snama))\s"
    r"((?:[A-Z][\w’'-]*\s?)+)"
)
_OPENING = re.compile(r"^(?:di|ke|dari|karena|untuk|dengan|pada|agar|oleh|kepada)\b", re.I)


def _rank(place: str) -> int | None:
    """Return how high a place stands, by its administrative noun or by the gazetteer."""
    rank = _RANKS.get(place.split()[0].lower()) if place.split() else None
    known = lookup(place)
    return rank or (_RANKS.get(known.kind) if known else None)


@error("option-contains-key")
def place_contains_place(item: Item, document: Document) -> Iterator[str]:
    """A wrong place holds the right one or lies in it."""
    for key, other in option_pairs(item):
        right, wrong = bare(key.text), bare(other.text)
        meet = overlaps(right, wrong)
        ranks = _rank(right), _rank(wrong)
        # What nobody knows to be apart may hold the key if it is the larger unit.
        unsure = meet is None and None not in ranks and (ranks[0] or 0) < (ranks[1] or 0)
        if meet or (unsure and re.search(r"\bmana\b", item.prompt, re.I)):
            yield f"'{key.text}' and '{other.text}'"


@error("option-contains-key")
def date_contains_date(item: Item, document: Document) -> Iterator[str]:
    """A wrong date holds the right one or lies in it."""
    for key, other in option_pairs(item):
        right, wrong = _date(key.text, document), _date(other.text, document)
        apart = right and wrong and right != wrong
        if (
            right
            and wrong
            and apart
            and (contains_date(right, wrong) or contains_date(wrong, right))
        ):
            yield f"'{key.text}' and '{other.text}'"


def _date(text: str, document: Document) -> str | None:
    measure = whole_measure(text, document)
    return measure.value if measure and measure.type == "DATE" else None


@error("distractor-equals-key-in-value")
def distractor_equals_key(item: Item, document: Document) -> Iterator[str]:
    """A wrong option is the same amount or date as the key, in other words."""
    if is_language(item):
        return
    for key, other in option_pairs(item):
        right, wrong = whole_measure(key.text, document), whole_measure(other.text, document)
        if right and wrong and same_measure(right, wrong):
            yield f"'{key.text}' and '{other.text}'"


@error("distractor-is-alias")
def distractor_is_alias(item: Item, document: Document) -> Iterator[str]:
    """A wrong option is another name of the key."""
    for key, other in () if is_language(item) else option_pairs(item):
        names, others = _names(key.text, document), _names(other.text, document)
        called = _called(document)
        if (
            names & others
            or names & called.get(bare(other.text), set())
            or others & called.get(bare(key.text), set())
        ):
            yield f"'{key.text}' and '{other.text}'"


def _names(text: str, document: Document) -> frozenset[str]:
    return frozenset(entity.canonical for entity in _entities(text, document))


def _entities(text: str, document: Document) -> list[Entity]:
    """Return the entities of the text that an option names and that are no measure."""
    return _named(document).get(bare(text).casefold(), [])


@once
def _named(document: Document) -> dict[str, list[Entity]]:
    """Return the entities of a text by how they are written and by their full names."""
    found: dict[str, list[Entity]] = {}
    for entity in document.entities:
        for name in {entity.quote.casefold(), entity.canonical.casefold()}:
            found.setdefault(name, []).append(entity)
    return found


@once
def _called(document: Document) -> dict[str, set[str]]:
    """Return whom each nickname of the text may be for: the people of the nearest sentence."""
    sentences = document.sentences
    found: dict[str, set[str]] = {}
    for index, sentence in enumerate(sentences):
        for nickname in {match[1].strip() for match in _NICKNAME.finditer(sentence.text)}:
            for near in reversed(sentences[max(0, index - 2) : index + 1]):
                people = {e.canonical for e in document.entities_in(near) if e.type == "PER"}
                if people - {nickname}:
                    found.setdefault(nickname, set()).update(people - {nickname})
                    break
    return found


@error("options-not-homogeneous")
def not_homogeneous(item: Item, document: Document) -> Iterator[str]:
    """The options are of different kinds."""
    if is_language(item):
        return
    kinds = dict.fromkeys(
        kind for option in options_of(item) if (kind := _kind(option.text, document))
    )
    if len(kinds) > 1:
        yield ", ".join(kinds)
    openings = {bool(_OPENING.match(option.text)) for option in options_of(item)}
    if len(openings) > 1:
        yield "some begin with a preposition or conjunction"


def _kind(text: str, document: Document) -> str | None:
    measure = whole_measure(text, document)
    if measure:
        return _measure_kind(measure)
    if text.startswith(("Di ", "Ke ", "Dari ")):
        return "place"
    types = {e.type for e in _entities(text, document) if e.confidence >= 0.5}
    place = lookup(bare(text)) is not None
    if place or types & {"GPE", "LOC"}:
        return "place"
    return next(iter(types)) if len(types) == 1 and types <= {"PER", "ORG"} else None


def _measure_kind(measure: Entity) -> str:
    if measure.type == "DATE" and measure.value:
        return f"DATE of {len(measure.value)} characters"
    if measure.type == "QUANTITY":
        return f"QUANTITY in {(measure.value or '').partition(' ')[2]}"
    return measure.type
