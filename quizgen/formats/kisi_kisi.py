"""Kisi-kisi as an Excel workbook: the test blueprint that a teacher files with a test.

Source: the columns of the kisi-kisi format of Pusat Asesmen Pendidikan (No, Kompetensi, Materi,
Indikator Soal, Level Kognitif, Bentuk Soal, Nomor Soal, Kunci). It lists the keys, so there is a
teacher's edition only. No cell is a formula or a link, whatever it starts with. Known limit: the
competence is named by what an item trains, not by a number of the curriculum; ``--kisi-kisi``
keeps the teacher's own.
"""

import datetime as dt
import io
import textwrap
from collections.abc import Mapping
from types import MappingProxyType

from quizgen.formats import _kisi_kisi as content
from quizgen.formats._archive import settle
from quizgen.model import Edition, Worksheet

_WIDTH = 150
"""Characters that stand on a line of the printed sheet, in landscape."""
_LINE = 15
"""The height of a line in points."""
_MAX_LINES = 27
"""Excel makes no row higher than 409 points."""
_MAX_CELL = 32767
"""The longest text that Excel takes."""


class KisiKisiFormat:
    """One sheet, in landscape, that prints on the width of an A4 page."""

    name = "kisi-kisi"
    suffix = ".kisi-kisi.xlsx"
    purpose = "The sheet's blueprint (kisi-kisi) as an Excel workbook, to be filed with it."
    editions: tuple[Edition, ...] = ("teacher",)
    leaves_out: Mapping[str, str] = MappingProxyType({})

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the workbook; both editions are the same."""
        # Loaded only when a workbook is made.
        import xlsxwriter

        out = io.BytesIO()
        book = xlsxwriter.Workbook(
            out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        book.set_properties(
            {"title": content.TITLE, "author": "quizgen", "created": dt.datetime(2000, 1, 1)}
        )
        _fill(book, worksheet)
        book.close()
        return settle(out.getvalue())


def _fill(book: "xlsxwriter.Workbook", worksheet: Worksheet) -> None:  # type: ignore[name-defined]  # noqa: F821
    sheet = book.add_worksheet("Kisi-kisi")
    title = book.add_format({"bold": True, "font_size": 14})
    bold = book.add_format({"bold": True})
    cell = {"border": 1, "text_wrap": True, "valign": "top"}
    head = book.add_format(cell | {"bold": True, "bg_color": "#EBEBEB", "valign": "vcenter"})
    looks = (book.add_format(cell), book.add_format(cell | {"align": "center"}))
    for column, share in enumerate(content.SHARES):
        sheet.set_column(column, column, share * _WIDTH)
    heading = content.heading(worksheet)
    sheet.write_string(0, 0, heading.title, title)
    for row, (label, value) in enumerate(heading.facts, start=1):
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 2, f": {value}"[:_MAX_CELL])
    start = len(heading.facts) + 2
    for column, header in enumerate(content.HEADERS):
        sheet.write_string(start, column, header, head)
    for row, cells in enumerate(content.rows(worksheet), start=start + 1):
        sheet.set_row(row, _LINE * _lines(cells))
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text[:_MAX_CELL], looks[column in (0, 6)])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(start)
    sheet.freeze_panes(start + 1, 0)
    sheet.set_footer("&R&P / &N")


def _lines(cells: tuple[str, ...]) -> int:
    """Return how many lines a row needs; not every program fits the height by itself."""
    rooms = (max(int(share * _WIDTH) - 1, 1) for share in content.SHARES)
    wrapped = (textwrap.wrap(text, room) for text, room in zip(cells, rooms, strict=True))
    return min(max(map(len, wrapped)), _MAX_LINES) or 1


FORMAT = KisiKisiFormat()
