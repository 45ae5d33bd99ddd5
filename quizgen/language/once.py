"""Results that are computed once for a document or a sentence, and kept for those last seen."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from quizgen.model import Document, Sentence

AboutT = TypeVar("AboutT")
ResultT = TypeVar("ResultT")
_KEPT = 16
"""Documents whose results are kept: as many as a page may work on at a time, and no archive."""
_KEPT_SENTENCES = 500


def once(function: Callable[[Document], ResultT]) -> Callable[[Document], ResultT]:
    """Return ``function`` with its result kept for a document; the result must not change."""
    return _keeping(function, _KEPT)


def once_a_sentence(function: Callable[[Sentence], ResultT]) -> Callable[[Sentence], ResultT]:
    """Return ``function`` with its result kept for a sentence; the result must not change."""
    return _keeping(function, _KEPT_SENTENCES)


def _keeping(function: Callable[[AboutT], ResultT], most: int) -> Callable[[AboutT], ResultT]:
    """Return ``function`` with its last results.

    What they are about is told apart by identity, for comparing two documents costs as much as most
    analyses. What is kept holds its document, whose identity no other can have meanwhile.
    """
    kept: OrderedDict[int, tuple[AboutT, ResultT]] = OrderedDict()

    @wraps(function)
    def remembering(about: AboutT) -> ResultT:
        found = kept.get(id(about))
        if found is None:
            found = kept[id(about)] = about, function(about)
            while len(kept) > most:
                kept.popitem(last=False)
        return found[1]

    return remembering
