"""The rows of a kisi-kisi as requests for items.

Columns may stand in any order and have any of the names in ``terms.toml``. A cell that is left
empty below a filled one repeats it for competence, material and form, as merged cells do.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.blueprint import terms
from quizgen.blueprint.grid import Grid, GridRow, read_grids
from quizgen.errors import InputError

_REPEATED = ("competence", "material", "form", "level")
_NEEDED = ("form", "indicator", "numbers", "count", "material")
_RANGE = re.compile(r"(\d{1,3})(?:(?:-|–|—|s d|s\.d\.|s/d|sd|sampai)(\d{1,3}))?")
_DATE = re.compile(r"\d{4}-\d\d-\d\d.*")
_COUNT = re.compile(r"(\d{1,3})(?: ?(?:butir|soal|butir soal))?")
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?")
_MOST = 100
"""More items than this for one row are a slip of the pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What one row asks for, in its own words and in ours.

    ``processes`` empty means any; so does ``wanted``, the form, or ``topic`` if it is None.
    """

    row: int
    competence: str = ""
    material: str = ""
    indicator: str = ""
    level: str = ""
    form: str = ""
    numbers: tuple[int, ...] = ()
    count: int = 1
    wanted: terms.Form | None = None
    processes: tuple[str, ...] = ()
    topic: terms.Topic | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """The response kinds asked for, the preferred one first, empty for any."""
        return self.wanted.kinds if self.wanted else ()


def read_blueprint(path: Path) -> list[Request]:
    """Return the requests of a kisi-kisi file in the order of their numbers on the sheet.

    Raises:
        InputError: naming the file, the row and what to do.
    """
    grids = read_grids(path)
    found = next(((grid, head) for grid in grids if (head := _header(grid))), None)
    if found is None:
        raise InputError(
            f"{path}: has no table with a header row that names 'Indikator Soal', 'Bentuk Soal'"
            " and 'Nomor Soal' or 'Jumlah'; add one"
        )
    grid, (start, columns) = found
    requests = list(_requests(grid[start:], columns, path))
    if not requests:
        raise InputError(f"{path}: has no row under its header; add one for each group of items")
    _check_numbers(requests, path)
    return sorted(requests, key=lambda request: request.numbers[:1] or (10**6,))


def _header(grid: Grid) -> tuple[int, dict[str, int]] | None:
    """Return where the rows begin and the column of each field, None if there is no header."""
    for index, row in enumerate(grid):
        columns = _columns(row.cells)
        if len(columns) >= 2 and columns.keys() & set(_NEEDED):
            # A header of two lines names further columns in the second one.
            below = grid[index + 1] if index + 1 < len(grid) else None
            if below and below.continued and len(more := _columns(below.cells)) >= 2:
                return index + 2, columns | more
            return index + 1, columns
    return None


def _columns(cells: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        field = terms.column(cell)
        if field and field not in found:
            found[field] = place
    return found


def _requests(rows: Grid, columns: dict[str, int], path: Path) -> Iterator[Request]:
    before: dict[str, str] = {}
    for row in rows:
        fields = _fields(row, columns)
        if _is_empty(row, fields):
            continue
        fields |= {name: before.get(name, "") for name in _REPEATED if not fields.get(name)}
        before = fields
        yield _request(row.number, fields, f"{path}: row {row.number}")


def _fields(row: GridRow, columns: dict[str, int]) -> dict[str, str]:
    """Return the row's cells by field; numbers of a merged cell belong to its first row only."""
    return {
        field: row.cells[place]
        for field, place in columns.items()
        if place < len(row.cells)
        and not (place in row.continued and field in ("numbers", "count", "order"))
    }


def _is_empty(row: GridRow, fields: dict[str, str]) -> bool:
    """Return whether a row asks for nothing: empty, a sum, or the numbers of the columns."""
    filled = [cell for cell in row.cells if cell]
    if not any(fields.get(name) for name in _NEEDED) or any(map(terms.is_sum, filled[:1])):
        return True
    return len(filled) > 2 and all(_COLUMN_NUMBER.fullmatch(cell) for cell in filled)


def _request(number: int, fields: dict[str, str], where: str) -> Request:
    form = terms.form(fields["form"]) if fields["form"] else None
    if fields["form"] and form is None:
        known = ", ".join(terms.form_labels())
        raise InputError(f"{where}: '{fields['form']}' is no known form; write one of {known}")
    processes = terms.processes(fields["level"])
    if fields["level"] and not processes:
        raise InputError(
            f"{where}: '{fields['level']}' is no known level; write L1 to L3, C1 to C6 or a process"
            " such as 'menemukan informasi', or leave it empty"
        )
    numbers = _numbers(fields.get("numbers", ""), where)
    request = Request(
        row=number,
        competence=fields["competence"],
        material=fields["material"],
        indicator=fields.get("indicator", ""),
        level=fields["level"],
        form=fields["form"],
        numbers=numbers,
        wanted=form,
        processes=processes,
        topic=terms.topic(fields.get("indicator", ""), fields["material"]),
    )
    return replace(request, count=_count(fields.get("count", ""), numbers, where))


def _numbers(text: str, where: str) -> tuple[int, ...]:
    if _DATE.fullmatch(text):
        raise InputError(
            f"{where}: the spreadsheet has made a date of the item numbers; format the column as"
            " text and write them again"
        )
    found: list[int] = []
    # "1 - 4", "5 dan 7", "8, 9"
    parts = re.split(r"[,;&]|\bdan\b", text.casefold().removeprefix("no."))
    for part in filter(None, (re.sub(r"\s+", " ", part).strip() for part in parts)):
        match = _RANGE.fullmatch(re.sub(r" ?(-|–|—|s d|s\.d\.|s/d|sd|sampai) ?", r"\1", part))
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last or last - first >= _MOST:
            raise InputError(f"{where}: '{text}' are no item numbers; write 3, 1-4 or 1, 5-7")
        found += range(first, last + 1)
    if len(set(found)) < len(found):
        raise InputError(f"{where}: '{text}' names an item number twice; name each once")
    return tuple(sorted(found))


def _count(text: str, numbers: tuple[int, ...], where: str) -> int:
    match = _COUNT.fullmatch(text.casefold()) if text else None
    if not text:
        return len(numbers) or 1
    if not match or not 1 <= int(match[1]) <= _MOST:
        raise InputError(f"{where}: '{text}' is no number of items; write one from 1 to {_MOST}")
    count = int(match[1])
    if numbers and len(numbers) != count:
        raise InputError(
            f"{where}: names {len(numbers)} item numbers but asks for {count} items; make them"
            " agree"
        )
    return count


def _check_numbers(requests: Sequence[Request], path: Path) -> None:
    owner: dict[int, int] = {}
    for request in requests:
        for number in request.numbers:
            if number in owner:
                raise InputError(
                    f"{path}: row {request.row}: item {number} is already asked for in row"
                    f" {owner[number]}; give each item one row"
                )
            owner[number] = request.row
