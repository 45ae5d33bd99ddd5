"""Put back into an article what a reader left out of it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from quizgen.model import Dropped, Imported


def restore(imported: Imported, chosen: Collection[int]) -> Imported:
    """Return the article with some of what was left out back in its place.

    A block becomes a paragraph of its own, or one for each of its lines; a piece goes back into
    its paragraph. What stays out keeps its order and is placed anew.

    Args:
        imported: what a reader made of a source.
        chosen: indexes in ``imported.dropped``, from 0.

    Raises:
        IndexError: if an index is none of ``imported.dropped``.
    """
    count = len(imported.dropped)
    if any(not 0 <= index < count for index in chosen):
        raise IndexError(f"choose among {count} blocks: {sorted(chosen)}")
    builder = _Builder()
    article = imported.article
    places = defaultdict[int, list[tuple[int, Dropped]]](list)
    for number, block in enumerate(imported.dropped):
        places[min(block.paragraph, len(article.paragraphs))].append((number, block))
    for index in range(len(article.paragraphs) + 1):
        here = places[index]
        builder.add_blocks([each for each in here if each[1].offset is None], chosen)
        if index < len(article.paragraphs):
            builder.mark_heading(index in article.headings)
            pieces = [each for each in here if each[1].offset is not None]
            builder.add_paragraph(article.paragraphs[index], pieces, chosen)
    restored = replace(
        article, paragraphs=tuple(builder.paragraphs), headings=frozenset(builder.headings)
    )
    left = tuple(piece for _, piece in sorted(builder.left, key=lambda each: each[0]))
    return replace(imported, article=restored, dropped=left)


@dataclass(slots=True)
class _Builder:
    paragraphs: list[str] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    left: list[tuple[int, Dropped]] = field(default_factory=list)

    def mark_heading(self, heading: bool) -> None:
        if heading:
            self.headings.add(len(self.paragraphs))

    def add_blocks(self, blocks: Sequence[tuple[int, Dropped]], chosen: Collection[int]) -> None:
        for index, block in blocks:
            if index in chosen:
                lines = (" ".join(line.split()) for line in block.text.split("\n"))
                self.paragraphs.extend(filter(None, lines))
            else:
                self.left.append((index, replace(block, paragraph=len(self.paragraphs))))

    def add_paragraph(
        self, text: str, pieces: Sequence[tuple[int, Dropped]], chosen: Collection[int]
    ) -> None:
        moved = 0
        for index, piece in sorted(pieces, key=lambda each: (each[1].offset or 0, each[0])):
            offset = (piece.offset or 0) + moved
            if index in chosen:
                longer = _insert(text, offset, piece.text)
                moved += len(longer) - len(text)
                text = longer
            else:
                placed = replace(piece, paragraph=len(self.paragraphs), offset=offset)
                self.left.append((index, placed))
        self.paragraphs.append(text)


def _insert(text: str, offset: int, piece: str) -> str:
    parts = (text[:offset].strip(), " ".join(piece.split()), text[offset:].strip())
    return " ".join(filter(None, parts))
