"""PDF files with text in them."""

import io
import re
import statistics
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from quizgen.errors import InputError
from quizgen.model import Imported
from quizgen.readers._assemble import assemble
from quizgen.readers._blocks import Block, is_finished, is_item
from quizgen.readers._decode import MAX_TEXT_BYTES, check_size, tidy
from quizgen.readers._quiet import quiet

WORDLESS = "a page of the file has no text; if it is a picture of text, type that"
"""The remark on a file that has such a page among others."""

_MARGIN_LINES = 3
_WIDE_GAP = 1.3
_INDENT = (5, 40)
_LARGE_PRINT = 1.12
_HYPHEN = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


class PdfReader:
    """Reads .pdf: lines become paragraphs again, what every page repeats is left out."""

    name = "pdf"
    suffixes = (".pdf",)

    def read(self, data: bytes, *, source: str) -> Imported:
        """Return the article of the file in ``data``; see ``Reader.read``.

        Raises:
            InputError: if ``data`` is no PDF, is locked, is a scan, or is not Indonesian.
        """
        pages = _pages(data, source)
        if not any(pages):
            raise InputError(
                f"{source}: has no text, only pictures of it (a scan); run OCR or type the text"
            )
        lines, margins = _part_margins(pages)
        check_size("\n".join(line.text for line in lines), source=source)
        imported = assemble(_paragraphs(lines, margins), source=source)
        return imported if all(pages) else replace(imported, remarks=(*imported.remarks, WORDLESS))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    text: str
    page: int
    left: float
    """Distance of its start from the left edge of the page, in points."""
    top: float
    """Distance of its base line from the bottom of the page, in points."""
    size: float
    """Font size in points."""


@dataclass(slots=True)
class _Collector:
    """Takes the runs of text of one page in the order of the file and makes lines of them."""

    page: int
    lines: list[_Line] = field(default_factory=list)
    _text: str = ""
    _left: float = 0.0
    _top: float = 0.0
    _size: float = 0.0

    def take(self, text: str, cm: Any, tm: Any, _font: Any, size: float) -> None:
        scale = abs(tm[3] * cm[3]) or abs(tm[0] * cm[0]) or 1.0
        left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        top = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        for index, part in enumerate(text.split("\n")):
            if index:
                self.flush()
            if part.strip():
                if not self._text.strip():
                    self._left, self._top, self._size = left, top, size * scale
                self._text += part
            elif self._text:
                self._text += part

    def flush(self) -> None:
        text = " ".join(tidy(self._text).split())
        if text:
            line = _Line(
                text=text,
                page=self.page,
                left=round(self._left),
                top=self._top,
                size=round(self._size, 1),
            )
            self.lines.append(line)
        self._text = ""


def _pages(data: bytes, source: str) -> list[list[_Line]]:
    import pypdf

    try:
        with quiet("pypdf", "pypdf._reader"):
            reader = pypdf.PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise InputError(f"{source}: is locked with a password; save it without one")
            return list(_lines(reader))
    except InputError:
        raise
    # A damaged file makes pypdf fail in many ways that share no base.
    except Exception as error:
        raise InputError(f"{source}: is no readable PDF; save it again or copy the text") from error


def _lines(reader: Any) -> Iterator[list[_Line]]:
    length = 0
    for number, page in enumerate(reader.pages):
        collector = _Collector(page=number)
        page.extract_text(visitor_text=collector.take)
        collector.flush()
        yield collector.lines
        length += sum(len(line.text) for line in collector.lines)
        if length > MAX_TEXT_BYTES:
            return


def _part_margins(
    pages: Sequence[Sequence[_Line]],
) -> tuple[list[_Line], list[tuple[int, Block]]]:
    """Part the running text from headers, footers and page numbers.

    Returns:
        The lines of the text, and what was left out with the number of lines before it.
    """
    filled = [page for page in pages if page]
    counts = Counter(key for page in filled for key in {_key(line) for line in _margin(page)})
    repeated = {key for key, count in counts.items() if count > 1 and count * 2 >= len(filled)}
    kept: list[_Line] = []
    margins: list[tuple[int, Block]] = []
    for page in filled:
        margin = _margin(page)
        for line in page:
            if line in margin and _key(line) in repeated:
                block = Block(text=line.text, reason="header or footer of the page")
                margins.append((len(kept), block))
            else:
                kept.append(line)
    return kept, margins


def _margin(page: Sequence[_Line]) -> list[_Line]:
    """Return the lines at the upper and lower edge of a page, to the gap before the others."""
    heights = sorted({round(line.top) for line in page})
    gaps = [second - first for first, second in pairwise(heights)]
    wide = [gap > _WIDE_GAP * statistics.median(gaps) for gap in gaps]
    lower = heights[: _parted(wide)]
    upper = heights[::-1][: _parted(wide[::-1])]
    return [line for line in page if round(line.top) in {*lower, *upper}]


def _parted(wide: Sequence[bool]) -> int:
    """Return how many heights stand before the last wide gap near the edge, one at least."""
    near = range(min(len(wide), _MARGIN_LINES))
    return max((index + 1 for index in near if wide[index]), default=1)


def _key(line: _Line) -> tuple[str, int]:
    # The same sentence may stand on two pages; it does not stand at the same height.
    return re.sub(r"\d+", "0", line.text), round(line.top)


def _paragraphs(lines: Sequence[_Line], margins: Iterable[tuple[int, Block]]) -> list[Block]:
    layout = _Layout.of(lines)
    blocks: list[Block] = []
    starts: list[int] = []
    before: _Line | None = None
    for number, line in enumerate(lines):
        block = Block(text=line.text, heading=line.size > layout.print * _LARGE_PRINT)
        if before is not None and layout.goes_on(blocks[-1], before, block, line):
            blocks[-1] = replace(blocks[-1], text=_joined(blocks[-1].text, line.text))
        else:
            blocks.append(block)
            starts.append(number)
        before = line
    # A paragraph that runs on over a page end keeps together; what stood there follows it.
    for number, block in reversed(list(margins)):
        blocks.insert(bisect_left(starts, number), block)
    return blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """How the running text is set."""

    print: float
    """Font size in points."""
    leading: float
    """Distance of two lines of a paragraph in points; 0 if unknown."""
    width: int
    """Characters of the longest line."""
    margins: frozenset[float]
    """Where the lines of a column begin, in points from the left edge of the page."""

    @classmethod
    def of(cls, lines: Sequence[_Line]) -> "_Layout":
        gaps = [
            first.top - second.top
            for first, second in pairwise(lines)
            if first.page == second.page and first.top > second.top
        ]
        return cls(
            print=statistics.median(line.size for line in lines),
            # Gaps inside a paragraph are the commonest; between paragraphs they are wider.
            leading=statistics.quantiles(gaps, n=4)[0] if len(gaps) > 1 else 0.0,
            width=max(len(line.text) for line in lines),
            margins=_margins(lines),
        )

    def goes_on(self, current: Block, before: _Line, block: Block, line: _Line) -> bool:
        """Tell whether ``line`` belongs to the paragraph ``current``, whose last is ``before``."""
        gap = before.top - line.top
        if current.heading or block.heading:
            same_print = current.heading and block.heading and before.size == line.size
            return same_print and 0 < gap <= line.size * 2
        if is_item(block):
            return False
        if self._is_indented(line) and (is_finished(current.text) or line.text[0].isupper()):
            return False
        if before.page != line.page or gap <= 0:
            return not is_finished(current.text)
        if self.leading and gap > self.leading * _WIDE_GAP:
            return False
        # Without wider gaps a short last line is all that ends a paragraph.
        return not (is_finished(current.text) and len(before.text) < 0.8 * self.width)

    def _is_indented(self, line: _Line) -> bool:
        return any(_INDENT[0] <= line.left - margin <= _INDENT[1] for margin in self.margins)


def _margins(lines: Sequence[_Line]) -> frozenset[float]:
    counts = Counter(line.left for line in lines)
    return frozenset(left for left, count in counts.items() if count > 0.15 * len(lines))


def _joined(first: str, second: str) -> str:
    hyphen, word = _HYPHEN.search(first), _FIRST_WORD.match(second)
    if hyphen is None or word is None:
        return f"{first} {second}"
    # Pelita-Tanjung Asri is a pair of names.
    if second[0].islower() and _is_one_word(hyphen[1], word.group()):
        return first[:-1] + second
    return first + second


def _is_one_word(first: str, second: str) -> bool:
    """Tell a word cut at a line end (pemba-ngunan) from one with a hyphen (sayur-mayur)."""
    from wordfreq import zipf_frequency

    if first.lower() == second.lower():
        return False
    whole = zipf_frequency(f"{first}{second}".lower(), "id")
    apart = min(zipf_frequency(half.lower(), "id") for half in (first, second))
    return whole > 0 or apart < 2


READER = PdfReader()
