"""Rules for what a person has made of a corpus text: teaching notes and written questions."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from quizgen.checks import check_item
from quizgen.checks.choice_rules import choice_faults
from quizgen.checks.corpus_subject import Finding, Severity
from quizgen.corpus import annotation_path, load_document
from quizgen.corpus_teaching import (
    Reading,
    load_questions,
    load_reading,
    questions_path,
    reading_path,
)
from quizgen.errors import CorpusError
from quizgen.language.annotate import annotate
from quizgen.language.readability import readability
from quizgen.model import Article, Choice, Document, Item

_FEWEST_EVENTS, _FEWEST_QUESTIONS = 3, 6
_WRONG_CONCLUSIONS = 3
_OPTIONS = 4
_OFF_LEVEL = 1.2
"""How far the estimated level of a text may be from the one it is written for."""
_UNORDERED = "options-unsorted"
"""No fault here: a worksheet puts the options in order."""


def check_teaching(id: str, root: Path) -> list[Finding]:
    """Return what breaks a rule in the notes and questions of one text.

    A text without them breaks none; a quote that is lost in it is the finding ``unreadable``.
    """
    notes, questions = reading_path(id, root), questions_path(id, root)
    if not notes.exists() and not questions.exists():
        return []
    try:
        document = load_document(id, root, annotate=_unparsed)
        reading = load_reading(id, document.sentences, root)
        items = load_questions(id, document.sentences, root)
    except CorpusError as problem:
        message = str(problem).removeprefix(f"{problem.path}:{problem.line}: ")
        return [Finding(problem.path, problem.line, "unreadable", "error", message)]
    found = [_finding(notes, *row) for row in _notes(reading)] if reading else []
    if reading:
        found += [_finding(notes, *row) for row in choice_faults(reading, document)]
    found += [_finding(annotation_path(id, root), *row) for row in _hardness(document)]
    return found + [_finding(questions, *row) for row in _questions(id, items, document)]


def _unparsed(article: Article) -> Document:
    return annotate(article, trees=False)


Row = tuple[str, Severity, str]


def _finding(path: Path, code: str, severity: Severity, message: str) -> Finding:
    return Finding(path, 1, code, severity, message)


def _notes(reading: Reading) -> Iterator[Row]:
    right = sum(one.right for one in reading.conclusions)
    wrong = len(reading.conclusions) - right
    if (right, wrong) != (1, _WRONG_CONCLUSIONS):
        yield "wrong-conclusions", "error", f"{right} right and {wrong} wrong, not 1 and 3"
    if len(reading.events) < _FEWEST_EVENTS:
        yield "few-events", "error", f"{len(reading.events)} events, at least {_FEWEST_EVENTS}"
    dated = [event for event in reading.events if event.date]
    for before, after in pairwise(dated):
        exact = min(len(before.date or ""), len(after.date or ""))
        if (after.date or "")[:exact] < (before.date or "")[:exact]:
            yield "unsorted-events", "error", f"'{after.event}' is earlier than '{before.event}'"


def _hardness(document: Document) -> Iterator[Row]:
    estimate, level = readability(document), document.article.level
    if estimate and level and abs(estimate.score - level) > _OFF_LEVEL:
        yield "off-level", "error", f"reads like BIPA {estimate.score:.1f}, not {level}"


def _questions(id: str, items: tuple[Item, ...], document: Document) -> Iterator[Row]:
    if items and len(items) < _FEWEST_QUESTIONS:
        yield "few-questions", "error", f"{len(items)} questions, at least {_FEWEST_QUESTIONS}"
    for name, times in Counter(item.id for item in items).items():
        if times > 1:
            yield "same-id", "error", f"'{name}' stands {times} times"
    for item in items:
        roles = [o.role for o in item.response.options] if isinstance(item.response, Choice) else []
        if len(roles) != _OPTIONS:
            yield "wrong-options", "error", f"{item.id}: {len(roles)} options, not {_OPTIONS}"
        for each in check_item(item, document):
            if each.severity == "error" and each.code != _UNORDERED:
                yield each.code, "error", f"{item.id} at {id}: {each.message}"
