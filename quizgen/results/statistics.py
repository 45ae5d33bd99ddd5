"""Formulas of classical item analysis. Each says its source and when it means something.

Scores are arrays with one row a student and one column an item. A share is a score divided by the
points of its item, from 0 to 1. NaN stands for what is not defined, such as a correlation with an
item that everybody has right; nothing here decides whether a figure is worth showing, ``limits``
in ``tables`` does.
"""

from statistics import NormalDist

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

EXTREMES = 0.27
"""Part of a class in the upper and in the lower group. Source: Kelley, T. L. (1939), The selection
of upper and lower groups for the validation of test items, J. Educ. Psychology 30, 17-24."""
FUNCTIONING = 0.05
"""Least part of a class that chooses a working distractor. Source: Haladyna, T. M. & Downing, S. M.
(1993), How many options is enough, Educ. and Psych. Measurement 53, 999-1010."""


def difficulty(shares: Array) -> Array:
    """Return each item's difficulty p, the mean share: the higher, the easier.

    Source: Crocker, L. & Algina, J. (1986), Introduction to Classical and Modern Test Theory,
    chapter 14. It describes this class; of a few students it says little about the item.
    """
    return np.asarray(shares.mean(axis=0))


def extreme_groups(totals: Array, part: float = EXTREMES) -> tuple[Array, Array]:
    """Return the weight of each student in the upper and in the lower group.

    A group has ``part`` of the class, rounded, one student at least. Students with the same total
    at its border share the places left, so that no order of names decides: weights lie between
    0 and 1 and add up to the size of the group.
    """
    size = max(1, int(part * len(totals) + 0.5))
    # Thirds of points must not part equal totals.
    even = np.round(totals, 9)
    return _top(even, size), _top(-even, size)


def _top(totals: Array, size: int) -> Array:
    border = np.sort(totals)[::-1][size - 1]
    above, tied = totals > border, totals == border
    return np.asarray(above + tied * (size - above.sum()) / tied.sum(), dtype=np.float64)


def discrimination(shares: Array, totals: Array, part: float = EXTREMES) -> Array:
    """Return each item's index D: difficulty in the upper group less that in the lower group.

    Source: Johnson, A. P. (1951), Notes on a suggested index of item validity: the U-L index,
    J. Educ. Psychology 42, 499-504; groups as in ``extreme_groups``. Of a class of 30 each group
    has 8: one student more or less moves D by 0.13.
    """
    upper, lower = extreme_groups(totals, part)
    return np.asarray((upper @ shares) / upper.sum() - (lower @ shares) / lower.sum())


def item_total(scores: Array) -> Array:
    """Return each item's correlation with the total, for right or wrong the point-biserial.

    It is too high in a short test, for the item is part of the total: see ``item_rest``.
    Source: Crocker & Algina (1986), chapter 14.
    """
    total = scores.sum(axis=1)
    return np.array([_correlation(column, total) for column in scores.T])


def item_rest(scores: Array) -> Array:
    """Return each item's corrected item-total correlation: with the total of the other items.

    Source: Henrysson, S. (1963), Correction of item-total correlations in item analysis,
    Psychometrika 28, 211-218. Of 30 students its standard error is about 0.18.
    """
    total = scores.sum(axis=1)
    return np.array([_correlation(column, total - column) for column in scores.T])


def _correlation(one: Array, other: Array) -> float:
    if _flat(one) or _flat(other):
        return float("nan")
    return float(np.corrcoef(one, other)[0, 1])


def _flat(values: Array) -> bool:
    return len(values) < 2 or bool(np.ptp(values) < 1e-9)


def alpha(scores: Array) -> float:
    """Return Cronbach's alpha; where every item is right or wrong for one point, it is KR-20.

    Source: Cronbach, L. J. (1951), Coefficient alpha and the internal structure of tests,
    Psychometrika 16, 297-334; Kuder, G. F. & Richardson, M. W. (1937), The theory of the
    estimation of test reliability, Psychometrika 2, 151-160. It means something for two items or
    more that measure one ability, and grows with their number.

    >>> alpha(np.array([[1.0, 1.0], [0.0, 0.0], [1.0, 1.0]]))
    1.0
    """
    count = scores.shape[1]
    total = scores.sum(axis=1)
    if count < 2 or _flat(total):
        return float("nan")
    spread = scores.var(axis=0, ddof=1).sum() / total.var(ddof=1)
    return float(count / (count - 1) * (1 - spread))


def alpha_without(scores: Array) -> Array:
    """Return alpha of the other items, for each item left out."""
    count = scores.shape[1]
    return np.array([alpha(np.delete(scores, one, axis=1)) for one in range(count)])


def is_dichotomous(scores: Array) -> bool:
    """Return whether every score is 0 or 1, so that alpha is KR-20."""
    return bool(np.isin(scores, (0.0, 1.0)).all())


def alpha_interval(value: float, students: int, items: int, level: float = 0.95) -> Array:
    """Return the bounds between which alpha of many such classes would lie.

    Source: Hakstian, A. R. & Whalen, T. E. (1976), A k-sample significance test for independent
    alpha coefficients, Psychometrika 41, 219-231: the cube root of 1 - alpha is nearly normal.
    Beside the interval from the F distribution (Feldt 1965) it is within 0.01 for 30
    students, within 0.02 for ten where alpha is high, and too narrow below for ten and a low alpha.
    """
    if not value < 1 or students < 3 or items < 2:
        return np.array([np.nan, np.nan])
    scale = (9 * students - 11) / (9 * (students - 1))
    root = (1 - value) ** (1 / 3)
    error = root / (9 * students - 11) * (18 * items * (students - 1) / (items - 1)) ** 0.5
    reach = NormalDist().inv_cdf(0.5 + level / 2) * error
    return np.array([1 - (scale * (root + reach)) ** 3, 1 - (scale * (root - reach)) ** 3])


def measurement_error(spread: float, reliability: float) -> float:
    """Return the standard error of measurement, in the unit of ``spread``.

    Source: Harvill, L. M. (1991), An NCME instructional module on standard error of measurement,
    Educ. Measurement: Issues and Practice 10(2), 33-41. It is not defined for a reliability
    below 0.

    Args:
        spread: standard deviation of the totals.
        reliability: alpha or another estimate.
    """
    if not 0 <= reliability <= 1:
        return float("nan")
    return float(spread * (1 - reliability) ** 0.5)
