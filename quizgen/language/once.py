"""Results that are computed once for a document, and kept for the documents last seen."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from quizgen.model import Document

ResultT = TypeVar("ResultT")
_KEPT = 16
"""Documents whose results are kept: as many as a page may work on at a time, and no archive."""


def once(function: Callable[[Document], ResultT]) -> Callable[[Document], ResultT]:
    """Return ``function`` with its result kept for a document; the result must not change.

    Documents are told apart by identity, for comparing two costs as much as most analyses. What is
    kept holds its document, whose identity no other can have meanwhile.
    """
    kept: OrderedDict[int, tuple[Document, ResultT]] = OrderedDict()

    @wraps(function)
    def remembering(document: Document) -> ResultT:
        found = kept.get(id(document))
        if found is None:
            found = kept[id(document)] = document, function(document)
            while len(kept) > _KEPT:
                kept.popitem(last=False)
        return found[1]

    return remembering
