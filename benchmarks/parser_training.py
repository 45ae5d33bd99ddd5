"""What teachers and students of the parser share: the steps of training, and their scores."""

import time
from collections.abc import Callable, Sequence

import torch
from parser_store import Lesson, Store
from torch import Tensor, nn


def optimisation(
    network: nn.Module, rate: float, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """Return Adam, and the schedule that warms its rate up and lets it fall to nothing."""
    optimiser = torch.optim.Adam(network.parameters(), lr=rate, betas=(0.9, 0.95), fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, rate, total_steps=steps, pct_start=0.08, cycle_momentum=False
    )
    return optimiser, schedule


def batches_of(
    store: Store, ids: Sequence[int], words: int, epochs: float, seed: int
) -> list[list[int]]:
    """Return the batches of some epochs, each in another order; a part of one if under 1."""
    whole = max(1, round(epochs))
    found = [batch for epoch in range(whole) for batch in store.batches(ids, words, seed + epoch)]
    return found[: max(2, int(len(found) * min(1.0, epochs)))]


def fit(
    network: nn.Module,
    batches: Sequence[list[int]],
    loss_of: Callable[[list[int]], Tensor],
    rate: float,
    clip: float = 5.0,
) -> None:
    """Train a network on the batches in order, and print how it goes."""
    optimiser, schedule = optimisation(network, rate, len(batches))
    begin, every = time.monotonic(), max(1, len(batches) // 8)
    network.train()
    for step, batch in enumerate(batches):
        loss = loss_of(batch)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), clip)
        optimiser.step()
        schedule.step()
        if step % every == 0:
            spent = time.monotonic() - begin
            print(f"  {step}/{len(batches)} loss {float(loss.detach()):.3f} {spent:.1f} s")
    network.eval()


def bases(store: Store) -> Tensor:
    """Return for each label the first one of the same relation without subtype."""
    names = [str(label).partition(":")[0] for label in store.raw["label_names"]]
    return torch.tensor([names.index(name) for name in names], device=store.device)


def right(lesson: Lesson, heads: Tensor, labels: Tensor, base: Tensor) -> Tensor:
    """Return how many words have the right head, the right relation as well, and all words."""
    same = (heads == lesson.heads) & lesson.mask
    known = lesson.labels.sum(-1) > 0
    named = same & known & (base[labels] == base[lesson.labels.argmax(-1)])
    return torch.stack([same.sum(), named.sum(), lesson.mask.sum()]).float()


def shares(counts: Tensor) -> str:
    """Return the counts of ``right`` in words.

    >>> shares(torch.tensor([3.0, 2.0, 4.0]))
    'UAS 75.00% LAS 50.00%'
    """
    heads, named, total = counts.tolist()
    return f"UAS {heads / total:.2%} LAS {named / total:.2%}"
