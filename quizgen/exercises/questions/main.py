"""A main clause that can be said outside its text: its parts, and how each is written."""

from dataclasses import dataclass

from quizgen.exercises.common.needless import needless
from quizgen.exercises.common.standard_language import tidy
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import (
    computed,
    fixed_date,
    lower_first,
    render,
    resolves,
    upper_first,
)
from quizgen.exercises.questions.endings import Ending
from quizgen.exercises.questions.subjects import clear
from quizgen.language.trees import Phrase
from quizgen.model import Document, Entity, Sentence, Token

MARKS = frozenset("\"“”‘’'?!;:/*–—[]") | {"…", "...", "--"}
"""Marks that a clause in plain prose does not have."""
DENIALS = frozenset({"tidak", "belum", "tak"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Main:
    """Tokens ``start`` to ``end`` of a sentence: subject, then predicate from ``predicate`` on.

    ``verb`` is the last verb of the first run of verbs; ``lead`` keeps the source; ``front`` is
    what stands before the subject and its comma; ``day`` is a date that followed without a
    preposition; ``reason`` is where a comma and *karena* follow.
    """

    sentence: Sentence
    document: Document
    start: int
    predicate: int
    verb: int
    ending: Ending
    subject: Entity | None = None
    lead: str = ""
    front: Phrase | None = None
    skipped: frozenset[int] = frozenset()
    """Tokens inside the clause that are left unsaid."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    @property
    def end(self) -> int:
        """Token index where the clause ends, exclusive."""
        return self.ending.end

    @property
    def negated(self) -> bool:
        """Tell whether the predicate is denied."""
        return any(t.text.lower() in DENIALS for t in self.tokens[self.predicate : self.verb])

    def verb_form(self) -> str:
        """Return the verb as written, lower case."""
        return self.tokens[self.verb].text.lower()

    def loose(self, start: int, end: int) -> set[int]:
        """Return the tokens that only tie the clause to the text: *juga, akhirnya, (29)*."""
        linking = {i for i in range(start, end) if self.tokens[i].text in words("mains", "linking")}
        return linking | set(needless(self.sentence, start, end)) | self.skipped

    def text(self, start: int, end: int) -> str:
        """Return tokens in mid-sentence, names written out, without what only ties them."""
        skip = [Phrase(i, i + 1, i) for i in self.loose(start, end)]
        text = render(self.sentence, self.document, start, end, skip=skip)
        if end <= start or resolves(self.sentence, self.document, start):
            return text
        return lower_first(text, self.sentence, self.document, start)

    def who(self) -> str:
        """Return the subject as it stands in mid-sentence, with the comma that closes it."""
        text = self.text(self.start, self.predicate).rstrip(" ,")
        return f"{text}," if "," in text else text

    def says(self, end: int | None = None) -> str:
        """Return the predicate and what follows, up to ``end``."""
        return self.text(self.predicate, self.end if end is None else end).rstrip(" ,")

    def dated(self) -> str:
        """Return *pada 5 Mei 2025* where the clause had its day after a comma, else nothing."""
        day = self.ending.day
        return f" pada {day.canonical}" if day and tellable(day) else ""

    def opening(self) -> str:
        """Return *Menurut X, pada 2006, * with a capital, or nothing."""
        front = f"{self.text(self.front.start, self.front.end)}, " if self.front else ""
        return upper_first(self.lead + front)

    def holds(self, start: int, end: int) -> bool:
        """Tell whether tokens after the clause point to nothing outside the sentence."""
        first = self.front.start if self.front else self.start
        kept = [*range(first, self.end), *range(max(start, self.end), end)]
        tokens = [self.tokens[i] for i in range(start, end)]
        plain = not any(t.text in MARKS or t.text in "()" for t in tokens)
        text = self.text(start, end)
        clean = tidy(tokens, text, money=False)
        return plain and clean and clear(self.sentence, kept, self.document)

    def verbs(self, start: int, end: int) -> list[int]:
        """Return the verbs among tokens that are none of the clause's own verb."""
        own = range(self.predicate, self.verb + 1)
        return [i for i in range(start, end) if self.tokens[i].upos == "VERB" and i not in own]


def tellable(day: Entity) -> bool:
    """Tell whether a date can be told outside the text: with its year, and not worked out."""
    named = day.value is not None and not computed(day) and day.value[:4] in day.canonical
    return fixed_date(day) or named
