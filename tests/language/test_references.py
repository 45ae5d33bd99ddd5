"""What pronouns, -nya and nouns with itu, ini or tersebut stand for."""

import itertools

import pytest

from quizgen.language.annotate import annotate
from quizgen.language.references import OFFERED, find_references
from quizgen.model import Article, Document

LEAD = "Wali Kota Palu Ratna Lestari membuka pasar baru di Palu pada Senin."


def analysed(*paragraphs: str) -> Document:
    return annotate(Article(id="a", paragraphs=paragraphs))


def meant(*paragraphs: str) -> list[tuple[str, str]]:
    """Return (anaphor, antecedent) of the references that are sure enough."""
    return [(one.anaphor, one.antecedent) for one in analysed(*paragraphs).references]


@pytest.mark.parametrize("pronoun", ["Ia", "Dia", "Beliau"])
def test_a_pronoun_means_the_person_last_talked_of(pronoun: str) -> None:
    assert meant(LEAD, f"{pronoun} datang bersama para pedagang.") == [(pronoun, "Ratna Lestari")]


def test_a_pronoun_that_speaks_means_the_last_speaker() -> None:
    found = meant(LEAD, "“Pasar ini luas,” kata Ratna.", "“Semua boleh berjualan,” ucap dia.")
    assert ("dia", "Ratna Lestari") in found


def test_nya_on_a_verb_of_saying_is_the_speaker() -> None:
    found = meant(LEAD, "“Pasar ini luas,” kata Ratna.", "“Semua boleh berjualan,” ujarnya.")
    assert found[-1] == ("nya", "Ratna Lestari")


def test_the_clitic_alone_is_the_anaphor() -> None:
    document = analysed("Ratna Lestari menjelaskan bahwa pihaknya membuka pasar di Palu.")
    (reference,) = document.references
    assert document.article.text[reference.start : reference.end] == "nya"
    assert document.article.text[: reference.end].endswith("pihaknya")


def test_nya_on_kin_belongs_to_the_subject() -> None:
    assert meant("Anwar Hasan berangkat bersama istrinya ke Palu.") == [("nya", "Anwar Hasan")]


@pytest.mark.parametrize("word", ["Biasanya", "Akhirnya", "Sebelumnya", "Misalnya"])
def test_a_lexical_nya_means_nothing(word: str) -> None:
    assert meant(LEAD, f"{word}, pasar ramai pada hari libur.") == []


def test_a_noun_with_itu_means_the_fuller_phrase_before() -> None:
    found = meant("Warga membangun jembatan gantung di Palu.", "Jembatan itu dipakai anak sekolah.")
    assert found == [("itu", "jembatan gantung")]


def test_a_noun_with_itu_means_the_name_that_starts_with_it() -> None:
    found = meant(
        "Perahu dibuat di Universitas Tadulako.", "Universitas itu memiliki bengkel kayu."
    )
    assert found == [("itu", "Universitas Tadulako")]


def test_two_phrases_with_one_head_leave_it_open() -> None:
    found = meant(
        "Warga membangun jembatan gantung dan jembatan beton di Palu.", "Jembatan itu dipakai."
    )
    assert found == []


def test_a_country_is_meant_only_if_it_is_the_only_one() -> None:
    alone = meant("Pameran buku dibuka di Vietnam.", "Negara itu mengundang penerbit.")
    assert alone == [("itu", "Vietnam")]
    assert meant("Pameran di Vietnam dan Laos dibuka.", "Negara itu mengundang penerbit.") == []


def test_keduanya_means_two_names_joined() -> None:
    found = meant("Anwar Hasan dan Ratna Lestari bertemu di Palu.", "Keduanya berunding lama.")
    assert found == [("Keduanya", "Anwar Hasan dan Ratna Lestari")]


def test_mereka_means_the_only_group_before() -> None:
    found = meant("Para petani menanam jagung di lereng.", "Mereka memanen dua kali setahun.")
    assert found == [("Mereka", "para petani")]


def test_a_pronoun_inside_a_quotation_is_left_open() -> None:
    found = meant(LEAD, "“Dia sudah pulang,” kata Anwar Hasan.")
    assert found == []


def test_references_never_overlap_and_unsure_ones_stay_out() -> None:
    document = analysed(
        LEAD, "Ratna mengatakan bahwa ia senang. Anwar Hasan menunggu. Ia pulang. Keduanya lega."
    )
    found = find_references(document, document.quotations)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(one.confidence >= OFFERED for one in document.references)
