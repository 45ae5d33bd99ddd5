"""The item rules over whole items and sheets; each rule alone is in test_rule_cases."""

from dataclasses import replace

import pytest

from quizgen.checks import check_item, check_sheet, item_rules
from quizgen.language.annotate import annotate
from quizgen.model import (
    Article,
    Choice,
    Evidence,
    Gap,
    Item,
    Option,
    Response,
)

TEXT = (
    "Ratna Wulandari membuka museum laut di Makassar pada 12 Mei 2024. "
    "Wali Kota Hendra Saputra menyumbangkan 40 lukisan. "
    "Bupati Tomas Lubis mengatakan bahwa museum laut mampu menampung 900 pengunjung. "
    "Museum itu dikelola oleh Yayasan Bahari Nusantara."
)
DOCUMENT = annotate(Article(id="uji", paragraphs=(TEXT,)))
OPENED = Evidence("s1", "Ratna Wulandari membuka museum laut di Makassar pada 12 Mei 2024")


def choice(key: str, *wrong: str) -> Choice:
    right = Option(text=key, correct=True, why="Dinyatakan dalam kalimat 1.", evidence=OPENED)
    return Choice(options=(right, *(Option(text=text, why="Bukan itu.") for text in wrong)))


def item(prompt: str, response: Response, *, evidence: Evidence = OPENED) -> Item:
    return Item(
        id="uji-1",
        type="detail",
        response=response,
        prompt=prompt,
        evidence=(evidence,),
        process="locate",
        level=3,
    )


WHO = item(
    "Siapa yang membuka museum laut di Makassar?",
    choice("Ratna Wulandari", "Hendra Saputra", "Tomas Lubis"),
)
WHEN = item(
    "Kapan Ratna Wulandari membuka museum laut?",
    choice("12 Mei 2024", "13 Mei 2024", "19 Mei 2024"),
)


def errors(made: Item) -> set[str]:
    return {found.code for found in check_item(made, DOCUMENT) if found.severity == "error"}


@pytest.mark.parametrize("sound", [WHO, WHEN])
def test_a_sound_item_breaks_no_rule(sound: Item) -> None:
    assert errors(sound) == set()


def test_a_gap_needs_an_answer_for_every_number() -> None:
    faulty = item(
        "Ratna Wulandari {{1}} museum laut di {{2}}.",
        Gap(answers=(("membuka",),), bank=(Option(text="membuka", correct=True),)),
    )
    assert errors(faulty)


def test_two_items_on_one_fact_are_found_on_the_sheet() -> None:
    twice = [replace(WHO, facts=("s1",)), replace(WHEN, id="uji-2", facts=("s1",))]
    assert check_sheet(twice, DOCUMENT)


def test_every_rule_has_a_message() -> None:
    assert all(rule.check.__doc__ for rule in item_rules())
