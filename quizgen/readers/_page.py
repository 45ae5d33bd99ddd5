"""A web page as pieces of text in reading order."""

import re
from dataclasses import dataclass, field
from typing import Any

from quizgen.readers._blocks import Block, has_full_stop
from quizgen.readers._glue import part_at_link
from quizgen.readers._page_names import part_name

_SKIPPED = {
    "script", "style", "noscript", "template", "svg", "iframe", "select", "option", "textarea",
    "object", "canvas", "math", "head", "audio", "video", "button", "input",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    "amp-ad", "amp-sidebar", "amp-accordion", "amp-carousel", "amp-embed",
}  # fmt: skip
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_SPACE = re.compile(r"\s+")
_LAST_WORD = re.compile(r"\w{1,40}$")
_FIRST_WORD = re.compile(r"\w{1,40}")
# What stands before the link to another article, after a sentence or alone.
_LABEL = re.compile(
    r"(?:^|(?<=[.!?”\"’)]))\s*(?:baca|simak|lihat|tonton|saksikan)\s+(?:juga|pula)\s*[:：]\s*$",
    re.IGNORECASE,
)
_RECENT = 4


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
    """Return the text of a page in reading order, without scripts and form fields.

    Words that run into a link or out of it are parted where no word would be cut.
    """
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


@dataclass(slots=True)
class _Collector:
    """Gathers inline text until a block border."""

    pieces: list[Piece] = field(default_factory=list)
    _blocks: list[Any] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _linked: int = 0
    _depth: int = 0
    _gap: bool = True
    _border: str = ""
    """The borders of links since the last text: ``a`` begins one, ``/`` ends one."""
    _label: str = ""
    """``open`` within a link to another article after its label, ``over`` after it."""

    def open(self, element: Any) -> None:
        if _is_block(element):
            self.flush()
            self._blocks.append(element)
        elif element.tag == "br":
            self.flush(gap=not "".join(self._text).strip())
        elif element.tag == "a":
            self._part_label()
            self._depth += 1
            self._border += "a"
        self.add(element.text)

    def close(self, element: Any) -> None:
        if _is_block(element):
            self.flush()
            self._blocks.pop()
        elif element.tag == "a":
            self._depth -= 1
            self._border += "/"
            self._label = "over" if self._label else ""
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        if not text:
            return
        if self._label == "over" and _FIRST_WORD.search(text):
            self.flush()
        if self._border and self._text and self._is_glued(text):
            self._text.append(" ")
        self._text.append(text)
        self._border = ""
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
        self._border = self._label = ""

    def _recent(self) -> str:
        return "".join(self._text[-_RECENT:])

    def _is_glued(self, text: str) -> bool:
        before, after = _LAST_WORD.search(self._recent()[-60:]), _FIRST_WORD.match(text)
        if before is None or after is None:
            return False
        # Links side by side, as in menus, are never one word.
        return "/a" in self._border or part_at_link(before.group(), after.group())

    def _part_label(self) -> None:
        label = _LABEL.search(self._recent()[-60:])
        if label is None:
            return
        whole = "".join(self._text)
        cut = len(whole) - len(label.group())
        if whole[:cut].strip():
            self._text[:] = [whole[:cut]]
            self.flush()
            self._text.append(whole[cut:])
        self._label = "open"


def _is_block(element: Any) -> bool:
    if element.tag in _BLOCKS:
        return True
    return element.tag not in {"a", "br"} and part_name(element, inline=True) is not None
