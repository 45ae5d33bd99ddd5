"""What an acronym stands for, how old somebody is, where a company comes from."""

import random

import pytest

from quizgen import pipeline
from quizgen.exercises.questions.attributes import attribute_answers, expansion
from quizgen.exercises.short_answer import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.model import Article, ShortAnswer


def asked(*paragraphs: str) -> dict[str, tuple[str, ...]]:
    document = annotate(Article(id="uji", paragraphs=paragraphs))
    made = list(attribute_answers(document))
    assert set(made) <= set(EXERCISE.generate(document, random.Random(1)))
    return {
        item.prompt: item.response.answers[0]
        for item in pipeline.vet(made, document).kept
        if isinstance(item.response, ShortAnswer)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Balai Pengelola Sawah dan Kebun (BPSK) membagikan benih kepada petani.",
        "BPSK (Balai Pengelola Sawah dan Kebun) membagikan benih kepada petani.",
    ],
)
def test_an_expansion_that_its_letters_spell_is_asked_for(text: str) -> None:
    assert asked(text) == {
        "Apa kepanjangan BPSK menurut teks?": ("Balai Pengelola Sawah dan Kebun",)
    }


def test_a_common_noun_keeps_its_small_letters_but_the_first() -> None:
    found = asked("Petani menjual gabah dengan harga pembelian bersama (HPB) sejak Mei.")
    assert found == {"Apa kepanjangan HPB menurut teks?": ("Harga pembelian bersama",)}


@pytest.mark.parametrize(
    "text",
    [
        "Tentara Nasional Indonesia (TNI) membangun jembatan kayu.",
        "Balai Pengelola Sawah (BPSK) membagikan benih kepada petani.",
        "Village Water Supply Office (VWSO) membagikan pipa kepada warga.",
        "Balai Kompetensi Sawah (BKS) dan Bank Kebun Sehat (BKS) membagikan benih.",
        "Balai Pengelolla Kebun Krambil (BPKK) membagikan benih kepada petani.",
    ],
)
def test_known_misspelt_foreign_and_ambiguous_acronyms_are_not_asked(text: str) -> None:
    assert asked(text) == {}


def test_initials_must_fill_the_acronym_in_order() -> None:
    assert expansion("Kepala Dinas Kebun dan Taman", "DKT") == "Dinas Kebun dan Taman"
    assert expansion("Dinas Taman Kebun", "DKT") is None
    assert expansion("Dinas kebun Taman", "DKT") is None


@pytest.mark.parametrize("age", [" (34),", ", 34 tahun,"])
def test_the_age_of_a_grown_person_is_asked_for(age: str) -> None:
    found = asked(f"Ratna Wulandari{age} perajin dari Kudus, menenun kain.")
    assert found == {"Berapa usia Ratna Wulandari menurut teks?": ("34 tahun", "34")}


@pytest.mark.parametrize(
    "text",
    [
        "Ratna Wulandari (15), perajin dari Kudus, menenun kain.",
        "Ratna Wulandari (34), perajin dari Kudus, menenun kain. Suaminya meninggal tahun lalu.",
        "Ratna Wulandari (34), korban dari Kudus, menenun kain.",
        "Ratna Wulandari (34), perajin, menenun kain. Ratna Wulandari (43), perajin, menjualnya.",
    ],
)
def test_minors_victims_harm_and_two_ages_give_no_question(text: str) -> None:
    assert asked(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Perusahaan payung asal Jepang, Kazehara, membuka toko di Semarang.",
        "Perusahaan payung asal Jepang Kazehara membuka toko di Semarang.",
        "Kazehara, perusahaan payung asal Jepang, membuka toko di Semarang.",
    ],
)
def test_the_country_of_a_company_is_asked_for(text: str) -> None:
    stem = "Dari negara mana perusahaan payung Kazehara berasal?"
    assert asked(text) == {stem: ("Jepang", "Dari Jepang")}


@pytest.mark.parametrize(
    "text",
    [
        "Perusahaan payung asal Semarang, Kazehara, membuka toko di Kudus.",
        "Penjahit payung asal Jepang, Kazehara, membuka toko di Semarang.",
        "Perusahaan asal Jepang, Kazehara, pindah. Pabrikan asal Korea Selatan, Kazehara, tidak.",
    ],
)
def test_towns_people_and_two_countries_give_no_question(text: str) -> None:
    assert asked(text) == {}
