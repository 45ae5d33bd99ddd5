"""The query language: what a teacher types, read into terms.

Words stand for themselves, and a query of several terms finds them one after the other::

    besar                 the word form, in capitals or not; ber* with anything after it
    kata: entri: lema: akar:   word form, dictionary headword, UD lemma, root
    meN-…-kan  ke-…-an  R words with just these affixes (pola:); imbuhan:-kan has it among others
    pos:VERB  pos:ADJ|ADV part of speech; | stands between alternatives
    entitas:ORG  entitas:"Korea Utara"   a type of name or figure, or words of a name
    akar:ajar&pos:NOUN    both at once
    *                     any one word
    antara [1-4] dan      with one to four words between; a punctuation mark counts as a word
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quizgen.corpus_annotations import ENTITY_TYPES
from quizgen.errors import InputError, UnknownNameError
from quizgen.search.names import names
from quizgen.search.pattern import is_affix, is_pattern, read_affix, read_pattern

_PART = re.compile(r'(?:[^\s"]|"[^"]*")+')
_GAP = re.compile(r"\[(\d{1,2})(?:-(\d{1,2}))?\]")
_NAMED = re.compile(r"([A-Za-z]+):(.*)", re.DOTALL)
_WIDEST = 20


@dataclass(frozen=True)
class Condition:
    """What one word must have: an attribute with one of the values; ``*`` stands for anything."""

    attribute: str
    values: tuple[str, ...]

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.values)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        globs = (value for value in self.values if "*" in value)
        return tuple(re.compile(".*".join(map(re.escape, one.split("*")))) for one in globs)

    def accepts(self, value: str) -> bool:
        """Tell whether a word's value is one of those asked for."""
        return value in self._known or any(one.fullmatch(value) for one in self._patterns)


@dataclass(frozen=True, slots=True)
class Step:
    """One term: a word that meets all conditions, none meaning any word.

    ``gap`` is how many words at least and at most stand between the term before and this one.
    """

    conditions: tuple[Condition, ...]
    gap: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Query:
    """Terms in order; ``source`` is what was typed."""

    source: str
    steps: tuple[Step, ...]


def read_query(source: str) -> Query:
    """Return the query that was typed.

    Raises:
        InputError: saying what cannot be read, and how to write it.
        UnknownNameError: listing the attributes or parts of speech that there are.

    >>> [step.conditions[0].values for step in read_query("meN-...-kan pos:verba").steps]
    [('meN-…-kan',), ('VERB',)]
    """
    if source.count('"') % 2:
        raise InputError(f"query '{source}': a quotation mark has no partner")
    steps = tuple(_steps(_PART.findall(source), source))
    if not any(step.conditions for step in steps):
        raise InputError(
            f"query '{source}': names no word; write one as besar, pos:VERB or ke-…-an"
        )
    return Query(source, steps)


def _steps(parts: list[str], source: str) -> Iterator[Step]:
    gap: tuple[int, int] | None = None
    for number, part in enumerate(parts):
        found = _GAP.fullmatch(part)
        if not found:
            yield Step(_conditions(part), gap or (0, 0))
            gap = None
        elif number == 0 or gap:
            raise InputError(f"query '{source}': a gap like {part} stands between two terms")
        else:
            gap = _gap(found, source)
    if gap:
        raise InputError(f"query '{source}': a gap like {parts[-1]} stands between two terms")


def _gap(found: re.Match[str], source: str) -> tuple[int, int]:
    least, most = int(found[1]), int(found[2] or found[1])
    if not least <= most <= _WIDEST:
        raise InputError(
            f"query '{source}': {found[0]} is no gap; write [2] or [0-3], at most {_WIDEST}"
        )
    return least, most


def _conditions(part: str) -> tuple[Condition, ...]:
    if part == "*":
        return ()
    # A mark inside quotation marks belongs to a name.
    pieces = re.findall(r'(?:[^&"]|"[^"]*")+', part) if len(part) > 1 else [part]
    return tuple(condition for piece in pieces for condition in _condition(piece))


def _condition(piece: str) -> Iterator[Condition]:
    named = _NAMED.fullmatch(piece)
    attribute, typed = (_attribute(named[1]), named[2]) if named else (_bare(piece), piece)
    values = [value.strip('"') for value in typed.split("|")] if len(typed) > 1 else [typed]
    if not all(values):
        raise InputError(f"'{piece}': a value is missing after '{'|' if '|' in typed else ':'}'")
    if attribute == "pattern":
        yield from _pattern(values)
    else:
        yield Condition(attribute, tuple(_value(attribute, value) for value in values))


def _bare(piece: str) -> str:
    first = piece.split("|")[0]
    if is_pattern(first):
        return "pattern"
    return "affix" if is_affix(first) else "word"


def _attribute(name: str) -> str:
    known = names("attributes")
    if name.lower() not in known:
        raise UnknownNameError("attribute", name, list(known))
    return known[name.lower()]


def _pattern(values: list[str]) -> Iterator[Condition]:
    read = [read_pattern(value) for value in values]
    yield Condition("pattern", tuple(one for one, _ in read))
    for clitic in {clitic for _, clitics in read for clitic in clitics}:
        yield Condition("affix", (clitic,))


def _value(attribute: str, typed: str) -> str:
    if attribute == "pos":
        known = names("pos")
        if typed.upper() not in known:
            raise UnknownNameError("part of speech", typed, list(known))
        return known[typed.upper()]
    if attribute == "affix":
        return read_affix(typed)
    if attribute == "entity" and typed.upper() in ENTITY_TYPES:
        return typed.upper()
    return typed.casefold()
