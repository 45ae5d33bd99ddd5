"""Main clauses as a whole, and the questions that keep all of their predicate."""

import pytest

from quizgen.exercises.questions.main_questions import main_questions
from quizgen.exercises.questions.mains import mains
from quizgen.language.annotate import annotate
from quizgen.model import Article, Document

OPENED = "Bupati Ratna Wulandari membuka pasar ikan di Kendari, Selasa (10/6/2025)."
RAIN = "Koperasi Tani Makmur menunda panen padi karena hujan lebat merusak jalan desa."


def read(*sentences: str) -> Document:
    return annotate(Article(id="uji", paragraphs=(" ".join(sentences),)))


def asked(*sentences: str) -> dict[str, str]:
    return {question.stem: question.key for question in main_questions(read(*sentences))}


def said(*sentences: str) -> list[str]:
    return [f"{main.who()} {main.says()}" for main in mains(read(*sentences))]


def test_every_part_of_a_clause_is_asked_for_with_the_rest_of_it_whole() -> None:
    assert asked(OPENED) == {
        "Siapa yang membuka pasar ikan di Kendari pada 10 Juni 2025?": "Ratna Wulandari",
        "Kapan Bupati Ratna Wulandari membuka pasar ikan di Kendari?": "10 Juni 2025",
        "Di mana Bupati Ratna Wulandari membuka pasar ikan pada 10 Juni 2025?": "Di Kendari",
        "Apa yang dibuka oleh Bupati Ratna Wulandari di Kendari pada 10 Juni 2025?": "Pasar ikan",
    }


def test_a_reason_is_asked_for_with_mengapa_and_answered_to_its_end() -> None:
    found = asked(RAIN)["Mengapa Koperasi Tani Makmur menunda panen padi?"]
    assert found == "Karena hujan lebat merusak jalan desa"


def test_a_counted_subject_is_asked_for_with_berapa() -> None:
    found = asked("Sebanyak 40 siswa sekolah dasar mengikuti lomba perahu di Danau Toba.")
    assert found["Berapa siswa sekolah dasar yang mengikuti lomba perahu di Danau Toba?"] == "40"


def test_a_subject_without_a_name_is_asked_for_with_its_relative_clause() -> None:
    river = "Warga yang tinggal di tepi sungai diminta membawa surat penting ke balai desa."
    stem = "Siapa yang diminta membawa surat penting ke balai desa?"
    assert asked(river) == {stem: "Warga yang tinggal di tepi sungai"}


def test_what_only_adds_something_after_a_comma_is_left_out() -> None:
    detour = "Wali Kota Hendra Saputra menutup jalan lama, sehingga truk harus memutar lewat kota."
    assert said(detour) == ["Wali Kota Hendra Saputra menutup jalan lama"]


def test_hari_ini_before_a_date_is_left_out_and_the_date_is_asked_for() -> None:
    today = "Gubernur Ratna Wulandari membuka pameran kapal hari ini, Selasa (10/6/2025)."
    assert asked(today)["Kapan Gubernur Ratna Wulandari membuka pameran kapal?"] == "10 Juni 2025"


@pytest.mark.parametrize(
    "sentence",
    [
        "Wali Kota Hendra Saputra akan menutup jalan lama, jika jembatan baru sudah selesai.",
        "Gubernur Ratna Wulandari dikabarkan menolak rencana pembangunan pelabuhan.",
        "Program itu diikuti banyak warga desa di tepi sungai.",
        "Dalam laporan itu, pengurus koperasi menyebut tiga nama desa.",
        "Kami membuka pasar ikan di Kendari pada 5 Mei 2024.",
        "Menurut laporan desa, pengurus koperasi menjual beras murah di balai desa.",
    ],
    ids=["condition", "rumour", "pointing subject", "pointing front", "speaker", "source"],
)
def test_a_clause_that_needs_more_than_itself_gives_nothing(sentence: str) -> None:
    assert said(sentence) == []


def test_a_denied_clause_is_not_asked_who_did_it() -> None:
    denied = "Wali Kota Hendra Saputra tidak menghadiri rapat karena sakit keras."
    assert not any(stem.startswith("Siapa") for stem in asked(denied))


def test_a_pronoun_that_is_sure_is_written_out() -> None:
    found = asked(
        "Bupati Ratna Wulandari tinggal di Kendari.",
        "Ia membuka pasar ikan di tepi laut pada 5 Mei 2024.",
    )
    assert found["Siapa yang membuka pasar ikan di tepi laut pada 5 Mei 2024?"] == "Ratna Wulandari"


def test_what_somebody_is_quoted_with_keeps_its_source() -> None:
    quoted = "“Pengurus koperasi menjual beras murah di balai desa,” kata Ratna Wulandari."
    (main,) = mains(read(quoted))
    assert main.lead == "Menurut Ratna Wulandari, "


def test_an_object_before_a_second_verb_is_not_asked_for() -> None:
    joined = "Bupati Ratna Wulandari membuka pasar ikan dan menyiapkan 40 kursi baru."
    assert not any(stem.startswith("Apa") for stem in asked(joined))


def test_a_subject_that_says_nothing_by_itself_is_not_asked_for() -> None:
    bare = asked("Tantangan terbesar berasal dari keterbatasan dana desa.")
    assert not any(stem.startswith("Apa yang berasal") for stem in bare)


def test_an_object_is_not_parted_from_what_hangs_on_it() -> None:
    found = asked("Bank Indonesia melihat peluang perbaikan pada triwulan terakhir.")
    assert not any(stem.startswith("Apa yang dilihat") for stem in found)
