"""The sentences that an item cites: found from quotes, or left out where the text has them not."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from quizgen.model import (
    Categorise,
    Choice,
    Document,
    Evidence,
    Item,
    MultiChoice,
    Option,
    Ordering,
    Response,
    Statement,
)

PartT = TypeVar("PartT", Option, Statement)


def without_lost_evidence(item: Item, document: Document) -> Item:
    """Return the item without proofs from sentences that the text has not.

    What a teacher has written can be printed so, for every printed proof cites its sentence.
    """
    known = {sentence.id for sentence in document.sentences}
    kept = tuple(evidence for evidence in item.evidence if evidence.sentence in known)
    reveals = tuple(id for id in item.reveals if id in known)
    response = _with_known_parts(item.response, known)
    return replace(item, evidence=kept, reveals=reveals, response=response)


def _with_known_parts(response: Response, known: set[str]) -> Response:
    if isinstance(response, Choice | MultiChoice | Ordering):
        return replace(response, options=_known_parts(response.options, known))
    if isinstance(response, Categorise):
        return replace(response, statements=_known_parts(response.statements, known))
    return response


def _known_parts(parts: tuple[PartT, ...], known: set[str]) -> tuple[PartT, ...]:
    return tuple(
        replace(part, evidence=None)
        if part.evidence and part.evidence.sentence not in known
        else part
        for part in parts
    )


def place_evidence(items: Iterable[Item], document: Document) -> Iterator[Item]:
    """Yield the items with every missing sentence of evidence found from its quote.

    It is the first sentence that has the quote; where none has it, the sentence stays empty.
    """
    for item in items:
        placed = tuple(_placed(evidence, document) for evidence in item.evidence)
        yield replace(item, evidence=placed, response=_placed_response(item.response, document))


def _placed_response(response: Response, document: Document) -> Response:
    if isinstance(response, Choice | MultiChoice | Ordering):
        return replace(response, options=_placed_parts(response.options, document))
    if isinstance(response, Categorise):
        return replace(response, statements=_placed_parts(response.statements, document))
    return response


def _placed_parts(parts: tuple[PartT, ...], document: Document) -> tuple[PartT, ...]:
    return tuple(
        replace(part, evidence=_placed(part.evidence, document)) if part.evidence else part
        for part in parts
    )


def _placed(evidence: Evidence, document: Document) -> Evidence:
    if evidence.sentence or not evidence.quote:
        return evidence
    holding = (each.id for each in document.sentences if evidence.quote in each.text)
    return Evidence(next(holding, ""), evidence.quote)
