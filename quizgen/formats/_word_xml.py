"""What python-docx has no call for, written into the XML in the schema's order."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

_AFTER_SPACING = (
    "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText",
    "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
)  # fmt: skip

_AFTER_LINES = (
    "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi",
    "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
)  # fmt: skip
_AFTER_TYPE = ("pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", *_AFTER_LINES)


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


def letter_spacing(properties: Any, points: float) -> None:
    """Set letters apart, in the properties of a style or a run."""
    made = OxmlElement("w:spacing")
    made.set(qn("w:val"), str(round(20 * points)))
    _insert(properties, made, before=_AFTER_SPACING)


def grid_style(styles: Any, name: str) -> None:
    """Add the style of ruled tables to a document that has none of this name."""
    style = OxmlElement("w:style")
    style.set(qn("w:type"), "table")
    style.set(qn("w:styleId"), name.replace(" ", ""))
    label = OxmlElement("w:name")
    label.set(qn("w:val"), name)
    style.append(label)
    properties, borders = OxmlElement("w:tblPr"), OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    properties.append(borders)
    style.append(properties)
    styles.append(style)


def continue_section(section: Any) -> None:
    """Make the last section go on in the page of the one before, which is a copy of it.

    What only a document's first section may say is taken from it: the first page and the number
    that pages start with.
    """
    for name in ("titlePg", "pgNumType", "type"):
        for part in section.findall(qn(f"w:{name}")):
            section.remove(part)
    kind = OxmlElement("w:type")
    kind.set(qn("w:val"), "continuous")
    _insert(section, kind, before=_AFTER_TYPE)


def number_lines(section: Any) -> None:
    """Number every fifth line of a section."""
    numbers = OxmlElement("w:lnNumType")
    for name, value in (("countBy", "5"), ("distance", "200"), ("restart", "newSection")):
        numbers.set(qn(f"w:{name}"), value)
    _insert(section, numbers, before=_AFTER_LINES)


def _insert(parent: Any, made: Any, *, before: tuple[str, ...]) -> None:
    """Insert an element before the first of those that the schema wants behind it."""
    names = {qn(f"w:{name}") for name in before}
    place = next((i for i, child in enumerate(parent) if child.tag in names), len(parent))
    parent.insert(place, made)
