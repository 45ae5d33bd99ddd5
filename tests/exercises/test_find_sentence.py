"""Where information stands: one sentence states it, nothing else could be taken for it."""

import random

import pytest

from quizgen.exercises.find_sentence import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Item

PLAIN = (
    "Koperasi nelayan itu menyewa dua perahu kayu dari Palopo.",
    "Sebanyak 40 nelayan ikut melaut sejak awal pekan lalu.",
    "Ketua koperasi memuji kerja keras para anggota.",
    "Ikan segar itu dijual kepada 12 rumah makan di kota.",
)


def made(*sentences: str, title: str | None = None) -> list[Item]:
    document = annotate(Article(id="uji", title=title, paragraphs=(" ".join(sentences),)))
    return list(EXERCISE.generate(document, random.Random(1)))


def key(item: Item) -> str:
    assert isinstance(item.response, Choice)
    (right,) = [each.text for each in item.response.options if each.correct]
    return right


@pytest.mark.parametrize(
    ("stated", "asked"),
    [
        ("Hasil tangkapan mereka naik 15 persen dalam sebulan.", "persentase"),
        ("Setiap nelayan membayar iuran sebesar Rp20.000 kepada koperasi.", "jumlah uang"),
        (
            "Perahu terakhir merapat pukul 17.30 sore itu.",
            "pukul berapa sesuatu berlangsung",
        ),
        ("Nelayan tertua di kampung itu berusia 71 tahun.", "usia seseorang"),
        ("Jaring baru itu sepanjang 300 meter dan dibuat di Makassar.", "satuan panjang"),
        ("Mereka membawa pulang 3 ton tongkol dan cakalang.", "satuan berat"),
        ("Tambak di belakang kampung mencapai 5 hektare.", "satuan luas"),
        ("Lomba perahu kampung digelar pada 17 Agustus.", "tanggal"),
        ("Koperasi nelayan di kampung itu berdiri sejak 1998.", "angka tahun"),
        ("Rapat anggota koperasi digelar setiap Kamis malam.", "nama hari"),
        ("Musim tangkap cakalang dimulai pada Oktober mendatang.", "nama bulan"),
    ],
)
def test_the_only_sentence_that_states_something_is_asked_for(stated: str, asked: str) -> None:
    (item,) = made(*PLAIN, stated)
    assert item.prompt == f"Kalimat yang menyebutkan {asked} adalah kalimat nomor …."
    assert key(item) == "5"
    assert item.text == "numbered"


@pytest.mark.parametrize(
    ("stated", "also"),
    [
        ("Hasil tangkapan naik 15 persen bulan lalu.", "Porsi tongkol hanya beberapa persen."),
        (
            "Iuran koperasi itu sebesar Rp20.000 seorang.",
            "Sewa perahu menelan 2 juta sebulan.",
        ),
        (
            "Perahu itu merapat di dermaga pukul 17.30.",
            "Pasar ikan buka jam enam setiap hari.",
        ),
        ("Nelayan tertua di sana berusia 71 tahun.", "Rekannya, Daeng Rala (68), masih melaut."),
        ("Lomba perahu digelar pada 17 Agustus nanti.", "Panitia rapat sejak Juni di balai desa."),
        ("Rapat anggota digelar setiap Kamis malam.", "Pasar ikan di kota libur pada Minggu."),
    ],
)
def test_what_could_be_taken_for_it_elsewhere_shuts_it_out(stated: str, also: str) -> None:
    assert not made(*PLAIN, stated, also)


def test_a_title_that_states_it_too_shuts_it_out() -> None:
    stated = "Hasil tangkapan mereka naik 15 persen dalam sebulan."
    assert not made(*PLAIN, stated, title="Tangkapan Naik 15 Persen")


def test_a_sentence_is_looked_for_once() -> None:
    both = "Koperasi membeli 3 ton es seharga Rp900.000 untuk para nelayan."
    assert len(made(*PLAIN, both)) == 1


def test_wrong_sentences_have_figures_of_another_kind_where_there_are_any() -> None:
    more = "Ketua koperasi memuji pula para pembeli ikan."
    (item,) = made(*PLAIN, more, "Hasil tangkapan mereka naik 15 persen dalam sebulan.")
    assert isinstance(item.response, Choice)
    assert {"2", "4"} < {each.text for each in item.response.options}


def test_too_few_sentences_give_nothing() -> None:
    assert not made(*PLAIN[:2], "Hasil tangkapan mereka naik 15 persen dalam sebulan.")


def test_a_week_is_no_day() -> None:
    stated = "Rapat anggota digelar setiap Kamis malam."
    (item,) = made(*PLAIN, stated, "Perahu itu baru pulang dua minggu kemudian.")
    assert key(item) == "5"


def test_a_line_of_few_words_is_no_sentence_to_be_found() -> None:
    assert not made(*PLAIN, "Kamis (14/8).")
