"""Train teachers of the parser and let them parse and tag the unparsed news.

    python benchmarks/train_teachers.py examples.npz guesses.npz [PART]

The examples are those of ``teacher_data.py``. Needs PyTorch; minutes on a large GPU, else days.
PART, 1 unless said, makes every stage shorter: to try the script.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from parser_store import CSUI, MIDWAY, PUD, Guess, Lesson, Store
from teacher_model import Shape, Teachers, guess_of, reading_loss, tree_loss
from torch import Tensor, nn

Loss = Callable[[Teachers, Lesson], Tensor]
READING, FIRST, AGAIN = (16, 6000, 1.2e-3), (20, 2500, 1e-3), (5, 4000, 8e-4)
"""Epochs, words in a batch and the highest rate of each stage."""
_GUESSED = 12000
_CLIP = 5.0


def fit(
    teachers: Teachers,
    store: Store,
    ids: Sequence[int],
    stage: tuple[float, int, float],
    loss_of: Loss,
) -> None:
    """Train the networks on sentences, each epoch in another order."""
    epochs, words, rate = stage
    rounds = [list(store.batches(ids, words, seed)) for seed in range(max(1, round(epochs)))]
    steps = [batch for epoch in rounds for batch in epoch]
    steps = steps[: max(2, int(len(steps) * min(1.0, epochs)))]
    optimiser = torch.optim.Adam(teachers.parameters(), lr=rate, betas=(0.9, 0.95), fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, rate, total_steps=len(steps), pct_start=0.09, cycle_momentum=False
    )
    teachers.train()
    begin, every = time.monotonic(), max(1, len(steps) // 8)
    for step, batch in enumerate(steps):
        with torch.autocast(store.device, torch.bfloat16):
            loss = loss_of(teachers, store.lesson(batch))
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(teachers.parameters(), _CLIP * teachers.shape.count**0.5)
        optimiser.step()
        schedule.step()
        if step % every == 0 or step == len(steps) - 1:
            spent, mean = time.monotonic() - begin, float(loss.detach()) / teachers.shape.count
            print(f"  step {step}/{len(steps)} loss {mean:.3f} {spent:.1f} s", flush=True)
    teachers.eval()


def guessed(teachers: Teachers, store: Store, batch: Sequence[int], style: Sequence[float]) -> Guess:
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
    bases = [str(label).partition(":")[0] for label in store.raw["label_names"]]
    base = torch.tensor([bases.index(one) for one in bases], device=store.device)
    for kind in ("held", "dev"):
        for style, mix in (("CSUI", CSUI), ("midway", MIDWAY), ("PUD", PUD)):
            right = torch.zeros(4, device=store.device)
            for batch in store.batches(store.ids(kind), _GUESSED, 0):
                lesson, guess = store.lesson(batch), guessed(teachers, store, batch, mix)
                right += counts(lesson, guess, base)
            uas, las, upos, total = right.tolist()
            print(f"{name} {kind} in the style {style}: UAS {uas / total:.2%} "
                  f"LAS {las / total:.2%} UPOS {upos / total:.2%} of {total:.0f}", flush=True)  # fmt: skip


def counts(lesson: Lesson, guess: Guess, base: Tensor) -> Tensor:
    """Return words with the right head, with the right label too, with the right tag, and all."""
    mask = lesson.mask
    heads = (guess.arcs.argmax(-1) == lesson.heads) & mask
    known = lesson.labels.sum(-1) > 0
    labels = (base[guess.labels.argmax(-1)] == base[lesson.labels.argmax(-1)]) & known & heads
    tags = (guess.upos.argmax(-1) == lesson.upos.argmax(-1)) & mask
    return torch.stack([heads.sum(), labels.sum(), tags.sum(), mask.sum()]).float()


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
    cut = (lambda stage: (stage[0] * part, *stage[1:]))  # fmt: skip
    fit(teachers, store, [*texts, *gold, *silver], cut(READING), reading_loss)
    fit(teachers, store, [*gold, *gold, *silver], cut(FIRST), tree_loss)
    report(teachers, store, "first")
    store.guessing()
    parse_texts(teachers, store, out)
    store.styled(MIDWAY, "text", "silver")
    fit(teachers, store, [*gold, *gold, *texts, *silver], cut(AGAIN), tree_loss)
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
    store = Store(Path(arguments[0]), device)
    begin = time.monotonic()
    teach(store, Path(arguments[1]), float((*arguments, "1")[2]))
    print(f"teachers: {time.monotonic() - begin:.0f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
