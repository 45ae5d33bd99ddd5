"""A place of a sentence that keeps a rule of spelling, and how it could be misspelt."""

import re
from dataclasses import dataclass

Wrong = tuple[str, str]
"""A wrong spelling and why it is wrong, in Indonesian without a full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A place of a sentence, ``start`` to ``end`` of its text, and how it could be misspelt.

    ``shown`` is the spelling that is to be repaired.
    """

    start: int
    end: int
    right: str
    shown: str
    wrong: tuple[Wrong, ...]
    rule: str
    name: str
    level: int
    rank: float


def case(
    found: re.Match[str],
    shown: str,
    wrong: tuple[Wrong, ...],
    *,
    rule: str,
    name: str,
    level: int,
    rank: float,
) -> Case:
    """Return the case of all that a pattern found."""
    return Case(start=found.start(), end=found.end(), right=found[0], shown=shown, wrong=wrong,
                rule=rule, name=name, level=level, rank=rank)  # fmt: skip
