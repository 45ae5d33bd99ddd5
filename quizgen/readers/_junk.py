"""Leave out what a news site puts between and around the paragraphs, and say what it was."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from quizgen.readers._blocks import (
    Block,
    has_full_stop,
    is_finished,
    is_item,
    is_title_cased,
    solid,
    words,
)
from quizgen.readers._mend import continues_line

_CONTENTS = re.compile(r"(?i)daftar isi\W*$")
_CREDIT = "reporter's credit"
_LONGEST_LINE = 1_500
_MOST_TAGS = 12
_MOST_LINKS = 20
_LONGEST_TAG = 5
_LONGEST_LINK = 25
_FURTHER_LINK = 6
_LONGEST_NAME = 3
_LONGEST_LAST = 15
_DATED = re.compile(r"(?:.*\(\d{1,2}/\d{1,2}/\d{4}\)|ilustrasi\b.{0,80}?)\.?$", re.IGNORECASE)
_BLANKS = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """The blocks that stay, and what does not."""

    kept: tuple[Block, ...]
    dropped: tuple[Block, ...] = ()
    """Each with its reason."""
    contents: frozenset[str] = frozenset()
    """The headings that a table of contents announced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    pattern: re.Pattern[str]
    reason: str
    min_words: int = 0
    max_words: int = 1_000
    open: bool = False
    later: bool = False
    alone: bool = False
    links: bool = False
    tail: int = 0
    dated: bool = False
    last: bool = False

    def fits(self, text: str, count: int) -> bool:
        return (
            self.min_words <= count <= self.max_words
            and not (self.open and has_full_stop(text))
            and self.pattern.match(text) is not None
        )


def is_junk(text: str) -> bool:
    """Tell whether a line looks like junk wherever it stands."""
    return any(not rule.alone for rule in _fitting(text))


def junk_reason(text: str) -> str | None:
    """Return what a line is that is part of no article wherever it stands; None if it may be."""
    return next((rule.reason for rule in _fitting(text)), None)


def _fitting(text: str) -> Iterator[_Line]:
    """Yield the rules that fit a line, the first that was written first; none fits a long text."""
    if len(text) <= _LONGEST_LINE:
        count = words(text)
        yield from (rule for rule in _rules()[0] if rule.fits(text, count))


def sift(blocks: Sequence[Block]) -> Sifted:
    """Part the article's blocks from links, advertisements, captions, credits and tags.

    The patterns are data (``data/junk.toml``). What is left out is returned with a reason, in the
    order of the source.
    """
    contents = _contents(blocks)
    kept: list[Block] = []
    dropped: list[Block] = []
    index = after_credit = 0
    while index < len(blocks):
        block, rest = blocks[index], blocks[index + 1 : index + 1 + _MOST_LINKS]
        rule = _rule_for(block, kept[-1] if kept else None, rest)
        if index in contents:
            dropped.append(replace(block, reason="table of contents"))
        elif rule is None:
            kept.extend(_without_inline(block, dropped))
        else:
            taken = [block, *rest[: _taken(rule, rest, frozenset(contents.values()))]]
            dropped.extend(replace(each, reason=rule.reason) for each in taken)
            index += len(taken) - 1
            if rule.reason == _CREDIT:
                after_credit = len(kept)
        index += 1
    kept, tags = _part_tags(kept, after_credit=after_credit)
    return Sifted(
        kept=tuple(kept), dropped=(*dropped, *tags), contents=frozenset(contents.values())
    )


def _rule_for(block: Block, before: Block | None, rest: Sequence[Block]) -> _Line | None:
    for rule in _fitting(block.text):
        if rule.later and before is None:
            continue
        if rule.alone and _is_cut(block, before, rest):
            continue
        if rule.last and any(words(each.text) > _LONGEST_LAST for each in rest):
            continue
        return rule
    return None


def _is_cut(block: Block, before: Block | None, rest: Sequence[Block]) -> bool:
    # A link to Facebook inside a sentence stands on a line of its own in scraped text.
    if before is not None and not block.gap and words(before.text) > 3:
        open_before = not is_finished(before.text)
    else:
        open_before = False
    runs_on = bool(rest) and not rest[0].gap and continues_line(rest[0].text)
    return open_before or runs_on


def _taken(rule: _Line, rest: Sequence[Block], headings: frozenset[str]) -> int:
    if rest and _is_tail(rest[0].text, rule.tail):
        return 1
    if rule.dated and rest and _DATED.match(rest[0].text):
        return 1
    if not rule.links:
        return 0
    count = 0
    for block in rest:
        if block.text in headings or not _is_link(block, first=count == 0):
            break
        following = rest[count + 1] if count + 1 < len(rest) else None
        if following is not None and not following.gap and continues_line(following.text):
            break
        count += 1
    return count


def _is_tail(text: str, most: int) -> bool:
    length = words(text)
    return length <= most and (length <= _LONGEST_NAME or not has_full_stop(text))


def _is_link(block: Block, *, first: bool) -> bool:
    length = words(block.text)
    if length > _LONGEST_LINK or block.heading:
        return False
    if has_full_stop(block.text):
        # A title may trail off: "Menanti Kabar Kapal Itu…"
        trails = block.text.endswith(("…", "...")) and is_title_cased(block.text)
        return trails and length > 2
    if first:
        return length > 2
    # A sub-heading may follow the link; it is shorter than the title of an article.
    return length >= _FURTHER_LINK and is_title_cased(block.text)


def _without_inline(block: Block, dropped: list[Block]) -> Iterable[Block]:
    text, cuts = block.text, list[tuple[int, str, str]]()
    for pattern, reason in _rules()[1]:
        found = list(pattern.finditer(text))
        cuts.extend((match.start(), match.group().strip(), reason) for match in found)
        # Blanks of the same length, so that what is found later has its place in the same text.
        text = pattern.sub(lambda match: " " * len(match.group()), text) if found else text
    if not cuts:
        return [block]
    left = _BLANKS.sub(" ", text).strip()
    dropped.extend(_pieces(block, text, cuts, whole=not left))
    return [replace(block, text=left)] if left else []


def _pieces(
    block: Block, text: str, cuts: list[tuple[int, str, str]], *, whole: bool
) -> Iterator[Block]:
    """Yield what was cut out of ``block`` in its order, with what is left of it for ``text``."""
    number = block.places[0][0] if block.places else 0
    last = before = 0
    for start, piece, reason in sorted(cuts):
        before += solid(text[last:start])
        last = start
        yield Block(text=piece, reason=reason, places=((number, before),), piece=not whole)


def _contents(blocks: Sequence[Block]) -> dict[int, str]:
    """Return index -> text of a table of contents: lines after its title that come again later."""
    last = {block.text: index for index, block in enumerate(blocks)}
    for start, block in enumerate(blocks):
        if not _CONTENTS.match(block.text):
            continue
        found = {start: block.text}
        for index in range(start + 1, len(blocks)):
            text = blocks[index].text
            if last[text] == index:
                break
            found[index] = text
        return found
    return {}


def _part_tags(kept: list[Block], *, after_credit: int) -> tuple[list[Block], list[Block]]:
    start = len(kept)
    while start > 1 and len(kept) - start < _MOST_TAGS and _is_tag(kept[start - 1]):
        start -= 1
    count = len(kept) - start
    signed = start == after_credit
    before = kept[start - 1].text if kept else ""
    ended = is_finished(before) and not before.endswith((":", ";"))
    if not (signed or (count > 1 and ended)):
        return kept, []
    return kept[:start], [replace(block, reason="tags") for block in kept[start:]]


def _is_tag(block: Block) -> bool:
    text = block.text
    return (
        words(text) <= _LONGEST_TAG
        and text[0].isalnum()
        and text == text.lower()
        and text[-1].isalnum()
        and not block.heading
        and not is_item(block)
    )


@cache
def _rules() -> tuple[tuple[_Line, ...], tuple[tuple[re.Pattern[str], str], ...]]:
    data = resources.files("quizgen.readers").joinpath("data/junk.toml")
    loaded = tomllib.loads(data.read_text(encoding="utf-8"))
    lines = tuple(_line(entry) for entry in loaded["line"])
    inline = tuple((re.compile(entry["pattern"]), entry["reason"]) for entry in loaded["inline"])
    return lines, inline


def _line(entry: Mapping[str, Any]) -> _Line:
    options = {key: value for key, value in entry.items() if key not in {"pattern", "case", "kind"}}
    flags = re.NOFLAG if entry.get("case") else re.IGNORECASE
    return _Line(pattern=re.compile(entry["pattern"], flags), **options)
