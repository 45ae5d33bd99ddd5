"""Measures against a gold list of own sentences, and the comparison of measures."""

import datetime as dt
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.language.measures import find_measures, parse_number, same_measure, sort_key
from quizgen.model import Entity

GOLD = Path(__file__).with_name("measures.tsv")
FLOOR = 0.97


def gold() -> list[tuple[str, dt.date | None, str]]:
    rows = [line.split("\t") for line in GOLD.read_text(encoding="utf-8").splitlines()[1:]]
    return [
        (text.replace("\\n", "\n"), dt.date.fromisoformat(date) if date else None, expected)
        for text, date, expected in rows
    ]


def rendered(text: str, date: dt.date | None) -> str:
    found = find_measures(text, date=date)
    return " | ".join(f"{e.quote} => {e.type} {e.value or '?'}" for e in found)


def only(text: str, date: dt.date | None = None) -> Entity:
    (entity,) = find_measures(text, date=date)
    return entity


def test_the_gold_list_is_large_and_holds_negative_cases() -> None:
    assert len(gold()) >= 150
    assert sum(not expected for _, _, expected in gold()) >= 20


def test_accuracy_on_the_gold_list_stays_above_the_floor(
    record_property: Callable[[str, object], None],
) -> None:
    wrong = [text for text, date, expected in gold() if rendered(text, date) != expected]
    accuracy = 1 - len(wrong) / len(gold())
    record_property("measures_accuracy", accuracy)
    assert accuracy >= FLOOR, f"{accuracy:.3f} exactly right; wrong:\n" + "\n".join(wrong)


def test_spans_are_exact_sorted_and_apart() -> None:
    text = "\n\n".join(text for text, _, _ in gold())
    found = find_measures(text)
    assert all(text[e.start : e.end] == e.quote for e in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_every_gold_entity_has_a_canonical_form_and_a_confidence() -> None:
    found = [e for text, date, _ in gold() for e in find_measures(text, date=date)]
    assert all(e.canonical and 0 < e.confidence <= 1 for e in found)


@pytest.mark.parametrize("text", ["", " ", "Tidak ada angka di sini.", "....,,,,----((((", "1"])
def test_poor_text_is_no_error(text: str) -> None:
    assert len(find_measures(text)) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24,5 miliar", "24500000000"), ("dua puluh empat", "24"), ("1.250,75", "1250.75"),
        ("seribu sembilan ratus empat puluh lima", "1945"), ("tiga belas ribu", "13000"),
        ("sejuta", "1000000"), ("dua setengah", "2.5"), ("tiga perempat", "0.75"),
        ("setengah juta", "500000"), ("dua koma lima", "2.5"), ("sebelas", "11"),
        ("1 juta 200 ribu", "1200000"), ("10.000 T", "10000000000000000"), ("-2,5", "-2.5"),
        ("satu triliun dua miliar tiga juta empat ribu lima", "1002003004005"), ("nol", "0"),
    ],
)  # fmt: skip
def test_numbers_are_read_in_figures_and_words(text: str, expected: str) -> None:
    assert str(parse_number(text)) == expected


@pytest.mark.parametrize(
    "text", ["", "puluhan", "dua tiga", "juta", "sepuluh dua", "dua ratus tiga ratus"]
)
def test_what_says_no_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("24 tahun", "dua puluh empat tahun"), ("1 kilometer", "1.000 meter"),
        ("2 pekan", "14 hari"),
        ("Baru separuh warga", "50 persen"), ("Rp5 juta", "lima juta rupiah"),
        ("3 ton", "3.000 kg"),
        ("pukul 14.30 WIB", "pukul 15.30 WITA"), ("2 jam 15 menit", "135 menit"),
        ("delapan pemuda", "8 pemuda"), ("19 Juni 2024", "Rabu (19/6/2024)"),
        ("8,7%", "8,7 persen"),
    ],
)  # fmt: skip
def test_one_measure_said_in_two_ways_is_the_same(left: str, right: str) -> None:
    assert same_measure(only(left), only(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("24 tahun", "24 bulan"), ("Rp5 juta", "5 juta dolar AS"), ("8 pemuda", "9 pemuda"),
        ("19 Juni 2024", "Juni 2024"), ("60-65 persen", "60 persen"), ("24 jam", "24 pemuda"),
        ("pukul 14.30 WIB", "pukul 14.30 WITA"), ("setahun lalu", "sebulan lalu"),
    ],
)  # fmt: skip
def test_different_measures_are_not_the_same(left: str, right: str) -> None:
    assert not same_measure(only(left), only(right))


WORDS = sorted({word for text, _, _ in gold() for word in re.findall(r"\w+|[^\w\s]", text)})


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from([" ", "", "\n"]))
def test_any_mixture_of_words_and_figures_gives_sound_spans(words: list[str], glue: str) -> None:
    text = glue.join(words)
    found = find_measures(text, date=dt.date(2025, 6, 10))
    assert all(text[e.start : e.end] == e.quote and e.quote.strip() == e.quote for e in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(same_measure(e, e) for e in found)


def test_ratios_are_compared_and_have_no_order() -> None:
    assert same_measure(only("hasil 3 banding 1"), only("hasil 3 : 1"))
    assert not same_measure(only("hasil 0 : 0"), only("hasil 0 : 1"))
    assert sort_key("3 : 1") is None
