"""Wrong figures are near the right one, as round, and do not betray how they were made."""

from itertools import pairwise

import pytest

from quizgen.exercises.common.distractors import amounts


def figures(quote: str) -> list[int]:
    return [int("".join(filter(str.isdigit, one))) for one in amounts(quote)]


@pytest.mark.parametrize("quote", ["5.051", "Rp692 miliar", "63", "236", "87 anak"])
def test_wrong_figures_lie_in_uneven_steps(quote: str) -> None:
    (own,) = figures_of(quote)
    row = sorted([own, *figures(quote)])
    assert len({two - one for one, two in pairwise(row)}) > 1
    assert len(set(row)) == 5


def figures_of(quote: str) -> list[int]:
    return [int("".join(filter(str.isdigit, quote)))]


def test_a_round_figure_stays_round() -> None:
    assert all(one % 100 == 0 for one in figures("Rp500 juta"))


def test_an_amount_in_millions_never_reaches_a_thousand_of_them() -> None:
    assert all(one < 1000 for one in figures("Rp950 juta"))
