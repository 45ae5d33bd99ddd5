"""Events of a text in the order of time, each worded so that it stands alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.exercises._frames import frame_of
from quizgen.exercises._reading import reading_of
from quizgen.exercises._text import upper_first, whole
from quizgen.language.fact import SURE_FACT, Adjunct, Fact
from quizgen.language.facts import facts
from quizgen.language.periods import say_date
from quizgen.language.slips import slip
from quizgen.model import Document, Evidence

_PARTS_OF_A_DATE = (4, 7, 10)
"""Lengths of a year, a month and a day in ISO form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An event; ``when`` is its date in words, empty where a person has placed it.

    ``place`` is where the text tells it: sentence number and offset.
    """

    text: str
    when: str
    date: str
    place: tuple[int, int]
    evidence: Evidence


def annotated_events(document: Document) -> list[Dated]:
    """Return the events that a person has written for a corpus text, in their order.

    Of events on one date only the first is kept; one whose wording gives its year is left out.
    """
    reading = reading_of(document)
    if reading is None:
        return []
    events: list[Dated] = []
    for one in reading.events:
        sentence = document.sentence(one.evidence.sentence)
        offset = sentence.text.index(one.evidence.quote)
        event = Dated(
            text=one.event,
            when=(say_date(one.date) or one.date) if one.date else "",
            date=one.date or "",
            place=(sentence.number, offset),
            evidence=one.evidence,
        )
        told = event.date and event.date[:4] in event.text
        if not told and all(_apart(event.date, other.date) for other in events):
            events.append(event)
    return events


def _apart(one: str, other: str) -> bool:
    """Tell whether two dates cannot overlap; a person has ordered those that are not given."""
    shared = min(len(one), len(other))
    return not shared or one[:shared] != other[:shared]


def told_events(document: Document) -> list[Dated]:
    """Return the clauses that have a date of their own, in the order of those dates."""
    found = sorted(_told(document), key=lambda event: event.date)
    return [
        event
        for event in found
        if all(event is other or _apart(event.date, other.date) for other in found)
    ]


def _told(document: Document) -> Iterator[Dated]:
    for fact in facts(document):
        when = fact.adjunct("time")
        if fact.confidence < SURE_FACT or fact.open or when is None:
            continue
        entity = when.entity
        value = entity.value if entity and entity.type == "DATE" else None
        if not value or len(value) not in _PARTS_OF_A_DATE or not value.replace("-", "").isdigit():
            continue
        text = _worded(fact, when, document)
        if text:
            sentence = fact.sentence
            yield Dated(
                text=text,
                when=say_date(value) or value,
                date=value,
                place=(sentence.number, fact.tokens[fact.start].start),
                evidence=whole(sentence),
            )


def _worded(fact: Fact, when: Adjunct, document: Document) -> str | None:
    """Return the clause as a sentence without its date; None if it says a time otherwise."""
    frame = frame_of(fact, document)
    if frame is None or frame.lead or slip(fact.tokens[fact.start : fact.end]):
        return None
    body = frame.body(without=when)
    dates = [e for e in document.entities_in(fact.sentence) if e.type in {"DATE", "TIME"}]
    if body is None or len(body.split()) < 3 or any(e.quote in body for e in dates):
        return None
    return f"{upper_first(body)}."
