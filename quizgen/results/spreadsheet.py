"""The results as a workbook for a teacher.

Its sheets are Ringkasan, Siswa, Soal, Pengecoh, Jawaban salah and Dilewati. Every text is
written as text: a student named ``=1+1`` stays a name.
"""

import datetime as dt
import io
from collections.abc import Sequence
from math import ceil
from typing import Any

from quizgen.formats._archive import settle
from quizgen.results.tables import Results
from quizgen.results.verdicts import TOO_EASY, TOO_HARD, WEAK
from quizgen.results.wording import wording

_A4 = 9
_LINE = 15.0
"""Height of a line of text, in points."""
_EPOCH = dt.datetime(2024, 1, 1)
_COLUMN = 72
"""Width of a sheet's column in the summary."""
_SUMMARY = (
    "sheet", "title", "versions", "students", "items", "most", "mean", "median", "spread", "alpha",
    "alpha_low", "alpha_high", "error", "caution",
)  # fmt: skip
_WIDTHS = {
    "sheet": 20, "name": 28, "group": 8, "version": 6, "file": 36, "prompt": 60, "type": 18,
    "verdict": 46, "text": 50, "reason": 70, "part": 50, "answer": 40,
    "number": 6, "points": 6, "option": 8, "level": 9,
}  # fmt: skip
_PAGES = (
    ("Siswa", "students", ("sheet", "name", "group", "version", "score", "most", "percent",
                           "first_score", "first_percent", "answered", "items", "revealed",
                           "file")),
    ("Soal", "items", ("sheet", "number", "type", "prompt", "points", "students", "answered", "p",
                       "level", "d", "r", "r_rest", "alpha_without", "verdict")),
    ("Pengecoh", "distractors", ("sheet", "number", "option", "text", "key", "chosen", "share",
                                 "upper", "lower", "works")),
    ("Jawaban salah", "mistakes", ("sheet", "number", "part", "answer", "count", "share")),
    ("Dilewati", "skipped", ("file", "reason")),
)  # fmt: skip
_FORMATS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True, "valign": "top", "indent": 1},
    "figure": {"num_format": "0.00", "valign": "top"},
    "left": {"num_format": "General", "valign": "top", "align": "left"},
    "left_figure": {"num_format": "0.00", "valign": "top", "align": "left"},
    "share": {"num_format": "0%", "valign": "top"},
    "count": {"num_format": "General", "valign": "top"},
    "percent": {"num_format": "0.0", "valign": "top"},
    "head": {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F2", "border": 1},
    "title": {"bold": True, "font_size": 14},
    "bad": {"bg_color": "#F8CBAD", "font_color": "#7B2A00"},
    "warn": {"bg_color": "#FFE699", "font_color": "#5C4400"},
    "good": {"bg_color": "#C6E0B4", "font_color": "#234A12"},
}
_KINDS = {"share": "share", "upper": "share", "lower": "share", "percent": "percent",
          "first_percent": "percent", "p": "figure", "d": "figure", "r": "figure",
          "r_rest": "figure", "alpha_without": "figure", "mean": "figure", "median": "figure",
          "spread": "figure", "alpha": "figure", "alpha_low": "figure", "alpha_high": "figure",
          "error": "figure"}  # fmt: skip


def spreadsheet(results: Results) -> bytes:
    """Return the workbook; equal results give equal bytes."""
    # XlsxWriter is loaded only when a workbook is made.
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _EPOCH})
        formats = {name: book.add_format(look) for name, look in _FORMATS.items()}
        _summary(book.add_worksheet("Ringkasan"), results, formats)
        for name, frame, columns in _PAGES:
            page = book.add_worksheet(name)
            rows = getattr(results, frame)[list(columns)].to_numpy(dtype=object).tolist()
            heads = [wording()["column"][column] for column in columns]
            kinds = [_KINDS.get(column, "count") for column in columns]
            if name == "Siswa":
                _with_items(results, rows, heads, kinds)
            widths = [*(_WIDTHS.get(column, 11) for column in columns), *[5] * len(heads)]
            _table(page, heads, rows, kinds, formats, widths)
            _colour(page, columns, len(rows), formats)
            # The points of single items are for the screen.
            page.print_area(0, 0, max(1, len(rows)), len(columns) - 1)
    return settle(out.getvalue())


def _with_items(
    results: Results, rows: list[list[Any]], heads: list[str], kinds: list[str]
) -> None:
    """Add each student's points, item by item, beside the totals."""
    points = [row.tolist() for analysis in results.analyses for row in analysis.last]
    widest = max(map(len, points), default=0)
    for row, own in zip(rows, points, strict=True):
        row += [*own, *[None] * (widest - len(own))]
    longest = max(results.analyses, key=lambda one: len(one.items)).items
    heads += [str(figures.number) for figures in longest]
    kinds += ["count"] * widest


def _table(
    page: Any,
    heads: Sequence[str],
    rows: Sequence[Sequence[Any]],
    kinds: Sequence[str],
    formats: dict[str, Any],
    widths: Sequence[int],
) -> None:
    page.set_row(0, 3 * _LINE)
    for column, head in enumerate(heads):
        page.set_column(column, column, widths[column])
        page.write_string(0, column, head, formats["head"])
    for number, row in enumerate(rows, start=1):
        page.set_row(number, _height(row, widths))
        for column, cell in enumerate(row):
            _write(page, number, column, cell, formats, kinds[column])
    page.freeze_panes(1, 2)
    page.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)
    _printed(page)


def _height(cells: Sequence[Any], widths: Sequence[float]) -> float:
    """Return the height of a row, in points: not every program finds it by itself."""
    texts = ((cell, width) for cell, width in zip(cells, widths, strict=False) if cell)
    lines = (ceil(len(cell) / width) for cell, width in texts if isinstance(cell, str))
    return _LINE * max(lines, default=1)


def _printed(page: Any) -> None:
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _write(page: Any, row: int, column: int, cell: Any, formats: Any, kind: str) -> None:
    """Write a cell by what it is; what is not defined stays empty."""
    words = wording()
    if isinstance(cell, bool):
        page.write_string(row, column, words["page"]["yes" if cell else "no"], formats["text"])
    elif isinstance(cell, str):
        # In the frame the level is a code.
        shown = words["level"].get(cell, cell)
        page.write_string(row, column, shown, formats["text"])
    elif cell is not None and cell == cell:
        page.write_number(row, column, cell, formats[kind])


def _colour(page: Any, columns: Sequence[str], rows: int, formats: dict[str, Any]) -> None:
    def mark(column: str, criteria: str, value: Any, look: str) -> None:
        if column in columns and rows:
            at = columns.index(column)
            rule = {"type": "cell", "criteria": criteria, "value": value, "format": formats[look]}
            blank = {"type": "blanks", "stop_if_true": True}
            page.conditional_format(1, at, rows, at, blank)
            page.conditional_format(1, at, rows, at, rule)

    words = wording()
    mark("p", ">=", TOO_EASY, "warn")
    mark("p", "<=", TOO_HARD, "warn")
    mark("d", "<", 0, "bad")
    mark("d", "<", WEAK, "warn")
    mark("verdict", "==", f'"{words["verdict"]["good"]}"', "good")
    mark("verdict", "!=", f'"{words["verdict"]["good"]}"', "warn")
    mark("key", "==", f'"{words["page"]["yes"]}"', "good")
    mark("works", "==", f'"{words["page"]["no"]}"', "warn")
    if "percent" in columns and rows:
        at = columns.index("percent")
        bar = {"type": "data_bar", "bar_color": "#9DC3E6", "min_type": "num",
               "max_type": "num", "min_value": 0, "max_value": 100}  # fmt: skip
        page.conditional_format(1, at, rows, at, bar)


def _summary(page: Any, results: Results, formats: dict[str, Any]) -> None:
    words = wording()
    page.set_column(0, 0, 30)
    page.set_column(1, max(1, len(results.sheets)), _COLUMN)
    page.write_string(0, 0, words["page"]["title"], formats["title"])
    sheets = results.sheets.to_dict(orient="records")
    for row, name in enumerate(_SUMMARY, start=1):
        label = "kr20" if name == "alpha" and results.sheets["kr20"].all() else name
        cells = [sheet[name] for sheet in sheets]
        page.set_row(row, _height(cells, [_COLUMN] * len(cells)))
        page.write_string(row, 0, words["column"][label], formats["text"])
        for column, cell in enumerate(cells, start=1):
            _write(page, row, column, cell, formats, "left_figure" if name in _KINDS else "left")
    _explain(page, len(_SUMMARY) + 2, formats)
    _printed(page)
    page.fit_to_pages(1, 1)


def _explain(page: Any, row: int, formats: dict[str, Any]) -> None:
    words = wording()
    page.write_string(row, 0, words["page"]["how"], formats["title"])
    for at, line in enumerate(words["how"], start=row + 1):
        page.write_string(at, 0, line["term"], formats["text"])
        told = f"{line['text']} {line['source']}."
        page.set_row(at, _height([told], [_COLUMN]))
        page.write_string(at, 1, told, formats["text"])
