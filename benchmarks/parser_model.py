"""The parser of ``quizgen/language/parser.py`` in PyTorch, for training: same weights and names."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from recurrence import Recurrence
from torch import Tensor, nn
from torch.nn import functional

from quizgen.language.parser_features import FEATURES

LAYERS = 3
EMBEDDED, _HIDDEN, _ARC, _LABEL, _FAR = 128, 128, 128, 48, 15


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded sentences: features (words, sentences, 10), mask and treebank of each sentence.

    ``arcs`` and ``labels`` are the probabilities to learn, ``heads`` the best of ``arcs``.
    """

    rows: Tensor
    mask: Tensor
    treebank: Tensor
    heads: Tensor
    arcs: Tensor
    labels: Tensor
    weight: Tensor


class Network(nn.Module):
    """Scores heads and relations; ``treebank`` chooses the annotation style to follow."""

    def __init__(self, labels: int, treebanks: int, dropout: float) -> None:
        super().__init__()
        self.dropout = dropout
        self.emb = nn.Parameter(torch.randn(FEATURES, EMBEDDED) * 0.01)
        self.style = nn.Parameter(torch.zeros(treebanks, EMBEDDED))
        self.conv = nn.Linear(3 * EMBEDDED, 2 * EMBEDDED)
        self.recurrent = nn.ModuleList(
            nn.Linear(EMBEDDED if layer == 0 else 2 * _HIDDEN, 8 * _HIDDEN)
            for layer in range(LAYERS)
        )
        self.root = nn.Parameter(torch.randn(2 * _HIDDEN) * 0.1)
        self.arc_head, self.arc_dep = nn.Linear(2 * _HIDDEN, _ARC), nn.Linear(2 * _HIDDEN, _ARC)
        self.arcs = nn.Linear(_ARC, _ARC)
        self.dist = nn.Parameter(torch.zeros(2 * _FAR + 2))
        self.label_head = nn.Linear(2 * _HIDDEN, _LABEL)
        self.label_dep = nn.Linear(2 * _HIDDEN, _LABEL)
        self.labels = nn.Parameter(torch.randn(_LABEL, labels, _LABEL) * 0.02)
        self.from_head = nn.Linear(_LABEL, labels)
        self.from_dep = nn.Linear(_LABEL, labels, bias=False)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """Return arc scores (sentences, words, words + 1), label features of heads and words."""
        x = self._encode(batch)
        both = torch.cat([self.root.expand(len(x), 1, -1), x], 1)
        head = self._drop(_leaky(self.arc_head(both)))
        dependent = self.arcs(self._drop(_leaky(self.arc_dep(x))))
        scores = dependent @ head.transpose(1, 2)
        size = x.shape[1]
        step = torch.arange(size + 1, device=x.device)
        here, there = step[:-1, None], step[None] - 1
        near = torch.where(there < 0, 2 * _FAR + 1, (there - here).clamp(-_FAR, _FAR) + _FAR)
        allowed = functional.pad(batch.mask.T, (1, 0), value=True)[:, None] & (here != there)
        scores = (scores + functional.embedding(near, self.dist[:, None])[..., 0]).masked_fill(
            ~allowed, -1e9
        )
        heads = self._drop(_leaky(self.label_head(both)))
        return scores, heads, self._drop(_leaky(self.label_dep(x)))

    def label(self, heads: Tensor, dependents: Tensor, chosen: Tensor) -> Tensor:
        """Return label scores (sentences, words, labels) for the chosen heads."""
        at = heads.gather(1, chosen[..., None].expand(-1, -1, heads.shape[-1]))
        width, labels, _ = self.labels.shape
        crossed = (dependents @ self.labels.view(width, -1)).view(*at.shape[:2], labels, width)
        scores = (crossed * at[:, :, None]).sum(-1)
        found: Tensor = scores + self.from_head(at) + self.from_dep(dependents)
        return found

    def _encode(self, batch: Batch) -> Tensor:
        """Return (sentences, words, width)."""
        shown = batch.mask[..., None].float()
        x = self._embed(batch) * shown
        pad = functional.pad(x, (0, 0, 0, 0, 1, 1))
        wide = self.conv(torch.cat([pad[:-2], pad[1:-1], pad[2:]], -1))
        new, gate = wide.chunk(2, -1)
        x = torch.tanh(new) * torch.sigmoid(gate) * shown
        for layer in self.recurrent:
            x = self._recur(self._drop(x, shared=True), layer, batch.mask) * shown
        return self._drop(x, shared=True).transpose(0, 1)

    def _embed(self, batch: Batch) -> Tensor:
        rows = batch.rows
        weight = torch.ones(rows.shape, device=rows.device)
        if self.training:
            # Words unseen in training keep only their affixes; learn to read those alone.
            known = torch.rand(*rows.shape[:2], 1, device=rows.device) > 0.15
            weight[..., :2] *= known.float()
            weight = weight * (torch.rand(rows.shape, device=rows.device) > 0.1)
        flat = functional.embedding_bag(
            rows.reshape(-1, rows.shape[-1]), self.emb, mode="sum",
            per_sample_weights=weight.reshape(-1, rows.shape[-1]),
        )  # fmt: skip
        return flat.view(*rows.shape[:2], -1) + self.style[batch.treebank][None]

    def _recur(self, x: Tensor, layer: nn.Module, mask: Tensor) -> Tensor:
        z = layer(x).view(*x.shape[:2], 2, 4, _HIDDEN)
        forget = torch.sigmoid(z[..., 1, :]).masked_fill(~mask[..., None, None], 1.0)
        new = (1 - forget) * z[..., 0, :]
        forget = torch.stack([forget[:, :, 0], forget[:, :, 1].flip(0)], 2)
        state = Recurrence.apply(forget, torch.stack([new[:, :, 0], new[:, :, 1].flip(0)], 2))
        state = torch.stack([state[:, :, 0], state[:, :, 1].flip(0)], 2)
        reset = torch.sigmoid(z[..., 2, :])
        return (reset * torch.tanh(state) + (1 - reset) * z[..., 3, :]).flatten(2)

    def _drop(self, x: Tensor, *, shared: bool = False) -> Tensor:
        if not self.training:
            return x
        shape = (1, *x.shape[1:]) if shared else x.shape
        return x * (torch.rand(shape, device=x.device) > self.dropout) / (1 - self.dropout)


def _leaky(x: Tensor) -> Tensor:
    return functional.leaky_relu(x, 0.1)


def loss_of(network: Network, batch: Batch) -> Tensor:
    """Return the mean cross-entropy of heads and of labels given the heads."""
    scores, heads, dependents = network(batch)
    weight = batch.weight[:, None] * batch.mask.T
    arcs = -(batch.arcs * scores.log_softmax(-1)).sum(-1)
    labels = network.label(heads, dependents, batch.heads).log_softmax(-1)
    return (weight * (arcs - (batch.labels * labels).sum(-1))).sum() / batch.mask.sum()


def weights_of(network: Network, style: int) -> dict[str, np.ndarray[Any, Any]]:
    """Return the weights under the names and in the layout that the numpy parser reads.

    The style's vector is added to every part of speech, of which each word has exactly one.
    """
    stored = {name: value.detach().cpu().numpy() for name, value in network.state_dict().items()}
    return {**_scorers(stored), **_encoder(stored), "emb": _styled(stored, style)}


def _styled(stored: Mapping[str, Any], style: int) -> Any:
    from quizgen.language.parser_features import UPOS

    table = stored["emb"].copy()
    table[UPOS] += stored["style"][style]
    return table


def _encoder(stored: Mapping[str, Any]) -> dict[str, Any]:
    found = {"cw": stored["conv.weight"].T, "cb": stored["conv.bias"], "root": stored["root"]}
    for layer in range(LAYERS):
        found[f"W{layer}"] = stored[f"recurrent.{layer}.weight"].T
        found[f"b{layer}"] = stored[f"recurrent.{layer}.bias"]
    return found


def _scorers(stored: Mapping[str, Any]) -> dict[str, Any]:
    found = {"dist": stored["dist"], "LU": stored["labels"]}
    found["Lh"], found["Lb"] = stored["from_head.weight"].T, stored["from_head.bias"]
    found["Ld"] = stored["from_dep.weight"].T
    found["U"], found["ub"] = stored["arcs.weight"].T, stored["arcs.bias"]
    for name, layer in (
        ("ah", "arc_head"), ("ad", "arc_dep"), ("lh", "label_head"), ("ld", "label_dep")
    ):  # fmt: skip
        found[name], found[f"{name}b"] = stored[f"{layer}.weight"].T, stored[f"{layer}.bias"]
    return found
