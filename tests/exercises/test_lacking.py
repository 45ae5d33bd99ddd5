"""Questions and statements that lack a time, a noun or a complement are left alone."""

import random

import pytest

from quizgen.exercises import detail, short_answer, true_false
from quizgen.exercises.questions.lacking import asks_twice, lacks, opens_lacking
from quizgen.language.annotate import annotate
from quizgen.model import Article, Categorise, Document, Item


def document(*sentences: str) -> Document:
    return annotate(Article(id="uji", paragraphs=(" ".join(sentences),)))


def statements(*sentences: str) -> list[str]:
    items: list[Item] = list(true_false.EXERCISE.generate(document(*sentences), random.Random(1)))
    return [
        statement.text
        for item in items
        if isinstance(item.response, Categorise)
        for statement in item.response.statements
    ]


@pytest.mark.parametrize(
    "stem",
    [
        "Kapan saat wabah melanda Kudus?",
        "Kapan pemerintah membangun bendungan sejak untuk menahan banjir?",
        "Kapan petani menanam kopi pada karena harga naik?",
        "Menurut Hasan, kapan setelah pasar dibuka?",
        "Kapan kebun dibuka hingga?",
    ],
)
def test_a_time_word_left_over_is_seen(stem: str) -> None:
    assert asks_twice(stem)


@pytest.mark.parametrize(
    "stem",
    [
        "Kapan pemerintah membangun bendungan untuk menahan banjir?",
        "Sejak kapan warga menanam kopi?",
        "Kapan warga menanam kopi sampai di lereng?",
        "Siapa yang menanam kopi sejak 2019?",
    ],
)
def test_a_whole_question_for_a_time_is_kept(stem: str) -> None:
    assert not asks_twice(stem)


@pytest.mark.parametrize(
    "text",
    [
        "Harga yang murah menjadi alasan utama, meski jaraknya jauh.",
        "Kartu keluarga menjadi syarat.",
        "Hujan deras menjadi kendala terbesar karena jalan berlumpur.",
        "Biaya setiap titik diperkirakan Rp90 juta.",
        "Apa yang menjadi penyebab utama?",
        "Jembatan gantung itu ditargetkan selesai.",
        "Jalan apa yang ditargetkan rampung?",
    ],
)
def test_a_word_without_what_it_asks_for_is_seen(text: str) -> None:
    assert lacks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Harga yang murah menjadi alasan utama warga pindah.",
        "Kartu keluarga menjadi syarat pendaftaran.",
        "Jalan berlumpur merupakan kendala yang dihadapi sopir.",
        "Biaya setiap titik pengisian diperkirakan Rp90 juta.",
        "Setiap hari petani memetik kopi.",
        "Setiap siswa membawa bekal.",
        "Jembatan gantung ditargetkan selesai pada 2027.",
        "Kapan jembatan gantung ditargetkan selesai?",
    ],
)
def test_a_word_with_what_it_asks_for_is_kept(text: str) -> None:
    assert not lacks(text)


def test_a_part_of_something_unnamed_opens_no_statement() -> None:
    assert opens_lacking("sebagian besar berada di pusat kota")
    assert opens_lacking("mayoritas sudah menikah di desa")
    assert not opens_lacking("sebagian besar kios berada di pusat kota")
    assert not opens_lacking("sebagian dari mereka berada di pusat kota")


def test_a_clause_below_another_is_neither_asked_about_nor_judged() -> None:
    told = document(
        "Saat wabah kolera melanda Kudus pada 1927, pabrik gula menutup gudang.",
        "Peneliti Ratna Wulandari membuka museum laut di Makassar.",
    )
    for exercise in (detail.EXERCISE, short_answer.EXERCISE):
        prompts = [item.prompt for item in exercise.generate(told, random.Random(1))]
        assert not any("saat wabah" in prompt.lower() for prompt in prompts)
    assert opens_lacking("saat wabah kolera melanda Kudus pada 1927")
    assert not opens_lacking("saat wabah kolera melanda Kudus, pabrik gula menutup gudang")


FOUR = (
    "Peneliti Ratna Wulandari membuka Museum Laut di Makassar.",
    "Museum Laut memamerkan 40 lukisan tentang terumbu karang.",
    "Pemerintah Kota Makassar membangun gedung museum dengan biaya Rp5 miliar.",
)


def test_the_number_of_sets_and_rounds_is_never_altered() -> None:
    text = "Pada dua set pertama, regu putri Kudus tampil dominan."
    assert text in statements(*FOUR, text)
    text = "Regu putri Kudus menang dalam tiga set langsung atas Jepara."
    assert not any(f"{n} set" in each for each in statements(*FOUR, text)
                   for n in ("dua", "empat", "lima"))  # fmt: skip


def test_no_opposite_beside_a_concession() -> None:
    text = "Biaya perawatan kapal kayu lebih murah, meski kecepatan kapal terbatas."
    assert not any("lebih mahal" in each for each in statements(*FOUR, text))
