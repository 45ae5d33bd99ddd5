"""The embedded index: SQLite with FTS5, in a file or in memory."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import resources

from quizgen.corpus_annotations import ENTITY_TYPES
from quizgen.errors import UnknownNameError
from quizgen.model import Document
from quizgen.search import fts
from quizgen.search.fts import Scope
from quizgen.search.query import Condition, Query
from quizgen.search.record import ALIGNED, COLUMNS, Record, Text, records, text_of

COMPLETE = 1
"""The ``user_version`` of a file that was built to its end."""
_FOUND = """SELECT sentence.* FROM posting CROSS JOIN sentence ON sentence.id = posting.rowid
WHERE posting MATCH ?"""
_SUMMED = """INSERT INTO vocabulary
SELECT attribute, value, sum(count) FROM frequency GROUP BY attribute, value"""
_MANY = 500
"""More values than these are not listed for a ``*`` that has letters before it."""


class Index:
    """The searched texts; ``texts`` by their number in the index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        rows = connection.execute("SELECT id, name, title, topic, level FROM text ORDER BY id")
        self.texts = {row[0]: Text(*row[1:]) for row in rows}

    def candidates(self, query: Query, where: Scope) -> Iterator[tuple[Text, Record]]:
        """Yield the sentences that may hold a query, with their texts, in the order of texts."""
        listed = self._listed(query)
        if not all(condition.values for step in listed.steps for condition in step.conditions):
            return
        wanted = fts.expression(listed, where)
        if not wanted:
            yield from self.sentences()
            return
        for row in self._connection.execute(_FOUND, (wanted,)):
            yield self.texts[row[1]], Record(row[2], row[3], row[4], row[5:])

    def _listed(self, query: Query) -> Query:
        """Return the query with the values that there are in the place of those with a ``*``."""
        steps = [
            replace(step, conditions=tuple(map(self._with_values, step.conditions)))
            for step in query.steps
        ]
        return replace(query, steps=tuple(steps))

    def _with_values(self, condition: Condition) -> Condition:
        if condition.attribute == "entity" or not any("*" in one for one in condition.values):
            return condition
        rows = self._connection.execute(
            "SELECT value FROM vocabulary WHERE attribute = ?", (condition.attribute,)
        )
        values = tuple(value for (value,) in rows if condition.accepts(value))
        leads = all(not one.startswith("*") for one in condition.values)
        many = len(values) > _MANY and leads
        return condition if many else Condition(condition.attribute, values)

    def sentences(self) -> Iterator[tuple[Text, Record]]:
        """Yield every sentence with its text."""
        for row in self._connection.execute("SELECT * FROM sentence ORDER BY id"):
            yield self.texts[row[1]], Record(row[2], row[3], row[4], row[5:])

    def size(self) -> int:
        """Return how many sentences there are."""
        row = self._connection.execute("SELECT max(id) FROM sentence").fetchone()
        return row[0] or 0

    def numbers(self, where: Scope) -> tuple[int, ...]:
        """Return the numbers of the texts that a search is narrowed to."""
        return tuple(number for number, text in self.texts.items() if _within(text, where))

    def counts(self, attribute: str, where: Scope) -> dict[str, dict[int, int]]:
        """Return how often each value of an attribute stands in each text, by its number."""
        rows = self._connection.execute(
            "SELECT value, text, count FROM frequency WHERE attribute = ?", (attribute,)
        )
        wanted = set(self.numbers(where))
        found: dict[str, dict[int, int]] = {}
        for value, text, count in rows:
            if text in wanted:
                found.setdefault(value, {})[text] = count
        return found

    def total(self, condition: Condition, where: Scope) -> int | None:
        """Return how many words meet a condition, None if only their sentences can tell."""
        wanted = self._with_values(condition)
        many = wanted.attribute == "affix" and len(wanted.values) > 1
        if many or (wanted.attribute == "entity" and not set(wanted.values) <= set(ENTITY_TYPES)):
            return None
        if any("*" in value for value in wanted.values):
            return None
        count = self._everywhere if where == Scope() else self._within
        return sum(count(wanted.attribute, value, where) for value in set(wanted.values))

    def _everywhere(self, attribute: str, value: str, where: Scope) -> int:
        row = self._connection.execute(
            "SELECT count FROM vocabulary WHERE attribute = ? AND value = ?", (attribute, value)
        ).fetchone()
        return row[0] if row else 0

    def _within(self, attribute: str, value: str, where: Scope) -> int:
        rows = self._connection.execute(
            "SELECT text, count FROM frequency WHERE attribute = ? AND value = ?",
            (attribute, value),
        )
        wanted = set(self.numbers(where))
        return sum(count for text, count in rows if text in wanted)

    def check(self, where: Scope) -> None:
        """Accept a scope that names what there is.

        Raises:
            UnknownNameError: listing the articles or topics that there are.
        """
        names = [text.id for text in self.texts.values()]
        for article in where.articles:
            if article not in names:
                raise UnknownNameError("article", article, names)
        topics = sorted({text.topic for text in self.texts.values() if text.topic})
        if where.topic is not None and where.topic not in topics:
            raise UnknownNameError("topic", where.topic, topics)


def _within(text: Text, where: Scope) -> bool:
    return (
        where.level in (None, text.level)
        and where.topic in (None, text.topic)
        and (not where.articles or text.id in where.articles)
    )


def index_of(documents: Iterable[Document]) -> Index:
    """Return an index in memory of analysed texts."""
    connection = sqlite3.connect(":memory:")
    fill(connection, ((text_of(one), records(one)) for one in documents))
    return Index(connection)


def fill(connection: sqlite3.Connection, texts: Iterable[tuple[Text, Iterable[Record]]]) -> None:
    """Write texts into an empty database, and mark it as complete."""
    schema = resources.files("quizgen.search").joinpath("index.sql")
    connection.executescript(schema.read_text(encoding="utf-8"))
    with connection:
        for number, (text, sentences) in enumerate(texts, start=1):
            connection.execute("INSERT INTO text VALUES (?, ?, ?, ?, ?)", (number, *text))
            _write(connection, number, text, sentences)
        connection.execute(_SUMMED)
        connection.execute("INSERT INTO posting(posting) VALUES ('optimize')")
        connection.execute(f"PRAGMA user_version = {COMPLETE}")


def _write(
    connection: sqlite3.Connection, number: int, text: Text, sentences: Iterable[Record]
) -> None:
    counted: Counter[tuple[str, str]] = Counter()
    scope = fts.scope(text)
    insert = f"INSERT INTO sentence VALUES ({', '.join('?' * (5 + len(COLUMNS)))})"
    for record in sentences:
        row = (None, number, record.id, record.paragraph, record.body, *record.columns)
        id = connection.execute(insert, row).lastrowid
        connection.execute(
            "INSERT INTO posting(rowid, tokens, marks, scope) VALUES (?, ?, ?, ?)",
            (id, fts.tokens(record), fts.marks(record), scope),
        )
        counted.update(_values(record))
    connection.executemany(
        "INSERT INTO frequency VALUES (?, ?, ?, ?)",
        ((name, value, number, count) for (name, value), count in counted.items()),
    )


def _values(record: Record) -> Iterator[tuple[str, str]]:
    for name in ALIGNED:
        yield from ((name, value) for value in record.values(name) if value)
    yield from (("affix", affix) for word in record.values("affix") for affix in set(word.split()))
