"""Where in the article the blocks stood that were left out of it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from quizgen.model import Dropped
from quizgen.readers._blocks import Block


def place(dropped: Iterable[Block], paragraphs: Sequence[Block]) -> Iterator[Dropped]:
    """Yield what was left out, in the order of the source, each with its place.

    Args:
        dropped: blocks with a reason; each has one place in the source.
        paragraphs: of the article, in order, with the places of all blocks they are made of.
    """
    starts = [block.places[0][0] for block in paragraphs]
    # Where each character but spaces stands in its paragraph, for those that lost a piece.
    solid: dict[int, list[int]] = {}
    for block in sorted(dropped, key=lambda each: each.places[0]):
        number, before = block.places[0]
        index = bisect_left(starts, number)
        holder = bisect_left(starts, number + 1) - 1
        offset = None
        if block.piece and holder >= 0:
            paragraph = paragraphs[holder]
            if holder not in solid:
                solid[holder] = _solid(paragraph.text)
            offset = _offset(paragraph, number, before, solid[holder])
            index = holder if offset is not None else index
        yield Dropped(text=block.text, reason=block.reason or "", paragraph=index, offset=offset)


def _solid(text: str) -> list[int]:
    return [index for index, character in enumerate(text) if not character.isspace()]


def _offset(paragraph: Block, number: int, before: int, solid: Sequence[int]) -> int | None:
    """Return the index in the text of ``paragraph`` of a place in one of its blocks."""
    place = bisect_left(paragraph.places, (number, 0))
    # The block that it was cut out of may be gone: it only repeated another.
    if place == len(paragraph.places) or paragraph.places[place][0] != number:
        return None
    left = paragraph.places[place][1] + before
    return solid[left] if left < len(solid) else len(paragraph.text)
