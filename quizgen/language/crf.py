"""A trained conditional random field, read from the package."""

import threading
from collections.abc import Sequence
from importlib import resources
from typing import Any

Rows = Sequence[Sequence[bytes]]


class Model:
    """A trained CRF; safe to share between threads."""

    def __init__(self, content: bytes) -> None:
        """Read the model from the content of its file."""
        import pycrfsuite

        # The tagger reads from this buffer and does not copy it, so it has to stay alive.
        self._buffer = content
        self._lock = threading.Lock()
        self._tagger: Any = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._buffer)
        self._known = frozenset(self._tagger.labels())

    def labels(self, rows: Rows) -> list[str]:
        """Return the best label of each row of features."""
        with self._lock:
            labels: list[str] = self._tagger.tag(rows)
        return labels

    def label(self, rows: Rows, index: int) -> tuple[str, float]:
        """Return the best label of one row and its marginal probability."""
        with self._lock:
            label: str = self._tagger.tag(rows)[index]
            return label, self._tagger.marginal(label, index)

    def scored(self, rows: Rows) -> list[tuple[str, float, float]]:
        """Return each row's best label, its probability, and that of its type (B- or I-).

        The probabilities are only computed beside and in spans; elsewhere they are 1.
        """
        with self._lock:
            labels: list[str] = self._tagger.tag(rows)
            scored = []
            beside = ["O", *labels, "O"]
            for index, label in enumerate(labels):
                if label == beside[index] == beside[index + 2] == "O":
                    scored.append((label, 1.0, 1.0))
                    continue
                sure = self._tagger.marginal(label, index)
                other = {"B": "I", "I": "B"}.get(label[0], "") + label[1:]
                more = (
                    self._tagger.marginal(other, index)
                    if other != label and other in self._known
                    else 0.0
                )
                scored.append((label, sure, sure + more))
            return scored


def shipped(name: str) -> Model:
    """Return the model ``quizgen/language/models/<name>``."""
    return Model(resources.files("quizgen.language").joinpath("models", name).read_bytes())
