"""Wrong dates: on the key's side of the day of the article, and near the key."""

import datetime as dt
import random

import pytest

from quizgen.exercises.detail import EXERCISE
from quizgen.exercises.statements.alterations import alter
from quizgen.exercises.statements.statements import statements
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Document

DAY = dt.date(2025, 10, 14)
AROUND = (
    "Peneliti Ratna Wulandari mencatat pohon tua sejak 2023. Kebun akan dibuka pada Maret 2026."
)


def document(text: str, day: dt.date | None = DAY) -> Document:
    return annotate(Article(id="uji", paragraphs=(text, AROUND), date=day))


def wrong(text: str, day: dt.date | None = DAY) -> list[str]:
    """Return the wrong options of the first question for a time."""
    for item in EXERCISE.generate(document(text, day), random.Random(1)):
        if item.question_word == "kapan":
            assert isinstance(item.response, Choice)
            return [option.text for option in item.response.options if not option.correct]
    return []


@pytest.mark.parametrize("year", ["1968", "2019", "2022"])
def test_a_year_of_history_has_years_beside_it_and_none_of_today(year: str) -> None:
    found = wrong(f"Peneliti Hasan Basir mendirikan museum laut pada {year}.")
    assert len(found) >= 2
    assert all(0 < abs(int(each) - int(year)) <= 3 and int(each) < 2025 for each in found)


def test_nothing_that_happened_has_a_date_after_the_day_of_the_article() -> None:
    found = wrong("Wali Kota Hendra Saputra membuka museum laut pada 12 Oktober 2025.")
    assert len(found) >= 2
    assert set(found) <= {f"{day} Oktober 2025" for day in range(1, 15)}
    months = wrong("Wali Kota Hendra Saputra membuka museum laut pada September 2025.")
    assert "Maret 2026" not in months
    assert not {"November 2025", "Desember 2025"} & set(months)


def test_a_plan_has_no_date_that_has_gone() -> None:
    found = wrong("Wali Kota Hendra Saputra akan membuka museum laut pada 2028.")
    assert sorted(found) == ["2026", "2027", "2029", "2030"]
    days = wrong("Wali Kota Hendra Saputra akan membuka museum laut pada 16 Oktober 2025.")
    assert "15 Oktober 2025" in days
    assert not {"14 Oktober 2025", "13 Oktober 2025", "9 Oktober 2025"} & set(days)


def test_without_a_day_of_the_article_its_latest_date_that_is_no_plan_counts() -> None:
    found = wrong("Wali Kota Hendra Saputra membuka museum laut pada 2022.", None)
    assert found
    assert max(map(int, found)) <= 2023


def test_what_a_plan_is_compared_with_is_asked_without_wrong_dates() -> None:
    plan = "Wali Kota Hendra Saputra akan mengadakan {} lelang pada 2025."
    assert sorted(wrong(plan.format("dua"))) == ["2026", "2027", "2028"]
    assert wrong(plan.format("lebih banyak lelang daripada")) == []


def test_the_time_of_what_everybody_knows_has_no_wrong_dates() -> None:
    assert wrong("Banjir besar menutup museum laut di Makassar pada 2020.")
    assert wrong("Pandemi Covid-19 menutup museum laut di Makassar pada 2020.") == []


def test_a_false_statement_has_a_plausible_year_too() -> None:
    told = document("Peneliti Hasan Basir mendirikan museum laut pada 1968.")
    (said,) = [each for each in statements(told) if "mendirikan" in each.text]
    altered = alter(said, told)
    assert altered is not None
    assert altered.kind == "time"
    assert altered.now in {"1965", "1966", "1967", "1969", "1970", "1971"}
