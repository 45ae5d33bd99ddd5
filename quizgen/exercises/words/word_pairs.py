"""Words of a text with another word of the same or the opposite meaning, from a table by hand.

A row of ``data/synonyms.tsv`` or ``data/antonyms.tsv`` holds a headword, the number of its sense
in the dictionary (``-``: any), the key, three wrong words (``=`` before one that means the same
as the headword of an antonym) and where the row holds. A row is used
only where that sense is sure and the key can stand in the very place of the word. Conditions,
parted by blanks: ``>a|b`` the next word is one of these, ``<a`` the word before is, ``~a`` the
sentence has it, ``aktif`` not in the *di-* form; ``!`` before the first three denies. A condition
in capitals names a part of speech.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quizgen.exercises.common.tables import rows
from quizgen.exercises.words.words import is_single, part_of_more
from quizgen.language.clauses import named_tokens
from quizgen.language.lookup import Found, entries_of, look_up
from quizgen.language.morphology import analyse
from quizgen.language.senses import choose_sense
from quizgen.language.voice import passive_of
from quizgen.model import Document, Sentence, Token

_CERTAIN = 0.93
"""Confidence that the sense of a word with several senses must have."""
_EXCLUDED = 0.5
"""Confidence of a word in an idiom, or used as another part of speech than it has."""
_ONE_WORD = frozenset({"compound", "flat", "fixed", "goeswith"})
"""Relations between parts of one expression."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A word, the key and the wrong words, in the dictionary form."""

    headword: str
    sense: int | None
    key: str
    wrong: tuple[str, ...]
    same: frozenset[int] = frozenset()
    """Which of the wrong words mean the same as the headword of an antonym."""
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A word of a sentence that a row holds for; the words are in its voice."""

    row: Row
    index: int
    sentence: Sentence
    word: str
    key: str
    wrong: tuple[str, ...]

    @property
    def level(self) -> int:
        """The level of the word, 3 if the dictionary does not have it."""
        entry = look_up(self.row.headword)
        return entry.level if entry else 3

    @property
    def root(self) -> str:
        """The root of the word."""
        return analyse(self.row.headword).root


@cache
def by_headword(table: str) -> dict[str, tuple[Row, ...]]:
    """Return the rows of a table by headword."""
    read: dict[str, tuple[Row, ...]] = {}
    for cells in rows(table):
        row = _row(*cells)
        read[row.headword] = (*read.get(row.headword, ()), row)
    return read


def _row(headword: str, sense: str, key: str, wrong: str, where: str = "") -> Row:
    words = wrong.split(", ")
    return Row(
        headword=headword,
        sense=None if sense == "-" else int(sense),
        key=key,
        wrong=tuple(word.removeprefix("=") for word in words),
        same=frozenset(place for place, word in enumerate(words) if word.startswith("=")),
        conditions=tuple(where.split()),
    )


def matches(document: Document, table: str) -> Iterator[Match]:
    """Yield the words of a text that a row of the table surely holds for, in order."""
    known = by_headword(table)
    for sentence in document.sentences:
        listed = {i: _rows_for(token, known) for i, token in enumerate(sentence.tokens)}
        if not any(listed.values()):
            continue
        named = named_tokens(sentence, document)
        found = {each.start: each for each in entries_of(sentence)}
        terms = {i for e in found.values() if e.end - e.start > 1 for i in range(e.start, e.end)}
        for index, held in listed.items():
            if not held or index in named or index in terms or not _alone(index, sentence):
                continue
            fits = (_match(row, index, sentence, found.get(index)) for row in held)
            match = next(filter(None, fits), None)
            if match:
                yield match


def _rows_for(token: Token, table: dict[str, tuple[Row, ...]]) -> tuple[Row, ...]:
    """Return the rows of a word in its own form, or of the active verb of a *di-* passive."""
    form = token.text.lower()
    if form in table:
        return table[form]
    passive = token.segments[:1] == ("di-",) and passive_of(token.headword) == form
    return table.get(token.headword, ()) if passive else ()


def _alone(index: int, sentence: Sentence) -> bool:
    """Tell whether a word is no name, no part of a longer expression, and there only once."""
    tokens = sentence.tokens
    token = tokens[index]
    return (
        (token.text.islower() or index == 0)
        and not token.clitics
        and token.upos != "PROPN"
        and not part_of_more(index, tokens)
        and not _tied(index, tokens)
        and is_single(analyse(token.text.lower()).root, sentence)
    )


def _tied(index: int, tokens: tuple[Token, ...]) -> bool:
    """Tell whether the parser sees the word as one expression with a word beside it."""
    if tokens[index].deprel in _ONE_WORD:
        return True
    beside = (i for i in (index - 1, index + 1) if 0 <= i < len(tokens))
    return any(tokens[i].head == index and tokens[i].deprel in _ONE_WORD for i in beside)


def _match(row: Row, index: int, sentence: Sentence, found: Found | None) -> Match | None:
    tokens = sentence.tokens
    form = tokens[index].text.lower()
    voiced = form != row.headword
    if not all(_holds(each, index, tokens, voiced) for each in row.conditions):
        return None
    if not _meant(row, tokens, found):
        return None
    words = [_voiced(word, voiced) for word in (row.key, *row.wrong)]
    key, *wrong = [word for word in words if word]
    if len(wrong) < len(row.wrong) or not _new((key, *wrong), sentence):
        return None
    return Match(row, index, sentence, form, key, tuple(wrong))


def _voiced(word: str, passive: bool) -> str | None:
    return passive_of(word) if passive else word


def _meant(row: Row, tokens: tuple[Token, ...], found: Found | None) -> bool:
    """Tell whether the word surely has the sense of the row."""
    if found is None:
        return row.sense is None
    chosen = choose_sense(found, tokens)
    if row.sense is None:
        return chosen.confidence > _EXCLUDED
    meant = found.entry.senses[row.sense - 1]
    return chosen.sense is meant and chosen.confidence >= _CERTAIN


def _new(words: tuple[str, ...], sentence: Sentence) -> bool:
    """Tell whether the sentence has no word with the root of an option."""
    there = {analyse(token.text.lower()).root for token in sentence.tokens}
    return there.isdisjoint(analyse(word).root for word in words)


def _holds(condition: str, index: int, tokens: tuple[Token, ...], passive: bool) -> bool:
    if condition == "aktif":
        return not passive
    if condition.startswith("!"):
        return not _holds(condition[1:], index, tokens, passive)
    wanted = set(condition[1:].split("|"))
    if condition[0] == "~":
        return any(_marks(tokens, i) & wanted for i in range(len(tokens)))
    return bool(_marks(tokens, index + (1 if condition[0] == ">" else -1)) & wanted)


def _marks(tokens: tuple[Token, ...], index: int) -> set[str]:
    """Return a word's form and part of speech; ``^`` stands for the edge of the sentence."""
    if not 0 <= index < len(tokens):
        return {"^"}
    return {tokens[index].text.lower(), tokens[index].upos}
