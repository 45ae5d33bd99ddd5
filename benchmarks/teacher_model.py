"""Teachers of the parser: several networks side by side, trained at once on one device.

Each reads the parser's features and some more, mixes them by recurrences and by attention, and
scores heads and relations as the parser does, besides parts of speech, the tags of tagged news and
words that were hidden from it.
"""

from dataclasses import dataclass

import torch
from parser_store import STYLES, Guess, Lesson
from recurrence import Recurrence
from torch import Tensor, nn
from torch.nn import functional

FORMS = 12288
"""The forms' rows in the table of features: what a hidden word is guessed as."""
_FAR = 15


@dataclass(frozen=True, slots=True)
class Shape:
    """How many networks there are, and of what size."""

    features: int
    labels: int
    upos: int
    news_tags: int
    count: int = 8
    width: int = 384
    layers: int = 4
    dropout: float = 0.25


class Many(nn.Module):
    """One linear layer of each network: (networks, ..., inputs) to (networks, ..., outputs)."""

    def __init__(self, count: int, inputs: int, outputs: int, scale: float = 1.0) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(count, inputs, outputs) * scale * inputs**-0.5)
        self.bias = nn.Parameter(torch.zeros(count, 1, outputs))

    def forward(self, x: Tensor) -> Tensor:
        """Return what each network makes of its part of ``x``."""
        flat = torch.baddbmm(self.bias, x.flatten(1, -2), self.weight)
        return flat.unflatten(1, x.shape[1:-1])


class Block(nn.Module):
    """A recurrence in both directions, then attention, each beside a way past it."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.dropout, self.heads = shape.dropout, shape.width // 64
        count, width = shape.count, shape.width
        self.gates, self.states = Many(count, width, 6 * width), Many(count, 2 * width, width, 0.5)
        self.asked, self.answer = Many(count, width, 3 * width), Many(count, width, width, 0.5)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return (networks, sentences, words, width)."""
        x = x + functional.dropout(self._recur(_normed(x), mask), self.dropout, self.training)
        return x + functional.dropout(self._attend(_normed(x), mask), self.dropout, self.training)

    def _recur(self, x: Tensor, mask: Tensor) -> Tensor:
        z = self.gates(x).unflatten(-1, (2, -1)).permute(2, 0, 1, 3, 4)
        new, forget, gate = _both_ways(z).float().chunk(3, -1)
        padding = torch.stack([~mask.T, ~mask.T.flip(0)], -1)[:, None, :, :, None]
        forget = torch.sigmoid(forget).masked_fill(padding, 1.0)
        state = Recurrence.apply(forget, (1 - forget) * new)
        found = (torch.sigmoid(gate) * torch.tanh(state)).to(z.dtype)
        result: Tensor = self.states(_both_ways(found).permute(1, 2, 0, 3, 4).flatten(-2))
        return result

    def _attend(self, x: Tensor, mask: Tensor) -> Tensor:
        networks, sentences = x.shape[:2]
        z = self.asked(x).unflatten(-1, (3, self.heads, -1)).flatten(0, 1)
        query, key, value = z.permute(2, 0, 3, 1, 4).unbind(0)
        seen = mask[None, :, None, None].expand(networks, -1, -1, -1, -1).flatten(0, 1)
        found = functional.scaled_dot_product_attention(query, key, value, attn_mask=seen)
        result: Tensor = self.answer(
            found.transpose(1, 2).flatten(-2).unflatten(0, (networks, sentences))
        )
        return result


def _both_ways(x: Tensor) -> Tensor:
    """Return the second direction turned round along the words, the first axis."""
    return torch.stack([x[:, :, :, 0], x[:, :, :, 1].flip(0)], 3)


def _normed(x: Tensor) -> Tensor:
    return functional.layer_norm(x, x.shape[-1:])


class Scorer(nn.Module):
    """Scores heads and relations by two biaffine forms."""

    def __init__(self, shape: Shape, arc: int = 256, label: int = 96) -> None:
        super().__init__()
        count, width = shape.count, shape.width
        self.root = nn.Parameter(torch.randn(count, 1, 1, width))
        self.head, self.dependent = Many(count, width, arc), Many(count, width, arc)
        self.arcs = Many(count, arc, arc)
        self.far = nn.Parameter(torch.zeros(count, 2 * _FAR + 2))
        self.label_head, self.label_dep = Many(count, width, label), Many(count, width, label)
        self.crossed = Many(count, label, shape.labels * label, 0.2)
        self.from_head = Many(count, label, shape.labels)
        self.from_dep = Many(count, label, shape.labels)

    def forward(self, x: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return arc scores (networks, sentences, words, words + 1) and features for labels."""
        root = self.root.expand(-1, x.shape[1], -1, -1).to(x.dtype)
        both = torch.cat([root, x], 2)
        head = self._hidden(self.head(both))
        dependent = self.arcs(self._hidden(self.dependent(x)))
        scores = torch.matmul(dependent, head.transpose(-1, -2)).float() + self._distance(x)
        size = x.shape[2]
        step = torch.arange(size, device=x.device)
        own = step[:, None] == torch.arange(size + 1, device=x.device)[None] - 1
        allowed = functional.pad(mask, (1, 0), value=True)[:, None] & ~own
        scores = scores.masked_fill(~allowed, -1e9)
        return scores, self._hidden(self.label_head(both)), self._hidden(self.label_dep(x))

    def label(self, heads: Tensor, dependents: Tensor, chosen: Tensor) -> Tensor:
        """Return label scores (networks, sentences, words, labels) under the chosen heads."""
        index = chosen[None, ..., None].expand(len(heads), -1, -1, heads.shape[-1])
        at = heads.gather(2, index)
        crossed = self.crossed(dependents).unflatten(-1, (-1, at.shape[-1]))
        scores = (crossed * at[:, :, :, None]).sum(-1)
        found: Tensor = (scores + self.from_head(at) + self.from_dep(dependents)).float()
        return found

    def _distance(self, x: Tensor) -> Tensor:
        size = x.shape[2]
        here = torch.arange(size, device=x.device)[:, None]
        there = torch.arange(size + 1, device=x.device)[None] - 1
        near = torch.where(there < 0, 2 * _FAR + 1, (there - here).clamp(-_FAR, _FAR) + _FAR)
        return functional.embedding(near, self.far.T).permute(2, 0, 1)[:, None]

    def _hidden(self, x: Tensor) -> Tensor:
        return functional.dropout(functional.leaky_relu(x, 0.1), 0.33, self.training)


class Teachers(nn.Module):
    """All networks; what they share is only the lessons and which features are hidden."""

    def __init__(self, shape: Shape, start: Tensor) -> None:
        """Start the words from vectors (features, at most ``width``)."""
        super().__init__()
        self.shape = shape
        table = torch.randn(shape.features, shape.count, shape.width) * 0.05
        table[: len(start), :, : start.shape[1]] += start[:, None]
        self.table = nn.Parameter(table.flatten(1))
        self.style = nn.Parameter(torch.randn(shape.count, STYLES, shape.width) * 0.05)
        self.hidden = nn.Parameter(torch.randn(shape.count, 1, 1, shape.width) * 0.1)
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.scorer = Scorer(shape)
        self.upos = Many(shape.count, shape.width, shape.upos)
        self.news_tags = Many(shape.count, shape.width, shape.news_tags)
        self.forms = Many(shape.count, shape.width, FORMS)

    def encoded(self, lesson: Lesson, hidden: Tensor | None = None) -> Tensor:
        """Return what each network makes of each word: (networks, sentences, words, width)."""
        rows, mask = lesson.rows, lesson.mask
        weight = mask[..., None].expand(rows.shape).float()
        if self.training:
            # Words unseen in training keep only their affixes; learn to read those alone.
            known = (torch.rand(*mask.shape, 1, device=mask.device) > 0.15).float()
            weight = weight * (torch.rand(rows.shape, device=mask.device) > 0.1)
            weight = torch.cat([weight[..., :2] * known, weight[..., 2:]], -1)
        if hidden is not None:
            weight = weight * ~hidden[..., None]
        flat = functional.embedding_bag(
            rows.flatten(0, 1), self.table, mode="sum", per_sample_weights=weight.flatten(0, 1)
        )
        x = flat.view(*mask.shape, self.shape.count, -1).permute(2, 0, 1, 3)
        x = x + torch.einsum("bs,esw->ebw", lesson.style, self.style)[:, :, None]
        if hidden is not None:
            x = x + self.hidden * hidden[None, ..., None]
        x = functional.dropout(_normed(x), self.shape.dropout, self.training)
        for block in self.blocks:
            x = block(x, mask)
        return _normed(x)


def reading_loss(teachers: Teachers, lesson: Lesson) -> Tensor:
    """Return the loss of guessing hidden words and the tags of tagged news."""
    mask = lesson.mask
    hidden = mask & (torch.rand(mask.shape, device=mask.device) < 0.15)
    x = teachers.encoded(lesson, hidden)
    forms = teachers.forms(x[:, hidden])
    wanted = lesson.rows[..., 0][hidden].expand(len(x), -1)
    loss = functional.cross_entropy(forms.flatten(0, 1).float(), wanted.flatten())
    tagged = lesson.news_tags >= 0
    if bool(tagged.any()):
        tags = teachers.news_tags(x[:, tagged]).flatten(0, 1).float()
        expected = lesson.news_tags[tagged].expand(len(x), -1).flatten()
        loss = loss + functional.cross_entropy(tags, expected)
    return loss * len(x)


def tree_loss(teachers: Teachers, lesson: Lesson) -> Tensor:
    """Return the cross-entropy of heads, of labels given the heads, and of parts of speech."""
    x = teachers.encoded(lesson)
    scores, heads, dependents = teachers.scorer(x, lesson.mask)
    labels = teachers.scorer.label(heads, dependents, lesson.heads)
    upos = teachers.upos(x).float()
    total = -(lesson.arcs * scores.log_softmax(-1)).sum(-1)
    total = total - (lesson.labels * labels.log_softmax(-1)).sum(-1)
    total = total - (lesson.upos * upos.log_softmax(-1)).sum(-1)
    return (total * lesson.weight[:, None]).sum() / lesson.mask.sum()


@torch.no_grad()
def guess_of(teachers: Teachers, lesson: Lesson) -> Guess:
    """Return what the networks say on average."""
    x = teachers.encoded(lesson)
    scores, heads, dependents = teachers.scorer(x, lesson.mask)
    arcs = scores.softmax(-1).mean(0)
    labels = teachers.scorer.label(heads, dependents, arcs.argmax(-1)).softmax(-1).mean(0)
    return Guess(arcs, labels, teachers.upos(x).float().softmax(-1).mean(0))
