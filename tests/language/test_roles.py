"""Who holds which office, before a name and in apposition to it."""

import pytest

from quizgen.language.annotate import annotate
from quizgen.language.roles import roles
from quizgen.model import Article


def held(*sentences: str) -> dict[str, str]:
    document = annotate(Article(id="uji", paragraphs=(" ".join(sentences),)))
    return {role.person.canonical: role.office for role in roles(document)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Harga beras turun, kata Gubernur Jawa Timur Ratna Wulandari seusai rapat.",
        "Gubernur Jawa Timur, Ratna Wulandari, meresmikan pasar baru di Surabaya.",
        "Ratna Wulandari, Gubernur Jawa Timur, meresmikan pasar baru di Surabaya.",
    ],
)
def test_an_office_beside_a_name_is_its_holders(sentence: str) -> None:
    assert held(sentence) == {"Ratna Wulandari": "Gubernur Jawa Timur"}


def test_an_office_of_nothing_in_particular_is_left_out() -> None:
    assert held("Direktur Ratna Wulandari meresmikan pasar baru di Surabaya.") == {}


def test_a_rank_is_no_part_of_the_office() -> None:
    found = held("Kapolres Bogor AKBP Hendra Saputra membuka lomba perahu di Bogor.")
    assert found.get("Hendra Saputra") == "Kapolres Bogor"
