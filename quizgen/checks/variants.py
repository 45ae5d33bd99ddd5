"""Rules about accepted answers: each variant says the same as the first."""

from collections.abc import Iterator

from quizgen.checks.finding import error
from quizgen.checks.nicknames import nicknamed
from quizgen.checks.people import people_in
from quizgen.checks.text_match import (
    bare,
    content_lemmas,
    figure,
    is_language,
    whole_measure,
)
from quizgen.language.measures import contains_date, same_measure
from quizgen.model import Document, Entity, Gap, Item, ShortAnswer


@error("wrong-variant")
def wrong_variant(item: Item, document: Document) -> Iterator[str]:
    """An accepted answer is another value, another person or another thing than the first."""
    if is_language(item) or not isinstance(item.response, ShortAnswer | Gap):
        return
    for variants in item.response.answers:
        for other in variants[1:]:
            if _differ(variants[0], other, document):
                yield f"'{other}' for '{variants[0]}'"


def _differ(first: str, other: str, document: Document) -> bool:
    one, two = whole_measure(first, document), whole_measure(other, document)
    if one and two and one.value and two.value:
        units = {(figure(each) or (0.0, ""))[1] for each in (one, two)}
        if "" in units and len(units) > 1 and "DATE" not in (one.type, two.type):
            return (figure(one) or (0.0,))[0] != (figure(two) or (0.0,))[0]
        return not same_measure(one, two) and not _same_day(one, two)
    held, named = _people(first, document), _people(other, document)
    if held and named:
        return not held & named
    return _other_thing(first, other, document)


def _other_thing(first: str, other: str, document: Document) -> bool:
    """Tell whether two answers are two different places or bodies of the text."""
    names = [
        {
            e.canonical
            for e in document.entities
            if bare(text).casefold() in (e.quote.casefold(), e.canonical.casefold())
        }
        for text in (first, other)
    ]
    apart = not content_lemmas(first) & content_lemmas(other)
    return bool(names[0] and names[1]) and not names[0] & names[1] and apart


def _same_day(one: Entity, two: Entity) -> bool:
    """Tell whether one date is a part of the other that it may be named by."""
    return one.type == two.type == "DATE" and contains_date(two.value or "", one.value or "")


def _people(text: str, document: Document) -> frozenset[str]:
    """Return whom an answer names, by a nickname too."""
    people = people_in(text, document)
    everyone = {e.canonical for e in document.entities if e.type == "PER"}
    short = nicknamed(text.split()[-1], everyone) if text.split() else None
    return people | ({short} if short and text.split()[-1][0].isupper() else frozenset())
