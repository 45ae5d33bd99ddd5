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
