"""A sentence as it is searched: the values of its words side by side, and its names."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quizgen.model import Document, Sentence, Token
from quizgen.search.pattern import affixes, pattern, root

ALIGNED = ("word", "headword", "lemma", "root", "pattern", "pos", "entity")
"""Attributes of which every word has one value; an entity's type stands at its first word."""
COLUMNS = (*ALIGNED, "affix", "span", "names")
"""What is kept of a sentence beside its text."""
_PLACES = {name: place for place, name in enumerate(COLUMNS)}
_BETWEEN = "\x1f"


class Name(NamedTuple):
    """A name, date or amount; words ``first`` to ``end``, exclusive, are in it."""

    first: int
    end: int
    type: str
    full: str
    """Its words as they stand, a line, and its full name, all without capitals."""


class Text(NamedTuple):
    """What is known of a text: its id and what a search may be narrowed to."""

    id: str
    title: str | None
    topic: str | None
    level: int | None


class Record:
    """One sentence; every column is kept packed, as the index stores it, until it is asked for."""

    __slots__ = ("_columns", "_split", "body", "id", "paragraph")

    def __init__(self, id: str, paragraph: int, body: str, columns: Sequence[str]) -> None:
        self.id, self.paragraph, self.body = id, paragraph, body
        self._columns = columns
        self._split: dict[str, list[str]] = {}

    @property
    def columns(self) -> Sequence[str]:
        """The packed columns, in the order of ``COLUMNS``."""
        return self._columns

    def values(self, column: str) -> list[str]:
        """Return a column's values, one a word; affixes are parted by blanks."""
        found = self._split.get(column)
        if found is None:
            found = self._split[column] = self._columns[_PLACES[column]].split(_BETWEEN)
        return found

    def spans(self) -> list[tuple[int, int]]:
        """Return where the words stand in ``body``, in characters."""
        pairs = (value.partition("-") for value in self.values("span"))
        return [(int(start), int(end)) for start, _, end in pairs]

    def names(self) -> list[Name]:
        """Return the names, dates and amounts in order."""
        return [Name(*one) for one in json.loads(self._columns[_PLACES["names"]])]

    def words(self) -> list[int]:
        """Return the indexes of words and figures, which have a letter or a digit."""
        return [n for n, word in enumerate(self.values("word")) if is_word(word)]


def is_word(value: str) -> bool:
    """Tell whether a value has a letter or a digit, as no punctuation mark has."""
    return any(map(str.isalnum, value))


def packed(columns: Mapping[str, Iterable[str]], names: Iterable[Name]) -> list[str]:
    """Return columns of values, one a word, and names as a ``Record`` keeps them."""
    lists = (columns[name] for name in COLUMNS[:-1])
    joined = [_BETWEEN.join(one.replace(_BETWEEN, " ") for one in values) for values in lists]
    return [*joined, json.dumps(list(names), ensure_ascii=False)]


def text_of(document: Document) -> Text:
    """Return what is known of a document's text."""
    article = document.article
    return Text(article.id, article.title, article.topic, article.level)


def records(document: Document) -> Iterator[Record]:
    """Yield a document's sentences that have words."""
    for sentence in document.sentences:
        if sentence.tokens:
            yield _record(sentence, document)


def _record(sentence: Sentence, document: Document) -> Record:
    names = list(_names(sentence, document))
    types = {name.first: name.type for name in names}
    columns = {
        **dict(zip(ALIGNED[:-1], zip(*map(_aligned, sentence.tokens), strict=True), strict=True)),
        "entity": [types.get(index, "") for index in range(len(sentence.tokens))],
        "affix": [" ".join(affixes(token.segments)) for token in sentence.tokens],
        "span": [
            f"{token.start - sentence.start}-{token.end - sentence.start}"
            for token in sentence.tokens
        ],
    }
    return Record(sentence.id, sentence.paragraph, sentence.text, packed(columns, names))


def _aligned(token: Token) -> tuple[str, ...]:
    values = (token.text, token.headword, token.lemma, root(token.segments))
    return (*(value.casefold() for value in values), pattern(token.segments), token.upos)


def _names(sentence: Sentence, document: Document) -> Iterator[Name]:
    for entity in document.entities_in(sentence):
        inside = [
            index
            for index, token in enumerate(sentence.tokens)
            if token.start < entity.end and token.end > entity.start
        ]
        if inside:
            full = f"{entity.quote}\n{entity.canonical}".casefold()
            yield Name(inside[0], inside[-1] + 1, entity.type, full)
