"""A sentence of the text that can be printed alone as the frame of a language item.

It is of a handy length, standard in every word, and points to nothing outside it: no *ia*, no
*itu*, no *-nya* but those whose antecedent stands before them in the sentence. A dateline, a
linking word at the start and *juga* are left out, and so is a clause that a comma parts off. What
somebody is quoted as saying counts as a sentence too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.exercises.common.needless import needless
from quizgen.exercises.common.pointing import explained
from quizgen.exercises.common.standard_language import open_apposition, rightly_built, tidy
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import harmful, upper_first
from quizgen.language.clauses import named_tokens, word_class
from quizgen.language.once import once
from quizgen.language.sentences import dateline_end
from quizgen.language.speech import verbs
from quizgen.model import Document, Evidence, Sentence, Token

_SHORTEST, _LONGEST = 4, 27
_QUOTES = frozenset('"“”')
_OPENING = frozenset({"NOUN", "PROPN", "NUM", "ADP", "DET", "SCONJ"})
_SPEAKING = frozenset({"kami", "kita", "saya"})
_SHORTEST_CUT, _LONGEST_FRONT = 6, 10
_UNFIT = re.compile(r"\b\d{1,2}\.(?:\s|$)|,\s*\w+\s*nya\b")
"""What was cut at an abbreviation, and *istrinya, khususnya* after a comma."""


@dataclass(frozen=True, slots=True)
class Alone:
    """Tokens ``start`` to ``end`` (exclusive) of a sentence, without those in ``skipped``.

    The closing full stop is not among them.
    """

    sentence: Sentence
    start: int
    end: int
    skipped: frozenset[int] = frozenset()

    @property
    def kept(self) -> tuple[int, ...]:
        """Indexes of the tokens that are printed, in order."""
        return tuple(i for i in range(self.start, self.end) if i not in self.skipped)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens that are printed, in order."""
        return tuple(self.sentence.tokens[i] for i in self.kept)

    def text(self, instead: Mapping[int, str] | None = None) -> str:
        """Return the sentence as it is printed.

        ``instead`` holds what stands for a token, by its index; nothing stands for it if empty.
        """
        changed = instead or {}
        parts: list[str] = []
        tokens = self.sentence.tokens
        for index in self.kept:
            word = changed.get(index, tokens[index].text)
            apart = bool(parts) and tokens[index].start > tokens[index - 1].end
            parts.append(f"{' ' if apart and word else ''}{word}")
        return upper_first("".join(parts)) + "."

    def evidence(self) -> Evidence:
        """Return what is printed, with what was left out inside it, word for word."""
        sentence = self.sentence
        first, last = sentence.tokens[self.start], sentence.tokens[self.end - 1]
        return Evidence(
            sentence.id, sentence.text[first.start - sentence.start : last.end - sentence.start]
        )


def alone(sentence: Sentence, document: Document) -> Alone | None:
    """Return the longest part of the sentence that can be printed alone, None if there is none."""
    return _table(document)[sentence.id]


@once
def _table(document: Document) -> dict[str, Alone | None]:
    return {sentence.id: _found(sentence, document) for sentence in document.sentences}


def _found(sentence: Sentence, document: Document) -> Alone | None:
    tokens = sentence.tokens
    if not tokens or tokens[-1].upos != "PUNCT":
        return None
    named = named_tokens(sentence, document)
    for start, end in _parts(sentence, named):
        skipped = frozenset(needless(sentence, start, end))
        found = Alone(sentence, start, end, skipped)
        if _stands(found, document, named):
            return found
    return None


def _parts(sentence: Sentence, named: set[int]) -> Iterator[tuple[int, int]]:
    """Yield what may stand alone: the whole, what is quoted or follows *bahwa*, each cut too."""
    tokens = sentence.tokens
    whole = [(_start(sentence), len(tokens) - 1)] if tokens[-1].text == "." else []
    marks = [i for i, token in enumerate(tokens) if token.text in _QUOTES]
    quoted = [] if harmful(sentence) else _quoted(tokens, marks)
    bases = quoted if marks else whole
    bases += [(after, end) for start, end in bases for after in _after_front(tokens, start, named)]
    for start, end in bases:
        yield start, end
        cuts = [i for i in range(start + _SHORTEST_CUT, end - 1) if i not in named]
        yield from ((start, i) for i in reversed(cuts) if _cuts(tokens, i))
        if not marks and not harmful(sentence):
            # Without *X mengatakan bahwa* an accusation would be printed as a fact.
            yield from ((i + 1, end) for i in cuts if tokens[i].text == "bahwa")


def _after_front(tokens: Sequence[Token], start: int, named: set[int]) -> list[int]:
    """Return where the clause begins after a fronted phrase: *Dalam rapat itu, bupati …*."""
    first = tokens[start]
    if first.upos not in {"ADP", "SCONJ"} or first.text.lower() in words("frames", "limiting"):
        return []
    stop = min(start + _LONGEST_FRONT, len(tokens) - 1)
    comma = next((i for i in range(start, stop) if tokens[i].text == ","), None)
    if comma is None or comma in named or tokens[comma + 1].upos not in {"NOUN", "PROPN", "DET"}:
        return []
    verb = next((i for i in range(comma, len(tokens)) if tokens[i].upos == "VERB"), len(tokens))
    return [] if any(token.text == "," for token in tokens[comma + 1 : verb]) else [comma + 1]


def _cuts(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a comma here ends a main clause: before *sehingga*, before *kata Ridwan*."""
    following = tokens[index + 1]
    low = following.text.lower()
    return tokens[index].text == "," and (
        low in words("frames", "subordinate") or low in verbs("bare")
    )


def _quoted(tokens: Sequence[Token], marks: Sequence[int]) -> list[tuple[int, int]]:
    """Return the words of a quotation that begins or ends in the sentence."""
    if not marks:
        return []
    start = 1 if marks[0] == 0 else 0
    closing = marks[start:]
    if len(closing) > 1 or len(marks) > 2:
        return []
    end = closing[0] - 1 if closing else len(tokens) - 1
    stopped = 0 < end < len(tokens) and tokens[end].text in {",", "."}
    return [(start, end)] if stopped else []


def _start(sentence: Sentence) -> int:
    """Return the first token after a dateline and after a linking word with its comma."""
    tokens, cut = sentence.tokens, dateline_end(sentence.text) + sentence.start
    start = next((i for i, token in enumerate(tokens) if token.start >= cut), 0)
    first = [token.text.lower() for token in tokens[start : start + 4]]
    if first[0] == "adapun":
        return start + 1
    linked = first[0] in word_class("droppable") or "_".join(first[:2]) in word_class("openers")
    if linked and "," in first:
        return start + first.index(",") + 1
    return start


def _stands(found: Alone, document: Document, named: set[int]) -> bool:
    sentence, kept = found.sentence, found.kept
    if not _SHORTEST <= len(kept) <= _LONGEST or _UNFIT.search(found.evidence().quote):
        return False
    first = sentence.tokens[found.start]
    if sentence.tokens[found.end - 1].text.lower() in words("frames", "unfinished"):
        return False
    opens = first.upos in _OPENING or first.text.lower() in _SPEAKING
    if not opens or first.text.lower() in words("pointing", "continuing"):
        return False
    inside = {kept.index(i) for i in named if i in kept}
    return (
        has_subject(sentence, found.start, found.end)
        and explained(sentence, kept, document)
        and tidy(found.tokens, found.text())
        and rightly_built(found.tokens, inside)
        and not open_apposition(sentence, found.start, found.end, document)
    )


def has_subject(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a verb of tokens ``start`` to ``end`` has its subject before it among them."""
    tokens, inside = sentence.tokens, range(start, end)
    for index in inside:
        head, relation = tokens[index].head, tokens[index].deprel or ""
        subject = relation.startswith(("nsubj", "csubj")) and tokens[index].text.lower() != "yang"
        if subject and head is not None and head in inside and index < head:
            return True
    return False
