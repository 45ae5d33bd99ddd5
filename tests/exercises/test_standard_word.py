"""Standard words: the table, derived forms, and sentences that give nothing."""

import random

import pytest

from quizgen.exercises.common.plain_sentence import inside_talk, presentable
from quizgen.exercises.standard_word import EXERCISE
from quizgen.exercises.words.standard_words import difference, standard_forms
from quizgen.language.annotate import annotate
from quizgen.language.notices import standard_words
from quizgen.lexicon import dictionary
from quizgen.model import Article, Choice, Item


def made(text: str) -> list[Item]:
    article = Article(id="uji", paragraphs=(text,))
    return list(EXERCISE.generate(annotate(article), random.Random(1)))


def spellings(text: str) -> dict[str, bool]:
    (item,) = made(text)
    assert isinstance(item.response, Choice)
    return {option.text: option.correct for option in item.response.options}


def test_the_table_is_large_and_every_row_has_two_other_spellings() -> None:
    forms = standard_forms()
    assert len(forms) >= 300
    assert len({form.text for form in forms}) == len(forms)
    for form in forms:
        assert len(set(form.wrong)) >= 2, form.text
        assert form.text not in form.wrong


def test_no_wrong_spelling_is_a_word_and_no_right_one_is_non_standard() -> None:
    right = {form.text for form in standard_forms()}
    for form in standard_forms():
        assert form.text.lower() not in standard_words()
        for wrong in form.wrong:
            assert wrong not in right
            assert dictionary().get(wrong) is None, wrong


def test_a_word_of_the_table_is_asked_with_its_other_spellings() -> None:
    text = "Pemilik warung di Pasar Lama mengurus izin usaha sejak awal tahun."
    assert spellings(text) == {"izin": True, "ijin": False, "idzin": False}


def test_a_derived_form_is_asked_in_the_same_derivation() -> None:
    text = "Dinas Pasar mempercepat perizinan usaha bagi pedagang kecil di Lawana."
    assert spellings(text) == {"perizinan": True, "perijinan": False, "peridzinan": False}


def test_a_compound_is_asked_whole() -> None:
    text = "Kedua sekolah di Lawana menjalin kerja sama dengan perpustakaan desa."
    assert spellings(text) == {"kerja sama": True, "kerjasama": False, "kerja-sama": False}


@pytest.mark.parametrize(
    "text",
    [
        # Not standard itself; points back; a name; another slip in the sentence.
        "Pemilik warung di Pasar Lama mengurus ijin usaha sejak awal tahun.",
        "Ia mengurus izin usaha sejak awal tahun di Pasar Lama.",
        "Pemilik warung itu mengurus izin usaha sejak awal tahun.",
        "Pedagang membaca buku Izin Usaha terbitan Dinas Pasar Lawana.",
        "Pemilik warung mengurus izin usaha di apotik milik koperasi desa.",
    ],
)
def test_a_sentence_that_is_no_model_gives_nothing(text: str) -> None:
    assert made(text) == []


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Bupati Lawana membuka pasar baru di tepi pantai.", True),
        ("“Pasar baru akan dibuka pada akhir bulan ini,” kata Rahmat Hidayat.", True),
        ("“Pasar baru akan dibuka pada akhir bulan ini.", False),
        ("Kepala pasar, Rahmat Hidayat mengatakan bahwa pasar baru dibuka.", False),
        ("Pedagang di bangun kios baru oleh koperasi desa.", False),
        ("Pedagang membayar Rp. 5.000 untuk sewa kios setiap hari.", False),
        ("Rahmat menjelaskan bahwa nilainya mencapai 12 persen pada tahun lalu.", False),
        ("Sebanyak 12 orang mengikuti rapat ke-18 di berbagai desa.", True),
    ],
)
def test_which_sentences_stand_alone(text: str, good: bool) -> None:
    (sentence,) = annotate(Article(id="uji", paragraphs=(text,))).sentences
    assert presentable(sentence) is good


def test_the_difference_is_told_in_words() -> None:
    assert difference("risiko", "resiko") == "ditulis dengan i, bukan e"
    assert difference("mancanegara", "manca-negara") == "ditulis serangkai tanpa tanda hubung"


def test_a_sentence_from_the_middle_of_direct_speech_is_not_printed_alone() -> None:
    text = (
        "“Kami mulai bekerja. Bupati memberi izin usaha kepada pedagang kecil di pasar itu."
        " Terima kasih,” kata Rahmat Hidayat. Bupati memberi izin usaha kepada pedagang."
    )
    document = annotate(Article(id="uji", paragraphs=(text,)))
    inside = [
        sentence.text[:12] for sentence in document.sentences if inside_talk(sentence, document)
    ]
    assert inside[0] == "Bupati membe"
    assert not inside_talk(document.sentences[-1], document)
