"""MinHash signatures of texts, by which near-duplicates are found without comparing all pairs."""

from collections.abc import Iterator

import numpy as np
from datasketch import MinHash, MinHashLSH

from quizgen.batch.job import Job, Rows
from quizgen.checks.text_match import words
from quizgen.model import Article

PERMUTATIONS = 128
_RUN = 3
"""Words of a shingle."""
_RATHER_FOUND = (0.1, 0.9)
"""What a pair looked at in vain weighs against one that is overlooked."""


def signature_rows(article: Article, job: Job) -> Rows:
    """Return the row of an article's MinHash; its place is filled in by who writes it."""
    return {"signatures": [{"id": article.id, "signature": signature(article.text)}]}


def signature(text: str) -> bytes:
    """Return the MinHash of the runs of three words of a text, as little-endian numbers.

    Source: Broder (1997), On the resemblance and containment of documents.
    """
    hashed = MinHash(PERMUTATIONS, scheme="affine32")
    hashed.update_batch([" ".join(run).encode() for run in _runs(words(text))])
    return bytes(hashed.hashvalues.astype("<u4").tobytes())


def similarity(one: bytes, other: bytes) -> float:
    """Return the share of equal values, which estimates the Jaccard similarity of two texts."""
    return float(np.mean(_values(one) == _values(other)))


class Bands:
    """Cuts signatures into bands: texts of some similarity share one most probably.

    The number of bands is chosen by datasketch for the threshold.
    """

    def __init__(self, threshold: float) -> None:
        chosen = MinHashLSH(threshold, num_perm=PERMUTATIONS, weights=_RATHER_FOUND)
        self._bands, self._rows = chosen.b, chosen.r

    def keys(self, signature: bytes) -> list[bytes]:
        """Return the bands of a signature, each with its number in front."""
        size = 4 * self._rows
        return [
            number.to_bytes(2, "big") + signature[number * size : (number + 1) * size]
            for number in range(self._bands)
        ]


def _values(signature: bytes) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint32]]":
    return np.frombuffer(signature, dtype="<u4")


def _runs(found: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if len(found) < _RUN:
        yield found
    for at in range(len(found) - _RUN + 1):
        yield found[at : at + _RUN]
