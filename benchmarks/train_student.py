"""Train the parser on what the teachers said of the news, and on the treebanks.

    python benchmarks/train_student.py examples.npz guesses.npz student.pt [SEED [DROPOUT [PART]]]

Writes the network and its labels; ``write_parser.py`` makes the shipped file of it.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from parser_model import EMBEDDED, Batch, Network, loss_of
from parser_store import MIDWAY, STYLES, Lesson, Store
from torch import Tensor, nn

from quizgen.language.parser_features import FEATURES

EPOCHS, WORDS, RATE = 16, 1600, 2e-3
SHIPPED = STYLES - 1
"""The style of the texts in the student's table."""
_OWN = 10
"""Features of a word that the parser reads; the rest are the teachers'."""
_CLIP = 5.0


def batch_of(lesson: Lesson, styles: Tensor) -> Batch:
    """Return a lesson in the parser's layout."""
    return Batch(
        rows=lesson.rows[..., :_OWN].transpose(0, 1),
        mask=lesson.mask.T,
        treebank=styles,
        heads=lesson.heads,
        arcs=lesson.arcs,
        labels=lesson.labels,
        weight=lesson.weight,
    )


def styles_of(store: Store, ids: Sequence[int]) -> Tensor:
    """Return each sentence's treebank; texts and silver have the shipped style."""
    return torch.from_numpy(store.raw["style"][ids].astype(np.int64)).to(store.device)


def studied(store: Store, seed: int, dropout: float, part: float) -> Network:
    """Return the parser trained on texts, silver and (twice) gold."""
    torch.manual_seed(seed)
    network = Network(len(store.raw["label_names"]), STYLES, dropout)
    start = torch.from_numpy(store.raw["vectors"].astype(np.float32))
    network.emb.data[:FEATURES] = start[:, :EMBEDDED]
    network.to(store.device)
    gold = store.ids("gold")
    ids = [*gold, *gold, *store.ids("text", "silver")]
    epochs = max(1, round(EPOCHS * part))
    steps = [b for e in range(epochs) for b in store.batches(ids, WORDS, seed * 1000 + e)]
    steps = steps[: max(2, int(len(steps) * min(1.0, EPOCHS * part)))]
    optimiser = torch.optim.Adam(network.parameters(), lr=RATE, betas=(0.9, 0.95), fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=len(steps), pct_start=0.08, cycle_momentum=False
    )
    network.train()
    begin, every = time.monotonic(), max(1, len(steps) // 8)
    for step, chosen in enumerate(steps):
        loss = loss_of(network, batch_of(store.lesson(chosen), styles_of(store, chosen)))
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), _CLIP)
        optimiser.step()
        schedule.step()
        if step % every == 0:
            spent = time.monotonic() - begin
            print(f"  step {step}/{len(steps)} loss {float(loss.detach()):.3f} {spent:.1f} s", flush=True)
    return network.eval()


def midway(network: Network) -> Network:
    """Return the network with the style that ships halfway between CSUI and PUD."""
    network.style.data[SHIPPED] = network.style.data[[0, 2]].mean(0)
    return network


@torch.no_grad()
def report(network: Network, store: Store, name: str) -> None:
    """Print attachments right on sentences that nothing is trained on."""
    bases = [str(label).partition(":")[0] for label in store.raw["label_names"]]
    base = torch.tensor([bases.index(one) for one in bases], device=store.device)
    for kind in ("held", "dev"):
        right = torch.zeros(3)
        for chosen in store.batches(store.ids(kind), 6000, 0):
            lesson = store.lesson(chosen)
            batch = batch_of(lesson, torch.full((len(chosen),), SHIPPED, device=store.device))
            scores, heads, dependents = network(batch)
            guess = scores.argmax(-1)
            labels = network.label(heads, dependents, guess).argmax(-1)
            same = (guess == lesson.heads) & lesson.mask
            named = same & (base[labels] == base[lesson.labels.argmax(-1)])
            named &= lesson.labels.sum(-1) > 0
            right += torch.stack([same.sum(), named.sum(), lesson.mask.sum()]).float().cpu()
        uas, las, total = right.tolist()
        print(f"{name} {kind}: UAS {uas / total:.2%} LAS {las / total:.2%}", flush=True)


def main(arguments: list[str]) -> None:
    """Train one parser from the files named in ``arguments``."""
    if not 3 <= len(arguments) <= 6:
        raise SystemExit("usage: python benchmarks/train_student.py EXAMPLES GUESSES OUT [SEED …]")
    torch.set_float32_matmul_precision("high")
    examples, guesses, out = map(Path, arguments[:3])
    seed, dropout, part = (*arguments[3:], *("0", "0.1", "1")[len(arguments) - 3 :])
    store = Store(examples, "cuda" if torch.cuda.is_available() else "cpu")
    store.recall(guesses)
    store.styled(MIDWAY, "text", "silver")
    network = studied(store, int(seed), float(dropout), float(part))
    state = {key: value.half().cpu() for key, value in network.state_dict().items()}
    torch.save(state, out)
    report(network, store, f"student {seed}, its own style")
    report(midway(network), store, f"student {seed}, midway")


if __name__ == "__main__":
    main(sys.argv[1:])
