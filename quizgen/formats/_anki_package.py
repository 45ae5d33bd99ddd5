"""The collection in a package for Anki: decks, notes and their times, equal for equal sheets."""

import hashlib
import itertools
import re
import sqlite3
from typing import Any

import genanki

from quizgen.formats._anki_fields import (
    folded_passage,
    question_fields,
    source,
    vocabulary,
    word_fields,
)
from quizgen.formats._anki_types import question_type, word_type
from quizgen.formats._archive import pack
from quizgen.formats._fragments import Task, html_block, tasks
from quizgen.formats._inline import clean, rich
from quizgen.model import Item, VocabularyNote, Worksheet
from quizgen.wording import table

_TIME = 1_704_067_200
"""When what was never edited was last changed, in seconds: 2024-01-01."""
_SPACE = re.compile(r"\s+")


class _Note(genanki.Note):  # type: ignore[misc]
    """A note that was last changed when its item was: one second later for each revision."""

    revision = 0

    def write_to_db(self, cursor: Any, timestamp: float, deck_id: int, id_gen: Any) -> None:
        """Write the note and its card."""
        super().write_to_db(cursor, timestamp + self.revision, deck_id, id_gen)


def package(worksheet: Worksheet) -> bytes:
    """Return the whole file."""
    made = genanki.Package(_decks(worksheet))
    database = sqlite3.connect(":memory:")
    try:
        made.write_to_db(database.cursor(), _TIME, itertools.count(_TIME * 1000))
        database.commit()
        collection = database.serialize()
    finally:
        database.close()
    return pack({"collection.anki2": collection, "media": b"{}"})


def _decks(worksheet: Worksheet) -> list[genanki.Deck]:
    words = table(worksheet.language)
    name = f"quizgen::{_deck_name(worksheet.article.title or words['passage'])}"
    about = f"<p>{source(worksheet)}</p>{html_block(map(rich, worksheet.notices))}"
    items = _deck(name, about)
    passage = folded_passage(worksheet)
    for task in tasks(worksheet):
        items.add_note(_question(task, worksheet, passage))
    learnt = list(vocabulary(worksheet))
    if not learnt:
        return [items]
    vocables = _deck(f"{name}::{words['glossary']}", about)
    for number, note in enumerate(learnt, start=1):
        vocables.add_note(_word(number, note, worksheet))
    return [items, vocables]


def _deck_name(title: str) -> str:
    """Return a title in which no two colons would part a deck from one below it.

    >>> _deck_name("Bus::Rute:")
    'Bus: :Rute'
    """
    return re.sub(":(?=:)", ": ", " ".join(clean(title).split())).strip(": ")


def _deck(name: str, about: str) -> genanki.Deck:
    digest = hashlib.sha256(name.encode()).digest()
    return genanki.Deck((1 << 30) + int.from_bytes(digest[:4]) % (1 << 30), name, about)


def _question(task: Task, worksheet: Worksheet, passage: str) -> _Note:
    item = task.item
    fields = question_fields(task, worksheet, passage=passage)
    made = _Note(
        question_type(),
        list(fields),
        guid=genanki.guid_for(worksheet.article.id, item.id),
        tags=_tags(item, worksheet),
        due=task.number,
    )
    made.revision = item.revision
    return made


def _word(number: int, note: VocabularyNote, worksheet: Worksheet) -> _Note:
    return _Note(
        word_type(),
        list(word_fields(note, worksheet)),
        guid=genanki.guid_for(worksheet.article.id, "word", note.headword),
        tags=[_tag("kata"), *([_tag(f"bipa-{note.level}")] if note.level else [])],
        due=number,
    )


def _tags(item: Item, worksheet: Worksheet) -> list[str]:
    process = worksheet.profile.processes.get(item.process, item.process)
    return [_tag(each) for each in (item.type, process, f"bipa-{item.level}")]


def _tag(words: str) -> str:
    """Return a tag below ``quizgen``; Anki parts tags by spaces."""
    return f"quizgen::{_SPACE.sub('-', clean(words).strip()).lower()}"
