"""What a text can hold at all, and which of its characters are spoken for."""

import re
from collections.abc import Set

FIGURES = frozenset({"0"})
"""The cue of patterns that need a figure."""
_LETTERS = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d")


class Claims:
    """The claimed characters of one text; finders ask it in order of precedence.

    Found spans never overlap. A finder whose pattern needs one of a few words asks for them
    first: that is much quicker than the pattern.
    """

    def __init__(self, text: str) -> None:
        self._taken = bytearray(len(text))
        self._cues = set(_LETTERS.findall(text.lower()))
        if _FIGURE.search(text):
            self._cues |= FIGURES

    def cued(self, cues: Set[str]) -> bool:
        """Tell whether the text has one of some words, lower case; "0" stands for any figure."""
        return not self._cues.isdisjoint(cues)

    def free(self, start: int, end: int) -> bool:
        """Tell whether no character of the span is claimed."""
        return self._taken.find(1, start, end) < 0

    def take(self, start: int, end: int) -> bool:
        """Claim the span if all of it is free, and tell whether it was."""
        if start >= end or not self.free(start, end):
            return False
        self._taken[start:end] = b"\x01" * (end - start)
        return True
