"""From the tables of a run to a bank in SQLite."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from importlib import resources
from pathlib import Path
from typing import Any

from quizgen import __version__
from quizgen.batch.manifest import read_manifest
from quizgen.batch.tables import parts, read_rows
from quizgen.errors import InputError, OutputError

_ASIDE = frozenset({"article_id", "family", "entity_names", "headwords"})
"""Columns of an item that stand beside its content in the bank."""
Row = Mapping[str, Any]


def build(runs: Sequence[Path], bank: Path) -> tuple[int, int]:
    """Write the bank of some runs of ``batch items``, whole or not at all.

    An item whose fact an earlier run's has already is left out, and so is a text whose id an
    earlier run has.

    Args:
        runs: folders that ``batch items`` has finished, in order.
        bank: where the bank is to stand; it replaces what stands there.

    Returns:
        The numbers of its texts and of its items.

    Raises:
        OutputError: if a folder holds no run, or the bank cannot be written.
        InputError: if a run is of another command, or is not finished.
    """
    for run in runs:
        _check(run)
    beside = bank.with_name(f".{bank.name}.tmp")
    try:
        bank.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        with closing(sqlite3.connect(beside)) as database:
            _fill(database, runs)
            counts = tuple(_count(database, table) for table in ("texts", "items"))
        beside.replace(bank)
    except (OSError, sqlite3.OperationalError) as error:
        raise OutputError(f"{bank}: cannot be written ({error}); choose another --out") from error
    finally:
        beside.unlink(missing_ok=True)
    return counts[0], counts[1]


def _check(run: Path) -> None:
    begun = read_manifest(run)
    if begun["command"] != "items":
        raise InputError(f"{run}: holds annotations; a bank is made of 'quizgen batch items'")
    if len(parts(run, "items")) < begun["partitions"]:
        raise InputError(f"{run}: is not finished; give the same 'quizgen batch items' again")


def _fill(database: sqlite3.Connection, runs: Sequence[Path]) -> None:
    tables = resources.files("quizgen.bank").joinpath("schema.sql").read_text(encoding="utf-8")
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + tables)
    database.execute("INSERT INTO about VALUES ('quizgen', ?)", [__version__])
    for run in runs:
        known: dict[str, int] = {}
        for texts, items in zip(parts(run, "texts"), parts(run, "items"), strict=True):
            known = dict(_add_texts(database, read_rows(texts)))
            _add_items(database, read_rows(items), known)
            database.commit()
    for table in ("entities", "subjects"):
        database.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    database.execute("ANALYZE")
    database.commit()


def _add_texts(database: sqlite3.Connection, rows: Iterable[Row]) -> Iterator[tuple[str, int]]:
    for row in rows:
        content = {**row, "date": row["date"].isoformat() if row["date"] else None}
        cells = [row["id"], row["title"], content["date"], row["topic"], _json(content)]
        added = database.execute(
            "INSERT OR IGNORE INTO texts (id, title, date, topic, content) VALUES (?, ?, ?, ?, ?)",
            cells,
        )
        if added.rowcount == 1 and added.lastrowid is not None:
            subject = [added.lastrowid, row["topic"], row["title"], " ".join(row["paragraphs"])]
            database.execute(
                "INSERT INTO subjects (rowid, topic, title, body) VALUES (?, ?, ?, ?)", subject
            )
            yield row["id"], added.lastrowid


def _add_items(database: sqlite3.Connection, rows: Iterable[Row], texts: Mapping[str, int]) -> None:
    for row in rows:
        if row["article_id"] in texts:
            _add_item(database, row, texts[row["article_id"]])


def _add_item(database: sqlite3.Connection, row: Row, text: int) -> None:
    content = {key: value for key, value in row.items() if key not in _ASIDE and value is not None}
    columns = ("id", "type", "family", "process", "level", "fact_key")
    added = database.execute(
        "INSERT OR IGNORE INTO items (text, id, type, family, process, level, fact_key, content)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [text, *(row[column] for column in columns), _json(content)],
    )
    if added.rowcount != 1:
        return
    number = added.lastrowid
    words = [(word, number) for word in row["headwords"]]
    database.executemany("INSERT OR IGNORE INTO headwords VALUES (?, ?)", words)
    names = " | ".join(row["entity_names"])
    database.execute("INSERT INTO entities (rowid, names) VALUES (?, ?)", [number, names])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _count(database: sqlite3.Connection, table: str) -> int:
    found: tuple[int] = database.execute(f"SELECT count(*) FROM {table}").fetchone()
    return found[0]
