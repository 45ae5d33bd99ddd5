"""Statements: true ones are the text's, false ones differ in one thing."""

import random

from quizgen.exercises.true_false import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.language.morphology import analyse
from quizgen.model import Article, Categorise, Document, Item

SENTENCES = (
    "Peneliti Ratna Wulandari membuka Museum Laut di Makassar pada 12 Mei 2024.",
    "Museum Laut memamerkan 40 lukisan tentang terumbu karang.",
    "Pemerintah Kota Makassar membangun gedung museum dengan biaya Rp5 miliar.",
    "Pengelola Museum Laut menyediakan pemandu berbahasa daerah bagi pengunjung.",
)


def document(*sentences: str) -> Document:
    return annotate(Article(id="uji", paragraphs=(" ".join(sentences),)))


def made(*sentences: str) -> list[Item]:
    return list(EXERCISE.generate(document(*sentences), random.Random(1)))


def test_a_table_has_both_categories_and_each_sentence_once() -> None:
    (item,) = made(*SENTENCES)
    assert isinstance(item.response, Categorise)
    rows = item.response.statements
    assert {statement.category for statement in rows} == {"Benar", "Salah"}
    assert len({s.evidence.sentence for s in rows if s.evidence}) == len(rows) == 3


def test_sentences_that_no_question_asks_are_stated_first() -> None:
    unasked = (
        "Banyak lukisan besar karya Affandi tersimpan di lantai dua.",
        "Beberapa lukisan tua karya Basuki Lubis tersimpan di gudang.",
    )
    for seed in range(5):
        found = EXERCISE.generate(document(*SENTENCES, *unasked), random.Random(seed))
        assert {"s5", "s6"} < set(next(found).reveals)


def test_a_true_statement_has_only_words_of_its_sentence_or_their_other_voice() -> None:
    (item,) = made(*SENTENCES)
    assert isinstance(item.response, Categorise)
    true = [each for each in item.response.statements if each.category == "Benar"]
    lemmas = {analyse(word.strip(".,").lower()).root for word in " ".join(SENTENCES).split()}
    for statement in true:
        words = statement.text.lower().replace(".", "").split()
        assert {analyse(word.strip(",")).root for word in words} <= lemmas | {"oleh"}


def test_a_false_statement_names_what_was_changed() -> None:
    (item,) = made(*SENTENCES)
    assert isinstance(item.response, Categorise)
    for statement in item.response.statements:
        if statement.category == "Salah":
            assert statement.alteration in {"number", "time", "place", "actor"}
            assert "bukan" in statement.why


def test_an_estimate_is_never_altered() -> None:
    estimates = [
        "Museum Laut memamerkan sekitar 40 lukisan tentang terumbu karang.",
        "Gedung Museum Laut menampung lebih dari 900 pengunjung dalam setiap pekan.",
        "Pengelola Museum Laut mempekerjakan sedikitnya 12 pemandu berbahasa daerah.",
    ]
    assert made(*estimates) == []


def test_nobody_is_put_into_an_accident_the_text_keeps_them_out_of() -> None:
    texts = [
        "Budi Santoso menabrak pagar dalam kecelakaan di jalan raya.",
        "Tomas Lubis memotret jembatan kayu dari atas perahu.",
        "Ratna Wulandari menulis laporan tentang jembatan kayu.",
    ]
    for item in made(*texts):
        assert isinstance(item.response, Categorise)
        for statement in item.response.statements:
            assert "kecelakaan" not in statement.text or statement.category == "Benar"
