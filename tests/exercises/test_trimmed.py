"""What is left of a sentence when what only adds goes, as a statement."""

import pytest

from quizgen.exercises.statements.statements import statements
from quizgen.language.annotate import annotate
from quizgen.model import Article, Document


def read(*paragraphs: str) -> Document:
    return annotate(Article(id="uji", paragraphs=paragraphs))


def told(*paragraphs: str) -> list[str]:
    return [said.full() for said in statements(read(*paragraphs))]


@pytest.mark.parametrize(
    ("before", "text", "said"),
    [
        (
            "Hujan merusak jembatan di Desa Sukamaju.",
            "Setelah mendapat laporan tersebut, petugas dinas pekerjaan umum memeriksa jembatan "
            "di Desa Sukamaju.",
            "Petugas dinas pekerjaan umum memeriksa jembatan di Desa Sukamaju.",
        ),
        (
            "Wali Kota Kendari Siti Rahmawati membuka Pasar Baruga pada 5 Mei 2024.",
            "Ia juga meminta pedagang menjaga kebersihan kios.",
            "Siti Rahmawati meminta pedagang menjaga kebersihan kios.",
        ),
        (
            "Hujan turun sejak pagi.",
            "Namun, petani di Desa Sukamaju memang menanam jagung dan kedelai.",
            "Petani di Desa Sukamaju menanam jagung dan kedelai.",
        ),
        (
            "Hujan turun sejak pagi.",
            "Sementara itu, 120 keluarga menerima bantuan beras dan minyak goreng.",
            "Sebanyak 120 keluarga menerima bantuan beras dan minyak goreng.",
        ),
    ],
    ids=["a front that points back", "a pronoun", "a connective and an adverb", "a figure"],
)
def test_what_points_out_of_a_sentence_goes_or_is_named(before: str, text: str, said: str) -> None:
    assert said in told(before, text)


@pytest.mark.parametrize(
    "text",
    [
        "Panitia tidak membuka loket di stadion setelah kejadian tersebut.",
        "Dinas perdagangan Kota Kendari hanya menjual beras di pasar itu.",
    ],
    ids=["under a negation", "under hanya"],
)
def test_nothing_goes_from_what_limits_it(text: str) -> None:
    assert told("Hujan turun sejak pagi.", text) == []


def test_a_noun_that_looks_like_a_verb_of_saying_reports_nothing() -> None:
    text = "Dinas Perdagangan Kota Kendari mencatat nilai ekspor ikan Rp12 miliar pada 2023."
    assert told(text)
