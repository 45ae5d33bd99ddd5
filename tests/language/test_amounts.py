"""Money, percentages, quantities and counts: values and standard wording."""

import datetime as dt

import pytest

from quizgen.language.measures import find_measures
from quizgen.language.units import names_after, unit_named, units


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Rp 4,8 milyar", "Rp4,8 miliar"), ("5 hektar", "5 hektare"), ("3 km", "3 kilometer"),
        ("250 Ribu Ton", "250 ribu ton"), ("8,7 %", "8,7%"), ("Delapan rumah", "delapan"),
        ("Rp5 juta - Rp6 juta", "Rp5 juta–Rp6 juta"), ("60-65 persen", "60–65 persen"),
        ("80 km/jam", "80 kilometer per jam"), ("skor 2-1", "2-1"), ("yang Ke-9", "ke-9"),
        ("5 prosen", "5 persen"), ("US$ 3 juta", "US$3 juta"), ("jam 7 malam", "pukul 7 malam"),
    ],
)  # fmt: skip
def test_the_canonical_form_is_standard_indonesian(text: str, canonical: str) -> None:
    (entity,) = find_measures(text)
    assert entity.canonical == canonical


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("US$ 1,200", "1200 USD"), ("S$5", "5 SGD"), ("dua ringgit", "2 MYR"),
        ("Rp50 rb", "50000 IDR"), ("Rp1,5 jt", "1500000 IDR"),
        ("Rp900 ribu–Rp1 juta", "900000-1000000 IDR"),
        ("€3,5 juta", "3500000 EUR"), ("10 miliar won", "10000000000 KRW"),
        ("7 juta dolar Singapura", "7000000 SGD"), ("sejuta rupiah", "1000000 IDR"),
    ],
)  # fmt: skip
def test_money_has_an_iso_code(text: str, value: str) -> None:
    (entity,) = find_measures(text)
    assert (entity.type, entity.value) == ("MONEY", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 tahun 3 bulan", "15 bulan"), ("2 meter 30 sentimeter", "230 sentimeter"),
        ("53 menit 20 detik", "3200 detik"), ("seperempat abad", "0.25 abad"),
        ("minus 5 derajat Celsius", "-5 derajat Celsius"), ("2,5 m³", "2.5 meter kubik"),
    ],
)  # fmt: skip
def test_quantities_name_their_unit_in_full(text: str, value: str) -> None:
    (entity,) = find_measures(text)
    assert (entity.type, entity.value) == ("QUANTITY", value)


@pytest.mark.parametrize(
    "text",
    [
        "puluhan juta orang", "ratusan ribu dolar AS", "U-17", "S-1", "Covid-19", "satu-satunya",
        "Nomor 8 Tahun 2025", "UU No. 6 Tahun 2014", "Pasal 27 ayat (3)", "roda empat",
        "+62 812-3456-789",
        "tim@contoh24.id", "babak 8 besar", "kelas 5", "dua-duanya", "kedua negara",
        "2.500-an warga",
    ],
)  # fmt: skip
def test_names_and_vague_numbers_are_no_measure(text: str) -> None:
    assert find_measures(text) == []


def test_a_unit_is_known_by_its_sign_and_its_nonstandard_name() -> None:
    hectare = unit_named("hektar")
    assert hectare is not None
    assert hectare == unit_named("ha") == unit_named("Hektare")
    assert hectare.name == "hektare"


def test_units_have_positive_factors_and_currencies_iso_codes() -> None:
    assert all(unit.factor > 0 for unit in units().values())
    assert all(len(code) == 3 and code.isupper() for code in names_after().values())


@pytest.mark.parametrize("text", ["1" * 60, "111." * 60, "9" * 30 + " kilometer", "Rp" + "9" * 30])
def test_figures_too_long_for_an_amount_are_no_error(text: str) -> None:
    assert find_measures(text) == []


def test_a_count_beyond_the_calendar_has_no_value() -> None:
    (entity,) = find_measures("99999999 hari lalu", date=dt.date(2025, 6, 10))
    assert (entity.type, entity.value) == ("DATE", None)
