"""Jupyter notebook: the passage, and each section as a player that remembers its answers."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from quizgen import player
from quizgen.formats import _lesson
from quizgen.formats._blocks import Block
from quizgen.formats._cells import Cell
from quizgen.formats._cells import code as _code
from quizgen.formats._cells import literal as _raw
from quizgen.formats._cells import markdown as _markdown
from quizgen.formats._cells import one_line as _one_line
from quizgen.formats._cells import write as write_notebook
from quizgen.formats._inline import rich
from quizgen.formats._player_payload import payload, scored
from quizgen.formats._player_reading import glossary, passage, who
from quizgen.formats.md import MarkdownFormat, escape, inline, write
from quizgen.model import Edition, Worksheet
from quizgen.wording import labels

_LABELS = (
    "answered_right", "notebook_missing", "progress_broken", "progress_unsaved", "question",
    "right_count", "section",
)  # fmt: skip


class Notebook:
    """A notebook that needs anywidget and no quizgen."""

    name = "ipynb"
    suffix = ".ipynb"
    purpose = "A Jupyter notebook with self-checking exercises that keeps the answers."
    leaves_out: Mapping[str, str] = MappingProxyType({})

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the notebook without outputs; the teacher's edition ends with the key."""
        words = labels(worksheet)
        notebook = {
            "cells": list(_cells(worksheet, edition)),
            "metadata": {
                "kernelspec": {
                    "display_name": "Python 3 (ipykernel)",
                    "language": "python",
                    "name": "python3",
                },
                "language_info": {"name": "python"},
                "title": worksheet.article.title or words["worksheet"],
            },
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        return write_notebook(notebook)


def _cells(worksheet: Worksheet, edition: Edition) -> Iterator[Cell]:
    words = labels(worksheet)
    yield _markdown("title", "\n\n".join(_opening(worksheet, edition)))
    yield _code("setup", _setup(worksheet))
    lesson = worksheet.lesson
    if lesson:
        yield _frame("lesson-before", _lesson.before, worksheet, edition)
        yield _frame("lesson-reading", _lesson.reading, worksheet, edition)
    yield _markdown("passage", passage(worksheet, edition=edition))
    help_tables = (glossary(worksheet, edition=edition), who(worksheet))
    if any(help_tables):
        yield _markdown("help", "\n\n".join(filter(None, help_tables)))
    for number, section in enumerate(worksheet.sections, start=1):
        if lesson and section not in worksheet.reading_sections:
            yield _frame("lesson-after", _lesson.after, worksheet, edition)
        yield _markdown(f"section-{number}", f"## {escape(section.heading)}")
        title = f"# @title {_one_line(section.heading)}"
        yield _code(f"show-{number}", f"{title}\nworkbook.show({number})")
    yield _markdown("score-how", f"## {words['score']}\n\n{words['notebook_score']}")
    yield _code("score", f"# @title {words['score']}\nworkbook.score()")
    if edition == "teacher":
        for number, text in enumerate(_key(worksheet), start=1):
            yield _markdown(f"key-{number}", text)


def _frame(
    name: str, part: Callable[..., Iterator[Block]], worksheet: Worksheet, edition: Edition
) -> Cell:
    """Return a part of the lesson as a cell, without lines to write on."""
    words = labels(worksheet)
    blocks = part(worksheet.lesson, words, teacher=edition == "teacher", ruled=False)
    return _markdown(name, write(blocks).removeprefix("---\n\n"))


def _opening(worksheet: Worksheet, edition: Edition) -> Iterator[str]:
    words = labels(worksheet)
    name = words["key"] if edition == "teacher" else words["worksheet"]
    version = f" · {words['version']} {worksheet.version}" if worksheet.version else ""
    yield f"# {escape(name + version)}"
    if edition == "teacher" and worksheet.notices:
        notices = "\n".join(f"> - {inline(rich(notice))}" for notice in worksheet.notices)
        yield f"> **{words['notice']}**\n>\n{notices}"
    if edition == "teacher" and worksheet.lesson:
        yield write([_lesson.schedule(worksheet.lesson, words)])
    yield words["notebook_how"]


def _setup(worksheet: Worksheet) -> str:
    """Return the cell that makes ``workbook``; all that it needs stands in it."""
    words = labels(worksheet)
    shown = {name: words[name] for name in _LABELS}
    sections = [
        {
            "heading": section.heading,
            "ids": [item.id for item in section.items],
            "total": scored(section),
            "payload": player.encode(payload(worksheet, (section,))),
        }
        for section in worksheet.sections
    ]
    parts = (
        f"# @title {words['prepare']}",
        player.runtime().rstrip(),
        f"\nSCRIPT = {_raw(player.script())}",
        f"STYLE = {_raw(player.style())}",
        f"WORDS = {json.dumps(shown, ensure_ascii=False, indent=4)}",
        f"SECTIONS = {json.dumps(sections, ensure_ascii=False, indent=4)}",
        f"PROGRESS = Path({json.dumps(f'{worksheet.article.id}.progress.json')})",
        "workbook = Workbook(SECTIONS, WORDS, player_class(SCRIPT, STYLE), PROGRESS)",
    )
    return "\n".join(parts)


def _key(worksheet: Worksheet) -> list[str]:
    """Return the printed key, cut at its headings: the sheet's title and passage come before.

    The hints of a lesson stand with its tasks.
    """
    bare = replace(worksheet, lesson=None)
    printed = MarkdownFormat().render(bare, edition="teacher").decode("utf-8")
    _, _, *parts = re.split(r"\n\n(?:---\n\n)?(?=## )", printed)
    return [part.strip() for part in parts]


FORMAT = Notebook()
