"""Lines of text in Word paragraphs and cells."""

from collections.abc import Iterable, Iterator
from typing import Any

from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as ALIGN
from docx.oxml.ns import qn

from quizgen.formats._blocks import Line, Run
from quizgen.formats._inline import NO_BREAK
from quizgen.formats._key import TICK
from quizgen.formats._word_face import SYMBOLS
from quizgen.formats._word_xml import letter_spacing


def spaced(label: Line, words: Iterable[Line]) -> Iterator[Run]:
    """Yield a label and the words of a box, well apart."""
    yield from label
    for word in words:
        yield from (Run(text="    "), *glued(word))


def glued(line: Line) -> Iterator[Run]:
    """Yield the runs of a short phrase that is not to be parted by a line end."""
    for run in line:
        yield Run(text=run.text.replace(" ", NO_BREAK), bold=run.bold, italic=run.italic)


def write(paragraph: Any, line: Line) -> None:
    """Add a line to a paragraph; ticks in a font that has them."""
    for run in line:
        for index, piece in enumerate(run.text.split(TICK)):
            if index:
                _dress(paragraph.add_run(TICK), run).font.name = SYMBOLS
            if piece:
                made = _dress(paragraph.add_run(piece), run)
                if not piece.strip("_"):
                    # A blank stays one line, however far apart letters are.
                    letter_spacing(made._r.get_or_add_rPr(), 0)


def _dress(made: Any, run: Run) -> Any:
    made.bold, made.italic = run.bold or None, run.italic or None
    made.underline, made.font.superscript = run.underline or None, run.raised or None
    return made


def fill(cell: Any, line: Line, style: str, *, centred: bool = False) -> None:
    """Write a line into a table cell."""
    made = cell.paragraphs[0]
    made.style = style
    if centred:
        made.alignment = ALIGN.CENTER
    write(made, line)


def keep_whole(elements: list[Any]) -> None:
    """Let no page end inside these paragraphs and tables."""
    paragraphs = [p for element in elements for p in _paragraphs(element)]
    for paragraph in paragraphs[:-1]:
        properties = paragraph.get_or_add_pPr()
        properties.get_or_add_keepNext()


def _paragraphs(element: Any) -> Iterator[Any]:
    yield from [element] if element.tag == qn("w:p") else element.iter(qn("w:p"))
