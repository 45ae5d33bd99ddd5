"""Tables out of Word, Excel and CSV files, as rows of plain text with their numbers.

What a merged cell holds is repeated in every row and column that it spans.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen.errors import InputError

_DELIMITERS = ",;\t|"
_MAX_BYTES = 5_000_000
_MAX_ROWS, _MAX_COLUMNS = 2000, 60


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row's number in its file, its cells, and which of them go on from the row above."""

    number: int
    cells: tuple[str, ...]
    continued: frozenset[int] = frozenset()


Grid = list[GridRow]


def read_grids(path: Path) -> list[Grid]:
    """Return every table of a file.

    Raises:
        InputError: naming the file and what to do, if it is no such file or cannot be read.
    """
    readers = {".csv": _csv, ".xlsx": _xlsx, ".docx": _docx}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise InputError(f"{path}: is no kisi-kisi; save it as .docx, .xlsx or .csv")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    if len(data) > _MAX_BYTES:
        raise InputError(f"{path}: is larger than 5 MB; save the table alone in a new file")
    try:
        return list(reader(data))
    # Broken archives and broken XML fail in many ways inside these libraries.
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, OSError, csv.Error) as error:
        raise InputError(f"{path}: is damaged or no {path.suffix} file; save it again") from error


def _csv(data: bytes) -> Iterator[Grid]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    grid = []
    for cells in reader:
        grid.append(GridRow(reader.line_num, tuple(_clean(cell) for cell in cells)))
    yield grid


def _xlsx(data: bytes) -> Iterator[Grid]:
    # Loaded here, for only a blueprint needs it.
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    for sheet in book.worksheets:
        rows, columns = min(sheet.max_row, _MAX_ROWS), min(sheet.max_column, _MAX_COLUMNS)
        merged = _merged(sheet)
        grid = []
        for row in range(1, rows + 1):
            places = [merged.get((row, column), (row, column)) for column in range(1, columns + 1)]
            cells = tuple(_clean(sheet.cell(*place).value) for place in places)
            above = frozenset(i for i, place in enumerate(places) if place[0] < row)
            grid.append(GridRow(row, cells, above))
        yield grid


def _merged(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for every place inside a merged range the place of its value."""
    return {
        (row, column): (span.min_row, span.min_col)
        for span in sheet.merged_cells.ranges
        for row in range(span.min_row, min(span.max_row, _MAX_ROWS) + 1)
        for column in range(span.min_col, min(span.max_col, _MAX_COLUMNS) + 1)
    }


def _docx(data: bytes) -> Iterator[Grid]:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(io.BytesIO(data))
    except PackageNotFoundError as error:
        raise ValueError("no Word file") from error
    for table in document.tables:
        grid: Grid = []
        above: list[Any] = []
        for number, row in enumerate(table.rows, start=1):
            cells = row.cells
            inner = [cell._tc for cell in cells]
            same = (i for i, cell in enumerate(inner) if i < len(above) and above[i] is cell)
            texts = tuple(_clean(cell.text) for cell in cells)
            grid.append(GridRow(number, texts, frozenset(same)))
            above = inner
        yield grid


def _clean(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split())
