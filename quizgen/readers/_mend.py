"""Join the lines of a sentence that links or a line width have cut."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import pairwise

from quizgen.readers._blocks import LONGEST_PARAGRAPH, Block, is_finished, is_item, join, words
from quizgen.readers._metadata import is_place, opens_dateline

_LONGEST_HEADING = 8
_LONGEST_PIECE = 5
_CLOSING = ",.;:!?)]%”’»"
_MARKER = re.compile(r"(?:\(?\d{1,2}|[a-z])[.)]\s")
_DASHES = frozenset("-–—") | {"--"}
_DASH = re.compile(r"[-–—]+\s")
_CUT_WORD = re.compile(r"[^\W\d_]-$")


def continues_line(text: str) -> bool:
    """Tell whether ``text`` must continue the line before: it starts small or with a comma."""
    if _MARKER.match(text):
        return False
    return text[0] in _CLOSING or text[0].islower() or text in _DASHES


def join_lines(blocks: Sequence[Block], *, width: int = 0) -> list[Block]:
    """Return ``blocks`` with the pieces of one sentence joined into one block.

    Lines that a gap parts are joined only where the second plainly goes on. With ``width``, in
    characters, the lines were broken there: one goes on unless the next word had fitted.
    """
    joined: list[Block] = []
    pieces = 0
    linked = sum(not block.gap and continues_line(block.text) for block in blocks) > 1
    for index, block in enumerate(blocks):
        cut = _Cut(
            blocks=joined,
            pieces=pieces,
            last=blocks[index - 1].text if index else "",
            rest=blocks[index + 1 : index + 6],
            width=width,
            linked=linked,
        )
        room = joined and len(joined[-1].text) < LONGEST_PARAGRAPH
        if room and cut.is_mended_by(block):
            text = glue_lines(joined[-1].text, block.text)
            joined[-1] = join(joined[-1], block, text)
            pieces += 1
        else:
            joined.append(block)
            pieces = 1
    return joined


def without_gaps_at_links(blocks: Sequence[Block]) -> list[Block]:
    """Return ``blocks`` as mere lines if blank lines stand around links inside sentences."""
    cuts = sum(
        _cut_weight(before.text, block.text)
        for before, block in pairwise(blocks)
        if block.gap and not is_finished(before.text) and not is_item(block)
    )
    return [replace(block, gap=False) for block in blocks] if cuts > 1 else list(blocks)


def _cut_weight(before: str, text: str) -> int:
    if text[0] in ",;).":
        return 2
    # Short lines in small letters may be a list without bullets.
    whole = words(before) > _LONGEST_PIECE or is_finished(text)
    return int(continues_line(text) and whole)


def glue_lines(first: str, second: str) -> str:
    """Return both parts of a cut line as one, with a space where prose has one.

    >>> glue_lines("naik kereta (", "KRL")
    'naik kereta (KRL'
    """
    if second[0] in _CLOSING or _opens(first):
        return first + second
    if _CUT_WORD.search(first[-2:]) and second[0].isalpha():
        return first + second
    if first.count('"') % 2 == 1 and (first.endswith('"') or second.startswith('"')):
        return first + second
    return f"{first} {second}"


def _opens(text: str) -> bool:
    # Some sites close a quotation with the mark that opens one.
    return text.endswith(("(", "[", "/")) or re.search(r"(?:^|\s)[“‘']$", text[-2:]) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """The place between what is joined so far and the next line."""

    blocks: Sequence[Block]
    pieces: int
    """How many lines the last block is made of, and ``last`` is the last of them."""
    last: str
    rest: Sequence[Block]
    """The lines after the next."""
    width: int
    linked: bool
    """Whether links have cut other sentences of this text too."""

    def is_mended_by(self, block: Block) -> bool:
        current = self.blocks[-1]
        if current.heading or block.heading:
            return False
        if len(self.blocks) <= 2 and _ends_dateline(current.text, block.text):
            return True
        if is_item(block):
            return False
        if block.gap:
            return _crosses_gap(current, block)
        if self.width and len(self.last) + 1 + len(block.text.split()[0]) > self.width:
            return True
        if is_finished(current.text):
            return block.text[0] in ",;)]" and not is_item(current)
        return _is_strong(current.text, block.text) or self._is_piece(block.text)

    def _is_piece(self, text: str) -> bool:
        """Decide where neither side shows it: a capital follows a line without a full stop."""
        current = self.blocks[-1]
        if self.width:
            return False
        if self.pieces == 1 and words(current.text) <= _LONGEST_HEADING:
            return opens_dateline(current.text) or self._begins_sentence(current.text, text)
        if self.pieces > 1 and words(self.last) <= _LONGEST_PIECE:
            return True
        if words(text) > _LONGEST_PIECE:
            return False
        if is_finished(text):
            return not is_item(current)
        if self.rest and _is_strong(text, self.rest[0].text):
            return not self.rest[0].gap
        long_follows = bool(self.rest) and words(self.rest[0].text) > _LONGEST_PIECE
        return (long_follows and self.linked) or (words(text) == 1 and self._is_cut_again(text))

    def _begins_sentence(self, short: str, text: str) -> bool:
        """Tell a sentence that a link has cut after a few words from a sub-heading."""
        if words(text) > _LONGEST_PIECE:
            return False
        if is_finished(text):
            # No paragraph is a mere name; a sentence may end with one.
            return all(word[0].isupper() for word in text.split()) and not _is_capitalised(short)
        if self.rest and not self.rest[0].gap and _is_strong(text, self.rest[0].text):
            return _is_office(short) or words(short) == 1 or not _is_capitalised(short)
        return words(text) <= 2 and self._is_cut_again(text)

    def _is_cut_again(self, text: str) -> bool:
        """Tell whether short pieces follow ``text`` up to one that plainly goes on."""
        for count, block in enumerate(self.rest):
            if block.gap or is_finished(text) or is_item(block):
                return False
            if _is_strong(text, block.text):
                return count > 0
            if words(block.text) > _LONGEST_PIECE:
                return False
            text = block.text
        return False


def _ends_dateline(place: str, text: str) -> bool:
    """Tell whether the place and the dash of a dateline, or its dash and the lead, were parted."""
    if place.endswith(("-", "–", "—")):
        name = place.rstrip("-–— ")
        return opens_dateline(name) or is_place(name)
    if text in _DASHES:
        return opens_dateline(place) or is_place(place)
    return _DASH.match(text) is not None and opens_dateline(place)


def _crosses_gap(current: Block, block: Block) -> bool:
    if is_item(current) or is_finished(current.text):
        return False
    whole = words(current.text) > _LONGEST_HEADING or is_finished(block.text)
    return (continues_line(block.text) and whole) or _ends_open(current.text)


def _is_strong(current: str, text: str) -> bool:
    """Tell whether either side of the cut shows that the sentence goes on."""
    if continues_line(text) or text[0] == "(":
        return True
    if current.endswith((",", "-", "–", "—")) or _opens(current):
        return True
    if current.endswith('"') and current.count('"') % 2 == 1:
        return True
    return _ends_open(current)


def _ends_open(text: str) -> bool:
    return text.rsplit(None, 1)[-1].strip("(“\"'") in _goes_on()


def _is_office(text: str) -> bool:
    return text.split()[0] in _offices()


def _is_capitalised(text: str) -> bool:
    long_words = [word for word in text.split() if len(word) > 4]
    return all(word[0].isupper() or not word[0].isalpha() for word in long_words)


def _goes_on() -> frozenset[str]:
    return frozenset(_table()["goes_on"].split())


def _offices() -> frozenset[str]:
    return frozenset(_table()["offices"].split())


@cache
def _table() -> dict[str, str]:
    data = resources.files("quizgen.readers").joinpath("data/mend.toml")
    return tomllib.loads(data.read_text(encoding="utf-8"))
