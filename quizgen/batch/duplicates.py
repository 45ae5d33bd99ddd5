"""Near-duplicates over the whole input, decided in its order: the first of its like is kept.

The index is a file of SQLite, so that memory does not grow with the number of articles. It holds
kept articles only, so that a duplicate always names one that is kept.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import Any

from quizgen.batch.schema import DUPLICATES, SAME_IDS
from quizgen.batch.signatures import Bands, similarity
from quizgen.batch.tables import part_path, parts, read_rows, write_part

_INDEX = ".near-duplicates.sqlite"
_TABLES = """
CREATE TABLE seen (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE kept (number INTEGER PRIMARY KEY, id TEXT NOT NULL, signature BLOB NOT NULL);
CREATE TABLE bands (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
"""
Row = Mapping[str, Any]


class NearDuplicates:
    """The index of the articles that are kept so far."""

    def __init__(self, database: sqlite3.Connection, threshold: float) -> None:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
        self._database, self._threshold = database, threshold
        self._bands = Bands(threshold)
        self._count = 0

    def judge(self, id: str, signature: bytes) -> tuple[str, float] | None:
        """Return the kept article that this one repeats and how similar they are, else keep it.

        Of several the most similar is named, then the earliest.
        """
        keys = [_number(key) for key in self._bands.keys(signature)]
        known = self._most_similar(keys, signature)
        if known is None:
            self._keep(id, signature, keys)
        return known

    def knows(self, id: str) -> bool:
        """Tell whether an earlier article has this id, and remember it."""
        added = self._database.execute("INSERT OR IGNORE INTO seen VALUES (?)", [id])
        return added.rowcount == 0

    def _most_similar(self, keys: list[int], signature: bytes) -> tuple[str, float] | None:
        marks = ",".join("?" * len(keys))
        query = (
            "SELECT number, id, signature FROM kept WHERE number IN"
            f" (SELECT number FROM bands WHERE key IN ({marks}))"
        )
        found = self._database.execute(query, keys)
        scored = [(-similarity(signature, other), number, id) for number, id, other in found]
        near = [each for each in scored if -each[0] >= self._threshold]
        if not near:
            return None
        score, _, id = min(near)
        return id, -score

    def _keep(self, id: str, signature: bytes, keys: list[int]) -> None:
        self._database.execute("INSERT INTO kept VALUES (?, ?, ?)", [self._count, id, signature])
        rows = [(key, self._count) for key in dict.fromkeys(keys)]
        self._database.executemany("INSERT INTO bands VALUES (?, ?)", rows)
        self._count += 1


def write_duplicates(out: Path, partitions: Iterable[int], threshold: float) -> None:
    """Write the tables ``duplicates`` and ``same_ids`` from ``signatures``, which goes then.

    All is decided anew if a part is missing, since every decision rests on the earlier ones.
    """
    index = out / _INDEX
    index.unlink(missing_ok=True)
    with closing(sqlite3.connect(index, isolation_level=None)) as database:
        near = NearDuplicates(database, threshold)
        for number in partitions:
            database.execute("BEGIN")
            signed = read_rows(part_path(out, "signatures", number))
            repeated, same = _judged(signed, near)
            database.execute("COMMIT")
            write_part(part_path(out, "same_ids", number), SAME_IDS, same)
            write_part(part_path(out, "duplicates", number), DUPLICATES, repeated)
    index.unlink()
    for part in parts(out, "signatures"):
        part.unlink()


def _judged(rows: Iterable[Row], near: NearDuplicates) -> tuple[list[Row], list[Row]]:
    """Return the rows of near-duplicates, and those of articles that have an earlier one's id."""
    repeated: list[Row] = []
    same: list[Row] = []
    for row in rows:
        about = {"id": row["id"], "place": row["place"]}
        if near.knows(row["id"]):
            same.append(about)
        elif found := near.judge(row["id"], row["signature"]):
            repeated.append({**about, "duplicate_of": found[0], "similarity": round(found[1], 4)})
    return repeated, same


def _number(key: bytes) -> int:
    return int.from_bytes(blake2b(key, digest_size=8).digest(), "big", signed=True)
