"""Blooket: a table of questions (CSV), to be imported into a question set.

Source: the import template of blooket.com (*Create, CSV Import*): a title, the headers, then one
question a row with at most four answers.

* Statements to be judged are a question each, with the categories as answers.
* A choice with more than four options is left out whole, and a notice says so.
* The file holds the key, so there is only the teacher's edition.

Known limits: the table has no place for the passage, for points and explanations; marks such as
italics are lost. Of several right answers Blooket takes any one for right, so items that ask for
all of them are left out.
"""

import csv
import io
from collections.abc import Mapping
from types import MappingProxyType

from quizgen.formats._spreadsheet import Cell, Limits, Row, chosen, passage_notice
from quizgen.model import Edition, Worksheet

_LIMITS = Limits(
    game="Blooket", answers=4, times=(20, 30, 45, 60, 90, 120, 180, 300), several=False
)
_TITLE = "Blooket\nImport Template"
_HEADERS = (
    "Question #",
    "Question Text",
    "Answer 1",
    "Answer 2",
    "Answer 3\n(Optional)",
    "Answer 4\n(Optional)",
    "Time Limit (sec)\n(Max: 300 seconds)",
    "Correct Answer(s)\n(Only include Answer #)",
)
_CHOOSING = "Blooket's template has only questions with answers to choose from"


class Blooket:
    """Questions in the layout of Blooket's import template."""

    name = "blooket"
    suffix = ".blooket.csv"
    purpose = "Blooket: a table to import, one question a row."
    leaves_out: Mapping[str, str] = MappingProxyType(
        {
            "multi-choice": "Blooket takes any one of several right answers for right.",
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
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow((_TITLE, *("",) * (len(_HEADERS) - 1)))
        writer.writerow(_HEADERS)
        writer.writerows(map(_cells, range(1, len(rows) + 1), rows))
        return out.getvalue().encode()

    def omits(self, worksheet: Worksheet) -> list[str]:
        """Return what of this sheet is not in the file, beyond ``leaves_out``."""
        return [*passage_notice(worksheet), *chosen(worksheet, _LIMITS)[1]]


def _cells(number: int, row: Row) -> tuple[Cell, ...]:
    answers = (*row.answers, "", "", "", "")[:4]
    return number, row.question, *answers, row.seconds, row.right[0]


FORMAT = Blooket()
