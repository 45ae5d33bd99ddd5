"""The estimated level of a text and what makes it hard."""

import pytest

from quizgen import corpus
from quizgen.language.annotate import annotate
from quizgen.language.readability import readability
from quizgen.model import Article

EASY = "Ani membaca buku. Budi pergi ke pasar. Ibu membeli ikan. Ayah bekerja di kantor."
HARD = (
    "Penyelenggaraan pertemuan yang dimaksudkan untuk memulihkan kepercayaan, yang sempat terganggu"
    " karena pelanggaran kesepakatan, menuntut keterbukaan agar penyelesaian perselisihan tercapai"
    " sebelum masa persidangan berakhir."
)


def level(text: str) -> int:
    found = readability(annotate(Article(id="uji", paragraphs=(text,))))
    assert found is not None
    return found.level


def test_short_plain_sentences_are_easier_than_one_long_nested_one() -> None:
    assert level(EASY) <= 2
    assert level(HARD) >= 6


def test_the_hard_sentence_and_its_features_are_named() -> None:
    found = readability(annotate(Article(id="uji", paragraphs=(EASY, HARD))))
    assert found is not None
    assert (found.long, found.nested) == ((), ("s5",))
    assert any("kalimat 5" in remark for remark in found.remarks())
    assert [feature.name for feature in found.features] == [
        "words_per_sentence", "clauses_per_sentence", "uncommon_words", "abstract_nouns",
    ]  # fmt: skip


@pytest.mark.parametrize("id", corpus.article_ids())
def test_a_corpus_text_is_estimated_near_its_own_level(id: str) -> None:
    found = readability(corpus.load_document(id))
    written_for = corpus.load_article(id).level
    assert found is not None
    assert written_for is not None
    assert abs(found.score - written_for) <= 1.2


def test_a_text_without_words_has_no_level() -> None:
    assert readability(annotate(Article(id="uji", paragraphs=("123.",)))) is None
