"""Files beside the sheets: answer sheets, and the key of all versions side by side."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import click

from quizgen import output_files
from quizgen.cli._output import note
from quizgen.interfaces import Format
from quizgen.model import Edition, Worksheet

ANSWER_SHEET, KEYS = "answer-sheet", "keys"

Step = tuple[str, Callable[[], bytes]]
"""A file's name, and what makes its content."""

answer_sheet_option = click.option(
    "--answer-sheet",
    is_flag=True,
    help="A page beside each sheet, with circles and boxes to fill in.",
)


def extra_pages(
    sheets: Sequence[Worksheet],
    chosen: Sequence[Format],
    editions: Sequence[Edition],
    *,
    answer_sheet: bool,
) -> Iterator[Step]:
    """Yield the further files that were asked for, for every format that is made for paper.

    There is a key of all versions where there are several and the teacher's edition is made.
    """
    # Loaded here, for most calls need neither.
    from quizgen.formats._answer_sheet import answer_sheet as plan_answers
    from quizgen.formats._versions_key import versions_key as plan_keys

    for form in chosen:
        draw: Callable[[Any], bytes] | None = getattr(form, "draw", None)
        if draw is None:
            if answer_sheet:
                note(f"{form.name} has no answer sheet; docx, pdf, html and md have one.")
            continue
        for sheet in sheets if answer_sheet else ():
            name = output_files.file_name(sheet, form, "student", ANSWER_SHEET)
            yield name, partial(_drawn, draw, plan_answers, sheet)
        if len(sheets) > 1 and "teacher" in editions:
            name = output_files.file_name(replace(sheets[0], version=""), form, "teacher", KEYS)
            yield name, partial(_drawn, draw, plan_keys, sheets)


def _drawn(draw: Callable[[Any], bytes], plan: Callable[[Any], Any], content: object) -> bytes:
    return draw(plan(content))
