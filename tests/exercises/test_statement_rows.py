"""The rows of a table of statements: what each says, and what a false one has otherwise."""

import random

import pytest

from quizgen.exercises.statements.judging import rows
from quizgen.exercises.statements.rows import Row
from quizgen.exercises.true_false import EXERCISE
from quizgen.exercises.verification import EXERCISE as VERIFICATION
from quizgen.language.annotate import annotate
from quizgen.model import Article, Categorise, Document

NEWS = (
    "Kepala Dinas Pariwisata Jepara, Hendra Wulandari, membuka lomba layang-layang di Pantai "
    "Kartini. Siti Rohmah (45), pedagang ikan di Semarang, menonton lomba itu.",
    "“Lomba layang-layang ini menarik ribuan wisatawan dari luar daerah,” kata Hendra di Pendopo "
    "Jepara, Sabtu (14/6/2025).",
    "“Dagangan saya habis sebelum tengah hari karena penonton banyak sekali,” ujar Siti.",
)


def read(*paragraphs: str) -> Document:
    return annotate(Article(id="uji", paragraphs=paragraphs))


def row(kind: str, *paragraphs: str) -> Row:
    return next(each for each in rows(read(*paragraphs)) if each.kind == kind)


@pytest.mark.parametrize(
    ("kind", "said", "false"),
    [
        (
            "office",
            "Hendra Wulandari adalah Kepala Dinas Pariwisata Jepara.",
            "Siti Rohmah adalah Kepala Dinas Pariwisata Jepara.",
        ),
        (
            "occasion",
            "Keterangan Hendra Wulandari disampaikan di Pendopo Jepara pada 14 Juni 2025.",
            "Keterangan Hendra Wulandari disampaikan di Pendopo Jepara pada 7 Juni 2025.",
        ),
        (
            "speaker",
            "Ucapan “Lomba layang-layang ini menarik ribuan wisatawan dari luar daerah” "
            "disampaikan oleh Hendra Wulandari.",
            "Ucapan “Lomba layang-layang ini menarik ribuan wisatawan dari luar daerah” "
            "disampaikan oleh Siti Rohmah.",
        ),
        (
            "descent",
            "Siti Rohmah adalah pedagang ikan di Semarang.",
            "Siti Rohmah adalah pedagang ikan di Surakarta.",
        ),
        ("age", "Siti Rohmah berusia 45 tahun.", "Siti Rohmah berusia 40 tahun."),
    ],
)
def test_a_row_says_one_thing_and_its_false_version_has_it_otherwise(
    kind: str, said: str, false: str
) -> None:
    found = row(kind, *NEWS)
    assert found.text == said
    assert found.false is not None and found.false.text == false


def test_every_row_cites_words_of_the_text() -> None:
    document = read(*NEWS)
    for each in rows(document):
        assert each.proof.quote in document.sentence(each.proof.sentence).text


def test_without_another_person_the_office_is_altered() -> None:
    found = row("office", "Kepala Desa Karangwuni, Tomas Siregar, membuka lomba masak.")
    assert found.false is not None
    assert found.false.text == "Tomas Siregar adalah Sekretaris Desa Karangwuni."


def test_nobody_is_given_the_office_of_one_who_is_accused() -> None:
    found = row(
        "office",
        "Kepala Dinas Perhubungan Tegal, Hendra Wulandari, ditahan karena dugaan korupsi.",
        "“Jembatan kayu di desa kami sudah lama rusak,” kata Tomas Siregar.",
    )
    assert found.false is None or found.false.text.startswith("Hendra Wulandari ")


def test_nobody_is_said_to_speak_of_himself_by_name() -> None:
    told = rows(
        read(
            "Bek baru PSIS, Rafli Mahendra, mengikuti latihan pertama di Semarang.",
            "“Rafli bisa bermain di tengah dan di sisi kanan lapangan,” kata pelatih Agus Kuntoro.",
            "“Saya senang sekali kembali bermain di kota kelahiran saya,” ujar Rafli Mahendra.",
        )
    )
    lies = [each.false.text for each in told if each.kind == "speaker" and each.false]
    assert not any("Rafli bisa" in text and "oleh Rafli" in text for text in lies)


@pytest.mark.parametrize(
    "text",
    [
        "Penonton membeli 40 tiket di loket.",
        "Wali Kota mempersilakan PMI membuka dapur umum.",
        "Sutrisno meninggalkan lokasi pada pukul 06.00 WIB.",
        "Persijap perlu membeli dua pemain baru.",
        "Sebuah truk menabrak pagar.",
    ],
    ids=["no name", "an office without a name", "which place", "an opinion", "which truck"],
)
def test_what_leans_on_other_sentences_is_no_row(text: str) -> None:
    assert not [each for each in rows(read(text)) if each.kind == "sentence"]


def test_an_hour_is_told_otherwise() -> None:
    found = row("sentence", "Stasiun Tawang membuka loket pada pukul 06.00 WIB.")
    assert found.false is not None
    assert found.false.text == "Stasiun Tawang membuka loket pada pukul 08.00 WIB."


def test_a_number_that_can_be_counted_in_the_statement_stays() -> None:
    found = row("sentence", "Semarang dan Kudus termasuk dua kota di Jawa Tengah.")
    assert found.false is None or found.false.kind != "number"


@pytest.mark.parametrize("exercise", [EXERCISE, VERIFICATION], ids=["true-false", "verification"])
def test_a_table_is_mixed_and_no_row_shows_what_another_hides(exercise: object) -> None:
    for seed in range(6):
        for item in exercise.generate(read(*NEWS), random.Random(seed)):  # type: ignore[attr-defined]
            assert isinstance(item.response, Categorise)
            said = [each.text for each in item.response.statements]
            assert len({each.category for each in item.response.statements}) == 2
            assert sum("Kepala Dinas Pariwisata Jepara" in text for text in said) <= 1


def test_a_table_says_of_nobody_twice_what_he_is() -> None:
    news = (
        "Wali Kota Salatiga Ratna Kusuma membuka pasar malam di Lapangan Pancasila.",
        "Ketua KONI Salatiga, Bima Siregar, menyumbangkan 40 kursi lipat.",
        "Ketua Kadin Salatiga Ratna Kusuma menyewa 12 tenda dari Boyolali.",
        "Panitia Pasar Malam Salatiga menjual 900 kupon.",
    )
    for seed in range(8):
        for item in EXERCISE.generate(read(*news), random.Random(seed)):
            assert isinstance(item.response, Categorise)
            texts = [row.text for row in item.response.statements]
            told = [text.partition(" adalah ")[0] for text in texts if " adalah " in text]
            assert all(sum(name in text for text in texts) == 1 for name in told)
