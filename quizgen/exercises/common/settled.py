"""Whether the rest of a statement lets its gap be worked out or rules answers out."""

from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import fixed_date
from quizgen.exercises.statements.said import Said, spans_in
from quizgen.language.clauses import Span, word_class
from quizgen.model import Document, Entity

AMOUNTS = frozenset({"NUMBER", "MONEY", "PERCENT", "QUANTITY"})
_TIMED = frozenset({"DATE", "TIME"})


def shaky(said: Said, span: Span, document: Document) -> bool:
    """Tell whether the rest of the statement rules options out, or needs the day it was said."""
    others = [s for s in spans_in(said, document) if s.start != span.start and s.entity]
    if any(s.entity and s.entity.type == "DATE" and not fixed_date(s.entity) for s in others):
        return True
    if span.entity is None or span.entity.type not in AMOUNTS:
        return False
    inside = {token.text.lower() for token in said.sentence.tokens[said.start : said.end]}
    if inside & word_class("superlative"):
        return True
    amounts = [s for s in others if s.entity and s.entity.type in AMOUNTS]
    if not amounts:
        return False
    if inside & words("amounts", "reckoning"):
        return True
    # From one other amount nothing can be worked out; of three, one may be the sum.
    return len(amounts) > 1 and any(_bound(span, other, said) for other in amounts)


def _bound(span: Span, other: Span, said: Said) -> bool:
    """Tell whether an amount may be worked out from another, or taken for it.

    They count the same things, or one is a share.
    """
    assert span.entity is not None and other.entity is not None
    one, two = _unit(span, said), _unit(other, said)
    shares = "PERCENT" in {span.entity.type, other.entity.type}
    return one == two or shares or not one or not two


def _unit(span: Span, said: Said) -> str:
    """Return what an amount counts, as one word; empty where nothing tells it."""
    entity = span.entity
    assert entity is not None
    if entity.type in {"MONEY", "PERCENT"}:
        return entity.type
    if entity.type == "QUANTITY" and " " in entity.quote:
        return entity.quote.split()[-1].lower()
    tokens = said.sentence.tokens
    after = tokens[span.end] if span.end < len(tokens) else None
    return after.lemma.lower() if after is not None and after.upos == "NOUN" else ""


def alone_of_its_kind(entity: Entity, said: Said, document: Document) -> bool:
    """Tell whether no other time of day stands in the statement: no hours from and to."""
    kinds = [s.entity.type for s in spans_in(said, document) if s.entity]
    return kinds.count(entity.type) == 1
