"""Write the sentences that ``train_teachers.py`` and ``train_student.py`` learn from.

    python benchmarks/teacher_data.py DATA_DIR NEWS_FILE examples.npz

DATA_DIR and NEWS_FILE as for ``train_parser.py``. Besides its sentences, the named-entity texts of
DATA_DIR are read as text, and the tags of NEWS_FILE as a task for the teachers. The two scripts
that train need PyTorch and numpy alone, and no part of quizgen but its feature table.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from parser_data import GOLD, LONGEST, SILVER, STYLES, gold, rows_of, silver
from parser_labels import plain
from train_models import NAMES_OTHERS, NAMES_TRAIN, TAGGER_DEV, ner
from train_parser import HELD_OUT, vectors
from treebanks import Word, trees

from quizgen.language.levels import zipf
from quizgen.language.parser_features import FEATURES
from quizgen.language.tagger import tagger
from quizgen.language.tokens import tokenize
from quizgen.language.word_classes import classes

EXTRA = 8192
"""Rows of the teachers' table beyond the parser's."""
KINDS = ("gold", "silver", "text", "held", "dev")
_NORM = GOLD[0]


@dataclass(frozen=True, slots=True)
class Known:
    """A sentence and what is known of each word; unknown is -1, the root's head 0."""

    kind: str
    style: int
    words: Sequence[str]
    tags: Sequence[str]
    heads: Sequence[int]
    labels: Sequence[str]
    upos: Sequence[str]
    news_tags: Sequence[str]


def from_tree(kind: str, style: str, words: Sequence[Word], tags: Sequence[str]) -> Known:
    """Return a sentence of a treebank."""
    forms, upos = [word.form for word in words], [word.upos for word in words]
    heads, labels = [word.head + 1 for word in words], [word.relation for word in words]
    unknown = [""] * len(words)
    return Known(kind, STYLES.index(style), forms, tags, heads, labels, upos, unknown)


def from_text(words: Sequence[str], news_tags: Sequence[str]) -> Known:
    """Return a sentence that nobody has parsed."""
    none, empty = [-1] * len(words), [""] * len(words)
    tags = tagger().tag(words)
    return Known("text", STYLES.index(SILVER), words, tags, none, empty, empty, news_tags)


def treebanks(data: Path) -> Iterator[Known]:
    """Yield what is trained on, what is held out, and the news that only measures."""
    for style, rows in gold(data).items():
        short = [(at, *row) for at, row in enumerate(rows) if len(row[0]) <= 2 * LONGEST]
        for at, words, tags in short:
            held = style == _NORM and at % HELD_OUT == 0
            yield from_tree("held" if held else "gold", style, words, tags)
    for words, tags in silver(data):
        yield from_tree("silver", SILVER, words, tags)
    for words in trees(data / "ud" / f"{TAGGER_DEV}.conllu"):
        tags = tagger().tag([word.form for word in words])
        yield from_tree("dev", SILVER, [_plain(word) for word in words], tags)


def _plain(word: Word) -> Word:
    return Word(word.form, word.upos, word.head, plain(word.relation))


def texts(data: Path, news: Path) -> Iterator[Known]:
    """Yield the sentences without trees: tagged news, and the texts of the name finder."""
    for words, tags in tagged_news(news):
        if 4 <= len(words) <= LONGEST:
            yield from_text(words, tags)
    for name in (NAMES_TRAIN, *NAMES_OTHERS):
        for words, _ in ner(data / name):
            if 4 <= len(words) <= LONGEST:
                yield from_text(words, [""] * len(words))


def tagged_news(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Yield words as our tokenizer splits them, each with the tag of the piece it starts in."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        pieces = [line.split("\t") for line in block.splitlines() if "\t" in line]
        text, owners = "", []
        for piece, tag, *_ in pieces:
            joined = piece == "nya" and tag in ("DT", "PR", "PRP")
            gap = "" if joined or not text else " "
            owners += [tag] * len(gap + piece)
            text += gap + piece
        spans = tokenize(text)
        yield [text[start:end] for start, end in spans], [owners[start] for start, _ in spans]


def teacher_row(word: str) -> list[int]:
    """Return the rows that only teachers read: longer affixes and what running text tells."""
    low = word.lower()
    tags, *clusters = classes(word)
    named = {
        "d": tags, **{f"c{at}": cluster for at, cluster in enumerate(clusters)},
        "z": f"{int(zipf(word) * 1.5)}{word[0].isupper()}", "p4": low[:4], "p5": low[:5],
        "s4": low[-4:], "s5": low[-5:],
    }  # fmt: skip
    return [FEATURES + crc32(f"{name}={value}".encode()) % EXTRA for name, value in named.items()]


def stored(sentences: Sequence[Known]) -> dict[str, Any]:
    """Return the sentences as flat arrays; equal words share one row of features."""
    labels = sorted({label for s in sentences if s.kind != "dev" for label in s.labels} - {""})
    upos = sorted({tag for s in sentences for tag in s.upos} - {""})
    news_tags = sorted({tag for s in sentences for tag in s.news_tags} - {""})
    types: dict[tuple[str, str], int] = {}
    pairs = [pair for s in sentences for pair in zip(s.words, s.tags, strict=True)]
    tokens = [types.setdefault(pair, len(types)) for pair in pairs]
    words, tags = zip(*types, strict=True)
    own = np.array([teacher_row(word) for word in words])
    return {
        "types": np.concatenate([rows_of(words, tags), own], 1).astype(np.int32),
        "tokens": np.array(tokens, np.int32),
        "size": np.array([len(s.words) for s in sentences], np.int32),
        "kind": np.array([KINDS.index(s.kind) for s in sentences], np.int8),
        "style": np.array([s.style for s in sentences], np.int8),
        "heads": np.array([head for s in sentences for head in s.heads], np.int16),
        "labels": _indexes([x for s in sentences for x in s.labels], labels),
        "upos": _indexes([x for s in sentences for x in s.upos], upos),
        "news_tags": _indexes([x for s in sentences for x in s.news_tags], news_tags),
        "label_names": np.array(labels),
        "upos_names": np.array(upos),
        "news_tag_names": np.array(news_tags),
    }


def _indexes(values: Sequence[str], names: Sequence[str]) -> Any:
    place = {name: at for at, name in enumerate(names)}
    return np.array([place.get(value, -1) for value in values], np.int16)


def main(arguments: list[str]) -> None:
    """Write the examples from the data named in ``arguments``."""
    if len(arguments) != 3:
        raise SystemExit("usage: python benchmarks/teacher_data.py DATA_DIR NEWS_FILE OUT_FILE")
    data, news, out = map(Path, arguments)
    sentences = [*treebanks(data), *texts(data, news)]
    arrays = stored(sentences)
    used = [s for s in sentences if s.kind not in ("held", "dev")]
    start = vectors([rows_of(s.words, s.tags) for s in used])
    np.savez_compressed(out, vectors=start.numpy().astype(np.float16), **arrays)
    print({kind: sum(s.kind == kind for s in sentences) for kind in KINDS})


if __name__ == "__main__":
    main(sys.argv[1:])
