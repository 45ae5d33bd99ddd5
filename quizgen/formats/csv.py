"""CSV: the items as a table, one a row, for Excel, LibreOffice, Google Sheets and R.

Source: RFC 4180, in UTF-8 with the byte order mark by which Excel knows it; the defence against
formulas is OWASP's (*CSV Injection*).

The columns are number, section, type, instruction, prompt, A to E (and as many more as an item
needs), key, explanation, evidence, level and points. What a lettered column holds depends on the
item: an option, a statement to be judged, a word of the bank, an element as printed, or a right
side to be matched, whose left sides stand in the prompt by number. The key names the letters as
the printed key does.

* A cell that a spreadsheet would take for a formula (``=1+1``, ``@x``, ``-x``) gets an apostrophe
  before it; a bare number does not.
* Stars that mark italics and bold are left out; a gap is ``(1) ____``.
* The file holds the key, so there is only the teacher's edition.

Known limits: the table has no place for the passage, and a reason for each option stands with the
explanation.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import assert_never

from quizgen.formats._feedback import because, rubric
from quizgen.formats._fragments import Task, printed, prompt, tasks, text
from quizgen.formats._inline import rich
from quizgen.formats._key import evidence, key_text, letter, variants
from quizgen.formats._spreadsheet import one_line, passage_notice
from quizgen.model import (
    Categorise,
    Choice,
    Edition,
    FreeText,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Ordering,
    ShortAnswer,
    Worksheet,
)
from quizgen.wording import labels

_BEFORE = ("number", "section", "type", "instruction", "prompt")
_AFTER = ("key", "explanation", "evidence", "level", "points")
_LETTERS = 5
"""Lettered columns that are always there."""
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r]")
_NUMBER = re.compile(r"[+\-]?\d+(?:[.,]\d+)*")


class Csv:
    """One row an item."""

    name = "csv"
    suffix = ".csv"
    purpose = "CSV: a table for any spreadsheet, one item a row, with key and explanation."
    leaves_out: Mapping[str, str] = MappingProxyType({})
    editions: tuple[Edition, ...] = ("teacher",)

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the table, the same for both editions: it always holds the key."""
        rows = list(tasks(worksheet))
        width = max((len(_choices(task.item)) for task in rows), default=0)
        width = max(width, _LETTERS)
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow((*_BEFORE, *map(letter, range(width)), *_AFTER))
        writer.writerows(_cells(task, worksheet, width) for task in rows)
        return out.getvalue().encode("utf-8-sig")

    def omits(self, worksheet: Worksheet) -> list[str]:
        """Return what of this sheet is not in the file."""
        return passage_notice(worksheet)


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("-5"), guarded("Rp5")
    ("'=1+1", '-5', 'Rp5')
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _cells(task: Task, worksheet: Worksheet, width: int) -> list[str]:
    item, words = task.item, labels(worksheet)
    lettered = [text(rich(each)) for each in _choices(item)]
    cells = (
        str(task.number),
        text(rich(task.section.heading)),
        item.type,
        text(task.told),
        _asked(item),
        *lettered,
        *("",) * (width - len(lettered)),
        _answer(item, words),
        " ".join(_explained(item, words)),
        one_line(remark.line for remark in evidence(item, worksheet)),
        str(item.level),
        str(item.points),
    )
    return [guarded(cell) for cell in cells]


def _asked(item: Item) -> str:
    """Return the prompt; of a matching item its left sides as well."""
    asked = one_line(prompt(item))
    if not isinstance(item.response, Matching):
        return asked
    lefts = (f"({n}) {text(rich(left))}" for n, (left, _) in enumerate(item.response.pairs, 1))
    return " ".join((asked, *lefts))


def _choices(item: Item) -> tuple[str, ...]:
    """Return what stands in the lettered columns, in printed order."""
    response = item.response
    match response:
        case Choice(options=options) | MultiChoice(options=options) | Gap(bank=options):
            return tuple(option.text for option in options)
        case Categorise(statements=statements):
            return tuple(statement.text for statement in statements)
        case Matching(pairs=pairs, distractors=distractors):
            return printed((*(right for _, right in pairs), *distractors), response.shown)
        case Ordering(options=options):
            return printed(tuple(option.text for option in options), response.shown)
        case ShortAnswer() | FreeText():
            return ()
        case _:
            assert_never(response)


def _answer(item: Item, words: dict[str, str]) -> str:
    """Return the key, with the other accepted answers, or the model answer of an essay."""
    response = item.response
    match response:
        case Gap(answers=answers) | ShortAnswer(answers=answers):
            return key_text(item, words) + variants(answers, words)
        case FreeText(model_answer=answer):
            return text(rich(answer)) or key_text(item, words)
        case _:
            return key_text(item, words)


def _explained(item: Item, words: dict[str, str]) -> Iterator[str]:
    """Yield the explanation, and why each part is judged as it is."""
    if item.explanation:
        yield text(rich(item.explanation))
    response = item.response
    match response:
        case Choice(options=options) | MultiChoice(options=options) | Gap(bank=options):
            yield from (f"{letter(i)}: {text(because(o))}" for i, o in enumerate(options) if o.why)
        case Categorise(statements=statements):
            judged = ((letter(i).lower(), each) for i, each in enumerate(statements))
            yield from (f"{name}: {text(rich(each.why))}" for name, each in judged if each.why)
        case Ordering(options=options):
            placed = enumerate(options, start=1)
            yield from (f"{place}: {text(because(o))}" for place, o in placed if o.why)
        case FreeText():
            yield one_line(rubric(response, words))
        case _:
            return


FORMAT = Csv()
