"""Rules about events to be put in order: their dates decide, or a word of time does."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from quizgen.checks.finding import error
from quizgen.checks.reading import reading
from quizgen.checks.text_match import cited, is_language, measures
from quizgen.checks.word_lists import one_of
from quizgen.language.periods import bounds
from quizgen.model import Document, Evidence, Item, Option, Ordering

_SEQUENCE = re.compile(rf"\b{one_of('words_of_sequence')}\b", re.I)
_CAUSE = re.compile(rf"\b{one_of('words_of_cause')}\b", re.I)


def _events(item: Item) -> tuple[Option, ...]:
    response = item.response
    if not isinstance(response, Ordering) or is_language(item) or item.text == "hidden":
        return ()
    return response.options


@error("order-contradicts-dates")
def order_contradicts_dates(item: Item, document: Document) -> Iterator[str]:
    """An event is put before another that is earlier in the text's own dates."""
    dated = [(option, period) for option in _events(item) if (period := _period(option, document))]
    for (first, earlier), (second, later) in pairwise(dated):
        if earlier[0] > later[1]:
            yield f"'{first.text}' and '{second.text}'"


def _period(option: Option, document: Document) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of the one date that an event's proof has."""
    sentence = cited(option.evidence, document) if option.evidence else None
    if sentence is not None:
        given = {e.value for e in document.entities_in(sentence) if e.type == "DATE" and e.value}
        if len(given) == 1 and (period := bounds(given.pop())):
            return period
    for text in (option.evidence.quote if option.evidence else "", option.why, option.text):
        found = [m.value for m in measures(text, document) if m.type == "DATE" and m.value]
        if len(found) == 1 and (period := bounds(found[0])):
            return period
    return None


@error("order-not-determined")
def joined_by_and(item: Item, document: Document) -> Iterator[str]:
    """Two events are parts of one sentence that only *dan* joins."""
    for first, second in pairwise(_events(item)):
        if not first.evidence or not second.evidence:
            continue
        sentence = cited(first.evidence, document)
        if sentence is None or sentence != cited(second.evidence, document):
            continue
        span = _between(first.evidence, second.evidence, sentence.text)
        ordered = _SEQUENCE.search(span) or _CAUSE.search(span)
        if not ordered and _period(first, document) == _period(second, document):
            yield f"'{first.text}' and '{second.text}'"


def _between(first: Evidence, second: Evidence, text: str) -> str:
    """Return what stands between two quotes of a sentence, and how the later one opens."""
    low, high = sorted([(text.find(q), q) for q in (first.quote, second.quote)])
    return f"{low[1]} {text[low[0] + len(low[1]) : high[0]]} {high[1]}"


@error("order-not-determined")
def undated_events(item: Item, document: Document) -> Iterator[str]:
    """Two events side by side have no date, and no word of time puts one before the other."""
    read = reading(document)
    for first, second in pairwise(_events(item)):
        if not first.evidence or not second.evidence:
            continue
        told = read.cited([first.evidence, second.evidence])
        if len(told) != 2 or _period(first, document) or _period(second, document):
            continue
        between = read.told[told[0].sentence.number - 1 : told[1].sentence.number]
        texts = " ".join(each.sentence.text for each in (between or told))
        if not _SEQUENCE.search(f"{texts} {first.text} {second.text}"):
            yield f"'{first.text}' and '{second.text}'"
