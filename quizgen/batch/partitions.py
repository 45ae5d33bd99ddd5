"""The input cut into partitions, each a few numbers that say where its articles are.

A partition holds no text: whoever works on it reads its articles itself, so that the memory of a
run does not grow with the number of articles.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Literal

from quizgen.errors import InputError

LINES = (".jsonl", ".ndjson")
"""Suffixes of files with one JSON object a line."""
PARQUET = (".parquet",)
Kind = Literal["files", "lines", "rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """Where some articles are: whole files, or lines or rows of one file.

    ``number`` counts from 0 over the run. ``start`` is the byte of the first line, or the number
    of the first row; ``line`` is the number of the first line. ``root`` is the folder that ids of
    files count from.
    """

    number: int
    count: int
    kind: Kind
    paths: tuple[str, ...]
    root: str = ""
    start: int = 0
    line: int = 1


def cut(source: Path, size: int) -> list[Partition]:
    """Return the partitions of a folder or a table, of at most ``size`` articles, in order.

    Raises:
        InputError: if there is no such source, it is of no known kind, or it holds no article.
    """
    made = _numbered(_pieces(source.resolve(), source, size))
    if not made:
        raise InputError(f"{source}: holds no article; give a folder, .jsonl or .parquet")
    return made


def fingerprint(source: Path) -> str:
    """Return a digest by which a changed input is noticed.

    Of a file it is the content; of a folder, names, sizes and times of its files.
    """
    if source.is_file():
        with source.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    digest = hashlib.sha256()
    for path in _files(source):
        about = path.stat()
        name = path.relative_to(source).as_posix()
        digest.update(f"{name}\t{about.st_size}\t{about.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _numbered(pieces: Iterator[Partition]) -> list[Partition]:
    return [replace(piece, number=number) for number, piece in enumerate(pieces)]


def _pieces(path: Path, source: Path, size: int) -> Iterator[Partition]:
    if path.is_file():
        if _kind(path) == "files":
            raise InputError(f"{source}: is one text; give a folder, .jsonl or .parquet")
        yield from _table(path, size)
    elif path.is_dir():
        for kind, group in groupby(_files(path), key=_kind):
            if kind == "files":
                yield from _texts(list(group), path, size)
            else:
                for file in group:
                    yield from _table(file, size)
    else:
        raise InputError(f"{source}: no such folder or file; check the path")


def _files(folder: Path) -> list[Path]:
    """Return the files below a folder that may hold articles, in the order of their names."""
    from quizgen.interfaces import readers

    known = {suffix for reader in readers() for suffix in reader.suffixes} | {*LINES, *PARQUET}
    found = (path for path in folder.rglob("*") if path.suffix.lower() in known)
    visible = (path for path in found if path.name[0] not in "._" and path.is_file())
    return sorted(visible, key=lambda path: path.relative_to(folder).as_posix())


def _kind(path: Path) -> Kind:
    suffix = path.suffix.lower()
    return "lines" if suffix in LINES else "rows" if suffix in PARQUET else "files"


def _texts(paths: Sequence[Path], root: Path, size: int) -> Iterator[Partition]:
    for at in range(0, len(paths), size):
        some = tuple(str(path) for path in paths[at : at + size])
        yield Partition(number=0, count=len(some), kind="files", paths=some, root=str(root))


def _table(path: Path, size: int) -> Iterator[Partition]:
    return _lines(path, size) if _kind(path) == "lines" else _rows(path, size)


def _lines(path: Path, size: int) -> Iterator[Partition]:
    """Yield the partitions of a JSON Lines file; blank lines count as lines, not as articles."""
    start = position = count = 0
    first = 1
    number = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            position += len(line)
            count += bool(line.strip())
            if count == size:
                yield _part(path, "lines", count, start, first)
                start, first, count = position, number + 1, 0
    if count:
        yield _part(path, "lines", count, start, first)


def _rows(path: Path, size: int) -> Iterator[Partition]:
    from quizgen.batch.tables import count_rows

    total = count_rows(path)
    for start in range(0, total, size):
        yield _part(path, "rows", min(size, total - start), start, 1)


def _part(path: Path, kind: Kind, count: int, start: int, line: int) -> Partition:
    return Partition(number=0, count=count, kind=kind, paths=(str(path),), start=start, line=line)
