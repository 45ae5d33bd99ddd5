"""Parquet tables in parts, one a partition; a part appears whole or not at all."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from quizgen.errors import InputError

Row = Mapping[str, Any]
_ROWS_AT_ONCE = 64
"""So many articles or items are held before they are written."""
_ROWS_OF_COLUMNS = 4096


def part_path(out: Path, table: str, number: int) -> Path:
    """Return where the part of a table stands.

    >>> part_path(Path("out"), "items", 3).as_posix()
    'out/items/part-00003.parquet'
    """
    return out / table / f"part-{number:05d}.parquet"


class PartWriter(AbstractContextManager["PartWriter"]):
    """Writes a part row by row beside its place; ``commit`` moves it there.

    A part that is not committed leaves nothing behind, save after a power cut a file whose name
    starts with a dot, which ``sweep`` removes.
    """

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.stem}-", suffix=".tmp", delete=False
        ) as beside:
            self._beside = Path(beside.name)
        self._path, self._schema = path, schema
        self._rows: list[Row] = []
        self._file = pq.ParquetWriter(self._beside, schema, compression="zstd")
        self.count = 0

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows; a few are held back to be written together."""
        self._rows.extend(rows)
        if len(self._rows) >= _ROWS_AT_ONCE:
            self._flush()

    def add_batch(self, batch: pa.RecordBatch) -> None:
        """Add rows that are columns already; this is many times as fast as ``add``."""
        self._flush()
        if len(batch):
            self._file.write_table(pa.Table.from_batches([batch], schema=self._schema))
            self.count += len(batch)

    def commit(self) -> None:
        """Finish the part and put it in its place."""
        self._flush()
        self._file.close()
        self._beside.replace(self._path)

    def _flush(self) -> None:
        if self._rows:
            self._file.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self.count += len(self._rows)
            self._rows = []

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove what was not committed."""
        self._file.close()
        self._beside.unlink(missing_ok=True)


def write_part(path: Path, schema: pa.Schema, rows: Iterable[Row]) -> None:
    """Write a whole part."""
    with PartWriter(path, schema) as writer:
        writer.add(rows)
        writer.commit()


def read_part(path: Path, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """Return the rows of a part, with these columns or all."""
    rows: list[dict[str, Any]] = pq.read_table(path, columns=columns).to_pylist()
    return rows


def read_batches(path: Path) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a part as columns, some thousand rows at a time."""
    with pq.ParquetFile(path) as file:
        yield from file.iter_batches(batch_size=_ROWS_OF_COLUMNS)


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a Parquet file, a few held at a time."""
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE):
            yield from batch.to_pylist()


def parts(out: Path, table: str) -> list[Path]:
    """Return the parts of a table that are there, in order."""
    return sorted((out / table).glob("part-*.parquet"))


def sweep(out: Path, tables: Iterable[str]) -> None:
    """Remove what an interrupted run has left half written."""
    for table in tables:
        for path in (out / table).glob(".part-*.tmp"):
            path.unlink(missing_ok=True)


def count_rows(path: Path) -> int:
    """Return the number of rows of a Parquet file.

    Raises:
        InputError: if it is no Parquet file, or has no columns id and text.
    """
    try:
        with pq.ParquetFile(path) as file:
            missing = {"id", "text"} - set(file.schema_arrow.names)
            rows: int = file.metadata.num_rows
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{path}: is no Parquet file ({str(error).splitlines()[0]})") from error
    if missing:
        raise InputError(f"{path}: has no column {min(missing)}; articles need id and text")
    return rows


def read_range(
    path: Path, start: int, count: int, columns: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """Yield the rows from ``start`` on, reading only the row groups that hold them.

    Of ``columns`` those are read that the file has.
    """
    with pq.ParquetFile(path) as file:
        there = [name for name in columns if name in file.schema_arrow.names]
        groups, before = _groups(file, start, start + count)
        at = before
        for batch in file.iter_batches(_ROWS_AT_ONCE, row_groups=groups, columns=there):
            first, last = max(start - at, 0), min(start + count - at, len(batch))
            if first < last:
                yield from batch.slice(first, last - first).to_pylist()
            at += len(batch)


def _groups(file: pq.ParquetFile, start: int, end: int) -> tuple[list[int], int]:
    """Return the row groups that overlap a range, and the number of the first one's first row."""
    found: list[int] = []
    before = at = 0
    for group in range(file.metadata.num_row_groups):
        size = file.metadata.row_group(group).num_rows
        if at < end and at + size > start:
            before = before if found else at
            found.append(group)
        at += size
    return found, before
