"""Rules of the corpus: one function a rule, the first line of its docstring is the message.

``TEXT_RULES`` and ``TOPIC_RULES`` are the tables of codes; a file that cannot be read at all
has the code ``unreadable``.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from quizgen.checks.corpus_subject import (
    Finding,
    Severity,
    Text,
    blanks,
    entries,
    is_date,
    read_subject,
    text_of,
)
from quizgen.checks.teaching_rules import check_teaching
from quizgen.corpus import corpus_root, count_words, text_paths
from quizgen.corpus_annotations import ENTITY_TYPES, VALUE_TYPES, find_quote
from quizgen.corpus_yaml import Fields, read_fields
from quizgen.errors import CorpusError, InputError
from quizgen.lexicon import dictionary

Place = tuple[int, str]
"""The line of what is wrong, and its details."""

WORD_BANDS = {3: (120, 180), 4: (250, 350), 6: (450, 650)}
"""Fewest and most words of a text by BIPA level."""

_LISTS = ("entities", "references", "vocabulary")
_METADATA = ("id", "level", "date", "outlet", "author", "licence", "main_idea", "author_purpose")
_FACT_FIELDS = ("fact", "outlet", "date", "url")
_NOTE_FIELDS = ("form", "headword", "lemma", "level", "gloss", "definition", "why")
_DAY = r"(?:\d{4}(?:-\d{2}(?:-\d{2})?|-Q[1-4]|-H[12]|s)?|C\d{1,2})(?:-(?:early|mid|late))?"
_CLOCK = r"\d{2}:\d{2}(?:[+-]\d{2}:\d{2})?"
_FIGURE = r"-?\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?"
_VALUE_FORMS = {
    "DATE": re.compile(rf"{_DAY}(?:/{_DAY})?"),
    "TIME": re.compile(rf"{_CLOCK}(?:/{_CLOCK})?"),
    "MONEY": re.compile(rf"{_FIGURE} [A-Z]{{3}}"),
    "PERCENT": re.compile(rf"{_FIGURE} %"),
    "QUANTITY": re.compile(rf"{_FIGURE} \S.*"),
    "NUMBER": re.compile(_FIGURE),
}


def check_corpus(root: Path | None = None) -> list[Finding]:
    """Return what breaks a rule in the corpus, sorted by file and line.

    Raises:
        InputError: if the folder holds no text.
    """
    root = root or corpus_root()
    paths = text_paths(root)
    if not paths:
        raise InputError(f"no corpus in {root}: it must hold <topic>/bipa<level>.txt")
    findings = [finding for id, path in paths.items() for finding in _check_text(id, path)]
    for folder in dict.fromkeys(path.parent for path in paths.values()):
        findings += _check_topic(folder)
    for id in paths:
        findings += check_teaching(id, root)
    return sorted(findings, key=lambda finding: (finding.file, finding.line, finding.code))


def _check_text(id: str, path: Path) -> list[Finding]:
    try:
        text = read_subject(id, path)
    except CorpusError as problem:
        return [_unreadable(problem)]
    return [*_apply(TEXT_RULES, text, text.fields.path)]


def _check_topic(folder: Path) -> list[Finding]:
    try:
        topic = read_fields(folder / "topic.yaml")
    except CorpusError as problem:
        return [_unreadable(problem)]
    return [*_apply(TOPIC_RULES, topic, topic.path)]


def _unreadable(problem: CorpusError) -> Finding:
    message = str(problem).removeprefix(f"{problem.path}:{problem.line}: ")
    return Finding(problem.path, problem.line, "unreadable", "error", message)


SubjectT = TypeVar("SubjectT")
Check = Callable[[SubjectT], Iterator[Place]]
Rules = tuple[tuple[str, Severity, Check[SubjectT]], ...]


def _apply(rules: Rules[SubjectT], subject: SubjectT, file: Path) -> Iterator[Finding]:
    for code, severity, check in rules:
        message = (check.__doc__ or "").partition("\n")[0].rstrip(".")
        for line, detail in check(subject):
            yield Finding(file, line, code, severity, f"{message}: {detail}")


def wrong_id(text: Text) -> Iterator[Place]:
    """The id is the folder's name and the file's level, so that no two texts share one."""
    id, level = text_of(text.fields, "id"), text_of(text.fields, "level")
    if id != text.id:
        yield text.fields.line_of("id"), f"'{id}' should be '{text.id}'"
    if level != str(text.article.level):
        yield text.fields.line_of("level"), f"'{level}' should be '{text.article.level}'"


def missing_field(text: Text) -> Iterator[Place]:
    """The annotations have every field of corpus/README.md."""
    for key in (*_METADATA, "sources", "paragraphs", *_LISTS):
        if key not in text.fields.values:
            yield text.fields.line, f"'{key}' is missing"


def blank_field(text: Text) -> Iterator[Place]:
    """No field is blank."""
    yield from blanks(text.fields)


def wrong_date(text: Text) -> Iterator[Place]:
    """The text has the date of its writing, as YYYY-MM-DD."""
    date = text_of(text.fields, "date")
    if not is_date(date):
        yield text.fields.line_of("date"), f"'{date}'"


def wrong_length(text: Text) -> Iterator[Place]:
    """The number of words suits the level."""
    words = count_words(text.article.text)
    fewest, most = WORD_BANDS.get(text.article.level or 0, (0, words))
    if not fewest <= words <= most:
        yield text.fields.line_of("level"), f"{words} words, not {fewest} to {most}"


def wrong_paragraphs(text: Text) -> Iterator[Place]:
    """Every paragraph has its main idea."""
    ideas, there = text.fields.values.get("paragraphs"), len(text.article.paragraphs)
    given = len(ideas) if isinstance(ideas, tuple) else 0
    if given != there:
        yield text.fields.line_of("paragraphs"), f"{given} for {there} paragraphs"


def unknown_source(text: Text) -> Iterator[Place]:
    """A text names its sources, each the outlet of a fact in topic.yaml."""
    outlets = (
        {text_of(fact, "outlet") for fact in entries(text.topic, "facts")} if text.topic else ()
    )
    sources: Any = text.fields.values.get("sources")
    if not isinstance(sources, tuple) or not sources:
        yield text.fields.line_of("sources"), "none is named"
        return
    for source in sources:
        if source not in outlets:
            yield text.fields.line_of("sources"), f"'{source}'"


def stray_entry(text: Text) -> Iterator[Place]:
    """Entities, references and vocabulary list entries with fields."""
    for name in _LISTS:
        value = text.fields.values.get(name, ())
        if not isinstance(value, tuple) or any(not isinstance(entry, Fields) for entry in value):
            yield text.fields.line_of(name), f"'{name}'"


def unknown_sentence(text: Text) -> Iterator[Place]:
    """Every entry names a sentence of the text."""
    for entry in text.entries(*_LISTS):
        if text.sentence_of(entry) is None:
            id = text_of(entry, "sentence")
            yield entry.line_of("sentence"), f"'{id}' is none of s1 to s{len(text.sentences)}"


def lost_quote(text: Text) -> Iterator[Place]:
    """A quote stands in its sentence, word for word."""
    for entry in text.entries("entities", "references"):
        if text.sentence_of(entry) and not text.offsets_of(entry):
            yield entry.line_of("quote"), f"'{text_of(entry, 'quote')}'"


def ambiguous_quote(text: Text) -> Iterator[Place]:
    """A quote that occurs twice in its sentence has a prefix or suffix to tell which."""
    for entry in text.entries("entities", "references"):
        if len(text.offsets_of(entry)) > 1:
            yield entry.line_of("quote"), f"'{text_of(entry, 'quote')}'"


def unknown_type(text: Text) -> Iterator[Place]:
    """An entity has one of the types of corpus/README.md."""
    for entry in text.entries("entities"):
        if text_of(entry, "type") not in ENTITY_TYPES:
            yield entry.line_of("type"), f"'{text_of(entry, 'type')}'"


def missing_canonical(text: Text) -> Iterator[Place]:
    """An entity has a canonical name."""
    for entry in text.entries("entities"):
        if not text_of(entry, "canonical").strip():
            yield entry.line_of("canonical"), f"'{text_of(entry, 'quote')}'"


def wrong_value(text: Text) -> Iterator[Place]:
    """A date, time or amount has its value in the form of corpus/README.md.

    ``value: null`` says that the text does not tell which date or time it is.
    """
    for entry in text.entries("entities"):
        type, value = text_of(entry, "type"), entry.values.get("value")
        untold = type in ("DATE", "TIME") and "value" in entry.values and value is None
        if type in VALUE_TYPES and not untold and not _VALUE_FORMS[type].fullmatch(str(value)):
            given = f"has value '{value}'" if "value" in entry.values else "has no value"
            yield entry.line_of("value"), f"'{text_of(entry, 'quote')}' {given}"


def overlap(text: Text) -> Iterator[Place]:
    """Entities do not overlap."""
    for before, after in pairwise(sorted(text.spans(), key=lambda span: span[:2])):
        if after[0] < before[1]:
            quotes = f"'{text_of(before[2], 'quote')}' and '{text_of(after[2], 'quote')}'"
            yield after[2].line, quotes


def unsorted(text: Text) -> Iterator[Place]:
    """Entries stand in the order of the text."""
    for before, after in pairwise(text.spans()):
        if after[0] < before[0]:
            yield after[2].line, f"'{text_of(after[2], 'quote')}'"
    for name in ("references", "vocabulary"):
        placed = [(s.number, e) for e in text.entries(name) if (s := text.sentence_of(e))]
        for (first, _), (second, entry) in pairwise(placed):
            if second < first:
                yield entry.line, f"s{second} after s{first}"


def lost_anaphor(text: Text) -> Iterator[Place]:
    """A reference has an anaphor that is part of its quote, and an antecedent."""
    for entry in text.entries("references"):
        anaphor = text_of(entry, "anaphor")
        if (
            not anaphor
            or anaphor not in text_of(entry, "quote")
            or not text_of(entry, "antecedent")
        ):
            yield entry.line, f"'{text_of(entry, 'quote')}'"


def lost_form(text: Text) -> Iterator[Place]:
    """A vocabulary form stands in its sentence, as it is written there."""
    for entry in text.entries("vocabulary"):
        sentence, form = text.sentence_of(entry), text_of(entry, "form")
        if sentence and not (form and find_quote(sentence.text, form)):
            yield entry.line_of("form"), f"'{form}'"


def incomplete_note(text: Text) -> Iterator[Place]:
    """A vocabulary note has all its fields, and a BIPA level from 1 to 7."""
    for entry in text.entries("vocabulary"):
        missing = [key for key in _NOTE_FIELDS if key not in entry.values]
        if missing:
            yield entry.line, f"'{text_of(entry, 'form')}' lacks {', '.join(missing)}"
        elif text_of(entry, "level") not in tuple("1234567"):
            yield entry.line_of("level"), f"'{text_of(entry, 'level')}'"


def no_entry(text: Text) -> Iterator[Place]:
    """The headword of a vocabulary note has an entry in the learner's dictionary."""
    known = dictionary().entries
    for entry in text.entries("vocabulary"):
        headword = text_of(entry, "headword")
        if headword and headword not in known:
            yield entry.line_of("headword"), f"'{headword}'"


def wrong_topic_id(topic: Fields) -> Iterator[Place]:
    """A topic's id is its folder's name."""
    if text_of(topic, "id") != topic.path.parent.name:
        yield topic.line_of("id"), f"'{text_of(topic, 'id')}'"


def incomplete_topic(topic: Fields) -> Iterator[Place]:
    """A topic has id, topic, event, date and facts, and no blank field."""
    for key in ("id", "topic", "event", "date", "facts"):
        if key not in topic.values:
            yield topic.line, f"'{key}' is missing"
    yield from blanks(topic)


def incomplete_fact(topic: Fields) -> Iterator[Place]:
    """Every fact has outlet, date and web address of a page that reports it."""
    for entry in entries(topic, "facts"):
        missing = [key for key in _FACT_FIELDS if not text_of(entry, key)]
        if missing:
            yield entry.line, f"{', '.join(missing)} missing"
        elif not is_date(text_of(entry, "date")):
            yield entry.line_of("date"), f"'{text_of(entry, 'date')}' is no date"
        elif not re.match(r"https?://\S+$", text_of(entry, "url")):
            yield entry.line_of("url"), f"'{text_of(entry, 'url')}' is no web address"


TEXT_RULES: Rules[Text] = (
    ("wrong-id", "error", wrong_id),
    ("missing-field", "error", missing_field),
    ("blank-field", "error", blank_field),
    ("wrong-date", "error", wrong_date),
    ("wrong-length", "warning", wrong_length),
    ("wrong-paragraphs", "error", wrong_paragraphs),
    ("unknown-source", "error", unknown_source),
    ("stray-entry", "error", stray_entry),
    ("unknown-sentence", "error", unknown_sentence),
    ("lost-quote", "error", lost_quote),
    ("ambiguous-quote", "error", ambiguous_quote),
    ("unknown-type", "error", unknown_type),
    ("missing-canonical", "error", missing_canonical),
    ("wrong-value", "error", wrong_value),
    ("overlap", "error", overlap),
    ("unsorted", "warning", unsorted),
    ("lost-anaphor", "error", lost_anaphor),
    ("lost-form", "error", lost_form),
    ("incomplete-note", "error", incomplete_note),
    ("no-entry", "error", no_entry),
)

TOPIC_RULES: Rules[Fields] = (
    ("wrong-topic-id", "error", wrong_topic_id),
    ("incomplete-topic", "error", incomplete_topic),
    ("incomplete-fact", "error", incomplete_fact),
)
