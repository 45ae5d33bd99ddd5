"""Wayground (Quizizz until 2025): a spreadsheet of questions, to be imported into an assessment.

Source: the import template that Wayground offers under *Create, Import from spreadsheet*: eleven
columns, a row that explains them, then one question a row; its question types are Multiple Choice,
Checkbox, Fill-in-the-Blank, Open-Ended, Poll and Draw.

* Statements to be judged are a question each, with the categories as options.
* Each gap and each of several short answers is a question of its own with the same text; the
  explanation follows the last one. A bank of at most five words becomes options, a longer one
  stands in the question.
* A question has at most five options or accepted answers; what has more is left out whole, and a
  notice says so.
* The file holds the key, so there is only the teacher's edition.

Known limits: the spreadsheet has no place for the passage and for points; marks such as italics
are lost; several short answers may come in any order, so one given twice counts twice.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from quizgen.formats._feedback import feedback, rubric
from quizgen.formats._fragments import Task, accepted, name, stem, tasks, text, text_block
from quizgen.formats._inline import rich
from quizgen.formats._spreadsheet import (
    Cell,
    Limits,
    chosen,
    one_line,
    passage_notice,
    seconds,
    told,
    workbook,
)
from quizgen.model import Edition, FreeText, Gap, ShortAnswer, Worksheet
from quizgen.wording import table

_OPTIONS = 5
_TIMES = (20, 30, 45, 60, 90, 120, 180, 300, 600, 900)
_LIMITS = Limits(game="Wayground", answers=_OPTIONS, times=_TIMES)
_WIDTHS = (60, 18, 24, 24, 24, 24, 24, 14, 12, 12, 60)
_HEADERS = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in range(1, _OPTIONS + 1)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)
_ABOUT = (
    "Text of the question\n\n(required)",
    "Question Type\n\n(default is Multiple Choice)",
    *(
        f"Text for option {number}\n\n(required in all cases except open-ended & draw questions)"
        for number in (1, 2)
    ),
    *(f"Text for option {number}\n\n(optional)" for number in (3, 4, 5)),
    'The correct option choice (between 1-5).\n\nLeave blank for "Open-Ended", "Poll", "Draw" and'
    ' "Fill-in-the-Blank".',
    "Time in seconds\n\n(optional, default value is 30 seconds)",
    "Link of the image\n\n(optional)",
    "Explanation for the answer\n\n(optional)",
)
_CHOICE, _CHECKBOX, _BLANK, _OPEN = "Multiple Choice", "Checkbox", "Fill-in-the-Blank", "Open-Ended"
_ESSAY_SECONDS = 900


class Wayground:
    """Questions in the layout of Wayground's import template."""

    name = "wayground"
    suffix = ".wayground.xlsx"
    purpose = "Wayground (once Quizizz): a spreadsheet to import, one question a row."
    leaves_out: Mapping[str, str] = MappingProxyType(
        {
            "matching": "Wayground imports no matching questions from a spreadsheet.",
            "ordering": "Wayground imports no ordering questions from a spreadsheet.",
        }
    )
    editions: tuple[Edition, ...] = ("teacher",)

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the file, the same for both editions: it always holds the key."""
        rows = [cells for _, cells in sorted(_rows(worksheet), key=_number)]
        return workbook("Sheet1", (_HEADERS, _ABOUT, *rows), _WIDTHS)

    def omits(self, worksheet: Worksheet) -> list[str]:
        """Return what of this sheet is not in the file, beyond ``leaves_out``."""
        crowded = [
            f"leaves out “{name(task, worksheet)}”: an answer has more than {_OPTIONS} accepted"
            " forms, and Wayground takes no more."
            for task in tasks(worksheet)
            if _crowded(task)
        ]
        return [*passage_notice(worksheet), *chosen(worksheet, _LIMITS)[1], *crowded]


def _rows(worksheet: Worksheet) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """Yield the printed number of an item and the cells of a question on it."""
    for row in chosen(worksheet, _LIMITS)[0]:
        kind = _CHOICE if len(row.right) == 1 else _CHECKBOX
        right = row.right[0] if len(row.right) == 1 else ",".join(map(str, row.right))
        why = text_block(told(row, worksheet))
        number = row.task.number
        yield number, _cells(row.question, kind, row.answers, right, row.seconds, why)
    for task in tasks(worksheet):
        if not _crowded(task):
            for cells in _written(task, worksheet):
                yield task.number, cells


def _number(row: tuple[int, tuple[Cell, ...]]) -> int:
    return row[0]


def _written(task: Task, worksheet: Worksheet) -> Iterator[tuple[Cell, ...]]:
    """Yield the questions that are answered in writing, or by a word of a bank."""
    words = table(worksheet.language)
    asked = one_line(stem(task, words))
    response = task.item.response
    if isinstance(response, FreeText):
        why = "\n".join((_told(task, worksheet), text_block(rubric(response, words))))
        yield _cells(asked, _OPEN, (), "", _ESSAY_SECONDS, why)
    parts = _parts(task)
    bank = _bank(task)
    if len(bank) > _OPTIONS:
        asked = f"{asked} {words['word_bank']}: {', '.join(bank)}."
    for number, answers in enumerate(parts, start=1):
        question = f"{asked} {words['answer']} ({number}):" if len(parts) > 1 else asked
        why = _told(task, worksheet) if number == len(parts) else ""
        taken = {answer.casefold() for answer in answers}
        right = next((i for i, each in enumerate(bank, 1) if each.casefold() in taken), 0)
        time = seconds((question,), _TIMES)
        if right and len(bank) <= _OPTIONS:
            yield _cells(question, _CHOICE, bank, right, time, why)
        else:
            typed = accepted(task.item, answers)[:_OPTIONS]
            yield _cells(question, _BLANK, typed, "", time, why)


def _parts(task: Task) -> tuple[tuple[str, ...], ...]:
    """Return the accepted answers of each question that an item becomes."""
    match task.item.response:
        case Gap(answers=answers):
            return answers
        case ShortAnswer(answers=answers):
            every = tuple(dict.fromkeys(answer for each in answers for answer in each))
            return (every,) * len(answers)
        case _:
            return ()


def _bank(task: Task) -> tuple[str, ...]:
    match task.item.response:
        case Gap(bank=bank):
            return tuple(dict.fromkeys(text(rich(option.text)).strip() for option in bank))
        case _:
            return ()


def _crowded(task: Task) -> bool:
    """Return whether some answer has more accepted forms than there are columns."""
    return any(len(set(answers)) > _OPTIONS for answers in _parts(task))


def _told(task: Task, worksheet: Worksheet) -> str:
    return text_block(feedback(task.item, worksheet, reasons=True))


def _cells(
    question: str, kind: str, options: tuple[str, ...], right: Cell, time: int, why: str
) -> tuple[Cell, ...]:
    padded = (*options, *("",) * _OPTIONS)[:_OPTIONS]
    return question, kind, *padded, right, time, "", why


FORMAT = Wayground()
