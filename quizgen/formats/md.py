"""Markdown: CommonMark with tables, to be read as it is or in any wiki, editor or repository."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import assert_never

from quizgen.formats._blocks import (
    Bank,
    Block,
    Boxes,
    Bubbles,
    Fields,
    Heading,
    Instruction,
    Line,
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
from quizgen.formats._inline import NO_BREAK, circled
from quizgen.formats._sheet import plan
from quizgen.model import Edition, Worksheet

_MARKUP = re.compile(r"[\\`*_\[<|~$]|&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#+=>-]))(.)")
_ADDRESS = re.compile(r"https?://[^\s<>\\]+$")
_DOTS = "…"
_RULE = _DOTS * 40


def escape(text: str) -> str:
    r"""Return ``text`` so that Markdown shows every character of it.

    >>> print(escape("a*b | <c>"))
    a\*b \| \<c>
    """
    return _MARKUP.sub(r"\\\g<0>", text.replace(NO_BREAK, " "))


def inline(line: Line) -> str:
    """Return a line with its bold and italic words marked."""
    groups = (
        _marked("".join(map(_run, runs)), "**" if bold else "")
        for bold, runs in groupby(line, key=lambda run: run.bold)
    )
    return "".join(groups).strip()


def _run(run: Run) -> str:
    # Underscores for a blank could be read as emphasis, dots never are.
    if run.text and not run.text.strip("_"):
        return _DOTS * (len(run.text) // 2)
    return _marked(escape(run.text), "*" if run.italic else "")


def _marked(text: str, mark: str) -> str:
    """Set marks around the words, not around the space at their ends, where they do not count."""
    words = text.strip()
    if not words or not mark:
        return text
    before, after = text.split(words, maxsplit=1)
    return f"{before}{mark}{words}{mark}{after}"


def _paragraph(line: Line) -> str:
    """Return a line that is not taken for a heading, a list, a quotation or a rule."""
    return _LINE_START.sub(r"\1\\\2", inline(line))


def _list(rows: Iterable[str]) -> str:
    return "\n".join(f"- {row}" for row in rows)


def _table(table: Table) -> str:
    header = (escape(column.header) for column in table.columns)
    dashes = (":---:" if column.centred else "---" for column in table.columns)
    rows = ((inline(cell or ()) for cell in row) for row in table.rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, dashes, *rows))


def _part(part: Part) -> Iterator[str]:
    match part:
        case Table():
            yield _table(part)
        case Options(rows=rows):
            yield _list(f"{label} {inline(line)}" for label, line in rows)
        case Bank(label=label, words=words):
            yield f"> **{escape(label)}:** {' · '.join(map(inline, words))}"
        case Boxes(rows=rows, flowing=True):
            yield " / ".join(_boxed(value, line) for value, line in rows)
        case Boxes(rows=rows):
            yield _list(_boxed(value, line) for value, line in rows)
        case Ruled(labels=labels):
            yield from (f"{escape(label)} {_RULE}".strip() for label in labels)
        case Remark(line=line):
            yield _paragraph(line)
        case _:
            assert_never(part)


def _boxed(value: str, line: Line) -> str:
    return f"({value or _DOTS * 3}) {inline(line)}"


def _question(question: Question) -> Iterator[str]:
    first, *rest = question.prompt or ((),)
    yield f"**{question.number}.** {inline(first)}".strip()
    yield from map(_paragraph, rest)
    for part in question.body:
        yield from _part(part)
    if question.comment:
        yield from _comment(question.comment)


def _comment(parts: tuple[Part, ...]) -> Iterator[str]:
    """Yield the explanation as a quotation, remarks as list items."""
    remarks: list[str] = []
    for part in parts:
        if isinstance(part, Remark):
            remarks.append(f"> - {inline(part.line)}")
        else:
            yield "\n".join(remarks)
            remarks = []
            yield from ("\n".join(f"> {row}" for row in text.split("\n")) for text in _part(part))
    yield "\n".join(remarks)


def _passage(passage: Passage) -> Iterator[str]:
    yield f"## {escape(passage.title)}"
    for number, line in passage.paragraphs:
        yield f"**[{number}]** {inline(line)}" if number else f"### {inline(line)}"
    if passage.source:
        yield _source(passage.source)


def _source(line: Line) -> str:
    """Return the source line, its address as a link that shows itself."""
    text = "".join(run.text for run in line)
    address = _ADDRESS.search(text)
    if not address:
        return _paragraph(line)
    return f"{escape(text[: address.start()])}<{address[0]}>"


def _fields(fields: Fields) -> Iterator[str]:
    first = (fields.name, 20), (fields.school_class, 6), (fields.number, 4)
    second = (fields.date, 12), (fields.score, 6)
    for row in (first, second):
        yield " ".join(f"{escape(label)}: {_DOTS * width}" for label, width in row)


def _lkpd(header: Lkpd) -> Iterator[str]:
    fields = [field for row in header.rows for field in row] + [(header.score, "")]
    yield _list(f"{escape(label)}: {escape(value) or _DOTS * 12}" for label, value in fields)
    yield f"**{escape(header.goals_label)}**"
    yield _list(map(inline, header.goals))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Title(text=text, subtitle=subtitle):
            yield f"# {escape(text)}"
            if subtitle:
                yield escape(subtitle)
        case Fields():
            yield from _fields(block)
        case Lkpd():
            yield from _lkpd(block)
        case Heading(text=text, level=level, new_page=new_page):
            if new_page:
                yield "---"
            yield f"{'#' * (level + 1)} {escape(text)}"
        case Instruction(line=line):
            yield _paragraph(line)
        case Notice(heading=heading, lines=rows):
            texts = (f"**{escape(heading)}**", "", *(f"- {inline(row)}" for row in rows))
            yield "\n".join(f"> {row}".rstrip() for row in texts)
        case Passage():
            yield from _passage(block)
        case Table():
            yield _table(block)
        case Question():
            yield from _question(block)
        case Bubbles(rows=rows):
            yield _list(f"**{label}** {' '.join(map(circled, letters))}" for label, letters in rows)
        case _:
            assert_never(block)


def write(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown, one blank line between them."""
    return "\n\n".join(chunk for block in blocks for chunk in _block(block) if chunk)


class MarkdownFormat:
    """CommonMark with tables."""

    name = "md"
    suffix = ".md"
    purpose = "Plain Markdown for wikis, editors and repositories."
    leaves_out: Mapping[str, str] = MappingProxyType({})

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the sheet as UTF-8 Markdown."""
        return self.draw(plan(worksheet, edition))

    def draw(self, sheet: Sheet) -> bytes:
        """Return any plan of a sheet as Markdown."""
        return (write(sheet.blocks) + "\n").encode()


FORMAT = MarkdownFormat()
