"""Advice on a level, from first answers to questions on texts of several levels."""

from typing import Any

from quizgen.player.workbook import Workbook

MASTERY = 0.75
"""Share of right answers at which a text can be read with a teacher's help.

Source: Betts, E. A. (1946), Foundations of Reading Instruction: the instructional level begins at
75 % comprehension.
"""
ENOUGH = 0.75
"""Share of a level's questions that must be answered before it says anything."""


def advise(rows: list[dict[str, Any]], words: dict[str, str]) -> str:
    """Return the advice in words for levels in rising order, each with name, right, tried, total.

    The level advised is the highest one that is mastered, with all levels below it.

    >>> words = {"advice": "{level}!", "advice_below": "{level}, help!", "advice_open": "?"}
    >>> easy = {"name": "3", "right": 4, "tried": 4, "total": 4}
    >>> hard = {"name": "4", "right": 1, "tried": 4, "total": 4}
    >>> advise([easy, hard], words), advise([hard], words), advise([], words)
    ('3!', '4, help!', '?')
    """
    told = [row for row in rows if row["total"] and row["tried"] >= ENOUGH * row["total"]]
    if not told or told[0] is not rows[0]:
        return words["advice_open"]
    reached = None
    for row in told:
        if row["right"] < MASTERY * row["total"]:
            break
        reached = row
    if reached is None:
        return words["advice_below"].format(level=rows[0]["name"])
    return words["advice"].format(level=reached["name"])


class Placement(Workbook):
    """A workbook whose skills are levels in rising order; only first answers count."""

    def points(self) -> dict[str, Any]:
        """Return the points with advice on the level to begin with."""
        points = super().points()
        return {**points, "advice": advise(points["rows"], self.labels)}

    def _is_right(self, entry: dict[str, Any]) -> bool:
        return entry.get("right") is True and entry.get("first") == entry.get("answer")
