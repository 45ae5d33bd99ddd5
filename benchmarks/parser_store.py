"""Holds the examples of ``teacher_data.py`` on a device and cuts padded lessons out of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

KINDS = ("gold", "silver", "text", "held", "dev")
STYLES = 4
CSUI, MIDWAY, PUD = (1.0, 0, 0, 0), (0.5, 0, 0.5, 0), (0, 0, 1.0, 0)
"""Mixtures of the treebanks' styles: CSUI, GSD, PUD, the old GSD."""
_STEP = 8
"""Lessons are padded to a multiple of so many words: fewer shapes, faster kernels."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Padded sentences (sentences, words, ...) and the probabilities to learn of them.

    ``style`` mixes the treebanks' styles; what is not known has no probabilities.
    """

    rows: Tensor
    mask: Tensor
    style: Tensor
    arcs: Tensor
    labels: Tensor
    upos: Tensor
    news_tags: Tensor
    weight: Tensor

    @property
    def heads(self) -> Tensor:
        """The likeliest heads, 0 for the root."""
        return self.arcs.argmax(-1)


@dataclass(frozen=True, slots=True)
class Guess:
    """Probabilities of a batch of sentences: heads, labels under the best head, tags."""

    arcs: Tensor
    labels: Tensor
    upos: Tensor


class Store:
    """All sentences as flat arrays."""

    def __init__(self, path: Path, device: str) -> None:
        """Read the examples; ``kind`` tells what each sentence is for."""
        self.raw = dict(np.load(path))
        self.device = device
        self.size = self.raw["size"].astype(np.int64)
        self.kind = self.raw["kind"]
        self.start = np.cumsum(self.size) - self.size
        self.arc_start = np.cumsum(self.size * (self.size + 1)) - self.size * (self.size + 1)
        self._types, self._tokens = self._long("types"), self._long("tokens")
        self._heads, self._news = self._long("heads"), self._long("news_tags")
        self._labels, self._upos = self._known("labels"), self._known("upos")
        self._arcs: Tensor | None = None
        self.style = torch.eye(STYLES)[self.raw["style"].astype(np.int64)]
        self.weight = np.ones(len(self.size), np.float32)
        self.weight[self.kind == KINDS.index("silver")] = 0.5

    def _long(self, name: str) -> Tensor:
        return torch.from_numpy(self.raw[name].astype(np.int64)).to(self.device)

    def _known(self, name: str) -> Tensor:
        """Return certain probabilities, none where nothing is known."""
        names = {"labels": "label_names", "upos": "upos_names"}[name]
        values, count = self._long(name), len(self.raw[names])
        return (functional.one_hot(values + 1, count + 1)[:, 1:]).half()

    def ids(self, *kinds: str) -> list[int]:
        """Return the sentences of some kinds."""
        return [int(at) for kind in kinds for at in np.flatnonzero(self.kind == KINDS.index(kind))]

    def batches(self, ids: Sequence[int], words: int, seed: int) -> Iterator[list[int]]:
        """Yield sentences of about equal lengths, ``words`` with padding, in random order."""
        draw = np.random.default_rng(seed)
        lengths = -(-self.size[ids] // _STEP) * _STEP
        found: list[list[int]] = []
        for length in np.unique(lengths):
            members = draw.permutation(np.flatnonzero(lengths == length))
            count = max(1, words // int(length))
            found += [[ids[at] for at in members[start : start + count]]
                      for start in range(0, len(members), count)]  # fmt: skip
        for at in draw.permutation(len(found)):
            yield found[at]

    def lesson(self, ids: Sequence[int], style: Sequence[float] | None = None) -> Lesson:
        """Return sentences as one lesson, in their own style or in another."""
        at, mask = self._places(ids)
        chosen = self.style[ids] if style is None else torch.tensor([style] * len(ids))
        news = torch.where(mask, self._news[at], -1)
        shown = mask[..., None].float()
        return Lesson(
            rows=self._types[self._tokens[at]],
            mask=mask,
            style=chosen.to(self.device),
            arcs=self._arcs_of(ids, at, mask),
            labels=self._labels[at] * shown,
            upos=self._upos[at] * shown,
            news_tags=news,
            weight=torch.from_numpy(self.weight[ids]).to(self.device),
        )

    def _places(self, ids: Sequence[int]) -> tuple[Tensor, Tensor]:
        size = torch.from_numpy(self.size[ids]).to(self.device)
        start = torch.from_numpy(self.start[ids]).to(self.device)
        longest = -(-int(self.size[ids].max()) // _STEP) * _STEP
        step = torch.arange(longest, device=self.device)[None]
        mask = step < size[:, None]
        return torch.where(mask, start[:, None] + step, 0), mask

    def _arcs_of(self, ids: Sequence[int], at: Tensor, mask: Tensor) -> Tensor:
        longest = mask.shape[1]
        heads = torch.where(mask, self._heads[at], -1)
        certain = functional.one_hot(heads + 1, longest + 2)[..., 1:].float()
        if self._arcs is None:
            return certain
        place, inside = self._arc_places(ids, mask)
        guessed = self._arcs[place].float() * inside
        return torch.where((heads >= 0)[..., None], certain, guessed)

    def _arc_places(self, ids: Sequence[int], mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return where each word's probability of each head is kept, and whether it is."""
        size = torch.from_numpy(self.size[ids]).to(self.device)[:, None, None]
        start = torch.from_numpy(self.arc_start[ids]).to(self.device)[:, None, None]
        step = torch.arange(mask.shape[1] + 1, device=self.device)
        inside = mask[..., None] & (step <= size)
        place = start + step[:-1, None] * (size + 1) + step
        return torch.where(inside, place, 0), inside

    def guessing(self) -> None:
        """Make room for guesses; what silver says of itself is forgotten."""
        total = int((self.size * (self.size + 1)).sum())
        self._arcs = torch.zeros(total, dtype=torch.half, device=self.device)
        for one in self.ids("silver"):
            words = slice(int(self.start[one]), int(self.start[one] + self.size[one]))
            self._heads[words] = -1

    def learn(self, ids: Sequence[int], guess: Guess) -> None:
        """Keep guesses as what is to be learnt of these sentences."""
        assert self._arcs is not None
        at, mask = self._places(ids)
        place, inside = self._arc_places(ids, mask)
        self._arcs[place[inside]] = guess.arcs[inside].half()
        self._labels[at[mask]] = guess.labels[mask].half()
        self._upos[at[mask]] = guess.upos[mask].half()

    def guesses(self) -> dict[str, Any]:
        """Return what has been learnt, to be written to a file."""
        assert self._arcs is not None
        return {"arcs": self._arcs.cpu().numpy(), "soft_labels": self._labels.cpu().numpy(),
                "soft_upos": self._upos.cpu().numpy()}  # fmt: skip

    def recall(self, path: Path) -> None:
        """Read guesses that were written to a file."""
        self.guessing()
        stored = np.load(path)
        self._arcs = torch.from_numpy(stored["arcs"]).to(self.device)
        self._labels = torch.from_numpy(stored["soft_labels"]).to(self.device)

    def styled(self, style: Sequence[float], *kinds: str) -> None:
        """Give sentences of some kinds another style and full weight."""
        ids = self.ids(*kinds)
        self.style[ids] = torch.tensor(style)
        self.weight[ids] = 1.0
