"""How far two meanings of the dictionary lie apart: what may stand beside what as a wrong answer.

Two meanings are near if one is named in the other, if they have a synonym, a root or a word of
the English gloss in common, a word of their definitions other than the one they both begin with,
or a line of ``data/near_meanings.txt``. A wrong answer is of the same semantic class, and not near.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from quizgen.exercises.common.tables import groups, listed
from quizgen.exercises.words.words import definable, roots
from quizgen.language.lookup import look_up
from quizgen.language.morphology import analyse
from quizgen.lexicon import Entry, Sense

_EMPTY = listed("empty_words")
"""Words of definitions that say nothing of how near two meanings are, genus words among them."""
_EMPTY_ENGLISH = frozenset(
    ("to", "be", "an", "the", "of", "in", "on", "for", "with", "or", "and", "by", "at", "as")
)
_GENERAL = listed("general_meanings")
"""Headwords whose meaning holds that of others, or is alone of its kind: never a wrong answer."""

Meaning = tuple[Entry, Sense]


@dataclass(frozen=True, slots=True)
class _Profile:
    """What is compared of a meaning, worked out once."""

    marks: frozenset[tuple[str, str | int]]
    """Its kin, groups, and what its definition and gloss turn on; near if any is shared."""
    defining: frozenset[str]
    own: frozenset[str]


def near(one: Meaning, other: Meaning) -> bool:
    """Tell whether a learner or a teacher could take one meaning for the other."""
    return _are_near(_profile(*one), _profile(*other))


def _are_near(first: _Profile, second: _Profile) -> bool:
    return not (
        first.marks.isdisjoint(second.marks)
        and first.defining.isdisjoint(second.own)
        and second.defining.isdisjoint(first.own)
    )


def differ(meanings: Sequence[Meaning], other: Meaning) -> bool:
    """Tell whether ``other`` is near none of the meanings, in whichever sense of their words."""
    return all(_lie_apart(each, other) for each in meanings)


@lru_cache(maxsize=100_000)
def _lie_apart(one: Meaning, other: Meaning) -> bool:
    """Tell whether neither meaning is near any sense of the other's word."""
    this, that = _profile(*one), _profile(*other)
    return not any(_are_near(each, that) for each in _profiles(one[0])) and not any(
        _are_near(this, each) for each in _profiles(other[0])
    )


def alike(asked: Meaning, fits: Callable[[Sense], bool]) -> Iterator[Meaning]:
    """Yield fitting meanings of other words of its part of speech and class, none near to it."""
    for meaning in _by_kind().get((asked[1].upos, asked[1].semantic_class), ()):
        if fits(meaning[1]) and differ([asked], meaning):
            yield meaning


def senses_apart(one: Sense, other: Sense) -> bool:
    """Tell whether two senses of one word share no word of their definitions or glosses."""
    shared = _differentia(one.definition) & _differentia(other.definition)
    return not shared and not _english(one.gloss) & _english(other.gloss)


@cache
def wrong_answers() -> tuple[Meaning, ...]:
    """Return the meanings that may stand as wrong answers."""
    return tuple(meaning for meaning in definable() if meaning[0].headword not in _GENERAL)


@lru_cache(maxsize=1_000)
def wrong_answers_of(kinds: frozenset[tuple[str, str]]) -> tuple[Meaning, ...]:
    """Return the wrong answers of some parts of speech with their classes, in their order."""
    found = (meaning for kind in kinds for meaning in _by_kind().get(kind, ()))
    return tuple(sorted(found, key=_places().__getitem__))


@cache
def _places() -> dict[Meaning, int]:
    return {meaning: place for place, meaning in enumerate(wrong_answers())}


@cache
def _by_kind() -> dict[tuple[str, str], tuple[Meaning, ...]]:
    table: dict[tuple[str, str], list[Meaning]] = {}
    for entry, sense in wrong_answers():
        table.setdefault((sense.upos, sense.semantic_class), []).append((entry, sense))
    return {kind: tuple(found) for kind, found in table.items()}


@cache
def _profile(entry: Entry, sense: Sense) -> _Profile:
    marks: set[tuple[str, str | int]] = {("root", entry.root)}
    marks |= {("kin", word) for word in _kin(entry, sense)}
    marks |= {("group", number) for number in _groups(entry.headword)}
    marks |= {("says", root) for root in _differentia(sense.definition)}
    marks |= {("gloss", word) for word in _english(sense.gloss)}
    return _Profile(frozenset(marks), frozenset(roots(sense.definition)), _own(entry))


@cache
def _profiles(entry: Entry) -> tuple[_Profile, ...]:
    return tuple(_profile(entry, sense) for sense in entry.senses)


def _own(entry: Entry) -> frozenset[str]:
    return frozenset({entry.root, *(analyse(word).root for word in entry.headword.split())})


@cache
def _group_table() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, group in enumerate(groups("near_meanings")):
        for word in group:
            table.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in table.items()}


def _groups(headword: str) -> frozenset[int]:
    """Return the groups of words with near meanings that a headword is in."""
    return _group_table().get(headword, frozenset())


@cache
def _kin(entry: Entry, sense: Sense) -> frozenset[str]:
    """Return the headword with synonyms and opposites, and those of the synonyms."""
    named = {entry.headword, *sense.synonyms, *sense.antonyms}
    for word in sense.synonyms:
        found = look_up(word)
        named |= {each for s in found.senses for each in s.synonyms} if found else set()
    return frozenset(named)


@cache
def _differentia(definition: str) -> frozenset[str]:
    """Return the roots of the words that tell a definition from others."""
    words = re.findall(r"[a-z-]+", definition.lower())
    return frozenset(analyse(word).root for word in words if word not in _EMPTY)


@cache
def _english(gloss: str) -> frozenset[str]:
    """Return the beginnings of the words of an English gloss."""
    words = re.findall(r"[a-z]+", re.sub(r"\(.*?\)", "", gloss.lower()))
    return frozenset(word[:5] for word in words if word not in _EMPTY_ENGLISH)
