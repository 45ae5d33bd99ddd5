"""Advice on a level from first answers; the rule itself has its examples in the module."""

from pathlib import Path
from typing import Any

from quizgen.formats.ipynb import content
from quizgen.player.placement import Placement
from tests.formats import sample
from tests.player.widgets import Widget

FIRST, LATER = {"answer": 1, "first": 1}, {"answer": 1, "first": 2}
WORDS = {"advice": "{level}!", "advice_below": "{level} kurang", "advice_open": "lanjut"}


def placed(folder: Path, how: dict[str, Any]) -> dict[str, Any]:
    """Return the points of a learner who has answered everything rightly, ``how`` he did it."""
    shown = content(sample.worksheet())
    shown["labels"] |= WORDS
    book = Placement(shown, Widget, folder)
    for number, section in enumerate(shown["sections"], start=1):
        entry = {**how, "checked": True, "right": True}
        book.show(number).say({"items": dict.fromkeys(section["items"], entry)})
    return book.points()


def test_a_level_is_advised_whose_first_answers_are_right(tmp_path: Path) -> None:
    points = placed(tmp_path, FIRST)
    assert points["right"] == 11
    assert points["advice"] == f"{points['rows'][-1]['name']}!"


def test_an_answer_that_was_mended_does_not_count(tmp_path: Path) -> None:
    points = placed(tmp_path, LATER)
    assert points["right"] == 0
    assert points["advice"] == f"{points['rows'][0]['name']} kurang"
