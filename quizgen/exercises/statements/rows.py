"""One row of a table of statements: what the text says, and a version that it denies."""

from dataclasses import dataclass

from quizgen.exercises.statements.alterations import Altered
from quizgen.model import Evidence, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A statement that needs no other beside it.

    ``kind`` tells what it is about: sentence, office, descent, age, occasion, speaker or acronym.
    ``facts`` are what it asks, ``homes`` the sentences that prove it, the first of them its own,
    ``proof`` the words there. ``false`` is the whole statement with one thing otherwise, None if
    there is none that is surely false. ``hides`` are words that no other row may have.
    """

    kind: str
    text: str
    homes: tuple[Sentence, ...]
    facts: tuple[str, ...]
    proof: Evidence
    hides: str = ""
    false: Altered | None = None

    @property
    def said(self) -> tuple[str, ...]:
        """Both versions, the true one first."""
        return (self.text, self.false.text) if self.false else (self.text,)

    @property
    def names(self) -> frozenset[str]:
        """The words of the names that *X adalah Y* is told of, in either version."""
        return frozenset(
            word for text in self.said for word in text.partition(" adalah ")[0].split()
        )

    @property
    def dull(self) -> bool:
        """Whether it has no false version, or only a denial, which is told from its form."""
        return self.false is None or self.false.kind == "polarity"
