"""Which preposition a verb, adjective or noun takes, from ``data/prepositions.tsv``.

The table lists, for a word and what follows the preposition, every standard preposition that fits
there, three that learners use wrongly, and whether the list is complete enough for an open gap.

Source: own table after KBBI VI and TBBBI IV, ch. 8.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quizgen.exercises.common.tables import rows, words
from quizgen.language.clauses import named_tokens
from quizgen.language.wordlists import place_kind
from quizgen.model import Document, Sentence

_LONGEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table: what the word takes and what it does not."""

    after: str
    accepted: tuple[str, ...]
    wrong: tuple[str, ...]
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Governed:
    """A word of a sentence and its preposition, by token index."""

    word: str
    start: int
    gap: int
    accepted: tuple[str, ...]
    wrong: tuple[str, ...]
    complete: bool


@cache
def table() -> Mapping[str, Row]:
    """Return the table by word."""
    return {
        word: Row(
            after=after,
            accepted=tuple(accepted.split()),
            wrong=tuple(wrong.split()),
            complete=complete == "ya",
        )
        for word, after, accepted, wrong, complete in rows("prepositions")
    }


def governed_at(sentence: Sentence, index: int, document: Document) -> Governed | None:
    """Return the word that starts at a token and its preposition, None if there is none."""
    tokens = sentence.tokens
    for size in range(_LONGEST, 0, -1):
        gap = index + size
        word = " ".join(token.text.lower() for token in tokens[index:gap])
        row = table().get(word)
        if row is None or gap + 1 >= len(tokens):
            continue
        if tokens[gap].text not in row.accepted or not _follows(row, sentence, gap + 1, document):
            return None
        return Governed(
            word=word, start=index, gap=gap, accepted=row.accepted, wrong=row.wrong,
            complete=row.complete,
        )  # fmt: skip
    return None


def _follows(row: Row, sentence: Sentence, index: int, document: Document) -> bool:
    token = sentence.tokens[index]
    word = token.text.lower()
    if row.after == "verb":
        return token.upos == "VERB" and word.startswith(("me", "ber"))
    if row.after == "num":
        return token.upos == "NUM"
    counted = row.after == "noun" and token.upos in {"NUM", "DET"}
    if counted and sentence.tokens[index - 1].text not in {"pada", "di", "dalam"}:
        return True
    if word in words("cloze", "times") or token.upos not in {"NOUN", "PROPN"}:
        return False
    if row.after == "place":
        return word in words("cloze", "places") or _is_place(sentence, index, document)
    return row.after == "noun" or index in named_tokens(sentence, document) or word == "pemerintah"


def _is_place(sentence: Sentence, index: int, document: Document) -> bool:
    start = sentence.tokens[index].start
    entity = next((e for e in document.entities_in(sentence) if e.start == start), None)
    return entity is not None and entity.type in {"GPE", "LOC"} and bool(place_kind(entity.quote))
