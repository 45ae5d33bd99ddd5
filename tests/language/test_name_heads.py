"""Names that begin with a word of their kind, and what a bracket tells of a body."""

import pytest

from quizgen.language.annotate import annotate
from quizgen.model import Article, Entity


def entities(text: str) -> tuple[Entity, ...]:
    return annotate(Article(id="t", paragraphs=(text,)), trees=False).entities


def found(text: str) -> list[tuple[str, str]]:
    return [(entity.type, entity.quote) for entity in entities(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pasien itu dirawat di RSUD Dr. Soetomo.", "RSUD Dr. Soetomo"),
        ("Ia dirawat di Rumah Sakit Harapan Kita, Jakarta.", "Rumah Sakit Harapan Kita"),
        ("Rapat digelar oleh Komisi VIII DPR.", "Komisi VIII DPR"),
        ("Data itu berasal dari Divisi Kependudukan PBB.", "Divisi Kependudukan PBB"),
    ],
)
def test_a_body_is_one_name_from_its_first_word_on(text: str, name: str) -> None:
    assert ("ORG", name) in found(text)


@pytest.mark.parametrize("name", ["Candi Mendut", "Katedral Santa Maria", "Keraton Kanoman"])
def test_a_building_begins_with_the_word_for_it(name: str) -> None:
    assert ("LOC", name) in found(f"Rombongan itu mengunjungi {name} pada pagi hari.")


def test_the_person_after_a_body_is_no_part_of_it() -> None:
    names = found("Ketua Komisi X DPR Syaiful Huda menolak rencana itu.")
    assert names == [("ORG", "Komisi X DPR"), ("PER", "Syaiful Huda")]


def test_a_word_for_a_place_inside_a_name_begins_no_place() -> None:
    assert "LOC" not in {kind for kind, _ in found("PT Arung Samudra Jaya menambah dua kapal.")}


def test_letters_of_another_language_stand_for_the_body_before_them() -> None:
    text = "Organisasi Kesehatan Dunia (WHO) menyetujui obat itu. WHO mengujinya lama."
    assert {e.canonical for e in entities(text) if e.quote == "WHO"} == {
        "Organisasi Kesehatan Dunia"
    }


def test_letters_of_common_words_are_no_name() -> None:
    text = "Mahasiswa membayar uang kuliah tunggal (UKT) setiap semester. UKT naik tahun ini."
    assert "UKT" not in {entity.quote for entity in entities(text)}


def test_a_word_with_di_before_it_is_a_place() -> None:
    text = "Banyak rumah runtuh di Wajima. Warga di Wajima mengungsi."
    assert found(text).count(("GPE", "Wajima")) == 2


def test_a_building_keeps_its_full_name_where_the_text_shortens_it() -> None:
    text = "Wisatawan mengunjungi Candi Mendut. Menurut panitia, Mendut ramai."
    assert {e.canonical for e in entities(text) if e.quote == "Mendut"} == {"Candi Mendut"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Negara itu memesan vaksin Mosquirix pada Juli.", "Mosquirix"),
        ("Anak-anak mendapat vaksin pertama, Mosquirix, pada Juli.", "Mosquirix"),
        ("Pemerintah memulai program Sekolah Sungai Bersih (SSB).", "SSB"),
    ],
)
def test_a_thing_is_named_after_the_noun_for_it(text: str, name: str) -> None:
    assert ("PRODUCT", name) in found(text)


def test_a_body_in_capitals_and_the_person_after_it_are_two_names() -> None:
    text = "Sekretaris Jenderal WMO Celeste Saulo mengatakan bahwa WMO khawatir."
    assert found(text) == [("ORG", "WMO"), ("PER", "Celeste Saulo"), ("ORG", "WMO")]


def test_a_country_of_two_words_is_not_cut_before_a_person() -> None:
    text = "Duta Besar Indonesia untuk Arab Saudi Abdul Aziz Ahmad hadir."
    assert found(text)[1:] == [("GPE", "Arab Saudi"), ("PER", "Abdul Aziz Ahmad")]


def test_a_king_has_one_name_and_a_number() -> None:
    assert ("PER", "Charles III") in found("Ia diterima oleh Raja Charles III di istana.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kedua negara menandatangani Perjanjian Kemitraan Strategis.", "LAW"),
        ("Bantuan itu diatur dalam Pasal 51 Piagam PBB.", "LAW"),
        ("Acara itu memperingati Hari Kependudukan Dunia.", "EVENT"),
        ("Kekeringan itu disebabkan oleh El Nino.", "EVENT"),
    ],
)
def test_treaties_and_named_days_are_found_by_rule(text: str, name: str) -> None:
    assert name in {kind for kind, _ in found(text)}
