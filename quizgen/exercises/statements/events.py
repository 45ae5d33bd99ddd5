"""Events of a text in the order of time, each worded so that it stands alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.corpus_teaching import reading_of
from quizgen.exercises.common.cites import whole
from quizgen.exercises.common.text import upper_first
from quizgen.exercises.questions.frames import frame_of
from quizgen.language.clauses import entity_spans
from quizgen.language.fact import SURE_FACT, Adjunct, Fact
from quizgen.language.facts import facts
from quizgen.language.periods import say_date
from quizgen.language.slips import slip
from quizgen.language.trees import Phrase
from quizgen.model import Document, Entity, Evidence

_PARTS_OF_A_DATE = (4, 7, 10)
"""Lengths of a year, a month and a day in ISO form."""
_CLAUSES = frozenset({"VERB", "SCONJ", "CCONJ", "PUNCT"})
_FEWEST_WORDS = 3


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
        when = _when(fact, document) if fact.confidence >= SURE_FACT and not fact.open else None
        text = _worded(fact, when, document) if when else None
        if text and when and when.entity and when.entity.value:
            value = when.entity.value
            yield Dated(
                text=text,
                when=say_date(value) or value,
                date=value,
                place=(fact.sentence.number, fact.tokens[fact.start].start),
                evidence=whole(fact.sentence),
            )


def _when(fact: Fact, document: Document) -> Adjunct | None:
    """Return *pada 5 Mei 2023* of a clause: the only date of its sentence, under no other verb."""
    spans = [s for s in entity_spans(fact.sentence, document) if s.entity]
    dates = [s for s in spans if s.entity and s.entity.type == "DATE"]
    if len(dates) != 1 or not _exact(dates[0].entity):
        return None
    span, tokens = dates[0], fact.tokens
    start = span.start - (tokens[span.start - 1].text.lower() == "pada")
    between = tokens[fact.verb + 1 : start] if start > fact.verb else tokens[: fact.start]
    barred = any(token.upos in _CLAUSES or token.text.lower() == "yang" for token in between)
    if start == span.start or barred or not (start > fact.verb or span.end < fact.start):
        return None
    phrase = Phrase(span.start, span.end, span.start)
    return Adjunct(role="time", start=start, phrase=phrase, preposition="pada", entity=span.entity)


def _exact(date: Entity | None) -> bool:
    """Tell whether a date is a year, a month or a day."""
    value = date.value if date else None
    exact = value is not None and len(value) in _PARTS_OF_A_DATE
    return exact and value is not None and value.replace("-", "").isdigit()


def _worded(fact: Fact, when: Adjunct, document: Document) -> str | None:
    """Return the clause as a sentence without its date; None if it says a time otherwise."""
    frame = frame_of(fact, document)
    if frame is None or frame.lead or slip(fact.tokens[fact.start : fact.end]):
        return None
    body = frame.body(without=when)
    timed = [e for e in document.entities_in(fact.sentence) if e.type in {"DATE", "TIME"}]
    if body is None or len(body.split()) < _FEWEST_WORDS or any(e.quote in body for e in timed):
        return None
    return f"{upper_first(body)}."
