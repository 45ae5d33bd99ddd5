r"""Moodle XML: a category of the question bank, for any quiz of Moodle 4 or newer.

Source: docs.moodle.org, *Moodle XML format* and *Embedded Answers (Cloze) question type*, and what
Moodle's own importers (qformat_xml, qtype_multianswer, qtype_match, qtype_ordering) read.

* A quiz shuffles its questions and shows one a page, so every question brings the passage along,
  open, with a triangle to fold it away. With ``Layout.passage_once`` it is one description before
  the questions instead, for a quiz that keeps their order.
* Matching takes right sides of 255 characters at most; an item with a longer one is a cloze
  question.
* Items to be done without the text do not show it. They stand in a category of their own below
  the other one: a quiz that holds both kinds would show the text after all.
* The file holds the key, so there is only the teacher's edition.

Known limits:

* Ordering needs the question type *ordering*, part of Moodle since 4.4 and a plug-in before;
  elsewhere Moodle says so and imports the rest.
* No question type of Moodle's own gives points for all statements or none: each right statement,
  pair, gap or place earns its share.
* The marks of a cloze question are the whole weights of its fields: with fewer points than
  gaps each gap is worth 1.
* Several short answers may be given in any order, so one right answer given twice counts twice.
* A written answer must equal an accepted one, but for capitals, dashes, the shape of quotation
  marks and a full stop.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from lxml import etree

from quizgen.formats._fragments import (
    Task,
    folding_passage,
    html_block,
    passage_html,
    tasks,
    title,
)
from quizgen.formats._inline import plain, rich
from quizgen.formats._moodle import category, description, fits, question
from quizgen.formats._sheet import source_line
from quizgen.model import Edition, Worksheet
from quizgen.wording import labels


class Moodle:
    """Questions for Moodle's question bank."""

    name = "moodle"
    suffix = ".moodle.xml"
    purpose = "Moodle XML: questions with feedback for a Moodle question bank."
    leaves_out: Mapping[str, str] = MappingProxyType({})
    editions: tuple[Edition, ...] = ("teacher",)

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the file, the same for both editions: it always holds the key."""
        quiz = etree.Element("quiz")
        quiz.extend(_questions(worksheet))
        made: bytes = etree.tostring(
            quiz, encoding="UTF-8", xml_declaration=True, pretty_print=True
        )
        return made


def _questions(worksheet: Worksheet) -> Iterator[Any]:
    once = worksheet.layout.passage_once
    words = labels(worksheet)
    every = list(tasks(worksheet))
    path = (title(worksheet),)
    about = _about(worksheet, words)
    shown = [task for task in every if task.with_passage]
    alone = [task for task in every if not task.with_passage]
    if shown:
        yield category(path, about)
        if once:
            yield description(f"{words['passage']}: {path[0]}", _opening(worksheet, words))
        yield from _asked(shown, worksheet, "" if once else folding_passage(worksheet))
    if alone:
        yield category((*path, words["without_text"]), about)
        yield from _asked(alone, worksheet, "")


def _asked(group: list[Task], worksheet: Worksheet, before: str) -> Iterator[Any]:
    for task in group:
        yield question(task, worksheet, before=before)


def _opening(worksheet: Worksheet, words: dict[str, str]) -> str:
    return html_block([plain(words["read_passage"])]) + passage_html(worksheet)


def _about(worksheet: Worksheet, words: dict[str, str]) -> str:
    """Return the source line, and what the teacher should know before using the text.

    A title that is too long for the name of a category stands here whole.
    """
    whole = title(worksheet)
    long = () if fits(whole) else plain(whole, bold=True)
    return html_block([long, source_line(worksheet, words), *map(rich, worksheet.notices)])


FORMAT = Moodle()
