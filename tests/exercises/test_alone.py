"""Sentences that can be printed alone, and what is left out of them."""

import pytest

from quizgen.exercises.statements.alone import alone
from quizgen.language.annotate import annotate
from quizgen.model import Article


def printed(text: str) -> str | None:
    document = annotate(Article(id="uji", paragraphs=(text,)))
    found = alone(document.sentences[0], document)
    return found.text() if found else None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Nelayan Kendari juga menjual ikan di pasar.", "Nelayan Kendari menjual ikan di pasar."),
        ("Selain itu, nelayan menjual ikan di pasar.", "Nelayan menjual ikan di pasar."),
        (
            "Pemerintah Kota (Pemkot) Kendari membangun pasar baru.",
            "Pemerintah Kota Kendari membangun pasar baru.",
        ),
        (
            "“Nelayan menjual ikan di pasar desa,” kata Salma Rahayu.",
            "Nelayan menjual ikan di pasar desa.",
        ),
        (
            "Nelayan menjual ikan di pasar desa, sehingga harganya murah.",
            "Nelayan menjual ikan di pasar desa.",
        ),
    ],
)
def test_what_only_ties_a_sentence_to_the_text_is_left_out(text: str, left: str) -> None:
    assert printed(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Ia menjual ikan di pasar desa.",
        "Pasar itu menjual ikan dan sayur.",
        "Hal tersebut disampaikan bupati di Kendari.",
        "Harganya naik di pasar desa.",
        "Bupati mengatakan, harga ikan naik.",
        "Pengelola pasar akan bantu nelayan desa.",
        "Jika hujan turun, maka nelayan menjual ikan di pasar.",
        "Harga ikan mencapai Rp 10 juta di pasar.",
        "Menjual ikan di pasar desa.",
    ],
)
def test_a_sentence_that_needs_the_text_or_is_not_standard_is_not_printed(text: str) -> None:
    assert printed(text) is None


def test_the_evidence_is_a_part_of_the_sentence() -> None:
    text = "Selain itu, nelayan Kendari juga menjual ikan di pasar."
    document = annotate(Article(id="uji", paragraphs=(text,)))
    found = alone(document.sentences[0], document)
    assert found is not None
    assert found.evidence().quote == "nelayan Kendari juga menjual ikan di pasar"
