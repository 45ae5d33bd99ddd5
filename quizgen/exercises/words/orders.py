"""In how many orders groups of words make a sentence, by a grammar that accepts too much.

An order is refused only for a reason that holds in any text: a verb that needs its object stands
without one, two finite verbs share a subject, *bahwa* does not follow a verb of saying, or a
clause with a conjunction stands inside another one without commas. Whatever is left counts as a
sentence, however odd its meaning. Groups that allow just one order are safe to be shuffled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations
from typing import Literal

Kind = Literal["noun", "transitive", "reporting", "verb", "bahwa", "clause", "clause-verb", "rest"]
_FINITE = frozenset({"transitive", "reporting", "verb"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A group of words: tokens ``start`` to ``end`` (exclusive) of a sentence.

    ``kind`` is noun, transitive (a verb with obligatory object), reporting, verb (any other,
    with or without what follows it), bahwa (*bahwa* and a subject), clause (a conjunction and a
    subject), clause-verb (a conjunction and a transitive verb) or rest (no noun, no verb).
    ``speaks`` says that its noun could say something, ``named`` that it is a name, which no
    clause is attached to, and ``attributive`` that the group may belong to the noun before it.
    """

    kind: Kind
    start: int
    end: int
    speaks: bool = True
    named: bool = False
    attributive: bool = False


def one_order(chunks: Sequence[Chunk]) -> bool:
    """Tell whether only the order as given makes a sentence; first and last chunk stay."""
    first, *inner, last = chunks
    accepted = [order for order in permutations(inner) if _accepts([first, *order, last])]
    return len(accepted) == 1 and accepted[0] == tuple(inner)


def _accepts(order: Sequence[Chunk]) -> bool:
    return all(_joins(one, other) for one, other in pairwise(order)) and _each_subject_has_a_verb(
        order
    )


def _joins(one: Chunk, other: Chunk) -> bool:
    """Tell whether ``other`` may stand right behind ``one``."""
    if one.kind in {"transitive", "clause-verb"}:
        return other.kind == "noun"
    if (one.kind == "reporting") != (other.kind == "bahwa"):
        return False
    return one.kind != "verb" or other.kind not in _FINITE


def _each_subject_has_a_verb(order: Sequence[Chunk]) -> bool:
    """Tell whether subjects and finite verbs pair off, the innermost subject first."""
    waiting = [order[0]]
    for chunk in order[1:]:
        inside = chunk.kind in {"clause", "clause-verb"} and waiting
        if inside and not (chunk.attributive and not waiting[-1].named):
            return False
        if chunk.kind in {"bahwa", "clause"}:
            waiting.append(chunk)
        elif chunk.kind in _FINITE:
            if not waiting:
                return False
            subject = waiting.pop()
            if chunk.kind == "reporting" and not subject.speaks:
                return False
    return not waiting
