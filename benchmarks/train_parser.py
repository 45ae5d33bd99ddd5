"""Train a dependency parser without a GPU: a teacher of its own size, then a parser on its news.

    python benchmarks/train_parser.py DATA_DIR NEWS_FILE

The second parser was made so; its LAS is 4.5 points below that of the one that ships, which
``train_teachers.py`` makes. DATA_DIR as for ``train_models.py``. NEWS_FILE is
``nlp_id/data/dataset_postag.txt`` of the source archive of nlp-id on PyPI (MIT licence); its tags
are not used. Needs PyTorch, which quizgen itself does not. Same data and PyTorch, same parser; one
thread, about 15 minutes on an idle core.
"""

import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from parser_data import GOLD, LONGEST, SILVER, STYLES, Example, Tagged, gold, news, rows_of, silver
from parser_model import EMBEDDED, Batch, Network, loss_of, weights_of
from parser_training import optimisation
from torch import Tensor, nn
from train_models import MODELS
from treebanks import Word

from quizgen.language.parser_features import FEATURES

NEWS_WORDS = 600_000
SHIPPED = STYLES.index(SILVER)
HELD_OUT = 8
"""Every eighth sentence of CSUI is kept for the calibration and trained on by nothing."""
_BATCH = 800
_CLIP = 5.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one network is trained."""

    epochs: int
    dropout: float
    rate: float
    seed: int


TEACHER = Recipe(epochs=10, dropout=0.33, rate=2e-3, seed=1)
STUDENT = Recipe(epochs=4, dropout=0.1, rate=1.5e-3, seed=0)
AGAIN = Recipe(epochs=3, dropout=0.1, rate=1.5e-3, seed=1)


def example(words: Sequence[Word], tags: Sequence[str], style: str, names: list[str]) -> Example:
    """Return a treebank sentence as an example: what it says is certain."""
    size = len(words)
    arcs = np.zeros((size, size + 1), np.float16)
    labels = np.zeros((size, len(names)), np.float16)
    for index, word in enumerate(words):
        arcs[index, word.head + 1] = 1
        labels[index, names.index(word.relation)] = 1
    forms = [word.form for word in words]
    return Example(rows_of(forms, tags), STYLES.index(style), arcs, labels)


def unknown(words: Sequence[str], tags: Sequence[str], labels: int) -> Example:
    """Return a sentence of news as an example of which nothing is known yet."""
    size = len(words)
    arcs, named = np.zeros((size, size + 1), np.float16), np.zeros((size, labels), np.float16)
    return Example(rows_of(words, tags), 0, arcs, named)


def batches(examples: Sequence[Example], seed: int) -> Iterator[list[Example]]:
    """Yield the examples in random batches of about equal lengths."""
    draw = random.Random(seed)
    order = sorted(examples, key=lambda one: len(one.rows) + draw.random() * 4)
    found: list[list[Example]] = [[]]
    for one in order:
        if len(one.rows) * (len(found[-1]) + 1) > _BATCH:
            found.append([])
        found[-1].append(one)
    found = [batch for batch in found if batch]
    draw.shuffle(found)
    yield from found


def padded(examples: Sequence[Example]) -> Batch:
    """Return examples as one batch."""
    longest, count = max(len(one.rows) for one in examples), len(examples)
    rows = np.zeros((longest, count, examples[0].rows.shape[1]), np.int64)
    mask = np.zeros((longest, count), bool)
    arcs = np.zeros((count, longest, longest + 1), np.float32)
    labels = np.zeros((count, longest, examples[0].labels.shape[1]), np.float32)
    for index, one in enumerate(examples):
        size = len(one.rows)
        rows[:size, index], mask[:size, index] = one.rows, True
        arcs[index, :size, : size + 1], labels[index, :size] = one.arcs, one.labels
    return Batch(
        rows=torch.from_numpy(rows),
        mask=torch.from_numpy(mask),
        treebank=torch.tensor([one.style for one in examples]),
        heads=torch.from_numpy(arcs.argmax(-1)),
        arcs=torch.from_numpy(arcs),
        labels=torch.from_numpy(labels),
        weight=torch.tensor([one.weight for one in examples]),
    )


def trained(examples: Sequence[Example], recipe: Recipe, start: dict[str, Tensor]) -> Network:
    """Return a network trained on the examples; the rate falls to nothing by a cosine.

    ``start`` holds those weights that are not drawn by chance at first.
    """
    torch.manual_seed(recipe.seed)
    network = Network(examples[0].labels.shape[1], len(STYLES), recipe.dropout)
    network.load_state_dict(start, strict=False)
    rounds = [list(batches(examples, recipe.seed * 1000 + epoch)) for epoch in range(recipe.epochs)]
    optimiser, schedule = optimisation(network, recipe.rate, sum(map(len, rounds)))
    network.train()
    for epoch in rounds:
        for batch in epoch:
            optimiser.zero_grad()
            loss_of(network, padded(batch)).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), _CLIP)
            optimiser.step()
            schedule.step()
    return network.eval()


@torch.no_grad()
def parsed(network: Network, examples: Sequence[Example]) -> list[Example]:
    """Return the examples with what the network says of them, as probabilities."""
    found: dict[int, Example] = {}
    for chunk in batches(examples, 0):
        batch = padded(chunk)
        scores, heads, dependents = network(batch)
        arcs = scores.softmax(-1)
        labels = network.label(heads, dependents, arcs.argmax(-1)).softmax(-1)
        for index, one in enumerate(chunk):
            size = len(one.rows)
            above = arcs[index, :size, : size + 1].numpy().astype(np.float16)
            named = labels[index, :size].numpy().astype(np.float16)
            found[id(one)] = replace(one, arcs=above, labels=named)
    return [found[id(one)] for one in examples]


def vectors(rows: Sequence[np.ndarray[Any, Any]], width: int = 64) -> Tensor:
    """Return start vectors of the forms and roots: what stands beside them in unlabelled text.

    Positive pointwise mutual information with the 2,000 commonest forms at each of four places,
    reduced by singular values (Levy & Goldberg 2014).
    """
    common = _commonest(rows)
    found = torch.randn(FEATURES, EMBEDDED, generator=torch.manual_seed(0)) * 0.01
    for column in (0, 1):
        counts = _beside(rows, column, common)
        joint = counts / counts.sum()
        alone = joint.sum(1, keepdims=True) @ joint.sum(0, keepdims=True)
        shared = np.log(np.maximum(joint / np.maximum(alone, 1e-12), 1))
        u, s, _ = torch.svd_lowrank(torch.from_numpy(shared), q=width, niter=4)
        part = u * s.sqrt()
        start = column * width
        found[: len(part), start : start + width] += part / part.std() * 0.1
    return found


def _commonest(rows: Sequence[np.ndarray[Any, Any]]) -> np.ndarray[Any, Any]:
    """Return the place of each form among the 2,000 commonest, -1 for the others."""
    counts = np.bincount(np.concatenate([row[:, 0] for row in rows]), minlength=FEATURES)
    places = np.full(FEATURES, -1)
    places[np.argsort(-counts, kind="stable")[:2000]] = np.arange(2000)
    return places


def _beside(
    rows: Sequence[np.ndarray[Any, Any]], column: int, common: np.ndarray[Any, Any]
) -> np.ndarray[Any, Any]:
    last = max(int(row[:, column].max()) for row in rows) + 1
    counts = np.zeros((last, 4 * 2000), np.float32)
    for row in rows:
        for place, step in enumerate((-2, -1, 1, 2)):
            here = row[max(0, -step) : len(row) - max(0, step), column]
            other = common[row[max(0, step) : len(row) + min(0, step), 0]]
            known = other >= 0
            np.add.at(counts, (here[known], place * 2000 + other[known]), 1)
    return counts


def temperatures(network: Network, held: Sequence[Example]) -> tuple[float, float]:
    """Return the temperatures of heads and of labels on the held-out sentences."""
    return temperatures_of(network, [padded(chunk) for chunk in batches(held, 0)])


def temperatures_of(network: Network, held: Iterable[Batch]) -> tuple[float, float]:
    """Return what to divide the scores of heads and of labels by, so that they mean what they say.

    Each is the one under which the held-out sentences are likeliest.
    """
    grid = np.arange(0.6, 2.51, 0.02)
    arcs, labels = np.zeros(len(grid)), np.zeros(len(grid))
    with torch.no_grad():
        for batch in held:
            scores, heads, dependents = network(batch)
            named = network.label(heads, dependents, batch.heads)
            for at, heat in enumerate(grid.tolist()):
                arcs[at] -= float((batch.arcs * (scores / heat).log_softmax(-1)).sum())
                labels[at] -= float((batch.labels * (named / heat).log_softmax(-1)).sum())
    return float(grid[arcs.argmin()]), float(grid[labels.argmin()])


def cooled(weights: dict[str, Any], arcs: float, labels: float) -> dict[str, Any]:
    """Return the weights with the scores divided by their temperatures."""
    by = {"U": arcs, "ub": arcs, "dist": arcs} | dict.fromkeys(("LU", "Lh", "Ld", "Lb"), labels)
    return {name: value / by.get(name, 1.0) for name, value in weights.items()}


@dataclass(frozen=True, slots=True)
class Data:
    """What the parser is made from: gold and silver trees, news without any, held-out gold."""

    labels: list[str]
    gold: list[Example]
    silver: list[Example]
    news: list[Example]
    held: list[Example]


def data_of(
    trees: dict[str, list[Tagged]], old: list[Tagged], unread: Sequence[tuple[list[str], list[str]]]
) -> Data:
    """Return the examples of treebanks and news."""
    names = sorted({word.relation for rows in (*trees.values(), old) for words, _ in rows
                    for word in words})  # fmt: skip
    found = {
        style: [
            example(words, tags, style, names) for words, tags in rows if len(words) <= 2 * LONGEST
        ]
        for style, rows in ({**trees, SILVER: old}).items()
    }
    first = found[GOLD[0]]
    found[GOLD[0]] = [one for at, one in enumerate(first) if at % HELD_OUT]
    return Data(
        labels=names,
        gold=[one for style in GOLD for one in found[style]],
        silver=[replace(one, weight=0.5) for one in found[SILVER]],
        news=[unknown(words, tags, len(names)) for words, tags in unread],
        held=[replace(one, style=SHIPPED) for one in first[::HELD_OUT]],
    )


def distilled(data: Data) -> Network:
    """Return one network that learnt from the treebanks, then twice from news as it parses it."""
    start = {"emb": vectors([one.rows for one in (*data.gold, *data.silver, *data.news)])}
    teacher = trained([*data.gold, *data.gold, *data.silver], TEACHER, start)
    return taught(blended(taught(teacher, data, STUDENT, 0)), data, AGAIN, SHIPPED)


def taught(teacher: Network, data: Data, recipe: Recipe, style: int) -> Network:
    """Return the teacher trained on, on gold and on news as it parses it in one style."""
    unread = [replace(one, style=style, weight=1.0) for one in (*data.news, *data.silver)]
    both = [*data.gold, *data.gold, *parsed(teacher, unread)]
    return trained(both, recipe, teacher.state_dict())


def blended(network: Network) -> Network:
    """Return the network with the style that ships in place of the old GSD's.

    It lies midway between CSUI and PUD.
    """
    network.style.data[SHIPPED] = network.style.data[[0, 2]].mean(0)
    return network


def write(path: Path, weights: dict[str, Any], labels: Sequence[str]) -> None:
    """Write the weights in half precision; packing them would gain little and load slowly."""
    small = {name: value.astype(np.float16) for name, value in sorted(weights.items())}
    np.savez(path, labs=np.array(labels), **small)


def main(arguments: list[str]) -> None:
    """Train the parser from the data named in ``arguments``."""
    if len(arguments) != 2:
        raise SystemExit("usage: python benchmarks/train_parser.py DATA_DIR NEWS_FILE")
    folder, unread = map(Path, arguments)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.set_float32_matmul_precision("medium")
    data = data_of(gold(folder), silver(folder), list(news(unread, NEWS_WORDS)))
    network = blended(distilled(data))
    heat = temperatures(network, data.held)
    print(f"temperatures of heads and labels: {heat[0]:.2f} {heat[1]:.2f}")
    path = MODELS / "parser.npz"
    write(path, cooled(weights_of(network, SHIPPED), *heat), data.labels)
    print(f"{path.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
