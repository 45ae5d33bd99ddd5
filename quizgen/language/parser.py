"""The dependency parser: heads and relations of all words of a text, each with a confidence.

A graph-based parser after Dozat & Manning (2017), *Deep Biaffine Attention for Neural Dependency
Parsing*, small enough for plain numpy: hashed features of a word, one convolution, layers of
simple recurrent units in both directions (Lei et al. 2018), one biaffine score a head and label.
Trained by ``benchmarks/train_parser.py``; data and licences in ``data/LICENSE``.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from quizgen.language.parser_features import feature_row
from quizgen.language.trees import without_cycles
from quizgen.model import Sentence, Token

_MOST_WORDS = 150
"""Longer sentences are not parsed: news has none, and a scrape's junk is no sentence."""
_BATCH = 1600
"""Words parsed at once, padding included; fits the processor's cache."""
_STRETCH = 1.3
"""Sentences in a batch are at most so many times as long as its first."""


@dataclass(frozen=True, slots=True)
class Arc:
    """One word's head (-1 for the root), relation, and the probability of both together."""

    head: int
    relation: str
    sure: float


class Parser:
    """Parses sentences in batches; holds the trained weights and nothing else."""

    def __init__(self, weights: dict[str, Any]) -> None:
        """Take weights as ``benchmarks/train_parser.py`` names them."""
        self._labels = [str(label) for label in weights["labs"]]
        self._weights = weights
        self._layers = sum(name[0] == "W" for name in weights)

    def parse(self, sentences: Sequence[Sequence[Token]]) -> list[list[Arc]]:
        """Return the arcs of each sentence; none for one that is empty or too long."""
        found: list[list[Arc]] = [[] for _ in sentences]
        fit = (i for i, s in enumerate(sentences) if 0 < len(s) <= _MOST_WORDS)
        order = sorted(fit, key=lambda i: len(sentences[i]))
        for group in _groups(_batches(order, sentences), sentences):
            read = self._read([sentences[i] for batch in group for i in batch])
            for batch in group:
                words = [next(read) for _ in batch]
                for index, row in zip(batch, self._attach(words), strict=True):
                    found[index] = row
        return found

    def _read(self, sentences: Sequence[Sequence[Token]]) -> Iterator[Any]:
        """Yield what each word is in its sentence: (words, width) for each sentence."""
        import numpy as np

        layout = _Layout([len(sentence) for sentence in sentences])
        rows = [feature_row(token) for sentence in sentences for token in sentence]
        encoded = self._encode(np.array(rows, np.int32)[layout.words], layout)
        ordered = np.empty_like(encoded)
        ordered[layout.words] = encoded
        yield from np.split(ordered, layout.ends[:-1])

    def _attach(self, batch: Sequence[Any]) -> Iterator[list[Arc]]:
        """Yield the arcs of sentences of which each word's reading is given."""
        import numpy as np

        longest = max(map(len, batch))
        x = np.zeros((len(batch), longest, batch[0].shape[1]), np.float32)
        mask = np.zeros((len(batch), longest), bool)
        for index, tokens in enumerate(batch):
            x[index, : len(tokens)] = tokens
            mask[index, : len(tokens)] = True
        arcs, heads, dependents = self._score(x, mask)
        chosen = np.zeros((len(batch), longest), np.int64)
        for index, tokens in enumerate(batch):
            size = len(tokens)
            chosen[index, :size] = _heads(arcs[index, :size, : size + 1])
        probable = np.take_along_axis(arcs, chosen[..., None], 2)[..., 0]
        for index, tokens in enumerate(batch):
            size = len(tokens)
            head = chosen[index, :size]
            best, sure = self._label(heads[index, head], dependents[index, :size])
            each = zip(head.tolist(), best.tolist(), (sure * probable[index, :size]).tolist(),
                       strict=True)  # fmt: skip
            yield [Arc(above - 1, self._labels[label], p) for above, label, p in each]

    def _score(self, x: Any, mask: Any) -> tuple[Any, Any, Any]:
        """Return head probabilities (sentences, words, words + 1) and the label features."""
        import numpy as np

        w = self._weights
        batch, longest, width = x.shape
        root = np.broadcast_to(w["root"], (batch, 1, width))
        both = np.concatenate([root, x], 1)
        head = _leaky(both @ w["ah"] + w["ahb"])
        dependent = _leaky(x @ w["ad"] + w["adb"]) @ w["U"] + w["ub"]
        scores = dependent @ head.transpose(0, 2, 1)
        here, there = np.arange(longest)[:, None], np.arange(longest + 1)[None] - 1
        near = np.where(there < 0, 31, np.clip(there - here, -15, 15) + 15)
        scores += w["dist"][near]
        allowed = np.concatenate([np.ones((batch, 1), bool), mask], 1)[:, None]
        scores[~(allowed & (here != there))] = -1e9
        scores -= scores.max(-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(-1, keepdims=True)
        heads = _leaky(both @ w["lh"] + w["lhb"])
        return scores, heads, _leaky(x @ w["ld"] + w["ldb"])

    def _encode(self, rows: Any, layout: "_Layout") -> Any:
        """Return what each word is in its sentence, (words, width), in the order of the layout."""
        import numpy as np

        w = self._weights
        x = np.zeros((len(rows) + 1, w["emb"].shape[1]), np.float32)
        for feature in rows.T:
            x[:-1] += w["emb"][feature]
        # The last row, all zeros, stands for the neighbour that a word at the edge has not.
        wide = np.concatenate([x[layout.before], x[:-1], x[layout.after]], -1) @ w["cw"] + w["cb"]
        size = wide.shape[-1] // 2
        x = np.tanh(wide[:, :size]) * _sigmoid(wide[:, size:])
        for layer in range(self._layers):
            x = self._recur(x, layer, layout)
        return x

    def _recur(self, x: Any, layer: int, layout: "_Layout") -> Any:
        """Return one layer of simple recurrent units, forward and backward side by side."""
        import numpy as np

        weight, bias = self._weights[f"W{layer}"], self._weights[f"b{layer}"]
        z = (x @ weight + bias).reshape(len(x), 2, 4, -1)
        gates = _sigmoid(z[..., 1:3, :])
        forget, reset = gates[..., 0, :], gates[..., 1, :]
        state = (1 - forget) * z[..., 0, :]
        _accumulate(forget[:, 0], state[:, 0], layout.steps)
        _accumulate(forget[:, 1], state[:, 1], [(here, last) for last, here in layout.steps[::-1]])
        found = np.tanh(state, out=state)
        found -= z[..., 3, :]
        found *= reset
        found += z[..., 3, :]
        return found.reshape(len(x), -1)

    def _label(self, heads: Any, dependents: Any) -> tuple[Any, Any]:
        """Return the best label of each word under its head, and its probability."""
        import numpy as np

        w = self._weights
        width, labels, _ = w["LU"].shape
        crossed = (dependents @ w["LU"].reshape(width, -1)).reshape(-1, labels, width)
        scores = np.matmul(crossed, heads[..., None])[..., 0]
        scores += heads @ w["Lh"] + dependents @ w["Ld"] + w["Lb"]
        best = scores.argmax(1)
        scores = np.exp(scores - scores.max(1, keepdims=True))
        return best, 1 / scores.sum(1)


class _Layout:
    """The words of several sentences without padding: all first words, all second ones and so on.

    The longest sentence comes first, so that every step of a recurrence is one slice.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        import numpy as np

        order = sorted(range(len(sizes)), key=lambda i: -sizes[i])
        lengths = np.array(sizes)[order]
        counts = [int((lengths > step).sum()) for step in range(lengths[0])]
        starts = np.cumsum([0, *counts])
        self.ends = np.cumsum(sizes)
        """Where each sentence ends in the words one after another."""
        first = (self.ends - sizes)[order]
        self.words = np.concatenate([first[:count] + at for at, count in enumerate(counts)])
        """The place of each word of the layout in the words one after another."""
        self.steps = [
            (slice(last, last + count), slice(here, here + count))
            for last, here, count in zip(starts, starts[1:], counts[1:], strict=False)
        ]
        """For each step the words before it and its own."""
        self.before, self.after = (np.full(starts[-1], -1) for _ in range(2))
        for last, here in self.steps:
            self.before[here] = np.arange(last.start, last.stop)
            self.after[last] = np.arange(here.start, here.stop)


def _accumulate(forget: Any, state: Any, steps: Sequence[tuple[slice, slice]]) -> None:
    """Run the recurrence step by step in place: each state keeps a part of the one before."""
    for last, here in steps:
        state[here] += forget[here] * state[last]


def _sigmoid(x: Any) -> Any:
    import numpy as np

    found = np.tanh(np.float32(0.5) * x)
    found += 1
    found *= np.float32(0.5)
    return found


def _leaky(x: Any) -> Any:
    import numpy as np

    return np.maximum(x, np.float32(0.1) * x)


def _heads(probable: Any) -> list[int]:
    """Return the head of each word (0 for the root, else 1-based): one root and no cycle."""
    best = probable.argmax(1)
    roots = (best == 0).nonzero()[0]
    if len(roots) != 1:
        root = int(probable[:, 0].argmax())
        probable = probable.copy()
        probable[:, 0] = 0
        probable[root] = 0
        probable[root, 0] = 1
        best = probable.argmax(1)
    return without_cycles([int(head) for head in best], probable)


def _batches(order: Iterable[int], sentences: Sequence[Sequence[Token]]) -> Iterator[list[int]]:
    """Yield sentences of like length together, so that little is padded."""
    batch: list[int] = []
    for index in order:
        size = len(sentences[index])
        full = size * (len(batch) + 1) > _BATCH
        if batch and (full or size > _STRETCH * len(sentences[batch[0]]) + 2):
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _groups(
    batches: Iterable[list[int]], sentences: Sequence[Sequence[Token]]
) -> Iterator[list[list[int]]]:
    """Yield batches of about as many words together as are parsed at once."""
    group: list[list[int]] = []
    words = 0
    for batch in batches:
        size = sum(len(sentences[index]) for index in batch)
        if group and words + size > _BATCH:
            yield group
            group, words = [], 0
        group.append(batch)
        words += size
    if group:
        yield group


@cache
def parser() -> Parser:
    """Return the shipped parser, loaded once."""
    import numpy as np

    file = resources.files("quizgen.language").joinpath("models", "parser.npz")
    with np.load(io.BytesIO(file.read_bytes())) as stored:
        weights = {
            name: stored[name] if name == "labs" else stored[name].astype(np.float32)
            for name in stored.files
        }
    return Parser(weights)


def parse(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences with head, relation and confidence on every token."""
    arcs = parser().parse([sentence.tokens for sentence in sentences])
    return tuple(
        replace(sentence, tokens=tuple(_attached(sentence.tokens, row))) if row else sentence
        for sentence, row in zip(sentences, arcs, strict=True)
    )


def _attached(tokens: Sequence[Token], row: Sequence[Arc]) -> Iterator[Token]:
    for index, (token, arc) in enumerate(zip(tokens, row, strict=True)):
        head = index if arc.head < 0 else arc.head
        yield token.attached(head, arc.relation, round(arc.sure, 3))
