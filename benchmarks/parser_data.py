"""Sentences to train the parser on: treebanks tagged as at run time, and unlabelled news."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from parser_labels import harmonised
from train_models import TAGGER_NORM, TAGGER_OTHERS, fit_tagger
from treebanks import Word, trees

from quizgen.language.crf import Model
from quizgen.language.morphology import analyse
from quizgen.language.parser_features import feature_row
from quizgen.language.tagger import Tagger, tagger
from quizgen.language.tokens import tokenize
from quizgen.model import Token

GOLD = (TAGGER_NORM, *TAGGER_OTHERS)
SILVER = "id_gsd-ud-train-r2.1"
STYLES = (*GOLD, SILVER)
"""Treebanks in the order of their style vectors."""
LONGEST = 60
Tagged = tuple[list[Word], list[str]]
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence: feature rows, style, probabilities of heads (0 the root) and of labels."""

    rows: np.ndarray[Any, Any]
    style: int
    arcs: np.ndarray[Any, Any]
    labels: np.ndarray[Any, Any]
    weight: float = 1.0


def rows_of(words: Sequence[str], tags: Sequence[str]) -> np.ndarray[Any, Any]:
    """Return the feature rows of a tagged sentence."""
    return np.array([feature_row(_token(*pair)) for pair in zip(words, tags, strict=True)])


def _token(word: str, tag: str) -> Token:
    analysis = analyse(word if tag == "PROPN" else word.lower())
    return Token(
        text=word,
        start=0,
        end=len(word),
        upos=tag,
        lemma=analysis.root,
        headword=analysis.headword,
        segments=analysis.segments,
    )


def gold(data: Path) -> dict[str, list[Tagged]]:
    """Return the hand-made sentences of each treebank with tags as good as at run time.

    Each fifth of the sentences is tagged by a model trained on the other four.
    """
    found = {
        name: [harmonised(words, name) for words in trees(data / "ud" / f"{name}.conllu")]
        for name in GOLD
    }
    raw = {name: list(trees(data / "ud" / f"{name}.conllu")) for name in GOLD}
    pairs = [(name, i) for name in GOLD for i in range(len(raw[name]))]
    tags: dict[tuple[str, int], list[str]] = {}
    for fold in range(_FOLDS):
        rest = [(name, raw[name][i]) for at, (name, i) in enumerate(pairs) if at % _FOLDS != fold]
        mine = pairs[fold::_FOLDS]
        tags |= zip(mine, _tagged(rest, [raw[name][i] for name, i in mine]), strict=True)
    return {name: [(words, tags[name, i]) for i, words in enumerate(found[name])] for name in GOLD}


def _tagged(
    train: Sequence[tuple[str, list[Word]]], other: Sequence[list[Word]]
) -> list[list[str]]:
    """Return the tags of ``other`` after a model of ``train``, made as the shipped one is."""
    rows = [(name, ([w.form for w in s], [w.upos for w in s])) for name, s in train]
    norm = [pair for name, pair in rows if name == TAGGER_NORM]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "upos"
        fit_tagger(path, norm, [pair for name, pair in rows if name != TAGGER_NORM])
        model = Tagger(Model(path.read_bytes()))
    return [model.tag([word.form for word in words]) for words in other]


def silver(data: Path) -> list[Tagged]:
    """Return the sentences of the old GSD, which the shipped tagger was not trained on.

    Left out: long ones, and words that it splits and we do not (*orang - orang*).
    """
    found = []
    for words in trees(data / "ud" / f"{SILVER}.conllu"):
        forms = [word.form for word in words]
        text = " ".join(forms)
        same = [text[start:end] for start, end in tokenize(text)] == forms
        doubled = any(word.relation == "compound:plur" for word in words)
        if same and not doubled and len(words) <= LONGEST and _whole(words):
            found.append((harmonised(words, SILVER), tagger().tag(forms)))
    return found


def _whole(words: Sequence[Word]) -> bool:
    return sum(word.head < 0 for word in words) == 1


def news(path: Path, most: int) -> Iterator[tuple[list[str], list[str]]]:
    """Yield up to ``most`` words of a word-per-line file as tagged sentences, clitics joined."""
    total = 0
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        pieces = [line.split("\t") for line in block.splitlines() if "\t" in line]
        text = ""
        for piece in pieces:
            joined = piece[0] == "nya" and piece[1] in ("DT", "PR", "PRP")
            text += piece[0] if joined or not text else " " + piece[0]
        words = [text[start:end] for start, end in tokenize(text)]
        if 4 <= len(words) <= LONGEST and total < most:
            total += len(words)
            yield words, tagger().tag(words)
