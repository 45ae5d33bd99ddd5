"""A document as one run of tokens: who is named where, what is quoted, who the subject is."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from quizgen.language.sentences import dateline_end
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Entity, Sentence, Token

MARKS = frozenset('"“”„')
PERSONAL = frozenset({"ia", "dia", "beliau"})
_TOLD_OF = frozenset({"itu", "ini", "tersebut"})


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity as tokens ``start`` to ``end`` of the run."""

    start: int
    end: int
    entity: Entity


@dataclass(frozen=True, slots=True)
class Quoted:
    """Tokens between two quotation marks, marks left out; ``end`` is the closing mark."""

    start: int
    end: int


class Discourse:
    """Look-ups over a document; all positions are token indexes of the whole document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens: list[Token] = []
        self.low: list[str] = []
        self.opens: list[int] = []
        for sentence in document.sentences:
            self.opens.append(len(self.tokens))
            self.tokens.extend(sentence.tokens)
        self.low = [token.text.lower() for token in self.tokens]
        self.mentions = self._mentions()
        self.at = {mention.start: mention for mention in self.mentions}
        self.covered = {
            index: mention
            for mention in self.mentions
            for index in range(mention.start, mention.end)
        }

    def _mentions(self) -> list[Mention]:
        starts = [token.start for token in self.tokens]
        found = []
        for entity in self.document.entities:
            first = bisect_right(starts, entity.start) - 1
            last = bisect_right(starts, entity.end - 1)
            if first >= 0 and starts[first] == entity.start:
                found.append(Mention(first, last, entity))
        return found

    @cached_property
    def starts(self) -> list[int]:
        """The first token of every sentence, after a dateline."""
        found = []
        for number, sentence in enumerate(self.document.sentences):
            first, cut = self.opens[number], dateline_end(sentence.text)
            while (
                cut
                and first < self.close(number)
                and (self.tokens[first].start < sentence.start + cut)
            ):
                first += 1
            found.append(first)
        return found

    def headline(self, number: int) -> bool:
        """Tell whether a sentence is a headline or a line of the page: *Baca juga: …*."""
        words = [t for t in self.document.sentences[number].tokens if t.text[0].isalpha()]
        large = sum(word.text[0].isupper() for word in words)
        last = self.low[self.close(number) - 1] if words else ""
        linked = " ".join(word.text.lower() for word in words[:2]) in {"baca juga", "lihat juga"}
        return linked or (
            len(words) > 3 and last not in MARKS | {".", "!"} and large > 0.7 * len(words)
        )

    def close(self, number: int) -> int:
        """Return the token after the last one of sentence ``number`` (0-based)."""
        return self.opens[number + 1] if number + 1 < len(self.opens) else len(self.tokens)

    def number(self, index: int) -> int:
        """Return the 0-based number of the sentence that holds a token."""
        return bisect_right(self.opens, index) - 1

    def number_at(self, offset: int) -> int:
        """Return the 0-based number of the sentence that holds a character of the text."""
        starts = [sentence.start for sentence in self.document.sentences]
        return max(0, bisect_right(starts, offset) - 1)

    def sentence(self, index: int) -> Sentence:
        """Return the sentence that holds a token."""
        return self.document.sentences[self.number(index)]

    def text(self, start: int, end: int) -> str:
        """Return tokens ``start`` to ``end`` as written."""
        first, last = self.tokens[start].start, self.tokens[end - 1].end
        return self.document.article.text[first:last]

    def persons(self, start: int, end: int) -> list[Mention]:
        """Return the persons named by tokens ``start`` to ``end``."""
        return [mention for mention in self.mentions_in(start, end) if mention.entity.type == "PER"]

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """Return the entities that lie in tokens ``start`` to ``end``."""
        first = bisect_right(self._mention_starts, start - 1)
        last = bisect_right(self._mention_starts, end - 1)
        return [mention for mention in self.mentions[first:last] if mention.end <= end]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """Every stretch between quotation marks; none crosses a paragraph."""
        return self._marked[0]

    @cached_property
    def in_quotes(self) -> frozenset[int]:
        """The tokens within quotation marks, and after one that its paragraph never closes."""
        spans = [*self.quoted, *self._marked[1]]
        return frozenset(index for span in spans for index in range(span.start, span.end))

    @cached_property
    def _marked(self) -> tuple[tuple[Quoted, ...], tuple[Quoted, ...]]:
        found: list[Quoted] = []
        unclosed: list[Quoted] = []
        opened: int | None = None
        paragraph = 0
        for number, sentence in enumerate(self.document.sentences):
            if sentence.paragraph != paragraph:
                if opened is not None:
                    unclosed.append(Quoted(opened, self.opens[number]))
                opened, paragraph = None, sentence.paragraph
            for index in range(self.opens[number], self.close(number)):
                if self.tokens[index].text not in MARKS:
                    continue
                if opened is None or self._opening(index):
                    opened = index
                else:
                    if index > opened + 1:
                        found.append(Quoted(opened + 1, index))
                    opened = None
        if opened is not None:
            unclosed.append(Quoted(opened, len(self.tokens)))
        return tuple(found), tuple(unclosed)

    def _opening(self, index: int) -> bool:
        """Tell whether a mark within a quotation can only open a new one."""
        if self.tokens[index].text != "“" or index + 1 == len(self.tokens):
            return False
        glued_left = index > 0 and self.tokens[index - 1].end == self.tokens[index].start
        glued_right = self.tokens[index].end == self.tokens[index + 1].start
        return glued_right and not glued_left

    @cached_property
    def offices(self) -> list[tuple[tuple[str, ...], str]]:
        """Each phrase of office or calling that goes with a name, and that person's full name."""
        found = []
        for mention in self.mentions:
            if mention.entity.type == "PER":
                places = (self._before, self._before_degree, self._after)
                for words in (place(mention) for place in places):
                    if words:
                        found.append((words, mention.entity.canonical))
        return found

    def _before(self, mention: Mention) -> tuple[str, ...]:
        number = self.number(mention.start)
        first = mention.start
        if first > self.opens[number] and self.low[first - 1] == ",":
            first -= 1
        return self._office_until(first, number)

    def _before_degree(self, mention: Mention) -> tuple[str, ...]:
        """Return the office before a comma and a degree: *Direktur RSUD, dr.* Rifka."""
        number, first = self.number(mention.start), mention.start
        while first > self.opens[number] and is_in(self.low[first - 1], "addresses"):
            first -= 1
        apposed = self.opens[number] < first < mention.start and self.low[first - 1] == ","
        return self._office_until(first - 1, number) if apposed else ()

    def _office_until(self, first: int, number: int) -> tuple[str, ...]:
        last, low = first, max(self.opens[number], first - 14)
        best = None
        for index in range(first - 1, low - 1, -1):
            if self.tokens[index].upos in {"VERB", "PUNCT", "SCONJ", "PRON", "AUX"}:
                break
            if is_in(self.low[index], "titles") and index not in self.covered:
                best = index
        return tuple(self.low[best:last]) if best is not None else ()

    def _after(self, mention: Mention) -> tuple[str, ...]:
        number = self.number(mention.start)
        index, close = mention.end, self.close(number)
        if index + 1 >= close or self.low[index] != "," or not is_in(self.low[index + 1], "titles"):
            return ()
        words: list[str] = []
        for position in range(index + 1, min(close, index + 14)):
            if self.tokens[position].upos in {"VERB", "PUNCT", "SCONJ", "PRON", "AUX"}:
                break
            words.append(self.low[position])
        # *Kata Erna, dokter itu belum datang*: what follows is no office of Erna's.
        return () if _TOLD_OF.intersection(words) else tuple(words)

    def holder(self, words: Sequence[str]) -> str | None:
        """Return the one person whom the text calls by an office, else None.

        ``words`` fit an office that starts with the same word and has all of them in order.
        """
        held = {name for office, name in self.offices if fits(words, office)}
        return next(iter(held)) if len(held) == 1 else None


def fits(words: Sequence[str], office: Sequence[str]) -> bool:
    """Tell whether ``words`` shorten ``office``: same first word, the others in order."""
    if not words or not office or words[0] != office[0]:
        return False
    rest = iter(office)
    return all(word in rest for word in words)
