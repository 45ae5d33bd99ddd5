"""From a source's blocks to an article: what every reader does last."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from quizgen.errors import InputError
from quizgen.model import Article, Imported
from quizgen.readers._blocks import (
    Block,
    has_full_stop,
    is_finished,
    is_item,
    is_title_cased,
    numbered,
    without_bullet,
    words,
)
from quizgen.readers._day import day_of
from quizgen.readers._glue import part_glued
from quizgen.readers._junk import sift
from quizgen.readers._language_check import check_indonesian
from quizgen.readers._mend import continues_line, join_lines
from quizgen.readers._metadata import opens_dateline, outlet_in, signed_name, slug
from quizgen.readers._place import place
from quizgen.readers._remarks import remarks_on

_LONGEST_TITLE = 20
_LONGEST_HEADING = 8
_LONGEST_TEASER = 30
# A dateline and a sentence before the last one: no title has both.
# Jakarta (ANTARA) - …
_WIRE = re.compile(r"[A-Z][\w.'/ ]{1,40}\s*\([A-Z]{2,12}\)\s*[-–—]+\s")
_LEAD = re.compile(r"[A-Z][\w., ]{2,40}\s[-–—]+\s.*\w\.\s+[A-Z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the source says about itself outside its body; unknown is None."""

    id: str | None = None
    title: str | None = None
    date: dt.date | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    licence: str | None = None
    topic: str | None = None
    level: int | None = None


def assemble(
    blocks: Sequence[Block],
    *,
    source: str,
    metadata: Metadata | None = None,
    width: int = 0,
) -> Imported:
    """Return the article that ``blocks`` hold, and all that is not part of it.

    Args:
        blocks: in the order of the source, none of them empty; those with a reason have been
            left out by the reader itself.
        source: named in errors; its stem becomes the id if ``metadata`` has none.
        metadata: wins over what the text says.
        width: where lines were broken, in characters; 0 if they were not.

    Raises:
        InputError: if no Indonesian text is left.
    """
    known = metadata or Metadata()
    known_out, inside = _part_out(numbered(blocks))
    sifted = sift([without_bullet(block) for block in inside])
    title, body = _part_title(sifted.kept, known.title)
    joined = join_lines(body, width=width)
    mended = [replace(block, text=part_glued(block.text)) for block in joined]
    paragraphs, repeated = _without_repeats(mended, title)
    if not paragraphs:
        raise InputError(f"{source}: has no text; give a file with an Indonesian article")
    left_out = tuple(place([*known_out, *sifted.dropped, *repeated], paragraphs))
    texts = [block.text for block in paragraphs]
    check_indonesian(" ".join([title or "", *texts]), source=source)
    article = Article(
        id=known.id or slug(PurePath(source).stem),
        paragraphs=tuple(texts),
        headings=_headings(paragraphs, sifted.contents),
        title=title,
        date=known.date or day_of(texts, left_out),
        outlet=known.outlet or outlet_in(texts[0]),
        author=known.author or signed_name(left_out),
        url=known.url,
        licence=known.licence,
        topic=known.topic,
        level=known.level,
    )
    return Imported(article=article, dropped=left_out, remarks=remarks_on(article, left_out))


def _part_out(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    out = [block for block in blocks if block.reason is not None]
    return out, [block for block in blocks if block.reason is None]


def _part_title(blocks: Sequence[Block], known: str | None) -> tuple[str | None, list[Block]]:
    body = list(blocks)
    if known is not None:
        return known, body
    if len(body) > 1 and _is_title(body[0], body[1]):
        return body[0].text, body[1:]
    return None, body


def _is_title(block: Block, following: Block) -> bool:
    text = block.text
    if (
        block.item
        or _LEAD.match(text)
        or (block.joined and not block.heading)
        or words(text) > _LONGEST_TITLE
        or has_full_stop(text)
    ):
        return False
    if block.heading or following.gap:
        return not (opens_dateline(text) or following.text in {"-", "–", "—"})
    runs_on = continues_line(following.text) or text.endswith((",", "(", "-", "–", "—"))
    return not (runs_on or opens_dateline(text))


def _without_repeats(blocks: Sequence[Block], title: str | None) -> tuple[list[Block], list[Block]]:
    kept: list[Block] = []
    dropped: list[Block] = []
    texts = [block.text for block in blocks]
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        if title is not None and not kept and block.text == title:
            dropped.append(replace(block, reason="repeats the title"))
        elif _is_doubled_title(texts, index):
            dropped.append(replace(block, reason="link to another article"))
        elif index == 0 and _is_teaser(texts):
            dropped.append(replace(block, reason="teaser"))
        elif _is_repeated_teaser(texts, index) or (block.text in seen and words(block.text) > 3):
            dropped.append(replace(block, reason="repeated paragraph"))
        else:
            kept.append(block)
            seen.add(block.text)
    return kept, dropped


def _is_teaser(texts: Sequence[str]) -> bool:
    """Tell whether a sentence stands above the paragraph that a wire service opens."""
    return len(texts) > 2 and words(texts[0]) <= _LONGEST_TEASER and bool(_WIRE.match(texts[1]))


def _is_doubled_title(texts: Sequence[str], index: int) -> bool:
    """Tell the title of a video or article that stands twice in a row from text."""
    text = texts[index]
    if text not in {*texts[max(index - 1, 0) : index], *texts[index + 1 : index + 2]}:
        return False
    return 3 < words(text) <= _LONGEST_TITLE and not has_full_stop(text) and is_title_cased(text)


def _is_repeated_teaser(texts: Sequence[str], index: int) -> bool:
    """Tell whether a sentence of the text stands above the dateline to advertise it."""
    if index or texts[0] not in texts[1:]:
        return False
    return any(outlet_in(text) for text in texts[1 : texts.index(texts[0], 1)])


def _headings(blocks: Sequence[Block], contents: frozenset[str]) -> frozenset[int]:
    pairs = enumerate(zip(blocks, [*blocks[1:], None], strict=True))
    return frozenset(
        index
        for index, (block, following) in pairs
        if following is not None
        and (block.heading or block.text in contents or (index and _heads(block, following)))
    )


def _heads(block: Block, following: Block) -> bool:
    text = block.text
    if is_item(block) or block.joined or words(text) > _LONGEST_HEADING:
        return False
    # An abbreviation does not end a sentence, but no heading ends with one: vitamin C.
    if is_finished(text) or has_full_stop(text) or text.endswith(","):
        return False
    if not (text[0].isupper() or text[0].isdigit()):
        return False
    long = words(following.text) > _LONGEST_HEADING
    return is_item(following) or is_finished(following.text) or long
