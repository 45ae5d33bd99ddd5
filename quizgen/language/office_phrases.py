"""Where the words for an office begin and end in a sentence, and in which wordings they say it."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from quizgen.language.clauses import Span, entity_spans
from quizgen.language.sentences import dateline_end
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Sentence, Token

_PARTS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "CCONJ"})
_BODIES = frozenset({"ORG", "GPE", "LOC", "NORP", "PRODUCT"})
_NUMBER = re.compile(r"[IVX]+|\d+")
_LONGEST = 16
_OPENERS = 4
_COMPANIES = frozenset({"pt", "pt.", "cv", "ud"})
_NAMED = 0.5
_GUESS = 0.7
"""Below this a person among the words of an office may be a part of a body's name."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_table()[name].split())


@cache
def _table() -> dict[str, str]:
    file = resources.files("quizgen.language").joinpath("data/roles.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


class Line:
    """A sentence in which offices are looked for; all positions are token indexes."""

    def __init__(self, sentence: Sentence, document: Document) -> None:
        self.sentence = sentence
        self.tokens: Sequence[Token] = sentence.tokens
        self.low = [token.text.lower() for token in self.tokens]
        self.spans: list[Span] = entity_spans(sentence, document)
        self.at = {i: span for span in self.spans for i in range(span.start, span.end)}

    def before_titles(self, end: int) -> int:
        """Return where the ranks and titles before a name begin: *AKP*, *Kolonel Laut (P)*, *H.*"""
        while end:
            arm = end - 3 if self._bracketed(end) else end
            while arm and self.low[arm - 1] in _words("arms"):
                arm -= 1
            if arm and self.low[arm - 1] in _words("ranks") and not self._in_body(arm - 1):
                end = arm - 1
            elif arm == end and self._of_rank(end):
                end -= 1
            else:
                break
        return end

    def _in_body(self, index: int) -> bool:
        """Tell whether a title belongs to a body's name: *RSUD Dr.* Soetomo."""
        span = self.at.get(index)
        return span is not None and self.kind(span) in _BODIES and index + 1 < span.end

    def _of_rank(self, end: int) -> bool:
        """Tell whether *TNI* or *Pol* belongs to a rank before it: *Mayjen TNI*."""
        return end > 1 and self.low[end - 1] in _words("forces") and self._rank(end - 2)

    def _rank(self, index: int) -> bool:
        return self.low[index] in _words("ranks")

    def kind(self, span: Span) -> str:
        """Return the type of the entity that a span is, empty if it is none."""
        return span.entity.type if span.entity else ""

    def _bracketed(self, end: int) -> bool:
        """Tell whether one word in brackets ends here."""
        return (
            end > 2
            and self.low[end - 1] == ")"
            and self.low[end - 3] == "("
            and self.low[end - 2].replace("-", "").isalpha()
        )

    def left(self, end: int) -> int:
        """Return where the run of words begins that may be an office ending at ``end``."""
        start = end
        while start:
            if self._bracketed(start) and start > 3 and self.inside(start - 4):
                start -= 3
            elif self.inside(start - 1) or self.located(start - 1):
                start -= 1
            else:
                break
        return start

    def right(self, start: int) -> int:
        """Return where the run of words ends that may be an office beginning at ``start``."""
        end = start
        while end < len(self.low):
            if end + 2 < len(self.low) and end > start and self._bracketed(end + 3):
                end += 3
            elif self.inside(end):
                end += 1
            else:
                break
        return end

    def located(self, comma: int) -> bool:
        """Return whether a comma stands before the place of a place: *, Provinsi Bali*."""
        span = self.at.get(comma + 1)
        return (
            comma > 0
            and self.low[comma] == ","
            and span is not None
            and self.kind(span) == "GPE"
            and is_in(self.low[comma + 1], "administrative")
            and self.at.get(comma - 1) is not None
            and self.inside(comma - 1)
        )

    def inside(self, index: int) -> bool:
        """Tell whether a word may stand inside an office."""
        token, low, span = self.tokens[index], self.low[index], self.at.get(index)
        kind = self.kind(span) if span else ""
        if kind == "PER":
            return not self._sure(span) and index > 0 and token.text[0].isupper()
        if kind in _BODIES:
            return True
        if low in _words("ends"):
            return False
        english = token.upos == "X" and (token.text[0].isupper() or low in _words("joining"))
        plt = low.rstrip(".") in {"plt", "plh", "pj", "pjs"}
        return english or plt or token.upos in _PARTS or low in _words("joining")

    def heads(self, index: int) -> bool:
        """Tell whether an office may begin with this word."""
        low = self.low[index].rstrip(".")
        following = self.low[index + 1] if index + 1 < len(self.low) else ""
        if f"{low}_{following}" in _words("pairs"):
            return True
        return low in _words("heads") and low not in {"wali", "juru", "duta", "perdana", "wakil"}

    def office(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the longest part of the tokens that opens with an office and says of what."""
        end = self.before_titles(end) if end > start else end
        first = next((i for i in range(start, end) if self.heads(i)), None)
        if first is None or not 1 < end - first <= _LONGEST or not self._own(first, start, end):
            return None
        clitics = any(token.clitics for token in self.tokens[first:end])
        joined = any(token.upos == "CCONJ" for token in self.tokens[first:end][-2:])
        return None if clitics or joined or not self._says_of_what(first, end) else (first, end)

    def _own(self, first: int, start: int, end: int) -> bool:
        """Tell whether the office is one, is held now, and by no relative of the holder."""
        before = set(self.low[max(0, first - 3) : first])
        if not before.isdisjoint(_words("former")):
            return False
        if not set(self.low[start:first]).isdisjoint(_words("others")):
            return False
        if first and self.low[first - 1] in _words("linking"):
            return self.linked(first)
        return not any(
            self.tokens[i].upos == "CCONJ" and self.heads(i + 1) for i in range(first, end - 1)
        )

    def linked(self, start: int) -> bool:
        """Tell whether the office at ``start`` is the second of two: *Ketua X sekaligus Y*."""
        stop = start - 1
        if stop > 0 and self.low[stop] == "juga":
            stop -= 1
        if stop < 1 or self.low[stop] not in _words("linking"):
            return False
        return self.heads(stop - 1) or self.office(self.left(stop), stop) is not None

    def _says_of_what(self, first: int, end: int) -> bool:
        """Tell whether a name follows the office: of a body, a place, or one that is unknown."""
        general = _words("general")
        pair = f"{self.low[first]}_{self.low[first + 1]}" in _words("pairs")
        if self.low[first + 1] == "asal":
            return False
        return any(
            (self.tokens[i].upos in {"PROPN", "X"} or self.kind(self.at[i]) in _BODIES)
            if i in self.at
            else self.tokens[i].upos in {"PROPN", "X"}
            for i in range(first + 1 + pair, end)
            if self.low[i] not in general and not _NUMBER.fullmatch(self.tokens[i].text)
        )

    def closed(self, index: int) -> bool:
        """Tell whether a comma or full stop follows, after a bracket if there is one."""
        index = self.after_bracket(index)
        return index < len(self.low) and self.low[index] in {",", ".", ";"}

    def after_bracket(self, index: int) -> int:
        """Return the token after a bracket of one or two words: *(45)*, *(AHY)*."""
        if index < len(self.low) and self.low[index] == "(":
            for close in (index + 2, index + 3):
                if close < len(self.low) and self.low[close] == ")":
                    return close + 1
        return index

    def goes_on(self, end: int) -> bool:
        """Tell whether after an office and a comma a list goes on, whose pairs are doubtful."""
        after = end + 1
        if after >= len(self.low):
            return False
        span = self.at.get(after)
        named = self._sure(span, _NAMED)
        return (
            named or self._rank(after) or self.heads(after) or self.low[after] in {"dan", "serta"}
        )

    def opens(self, first: int) -> bool:
        """Tell whether the office opens the clause, after a few words and a comma at most."""
        body = self.sentence.start + dateline_end(self.sentence.text)
        opening = sum(token.start < body for token in self.tokens[:first])
        if first - opening == 0:
            return True
        short = self.low[first - 1] == "," and first - opening <= _OPENERS
        return short and not any(i in self.at for i in range(opening, first))

    def says(self, index: int) -> bool:
        """Tell whether a verb in the active voice follows, after a bracket if there is one."""
        index = self.after_bracket(index)
        if index >= len(self.tokens):
            return False
        return self.tokens[index].upos == "VERB" and not self.low[index].startswith("di")

    def names_person(self, start: int, end: int) -> bool:
        """Tell whether another person is named inside: *juru bicara Presiden Joko*."""
        return any(self._sure(span) and start <= span.start < end for span in self.spans)

    def _sure(self, span: Span | None, least: float = _GUESS) -> bool:
        """Tell whether a span is a person, and surely enough."""
        entity = span.entity if span else None
        return entity is not None and entity.type == "PER" and entity.confidence >= least

    def whole_name(self, span: Span) -> bool:
        """Tell whether a name is cut neither at its start nor at its end, as it seems."""
        before = self.at.get(span.start - 1)
        if before is not None and self.low[before.start] in _COMPANIES:
            # In *PT Astra Agro Lestari Rudi Hartono* the company may be cut short.
            return is_in(self.low[span.start], "given")
        if span.end >= len(self.tokens):
            return True
        following = self.tokens[span.end]
        return following.upos != "PROPN" or not following.text[0].isupper()

    def text(self, start: int, end: int) -> str:
        """Return the words of some tokens as the sentence has them."""
        base, tokens = self.sentence.start, self.tokens
        return self.sentence.text[tokens[start].start - base : tokens[end - 1].end - base]
