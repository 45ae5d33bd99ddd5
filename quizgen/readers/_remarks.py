"""What to tell a teacher about a text that was read."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from quizgen.model import Article, Dropped


def remarks_on(article: Article, dropped: Sequence[Dropped]) -> tuple[str, ...]:
    """Return what a teacher should know before using ``article``, judged by what it lost."""
    found: dict[str, None] = {}
    for entry in _table()["remark"]:
        for piece in dropped:
            last = piece.paragraph >= len(article.paragraphs)
            if piece.reason != entry["reason"] or (entry.get("at_end") and not last):
                continue
            if re.search(entry.get("pattern", ""), piece.text, re.IGNORECASE):
                found[entry["text"]] = None
    return tuple(found)


@cache
def _table() -> Mapping[str, Any]:
    data = resources.files("quizgen.readers").joinpath("data/reasons.toml")
    return tomllib.loads(data.read_text(encoding="utf-8"))
