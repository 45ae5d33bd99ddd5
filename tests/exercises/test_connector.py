"""Connectors: gaps only where no other option can be read, else the relation."""

import random

import pytest

from quizgen.exercises.connector import EXERCISE
from quizgen.exercises.words.connectors import APART, MEANINGS, connectors
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Item


def made(*paragraphs: str) -> list[Item]:
    article = Article(id="uji", paragraphs=paragraphs)
    return list(EXERCISE.generate(annotate(article), random.Random(1)))


def options(item: Item) -> dict[str, bool]:
    assert isinstance(item.response, Choice)
    return {option.text: option.correct for option in item.response.options}


def test_bad_news_of_a_bad_cause_is_neither_purpose_nor_concession() -> None:
    (item,) = made("Pelayaran kapal malam dibatalkan karena cuaca buruk di Selat Lawana.")
    assert item.prompt == "Pelayaran kapal malam dibatalkan … cuaca buruk di Selat Lawana."
    assert options(item) == {
        "karena (sebab)": True,
        "agar (tujuan)": False,
        "meskipun (konsesif)": False,
    }
    assert item.text == "hidden"


def test_a_verb_of_asking_needs_agar() -> None:
    (item,) = made("Kepala Dinas Perikanan mengimbau nelayan agar menunda pelayaran ke pulau.")
    assert options(item)["agar (tujuan)"]
    assert not any(text.startswith(("supaya", "sehingga", "untuk")) for text in options(item))


def test_a_clause_in_front_takes_no_connector_that_cannot_open_it() -> None:
    (item,) = made("Setelah memeriksa mesin kapal, petugas melepas penumpang ke Pulau Karang.")
    assert set(options(item)) == {
        "Setelah (waktu)",
        "Sehingga (akibat)",
        "Melainkan (pertentangan)",
    }


def test_a_fixed_pair_is_completed_without_naming_a_relation() -> None:
    (item,) = made(
        "Koperasi Lawana tidak hanya menjual ikan segar, tetapi juga membuat abon ikan tuna."
    )
    assert options(item)["tetapi"]
    assert "beserta" not in item.instruction


@pytest.mark.parametrize(
    "text",
    [
        # *meskipun* and *sehingga* can be read here, so only the relation is asked.
        "Warga Lawana membeli beras di pasar karena petani memanen padi bulan lalu.",
        "Nelayan Lawana tetap melaut karena keluarga menunggu hasil tangkapan ikan.",
    ],
)
def test_where_another_connector_fits_only_the_relation_is_asked(text: str) -> None:
    (item,) = made(text)
    assert item.prompt == "Kata hubung *karena* dalam kalimat (1) menyatakan hubungan …."
    assert options(item) == {"sebab": True, "tujuan": False, "syarat": False, "konsesif": False}
    assert item.text == "numbered"


def test_two_sentences_are_shown_for_a_connector_between_them() -> None:
    text = (
        "Petugas telah memeriksa semua kapal di Pelabuhan Lawana. "
        "Namun, penyebab kebakaran itu belum diketahui."
    )
    (item,) = made(text)
    assert item.prompt.startswith("Petugas telah memeriksa semua kapal di Pelabuhan Lawana. …, ")
    assert options(item) == {
        "Namun (pertentangan)": True,
        "Oleh karena itu (akibat)": False,
        "Misalnya (contoh)": False,
    }
    assert item.reveals == ("s1", "s2")


@pytest.mark.parametrize(
    "text",
    [
        "Harga ikan naik sebab pasokan berkurang di pasar Lawana.",
        "Warga pulang setelah itu ke rumah di tepi pantai Lawana.",
        "Oleh karena itu, warga pulang ke rumah di tepi pantai Lawana.",
        "Sementara petani memanen padi, nelayan memperbaiki jaring di rumah.",
    ],
)
def test_words_of_several_senses_give_nothing(text: str) -> None:
    assert made(text) == []


def test_a_relation_is_never_beside_one_it_is_confused_with() -> None:
    for relation, others in APART.items():
        assert relation not in others
    assert "akibat" not in APART["sebab"]
    assert "sebab" not in APART["akibat"]
    assert {one.relation for one in connectors().values()} <= set(MEANINGS)


def test_before_a_noun_phrase_the_word_is_a_preposition_and_not_asked_for() -> None:
    text = "Naskah tua di istana itu hanya boleh dibuka setelah upacara tertentu, kata penjaganya."
    assert all("setelah" not in item.prompt for item in made(text))
