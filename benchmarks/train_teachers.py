"""Train teachers of the parser and let them parse and tag news that nobody has parsed.

    python benchmarks/train_teachers.py examples.npz guesses.npz [PART]

The examples are those of ``teacher_data.py``. Needs PyTorch; five minutes on a large GPU, else
days. PART, 1 unless said, makes every stage shorter: to try the script.
"""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import torch
from parser_store import CSUI, MIDWAY, PUD, Guess, Lesson, Store
from parser_training import bases, batches_of, fit, right, shares
from teacher_model import Shape, Teachers, guess_of, reading_loss, tree_loss
from torch import Tensor

Loss = Callable[[Teachers, Lesson], Tensor]
READING, FIRST, AGAIN = (22, 6000, 1.2e-3), (28, 2500, 1e-3), (7, 4000, 8e-4)
"""Epochs, words in a batch and the highest rate of each stage."""
_GUESSED = 12000
_CLIP = 5.0


def train(
    teachers: Teachers,
    store: Store,
    ids: Sequence[int],
    stage: tuple[float, int, float],
    loss_of: Loss,
) -> None:
    """Train the networks on sentences, each epoch in another order."""
    epochs, words, rate = stage

    def loss(batch: list[int]) -> Tensor:
        with torch.autocast(store.device, torch.bfloat16):
            return loss_of(teachers, store.lesson(batch))

    clip = _CLIP * teachers.shape.count**0.5
    fit(teachers, batches_of(store, ids, words, epochs, 0), loss, rate, clip)


def guessed(
    teachers: Teachers, store: Store, batch: Sequence[int], style: Sequence[float]
) -> Guess:
    """Return what the networks say on average of a batch in one style."""
    with torch.autocast(store.device, torch.bfloat16):
        return guess_of(teachers, store.lesson(batch, style))


def parse_texts(teachers: Teachers, store: Store, out: Path) -> None:
    """Write what the networks say of the texts and of silver: trees midway, tags after CSUI."""
    for batch in store.batches(store.ids("text", "silver"), _GUESSED, 0):
        trees = guessed(teachers, store, batch, MIDWAY)
        tags = guessed(teachers, store, batch, CSUI)
        store.learn(batch, Guess(trees.arcs, trees.labels, tags.upos))
    np.savez(out, **store.guesses())


def report(teachers: Teachers, store: Store, name: str) -> None:
    """Print attachments and tags right on sentences that nothing is trained on."""
    for kind in ("held", "dev"):
        for style, mix in (("CSUI", CSUI), ("midway", MIDWAY), ("PUD", PUD)):
            trees, tags = torch.zeros(3), 0
            for batch in store.batches(store.ids(kind), _GUESSED, 0):
                lesson, guess = store.lesson(batch), guessed(teachers, store, batch, mix)
                heads, labels = guess.arcs.argmax(-1), guess.labels.argmax(-1)
                trees += right(lesson, heads, labels, bases(store)).cpu()
                same = guess.upos.argmax(-1) == lesson.upos.argmax(-1)
                tags += int((same & lesson.mask).sum())
            upos = tags / float(trees[-1])
            print(f"{name}, {kind} in the style {style}: {shares(trees)} UPOS {upos:.2%}")


def shape_of(store: Store) -> Shape:
    """Return the size of the networks for these examples."""
    raw = store.raw
    return Shape(
        features=int(raw["types"].max()) + 1,
        labels=len(raw["label_names"]),
        upos=len(raw["upos_names"]),
        news_tags=len(raw["news_tag_names"]),
    )


def teach(store: Store, out: Path, part: float) -> None:
    """Let teachers read all texts, learn from trees, then from their own trees, and parse."""
    torch.manual_seed(0)
    start = torch.from_numpy(store.raw["vectors"].astype(np.float32))
    teachers = Teachers(shape_of(store), start).to(store.device)
    gold, silver, texts = store.ids("gold"), store.ids("silver"), store.ids("text")
    reading, first, again = ((part * n, words, rate) for n, words, rate in (READING, FIRST, AGAIN))
    learn = partial(train, teachers, store)
    learn([*texts, *gold, *silver], reading, reading_loss)
    learn([*gold, *gold, *silver], first, tree_loss)
    report(teachers, store, "first")
    store.guessing()
    parse_texts(teachers, store, out)
    store.styled(MIDWAY, "text", "silver")
    learn([*gold, *gold, *texts, *silver], again, tree_loss)
    report(teachers, store, "again")
    parse_texts(teachers, store, out)


def main(arguments: list[str]) -> None:
    """Write what the teachers say of the texts named in ``arguments``."""
    if len(arguments) not in (2, 3):
        raise SystemExit("usage: python benchmarks/train_teachers.py EXAMPLES GUESSES [PART]")
    torch.set_float32_matmul_precision("high")
    # It prepares itself anew for every shape of lesson, which takes longer than it saves.
    torch.backends.cuda.enable_cudnn_sdp(False)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    teach(Store(Path(arguments[0]), device), Path(arguments[1]), float((*arguments, "1")[2]))


if __name__ == "__main__":
    main(sys.argv[1:])
