"""What the figures of an item mean, in a few words that a teacher can act on."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.results.options import Use
from quizgen.results.wording import wording

LEAST = 10
"""Students below which no item is judged: a group of 27 % has two of nine. Our own choice."""
ENOUGH = 30
"""Students from which figures are not called rough. Our own choice."""
TOO_EASY, TOO_HARD = 0.90, 0.20
EASY, HARD = 0.70, 0.30
"""Above and below these an item is easy or hard. Source: Arikunto, S. (2012), Dasar-Dasar Evaluasi
Pendidikan, 2nd edition, Bumi Aksara."""
WEAK = 0.20
"""D below which an item is poor. Source: Ebel, R. L. & Frisbie, D. A. (1991), Essentials of
Educational Measurement, 5th edition, Prentice Hall, chapter 13."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A code, which stays the same, and the Indonesian words."""

    code: str
    text: str


def level(p: float) -> str:
    """Return "easy", "medium" or "hard" for a difficulty.

    >>> level(0.71), level(0.5), level(0.29)
    ('easy', 'medium', 'hard')
    """
    if p > EASY:
        return "easy"
    return "hard" if p < HARD else "medium"


def verdicts(p: float, d: float, students: int, options: Sequence[Use]) -> list[Verdict]:
    """Return what is to be said on an item; "good" if nothing else is.

    Args:
        p: its difficulty.
        d: its discrimination, NaN if unknown.
        students: how many the figures rest on.
        options: the use of its options, empty for an item without.
    """
    if students < LEAST:
        return [_say("few", count=students)]
    return list(_faults(p, d, options)) or [_say("good")]


def _faults(p: float, d: float, options: Sequence[Use]) -> Iterator[Verdict]:
    rival = _rival(options)
    # A right key that parts upper from lower group may by chance have few of either.
    if rival and not d >= WEAK:
        yield _say("key", letter=rival.letter)
    if p >= TOO_EASY:
        yield _say("easy")
    elif p <= TOO_HARD:
        yield _say("hard")
    if not math.isnan(d) and d < 0:
        yield _say("negative")
    # What nearly everybody has right or wrong cannot tell students apart.
    elif d < WEAK and TOO_HARD < p < TOO_EASY:
        yield _say("weak")
    idle = [use.letter for use in options if use.works is False]
    if idle:
        yield _say("idle", letters=_listed(idle))


def _rival(options: Sequence[Use]) -> Use | None:
    """Return the distractor that the upper group prefers to the only key, if there is one."""
    keys = [use for use in options if use.key]
    wrong = [use for use in options if not use.key]
    if len(keys) != 1 or not wrong:
        return None
    best = max(wrong, key=lambda use: use.upper)
    preferred = best.upper > keys[0].upper and best.upper > best.lower
    return best if preferred else None


def _listed(letters: Sequence[str]) -> str:
    """Return letters as Indonesian lists them: "B dan D", "B, C, dan D"."""
    if len(letters) < 3:
        return " dan ".join(letters)
    return f"{', '.join(letters[:-1])}, dan {letters[-1]}"


def _say(code: str, **details: object) -> Verdict:
    return Verdict(code, wording()["verdict"][code].format(**details))
