"""What a reader finds before it is an article: pieces of text in the order of the source."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

LONGEST_PARAGRAPH = 5_000
"""Characters after which lines are no longer joined: no paragraph of an article is so long."""

_LONGEST_END = 12
_SHORT_WORD = 4
_LETTERS = re.compile(r"[^\W\d_]+")
_CLOSERS = "\"'”’»)\\]"
_FINAL = re.compile(rf"[.!?…:;][{_CLOSERS}]*$")
_FULL_STOP = re.compile(rf"[.…][{_CLOSERS}]*$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|Dr|Drs|Dra|Prof|Hj|Ir|Jend|Brigjen|Kol|No|Jl|Gg|Tbk|St|a\.n)\.$"
)
_BULLET = re.compile(r"[•●▪○‣·]\s*")
_MARKER = re.compile(r"(?:\(?\d{1,2}[.)]|[a-z][.)]|[-*–—•●▪○‣·])\s+\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A line or paragraph of the source; joining may make one paragraph of several blocks."""

    text: str
    gap: bool = True
    """Whether more than a line end parts it from the block before."""
    heading: bool = False
    """Whether the format itself marks it as a heading."""
    item: bool = False
    """Whether the format itself marks it as a list item."""
    joined: bool = False
    """Whether it was made of several lines."""
    reason: str | None = None
    """Why it is no part of the article; None if it is."""
    places: tuple[tuple[int, int], ...] = ()
    """For each block of the source that it is made of, the number of that block and how many
    characters other than spaces stand before it: mending changes nothing but spaces."""
    piece: bool = False
    """Whether it was cut out of a block; its place counts the characters before it there."""


def numbered(blocks: Iterable[Block]) -> list[Block]:
    """Return ``blocks`` with their numbers in the source."""
    return [replace(block, places=((index, 0),)) for index, block in enumerate(blocks)]


def join(first: Block, second: Block, text: str) -> Block:
    """Return both as one block with this text, which has all characters of both but spaces."""
    before = solid(first.text)
    moved = tuple((number, count + before) for number, count in second.places)
    return replace(first, text=text, joined=True, places=(*first.places, *moved))


def solid(text: str) -> int:
    """Return the number of characters that are no white space.

    >>> solid("dua kata")
    7
    """
    return len("".join(text.split()))


def words(text: str) -> int:
    """Return the number of words parted by white space."""
    return len(text.split())


def is_finished(text: str) -> bool:
    """Tell whether ``text`` ends as a sentence or a lead-in ends; an abbreviation is no end."""
    end = text[-_LONGEST_END:]
    return bool(_FINAL.search(end)) and not _ABBREVIATION.search(end)


def has_full_stop(text: str) -> bool:
    """Tell whether ``text`` ends with a full stop, with or without closing quotes."""
    return bool(_FULL_STOP.search(text[-_LONGEST_END:]))


def is_title_cased(text: str) -> bool:
    """Tell whether most long words begin with a capital, as in titles of Indonesian articles.

    >>> is_title_cased("Harga Cumi Naik Menjelang Lebaran")
    True
    """
    long_words: list[str] = [word for word in _LETTERS.findall(text) if len(word) > _SHORT_WORD]
    return sum(word[0].isupper() for word in long_words) > 0.6 * max(len(long_words), 1)


def is_item(block: Block) -> bool:
    """Tell whether ``block`` is a list item, by its format or by its number or bullet."""
    return block.item or bool(_MARKER.match(block.text))


def without_bullet(block: Block) -> Block:
    """Return ``block`` as an item without its bullet; a number or dash stays, it may be a word."""
    bullet = _BULLET.match(block.text)
    if bullet is None or bullet.end() == len(block.text):
        return block
    return replace(block, text=block.text[bullet.end() :], item=True)
