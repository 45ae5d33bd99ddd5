"""Kahoot!: a spreadsheet of questions, to be imported into a kahoot.

Source: support.kahoot.com, *How to import questions from a spreadsheet to your kahoot*, and the
layout of the template that is offered there: headers in row 8, questions from row 9.

* Statements to be judged are a question each, with the categories as answers.
* A question holds at most 120 characters and four answers of 75; what is longer is left out whole,
  and a notice says so.
* The file holds the key, so there is only the teacher's edition.

Known limits: a spreadsheet for Kahoot! has no place for the passage, for instructions, points and
explanations; marks such as italics are lost.
"""

from collections.abc import Mapping
from types import MappingProxyType

from quizgen.formats._spreadsheet import Cell, Limits, Row, chosen, passage_notice, workbook
from quizgen.model import Edition, Worksheet

_LIMITS = Limits(
    game="Kahoot!",
    answers=4,
    times=(20, 30, 60, 90, 120, 240),
    question=120,
    answer=75,
    instructed=False,
)
_WIDTHS = (5, 60, 30, 30, 30, 30, 16, 16)
_HEAD: tuple[tuple[Cell, ...], ...] = (
    (),
    ("", "Quiz template"),
    ("", "Add questions, at least two answer alternatives, time limit and choose correct answers."),
    ("", "Questions have at most 120 characters and answers at most 75."),
    ("", "If several answers are correct, separate them with a comma."),
    (),
    (),
    (
        "",
        "Question - max 120 characters",
        *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
        "Correct answer(s) - choose at least one",
    ),
)
_CHOOSING = "Kahoot! imports only questions with answers to choose from"


class Kahoot:
    """Questions in the layout of Kahoot!'s import template."""

    name = "kahoot"
    suffix = ".kahoot.xlsx"
    purpose = "Kahoot!: a spreadsheet to import, one short question a row."
    leaves_out: Mapping[str, str] = MappingProxyType(
        {
            "gap": f"{_CHOOSING}.",
            "short-answer": f"{_CHOOSING}.",
            "free-text": f"{_CHOOSING}.",
            "matching": f"{_CHOOSING}, one set of answers a question.",
            "ordering": f"{_CHOOSING}, in no order.",
        }
    )
    editions: tuple[Edition, ...] = ("teacher",)

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the file, the same for both editions: it always holds the key."""
        rows, _ = chosen(worksheet, _LIMITS)
        return workbook("Sheet1", (*_HEAD, *map(_cells, range(1, len(rows) + 1), rows)), _WIDTHS)

    def omits(self, worksheet: Worksheet) -> list[str]:
        """Return what of this sheet is not in the file, beyond ``leaves_out``."""
        return [*passage_notice(worksheet), *chosen(worksheet, _LIMITS)[1]]


def _cells(number: int, row: Row) -> tuple[Cell, ...]:
    answers = (*row.answers, "", "", "", "")[:4]
    right = row.right[0] if len(row.right) == 1 else ",".join(map(str, row.right))
    return number, row.question, *answers, row.seconds, right


FORMAT = Kahoot()
