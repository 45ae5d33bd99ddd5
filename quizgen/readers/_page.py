"""A web page as pieces of text, and which of them are the article."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from quizgen.readers._blocks import Block, has_full_stop, words

OUTSIDE = "page part outside the article"
"""The reason given for menus, link lists and the like."""

_SKIPPED = {
    "script", "style", "noscript", "template", "svg", "iframe", "select", "option", "textarea",
    "object", "canvas", "math", "head", "audio", "video", "button", "input",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_APART = frozenset({"nav", "aside", "footer", "form", "figure", "figcaption", "caption", "table"})
_CAPTIONS = frozenset({"figure", "figcaption", "caption"})
_APART_NAMES = re.compile(
    r"""(?:^|[\s_-])(?:ads?|advert\w*|iklan|banner|parallax|promo|sponsor\w*|related|terkait
    |baca-?juga|link-?sisip\w*|inner-?link|readmore|tags?|tagging|share|sharing|sosmed|social
    |comments?|komentar|newsletter|subscribe|breadcrumbs?|pagination|paging|popular|terpopuler
    |recommend\w*|rekomendasi|sidebar|widget|copyright|follow\w*|author-?box|byline-?box)
    (?:$|[\s_-])""",
    re.IGNORECASE | re.VERBOSE,
)
_CAPTION_NAMES = re.compile(r"(?:^|[\s_-])(?:\w*caption|photo-?credit|foto-?credit)(?:$|[\s_-])")
_LEAST_WORDS = 12
_LEAST_SHARE = 0.85
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text between two block borders of the page."""

    text: str
    element: Any
    """The block element that it stands in directly."""
    linked: float
    """The share of its characters that are link text, 0 to 1."""
    gap: bool

    @property
    def block(self) -> Block:
        """The piece as a block of the article."""
        tags = {self.element.tag, *(parent.tag for parent in self.element.iterancestors())}
        heading = self.element.tag in _HEADINGS and not has_full_stop(self.text)
        return Block(text=self.text, gap=self.gap, heading=heading, item="li" in tags)


def pieces_of(root: Any) -> list[Piece]:
    """Return the text of a page in reading order, without scripts and form fields."""
    from lxml import etree

    collector = _Collector()
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in {"comment", "pi"}:
            collector.add(element.tail)
        elif event == "start" and element.tag in _SKIPPED:
            walk.skip_subtree()
        elif event == "start":
            collector.open(element)
        else:
            collector.close(element)
    collector.flush()
    return collector.pieces


def mark_article(pieces: Sequence[Piece], texts: Iterable[str]) -> list[Block]:
    """Tell the article from the rest of its page.

    Args:
        pieces: of the whole page.
        texts: paragraphs known to belong to the article; where none is found on the page, its
            long paragraphs are taken instead.

    Returns:
        All text of the page in its order; what is no part of the article has a reason.
    """
    found = _found(pieces, texts) or _long(pieces)
    if not found:
        return mark_outside(pieces)
    held = _held([pieces[index] for index in sorted(found)])
    container = _container(held)
    apart = _Apart(held=held, found=found)
    marked: list[Block] = []
    for index, piece in enumerate(pieces):
        inside = index in found or _is_inside(piece.element, container)
        reason = apart.reason(piece, index) if inside else OUTSIDE
        marked.append(replace(piece.block, reason=reason))
    return _grouped(marked)


def mark_outside(pieces: Sequence[Piece]) -> list[Block]:
    """Return ``pieces`` as one block that is no part of the article; none if there are none."""
    return _grouped(replace(piece.block, reason=OUTSIDE) for piece in pieces)


@dataclass(slots=True)
class _Collector:
    """Gathers inline text until a block border."""

    pieces: list[Piece] = field(default_factory=list)
    _blocks: list[Any] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _linked: int = 0
    _depth: int = 0
    _gap: bool = True

    def open(self, element: Any) -> None:
        if element.tag in _BLOCKS:
            self.flush()
            self._blocks.append(element)
        elif element.tag == "br":
            self.flush(gap=not "".join(self._text).strip())
        self._depth += element.tag == "a"
        self.add(element.text)

    def close(self, element: Any) -> None:
        if element.tag in _BLOCKS:
            self.flush()
            self._blocks.pop()
        self._depth -= element.tag == "a"
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        if text:
            self._text.append(text)
            self._linked += len(text.strip()) if self._depth else 0

    def flush(self, *, gap: bool = True) -> None:
        text = _SPACE.sub(" ", "".join(self._text)).strip()
        if text and self._blocks:
            self.pieces.append(
                Piece(
                    text=text,
                    element=self._blocks[-1],
                    linked=min(self._linked / len(text), 1.0),
                    gap=self._gap,
                )
            )
            self._gap = gap
        else:
            self._gap = self._gap or gap
        self._text.clear()
        self._linked = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Apart:
    """Finds captions, link lists and other parts inside the article's element."""

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
        return "link to another article" if is_link and index not in self.found else None

    def _reason(self, element: Any) -> str | None:
        names = f"{element.get('class', '')} {element.get('id', '')}"
        if element.tag in _CAPTIONS or _CAPTION_NAMES.search(names):
            reason = "photo caption"
        elif element.tag in _APART or _APART_NAMES.search(names) or _is_hidden(element):
            reason = "table" if element.tag == "table" else OUTSIDE
        else:
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
        and not any(tag in _APART for tag in _tags(piece.element))
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


def _tags(element: Any) -> Iterator[str]:
    yield element.tag
    yield from (parent.tag for parent in element.iterancestors())


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _grouped(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks, each unbroken run of page parts outside the article as one."""
    grouped: list[Block] = []
    for outside, run in groupby(blocks, key=lambda block: block.reason == OUTSIDE):
        if outside:
            text = "\n".join(block.text for block in run)
            grouped.append(Block(text=text, reason=OUTSIDE))
        else:
            grouped.extend(run)
    return grouped
