"""The SQLite file that keeps drafts: parts with versions, and an append-only list of steps.

A draft is a set of named parts, each a JSON value. One step changes some parts in one transaction;
a part's version is the number of the step that wrote it last. So two windows that change different
parts both succeed, and of two that change the same part the later one is told.
"""

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from quizgen.errors import InputError, OutputError

START, DO, UNDO, REDO = "start", "do", "undo", "redo"
_WAIT_SECONDS = 15


class ConflictError(InputError):
    """Somebody has changed a part since it was shown; ``names`` are the parts."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        super().__init__(f"{', '.join(self.names)}: changed elsewhere; look at it and save again")


class NoSuchDraftError(InputError):
    """There is no such draft, or it was deleted."""


@dataclass(frozen=True, slots=True)
class Part:
    """A value with the number of the step that wrote it."""

    value: Any
    version: int


@dataclass(frozen=True, slots=True)
class Change:
    """A new value of a part, None to take it away.

    ``version`` is the one that the writer has seen, 0 for a part that was not there; with None
    the value is written whatever stands there.
    """

    name: str
    value: Any
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A draft at one moment; ``undo`` and ``redo`` name what would be undone and done again."""

    id: str
    parts: Mapping[str, Part]
    step: int
    undo: str = ""
    redo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What the list of drafts shows of one; ``updated`` in seconds since 1970."""

    id: str
    title: str
    items: int
    updated: float


class Store:
    """The drafts of one data folder. Its methods may be called from any thread."""

    def __init__(self, path: Path, *, clock: Callable[[], float] = time.time) -> None:
        """Open or make the file.

        Raises:
            OutputError: if it cannot be opened, or is no database of ours.
        """
        self._clock = clock
        self._lock = threading.RLock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = _opened(path)
        except (OSError, sqlite3.Error) as error:
            raise OutputError(
                f"{path}: cannot be opened ({error}); choose another --data"
            ) from error

    def close(self) -> None:
        """Close the file; what was saved stays."""
        with self._lock:
            self._db.close()

    def secret(self, name: str, make: Callable[[], str]) -> str:
        """Return a value that is made once and then kept, such as a key."""
        with self._writing() as db:
            row = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
            if row is None:
                row = (make(),)
                db.execute("INSERT INTO meta VALUES (?, ?)", (name, row[0]))
        return str(row[0])

    def lines(self) -> list[Line]:
        """Return every draft that is not deleted, the latest first."""
        with self._lock:
            rows = self._db.execute(
                "SELECT d.id, d.updated, (SELECT value FROM part WHERE draft = d.id AND"
                " name = 'title'), (SELECT count(*) FROM part WHERE draft = d.id AND name LIKE"
                " 'item:%' AND value IS NOT NULL) FROM draft d WHERE NOT d.deleted"
                " ORDER BY d.updated DESC"
            ).fetchall()
        return [
            Line(id=id, title=json.loads(title or '""'), items=items, updated=updated)
            for id, updated, title, items in rows
        ]

    def begin(self, id: str, parts: Mapping[str, Any]) -> None:
        """Make a draft; its first step cannot be undone."""
        with self._writing() as db:
            now = self._clock()
            db.execute("INSERT INTO draft VALUES (?, ?, ?, 0)", (id, now, now))
            self._write(db, id, START, None, "", {k: _dump(v) for k, v in parts.items()})

    def discard(self, id: str, *, deleted: bool = True) -> None:
        """Delete a draft from the list, or put it back there."""
        with self._writing() as db:
            self._check(db, id, deleted=not deleted)
            db.execute("UPDATE draft SET deleted = ? WHERE id = ?", (int(deleted), id))

    def read(self, id: str) -> Snapshot:
        """Return a draft.

        Raises:
            NoSuchDraftError: if there is none.
        """
        with self._lock:
            self._check(self._db, id)
            rows = self._db.execute(
                "SELECT name, value, version FROM part WHERE draft = ?", (id,)
            ).fetchall()
            undo, redo = self._stacks(self._db, id)
        # A part taken away stays as None, for its version still counts.
        parts = {name: Part(_load(value), version) for name, value, version in rows}
        return Snapshot(
            id=id,
            parts=parts,
            step=max(part.version for part in parts.values()),
            undo=undo[-1][1] if undo else "",
            redo=redo[-1][1] if redo else "",
        )

    def save(self, id: str, label: str, changes: Iterable[Change]) -> int:
        """Write all changes as one step, or none, and return its number.

        Raises:
            NoSuchDraftError: if there is no such draft.
            ConflictError: naming the parts that were changed since they were shown.
        """
        changes = list(changes)
        with self._writing() as db:
            self._check(db, id)
            stale = [each.name for each in changes if not self._is_current(db, id, each)]
            if stale:
                raise ConflictError(stale)
            return self._write(db, id, DO, None, label, {c.name: _dump(c.value) for c in changes})

    def undo(self, id: str) -> str:
        """Take back the last step that is not taken back yet, and return its label, or ""."""
        return self._reverse(id, UNDO)

    def redo(self, id: str) -> str:
        """Do the step again that was taken back last, and return its label, or ""."""
        return self._reverse(id, REDO)

    def _reverse(self, id: str, kind: str) -> str:
        with self._writing() as db:
            self._check(db, id)
            undo, redo = self._stacks(db, id)
            stack = undo if kind == UNDO else redo
            if not stack:
                return ""
            number, label = stack[-1]
            side = "before" if kind == UNDO else "after"
            rows = db.execute(f"SELECT part, {side} FROM revision WHERE step = ?", (number,))
            self._write(db, id, kind, number, label, dict(rows.fetchall()))
        return label

    def _stacks(
        self, db: sqlite3.Connection, id: str
    ) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
        """Return the steps that can be undone and those that can be done again, the next last."""
        undo: list[tuple[int, str]] = []
        redo: list[tuple[int, str]] = []
        rows = db.execute(
            "SELECT number, kind, label FROM step WHERE draft = ? ORDER BY number", (id,)
        )
        for number, kind, label in rows:
            if kind == DO:
                undo.append((number, label))
                redo.clear()
            elif kind == UNDO:
                redo.append(undo.pop())
            elif kind == REDO:
                undo.append(redo.pop())
        return undo, redo

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    @staticmethod
    def _check(db: sqlite3.Connection, id: str, *, deleted: bool = False) -> None:
        row = db.execute("SELECT deleted FROM draft WHERE id = ?", (id,)).fetchone()
        if row is None or bool(row[0]) is not deleted:
            raise NoSuchDraftError(f"{id}: no such draft; go back to the list")

    @staticmethod
    def _is_current(db: sqlite3.Connection, id: str, change: Change) -> bool:
        if change.version is None:
            return True
        row = db.execute(
            "SELECT version FROM part WHERE draft = ? AND name = ?", (id, change.name)
        ).fetchone()
        return bool((row[0] if row else 0) == change.version)

    def _write(
        self,
        db: sqlite3.Connection,
        id: str,
        kind: str,
        of: int | None,
        label: str,
        values: Mapping[str, str | None],
    ) -> int:
        now = self._clock()
        step = db.execute(
            "INSERT INTO step (draft, kind, of, label, at) VALUES (?, ?, ?, ?, ?)",
            (id, kind, of, label, now),
        ).lastrowid
        assert step is not None
        for name, after in values.items():
            found = db.execute(
                "SELECT value FROM part WHERE draft = ? AND name = ?", (id, name)
            ).fetchone()
            before = found[0] if found else None
            db.execute("INSERT INTO revision VALUES (?, ?, ?, ?)", (step, name, before, after))
            db.execute("INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?)", (id, name, after, step))
        db.execute("UPDATE draft SET updated = ? WHERE id = ?", (now, id))
        return step


def _opened(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        # A step that is told to be saved must outlive a power cut.
        db.execute("PRAGMA synchronous = FULL")
        db.executescript(_schema())
    except sqlite3.Error:
        db.close()
        raise
    return db


def _schema() -> str:
    return resources.files("quizgen.serve").joinpath("schema.sql").read_text(encoding="utf-8")


def _dump(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _load(value: str | None) -> Any:
    return None if value is None else json.loads(value)
