"""What a pointing word refers to: chosen where the text has names enough, written where not."""

import random

import pytest

from quizgen.exercises.common.distractors import a_person
from quizgen.exercises.reference import EXERCISE
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Entity, Item, ShortAnswer

THREE = (
    "Gubernur Wirawan Setia membuka pasar.",
    "Bupati Hendra Lesmana menjual cabai.",
    "Menteri Ratna Kusuma datang.",
    "Ia membeli dua kilogram cabai.",
)
COMPANY = (
    "Dinas Perhubungan meminta PT Laut Biru menyiapkan kapal pengganti.",
    "Namun, perusahaan itu memiliki dua kapal saja.",
)


def made(*sentences: str, apart: bool = False) -> list[Item]:
    paragraphs = sentences if apart else (" ".join(sentences),)
    document = annotate(Article(id="uji", paragraphs=paragraphs))
    return list(EXERCISE.generate(document, random.Random(1)))


def test_with_three_people_in_the_text_the_right_one_is_chosen() -> None:
    (item,) = made(*THREE)
    assert isinstance(item.response, Choice)
    assert item.prompt == "Kata *Ia* pada kalimat (4) merujuk pada …."


def test_with_two_people_the_name_is_written() -> None:
    (item,) = made(*THREE[1:])
    assert isinstance(item.response, ShortAnswer)
    assert item.prompt == "Kata *Ia* pada kalimat (3) merujuk pada siapa?"
    assert "Ratna Kusuma" in item.response.answers[0]


def test_with_one_person_nothing_is_asked() -> None:
    assert made(*THREE[2:]) == []


def test_a_noun_that_takes_up_a_body_is_asked_for_by_that_noun() -> None:
    (item,) = made(*COMPANY)
    assert isinstance(item.response, ShortAnswer)
    assert item.prompt == "Frasa *perusahaan itu* pada kalimat (2) merujuk pada perusahaan apa?"
    assert item.response.answers == (("PT Laut Biru",),)


def test_across_a_paragraph_only_the_first_person_or_a_speaker_is_surely_meant() -> None:
    assert made(*THREE, apart=True) == []


@pytest.mark.parametrize("before", ["RSUD dr. H.", "Rumah Sakit (RSUD) dr", "Jalan", "Stadion"])
def test_a_name_that_a_building_bears_is_no_person(before: str) -> None:
    text = f"Pasien dibawa ke {before} Wirawan Setia di Kendari."
    document = annotate(Article(id="uji", paragraphs=(text,)))
    start = text.index("Wirawan")
    mention = Entity(start=start, end=start + 13, quote="Wirawan Setia", type="PER",
                     canonical="Wirawan Setia")  # fmt: skip
    assert not a_person("Wirawan Setia", [mention], document)


def test_a_body_taken_for_a_person_is_no_wrong_option() -> None:
    document = annotate(Article(id="uji", paragraphs=(" ".join(THREE),)))
    mention = document.entities[0]
    assert a_person("Wirawan Setia", [mention], document)
    assert not a_person("Badan Iklim, Cuaca, dan Gempa", [mention], document)


def test_who_speaks_beyond_doubt_is_what_ujarnya_points_to() -> None:
    items = made(
        "Gubernur Wirawan Setia membuka pasar.",
        "Bupati Hendra Lesmana menjual cabai bersama warga.",
        "Menteri Ratna Kusuma mengatakan bahwa pasar baru dapat menampung semua pedagang.",
        "“Kami menyiapkan dua ratus kios untuk para pedagang,” ujarnya.",
        apart=True,
    )
    keys = [o.text for i in items if isinstance(i.response, Choice) for o in i.response.options[:1]]
    assert keys == ["Ratna Kusuma"]


def test_dia_in_the_middle_of_what_is_said_is_not_asked_where_somebody_else_was_named() -> None:
    items = made(
        "Kepala Bulog Haryanto Budi mengatakan bahwa gudang sudah penuh.",
        "Ia meminta petani menunggu.",
        "Dalam sambutan yang dibacakan Wakil Bupati Nurfitri Kanna, bupati meminta warga sabar.",
        "Pemerintah, menurut dia, telah menyalurkan 27 traktor kepada petani.",
        "Camat Ratna Kusuma datang.",
    )
    assert not any("kalimat (4)" in item.prompt for item in items)


def test_a_place_after_warga_is_no_person() -> None:
    items = made(
        "Rukmini (58), warga Mustikasari, mengaku datang sejak pagi.",
        "Dia berharap ada kursi tambahan.",
        "Deni Firmansyah (34) mengatakan bahwa antrean terlalu panjang.",
    )
    assert not any(isinstance(item.response, Choice) for item in items)


def test_the_dead_are_no_choice_where_a_living_person_is_meant() -> None:
    dead = "Bupati Hendra Lesmana dan Camat Yusuf Pranata ditemukan tewas."
    items = made("Gubernur Wirawan Setia membuka pasar.", "Menteri Ratna Kusuma datang.", dead)
    living = made(*THREE)
    assert living
    told = made(dead, THREE[0], THREE[2], THREE[3])
    names = {o.text for i in [*items, *told] if isinstance(i.response, Choice)
             for o in i.response.options}  # fmt: skip
    assert not names & {"Hendra Lesmana", "Yusuf Pranata"}


def test_a_full_name_among_first_names_is_written_not_chosen() -> None:
    items = made(
        "Petani Kasmuri menjual cabai.",
        "Pedagang Darsono membeli cabai.",
        "Gubernur Wirawan Setia Hadi membuka pasar. Ia membeli dua kilogram cabai.",
        apart=True,
    )
    assert [type(item.response) for item in items] == [ShortAnswer]
