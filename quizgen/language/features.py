"""What the sequence models see of a word: its form, affixes, shape and neighbours.

Features are bytes, as the models store them: text would be encoded at every word of a text.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from quizgen.language.levels import english_zipf, zipf
from quizgen.language.morphology import analyse
from quizgen.language.word_classes import classes
from quizgen.language.wordlists import lists, place_kind

_PREFIX = re.compile(
    r"(memper|diper|keber|pember|menge|penge|meny|peny|meng|peng|mem|pem|men|pen|ber|bel|per|ter"
    r"|me|pe|di|ke|se|be)(?=\w{3})"
)
_SUFFIX = re.compile(r"(?<=\w{3})(kannya|annya|inya|kan|an|i|isasi|isme|wan|wati|si|tas|is|if|al)$")
_CLITIC = re.compile(r"(?<=\w{3})(nya|ku|mu|lah|kah|pun)$")


_LONGEST_PLACE = 4
_ZIPF_STEPS = 1.5
_HEADLINE = 0.6
_STEPS = ((-2, "-2"), (-1, "-1"), (1, "+1"), (2, "+2"))
_EDGES = {place: f"{place}edge".encode() for _, place in _STEPS}
_WIDE = (-2, 2)


@lru_cache(maxsize=50_000)
def shape(word: str) -> str:
    """Return the shape: runs of X (upper), x (lower), d (digit) and other characters."""
    kinds = (
        "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word
    )
    return re.sub(r"(.)\1+", r"\1\1", "".join(kinds))


def _own(word: str) -> tuple[str, ...]:
    low = word.lower()
    clitic = _CLITIC.search(low)
    host = low[: clitic.start()] if clitic else low
    prefix = _PREFIX.match(host)
    suffix = _SUFFIX.search(host)
    before = prefix.group() if prefix else "-"
    after = suffix.group() if suffix else "-"
    left, hyphen, right = low.partition("-")
    double = "R" if hyphen and right.startswith(left[:3]) else hyphen
    return (
        f"w={low}",
        f"h={host}",
        f"c={clitic.group() if clitic else '-'}",
        f"a={before}+{after}",
        f"k={shape(word)}",
        f"r={double}",
        *(f"p{n}={low[:n]}" for n in range(1, 6) if len(low) > n),
        *(f"s{n}={low[-n:]}" for n in range(1, 6) if len(low) > n),
    )


def _beside(word: str, place: str) -> tuple[str, ...]:
    low = word.lower()
    near = (f"w={low}", f"k={shape(word)}", f"s={low[-3:]}", f"p={low[:3]}")
    return tuple(place + feature for feature in near)


@lru_cache(maxsize=50_000)
def _english(word: str) -> str:
    """Return how much commoner the word is in English: -3 to 3, and where it is unknown."""
    if not word.isalpha():
        return "-"
    there, here = english_zipf(word), zipf(word)
    return f"{max(-3, min(3, int(there - here)))}{'' if there else 'n'}{'' if here else 'u'}"


def _lexical(word: str) -> tuple[str, ...]:
    tags, *clusters = classes(word)
    rank = int(zipf(word) * _ZIPF_STEPS)
    features = [f"d={tags}", *(f"c{i}={cluster}" for i, cluster in enumerate(clusters))]
    features += [f"z={rank}", f"en={_english(word)}"]
    if word[0].isupper():
        features.append(f"zU={rank}")
    low = word.lower()
    if low.isalpha():
        analysis = analyse(low)
        affixes = ["*" if part == analysis.root else part for part in analysis.segments]
        features += [f"mp={'+'.join(affixes)}", f"mr={analysis.root}", f"mk={analysis.known}"]
    return tuple(features)


def _lexical_near(word: str, place: str) -> tuple[str, ...]:
    tags, coarse, middle, _ = classes(word)
    return (
        f"{place}d={tags}",
        f"{place}c0={coarse}",
        f"{place}c1={middle}",
        f"{place}en={_english(word)}",
    )


def _capitals(words: Sequence[str]) -> list[list[bytes]]:
    """Return what capitals tell of each word, in its place and its sentence."""
    first = next((index for index, word in enumerate(words) if word[0].isalpha()), 0)
    longer = [word for word in words if len(word) > 3]
    headline = sum(word[0].isupper() for word in longer) > _HEADLINE * len(longer)
    upper = [False, *(word[0].isupper() for word in words), False]
    rows = []
    for index, word in enumerate(words):
        row = [b"headline"] if headline else []
        if index == first:
            row += [b"first", f"firstk={shape(word)}".encode()]
        elif upper[index + 1]:
            row.append(b"midU")
        if upper[index + 1]:
            row.append(f"ud={upper[index]}{upper[index + 2]}{index == first}".encode())
        rows.append(row)
    return rows


def _coded(*features: str) -> tuple[bytes, ...]:
    return tuple(feature.encode() for feature in features)


@lru_cache(maxsize=50_000)
def _alone(word: str) -> tuple[bytes, ...]:
    """Return all features of a word that do not depend on its place."""
    return _coded(*_own(word), *_lexical(word))


@lru_cache(maxsize=50_000)
def _neighbour(word: str, place: str) -> tuple[bytes, ...]:
    return _coded(*_beside(word, place), *_lexical_near(word, place))


@cache
def _edge(word: str, place: str) -> tuple[bytes, ...]:
    return _coded(*_beside(word, place))


@lru_cache(maxsize=50_000)
def _far(low: str, place: str) -> bytes:
    return f"{place}w={low}".encode()


def tag_features(words: Sequence[str]) -> list[list[bytes]]:
    """Return, for each word of a sentence, the features that the part-of-speech model reads."""
    last = len(words) - 1
    low = [word.lower() for word in words]
    rows = []
    for index, (word, capitals) in enumerate(zip(words, _capitals(words), strict=True)):
        before = low[index - 1] if index else "<s>"
        after = low[index + 1] if index < last else "</s>"
        rows.append(
            [
                *_alone(word),
                *capitals,
                *(_neighbour(words[index - 1], "-1") if index else _edge("<s>", "-1")),
                *(_neighbour(words[index + 1], "+1") if index < last else _edge("</s>", "+1")),
                _far(low[index - 2], "-2") if index > 1 else b"-2<s>",
                _far(low[index + 2], "+2") if index < last - 1 else b"+2</s>",
                f"-1+1={before}|{after}".encode(),
                f"-1w0={before}|{low[index]}".encode(),
            ]
        )
    return rows


@lru_cache(maxsize=50_000)
def _kinds(word: str) -> tuple[str, ...]:
    low = word.lower()
    return tuple(f"l={key}" for key, words in lists().items() if low in words)


@lru_cache(maxsize=50_000)
def _name_near(word: str, tag: str, place: str, wide: bool = False) -> tuple[bytes, ...]:
    own = [f"w={word.lower()}", f"t={tag}"]
    if not wide:
        tags, coarse, *_ = classes(word)
        own += [f"k={shape(word)}", f"d={tags}", f"c0={coarse}", *_kinds(word)]
    return _coded(*(place + feature for feature in own))


@lru_cache(maxsize=50_000)
def _name_own(word: str, tag: str) -> tuple[bytes, ...]:
    low = word.lower()
    more = _coded(
        f"tk={tag}{shape(word)}",
        *(f"c{i}={cluster}" for i, cluster in enumerate(classes(word)[2:], 1)),
        f"z={int(zipf(word) * _ZIPF_STEPS)}{shape(word)}",
        *(f"p{n}={low[:n]}" for n in range(2, 5) if len(low) > n),
        *(f"s{n}={low[-n:]}" for n in range(2, 5) if len(low) > n),
    )
    return *_name_near(word, tag, ""), *more


@cache
def _placed(label: str, after: str) -> tuple[bytes, ...]:
    return _coded(f"g={label}", f"g={label}{after}")


@lru_cache(maxsize=50_000)
def _in_run(first: str, before: str, at: int, size: int) -> tuple[bytes, ...]:
    """Return what a run of capitalised words tells of the one ``at`` a place in it."""
    return _coded(
        f"run={min(at, 4)}/{min(size, 6)}",
        f"head={first.lower()}|{min(at, 4)}",
        f"before={before}|{min(at, 3)}",
        *(f"head{kind}|{min(at, 4)}" for kind in _kinds(first)),
    )


def _runs(words: Sequence[str]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = 0
    for index, word in enumerate(words):
        if not word[0].isupper():
            runs += [(start, index)] * (index - start)
            runs.append((index, index))
            start = index + 1
    runs += [(start, len(words))] * (len(words) - start)
    return runs


def place_labels(words: Sequence[str]) -> list[str]:
    """Return B, I or - for each word: whether it begins or continues a place of the gazetteer."""
    labels = ["-"] * len(words)
    start = 0
    while start < len(words):
        size = 0
        if words[start][0].isupper():
            sizes = range(min(_LONGEST_PLACE, len(words) - start), 0, -1)
            size = next((n for n in sizes if place_kind(" ".join(words[start : start + n]))), 0)
        labels[start : start + size] = ["B", *["I"] * (size - 1)][:size]
        start += size or 1
    return labels


def name_features(words: Sequence[str], upos: Sequence[str]) -> list[list[bytes]]:
    """Return, for each word of a sentence, the features that the name model reads."""
    runs = _runs(words)
    places = place_labels(words)
    shouting = sum(word.isupper() and len(word) > 1 for word in words) * 2 > len(words)
    rows = []
    for index, (word, tag) in enumerate(zip(words, upos, strict=True)):
        after = places[index + 1] if index + 1 < len(words) else "-"
        row = [*_name_own(word, tag), *_placed(places[index], after)]
        for step, place in _STEPS:
            other = index + step
            if 0 <= other < len(words):
                # Two words away only the word and its tag help; more of it makes names run on.
                row += _name_near(words[other], upos[other], place, step in _WIDE)
            else:
                row.append(_EDGES[place])
        start, end = runs[index]
        if end > start:
            before = words[start - 1].lower() if start else "<s>"
            row += _in_run(words[start], before, index - start, end - start)
        if shouting:
            row.append(b"shouting")
        rows.append(row)
    return rows
