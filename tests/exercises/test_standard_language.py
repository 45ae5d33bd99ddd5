"""What is standard enough to be printed as a model."""

import pytest

from quizgen.exercises.common.standard_language import (
    bare_predicate,
    dashed,
    rightly_built,
    spelt,
    tidy,
)
from quizgen.language.annotate import annotate
from quizgen.model import Article, Sentence


def read(text: str) -> Sentence:
    return annotate(Article(id="uji", paragraphs=(text,))).sentences[0]


@pytest.mark.parametrize(
    "text",
    [
        "Nelayan Kendari menjual ikan di pasar desa.",
        "Salma mengatakan bahwa harga ikan naik pada hari Senin.",
        "Salma Rahayu, ibu Wirawan, menjual ikan di pasar desa.",
        "Baik nelayan maupun pedagang menunggu kapal di pelabuhan.",
    ],
)
def test_good_sentences_are_tidy(text: str) -> None:
    sentence = read(text)
    assert tidy(sentence.tokens, sentence.text)
    assert rightly_built(sentence.tokens, set())


@pytest.mark.parametrize(
    "text",
    [
        "Salma mengatakan, harga ikan di pasar desa naik.",
        "Nelayan menjual ikan jelang hari raya di pasar desa.",
        "Nelayan membeli jaring seharga Rp 300 ribu di pasar desa.",
        "Ketua koperasi, Salma Rahayu menjual ikan di pasar desa.",
        "Nelayan menjual ikan di pasar desa, Senin pagi.",
        "Karena ombak tinggi maka nelayan tinggal di rumah.",
        "Pasar ikan sudah ramai, kita senang sekali.",
        "Nelayan menjual ikan kepada ibu Salma di pasar desa.",
        "Nelayan menjual sekitar 20 % ikan di pasar desa.",
    ],
)
def test_what_teachers_correct_in_news_is_not_tidy(text: str) -> None:
    sentence = read(text)
    assert not tidy(sentence.tokens, sentence.text)


def test_a_verb_without_its_prefix_is_found_unless_a_pronoun_leads_it() -> None:
    assert bare_predicate(read("Pemerintah akan bantu nelayan di desa itu.").tokens)
    assert not bare_predicate(read("Laporan itu sudah kami terima dari nelayan.").tokens)


def test_a_wrongly_built_word_is_found_outside_names_only() -> None:
    tokens = read("Warga desa mengkonsumsi ikan segar setiap hari.").tokens
    place = next(i for i, token in enumerate(tokens) if token.text == "mengkonsumsi")
    assert not rightly_built(tokens, set())
    assert rightly_built(tokens, {place})


def test_spellings_and_dashes() -> None:
    assert not spelt("Pedagang mengurus ijin usaha di kantor desa.")
    assert spelt("Pedagang mengurus izin usaha di kantor desa.")
    assert dashed(read("Harga ikan tahun lalu-naik dari harga sebelumnya.").tokens)
    assert not dashed(read("Anak-anak membeli ikan di pasar desa.").tokens)
