"""Frequencies, dispersion and collocations, beside published and hand-made figures."""

import math

import pytest

from quizgen.errors import InputError
from quizgen.search import Scope, collocations, frequency_list, index_of
from quizgen.search.collocation import log_dice, log_likelihood
from quizgen.search.frequency import spread

from . import sample

INDEX = index_of(sample.documents())
DUNNING = [
    ((110, 2442, 111, 29114), 270.72),
    ((29, 13, 123, 31612), 263.90),
    ((31, 23, 139, 31584), 256.84),
    ((10, 0, 3, 31764), 167.23),
    ((76, 104, 2476, 29121), 157.21),
]
"""Cells of two-word tables and their -2 log lambda, from table 2 of Dunning 1993."""


@pytest.mark.parametrize(("cells", "ratio"), DUNNING)
def test_the_likelihood_ratio_is_that_of_dunning(
    cells: tuple[int, int, int, int], ratio: float
) -> None:
    both, first, second, neither = cells
    found = log_likelihood(both, both + first, both + second, both + first + second + neither)
    assert found == pytest.approx(ratio, abs=0.005)


def test_words_that_avoid_each_other_have_a_negative_ratio() -> None:
    assert log_likelihood(1, 100, 100, 1000) < 0


def test_log_dice_gains_one_when_two_stand_together_twice_as_often() -> None:
    assert log_dice(4, 100, 60) - log_dice(2, 100, 60) == pytest.approx(1)
    assert log_dice(4, 100, 60) == pytest.approx(14 + math.log2(8 / 160))


def test_dispersion_is_that_of_the_worked_example_of_gries() -> None:
    sizes = {1: 9, 2: 10, 3: 10, 4: 10, 5: 11}
    assert spread({1: 1, 2: 2, 3: 3, 4: 4, 5: 5}, sizes) == pytest.approx(0.18, abs=0.005)
    assert spread(sizes, sizes) == pytest.approx(0)
    assert spread({1: 3}, sizes) == pytest.approx(1 - 9 / 50)
    assert spread({1: 3}, {1: 9}) is None


def test_a_frequency_list_counts_words_and_no_punctuation() -> None:
    table = frequency_list(INDEX, "headword").set_index("value")
    assert table.loc["harga", "count"] == 2
    assert table.loc["mengumumkan", "count"] == 2
    assert table.loc["besar", "texts"] == 1
    assert table.loc["besar", "per_million"] == pytest.approx(2_000_000 / 21, abs=0.1)
    assert not {".", ","} & set(table.index)
    assert table["count"].is_monotonic_decreasing


def test_affixes_are_listed_as_patterns_without_plain_words() -> None:
    table = frequency_list(INDEX, "affix").set_index("value")
    assert dict(table["count"]) == {
        "di-…-kan": 1, "ke-…-an": 1, "ke-…R-an": 1, "meN-per-…-kan": 1, "meN-…-kan": 1, "…R": 1,
    }  # fmt: skip


def test_a_frequency_list_of_one_text_has_no_dispersion() -> None:
    table = frequency_list(INDEX, "pos", where=Scope(level=4))
    assert table["dp"].isna().all()
    assert set(table["value"]) == {"NOUN", "ADJ", "VERB"}


def test_no_text_at_a_level_is_told() -> None:
    with pytest.raises(InputError, match="another --level"):
        frequency_list(INDEX, "word", where=Scope(level=7))


def test_collocates_are_counted_in_the_window_and_measured() -> None:
    table = collocations("akar:umum", INDEX, window=2).set_index("collocate")
    assert dict(table["count"]) == {"bank": 2, "indonesia": 2, "harga": 2}
    assert table.loc["bank", "logdice"] == 14
    # Two hits with four and four words beside them, among 21.
    assert table.loc["bank", "loglikelihood"] == round(log_likelihood(2, 8, 2, 21), 2)


def test_a_narrower_window_has_fewer_collocates() -> None:
    assert list(collocations("besar", INDEX, window=1, least=1)["collocate"]) == [
        "ilmuwan", "kesehatan", "memperkenalkan",
    ]  # fmt: skip


def test_what_is_not_found_has_no_collocates() -> None:
    assert collocations("tidakada", INDEX).empty
