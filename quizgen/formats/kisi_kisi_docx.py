"""Kisi-kisi as a Word document: the same table as ``kisi-kisi``, to be edited and signed.

Source: as for the workbook. It lists the keys, so there is a teacher's edition only.
"""

import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from quizgen.formats import _kisi_kisi as content
from quizgen.formats._archive import settle
from quizgen.formats._inline import plain
from quizgen.model import Edition, Worksheet

_WIDTH = 29.7 - 2 * 1.8
"""Width of the table in cm: A4 in landscape without its margins."""


class KisiKisiWordFormat:
    """A page in landscape with one table."""

    name = "kisi-kisi-docx"
    suffix = ".kisi-kisi.docx"
    purpose = "The sheet's blueprint (kisi-kisi) as a Word document, to edit and to file."
    editions: tuple[Edition, ...] = ("teacher",)
    leaves_out: Mapping[str, str] = MappingProxyType({})

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the document; both editions are the same."""
        # python-docx is loaded only when a Word file is made.
        from quizgen.formats import _word_face as look
        from quizgen.formats._word_styles import blank

        document = blank(content.TITLE)
        _landscape(document)
        heading = content.heading(worksheet)
        document.add_paragraph(heading.title, style=look.TITLE)
        width = max(len(label) for label, _ in heading.facts) * 0.2 + 0.4
        for label, value in heading.facts:
            line = document.add_paragraph()
            line.paragraph_format.tab_stops.add_tab_stop(_cm(width))
            line.add_run(label).bold = True
            line.add_run(f"\t: {value}")
        document.add_paragraph(style=look.TINY)
        _table(document, list(content.rows(worksheet)))
        out = io.BytesIO()
        document.save(out)
        return settle(out.getvalue())


def _cm(width: float) -> Any:
    from docx.shared import Cm

    return Cm(width)


def _landscape(document: Any) -> None:
    from docx.enum.section import WD_ORIENTATION

    section = document.sections[0]
    section.orientation = WD_ORIENTATION.LANDSCAPE
    section.page_width, section.page_height = _cm(29.7), _cm(21)
    section.left_margin = section.right_margin = _cm(1.8)


def _table(document: Any, rows: list[tuple[str, ...]]) -> None:
    from quizgen.formats import _word_face as look
    from quizgen.formats import _word_xml as xml
    from quizgen.formats._word_text import fill

    table = document.add_table(len(rows) + 1, len(content.HEADERS), style="Table Grid")
    table.autofit = False
    for column, share in zip(table.columns, content.SHARES, strict=True):
        column.width = _cm(share * _WIDTH)
    xml.repeat(table.rows[0])
    for row, cells in zip(table.rows, (content.HEADERS, *rows), strict=True):
        header = cells is content.HEADERS
        xml.unsplit(row)
        for index, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = _cm(content.SHARES[index] * _WIDTH)
            centred = header or index in (0, 6)
            fill(cell, plain(text, bold=header), look.CELL, centred=centred)
            if header:
                xml.shade(cell)


FORMAT = KisiKisiWordFormat()
