"""The empty Word document: page, language, and the styles that a teacher may then change."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from quizgen.formats import _word_xml as xml
from quizgen.formats._layout import TEXT_SIZE
from quizgen.formats._word_face import (
    BANK,
    BODY,
    BODY_TEXT,
    BOXED,
    BUBBLES,
    CELL,
    FIELD,
    FOOTER,
    GREY,
    GRID,
    HEADER,
    HEADING,
    INSTRUCTION,
    LINE_NUMBER,
    LINE_NUMBER_SIZE,
    NOTICE,
    OPTION,
    PARAGRAPH_NUMBER,
    PLAIN,
    QUESTION,
    REMARK,
    REMARK_INDENT,
    RULED,
    SOURCE,
    SUBHEADING,
    SUBTITLE,
    TEXT,
    TEXT_SUBTITLE,
    TEXT_TITLE,
    TINY,
    TITLE,
    WIDTH,
    Face,
)

_MAX_PROPERTY = 255
"""Characters of a property of the file, such as its title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """A paragraph style; indents in cm, sizes and spaces in points."""

    base: str = "Normal"
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    grey: bool = False
    left: float = 0
    hanging: float = 0
    right: float = 0
    before: float = 0
    after: float = 3
    lines: float | None = None
    exact: float | None = None
    align: Any = None
    keep_next: bool = False
    tab: float | None = None
    leader: bool = False
    border: str = ""
    counted: bool = False
    spacer: bool = False
    outline: int | None = None


_LOOKS: dict[str, _Look] = {
    TITLE: _Look(size=16, bold=True, align=ALIGN.CENTER, after=2, keep_next=True),
    SUBTITLE: _Look(size=11, align=ALIGN.CENTER, after=8, keep_next=True),
    HEADING: _Look(size=12.5, bold=True, before=12, after=3, keep_next=True, outline=0),
    SUBHEADING: _Look(size=11, bold=True, before=8, after=4, keep_next=True, outline=1),
    TEXT_TITLE: _Look(
        base=HEADING,
        size=13,
        bold=True,
        before=8,
        after=8,
        align=ALIGN.CENTER,
        keep_next=True,
        outline=0,
    ),
    TEXT_SUBTITLE: _Look(
        base=SUBHEADING, bold=True, left=0.8, before=6, after=4, keep_next=True, outline=1
    ),
    TEXT: _Look(
        size=11.5, left=0.8, hanging=0.8, after=6, lines=1.25, align=ALIGN.JUSTIFY, counted=True
    ),
    SOURCE: _Look(size=9, bold=False, left=0.8, after=6),
    INSTRUCTION: _Look(before=3, after=5, keep_next=True),
    QUESTION: _Look(left=BODY, hanging=BODY, before=9, after=4),
    BODY_TEXT: _Look(left=BODY, after=4),
    OPTION: _Look(left=BODY + 0.7, hanging=0.7, after=2.5),
    BOXED: _Look(left=BODY + 1.1, hanging=1.1, after=3),
    BUBBLES: _Look(left=1.1, hanging=1.1, after=0),
    RULED: _Look(left=BODY, after=0, exact=23.5, tab=WIDTH, leader=True),
    BANK: _Look(left=BODY + 0.17, right=0.17, before=6, after=6, border="box"),
    CELL: _Look(before=2, after=2),
    FIELD: _Look(before=4, after=4),
    REMARK: _Look(size=10, left=REMARK_INDENT, before=4, after=2, border="left"),
    NOTICE: _Look(left=0.57, hanging=0.4, right=0.17, after=0, border="box"),
    TINY: _Look(size=4, after=0, lines=1, spacer=True),
    HEADER: _Look(size=9, italic=True, grey=True, after=0, border="bottom"),
    FOOTER: _Look(size=9, grey=True, after=0, tab=WIDTH),
}


def blank(title: str, face: Face = PLAIN) -> Any:
    """Return an A4 document in Indonesian with all styles and fixed properties."""
    document = docx.Document()
    _page(document.sections[0])
    _defaults(document, face)
    _normal(document, face)
    for name, look in _LOOKS.items():
        _style(document, name, look, face)
    _characters(document, face)
    _settings(document)
    _properties(document, title)
    return document


def dress_letterhead(document: Any, face: Face) -> None:
    """Add our styles to a school's own document, all of whose styles stay as they are."""
    styles = document.styles
    base = face.style("Normal")
    if base not in styles:
        styles.add_style(base, WD_STYLE_TYPE.PARAGRAPH)
    styles[base].base_style = None
    _normal(document, face)
    for name, look in _LOOKS.items():
        if name not in (HEADER, FOOTER):
            _style(document, name, look, face)
    _characters(document, face)
    if GRID not in styles:
        xml.grid_style(styles.element, GRID)


def _page(section: Any) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2.1)
    section.top_margin = section.bottom_margin = Cm(2.1)
    section.header_distance = section.footer_distance = Cm(1.1)


def _defaults(document: Any, face: Face) -> None:
    """Set what stands outside every style: LibreOffice prints line numbers in it."""
    properties = document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}")
    _fonts(properties, face.font)
    for name in ("sz", "szCs"):
        properties.find(qn(f"w:{name}")).set(
            qn("w:val"), str(round(2 * face.size(LINE_NUMBER_SIZE)))
        )


def _normal(document: Any, face: Face) -> None:
    normal = document.styles[face.style("Normal")]
    _font(normal, face.font)
    normal.font.size = Pt(face.size(TEXT_SIZE))
    normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.space_after = Pt(3)
    normal.paragraph_format.line_spacing = 1.5 if face.dyslexia else 1.05
    normal.paragraph_format.widow_control = True
    _count_lines(normal, counted=False)
    if face.dyslexia:
        xml.letter_spacing(normal.element.get_or_add_rPr(), 0.12 * face.size(TEXT_SIZE))


def _style(document: Any, name: str, look: _Look, face: Face) -> None:
    styles = document.styles
    name = face.style(name)
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles[face.style(look.base)]
    style.quick_style, style.hidden = True, False
    for inherited in (style.element.pPr, style.element.rPr):
        if inherited is not None:
            style.element.remove(inherited)
    _font(style, face.font)
    font = style.font
    font.size = Pt(look.size if look.spacer else face.size(look.size)) if look.size else None
    font.bold, font.italic = look.bold, None if face.dyslexia else look.italic
    font.color.rgb = GREY if look.grey else RGBColor(0, 0, 0)
    _paragraph_format(style, look, face)
    if look.border:
        _border(style, look.border)
    _count_lines(style, counted=look.counted)


def _paragraph_format(style: Any, look: _Look, face: Face) -> None:
    shape = style.paragraph_format
    left = face.indent(look.left)
    shape.left_indent, shape.first_line_indent = Cm(left), Cm(-face.indent(look.hanging))
    shape.right_indent = Cm(look.right)
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.alignment = ALIGN.LEFT if face.dyslexia and look.align is not None else look.align
    shape.keep_with_next = look.keep_next
    shape.keep_together = not look.counted
    if look.exact:
        height = max(look.exact, 1.8 * face.size(TEXT_SIZE))
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(height)
    elif look.lines:
        least = 1.5 if face.dyslexia and not look.spacer else 0
        shape.line_spacing = max(look.lines, least)
    if look.hanging:
        shape.tab_stops.add_tab_stop(Cm(left))
    if look.tab:
        leader = WD_TAB_LEADER.LINES if look.leader else WD_TAB_LEADER.SPACES
        shape.tab_stops.add_tab_stop(Cm(min(look.tab, face.width)), WD_TAB_ALIGNMENT.RIGHT, leader)
    if look.outline is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(look.outline))
        style.element.get_or_add_pPr().append(level)


def _font(style: Any, name: str) -> None:
    """Set the font of a style for every script, and take away the theme's."""
    _fonts(style.element.get_or_add_rPr(), name)


def _fonts(properties: Any, name: str) -> None:
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)
    properties.insert(0, fonts)


def _border(style: Any, where: str) -> None:
    sides = ("top", "left", "bottom", "right") if where == "box" else (where,)
    borders = OxmlElement("w:pBdr")
    for side in sides:
        edge = OxmlElement(f"w:{side}")
        width, color = ("18", "B0B0B0") if where == "left" else ("4", "404040")
        for key, value in (("val", "single"), ("sz", width), ("space", "4"), ("color", color)):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    _insert(
        style.element.get_or_add_pPr(), borders, after=("keepNext", "keepLines", "widowControl")
    )


def _count_lines(style: Any, *, counted: bool) -> None:
    """Leave a style out of the line numbering, or take it in again."""
    off = OxmlElement("w:suppressLineNumbers")
    off.set(qn("w:val"), "0" if counted else "1")
    earlier = ("keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr")
    _insert(style.element.get_or_add_pPr(), off, after=earlier)


def _insert(parent: Any, child: Any, *, after: tuple[str, ...]) -> None:
    """Insert a child behind those that the schema wants before it."""
    place = 0
    for index, sibling in enumerate(parent, start=1):
        if sibling.tag in {qn(f"w:{name}") for name in after}:
            place = index
    parent.insert(place, child)


def _characters(document: Any, face: Face) -> None:
    styles = document.styles
    for name in (LINE_NUMBER, PARAGRAPH_NUMBER):
        style = (
            styles[name]
            if name in styles
            else styles.add_style(name, WD_STYLE_TYPE.CHARACTER, name == LINE_NUMBER)
        )
        style.font.size = Pt(face.size(LINE_NUMBER_SIZE if name == LINE_NUMBER else 9.5))
        style.font.bold = name == PARAGRAPH_NUMBER
        style.font.color.rgb = GREY


def _settings(document: Any) -> None:
    """Set the language, and have Word lay the file out by its present rules."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "id-ID")
    settings = document.settings.element
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "id-ID")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _properties(document: Any, title: str) -> None:
    """Describe the file; the picture of python-docx's own blank page is taken out."""
    package = document.part.package
    for name, relation in tuple(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[name]
    core = document.core_properties
    short = title if len(title) <= _MAX_PROPERTY else f"{title[: _MAX_PROPERTY - 1]}…"
    core.title, core.author, core.last_modified_by = short, "quizgen", "quizgen"
    core.language, core.comments, core.revision = "id-ID", "", 1
    core.created = core.modified = dt.datetime(2000, 1, 1)
