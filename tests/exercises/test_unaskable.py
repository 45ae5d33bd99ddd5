"""Subjects and objects that nobody would ask for, and statements that mean less without a word."""

import pytest

from quizgen.exercises.questions.main_questions import main_questions
from quizgen.exercises.statements.statements import statements
from quizgen.language.annotate import annotate
from quizgen.model import Article, Document


def read(*paragraphs: str) -> Document:
    return annotate(Article(id="uji", paragraphs=paragraphs))


def asked(*paragraphs: str) -> list[tuple[str, str]]:
    return [(question.stem, question.key) for question in main_questions(read(*paragraphs))]


def told(*paragraphs: str) -> list[str]:
    return [said.full() for said in statements(read(*paragraphs))]


@pytest.mark.parametrize(
    "text",
    [
        "Kota Kendari mengalami inflasi 0,4 persen dan Kota Baubau 0,2 persen.",
        "Korban telah mencabut laporan polisi di Kendari.",
        "Sekarang nelayan Desa Sukamaju menjual ikan ke Pasar Baruga.",
        "Perdana Menteri Fiji menerima cendera mata dari Kendari.",
        "Patroli gabungan menemukan perahu kosong di Teluk Kendari.",
    ],
    ids=["a second subject without verb", "a part in a case", "a time", "an office", "a body"],
)
def test_nobody_asks_for_such_a_subject(text: str) -> None:
    stems = [stem for stem, _ in asked(text)]
    assert not any(stem.startswith(("Siapa yang", "Apa yang me", "Kota mana")) for stem in stems)


def test_a_place_inside_a_long_object_is_not_where_it_is_done() -> None:
    text = (
        "Gubernur Siti Rahmawati mengeluarkan perintah pengamanan terhadap kantor pajak "
        "di seluruh Sulawesi."
    )
    assert not any("di seluruh Sulawesi?" in stem for stem, key in asked(text) if "kantor" in key)


@pytest.mark.parametrize(
    "text",
    [
        "Siti Rahmawati mencontohkan, petani jagung menanam kedelai di Desa Sukamaju.",
        "Pemandangan Danau Kirana akan membuat siapa pun terpesona.",
        "Sekarang nelayan Desa Sukamaju menjual ikan ke Pasar Baruga.",
        "Namun, pengurus baru mengumumkan jadwal rapat setelah panen raya di Desa Sukamaju.",
        "Siti Rahmawati mengatakan sedikitnya enam perusahaan telah menanam pohon di Kendari.",
    ],
    ids=["a comma for bahwa", "siapa pun", "a speaker's now", "new or late", "at least"],
)
def test_no_statement_means_less_than_its_sentence(text: str) -> None:
    assert told("Hujan turun sejak pagi.", text) == []
