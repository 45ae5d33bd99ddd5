"""Date values: saying them, containment, and relative dates."""

import datetime as dt

import pytest

from quizgen.language.measures import contains_date, find_measures, say_date

TUESDAY = dt.date(2025, 6, 10)


def value(text: str, date: dt.date | None = TUESDAY) -> str | None:
    (entity,) = find_measures(text, date=date)
    assert entity.type == "DATE"
    return entity.value


def canonical(text: str) -> str:
    (entity,) = find_measures(text, date=TUESDAY)
    return entity.canonical


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2024-06-19", "19 Juni 2024"), ("2024-06", "Juni 2024"), ("2024", "2024"),
        ("2025-06-01/2025-06-03", "1–3 Juni 2025"), ("2025-01/2025-05", "Januari–Mei 2025"),
        ("2025-05-30/2025-06-01", "30 Mei–1 Juni 2025"), ("2019/2023", "2019–2023"),
        ("2024-12-28/2025-01-03", "28 Desember 2024–3 Januari 2025"),
        ("2025-Q1", "kuartal I 2025"), ("2025-H2", "semester II 2025"), ("1950s", "1950-an"),
        ("C19", "abad ke-19"), ("2024-early", "awal 2024"), ("1980s-mid", "pertengahan 1980-an"),
        ("C20-late", "akhir abad ke-20"), ("2025-06-late", "akhir Juni 2025"),
    ],
)  # fmt: skip
def test_a_date_value_is_said_in_standard_indonesian(date: str, said: str) -> None:
    assert say_date(date) == said


@pytest.mark.parametrize("date", ["", "kemarin", "2025-13", "2025-02-30", "2025/2024", "19:30"])
def test_what_is_no_date_value_is_not_said(date: str) -> None:
    assert say_date(date) is None


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("2024-06", "2024-06-19"), ("2024", "2024-06"), ("2019/2023", "2020-05-01"),
        ("1980s", "1985"), ("C20", "1945-08-17"), ("2025-Q2", "2025-06"), ("2025-H1", "2025-Q2"),
        ("2025-06-01/2025-06-30", "2025-06"), ("2024", "2024-early"), ("2024-late", "2024-12-25"),
    ],
)  # fmt: skip
def test_a_period_contains_a_shorter_one(outer: str, inner: str) -> None:
    assert contains_date(outer, inner)
    assert not contains_date(inner, outer) or outer == "2025-06-01/2025-06-30"


@pytest.mark.parametrize(
    ("outer", "inner"),
    [("2024-06", "2024-07-01"), ("2024-early", "2024-12"), ("C20", "2001"), ("apa", "2024")],
)
def test_a_period_does_not_contain_what_lies_outside(outer: str, inner: str) -> None:
    assert not contains_date(outer, inner)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hari ini", "2025-06-10"), ("kemarin", "2025-06-09"), ("kemarin lusa", "2025-06-08"),
        ("besok", "2025-06-11"), ("lusa", "2025-06-12"), ("Selasa", "2025-06-10"),
        ("Rabu", "2025-06-04"), ("Selasa lalu", "2025-06-03"), ("Selasa depan", "2025-06-17"),
        ("pekan ini", "2025-06-09/2025-06-15"), ("kuartal ini", "2025-Q2"),
        ("Desember lalu", "2024-12"), ("Juni mendatang", "2026-06"), ("dekade lalu", "2010s"),
        ("seminggu lalu", "2025-06-02/2025-06-08"), ("lima bulan lalu", "2025-01"),
        ("abad ini", "C21"), ("akhir pekan ini", "2025-06-14/2025-06-15"),
        ("17 Agustus tahun lalu", "2024-08-17"), ("awal tahun depan", "2026-early"),
    ],
)  # fmt: skip
def test_a_relative_date_is_counted_from_the_anchor(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    "text", ["kemarin", "Senin malam", "bulan lalu", "dua hari lalu", "17 Agustus"]
)
def test_a_relative_date_without_an_anchor_has_no_value(text: str) -> None:
    assert value(text, None) is None


def test_a_weekday_without_date_resolves_across_the_new_year() -> None:
    assert value("Rabu (31/12)", dt.date(2026, 1, 2)) == "2025-12-31"


def test_a_weekday_that_contradicts_its_date_is_doubted() -> None:
    (wrong,) = find_measures("Rabu (5/5/2025)")
    (right,) = find_measures("Senin (5/5/2025)")
    assert wrong.confidence < right.confidence == 1.0


def test_the_canonical_form_is_free_of_the_anchor() -> None:
    assert canonical("Senin (9/6/2025)") == "9 Juni 2025"
    assert canonical("Senin malam") == "Senin malam, 9 Juni 2025"
    assert canonical("tahun ini") == "2025"
    assert canonical("musim panas 2015") == "musim panas 2015"


def test_today_next_to_a_date_is_that_date() -> None:
    today, _ = find_measures("hari ini, Senin (9/6/2025)", date=TUESDAY)
    assert today.value == "2025-06-09"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pada 5 Mei 2025 ia tiba. Pada hari yang sama ia pulang.", "2025-05-05"),
        ("Ekspor naik selama lima bulan pertama 2024.", "2024-01/2024-05"),
        ("Nilai itu turun dibandingkan dengan 2018.", "2018"),
        ("Badan itu mencatat 2024 sebagai tahun terpanas.", "2024"),
    ],
)
def test_a_day_told_before_first_months_and_a_year_compared_are_dates(
    text: str, expected: str
) -> None:
    assert find_measures(text)[-1].value == expected


def test_a_later_day_counts_from_the_paragraph_before() -> None:
    (told,) = find_measures("Jalan ditutup pada 5 Mei 2025.")
    (later,) = find_measures("Sehari kemudian jalan dibuka.", before=[told])
    assert later.value == "2025-05-06"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dampaknya terasa satu hingga dua tahun kemudian.", "1-2 tahun"),
        ("Pekerjaan itu memakan dua atau tiga tahun.", "2-3 tahun"),
        ("Perlindungan bertahan setidaknya setahun lagi.", "1 tahun"),
    ],
)
def test_a_span_of_time_after_a_range_or_a_limit_is_no_date(text: str, expected: str) -> None:
    (entity,) = find_measures(text, date=TUESDAY)
    assert (entity.type, entity.value) == ("QUANTITY", expected)


def test_nothing_is_counted_from_a_quarter() -> None:
    text = "Laba naik pada kuartal kedua 2025. Tiga bulan kemudian pabrik itu ditutup."
    found = {entity.quote: entity.value for entity in find_measures(text)}
    assert found["Tiga bulan kemudian"] is None
