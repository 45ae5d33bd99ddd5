"""Questions for quiz games, which take a table: one question a row, a few short answers each.

Such a game has its own limits. What does not fit is left out whole, never cut, and a sentence
says so: ``chosen`` gives the questions to be answered by choosing, and those sentences.
"""

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.formats._archive import settle
from quizgen.formats._blocks import Line
from quizgen.formats._feedback import feedback
from quizgen.formats._fragments import Task, name, prompt, stem, tasks, text
from quizgen.formats._inline import plain, rich
from quizgen.formats._key import evidence
from quizgen.model import Categorise, Choice, MultiChoice, Statement, Worksheet
from quizgen.wording import table

Cell = str | int

_EPOCH = dt.datetime(2024, 1, 1)
_READING = 8
"""Characters that a learner reads in a second, with time to think."""
_START = 10
"""Seconds before the reading begins."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a game can hold: characters (0 for any number), answers, and the seconds it offers."""

    game: str
    answers: int
    times: tuple[int, ...]
    question: int = 0
    answer: int = 0
    several: bool = True
    """Whether a question may have several right answers that must all be chosen."""
    instructed: bool = True
    """Whether there is room for the instruction in the question."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question, its answers, and which of them are right, counted from 1.

    ``statement`` is the one that is judged, if it is one of several in the item.
    """

    task: Task
    question: str
    answers: tuple[str, ...]
    right: tuple[int, ...]
    seconds: int
    statement: Statement | None = None


def chosen(worksheet: Worksheet, limits: Limits) -> tuple[tuple[Row, ...], list[str]]:
    """Return the rows that the game can hold, and a sentence for each one that it cannot."""
    rows: list[Row] = []
    notices: list[str] = []
    for row in _rows(worksheet, limits):
        excess = _excess(row, limits)
        if excess:
            notices.append(f"leaves out “{name(row.task, worksheet)}”: {excess}.")
        else:
            rows.append(row)
    return tuple(rows), notices


def told(row: Row, worksheet: Worksheet) -> tuple[Line, ...]:
    """Return what may be told after the answer; of a statement nothing on the other ones."""
    if row.statement is None:
        return feedback(row.task.item, worksheet, reasons=True)
    words = table(worksheet.language)
    proof = row.statement.evidence
    proven = replace(row.task.item, evidence=(proof,) if proof else ())
    why = rich(row.statement.why)
    return (
        (*plain(f"{words['answer']}: ", bold=True), *rich(row.statement.category)),
        *(((*plain(f"{words['explanation']}: ", bold=True), *why),) if why else ()),
        *(remark.line for remark in evidence(proven, worksheet)),
    )


def passage_notice(worksheet: Worksheet) -> list[str]:
    """Return a sentence on the passage, which no table holds, if a question needs it."""
    if any(task.with_passage for task in tasks(worksheet)):
        return ["holds no passage: hand it out or show it, for example from a docx or html file."]
    return []


def _rows(worksheet: Worksheet, limits: Limits) -> Iterator[Row]:
    for task in tasks(worksheet):
        match task.item.response:
            case Choice(options=options):
                yield _row(task, worksheet, limits, [(o.text, o.correct) for o in options])
            case MultiChoice(options=options) if limits.several:
                yield _row(task, worksheet, limits, [(o.text, o.correct) for o in options])
            case Categorise(statements=statements, categories=categories):
                for statement in statements:
                    answers = [(each, each == statement.category) for each in categories]
                    yield _row(task, worksheet, limits, answers, statement)
            case _:
                continue


def _row(
    task: Task,
    worksheet: Worksheet,
    limits: Limits,
    answers: Sequence[tuple[str, bool]],
    statement: Statement | None = None,
) -> Row:
    if limits.instructed:
        lines = stem(task, table(worksheet.language))
    else:
        lines = () if statement else prompt(task.item)
    question = one_line((*lines, rich(statement.text) if statement else ()))
    shown = tuple(text(rich(answer)).strip() for answer, _ in answers)
    right = tuple(number for number, (_, hit) in enumerate(answers, start=1) if hit)
    time = seconds((question, *shown), limits.times)
    return Row(task, question, shown, right, time, statement)


def one_line(lines: Iterable[Line]) -> str:
    """Return lines as one, for a cell."""
    return " ".join(part for line in lines if (part := text(line).strip()))


def seconds(words: Iterable[str], times: Sequence[int]) -> int:
    """Return the shortest of the offered times in which the words can be read and answered.

    >>> seconds(["Siapa yang datang?", "Ratna"], (10, 20, 30))
    20
    """
    wanted = _START + sum(map(len, words)) / _READING
    return next((time for time in times if time >= wanted), times[-1])


def _excess(row: Row, limits: Limits) -> str:
    """Return what is too much for the game; empty if nothing is."""
    if len(row.answers) > limits.answers:
        return f"it has {len(row.answers)} answers, and {limits.game} takes {limits.answers}"
    if limits.question and len(row.question) > limits.question:
        long = len(row.question)
        return f"the question has {long} characters, and {limits.game} takes {limits.question}"
    longest = max(map(len, row.answers), default=0)
    if limits.answer and longest > limits.answer:
        return f"an answer has {longest} characters, and {limits.game} takes {limits.answer}"
    return ""


def workbook(sheet: str, rows: Iterable[Sequence[Cell]], widths: Sequence[int]) -> bytes:
    """Return a file for Excel with one sheet; every text stays a text, whatever it begins with."""
    # XlsxWriter is loaded only when a workbook is made.
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _EPOCH})
        page = book.add_worksheet(sheet)
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for column, width in enumerate(widths):
            page.set_column(column, column, width, wrapped)
        for number, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, int):
                    page.write_number(number, column, cell)
                elif cell:
                    page.write_string(number, column, cell)
    return settle(out.getvalue())
