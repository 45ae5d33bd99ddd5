"""Rules about evidence: it is there, and the key follows from it."""

import re
from collections.abc import Iterator

from quizgen.checks.finding import error
from quizgen.checks.text_match import (
    all_evidence,
    bare,
    cited,
    contains_words,
    is_language,
    keys,
    measures,
    normalise,
    whole_measure,
    words,
)
from quizgen.language.measures import contains_date
from quizgen.language.sentences import dateline_end
from quizgen.model import Document, Item, Ordering

_COUNTED = re.compile(
    r"\b(?:kemudian|setelah|sesudah|sebelum|lalu|berselang|berikutnya|selama|nanti)\b", re.I
)
_CAUSE = re.compile(r"\b(?:karena|akibat|sebab|lantaran)\b", re.I)


@error("evidence-missing")
def evidence_missing(item: Item, document: Document) -> Iterator[str]:
    """The item cites no sentence of the text."""
    if not item.evidence:
        yield f"'{item.prompt[:40]}'"


@error("evidence-not-found")
def evidence_not_found(item: Item, document: Document) -> Iterator[str]:
    """The quoted words do not stand in the sentence that is cited."""
    for evidence in all_evidence(item):
        if not evidence.quote.strip() or cited(evidence, document) is None:
            yield f"{evidence.sentence or 'text'}: '{evidence.quote}'"


@error("dateline-as-event-place")
def dateline_as_event_place(item: Item, document: Document) -> Iterator[str]:
    """The place of the dateline is asked as the place of an event."""
    first = document.sentences[0] if document.sentences else None
    end = dateline_end(first.text) if first else 0
    if not first or not end or not re.search(r"\bmana\b", item.prompt, re.I):
        return
    proofs = [e for e in item.evidence if cited(e, document) == first]
    body = normalise(first.text[end:])
    for key in keys(item):
        named = contains_words(first.text[:end], bare(key))
        if (named and proofs and not contains_words(body, bare(key))) or (
            named and any(normalise(e.quote) not in body for e in proofs)
        ):
            yield f"'{key}'"


@error("relative-date-misresolved")
def relative_date_misresolved(item: Item, document: Document) -> Iterator[str]:
    """The date in the key is not the date of the evidence."""
    quotes = [evidence.quote for evidence in item.evidence]
    if is_language(item) or any(_COUNTED.search(quote) for quote in quotes):
        return
    given = [value for value in _dates(item, document) if value]
    for key in keys(item):
        measure = whole_measure(key, document)
        if measure is None or measure.type != "DATE" or not measure.value or not given:
            continue
        value = measure.value
        if not any(contains_date(value, one) or contains_date(one, value) for one in given):
            yield f"'{key}', but the text has {', '.join(given)}"


@error("order-not-determined")
def order_not_determined(item: Item, document: Document) -> Iterator[str]:
    """Two of the events to be ordered have the same date in the text."""
    if not isinstance(item.response, Ordering) or is_language(item) or item.text == "hidden":
        return
    seen: dict[str, str] = {}
    for evidence in item.evidence:
        sentence = cited(evidence, document)
        if sentence is None:
            continue
        for value in _dates_of(evidence.quote, sentence.id, document):
            if value in seen and seen[value] != sentence.id:
                yield f"{seen[value]} and {sentence.id}: {value}"
            seen.setdefault(value, sentence.id)


@error("wrong-clause-boundary")
def wrong_clause_boundary(item: Item, document: Document) -> Iterator[str]:
    """The cause that the evidence names belongs to a relative clause, not to what is asked."""
    if not re.match(r"(?:.*,\s)?mengapa\b", item.prompt, re.I):
        return
    for evidence in item.evidence:
        sentence = cited(evidence, document)
        marker = _CAUSE.search(evidence.quote)
        if sentence is None or marker is None:
            continue
        text = normalise(sentence.text)
        at = text.find(normalise(evidence.quote)) + marker.start()
        clause = re.search(r"\byang\s((?:[\w-]+\s){1,3})$", text[:at])
        if clause and not set(words(clause[1])) & set(words(item.prompt)):
            yield f"'{clause[0].strip()} {marker[0]} …' in {sentence.id}"


def _dates(item: Item, document: Document) -> Iterator[str]:
    for evidence in item.evidence:
        sentence = cited(evidence, document)
        if sentence is not None:
            yield from _dates_of(evidence.quote, sentence.id, document)


def _dates_of(quote: str, sentence_id: str, document: Document) -> Iterator[str]:
    """Yield the values of the dates in a quote, as the document resolved them."""
    sentence = document.sentence(sentence_id)
    for entity in document.entities_in(sentence):
        if entity.type == "DATE" and entity.value and normalise(entity.quote) in normalise(quote):
            yield entity.value
    if not document.entities:
        yield from (m.value for m in measures(quote, document) if m.type == "DATE" and m.value)
