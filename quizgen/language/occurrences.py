"""Where a name stands in a text, told by what is right before and after it.

A pattern made of a name would have to be compiled for every name of every text, which takes longer
than the search; so the name is found as it is, and fixed patterns look at what is beside it.
"""

import re
from collections.abc import Iterator

_REACH = 60
"""So many characters before a name are looked at."""


def occurrences(
    name: str,
    text: str,
    before: re.Pattern[str] | None = None,
    after: re.Pattern[str] | None = None,
) -> Iterator[int]:
    r"""Yield where ``name`` starts, wherever ``before`` ends there and ``after`` begins behind it.

    >>> word = re.compile(r"\b")
    >>> list(occurrences("Bali", "di Bali, Balikpapan, ke Bali", re.compile(r"di $"), word))
    [3]
    """
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        led = before is None or before.search(text, max(0, start - _REACH), start) is not None
        if led and (after is None or after.match(text, end) is not None):
            yield start
            start = text.find(name, end)
        else:
            start = text.find(name, start + 1)
