"""Questions that no strict teacher would ask are left out."""

import pytest

from quizgen.exercises.questions.ask import ask
from quizgen.exercises.questions.unfit import names_nothing
from quizgen.language.annotate import annotate
from quizgen.model import Article


def asked(*sentences: str) -> dict[str, str]:
    document = annotate(Article(id="uji", paragraphs=(" ".join(sentences),)))
    return {question.stem: question.key for question, _ in ask(document)}


@pytest.mark.parametrize(
    "sentence",
    [
        "LAMPU dermaga di Kenari dipadamkan pada pukul 19.30 WIB.",
        "Peringkat ketiga direbut Petro Kenari Kudus.",
        "Permohonan pertama ditolak karena anggaran habis untuk jembatan Kenari.",
        "Saham perseroan langsung melesat 24,7% ke level Rp212.",
        "Laporan dinas sosial Kudus mengungkap kemiskinan nelayan Kenari.",
    ],
)
def test_nothing_is_asked_of(sentence: str) -> None:
    assert not [stem for stem in asked(sentence) if "pa yang" in stem or "berapa" in stem.lower()]


def test_an_amount_of_time_before_another_event_is_no_end() -> None:
    stems = asked("Gelombang setinggi lima meter mencapai Teluk Kenari 29 menit setelah gempa.")
    assert "Apa yang mencapai Teluk Kenari 29 menit?" not in stems


def test_a_ship_is_no_party() -> None:
    stems = asked("Selama latihan, kapal nelayan dilarang melintas di Selat Kenari.")
    assert not [stem for stem in stems if "pihak mana" in stem.lower()]


def test_a_percentage_that_holds_at_one_hour_only_is_not_asked_for() -> None:
    stem = "Berapa persen saham Bank Kenari naik?"
    assert stem in asked("Saham Bank Kenari naik 1,4% ke Rp4.320.")
    assert stem not in asked("Saham Bank Kenari naik 1,4% ke Rp4.320 saat pembukaan pasar.")


def test_what_is_meant_to_be_done_is_not_asked_for_in_the_passive() -> None:
    stems = asked("Bupati Ratna Wulandari berencana memasang dua lampu di Desa Kenari.")
    assert not [stem for stem in stems if "berencana dipasang" in stem]


def test_a_counted_pair_is_not_asked_for_by_its_first_half() -> None:
    stems = asked("Bupati Ratna Wulandari menyambut 40 wisatawan nusantara dan mancanegara.")
    assert not [stem for stem in stems if "Wulandari dan mancanegara" in stem]


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("Berapa porsi Uni Eropa?", True),
        ("Berapa porsi Uni Eropa dalam ekspor kopi?", False),
        ("Di mana pemeriksaan dilakukan?", True),
        ("Di mana pemeriksaan kapal dilakukan?", False),
        ("Kapan pengadilan akan memutus perkara itu?", False),
    ],
)
def test_a_share_or_a_deed_needs_its_complement(text: str, empty: bool) -> None:
    assert names_nothing(text) is empty


def test_an_event_of_which_there_are_two_is_not_asked_for() -> None:
    one = "Gempa bermagnitudo 7,5 merusak ratusan rumah di Pulau Kenari pada 10 Januari 2023."
    two = "Pada 27 April 2025 gempa lain merusak 126 rumah di Pulau Kenari."
    assert not [key for key in asked(one, two).values() if key.startswith("Gempa")]


def test_what_belongs_to_its_noun_is_no_predicate() -> None:
    stems = asked("Volume pupuk bersubsidi tetap 9,5 juta ton pada tahun ini.")
    assert not [stem for stem in stems if "yang bersubsidi" in stem]
