"""Make the table of word classes again that the tagger and the name finder read.

    python benchmarks/train_words.py DATA_DIR POSTAG_FILE

DATA_DIR as for ``train_models.py``; POSTAG_FILE is ``nlp_id/data/dataset_postag.txt`` of the
PyPI package nlp-id (MIT licence), 560,000 tokens of Kumparan news with 16 tags. A word's class is
what tags it has there, and its clusters by the words around it, there and in the training texts.
Run ``train_models.py`` afterwards: the classes are features of both models.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import gzip
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from train_models import MODELS, NAMES_OTHERS, NAMES_TRAIN, Labels, Words, conllu, ner, surface

from quizgen.language.word_classes import NUMBER, entry

SILVER = "id_gsd-ud-train-r2.1"
CLITICS = {"nya", "lah", "kah", "ku", "mu"}
OFFSETS = (-2, -1, 1, 2)
CONTEXTS = 3000
DIMENSIONS = 100
SIZES = (64, 256, 1024)
LEAST_SHARE = 0.1
ROUNDS = 25

Matrix = NDArray[np.float32]


def tagged(path: Path) -> Iterator[tuple[Words, Labels]]:
    """Yield the sentences of the tagged text, clitics joined to their hosts again."""
    for block in path.read_text(encoding="utf-8").replace("\r", "").split("\n\n"):
        words: Words = []
        tags: Labels = []
        for line in block.split("\n"):
            word, _, tag = (part.strip() for part in line.partition("\t"))
            if word in CLITICS and words and words[-1][-1].isalpha():
                words[-1] += word
            elif word and tag:
                words.append(word)
                tags.append(tag.upper())
        if words:
            yield words, tags


def tag_classes(sentences: Sequence[tuple[Words, Labels]]) -> dict[str, str]:
    """Return the tags of each word, commonest first; a word seen once is marked."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words, tags in sentences:
        for word, tag in zip(words, tags, strict=True):
            counts[entry(word)][tag] += 1
    classes = {}
    for word, found in counts.items():
        common = [tag for tag, n in found.most_common(3) if n >= LEAST_SHARE * found.total()]
        classes[word] = "1" + common[0] if found.total() == 1 else "|".join(common)
    return classes


def contexts(texts: Sequence[Words], vocabulary: dict[str, int]) -> Matrix:
    """Return how often each word stands near each frequent word, by distance."""
    width = CONTEXTS + 1
    counts = np.zeros((len(vocabulary), len(OFFSETS) * width), dtype=np.float32)
    for words in texts:
        ids = [vocabulary.get(word, -1) for word in words]
        for index, word in enumerate(ids):
            for block, offset in enumerate(OFFSETS):
                other = index + offset
                near = ids[other] if 0 <= other < len(ids) else CONTEXTS
                if word >= 0 and 0 <= near <= CONTEXTS:
                    counts[word, block * width + near] += 1
    return counts


def weighted(counts: Matrix) -> Matrix:
    """Return positive pointwise mutual information, distance by distance.

    Source: Levy, Goldberg & Dagan 2015, Improving Distributional Similarity, with 0.75 smoothing.
    """
    blocks = []
    for block in np.split(counts, len(OFFSETS), axis=1):
        near = block.sum(axis=0, keepdims=True) ** 0.75
        expected = block.sum(axis=1, keepdims=True) * near / max(float(near.sum()), 1e-9)
        with np.errstate(divide="ignore", invalid="ignore"):
            information = np.log(block / expected)
        information[~np.isfinite(information)] = 0
        blocks.append(np.maximum(information, 0))
    return np.concatenate(blocks, axis=1)


def vectors(matrix: Matrix) -> Matrix:
    """Return unit word vectors by a randomised singular value decomposition, seed 0."""
    random = np.random.default_rng(0)
    sample = matrix @ random.standard_normal((matrix.shape[1], DIMENSIONS + 20)).astype(np.float32)
    for _ in range(3):
        basis, _ = np.linalg.qr(sample)
        sample = matrix @ (matrix.T @ basis)
    basis, _ = np.linalg.qr(sample)
    left, values, _ = np.linalg.svd(basis.T @ matrix, full_matrices=False)
    found = (basis @ left)[:, :DIMENSIONS] * np.sqrt(values[:DIMENSIONS])
    return unit(found)


def unit(matrix: Matrix) -> Matrix:
    """Return the rows at length 1."""
    length: Matrix = np.linalg.norm(matrix, axis=1, keepdims=True)
    return matrix / np.maximum(length, 1e-9)


def clusters(points: Matrix, size: int) -> NDArray[np.intp]:
    """Return the cluster of each row by spherical k-means from the most frequent words."""
    centres = points[:size].copy()
    for _ in range(ROUNDS):
        sums = np.zeros_like(centres)
        np.add.at(sums, np.argmax(points @ centres.T, axis=1), points)
        empty = np.linalg.norm(sums, axis=1, keepdims=True) == 0
        centres = np.where(empty, centres, unit(sums))
    return np.argmax(points @ centres.T, axis=1)


def texts(data: Path, sentences: Sequence[tuple[Words, Labels]]) -> list[Words]:
    """Return the texts to cluster words by: no text that a model is measured on."""
    found = [words for words, _ in sentences]
    found += [words for words, _ in map(surface, conllu(data / "ud" / f"{SILVER}.conllu"))]
    for name in (NAMES_TRAIN, NAMES_OTHERS[0]):
        found += [words for words, _ in ner(data / name)]
    return [[entry(word) for word in words] for words in found]


def main(arguments: list[str]) -> None:
    """Write the table of word classes from the files named in ``arguments``."""
    if len(arguments) != 2:
        raise SystemExit("usage: python benchmarks/train_words.py DATA_DIR POSTAG_FILE")
    sentences = list(tagged(Path(arguments[1])))
    classes = tag_classes(sentences)
    running = texts(Path(arguments[0]), sentences)
    counts = Counter(word for words in running for word in words)
    frequent = sorted((w for w, n in counts.items() if n > 1), key=lambda w: (-counts[w], w))
    points = vectors(weighted(contexts(running, {word: i for i, word in enumerate(frequent)})))
    columns = [clusters(points, size) for size in SIZES]
    found = {word: [str(column[i]) for column in columns] for i, word in enumerate(frequent)}
    none = [""] * len(SIZES)
    rows = [
        "\t".join([word, classes.get(word, ""), *found.get(word, none)])
        for word in sorted({*classes, *found} - {""})
    ]
    content = "".join(f"{row}\n" for row in rows).encode()
    path = MODELS / "words.tsv.gz"
    path.write_bytes(gzip.compress(content, mtime=0))
    print(f"{len(rows)} words, numbers as {NUMBER}; {path.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
