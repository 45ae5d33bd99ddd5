"""Lists of words and phrases to look for in a text."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache


class Listed:
    """Words and phrases, found where they stand as whole words; of two the longer one.

    A pattern of a thousand words is slow to try at every place of a text, so it is tried only
    where the first word of one of them stands.
    """

    def __init__(self, phrases: Iterable[str], *, marks: str = "") -> None:
        """Take phrases that begin and end with a letter, figure or one of the ``marks``.

        Args:
            phrases: what to look for, as it is written in the texts.
            marks: signs that belong to a word beside letters and figures, as in a set of a pattern.
        """
        longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
        self._words = re.compile(rf"[\w{marks}]+")
        self._first = frozenset(word for each in longest for word in self._words.findall(each)[:1])
        self._any = re.compile(rf"(?:{'|'.join(map(re.escape, longest))})(?![\w{marks}])")

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what of the list stands in a text, in order, without overlaps.

        >>> [found[0] for found in Listed(["bom", "bom waktu"]).found_in("bom waktu, bomber, bom")]
        ['bom waktu', 'bom']
        """
        if self._first.isdisjoint(_all_words(self._words, text)):
            return
        end = 0
        for word in self._words.finditer(text):
            if word.start() >= end and word[0] in self._first:
                found = self._any.match(text, word.start())
                if found:
                    end = found.end()
                    yield found

    def cut_from(self, text: str) -> str:
        """Return a text with a space in the place of everything that is on the list."""
        rest, end = "", 0
        for found in self.found_in(text):
            rest += text[end : found.start()] + " "
            end = found.end()
        return rest + text[end:]

    def is_in(self, text: str) -> bool:
        """Return whether any of the list stands in a text."""
        return any(True for _ in self.found_in(text))


@lru_cache(maxsize=16)
def _all_words(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    """Return the words of a text, in which several lists are looked for in turn."""
    return frozenset(pattern.findall(text))
