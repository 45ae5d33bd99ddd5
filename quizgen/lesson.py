"""The frame of a lesson around a sheet: Pramembaca, Membaca, Pascamembaca and Menulis.

Tasks and hints are sentences of ``lesson.toml`` that fit any news text; the text gives its title,
key words, names and places. How hard the tasks are depends on the level of the class.

Known limits: nobody checks that a name deserves the question about it, so the questions ask only
what the text says; minutes are estimates.
"""

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from quizgen import key_words, wording
from quizgen.lesson_names import Names, listed, names_of
from quizgen.model import (
    Document,
    FreeText,
    Item,
    Lesson,
    LessonPhase,
    LessonTask,
    RubricRow,
    Section,
    VocabularyNote,
    Worksheet,
)
from quizgen.records import identify
from quizgen.text_level import text_level

_ADDED = re.compile(r"\s*\([^()]*\)$")
_UNKNOWN_LEVEL = 4
"""What a text counts as whose level neither the teacher nor the text itself tells."""
_FEWEST_WORDS = 3
_MINUTES_AN_ITEM = 1.5
_STEP = 5
_SHORT, _LONG = 2, 3
"""Lines to write on."""


def with_lesson(worksheet: Worksheet) -> Worksheet:
    """Return the sheet with a lesson around it and its writing task as the last section.

    A sheet without items stays as it is.
    """
    if not worksheet.sections or worksheet.lesson:
        return worksheet
    level = worksheet.level or text_level(worksheet.document) or _UNKNOWN_LEVEL
    row = _data()["levels"][str(level)]
    names = names_of(worksheet)
    minutes = row["minutes"]
    lesson = Lesson(
        before=LessonPhase(minutes=minutes["before"], tasks=_before(worksheet, row, level)),
        reading=LessonPhase(
            minutes=_reading_minutes(worksheet, row["pace"]), tasks=(_task(row, "gist", _SHORT),)
        ),
        after=LessonPhase(minutes=minutes["after"], tasks=_after(row, names)),
        writing=LessonPhase(minutes=minutes["writing"]),
    )
    sections = (*worksheet.sections, _writing(worksheet, row, level))
    return replace(worksheet, lesson=lesson, sections=sections)


@cache
def _data() -> dict[str, Any]:
    text = resources.files("quizgen").joinpath("lesson.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _task(row: dict[str, Any], name: str, lines: int, hint: str = "", **values: str) -> LessonTask:
    """Return a task of the level's band with the hint of its name, or the one that is named."""
    return LessonTask(
        prompt=_data()[row["band"]][name].format(**values),
        hint=_data()["hints"][hint or name].format(**values),
        lines=lines,
    )


def _before(worksheet: Worksheet, row: dict[str, Any], level: int) -> tuple[LessonTask, ...]:
    title = worksheet.article.title or ""
    # Stars would be read as marks of italics.
    if title and "*" not in title:
        predict = _task(row, "title", _LONG, title=wording.quoted(" ".join(title.split())))
    else:
        predict = _task(row, "no_title", _LONG)
    return predict, _words(worksheet, row, level), _task(row, "known", _SHORT)


def _words(worksheet: Worksheet, row: dict[str, Any], level: int) -> LessonTask:
    notes = _key_notes(worksheet, row["key_words"], level)
    if len(notes) < _FEWEST_WORDS:
        return _task(row, "no_words", _LONG)
    numbers = [worksheet.document.sentence(note.sentence).number for note in notes]
    glosses = worksheet.language == "en" or row["band"] != "hard"
    words = tuple((note.headword, _meaning(note, glosses=glosses)) for note in notes)
    return replace(_task(row, "words", _LONG, places=listed(numbers)), words=words)


def _key_notes(worksheet: Worksheet, count: int, level: int) -> list[VocabularyNote]:
    """Return the words nearest to the level, in the order of the text; no answer of an item."""
    items = [item for _, item in worksheet.items()]
    asked = key_words.asked_words(items) | key_words.answer_words(items)
    printed = [number for number, _, _ in worksheet.blocks()]
    notes = key_words.glossed(worksheet.document, printed, asked)
    nearest = sorted(notes, key=lambda note: abs((note.level or level) - level))[:count]
    return sorted(nearest, key=lambda note: _place(note, worksheet.document))


def _place(note: VocabularyNote, document: Document) -> tuple[int, int]:
    sentence = document.sentence(note.sentence)
    return sentence.number, sentence.text.find(note.form)


def _meaning(note: VocabularyNote, *, glosses: bool) -> str:
    """Return the definition, with the English gloss in brackets where learners may need it.

    What a gloss adds about the form in the text is left out, for the headword is shown.
    """
    gloss = _ADDED.sub("", note.gloss or "")
    if note.definition and gloss and glosses:
        return f"{note.definition} ({gloss})"
    return note.definition or gloss


def _after(row: dict[str, Any], names: Names) -> tuple[LessonTask, ...]:
    named = ("no_names", "one_name", "two_names")[bool(names.first) + bool(names.second)]
    hint = "compare_places" if names.places else "compare"
    values = names.values()
    return (
        _task(row, named, _LONG, **values),
        _task(row, "speaker" if names.speaker else "no_speaker", _LONG, **values),
        _task(row, "compare", _LONG, hint, **values),
    )


def _reading_minutes(worksheet: Worksheet, pace: int) -> int:
    """Return the minutes for two readings and the items, rounded up."""
    words = sum(len(text.split()) for _, _, text in worksheet.blocks())
    minutes = 2 * words / pace + _MINUTES_AN_ITEM * sum(1 for _ in worksheet.items())
    return _STEP * -int(-minutes // _STEP)


def _writing(worksheet: Worksheet, row: dict[str, Any], level: int) -> Section:
    tasks = _data()[row["band"]]["writing"]
    task = tasks[worksheet.seed % len(tasks)]
    rubric = tuple(RubricRow(**each) for each in task["rubric"])
    item = Item(
        id="",
        type="writing",
        response=FreeText(rubric=rubric),
        prompt=task["prompt"].format(words=row["words"]),
        evidence=(),
        process="evaluate",
        level=level,
        points=sum(each.points for each in rubric),
    )
    told = wording.instruction(item, worksheet.language)
    return Section(
        type=item.type,
        heading=wording.table(worksheet.language)["writing"],
        instruction=told,
        items=(identify(replace(item, instruction=wording.instruction(item, "id"))),),
        first=1 + sum(1 for _ in worksheet.items()),
    )
