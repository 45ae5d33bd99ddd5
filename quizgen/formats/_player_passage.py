"""The passage in lines and sentences, so that a page can number and light them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.formats._inline import clean
from quizgen.model import Sentence, Worksheet

WIDTH = 76
"""Characters in a printed line; a longer word stands alone."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one sentence in one line; ``sentence`` is None for what belongs to none."""

    text: str
    sentence: Sentence | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class PassageLine:
    """One line; ``number`` counts from 1 over the whole passage."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a sub-heading, whose number is None."""

    number: int | None
    text: str
    lines: tuple[PassageLine, ...]


def paragraphs(worksheet: Worksheet) -> tuple[Paragraph, ...]:
    """Return the printed paragraphs with their lines, numbered through."""
    made = []
    lines = 0
    for number, start, text in worksheet.blocks():
        if number is None:
            made.append(Paragraph(None, clean(text), ()))
            continue
        spans = list(_wrap(text))
        drawn = tuple(
            PassageLine(lines + row, tuple(_pieces(worksheet, text, start, span)))
            for row, span in enumerate(spans, start=1)
        )
        lines += len(spans)
        made.append(Paragraph(number, clean(text), drawn))
    return tuple(made)


def _wrap(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each line; the space at its end belongs to it."""
    start = end = 0
    for word in re.finditer(r"\S+\s*", text):
        if word.start() > start and len(text[start : word.end()].rstrip()) > WIDTH:
            yield start, end
            start = end
        end = word.end()
    if end > start:
        yield start, end


def _pieces(worksheet: Worksheet, text: str, offset: int, span: tuple[int, int]) -> Iterator[Piece]:
    cursor, end = span
    for sentence in worksheet.document.sentences:
        low, high = max(sentence.start - offset, cursor), min(sentence.end - offset, end)
        if low >= high:
            continue
        if low > cursor:
            yield Piece(clean(text[cursor:low]))
        yield Piece(clean(text[low:high]), sentence, sentence.start - offset == low)
        cursor = high
    if cursor < end:
        yield Piece(clean(text[cursor:end]))
