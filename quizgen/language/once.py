"""Results that are computed once for a document and kept for as long as it lives."""

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from quizgen.model import Document

ResultT = TypeVar("ResultT")


def once(function: Callable[[Document], ResultT]) -> Callable[[Document], ResultT]:
    """Return ``function`` with its result kept for each document; the result must not change.

    Documents are told apart by identity, for comparing two costs as much as most analyses.
    """
    kept: dict[int, ResultT] = {}

    @wraps(function)
    def remembering(document: Document) -> ResultT:
        key = id(document)
        if key not in kept:
            kept[key] = function(document)
            weakref.finalize(document, kept.pop, key, None)
        return kept[key]

    return remembering
