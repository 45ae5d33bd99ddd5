"""The figures of one sheet, before they become tables."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from quizgen.results import statistics
from quizgen.results.handin import Record
from quizgen.results.mistakes import Mistake, mistakes
from quizgen.results.options import Use, uses
from quizgen.results.sheets import Sheet
from quizgen.results.statistics import Array
from quizgen.results.verdicts import ENOUGH, LEAST, Verdict, verdicts
from quizgen.results.wording import wording

_RELIABLE = 0.70
"""Below this no decision on a person. Source: Nunnally, J. C. (1978), Psychometric Theory, p. 245,
who asks for 0.70 in research and far more for decisions."""


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """What is known of an item; NaN where there are too few students or no variation."""

    record: Record
    number: int
    answered: int
    p: float
    d: float
    r: float
    r_rest: float
    alpha_without: float
    options: tuple[Use, ...]
    mistakes: tuple[Mistake, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """A sheet's figures; scores are in points, one row a student and one column an item."""

    sheet: Sheet
    attempt: str
    scores: Array
    last: Array
    first: Array
    alpha: float
    interval: tuple[float, float]
    dichotomous: bool
    error: float
    items: tuple[ItemFigures, ...]
    cautions: tuple[str, ...]


def analyse(sheet: Sheet, attempt: str) -> Analysis:
    """Return the figures of a sheet.

    Args:
        sheet: its items and submissions.
        attempt: whose answers the item analysis takes, "first" or "last".
    """
    by_attempt = {name: _scores(sheet, name) for name in ("first", "last")}
    scores = by_attempt[attempt]
    enough = len(scores) >= LEAST
    value = statistics.alpha(scores) if enough else float("nan")
    low, high = statistics.alpha_interval(value, *scores.shape)
    spread = float(scores.sum(axis=1).std(ddof=1)) if enough else float("nan")
    return Analysis(
        sheet=sheet,
        attempt=attempt,
        scores=scores,
        last=by_attempt["last"],
        first=by_attempt["first"],
        alpha=value,
        interval=(float(low), float(high)),
        dichotomous=statistics.is_dichotomous(scores),
        error=statistics.measurement_error(spread, value),
        items=tuple(_items(sheet, scores, attempt)),
        cautions=tuple(_cautions(sheet, scores, value, attempt)),
    )


def _scores(sheet: Sheet, attempt: str) -> Array:
    rows = [
        [item["points"] * one.share(item["id"], attempt) for item in sheet.items]
        for one in sheet.submissions
    ]
    return np.array(rows, dtype=np.float64)


def _items(sheet: Sheet, scores: Array, attempt: str) -> Iterator[ItemFigures]:
    students, count = scores.shape
    enough = students >= LEAST
    points = np.array([max(1, item["points"]) for item in sheet.items], dtype=np.float64)
    shares, totals = scores / points, scores.sum(axis=1)
    unknown = np.full(count, np.nan)
    p = statistics.difficulty(shares)
    d = statistics.discrimination(shares, totals) if enough else unknown
    r = statistics.item_total(scores) if enough else unknown
    r_rest = statistics.item_rest(scores) if enough else unknown
    without = statistics.alpha_without(scores) if enough else unknown
    for at, item in enumerate(sheet.items):
        options = tuple(uses(sheet, item, totals, attempt, judged=enough))
        yield ItemFigures(
            record=item,
            number=item["number"],
            answered=_answered(sheet, item["id"], attempt),
            p=float(p[at]),
            d=float(d[at]),
            r=float(r[at]),
            r_rest=float(r_rest[at]),
            alpha_without=float(without[at]),
            options=options,
            mistakes=tuple(mistakes(sheet, item, attempt)),
            verdicts=tuple(verdicts(float(p[at]), float(d[at]), students, options)),
        )


def _answered(sheet: Sheet, item: str, attempt: str) -> int:
    return sum(one.given[item].of(attempt) is not None for one in sheet.submissions)


def _cautions(sheet: Sheet, scores: Array, alpha: float, attempt: str) -> Iterator[str]:
    words = wording()["caution"]
    students, items = scores.shape
    yield words[f"attempt_{attempt}"]
    if sheet.unscored:
        yield words["unscored"].format(count=sheet.unscored)
    if students < LEAST:
        yield words["few"].format(count=students, least=LEAST)
        return
    if students < ENOUGH:
        yield words["rough"].format(count=students, enough=ENOUGH)
    if items < 2:
        yield words["short"].format(count=items)
    elif alpha != alpha:
        yield words["flat"]
    elif alpha < 0:
        yield words["negative"]
    elif alpha < _RELIABLE:
        yield words["low"]
