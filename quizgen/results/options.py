"""Who chose which option, in the upper and in the lower group."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

import numpy as np

from quizgen.player import grading
from quizgen.results.handin import Record, Submission
from quizgen.results.sheets import Sheet
from quizgen.results.statistics import FUNCTIONING, Array, extreme_groups

CHOSEN = frozenset({"choice", "multi-choice"})
"""Response kinds with options that a student ticks."""


@dataclass(frozen=True, slots=True)
class Use:
    """How often an option was chosen: by how many, and by which part of all and of each group.

    ``works`` is None for the key. Where there are too few students to tell, it is None for all, and
    the groups are NaN.
    """

    letter: str
    text: str
    key: bool
    chosen: int
    share: float
    upper: float
    lower: float
    works: bool | None


def letter(index: int) -> str:
    """Return the letter that an option has on the sheet; after Z come numbers.

    >>> letter(0), letter(26)
    ('A', '27')
    """
    return ascii_uppercase[index] if index < len(ascii_uppercase) else str(index + 1)


def chosen_texts(submission: Submission, item: Record, attempt: str) -> frozenset[str]:
    """Return the texts of the chosen options: versions of a sheet differ in their order."""
    own = submission.items[item["id"]]
    answer = submission.given[item["id"]].of(attempt)
    if answer is None or not grading.is_valid(own, answer):
        return frozenset()
    picked = answer if isinstance(answer, list) else [answer]
    return frozenset(own["options"][index]["text"] for index in picked)


def uses(sheet: Sheet, item: Record, totals: Array, attempt: str, *, judged: bool) -> list[Use]:
    """Return the use of each option, in the order of the sheet's first version.

    Args:
        sheet: who answered.
        item: an item of it.
        totals: each student's total, which makes the groups.
        attempt: "first" or "last".
        judged: whether there are students enough for groups.
    """
    if item["response"] not in CHOSEN:
        return []
    picked = [chosen_texts(one, item, attempt) for one in sheet.submissions]
    return list(_uses(item["options"], picked, totals, judged=judged))


def _uses(
    options: Sequence[Record], picked: Sequence[frozenset[str]], totals: Array, *, judged: bool
) -> Iterator[Use]:
    upper, lower = extreme_groups(totals)
    for index, option in enumerate(options):
        hits = np.array([option["text"] in texts for texts in picked], dtype=np.float64)
        key = bool(option.get("correct"))
        yield Use(
            letter=letter(index),
            text=option["text"],
            key=key,
            chosen=int(hits.sum()),
            share=float(hits.mean()),
            upper=float(upper @ hits / upper.sum()) if judged else float("nan"),
            lower=float(lower @ hits / lower.sum()) if judged else float("nan"),
            works=bool(hits.sum() and hits.mean() >= FUNCTIONING) if judged and not key else None,
        )
