"""Jupyter notebook: the passage, and each section as a player that remembers its answers."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from quizgen import player
from quizgen.formats import _cells, _lesson
from quizgen.formats._blocks import Block
from quizgen.formats._cells import Cell
from quizgen.formats._inline import rich
from quizgen.formats._player_payload import fingerprint, payload, unscored
from quizgen.formats._player_reading import cards, glossary, passage, time_line, who
from quizgen.formats.md import MarkdownFormat, escape, inline, write
from quizgen.model import Edition, Worksheet
from quizgen.wording import labels, notebook_labels, skills

_LAST = ("review", "score", "hand_in")
"""What comes after the questions: calls of the workbook, and keys of their words."""


class Notebook:
    """A notebook that needs anywidget and fsrs, and no quizgen."""

    name = "ipynb"
    suffix = ".ipynb"
    purpose = "A Jupyter notebook with self-checking exercises that keeps the answers."
    leaves_out: Mapping[str, str] = MappingProxyType({})

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the notebook without outputs; the teacher's edition ends with the key."""
        title = worksheet.article.title or labels(worksheet)["worksheet"]
        return _cells.notebook(title, _parts(worksheet, edition))


def _parts(worksheet: Worksheet, edition: Edition) -> Iterator[Cell]:
    words = labels(worksheet)
    yield _cells.markdown("title", "\n\n".join(_opening(worksheet, edition)))
    yield _cells.setup(words["prepare"], content(worksheet))
    yield _cells.code("learner", f"# @title {words['identity']}\nworkbook.learner()")
    lesson = worksheet.lesson
    if lesson:
        yield _frame("lesson-before", _lesson.before, worksheet, edition)
        yield _frame("lesson-reading", _lesson.reading, worksheet, edition)
    yield _cells.markdown("passage", passage(worksheet, edition=edition))
    help_tables = (glossary(worksheet, edition=edition), who(worksheet))
    if any(help_tables):
        yield _cells.markdown("help", "\n\n".join(filter(None, help_tables)))
    for number, section in enumerate(worksheet.sections, start=1):
        if lesson and section not in worksheet.reading_sections:
            yield _frame("lesson-after", _lesson.after, worksheet, edition)
        yield _cells.markdown(f"section-{number}", f"## {escape(section.heading)}")
        title = f"# @title {_cells.one_line(section.heading)}"
        yield _cells.code(f"show-{number}", f"{title}\nworkbook.show({number})")
    if after := time_line(worksheet):
        yield _cells.markdown("timeline", after)
    for name in _LAST:
        if name != "review" or cards(worksheet):
            id = name.replace("_", "-")
            yield _cells.markdown(f"{id}-how", f"## {words[name]}\n\n{words[f'notebook_{name}']}")
            yield _cells.code(id, f"# @title {words[name]}\nworkbook.{name}()")
    if edition == "teacher":
        for number, text in enumerate(_key(worksheet), start=1):
            yield _cells.markdown(f"key-{number}", text)


def _frame(
    name: str, part: Callable[..., Iterator[Block]], worksheet: Worksheet, edition: Edition
) -> Cell:
    """Return a part of the lesson as a cell, without lines to write on."""
    words = labels(worksheet)
    blocks = part(worksheet.lesson, words, teacher=edition == "teacher", ruled=False)
    return _cells.markdown(name, write(blocks).removeprefix("---\n\n"))


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


def content(worksheet: Worksheet) -> dict[str, Any]:
    """Return what ``Workbook`` shows; questions and words are sealed."""
    return {
        "sheet": {
            "article": worksheet.article.id,
            "title": worksheet.article.title or "",
            "version": worksheet.version,
            "fingerprint": fingerprint(worksheet),
        },
        "labels": notebook_labels(worksheet.language),
        "skills": skills(worksheet.language),
        "sections": [
            {
                "heading": section.heading,
                "items": {item.id: item.process for item in section.items},
                "unscored": unscored(section),
                "payload": player.encode(payload(worksheet, (section,))),
            }
            for section in worksheet.sections
        ],
        "words": player.encode(cards(worksheet)),
    }


def _key(worksheet: Worksheet) -> list[str]:
    """Return the printed key, cut at its headings: the sheet's title and passage come before.

    The hints of a lesson stand with its tasks.
    """
    bare = replace(worksheet, lesson=None)
    printed = MarkdownFormat().render(bare, edition="teacher").decode("utf-8")
    _, _, *parts = re.split(r"\n\n(?:---\n\n)?(?=## )", printed)
    return [part.strip() for part in parts]


FORMAT = Notebook()
