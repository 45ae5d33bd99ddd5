"""How hard a text is to read: an estimated BIPA level, its features, and what makes it hard.

Source: sentence length and word frequency as the two pillars of readability (Chall & Dale 1995);
subordination and affixed nouns as marks of written Indonesian (Sneddon et al. 2010, 1.190-1.220).
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

from quizgen.model import Document, Sentence, Token

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_LINKS = frozenset(
    (
        *("yang", "bahwa", "karena", "sehingga", "ketika", "setelah", "sebelum", "jika", "agar"),
        *("meskipun", "meski", "sementara", "sedangkan", "apabila", "saat", "untuk", "supaya"),
        *("walaupun", "lantaran", "sejak", "hingga", "kendati", "seraya", "sambil", "bila"),
    )
)
_COMMON = 4.7
"""Zipf frequency below which a word counts as uncommon."""
_RARE = 3.6
_LONG = 25
_NESTED = 3
_MOST = 10


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of a text: its value, and the BIPA level that this value alone suggests."""

    name: str
    label: str
    value: float
    level: float


@dataclass(frozen=True, slots=True)
class Readability:
    """An estimate: ``level`` is a BIPA level 1-7, ``score`` the same before rounding.

    ``long`` and ``nested`` are the ids of hard sentences, ``rare`` hard words as headwords.
    """

    level: int
    score: float
    features: tuple[Feature, ...]
    long: tuple[str, ...]
    nested: tuple[str, ...]
    rare: tuple[str, ...]

    def remarks(self) -> tuple[str, ...]:
        """Return what makes the text hard, in Indonesian; empty if nothing does."""
        return tuple(self._remarks())

    def _remarks(self) -> Iterator[str]:
        if self.long:
            yield f"Kalimat panjang (lebih dari {_LONG} kata): {_numbers(self.long)}."
        if self.nested:
            yield f"Kalimat bertingkat: {_numbers(self.nested)}."
        if self.rare:
            yield f"Kata yang jarang dipakai: {', '.join(self.rare)}."


def _numbers(ids: Sequence[str]) -> str:
    shown = ", ".join(id.removeprefix("s") for id in ids[:_MOST])
    return f"kalimat {shown}" + (" …" if len(ids) > _MOST else "")


def readability(document: Document) -> Readability | None:
    """Return the estimate for a text, None if it has no sentence with words."""
    sentences = [each for each in document.sentences if _words(each)]
    if not sentences:
        return None
    values = _values(document, sentences)
    features = tuple(_feature(name, values[name]) for name in _table())
    weights = [float(_table()[feature.name]["weight"]) for feature in features]
    total = sum(w * f.level for w, f in zip(weights, features, strict=True))
    score = total / sum(weights)
    return Readability(
        level=min(7, max(1, round(score))),
        score=round(score, 2),
        features=features,
        long=tuple(each.id for each in sentences if len(_words(each)) > _LONG),
        nested=tuple(each.id for each in sentences if _links(each) >= _NESTED),
        rare=_rare(document),
    )


@cache
def _table() -> dict[str, dict[str, Any]]:
    file = resources.files("quizgen.language").joinpath("data/readability.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _words(sentence: Sentence) -> list[Token]:
    return [token for token in sentence.tokens if token.text[0].isalpha()]


def _links(sentence: Sentence) -> int:
    return sum(token.text.lower() in _LINKS for token in sentence.tokens)


def _content(document: Document) -> list[Token]:
    named = {at for entity in document.entities for at in range(entity.start, entity.end)}
    return [
        token
        for sentence in document.sentences
        for token in _words(sentence)
        if token.upos in _CONTENT and token.start not in named
    ]


def _values(document: Document, sentences: Sequence[Sentence]) -> dict[str, float]:
    content = _content(document)
    share = 1 / max(1, len(content))
    return {
        "words_per_sentence": sum(len(_words(each)) for each in sentences) / len(sentences),
        "clauses_per_sentence": sum(map(_links, sentences)) / len(sentences),
        "uncommon_words": sum(token.zipf < _COMMON for token in content) * share,
        "abstract_nouns": sum(map(_is_abstract, content)) * share,
    }


def _is_abstract(token: Token) -> bool:
    circumfix = any(part in {"ke-", "peN-", "per-"} for part in token.segments)
    return token.upos == "NOUN" and circumfix and "-an" in token.segments


def _feature(name: str, value: float) -> Feature:
    row = _table()[name]
    return Feature(name, row["label"], round(value, 2), round(_level(value, row["anchors"]), 2))


def _level(value: float, anchors: Sequence[Sequence[float]]) -> float:
    """Return the level between the two anchors that the value lies between."""
    if value <= anchors[0][0]:
        return anchors[0][1]
    for (low, first), (high, last) in pairwise(anchors):
        if value <= high:
            return first + (last - first) * (value - low) / (high - low)
    return anchors[-1][1]


def _rare(document: Document) -> tuple[str, ...]:
    """Return the rarest headwords, the rarest first, each once."""
    rare = sorted(
        {(token.zipf, token.headword) for token in _content(document) if token.zipf < _RARE}
    )
    return tuple(dict.fromkeys(headword for _, headword in rare))[:_MOST]
