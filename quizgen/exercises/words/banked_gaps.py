"""Gaps of a passage that each ask for another class of word, so that grammar rules out a swap."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.language.clauses import named_tokens
from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.language.notices import standard_words
from quizgen.language.voice import active_of, passive_of
from quizgen.model import Document, Sentence, Token

_MARKS = frozenset("\"“”'")
_AUXILIARIES = frozenset({"akan", "telah", "sedang", "belum"})
_PREPOSITIONS = frozenset({"oleh", "kepada", "terhadap", "antara", "melalui", "bagi", "tentang"})
CONTENT = frozenset({"active", "passive", "noun", "unit", "degree"})
"""Kinds of gap that ask for a content word."""
_CONJUNCTIONS = ("karena", "setelah", "sebelum", "meskipun", "agar", "ketika", "sehingga")
_DITRANSITIVE = frozenset({"beri", "tawar", "bekal", "pinjam", "janji", "hadiah", "anugerah"})
"""Roots whose passive keeps an object (*diberi bantuan*), so that voice decides nothing."""
_DEGREE = frozenset({"lebih", "sangat", "paling", "semakin", "cukup"})
_UNITS = frozenset({"tahun", "bulan", "minggu", "hari", "jam", "menit", "meter", "persen", "orang"})
_APART = 3
MOST = 6
_COMMON = 3.3
"""Zipf frequency below which a word is too rare to be supplied from context."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankedGap:
    """A word of a sentence to be left out, and what kind of word it is."""

    sentence: Sentence
    index: int
    kind: str

    @property
    def token(self) -> Token:
        """The word."""
        return self.sentence.tokens[self.index]


def banked_gaps(run: Sequence[Sentence], document: Document) -> list[BankedGap]:
    """Return the gaps in order: one of each kind, apart, each word once in the run."""
    words = [token.text.lower() for sentence in run for token in sentence.tokens]
    lemmas = [token.lemma for sentence in run for token in sentence.tokens]
    found: dict[str, BankedGap] = {}
    for sentence in run:
        named = named_tokens(sentence, document)
        quoted = _inside_quotes(sentence)
        last = -_APART
        for index, token in enumerate(sentence.tokens):
            kind = _kind(sentence, index, document)
            clear = words.count(token.text.lower()) == lemmas.count(token.lemma) == 1
            plain = (index not in named or kind == "unit") and index not in quoted
            if kind in found or kind is None or not clear or not plain or index - last < _APART:
                continue
            if zipf(token.text.lower()) < _COMMON or token.text.lower() in standard_words():
                continue
            found[kind] = BankedGap(sentence=sentence, index=index, kind=kind)
            last = index
    return sorted(found.values(), key=lambda gap: gap.token.start)[:MOST]


def _inside_quotes(sentence: Sentence) -> set[int]:
    """Return the indexes of quoted tokens: what somebody said is not gapped."""
    found: set[int] = set()
    opened = False
    for index, token in enumerate(sentence.tokens):
        if token.text in _MARKS:
            opened = not opened
        elif opened:
            found.add(index)
    return found


def _kind(sentence: Sentence, index: int, document: Document) -> str | None:
    tokens = sentence.tokens
    if not 0 < index < len(tokens) - 1 or tokens[index].clitics:
        return None
    token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    word = token.text
    if not word.islower() or "-" in word:
        return None
    if token.upos == "VERB":
        return _verb_kind(word, before, after)
    if word in _AUXILIARIES:
        return "auxiliary" if after.text.startswith(("me", "ber")) else None
    if word in _PREPOSITIONS:
        return "preposition" if after.upos in {"NOUN", "PROPN"} else None
    if word in _CONJUNCTIONS:
        return "conjunction"
    if token.upos == "ADJ" and before.text.lower() in _DEGREE:
        return "degree"
    if token.upos != "NOUN":
        return None
    if before.upos == "NUM":
        return "unit" if word in _UNITS else None
    return _noun_kind(before, after)


def _verb_kind(word: str, before: Token, after: Token) -> str | None:
    if analyse(word).root in _DITRANSITIVE:
        return None
    if word.startswith("me") and after.upos in {"NOUN", "PROPN"} and passive_of(word):
        return "active"
    if word.startswith("di") and after.upos in {"ADP", "PUNCT"} and active_of(word):
        return "passive"
    return None


def _noun_kind(before: Token, after: Token) -> str | None:
    if after.upos == "PROPN" or before.upos in {"PROPN", "NUM", "DET"}:
        return None
    governed = before.upos == "ADP" or (before.upos == "VERB" and before.text.startswith("me"))
    return "noun" if governed and after.upos in {"ADP", "PUNCT"} else None
