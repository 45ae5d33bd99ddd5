"""Train the parser on what the teachers said of the news, and on the treebanks.

    python benchmarks/train_student.py examples.npz guesses.npz student.pt [SEED [PART]]

Writes the network in half precision; ``write_parser.py`` makes the shipped file of it. PART, 1
unless said, makes the training shorter.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from parser_model import EMBEDDED, Batch, Network, loss_of
from parser_store import MIDWAY, STYLES, Lesson, Store
from parser_training import bases, batches_of, fit, right, shares
from torch import Tensor

EPOCHS, WORDS, RATE, DROPOUT = 14, 1600, 2e-3, 0.05
SHIPPED = STYLES - 1
"""The style of the texts, which teachers parse midway between CSUI and PUD."""
_OWN = 10
"""Features of a word that the parser reads; the rest are the teachers'."""


def batch_of(lesson: Lesson, styles: Tensor) -> Batch:
    """Return a lesson in the parser's layout, with the style of each sentence."""
    return Batch(
        rows=lesson.rows[..., :_OWN].transpose(0, 1),
        mask=lesson.mask.T,
        treebank=styles,
        heads=lesson.heads,
        arcs=lesson.arcs,
        labels=lesson.labels,
        weight=lesson.weight,
    )


def shipped(store: Store, ids: Sequence[int]) -> Batch:
    """Return sentences to be parsed in the style that ships."""
    styles = torch.full((len(ids),), SHIPPED, device=store.device)
    return batch_of(store.lesson(ids), styles)


def studied(store: Store, seed: int, part: float) -> Network:
    """Return the parser trained on texts, silver and (twice) gold."""
    torch.manual_seed(seed)
    network = Network(len(store.raw["label_names"]), STYLES, DROPOUT)
    start = torch.from_numpy(store.raw["vectors"].astype(np.float32))
    network.emb.data[:] = start[:, :EMBEDDED]
    network.to(store.device)
    own = torch.from_numpy(store.raw["style"].astype(np.int64))

    def loss(batch: list[int]) -> Tensor:
        return loss_of(network, batch_of(store.lesson(batch), own[batch].to(store.device)))

    gold = store.ids("gold")
    ids = [*gold, *gold, *store.ids("text", "silver")]
    fit(network, batches_of(store, ids, WORDS, EPOCHS * part, seed * 1000), loss, RATE)
    return network


@torch.no_grad()
def report(network: Network, store: Store) -> None:
    """Print attachments right on sentences that nothing is trained on."""
    for kind in ("held", "dev"):
        counts = torch.zeros(3)
        for ids in store.batches(store.ids(kind), 6000, 0):
            scores, heads, dependents = network(shipped(store, ids))
            guess = scores.argmax(-1)
            labels = network.label(heads, dependents, guess).argmax(-1)
            counts += right(store.lesson(ids), guess, labels, bases(store)).cpu()
        print(f"student, {kind}: {shares(counts)}")


def main(arguments: list[str]) -> None:
    """Train one parser from the files named in ``arguments``."""
    if not 3 <= len(arguments) <= 5:
        raise SystemExit("usage: python benchmarks/train_student.py EXAMPLES GUESSES OUT [SEED …]")
    torch.set_float32_matmul_precision("high")
    examples, guesses, out = map(Path, arguments[:3])
    seed, part = (*arguments[3:], *("1", "1")[len(arguments) - 3 :])
    store = Store(examples, "cuda" if torch.cuda.is_available() else "cpu")
    store.recall(guesses)
    store.styled(MIDWAY, "text", "silver")
    network = studied(store, int(seed), float(part))
    report(network, store)
    torch.save({name: value.half().cpu() for name, value in network.state_dict().items()}, out)


if __name__ == "__main__":
    main(sys.argv[1:])
