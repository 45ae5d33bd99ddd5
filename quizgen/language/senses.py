"""Which sense a word has where it stands, with a confidence; below ``SURE`` none is claimed.

Every sense has clues written by hand: what stands near it, right before and right after it. They
are counted, with the collocations and the part of speech. Source: one sense per collocation
(Yarowsky 1993); simplified Lesk (Kilgarriff & Rosenzweig 2000).
"""

import operator
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quizgen.language.lookup import Found
from quizgen.language.morphology import analyse
from quizgen.lexicon import Entry, Sense, clues, idioms
from quizgen.model import Token

SURE = 0.9
"""Senses below this confidence are not built on."""

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM"})
_NEAR, _AROUND = 2, 6
_WEIGHTS = {"beside": 3.0, "kind": 1.5, "anywhere": 3.0, "near": 2.5, "around": 1.5}
_COLLOCATION, _TEXT, _DEFAULT, _FIRST = 2.5, 0.4, 2.0, 0.3
_OTHER_CLASS = -3.0
_ALONE, _ALONE_OTHER_CLASS = 0.97, 0.5
_MARGINS = ((4.0, 0.97), (2.6, 0.93), (1.4, 0.8), (0.0, 0.6))
"""Lead over the next best sense, and the confidence it gives: measured, see benchmarks."""
_SAME_CLASS = (
    {"VERB", "ADJ"}, {"ADJ", "ADV"}, {"ADP", "SCONJ", "ADV", "CCONJ"}, {"NOUN", "NUM"},
    {"DET", "NUM", "PRON", "ADJ"}, {"AUX", "VERB", "ADV"}, {"PART", "ADV"},
)  # fmt: skip
_STOP = frozenset(
    ("yang", "dan", "di", "ke", "dari", "untuk", "pada", "dengan", "dalam", "ini", "itu", "oleh")
)


@dataclass(frozen=True, slots=True)
class ChosenSense:
    """The likeliest sense and the estimated share of right ones among such choices (0 to 1)."""

    sense: Sense
    confidence: float


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands around a word: forms and roots, lower case."""

    before: frozenset[str]
    after: frozenset[str]
    near: frozenset[str]
    around: frozenset[str]
    sentence: frozenset[str]


def choose_sense(found: Found, tokens: Sequence[Token]) -> ChosenSense:
    """Return the sense of an entry found in a sentence.

    Args:
        found: the entry and where it stands.
        tokens: all tokens of the sentence.
    """
    senses = found.entry.senses
    if _in_idiom(found, tokens):
        return ChosenSense(senses[0], _ALONE_OTHER_CLASS)
    place = _place(found, tokens)
    if len(senses) == 1:
        fit = _same_class(senses[0], found, tokens)
        return ChosenSense(senses[0], _ALONE if fit else _ALONE_OTHER_CLASS)
    ranked = sorted(
        (
            (_score(number, found, tokens, place), -number, sense)
            for number, sense in enumerate(senses, start=1)
        ),
        key=lambda row: row[:2],
        reverse=True,
    )
    lead = ranked[0][0] - ranked[1][0]
    sure = next(value for least, value in _MARGINS if lead >= least)
    if not _same_class(ranked[0][2], found, tokens):
        sure = min(sure, _ALONE_OTHER_CLASS)
    return ChosenSense(ranked[0][2], sure)


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for idiom in sorted(idioms()):
        table.setdefault(idiom[0], []).append(idiom)
    return {first: tuple(found) for first, found in table.items()}


def _in_idiom(found: Found, tokens: Sequence[Token]) -> bool:
    """Tell whether the word is a part of a longer fixed expression that is no entry itself."""
    forms = [_forms(token) for token in tokens[max(0, found.start - 3) : found.end + 3]]
    near = {form for pair in forms for form in pair} & _by_first_word().keys()
    for words in {idiom for form in near for idiom in _by_first_word()[form]}:
        for start in range(max(0, found.end - len(words)), found.start + 1):
            run = [_forms(token) for token in tokens[start : start + len(words)]]
            longer = len(words) > found.end - found.start
            if longer and len(run) == len(words) and all(map(operator.contains, run, words)):
                return True
    return False


def _forms(token: Token) -> tuple[str, str]:
    return token.text.lower(), token.headword.lower()


def _same_class(sense: Sense, found: Found, tokens: Sequence[Token]) -> bool:
    """Tell whether the word stands as the part of speech that the sense has."""
    if found.end - found.start > 1:
        return True
    tags = {tokens[found.start].upos, sense.upos}
    return len(tags) == 1 or any(tags <= group for group in _SAME_CLASS)


def _place(found: Found, tokens: Sequence[Token]) -> _Place:
    before = tokens[found.start - 1] if found.start else None
    after = tokens[found.end] if found.end < len(tokens) else None
    return _Place(
        before=_marks(before),
        after=_marks(after),
        near=_roots(tokens, found, _NEAR),
        around=_roots(tokens, found, _AROUND),
        sentence=frozenset(token.text.lower() for token in tokens),
    )


def _marks(token: Token | None) -> frozenset[str]:
    """Return a neighbour's form, root and part of speech."""
    if token is None:
        return frozenset({"^"})
    named = {"GPE", "PER", "ORG"} if token.upos == "PROPN" else set()
    return frozenset({token.text.lower(), token.lemma.lower(), token.upos, *named})


def _roots(tokens: Sequence[Token], found: Found, reach: int) -> frozenset[str]:
    around = [
        *tokens[max(0, found.start - reach) : found.start],
        *tokens[found.end : found.end + reach],
    ]
    kept = [token for token in around if token.upos in _CONTENT]
    return frozenset(
        form for token in kept for form in (token.lemma.lower(), token.text.lower())
    ) - _STOP  # fmt: skip


def _score(number: int, found: Found, tokens: Sequence[Token], place: _Place) -> float:
    sense = found.entry.senses[number - 1]
    told = sum(_told(found.entry.headword, number, place))
    known = partners(found.entry, sense)
    told += _COLLOCATION * len(known.close & place.near)
    told += _TEXT * len((known.close | known.loose) & place.around)
    told += _FIRST * (number == 1)
    return told if _same_class(sense, found, tokens) else told + _OTHER_CLASS


def _told(headword: str, number: int, place: _Place) -> Iterator[float]:
    """Yield what each clue of a sense says: above 0 for it, below 0 against it."""
    for clue in clues().get((headword, number), ()):
        if clue == "@default":
            yield _DEFAULT
            continue
        sign = -1.0 if clue.startswith("!") else 1.0
        yield sign * _weight(clue.removeprefix("!"), place)


def _weight(clue: str, place: _Place) -> float:
    kind, rest = clue[:1], clue[1:]
    if kind in "<>" and rest:
        there = rest in (place.before if kind == "<" else place.after)
        return _WEIGHTS["kind" if rest.isupper() else "beside"] * there
    if kind == "~":
        return _WEIGHTS["anywhere"] * (rest in place.sentence)
    if clue in place.near:
        return _WEIGHTS["near"]
    return _WEIGHTS["around"] * (clue in place.around)


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
