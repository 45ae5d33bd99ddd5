"""The formulas, against worked examples that others have published, and a simulated class.

The sources of the numbers:

* Wuensch: K. L. Wuensch, East Carolina University, "The Kuder-Richardson 20",
  core.ecu.edu/wuenschk/StatHelp/KR20.txt: ten students, ten items.
* Worksheet: "Item Analysis Worksheet", studylib.net/doc/25270846: five students in each group.
* LSAT: section 6 of the Law School Admission Test, 1,000 examinees, five items, response patterns
  of R. D. Bock & M. Lieberman (1970), Psychometrika 35, 179-197; the figures are those that
  ``descript(LSAT)`` of the R package ltm prints (D. Rizopoulos 2006, J. Stat. Software 17(5));
  alpha with and without each item also in KDE/rkward, Cronbach_alpha.rkout, to two decimals.
* Denis: D. J. Denis (2015), Applied Univariate, Bivariate, and Multivariate Statistics, Wiley, item
  analysis in SPSS (librs.net/lread_928329_p36): five rating scales, ten persons.
* iEduNote: "Standard Error of Measurement", www.iedunote.com/standard-error-of-measurement.
* Feldt: L. S. Feldt, D. J. Woodruff & F. A. Salih (1987), Applied Psych. Measurement 11, 93-103:
  alpha 0.79 of 26 items and 41 examinees, 90 %; the bounds are those of the F distribution.
"""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.results import statistics
from quizgen.results.statistics import Array

WUENSCH = (
    "1111110110 1011011101 1111011001 0010001000 0000010010 "
    "1110111111 1101110111 1111111101 0101111101 1101101110"
)
WORKSHEET = (
    "1111111111 1111111101 1101111100 0111110101 1110111001 "
    "1110110100 0110110101 0111001010 1110100001 0100010010"
)
LSAT = (
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15,
    10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298,
)  # fmt: skip
"""How often each pattern of five answers came, from 00000 to 11111."""


def matrix(rows: str) -> Array:
    return np.array([[float(sign) for sign in row] for row in rows.split()])


@pytest.fixture(scope="module")
def lsat() -> Array:
    patterns = [[float(sign) for sign in f"{number:05b}"] for number in range(32)]
    return np.repeat(np.array(patterns), LSAT, axis=0)


def with_covariance(deviations: list[float], correlations: list[list[float]]) -> Array:
    """Return ten scores on each item with exactly this sample covariance."""
    covariance = np.outer(deviations, deviations) * np.array(correlations)
    noise = np.random.default_rng(1).normal(size=(10, len(deviations)))
    centred = noise - noise.mean(axis=0)
    white = centred @ np.linalg.inv(np.linalg.cholesky(np.cov(centred.T))).T
    return np.asarray(white @ np.linalg.cholesky(covariance).T)


def denis() -> Array:
    return with_covariance(
        [2.71006, 5.05085, 4.74810, 2.71621, 3.80058],
        [[1, 0.679, 0.351, 0.827, 0.022], [0.679, 1, 0.612, 0.743, -0.463],
         [0.351, 0.612, 1, 0.462, -0.129], [0.827, 0.743, 0.462, 1, -0.011],
         [0.022, -0.463, -0.129, -0.011, 1]],
    )  # fmt: skip


def test_difficulty_and_item_variances_of_wuensch_s_quiz() -> None:
    scores = matrix(WUENSCH)
    p = statistics.difficulty(scores)
    assert p.tolist() == pytest.approx([0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6])
    products = [0.21, 0.21, 0.24, 0.21, 0.24, 0.16, 0.21, 0.21, 0.25, 0.24]
    assert (p * (1 - p)).tolist() == pytest.approx(products)
    assert scores.sum(axis=1).var() == pytest.approx(5.84)


def test_alpha_of_right_and_wrong_is_kr_20_of_wuensch_s_quiz() -> None:
    scores = matrix(WUENSCH)
    assert statistics.is_dichotomous(scores)
    assert statistics.alpha(scores) == pytest.approx(10 / 9 * (1 - 2.18 / 5.84))


def test_difficulty_and_d_of_the_worksheet_on_item_analysis() -> None:
    scores = matrix(WORKSHEET)
    p = statistics.difficulty(scores)
    d = statistics.discrimination(scores, scores.sum(axis=1), part=0.5)
    assert p.tolist() == pytest.approx([0.6, 1, 0.8, 0.5, 0.8, 0.8, 0.5, 0.6, 0.3, 0.6])
    assert d.tolist() == pytest.approx([0.4, 0, 0, 0.6, 0.4, 0.4, 0.6, 0.4, -0.2, 0.4])


def test_figures_of_the_law_school_test(lsat: Array) -> None:
    assert statistics.difficulty(lsat) == pytest.approx([0.924, 0.709, 0.553, 0.763, 0.870])
    assert statistics.alpha(lsat) == pytest.approx(0.2950, abs=5e-5)
    close = {"abs": 1e-3}
    included = [0.3620, 0.5668, 0.6184, 0.5344, 0.4354]
    excluded = [0.1128, 0.1532, 0.1728, 0.1444, 0.1216]
    without = [0.2754, 0.2376, 0.2168, 0.2459, 0.2663]
    assert statistics.item_total(lsat) == pytest.approx(included, **close)
    assert statistics.item_rest(lsat) == pytest.approx(excluded, **close)
    assert statistics.alpha_without(lsat) == pytest.approx(without, abs=1e-4)


def test_alpha_and_corrected_correlation_of_denis_s_ratings() -> None:
    scores = denis()
    assert statistics.alpha(scores) == pytest.approx(0.633, abs=1e-3)
    assert statistics.item_rest(scores)[0] == pytest.approx(0.712, abs=1e-3)
    rest = scores[:, 1:].sum(axis=1)
    assert rest.var(ddof=1) == pytest.approx(108.9, abs=0.1)
    assert not statistics.is_dichotomous(scores)


def test_the_standard_error_of_iedunote_s_example() -> None:
    assert statistics.measurement_error(10, 0.90) == pytest.approx(3.16, abs=5e-3)
    assert math.isnan(statistics.measurement_error(10, -0.1))


def test_the_interval_of_alpha_is_near_feldt_s() -> None:
    low, high = statistics.alpha_interval(0.79, students=41, items=26, level=0.90)
    assert (low, high) == pytest.approx((0.7047, 0.8616), abs=1e-3)


def test_of_thirty_students_eight_are_in_each_group() -> None:
    upper, lower = statistics.extreme_groups(np.arange(30.0))
    assert np.flatnonzero(upper).tolist() == list(range(22, 30))
    assert np.flatnonzero(lower).tolist() == list(range(8))


def test_equal_totals_at_the_border_share_the_places() -> None:
    upper, _ = statistics.extreme_groups(np.array([9.0, 5, 5, 5, 1, 1, 1, 1, 1, 1]), part=0.2)
    assert upper.tolist() == pytest.approx([1, 1 / 3, 1 / 3, 1 / 3, 0, 0, 0, 0, 0, 0])


@settings(deadline=None)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=40), st.randoms())
def test_no_order_of_students_changes_the_groups(totals: list[int], chance: object) -> None:
    order = list(range(len(totals)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    plain = statistics.extreme_groups(np.array(totals, dtype=float))
    mixed = statistics.extreme_groups(np.array([totals[at] for at in order], dtype=float))
    for one, other in zip(plain, mixed, strict=True):
        assert one[order] == pytest.approx(other)
        assert one.sum() == pytest.approx(max(1, int(0.27 * len(totals) + 0.5)))


def test_what_is_not_defined_is_nan() -> None:
    same = np.ones((12, 3))
    assert math.isnan(statistics.alpha(same))
    assert np.isnan(statistics.item_rest(same)).all()
    assert math.isnan(statistics.alpha(matrix("1 0 1")))
    assert np.isnan(statistics.alpha_interval(1.0, 12, 3)).all()


def rasch(seed: int, hardness: Array, students: int = 30) -> Array:
    """Return a simulated class: the chance of a right answer by ability less hardness."""
    chance = np.random.default_rng(seed)
    ability = chance.normal(size=(students, 1))
    chances = 1 / (1 + np.exp(hardness - ability))
    return np.asarray(chance.random(chances.shape) < chances, dtype=np.float64)


def test_the_order_of_difficulty_of_rasch_classes_is_found() -> None:
    hardness = np.linspace(-2.5, 2.5, 9)
    classes = [statistics.difficulty(rasch(seed, hardness)) for seed in range(20)]
    assert (np.diff(np.mean(classes, axis=0)) < 0).all()
    agreement = [np.corrcoef(p, hardness)[0, 1] for p in classes]
    assert max(agreement) < -0.93


def test_an_item_of_another_ability_lowers_alpha_of_a_rasch_class() -> None:
    chance = np.random.default_rng(4)
    ability = chance.normal(scale=1.5, size=(200, 1))
    chances = 1 / (1 + np.exp(np.linspace(-1, 1, 10) - ability))
    scores = (chance.random((200, 10)) < chances).astype(float)
    foreign = (chance.random((200, 1)) < 0.5).astype(float)
    mixed = np.hstack([scores, foreign])
    assert statistics.alpha_without(mixed).argmax() == 10
    assert statistics.item_rest(mixed).argmin() == 10
