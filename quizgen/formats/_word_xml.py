"""What python-docx has no call for, written into the XML in the schema's order."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm


def repeat(row: Any) -> None:
    """Mark the header row, repeated on a new page and read out by screen readers."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def unsplit(row: Any) -> None:
    """Let no page end inside a row."""
    row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def indent(table: Any, distance: float) -> None:
    """Set the left edge so that the border, not the words, stands at ``distance`` cm."""
    made = OxmlElement("w:tblInd")
    made.set(qn("w:w"), str(round(Cm(distance + 0.02).twips)))
    made.set(qn("w:type"), "dxa")
    table._tbl.tblPr.find(qn("w:jc")).addnext(made)


def shade(cell: Any) -> None:
    """Give a header cell its light grey ground."""
    ground = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "EBEBEB")):
        ground.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(ground)


def unborder(cell: Any, sides: tuple[str, ...]) -> None:
    """Take away the borders of a cell at some sides."""
    borders = OxmlElement("w:tcBorders")
    for side in sides:
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:val"), "nil")
        borders.append(edge)
    properties = cell._tc.get_or_add_tcPr()
    later = {qn(f"w:{name}") for name in ("shd", "noWrap", "tcMar", "vAlign")}
    place = next((i for i, child in enumerate(properties) if child.tag in later), len(properties))
    properties.insert(place, borders)


def frame(run: Any) -> None:
    """Draw a box around a run."""
    border = OxmlElement("w:bdr")
    for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "404040")):
        border.set(qn(f"w:{key}"), value)
    run._r.get_or_add_rPr().append(border)


def field(paragraph: Any, instruction: str) -> None:
    """Add a field that Word counts itself."""
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    made.append(run)
    paragraph._p.append(made)
