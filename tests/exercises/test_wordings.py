"""A short answer counts in every wording that says the same, and in no other."""

import random

import pytest

from quizgen.checks import check_item
from quizgen.exercises.questions.wordings import body_wordings
from quizgen.exercises.short_answer import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.model import Article, ShortAnswer


def answers(stem: str, *sentences: str) -> tuple[str, ...]:
    """Return what counts for a question, after the check that no wording says another thing."""
    document = annotate(Article(id="uji", paragraphs=(" ".join(sentences),)))
    (item,) = (
        item for item in EXERCISE.generate(document, random.Random(1)) if item.prompt == stem
    )
    assert "wrong-variant" not in {finding.code for finding in check_item(item, document)}
    assert isinstance(item.response, ShortAnswer)
    return item.response.answers[0]


@pytest.mark.parametrize(
    ("sentence", "stem", "wanted"),
    [
        (
            "Bupati Ratna Wulandari mengunjungi Desa Kenari sekitar pukul 09.30 WIB.",
            "Pukul berapa Bupati Ratna Wulandari mengunjungi Desa Kenari?",
            {"Sekitar pukul 09.30 WIB", "Pukul 09.30", "09.30"},
        ),
        (
            "Dinas Kesehatan Kudus membuka klinik lansia di Desa Kenari.",
            "Dinas apa yang membuka klinik lansia di Desa Kenari?",
            {"Dinas Kesehatan Kudus", "Dinkes Kudus", "Kesehatan Kudus"},
        ),
        (
            "Bupati Ratna Wulandari membuka pasar ikan di Desa Kenari, Jumat (9/5/2025).",
            "Kapan Bupati Ratna Wulandari membuka pasar ikan di Desa Kenari?",
            {"9 Mei 2025", "Jumat, 9 Mei 2025", "9 Mei", "Pada 9 Mei 2025"},
        ),
        (
            "Dinas Kesehatan Kudus mengirim lima dokter umum ke Pulau Kenari.",
            "Berapa dokter umum yang dikirim oleh Dinas Kesehatan Kudus ke Pulau Kenari?",
            {"Lima dokter", "5 dokter", "Lima orang", "5"},
        ),
        (
            "Deretan sepeda tua memenuhi halaman Balai Desa Kenari pada Minggu, 4 Mei 2025.",
            "Apa yang memenuhi halaman Balai Desa Kenari pada 4 Mei 2025?",
            {"Deretan sepeda tua", "Sepeda tua"},
        ),
    ],
)
def test_every_fair_wording_counts(sentence: str, stem: str, wanted: set[str]) -> None:
    assert wanted <= set(answers(stem, sentence))


def test_a_month_keeps_its_capital_after_pada() -> None:
    stem = "Kapan Pesantren Kenari Hijau didirikan?"
    assert "Pada Juni 2021" in answers(stem, "Pesantren Kenari Hijau didirikan pada Juni 2021.")


def test_a_firm_is_called_without_its_legal_form() -> None:
    document = annotate(Article(id="uji", paragraphs=("Kapal tiba di Kudus.",)))
    found = set(body_wordings("PT Garam Kenari Tbk.", "Perusahaan apa yang maju?", document))
    assert {"PT Garam Kenari", "Garam Kenari"} <= found


def test_a_bank_is_not_called_by_its_country() -> None:
    document = annotate(Article(id="uji", paragraphs=("Kapal tiba di Kudus.",)))
    assert "Indonesia" not in body_wordings("Bank Indonesia", "Bank apa yang maju?", document)
