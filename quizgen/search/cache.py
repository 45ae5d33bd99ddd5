"""Indexes kept in the user's cache folder, each named by a hash of all that it is made from.

An index is never stale: another text, annotation or version of the analyser gives another name. It
is built beside its place and moved there whole, so two processes at once do no harm. Only the
latest few are kept.
"""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from quizgen.search.index import COMPLETE, Index, fill
from quizgen.search.record import Record, Text

FOLDER_VARIABLE = "QUIZGEN_CACHE"
"""Environment variable that names another folder."""
_KEPT = 8
_CODE = ("language", "lexicon", "model", "readers", "search")
"""Packages that decide what is in an index."""
Texts = Iterable[tuple[Text, Iterable[Record]]]


def folder() -> Path:
    """Return where indexes are kept; it may not exist."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named) / "search"
    from platformdirs import user_cache_path

    return user_cache_path("quizgen", appauthor=False) / "search"


def key(files: Iterable[tuple[str, Path]]) -> str:
    """Return the hash of files with their names, and of the code that reads them."""
    package = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    for name, path in [*files, *_code(package)]:
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:32]


def _code(package: Path) -> Iterator[tuple[str, Path]]:
    paths = [path for name in _CODE for path in (package / name).rglob("*")]
    paths += package.glob("corpus*.py")
    for path in sorted(paths):
        if path.is_file() and path.suffix != ".pyc":
            yield path.relative_to(package).as_posix(), path


def kept(name: str, make: Callable[[], Texts]) -> Index:
    """Return the index of this name; made and kept if there is none yet.

    Where the folder cannot be written the index is made in memory, for this once.
    """
    path = folder() / f"{name}.sqlite"
    found = _opened(path)
    if found is None:
        with suppress(OSError):
            _build(path, make)
            found = _opened(path)
    if found is None:
        connection = sqlite3.connect(":memory:")
        fill(connection, make())
        found = Index(connection)
    return found


def _opened(path: Path) -> Index | None:
    """Return the index in a file, None if there is none or it is no whole one."""
    if not path.exists():
        return None
    connection = None
    try:
        # No other process changes a file in its place, so SQLite need not lock it.
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True)
        if connection.execute("PRAGMA user_version").fetchone()[0] == COMPLETE:
            return Index(connection)
    except sqlite3.DatabaseError:
        pass
    if connection is not None:
        connection.close()
    return None


def _build(path: Path, make: Callable[[], Texts]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    os.close(handle)
    part = Path(name)
    try:
        with closing(sqlite3.connect(part)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            fill(connection, make())
        # Another process may have been quicker; on Windows its open file stays, which is as good.
        with suppress(PermissionError):
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _forget(path)


def _forget(newest: Path) -> None:
    """Remove all but the latest indexes; one that is in use on Windows stays."""
    others = [path for path in newest.parent.glob("*.sqlite") if path != newest]
    others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in others[_KEPT - 1 :]:
        with suppress(OSError):
            path.unlink()
