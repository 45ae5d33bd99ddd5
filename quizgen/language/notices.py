"""Remarks for the teacher: sensitive topics and non-standard words of a text."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from quizgen.language.listed import Listed
from quizgen.language.morphology import analyse

_DATA = "quizgen.language"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s|\n")
_MINOR_AGE = re.compile(
    r"\b(?:berusia|berumur|usia|umur)\s(?:\d|1[0-7])\stahun\b|\((?:\d|1[0-7])\)"
)


@cache
def standard_words() -> dict[str, str]:
    """Return the standard spelling of common non-standard words, lower case.

    Words of English are left out: they may stand in a name. Source: own lists after KBBI VI and
    EYD V, ``data/standard.tsv`` and ``data/standard_words.tsv``.
    """
    listed = {row[0]: row[1] for row in _rows("standard")}
    found = {wrong: right for right, forms, _ in standard_table() for wrong in forms}
    single = {wrong: right for wrong, right in found.items() if wrong not in _english()}
    return {wrong: right for wrong, right in single.items() if " " not in wrong} | listed


@cache
def standard_table() -> tuple[tuple[str, list[str], str], ...]:
    """Return (standard word, its non-standard spellings, code of the rule), in order."""
    rows = _rows("standard_words")
    return tuple((right, wrong.split(";"), rule) for right, wrong, rule in rows)


def _rows(name: str) -> Iterator[list[str]]:
    text = resources.files(_DATA).joinpath(f"data/{name}.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and line[0] != "#")


@cache
def _english() -> frozenset[str]:
    text = resources.files(_DATA).joinpath("data/english.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if line[:1] != "#" for word in line.split())


@dataclass(frozen=True, slots=True)
class _Pair:
    """Words that are sensitive only beside others in one sentence."""

    people: frozenset[str]
    minors: bool
    words: frozenset[str]
    roots: frozenset[str]

    def is_in(self, sentence: str, there: Sequence[str]) -> bool:
        """Return whether a sentence, its words ``there``, names one of the people and the deeds."""
        named = not self.people.isdisjoint(there)
        if not named and not (self.minors and _MINOR_AGE.search(sentence)):
            return False
        return not self.words.isdisjoint(there) or _is_derived(there, self.roots)


@dataclass(frozen=True, slots=True)
class _Topic:
    label: str
    phrases: Listed
    roots: frozenset[str]
    pairs: tuple[_Pair, ...]

    def is_in(
        self, text: str, sentences: Mapping[str, Sequence[str]], built: Mapping[str, Iterable[str]]
    ) -> bool:
        """Return whether a text, lower case and without harmless phrases, touches the topic.

        Args:
            text: the text.
            sentences: those of the text, each with its words.
            built: the words of the text by their root.
        """
        if self.phrases.is_in(text):
            return True
        if any(
            word not in self.roots for root in self.roots & built.keys() for word in built[root]
        ):
            return True
        return any(pair.is_in(*sentence) for pair in self.pairs for sentence in sentences.items())


def _is_derived(words: Iterable[str], roots: frozenset[str]) -> bool:
    """Return whether one of the words is a root with an affix."""
    return any(word not in roots and analyse(word).root in roots for word in words)


def _by_root(words: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        found.setdefault(analyse(word).root, []).append(word)
    return found


@cache
def _table() -> dict[str, Any]:
    text = resources.files(_DATA).joinpath("data/sensitive.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _topics() -> tuple[_Topic, ...]:
    topics = (topic for topic in _table().values() if isinstance(topic, dict))
    return tuple(
        _Topic(
            label=topic["label"],
            phrases=Listed([*topic["words"].split(), *topic["phrases"]]),
            roots=frozenset(topic.get("roots", "").split()),
            pairs=tuple(_pair(pair) for pair in topic.get("together", ())),
        )
        for topic in topics
    )


def _pair(pair: dict[str, Any]) -> _Pair:
    people, words, roots = (frozenset(pair[key].split()) for key in ("people", "words", "roots"))
    return _Pair(people, pair.get("minors", False), words, roots)


@cache
def _harmless() -> Listed:
    return Listed(_table()["harmless"])


@cache
def _nonstandard() -> Listed:
    return Listed(standard_words())


def notices(text: str) -> tuple[str, ...]:
    """Return the remarks on ``text``, in Indonesian."""
    low = text.lower()
    peaceful = _harmless().cut_from(low)
    sentences = {each: _WORD.findall(each) for each in _SENTENCE_END.split(peaceful)}
    built = _by_root(word for words in sentences.values() for word in words)
    topics = [topic.label for topic in _topics() if topic.is_in(peaceful, sentences, built)]
    found = dict.fromkeys(match[0] for match in _nonstandard().found_in(low))
    remarks = []
    if topics:
        remarks.append(f"Teks ini menyinggung topik peka: {', '.join(topics)}.")
    if found:
        pairs = ", ".join(f"{word} (baku: {standard_words()[word]})" for word in found)
        remarks.append(f"Kata tidak baku dalam teks: {pairs}.")
    return tuple(remarks)
