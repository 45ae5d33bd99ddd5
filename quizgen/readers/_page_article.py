"""Which pieces of a web page are its article, and what the others are."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from quizgen.readers._blocks import Block, has_full_stop, is_finished, words
from quizgen.readers._junk import junk_reason
from quizgen.readers._mend import continues_line
from quizgen.readers._metadata import first_date
from quizgen.readers._page import Piece
from quizgen.readers._page_names import part_name

OUTSIDE = "page part outside the article"
"""The reason given for menus, link lists and the like."""

_APART = frozenset(
    {"nav", "aside", "footer", "form", "figure", "figcaption", "caption", "amp-ad", "amp-sidebar"}
)
_CAPTIONS = frozenset({"figure", "figcaption", "caption"})
_IN_RUNS = frozenset({OUTSIDE, "tags", "share button"})
# What its text tells better than its place, near the article.
_TOLD = frozenset(
    {
        "byline",
        "time stamp",
        "page number",
        "subscription notice",
        "source credit",
        "photo caption",
        "reading time or counter",
        "reader comments",
    }
)
_NEAR = 15
_LEAST_WORDS = 12
_LEAST_SHARE = 0.85
_LEAST_FOUND = 0.5
_LONGEST_CELL = 300


def mark_article(pieces: Sequence[Piece], texts: Iterable[str]) -> list[Block]:
    """Tell the article from the rest of its page.

    Args:
        pieces: of the whole page.
        texts: paragraphs known to belong to the article; where none is found on the page, its
            long paragraphs are taken instead.

    Returns:
        All text of the page in its order; what is no part of the article has a reason.
    """
    found = _best(pieces, texts)
    if not found:
        return mark_outside(pieces)
    held = _held([pieces[index] for index in sorted(found)])
    container = _container(held)
    apart = _Apart(pieces=pieces, held=held, found=found)
    marked: list[Block] = []
    for index, piece in enumerate(pieces):
        inside = index in found or _is_inside(piece.element, container)
        reason = apart.reason(piece, index) if inside else OUTSIDE
        marked.append(replace(piece.block, reason=reason))
    return _grouped(_told(marked))


def mark_outside(pieces: Sequence[Piece]) -> list[Block]:
    """Return ``pieces`` as one block that is no part of the article; none if there are none."""
    return _grouped(replace(piece.block, reason=OUTSIDE) for piece in pieces)


def _best(pieces: Sequence[Piece], texts: Iterable[str]) -> frozenset[int]:
    """Return what was recognised, or all long paragraphs if these are much more than that."""
    found, long = _found(pieces, texts), _long(pieces)
    lengths = [sum(len(pieces[index].text) for index in each) for each in (found, long)]
    return long if lengths[0] < _LEAST_FOUND * lengths[1] else found


def _told(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with a better reason for bylines and the like around the article."""
    kept = [index for index, block in enumerate(blocks) if block.reason is None]
    last = kept[-1] + _NEAR
    return [
        replace(block, reason=_better(block)) if index <= last else block
        for index, block in enumerate(blocks)
    ]


def mark_credits(blocks: Sequence[Block], names: Iterable[str | None]) -> list[Block]:
    """Return the blocks with a reason for the lines of writer and time between title and text.

    Args:
        blocks: from the title on.
        names: of the writer and the outlet, as far as they are known.
    """
    known = [name for name in names if name]
    marked: list[Block] = []
    above = True
    for block in blocks:
        above = above and (block.reason is not None or words(block.text) < _LEAST_WORDS)
        reason = block.reason
        if above and reason is None and not is_finished(block.text):
            named = "byline" if any(name in block.text for name in known) else None
            reason = "time stamp" if first_date(block.text) else named
        marked.append(replace(block, reason=reason))
    return marked


def _better(block: Block) -> str | None:
    told = junk_reason(block.text) if block.reason in {OUTSIDE, "table"} else None
    return told if told in _TOLD else block.reason


@dataclass(frozen=True, slots=True, kw_only=True)
class _Apart:
    """Finds captions, link lists and other parts inside the article's element."""

    pieces: Sequence[Piece]
    held: Mapping[Any, int]
    found: frozenset[int]
    _known: dict[Any, str | None] = field(default_factory=dict)

    def reason(self, piece: Piece, index: int) -> str | None:
        """Return why ``piece`` is no part of the article, None if it is."""
        for element in (piece.element, *piece.element.iterancestors()):
            if element not in self._known:
                self._known[element] = self._reason(element)
            if self._known[element] is not None:
                return self._known[element]
        is_link = piece.linked > 0.9 and words(piece.text) > 2 and not has_full_stop(piece.text)
        if not is_link or index in self.found or self._is_inside_sentence(index):
            return None
        return "link to another article"

    def _is_inside_sentence(self, index: int) -> bool:
        """Tell a link that the page has torn out of a sentence from one that stands alone."""
        if not 0 < index < len(self.pieces) - 1:
            return False
        before, after = self.pieces[index - 1], self.pieces[index + 1]
        goes_on = continues_line(after.text) or after.text[0] in "(,"
        return goes_on and words(before.text) > 1 and not is_finished(before.text)

    def _reason(self, element: Any) -> str | None:
        reason = part_name(element)
        if element.tag in _CAPTIONS:
            reason = "photo caption"
        elif reason is None and element.tag == "table":
            reason = None if is_layout(element) else "table"
        elif element.tag == "amp-ad":
            reason = "advertisement"
        elif reason is None and (element.tag in _APART or _is_hidden(element)):
            reason = OUTSIDE
        if reason is None:
            return None
        # A theme may name the whole article after its tags.
        return None if self.held.get(element, 0) > 0.2 * max(self.held.values()) else reason


def _found(pieces: Sequence[Piece], texts: Iterable[str]) -> frozenset[int]:
    known = {key for text in texts if len(key := _key(text)) > 20}
    return frozenset(index for index, piece in enumerate(pieces) if _key(piece.text) in known)


def _long(pieces: Sequence[Piece]) -> frozenset[int]:
    return frozenset(
        index
        for index, piece in enumerate(pieces)
        if words(piece.text) >= _LEAST_WORDS
        and piece.linked < 0.5
        and not any(_is_apart(each) for each in _with_parents(piece.element))
    )


def _held(pieces: Sequence[Piece]) -> dict[Any, int]:
    """Return how many characters of ``pieces`` each element holds."""
    held: dict[Any, int] = {}
    for piece in pieces:
        for element in (piece.element, *piece.element.iterancestors()):
            held[element] = held.get(element, 0) + len(piece.text)
    return held


def _container(held: Mapping[Any, int]) -> Any:
    """Return the deepest element that holds nearly all characters that any does."""
    least = _LEAST_SHARE * max(held.values())
    enough = [element for element, length in held.items() if length >= least]
    return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()))


def _is_inside(element: Any, container: Any) -> bool:
    return element is container or any(parent is container for parent in element.iterancestors())


def _is_hidden(element: Any) -> bool:
    style = element.get("style", "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None


def _is_apart(element: Any) -> bool:
    if element.tag == "table":
        return not is_layout(element)
    return element.tag in _APART or part_name(element) is not None


def is_layout(table: Any) -> bool:
    """Tell a table that lays out a page from one with data, whose cells are short."""
    cells = list(table.iter("td"))
    return any(len("".join(cell.itertext())) > _LONGEST_CELL for cell in cells)


def _with_parents(element: Any) -> Iterator[Any]:
    yield element
    yield from element.iterancestors()


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _grouped(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks, each unbroken run of menus, tags and the like as one."""
    grouped: list[Block] = []
    for reason, run in groupby(blocks, key=lambda block: block.reason):
        if reason in _IN_RUNS:
            text = "\n".join(block.text for block in run)
            grouped.append(Block(text=text, reason=reason))
        else:
            grouped.extend(run)
    return grouped
