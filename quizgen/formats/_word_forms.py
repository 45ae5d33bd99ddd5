"""What is filled in by hand on a Word sheet: name and score, the header of an LKPD, circles."""

from collections.abc import Iterable
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.shared import Cm, Pt

from quizgen.formats import _word_face as look
from quizgen.formats import _word_xml as xml
from quizgen.formats._blocks import Bubbles, Fields, Line, Lkpd, Run
from quizgen.formats._inline import CIRCLE, plain
from quizgen.formats._word_text import fill, write

_COLUMNS = 3
"""How many columns of circles stand abreast."""
_FEW_LETTERS = 4
"""So many circles fit on the line of a narrow column."""


class FormWriter:
    """Appends forms, and the lines and ruled tables that they and all else are made of."""

    def __init__(self, document: Any, face: look.Face) -> None:
        self.document = document
        self.face = face
        self.body = face.indent(look.BODY)

    def _fields(self, fields: Fields) -> None:
        shares = (0.56, 0.26, 0.18) if self.face.large else (0.62, 0.22, 0.16)
        table = self._grid(2, (share * self.face.width for share in shares), indent=0)
        rows = (fields.name, fields.school_class), (fields.date, fields.number)
        for row, labels in zip(table.rows, rows, strict=True):
            for cell, label in zip(row.cells[:2], labels, strict=True):
                self._fill(cell, plain(f"{label}:"), look.FIELD)
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        score = table.cell(0, 2).merge(table.cell(1, 2))
        self._fill(score, plain(fields.score), look.FIELD, centred=True)
        self._line(look.TINY, ())

    def _lkpd(self, header: Lkpd) -> None:
        shares = (0.5, 0.34, 0.16)
        widths = [share * self.face.width for share in shares]
        table = self._grid(len(header.rows) + 1, widths, indent=0)
        for row, fields in zip(table.rows, header.rows, strict=False):
            for cell, (label, value) in zip(row.cells[:2], fields, strict=True):
                self._fill(cell, plain(f"{label}: {value}".strip()), look.FIELD)
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        score = table.cell(0, 2).merge(table.cell(len(header.rows) - 1, 2))
        self._fill(score, plain(header.score), look.FIELD, centred=True)
        goals = table.cell(len(header.rows), 0).merge(table.cell(len(header.rows), 2))
        self._fill(goals, plain(f"{header.goals_label}:"), look.FIELD)
        for line in header.goals:
            made = goals.add_paragraph(style=self.face.style(look.CELL))
            write(made, (Run(text="• "), *line))
        self._line(look.TINY, ())

    def _bubbles(self, bubbles: Bubbles) -> None:
        longest = max(len(letters) for _, letters in bubbles.rows)
        count = _COLUMNS if longest <= _FEW_LETTERS and self.face == look.PLAIN else _COLUMNS - 1
        columns = bubbles.in_columns(count)
        share = self.face.width / count
        table = self._grid(1, (share,) * len(columns), indent=0)
        for cell, rows in zip(table.rows[0].cells, columns, strict=True):
            xml.unborder(cell, ("top", "left", "bottom", "right"))
            for index, (label, letters) in enumerate(rows):
                made = cell.add_paragraph() if index else cell.paragraphs[0]
                made.style = self.face.style(look.BUBBLES)
                made.add_run(f"{label}\t").bold = True
                # No font that both Word and LibreOffice have holds letters in circles.
                for letter in letters:
                    made.add_run(letter)
                    circle = made.add_run(CIRCLE)
                    circle.font.name, circle.font.size = look.SYMBOLS, Pt(self.face.size(15))
                    made.add_run(" ")
        self._line(look.TINY, ())

    def _grid(self, rows: int, widths: Iterable[float], *, indent: float) -> Any:
        widths = tuple(widths)
        table = self.document.add_table(rows, len(widths), style=look.GRID)
        table.autofit = False
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        xml.indent(table, indent)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for row in table.rows:
            xml.unsplit(row)
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Cm(width)
        return table

    def _line(self, style: str, line: Line, *, keep: bool = False) -> Any:
        made = self.document.add_paragraph(style=self.face.style(style))
        write(made, line)
        if keep:
            made.paragraph_format.keep_with_next = True
        return made

    def _fill(self, cell: Any, line: Line, style: str, *, centred: bool = False) -> None:
        fill(cell, line, self.face.style(style), centred=centred)
