"""Draws the neutral plan of a sheet as a Word document."""

import copy
import io
from dataclasses import replace
from itertools import groupby
from typing import Any, assert_never

import docx
from docx.oxml.ns import qn
from docx.shared import Pt

from quizgen.formats import _word_face as look
from quizgen.formats import _word_xml as xml
from quizgen.formats._blocks import (
    Bank,
    Block,
    Boxes,
    Bubbles,
    Fields,
    Heading,
    Instruction,
    Lkpd,
    Notice,
    Options,
    Part,
    Passage,
    Question,
    Remark,
    Ruled,
    Run,
    Sheet,
    Table,
    Title,
)
from quizgen.formats._inline import NO_BREAK, plain
from quizgen.formats._word_forms import FormWriter
from quizgen.formats._word_styles import blank, dress_letterhead
from quizgen.formats._word_text import glued, keep_whole, spaced, write

_UNBROKEN = 30
"""A table of more rows may be split by a page."""


def draw(sheet: Sheet) -> bytes:
    """Return the sheet as a Word file; its zip still bears the time of writing."""
    writer = _begun(sheet)
    for earlier, block in zip((None, *sheet.blocks), sheet.blocks, strict=False):
        if isinstance(block, Instruction):
            writer.instruction(block, earlier)
        else:
            writer.block(block)
    if not sheet.letterhead:
        writer.running(sheet)
    out = io.BytesIO()
    writer.document.save(out)
    return out.getvalue()


def _begun(sheet: Sheet) -> "_Writer":
    """Return a writer to an empty document, or to a school's letterhead after what it holds."""
    face = look.Face(large=sheet.large, dyslexia=sheet.dyslexia)
    if not sheet.letterhead:
        return _Writer(blank(sheet.title, face), face)
    document = docx.Document(io.BytesIO(sheet.letterhead))
    face = replace(face, own=True, width=look.room(document.sections[-1]))
    dress_letterhead(document, face)
    last = document.paragraphs[-1] if document.paragraphs else None
    if last is not None and last._p.getnext() is document.element.body.sectPr and is_empty(last):
        last._p.getparent().remove(last._p)
    return _Writer(document, face)


def is_empty(paragraph: Any) -> bool:
    """Return whether a paragraph shows nothing: no words, no picture, no end of a section."""
    return not any(child.tag != qn("w:pPr") for child in paragraph._p) and (
        paragraph._p.pPr is None or paragraph._p.pPr.sectPr is None
    )


class _Writer(FormWriter):
    """Appends blocks to a document."""

    # ---- blocks

    def instruction(self, instruction: Instruction, earlier: Block | None) -> None:
        """Write an instruction, on a new line of the paragraph if it follows another one."""
        if isinstance(earlier, Instruction):
            made = self.document.paragraphs[-1]
            made.runs[-1].add_break()
            write(made, instruction.line)
            return
        made = self._line(look.INSTRUCTION, instruction.line)
        if isinstance(earlier, Question):
            made.paragraph_format.space_before = Pt(10)

    def block(self, block: Block) -> None:
        """Write any other block."""
        match block:
            case Title(text=text, subtitle=subtitle):
                self._line(look.TITLE, plain(text))
                self._line(look.SUBTITLE, plain(subtitle))
            case Fields():
                self._fields(block)
            case Lkpd():
                self._lkpd(block)
            case Heading(text=text, level=level, new_page=new_page):
                style = look.HEADING if level == 1 else look.SUBHEADING
                made = self._line(style, plain(text))
                made.paragraph_format.page_break_before = new_page or None
            case Instruction():
                self.instruction(block, None)
            case Notice(heading=heading, lines=lines):
                self._line(look.NOTICE, plain(heading, bold=True), keep=True)
                for line in lines:
                    self._line(look.NOTICE, (Run(text="•\t"), *line))
                self._line(look.TINY, ())
            case Passage():
                self._passage(block)
            case Table():
                self._table(block, indent=0)
                if len(block.rows) <= _UNBROKEN:
                    keep_whole([self.document.tables[-1]._tbl])
            case Question():
                self._question(block)
            case Bubbles():
                self._bubbles(block)
            case _:
                assert_never(block)

    def _passage(self, passage: Passage) -> None:
        self._end_section(numbered=False)
        self._line(look.TEXT_TITLE, plain(passage.title))
        for number, line in passage.paragraphs:
            if number is None:
                self._line(look.TEXT_SUBTITLE, line)
                continue
            made = self.document.add_paragraph(style=self.face.style(look.TEXT))
            made.add_run(f"{number}\t", style=look.PARAGRAPH_NUMBER)
            write(made, line)
        if passage.source:
            # The source line never stands alone on a page.
            self.document.paragraphs[-1].paragraph_format.keep_with_next = True
            self._line(look.SOURCE, passage.source)
        self._end_section(numbered=True)

    def _question(self, question: Question) -> None:
        body = self.document.element.body
        # The last child of the body is its section, before which paragraphs are added.
        before = len(body) - 1
        first, *rest = question.prompt or ((),)
        self._line(look.QUESTION, (Run(text=f"{question.number}.\t", bold=True), *first))
        for line in rest:
            self._line(look.BODY_TEXT, line)
        for part in question.body:
            self._part(part, indent=self.body)
        self._comment(question.comment)
        keep_whole(list(body)[before:-1])

    def _comment(self, parts: tuple[Part, ...]) -> None:
        """Write neighbouring remarks as one paragraph of several lines.

        LibreOffice gives up keeping together a longer chain of paragraphs.
        """
        for remarks, group in groupby(parts, key=lambda part: isinstance(part, Remark)):
            if remarks:
                self._remarks(tuple(part for part in group if isinstance(part, Remark)))
                continue
            self._line(look.TINY, ())
            for part in group:
                self._part(part, indent=self.face.indent(look.REMARK_INDENT))

    def _remarks(self, remarks: tuple[Remark, ...]) -> None:
        made = self.document.add_paragraph(style=self.face.style(look.REMARK))
        for index, remark in enumerate(remarks):
            if index:
                made.runs[-1].add_break()
            earlier = len(made.runs)
            write(made, remark.line)
            for run in made.runs[earlier:] if remark.small else ():
                run.font.color.rgb = look.GREY

    # ---- parts of an item

    def _part(self, part: Part, *, indent: float) -> None:
        match part:
            case Table():
                self._table(part, indent=indent)
            case Options(rows=rows):
                for label, line in rows:
                    self._line(look.OPTION, (Run(text=f"{label}\t"), *line))
            case Bank(label=label, words=words):
                self._line(look.BANK, tuple(spaced(plain(f"{label}:", bold=True), words)))
            case Boxes(flowing=True):
                self._flowing(part)
            case Boxes():
                self._boxes(part)
            case Ruled(labels=labels):
                for label in labels:
                    self._line(look.RULED, (Run(text=f"{label}{NO_BREAK}\t"),))
            case Remark():
                self._remarks((part,))
            case _:
                assert_never(part)

    def _flowing(self, boxes: Boxes) -> None:
        made = self.document.add_paragraph(style=self.face.style(look.BODY_TEXT))
        made.paragraph_format.line_spacing = 1.6
        for value, line in boxes.rows:
            self._box(made, value)
            write(made, (Run(text=NO_BREAK), *glued(line), Run(text="    ")))

    def _boxes(self, boxes: Boxes) -> None:
        for value, line in boxes.rows:
            made = self.document.add_paragraph(style=self.face.style(look.BOXED))
            self._box(made, value)
            write(made, (Run(text="\t"), *line))

    def _box(self, paragraph: Any, value: str) -> None:
        box = paragraph.add_run((value or NO_BREAK).center(5, NO_BREAK))
        box.font.size = Pt(self.face.size(14))
        xml.frame(box)

    def _table(self, table: Table, *, indent: float) -> None:
        room = self.face.width - indent
        widths = tuple(column.share * room for column in table.columns)
        made = self._grid(len(table.rows) + 1, widths, indent=indent)
        xml.repeat(made.rows[0])
        for cell, column in zip(made.rows[0].cells, table.columns, strict=True):
            self._fill(cell, plain(column.header, bold=True), look.CELL, centred=column.centred)
            xml.shade(cell)
        for row, cells in zip(made.rows[1:], table.rows, strict=True):
            for cell, line, column in zip(row.cells, cells, table.columns, strict=True):
                self._fill(cell, line or (), look.CELL, centred=column.centred)
            left_out = [cell for cell, line in zip(row.cells, cells, strict=True) if line is None]
            if left_out:
                xml.unborder(left_out[0].merge(left_out[-1]), ("left", "bottom"))
        self._line(look.TINY, ())

    # ---- paragraphs and sections

    def _end_section(self, *, numbered: bool) -> None:
        """End a section with the last paragraph; what follows goes on in the same page."""
        body = self.document.element.body
        ending = copy.deepcopy(body.sectPr)
        if numbered:
            xml.number_lines(ending)
        self.document.paragraphs[-1]._p.get_or_add_pPr().append(ending)
        xml.continue_section(body.sectPr)

    def running(self, sheet: Sheet) -> None:
        """Write header and footer; the first page has the footer only."""
        first = self.document.sections[0]
        first.different_first_page_header_footer = True
        first.header.paragraphs[0].text = sheet.running
        for footer in (first.footer, first.first_page_footer):
            made = footer.paragraphs[0]
            made.style = look.FOOTER
            made.add_run(f"{sheet.footer}\t{sheet.page} ")
            xml.field(made, "PAGE")
            made.add_run(f" {sheet.of} ")
            xml.field(made, "NUMPAGES")
