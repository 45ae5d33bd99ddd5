"""The results as a workbook for a teacher: Ringkasan, Siswa, Soal, Pengecoh, Dilewati.

Every text is written as text: a student named ``=1+1`` stays a name.
"""

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from quizgen.formats._archive import settle
from quizgen.results.tables import Results
from quizgen.results.verdicts import TOO_EASY, TOO_HARD, WEAK
from quizgen.results.wording import wording

_EPOCH = dt.datetime(2024, 1, 1)
_SUMMARY = (
    "title", "versions", "students", "items", "most", "mean", "median", "spread", "alpha",
    "alpha_low", "alpha_high", "error",
)  # fmt: skip
_WIDTHS = {
    "sheet": 20, "name": 28, "group": 8, "version": 6, "file": 34, "prompt": 60, "type": 18,
    "verdict": 46, "text": 50, "reason": 70, "number": 6, "points": 6, "option": 8, "level": 9,
}  # fmt: skip
_PAGES = (
    ("Siswa", "students", ("sheet", "name", "group", "version", "score", "most", "percent",
                           "first_score", "first_percent", "answered", "items", "revealed",
                           "file")),
    ("Soal", "items", ("sheet", "number", "type", "prompt", "points", "students", "answered", "p",
                       "level", "d", "r", "r_rest", "alpha_without", "verdict")),
    ("Pengecoh", "distractors", ("sheet", "number", "option", "text", "key", "chosen", "share",
                                 "upper", "lower", "works")),
    ("Dilewati", "skipped", ("file", "reason")),
)  # fmt: skip
_FORMATS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True, "valign": "top"},
    "figure": {"num_format": "0.00", "valign": "top"},
    "share": {"num_format": "0%", "valign": "top"},
    "count": {"num_format": "0.##", "valign": "top"},
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
            _table(page, heads, rows, kinds, formats)
            for at, column in enumerate(heads):
                width = _WIDTHS.get(columns[at], 12) if at < len(columns) else 6
                page.set_column(at, at, width if column else 12)
            _colour(page, columns, len(rows), formats)
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
) -> None:
    for column, head in enumerate(heads):
        page.write_string(0, column, head, formats["head"])
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            _write(page, number, column, cell, formats, kinds[column])
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)
    _printed(page)


def _printed(page: Any) -> None:
    page.set_landscape()
    page.set_paper(9)
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
    mark("key", "==", f'"{words["page"]["yes"]}"', "good")
    mark("works", "==", f'"{words["page"]["no"]}"', "warn")
    if "percent" in columns and rows:
        at = columns.index("percent")
        bar = {"type": "data_bar", "bar_color": "#9DC3E6", "bar_solid": True, "min_type": "num",
               "max_type": "num", "min_value": 0, "max_value": 100}  # fmt: skip
        page.conditional_format(1, at, rows, at, bar)


def _summary(page: Any, results: Results, formats: dict[str, Any]) -> None:
    words = wording()
    page.set_column(0, 0, 30)
    page.set_column(1, max(1, len(results.sheets)), 44)
    page.write_string(0, 0, words["page"]["title"], formats["title"])
    sheets = results.sheets.to_dict(orient="records")
    for column, sheet in enumerate(sheets, start=1):
        page.write_string(1, column, sheet["sheet"], formats["head"])
    page.write_string(1, 0, words["column"]["sheet"], formats["head"])
    for row, name in enumerate(_SUMMARY, start=2):
        page.write_string(row, 0, words["column"][name], formats["text"])
        for column, sheet in enumerate(sheets, start=1):
            kind = _KINDS.get(name, "count")
            _write(page, row, column, sheet[name], formats, kind)
    row = len(_SUMMARY) + 2
    page.write_string(row, 0, words["column"]["caution"], formats["text"])
    for column, sheet in enumerate(sheets, start=1):
        page.write_string(row, column, sheet["caution"], formats["text"])
    _explain(page, row + 2, formats)
    _printed(page)


def _explain(page: Any, row: int, formats: dict[str, Any]) -> None:
    words = wording()
    page.write_string(row, 0, words["page"]["how"], formats["title"])
    for at, line in enumerate(words["how"], start=row + 1):
        page.write_string(at, 0, line["term"], formats["text"])
        page.write_string(at, 1, f"{line['text']} ({line['source']})", formats["text"])
