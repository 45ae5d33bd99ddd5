"""Plain text and Markdown."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import PurePath

from quizgen.errors import InputError
from quizgen.model import Imported
from quizgen.readers._assemble import Metadata, assemble
from quizgen.readers._blocks import LONGEST_PARAGRAPH, Block, is_finished, is_item, words
from quizgen.readers._decode import decode
from quizgen.readers._junk import is_junk
from quizgen.readers._markdown import parse_markdown
from quizgen.readers._mend import glue_lines, without_gaps_at_links

_WIDEST_LINE = 100
_LONGEST_SENTENCE = 160
_BLANKS = re.compile(r" {2,}")
_TWO_SENTENCES = re.compile(r"[.!?][\"”’)]*\s+[\"“‘(]*[A-Z]")


class TextReader:
    """Reads .txt and .md: paragraphs are parted by blank lines, else by line ends."""

    name = "text"
    suffixes = (".txt", ".md")

    def read(self, data: bytes, *, source: str) -> Imported:
        """Return the article in ``data``; see ``Reader.read``.

        Raises:
            InputError: if ``data`` is binary, empty, over 2 MB or not Indonesian.
        """
        text = decode(data, source=source)
        if not text.strip():
            raise InputError(f"{source}: is empty; give a file with an Indonesian article")
        if PurePath(source).suffix.lower() == ".md":
            markdown = parse_markdown(text, source=source)
            return assemble(markdown.blocks, source=source, metadata=markdown.metadata)
        return assemble_text(text, source, Metadata(id="teks") if source == "-" else None)


def assemble_text(text: str, source: str, metadata: Metadata | None = None) -> Imported:
    """Return the article in plain text; what ``metadata`` knows wins over what the text says.

    Raises:
        InputError: naming ``source``, if the text is not Indonesian.
    """
    blocks = text_blocks(text)
    return assemble(blocks, source=source, metadata=metadata, width=wrap_width(blocks))


def text_blocks(text: str) -> list[Block]:
    """Return the paragraphs of plain text, or its lines where no blank line parts them."""
    lines = [_BLANKS.sub(" ", line).strip() for line in text.split("\n")]
    groups = [list(group) for filled, group in groupby(lines, key=bool) if filled]
    if len(groups) == 1:
        return _by_line(groups[0])
    long_groups = sum(len(group) > 1 for group in groups)
    blocks: list[Block] = []
    for group in groups:
        if len(group) > 1 and not _are_paragraphs(group, only=long_groups == 1):
            blocks.extend(_unwrapped(group))
        else:
            blocks.extend(_by_line(group))
    return without_gaps_at_links(blocks)


def wrap_width(blocks: Sequence[Block]) -> int:
    """Return the width that lines without a gap were broken at, as in a terminal; 0 if none."""
    lines = [block.text for block in blocks if not block.gap]
    if len(lines) < 3 or max(map(len, lines)) > _WIDEST_LINE:
        return 0
    open_lines = [len(line) for line in lines[:-1] if not is_finished(line)]
    broken = len(open_lines) * 2 >= len(lines) and statistics.median(open_lines) > 45
    return max(map(len, lines)) if broken else 0


def _by_line(lines: Sequence[str]) -> list[Block]:
    return [Block(text=line, gap=index == 0) for index, line in enumerate(lines)]


def _are_paragraphs(lines: Sequence[str], *, only: bool) -> bool:
    """Tell whether the lines of one group are paragraphs themselves, as copied from a web page.

    No one breaks lines at more than a hundred characters, and one sentence a line is one
    paragraph unless the whole body is written so.
    """
    single = all(is_finished(line) and not _TWO_SENTENCES.search(line) for line in lines)
    if max(map(len, lines)) > _LONGEST_SENTENCE and not single:
        return True
    long_lines = [line for line in lines if len(line) > _WIDEST_LINE and not is_junk(line)]
    finished = sum(map(is_finished, long_lines))
    if len(long_lines) < 2 or finished * 2 < len(long_lines):
        return False
    two = any(_TWO_SENTENCES.search(line) for line in long_lines)
    return two or (only and len(lines) > 2)


def _unwrapped(lines: Sequence[str]) -> list[Block]:
    """Return the paragraph that ``lines`` make, with each list item on its own."""
    blocks = _by_line(lines)
    marked = sum(map(is_item, blocks))
    joined: list[Block] = []
    for index, block in enumerate(blocks):
        lead_in = index > 0 and lines[index - 1].endswith(":")
        starts_item = is_item(block) and (marked > 1 or lead_in)
        full = bool(joined) and len(joined[-1].text) >= LONGEST_PARAGRAPH
        if not joined or full or starts_item or _stands_apart(joined[-1], block):
            joined.append(block)
        else:
            text = glue_lines(joined[-1].text, block.text)
            joined[-1] = replace(joined[-1], text=text, joined=True)
    # Its lines are joined for good: what follows is parted by more than a line end.
    return [replace(block, gap=True) for block in joined]


def _stands_apart(block: Block, following: Block) -> bool:
    if is_junk(following.text):
        return True
    return is_junk(block.text) and (is_finished(block.text) or words(block.text) < 4)


READER = TextReader()
