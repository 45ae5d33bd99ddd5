"""What is aimed at, asked for or put off is open; what a subject is said to be is no object."""

import pytest

from quizgen.language.annotate import annotate
from quizgen.language.fact import SURE_FACT, Fact
from quizgen.language.facts import facts
from quizgen.model import Article


def told(text: str) -> dict[str, Fact]:
    document = annotate(Article(id="uji", paragraphs=(text,)))
    return {fact.verb_form(): fact for fact in facts(document)}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Taman itu memberi potongan harga untuk mengisi kamar kosong.", "mengisi"),
        ("Warga diimbau mengikuti arahan petugas.", "mengikuti"),
        ("Bupati berharap pemulangan jemaah berlangsung lancar.", "berlangsung"),
        ("Pasar itu nantinya menampung 40 pedagang.", "menampung"),
    ],
)
def test_what_is_not_yet_so_is_open(text: str, verb: str) -> None:
    assert told(text)[verb].open


def test_what_was_done_is_not_open() -> None:
    assert not told("Taman itu memberi potongan harga kepada pengunjung.")["memberi"].open


def test_what_a_subject_becomes_is_its_complement() -> None:
    fact = told("Ratna Wulandari menjadi bupati pertama di Sibolga.")["menjadi"]
    assert fact.object is None
    assert fact.complement is not None


def test_a_remark_is_no_circumstance() -> None:
    fact = told("Sebagai catatan, mobil itu didatangkan dari Jepang.")["didatangkan"]
    assert not [each for each in fact.adjuncts if each.preposition == "sebagai"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Bupati menegaskan pentingnya mematuhi aturan itu.", "mematuhi"),
        ("Selain menetapkan harga beras, rapat itu membahas pasar.", "menetapkan"),
        ("Mobil itu tidak dirancang untuk jalan desa.", "dirancang"),
        ("Spanyol menang 1-0 atas Andorra.", "menang"),
    ],
)
def test_what_the_sentence_does_not_say_is_not_sure(text: str, verb: str) -> None:
    fact = told(text).get(verb)
    whole = fact is not None and verb == "dirancang" and fact.adjuncts
    assert fact is None or fact.confidence < SURE_FACT or whole
