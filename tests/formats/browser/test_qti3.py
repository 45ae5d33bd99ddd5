"""The QTI 3.0 package in the player qti-components: opened, answered, scored."""

from dataclasses import replace
from typing import Any

import pytest

from quizgen.formats.qti3 import FORMAT
from quizgen.model import FreeText, Item, Worksheet

from .. import sample
from ..answers import right_and_wrong
from .qti_player import Player, give

ITEMS = [item for _, item in sample.worksheet().items()]
SCORED = [item for item in ITEMS if not isinstance(item.response, FreeText)]


@pytest.fixture
def player(page: Any, worksheet: Worksheet) -> Player:
    return Player(page, FORMAT.render(worksheet, edition="teacher"))


def one_item(page: Any, worksheet: Worksheet, item: Item) -> Player:
    section = replace(worksheet.sections[0], items=(item,))
    made = replace(worksheet, sections=(section,))
    return Player(page, FORMAT.render(made, edition="teacher"))


def answered(player: Player, item: Item, answer: Any) -> tuple[float, str]:
    place = player.open(item.id)
    give(place, item, answer)
    return player.score(place)


@pytest.mark.parametrize("item", SCORED, ids=lambda item: item.id)
def test_a_right_answer_gets_all_points_and_a_wrong_one_none(player: Player, item: Item) -> None:
    right, wrong = right_and_wrong(item)
    score, told = answered(player, item, right)
    assert score == item.points
    assert told.startswith("Benar.")
    assert "Bukti: " in told
    player.page.reload()
    player.page.wait_for_selector("qti-assessment-item")
    score, told = answered(player, item, wrong)
    assert score == 0
    assert told.startswith("Belum tepat.")
    assert "kalimat" in told
