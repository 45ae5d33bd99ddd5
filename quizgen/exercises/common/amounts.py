"""How a wrong amount lies to the other amounts of a statement and of the text."""

import re

from quizgen.exercises.statements.said import Said, spans_in
from quizgen.language.clauses import Span
from quizgen.model import Document


def keeps_order(amount: str, span: Span, said: Said, document: Document) -> bool:
    """Tell whether a wrong number is still below or above the others of its kind there.

    *Naik dari 7.300 ke 7.125* is told false without the text.
    """
    assert span.entity is not None
    was, now = size(span.entity.quote), size(amount)
    others = [
        size(other.entity.quote)
        for other in spans_in(said, document)
        if other.start != span.start
        if other.entity and other.entity.type == span.entity.type
    ]
    return all((was < each) == (now < each) for each in others)


def size(amount: str) -> float:
    """Return the figure of an amount, 0 for one in words."""
    figures = re.sub(r"[^\d,]", "", amount).strip(",").replace(",", ".")
    return float(figures) if figures.count(".") <= 1 and figures else 0.0


def elsewhere(amount: str, document: Document) -> bool:
    """Tell whether the text has this amount for something else: a reader may have that in mind."""
    return any(entity.quote.lower() == amount.lower() for entity in document.entities)
