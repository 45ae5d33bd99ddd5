"""Tokens: what stays whole and what is split."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.language.tokens import tokenize


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokenize(text)]


@pytest.mark.parametrize(
    "word",
    [
        "konsep-konsep",
        "ke-18",
        "1970-an",
        "non-migas",
        "APBN-P",
        "T-54",
        "Dr.",
        "No.",
        "PT",
        "Tbk.",
        "U-17",
        "2,4",
        "17.25",
        "Kompas.com",
        "REPUBLIKA.CO.ID",
        "COVID-19",
        "e-KTP",
        "Al-Qur'an",
        "M.Si.",
        "rumahnya",
        "BP3MI",
        "34/PMK.011/2007",
    ],
)
def test_a_word_stays_whole(word: str) -> None:
    assert words(word) == [word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rp2,4 triliun", ["Rp", "2,4", "triliun"]),
        ("US$3,5 juta", ["US$", "3,5", "juta"]),
        ("naik 5%", ["naik", "5", "%"]),
        ("(24/8)", ["(", "24", "/", "8", ")"]),
        ("“Ya,” katanya.", ["“", "Ya", ",", "”", "katanya", "."]),
        ("Lawana–Sorapa", ["Lawana", "–", "Sorapa"]),
        ("10-15 persen", ["10", "-", "15", "persen"]),
        ("Januari-Maret", ["Januari", "-", "Maret"]),
        ("M. Yusuf, S.H.", ["M.", "Yusuf", ",", "S.H."]),
        ("tank T-62. Ia", ["tank", "T-62", ".", "Ia"]),
        ("Banyak hal.", ["Banyak", "hal", "."]),
    ],
)
def test_signs_and_numbers_are_split_from_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(max_size=80))
def test_tokens_cover_every_visible_character_once(text: str) -> None:
    spans = tokenize(text)
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))
    assert "".join(text[start:end] for start, end in spans) == "".join(text.split())
