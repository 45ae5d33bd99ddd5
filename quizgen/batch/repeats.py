"""Items of several articles that ask the same fact: the first article's is kept."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa

from quizgen.batch.schema import ITEMS, REPEATS
from quizgen.batch.tables import PartWriter, part_path, read_batches, read_part

_INDEX = ".facts.sqlite"
MADE = "made"
"""The table of items as made, with repeated facts; its parts go when ``items`` has them."""


def write_items(out: Path, partitions: Iterable[int]) -> tuple[int, int]:
    """Write the tables ``items`` and ``repeats`` from ``made``; return the numbers of their rows.

    A part of ``items`` that is there already is read for its facts only.
    """
    index = out / _INDEX
    index.unlink(missing_ok=True)
    kept = dropped = 0
    with closing(sqlite3.connect(index, isolation_level=None)) as database:
        database.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE facts (key BLOB PRIMARY KEY, article TEXT NOT NULL) WITHOUT ROWID;"
        )
        for number in partitions:
            database.execute("BEGIN")
            more, fewer = _write_part(out, number, database)
            database.execute("COMMIT")
            kept, dropped = kept + more, dropped + fewer
    index.unlink(missing_ok=True)
    return kept, dropped


def _write_part(out: Path, number: int, database: sqlite3.Connection) -> tuple[int, int]:
    made, done = part_path(out, MADE, number), part_path(out, "items", number)
    told = part_path(out, "repeats", number)
    if done.exists():
        made.unlink(missing_ok=True)
        kept = read_part(done, ["fact_key", "article_id"])
        for row in kept:
            _first(row, database)
        return len(kept), len(read_part(told, ["id"]))
    with PartWriter(told, REPEATS) as repeats, PartWriter(done, ITEMS) as items:
        for batch in read_batches(made):
            rows = batch.select(["article_id", "id", "fact_key"]).to_pylist()
            first = [_first(row, database) for row in rows]
            items.add_batch(batch.filter(pa.array([each is None for each in first], pa.bool_())))
            told_again = zip(rows, first, strict=True)
            repeats.add({**row, "first_article_id": id} for row, id in told_again if id)
        repeats.commit()
        items.commit()
        found = items.count, repeats.count
    made.unlink()
    return found


def _first(row: Mapping[str, Any], database: sqlite3.Connection) -> str | None:
    """Return the article whose item asked this fact before, None if there is none."""
    key = bytes.fromhex(row["fact_key"])
    found = database.execute("SELECT article FROM facts WHERE key = ?", [key]).fetchone()
    if found:
        return str(found[0])
    database.execute("INSERT INTO facts VALUES (?, ?)", [key, row["article_id"]])
    return None
