"""Statements that stand on their own, their false versions, and what is built on them."""

import random
import re

import pytest

from quizgen.exercises import essay, summary_cloze, verification, who_said
from quizgen.exercises.statements.alterations import alter
from quizgen.exercises.statements.statements import statements
from quizgen.language.annotate import annotate
from quizgen.model import Article, Categorise, Document, FreeText, Gap


def read(*paragraphs: str) -> Document:
    return annotate(Article(id="uji", paragraphs=paragraphs))


def told(*paragraphs: str) -> list[str]:
    return [said.full() for said in statements(read(*paragraphs))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "KENDARI – Pemerintah Kota Kendari menerima 12 perahu baru pada 5 Mei 2024.",
            "Pemerintah Kota Kendari menerima 12 perahu baru pada 5 Mei 2024.",
        ),
        (
            "Wali Kota Kendari, Siti Rahmawati, mengatakan bahwa pasar ikan akan dibuka pada "
            "7 Juli 2024.",
            "Menurut Siti Rahmawati, pasar ikan akan dibuka pada 7 Juli 2024.",
        ),
    ],
    ids=["without its dateline", "with its source"],
)
def test_a_statement_is_whole_and_keeps_its_source(text: str, said: str) -> None:
    assert told(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Ia menerima perahu itu pada 5 Mei 2024.",
        "Tekanan datang dari dalam negeri.",
        "Panitia, Senin (5/8/2024), membagikan 40 buku.",
    ],
    ids=["points back", "says little", "date without its preposition"],
)
def test_what_is_not_clear_alone_is_no_statement(text: str) -> None:
    assert told(text) == []


def test_what_is_wished_for_is_not_stated_as_a_fact() -> None:
    found = told("Rahmawati mengusulkan agar tarif parkir diturunkan menjadi Rp2.000.")
    assert not any(said.startswith("Tarif") for said in found)


def test_a_sentence_inside_a_longer_quotation_is_no_statement() -> None:
    text = (
        '"Kami menunggu sejak pagi. Petugas membagikan 30 paket beras kepada warga desa. '
        'Semua berjalan lancar," kata Kepala Desa Wolasi, Rudi Hartono.'
    )
    assert not any(said.startswith("Petugas") for said in told(text))


def changed(text: str) -> tuple[str, str, str] | None:
    document = read(text)
    (said,) = statements(document)
    found = alter(said, document)
    return (found.kind, found.was, found.now) if found else None


def test_a_number_is_altered_before_anything_else() -> None:
    assert changed("Warga Desa Wolasi menanam 400 pohon mangrove.") == ("number", "400", "500")


def test_what_is_completed_is_denied_where_nothing_else_can_be_altered() -> None:
    found = changed("Pemerintah Kota Kendari telah membuka pasar ikan baru.")
    assert found == ("polarity", "telah membuka", "belum membuka")


def test_a_bare_verb_is_not_denied() -> None:
    assert changed("Pemerintah Kota Kendari memperbaiki pasar ikan lama.") is None


VOICES = (
    "Kepala Dinas Perikanan Kendari, Siti Rahmawati, mengatakan bahwa pasar ikan baru akan dibuka "
    "di pelabuhan. Rahmawati menjelaskan bahwa pedagang menempati 80 kios baru di pasar ikan.",
    "Ketua Koperasi Samudra, Rudi Hartono, menilai bahwa pedagang membayar sewa kios yang "
    "terlalu tinggi. Hartono menambahkan bahwa pembeli lama belum kembali ke pasar.",
)


def test_a_table_asks_who_said_what() -> None:
    tables = [
        item.response
        for item in who_said.EXERCISE.generate(read(*VOICES), random.Random(1))
        if isinstance(item.response, Categorise)
    ]
    (table,) = tables
    assert set(table.categories) == {"Siti Rahmawati", "Rudi Hartono"}
    assert len(table.statements) >= 3
    assert all(statement.category in table.categories for statement in table.statements)


FACTS = (
    "Pemerintah Kota Kendari menerima 12 perahu baru pada 5 Mei 2024. "
    "Warga Desa Wolasi menanam 400 pohon mangrove. "
    "Pemerintah Kota Kendari membangun dermaga dengan biaya Rp3 miliar. "
    "Warga Desa Wolasi memanen 90 ton jagung.",
)


def test_a_summary_has_one_gap_a_statement_and_every_key_once() -> None:
    (item,) = summary_cloze.EXERCISE.generate(read(*FACTS), random.Random(1))
    assert isinstance(item.response, Gap)
    keys = [accepted[0] for accepted in item.response.answers]
    assert len(keys) == len(set(keys)) >= 3
    assert all(key not in item.prompt for key in keys)
    assert set(keys) <= {option.text for option in item.response.bank}


def test_verification_has_what_stands_there_and_what_does_not() -> None:
    (item,) = verification.EXERCISE.generate(read(*FACTS), random.Random(1))
    assert isinstance(item.response, Categorise)
    found = {statement.category for statement in item.response.statements}
    assert found == {"Ada di teks", "Tidak ada"}


def test_an_essay_has_a_rubric_that_makes_its_points() -> None:
    items = list(essay.EXERCISE.generate(read(*FACTS, *VOICES), random.Random(1)))
    assert len(items) == 2
    for item in items:
        assert isinstance(item.response, FreeText)
        assert sum(row.points for row in item.response.rubric) == item.points


def test_a_sentence_with_a_verb_of_saying_that_nobody_is_bound_to_states_nothing() -> None:
    text = "Kepastian hukum, kata dia, menyebabkan ekonomi Indonesia tertinggal dari Singapura."
    assert not statements(annotate(Article(id="uji", paragraphs=(text,))))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Harga jagung di Kendari naik dari Rp7.050 menjadi Rp7.125.", "menjadi Rp6"),
        ("Nelayan Kota Kendari dapat berlayar ke Baubau pada 5 Mei 2024.", r"ke (?!Baubau)\w+"),
        ("Kadar garam yang tinggi merusak jaring nelayan di Kendari.", "rendah"),
    ],
    ids=["the order of two amounts", "a place somebody may go to", "another subject"],
)
def test_a_false_version_is_neither_absurd_nor_true_as_well(text: str, never: str) -> None:
    document = read("Hujan turun di Kolaka.", text)
    altered = [alter(said, document) for said in statements(document)]
    assert not any(each and re.search(never, each.text) for each in altered)


def test_a_thing_told_by_its_size_keeps_its_itu() -> None:
    text = (
        "Letusan terakhir gunung setinggi 1.659 meter di atas permukaan laut itu terjadi pada 1998."
    )
    assert not [said for said in told(text) if "laut terjadi" in said]


def test_a_comma_alone_between_a_name_and_its_verb_makes_no_statement() -> None:
    text = "Koordinator aksi, Ns. Rahma Daud, menegaskan pelayanan gawat darurat tetap berjalan."
    assert not [said for said in told(text) if "Daud, menegaskan" in said]


def test_a_clause_keeps_the_word_that_leads_it() -> None:
    text = "Setelah data server disita, diketahui jumlah akun yang menyetor uang ada 2.317."
    assert not [said for said in told(text) if said.startswith("Data server disita")]
