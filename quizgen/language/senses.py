"""Which sense a word has where it stands, with a confidence; below ``SURE`` none is claimed.

Evidence is the part of speech, the neighbours a sense is known by (its collocations, its example)
and the words around. Source: simplified Lesk (Kilgarriff & Rosenzweig 2000) over collocations, in
the spirit of one sense per collocation (Yarowsky 1993).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from quizgen.language.lookup import Found
from quizgen.language.morphology import analyse
from quizgen.lexicon import Entry, Sense
from quizgen.model import Token

SURE = 0.9
"""Senses below this confidence are not built on."""

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM"})
_NEAR, _WIDE = 3, 9
_NEXT_TO, _AROUND, _FIRST = 3.0, 1.0, 0.5
_ALONE, _ONLY_CLASS, _OTHER_CLASS = 0.97, 0.94, 0.5
_MARGINS = ((3.0, 0.96), (2.0, 0.92), (1.0, 0.8))
"""Lead over the next best sense, and the confidence it gives."""
_SAME_CLASS = ({"VERB", "ADJ"}, {"ADJ", "ADV"}, {"ADP", "SCONJ", "ADV", "CCONJ"}, {"NOUN", "NUM"})
_STOP = frozenset(
    ("yang", "dan", "di", "ke", "dari", "untuk", "pada", "dengan", "dalam", "ini", "itu", "oleh")
)


@dataclass(frozen=True, slots=True)
class ChosenSense:
    """The likeliest sense and the estimated share of right ones among such choices (0 to 1)."""

    sense: Sense
    confidence: float


def choose_sense(found: Found, tokens: Sequence[Token]) -> ChosenSense:
    """Return the sense of an entry found in a sentence.

    Args:
        found: the entry and where it stands.
        tokens: all tokens of the sentence.
    """
    every = found.entry.senses
    senses = [sense for sense in every if _same_class(sense, found, tokens)]
    if not senses:
        return ChosenSense(every[0], _OTHER_CLASS)
    if len(senses) == 1:
        return ChosenSense(senses[0], _ALONE if len(every) == 1 else _ONLY_CLASS)
    ranked = sorted(
        ((_score(sense, found, tokens), -every.index(sense), sense) for sense in senses),
        key=lambda row: row[:2],
        reverse=True,
    )
    lead = ranked[0][0] - ranked[1][0]
    sure = next((value for least, value in _MARGINS if lead >= least), 0.6)
    return ChosenSense(ranked[0][2], sure)


def _same_class(sense: Sense, found: Found, tokens: Sequence[Token]) -> bool:
    """Tell whether the word stands as the part of speech that the sense has."""
    if found.end - found.start > 1:
        return True
    tags = {tokens[found.start].upos, sense.upos}
    return len(tags) == 1 or any(tags <= group for group in _SAME_CLASS)


def _score(sense: Sense, found: Found, tokens: Sequence[Token]) -> float:
    known = partners(found.entry, sense)
    near = _roots(tokens, found, _NEAR)
    wide = _roots(tokens, found, _WIDE) - near
    hits = _NEXT_TO * len(known.close & near) + _AROUND * len(known.close & wide)
    return (
        hits
        + _AROUND * len(known.loose & (near | wide))
        + _FIRST * (sense is found.entry.senses[0])
    )


def _roots(tokens: Sequence[Token], found: Found, reach: int) -> set[str]:
    around = [
        token
        for token in (*tokens[max(0, found.start - reach) : found.start],
                      *tokens[found.end : found.end + reach])
        if token.upos in _CONTENT
    ]  # fmt: skip
    return {token.lemma.lower() for token in around} - _STOP


@dataclass(frozen=True, slots=True)
class Partners:
    """Roots that speak for a sense: of its collocations, and of its example and definition."""

    close: frozenset[str]
    loose: frozenset[str]


@cache
def partners(entry: Entry, sense: Sense) -> Partners:
    """Return the roots of the words that a sense is known by, those of the headword left out."""
    own = {analyse(word).root for word in entry.headword.split()} | _STOP
    close = frozenset(_words(sense.collocations)) - own
    loose = frozenset(_words((sense.example, sense.definition))) - own - close
    return Partners(close, loose)


def _words(texts: Iterable[str]) -> set[str]:
    return {analyse(word).root for text in texts for word in re.findall(r"[a-z-]+", text.lower())}
