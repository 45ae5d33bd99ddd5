"""A draft as the pages see it: a text with its corrections, a plan, and items in order."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from quizgen.model import Article, Item, Layout
from quizgen.records import item_from_dict, item_to_dict
from quizgen.serve.store import Part, Snapshot
from quizgen.worksheet import Plan

ITEM, PLACE, GONE, MARK, BLOCK = "item:", "place:", "gone:", "mark:", "block:"
_CLOSING = tuple(".,;:!?)”’")
_META = ("id", "outlet", "author", "url", "licence", "topic", "level")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of the source: a paragraph, a sub-heading, or one that a reader has left out.

    ``reason`` says why it was left out, ``group`` which pieces were left out together. ``inside``
    and ``offset`` tell where a piece of a line was cut out of the block before.
    """

    number: int
    text: str
    kept: bool
    heading: bool = False
    reason: str = ""
    group: int = -1
    inside: int | None = None
    offset: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A teacher's correction: what the words of a block are, or are not.

    ``kind`` is entity or word. ``type`` is the entity's type, "" for none; a word has a ``gloss``
    instead, and is no word to teach if that is "".
    """

    key: str
    kind: str
    block: int
    start: int
    end: int
    quote: str
    type: str = ""
    gloss: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An item of the sheet; ``mine`` says that the teacher has written or changed it."""

    key: str
    item: Item
    place: float
    version: int
    mine: bool = False
    row: int | None = None


class Draft:
    """One snapshot, read as text, corrections, plan and items."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.id = snapshot.id

    def holding(self, values: Mapping[str, Any]) -> "Draft":
        """Return the draft as it would be with other values of some parts."""
        old = self.snapshot
        parts = {**old.parts, **{name: Part(value, 0) for name, value in values.items()}}
        return Draft(Snapshot(id=old.id, parts=parts, step=old.step))

    def part(self, name: str) -> Part:
        """Return a part; one that is not there has no value and version 0."""
        return self.snapshot.parts.get(name, Part(None, 0))

    def _named(self, prefix: str) -> Iterator[tuple[str, Part]]:
        for name, part in sorted(self.snapshot.parts.items()):
            if name.startswith(prefix) and part.value is not None:
                yield name.removeprefix(prefix), part

    @property
    def title(self) -> str:
        """The title that the teacher sees and prints."""
        return str(self.part("title").value or "")

    @property
    def is_corpus(self) -> bool:
        """Whether the text is one of the corpus, with annotations made by hand."""
        return bool(self.part("text").value["corpus"])

    def blocks(self) -> tuple[Block, ...]:
        """Return every piece of the source in its order, left out or not."""
        found = []
        for number, block in enumerate(self.part("text").value["blocks"]):
            own = self.part(f"{BLOCK}{number}")
            kept = block["kept"] if own.value is None else own.value
            found.append(Block(number=number, **block | {"kept": kept}, version=own.version))
        return tuple(found)

    def dropped(self) -> tuple[tuple[Block, ...], ...]:
        """Return what is left out, pieces that were left out together side by side."""
        out = (block for block in self.blocks() if not block.kept)
        return tuple(tuple(group) for _, group in groupby(out, _group_of))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the reader says a teacher should know before using the text, in English."""
        return tuple(self.part("text").value.get("remarks", ()))

    def paragraph_blocks(self) -> tuple[int, ...]:
        """Return the number of the block that each paragraph of the article is."""
        return tuple(b.number for b in self.blocks() if b.kept and b.inside is None)

    def article(self) -> Article:
        """Return the text as it is to be read, without what is left out."""
        meta = self.part("text").value["meta"]
        blocks = self.blocks()
        kept = [block for block in blocks if block.kept and block.inside is None]
        return Article(
            paragraphs=tuple(_with_pieces(block, blocks) for block in kept),
            headings=frozenset(at for at, block in enumerate(kept) if block.heading),
            title=self.title or None,
            date=dt.date.fromisoformat(meta["date"]) if meta["date"] else None,
            **{name: meta[name] for name in _META},
        )

    def marks(self) -> tuple[Mark, ...]:
        """Return the teacher's corrections."""
        return tuple(Mark(key=key, **part.value) for key, part in self._named(MARK))

    @property
    def plan(self) -> Plan:
        """What the teacher has asked for last."""
        value = dict(self.part("plan").value or {})
        for name in ("types", "paragraphs"):
            value[name] = tuple(value.get(name, ()))
        return replace(Plan(**value), lesson=bool(self.look.get("lesson")))

    @property
    def look(self) -> Mapping[str, Any]:
        """How the sheet is printed: header, points, large, dyslexia, lesson."""
        return self.part("look").value or {}

    @property
    def layout(self) -> Layout:
        """The same as formats take it."""
        look = self.look
        return Layout(
            header="lkpd" if look.get("lkpd") else "plain",
            points=bool(look.get("points")),
            large=bool(look.get("large")),
            dyslexia=bool(look.get("dyslexia")),
        )

    def items(self) -> tuple[Placed, ...]:
        """Return the items of the sheet in the teacher's order."""
        placed = []
        for key, part in self._named(ITEM):
            place = self.part(f"{PLACE}{key}").value or 0.0
            mine, row = part.value["mine"], part.value.get("row")
            item = replace(item_from_dict(part.value["record"]), by_teacher=mine)
            placed.append(
                Placed(key=key, item=item, place=place, version=part.version, mine=mine, row=row)
            )
        return tuple(sorted(placed, key=lambda each: (each.place, each.key)))

    def gone(self) -> frozenset[str]:
        """Return the ids of items that the teacher has deleted or replaced."""
        return frozenset(key for key, _ in self._named(GONE))


def item_value(item: Item, *, mine: bool, row: int | None = None) -> dict[str, Any]:
    """Return the part that keeps an item."""
    return {"record": item_to_dict(item), "mine": mine, "row": row}


def article_meta(article: Article) -> dict[str, Any]:
    """Return what the part of a text keeps beside its blocks."""
    date = article.date.isoformat() if article.date else None
    return {name: getattr(article, name) for name in _META} | {"date": date}


def _group_of(block: Block) -> int:
    """Return the group of a piece; what the teacher has left out stands alone."""
    return block.group if block.group >= 0 else -block.number - 1


def _with_pieces(block: Block, blocks: tuple[Block, ...]) -> str:
    """Return the text of a block with the pieces that were cut out of it and put back."""
    text = block.text
    pieces = [each for each in blocks if each.kept and each.inside == block.number]
    for piece in sorted(pieces, key=lambda each: -each.offset):
        before, after = text[: piece.offset].rstrip(), text[piece.offset :].lstrip()
        gap = "" if after.startswith(_CLOSING) else " "
        text = f"{before} {piece.text}{gap}{after}".strip()
    return text
