"""What the names of a page's elements say about their text."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

_LONGEST_NAMES = 400


def part_name(element: Any, *, inline: bool = False) -> str | None:
    """Return why the class or id of ``element`` keeps it out of the article; None if it does not.

    Args:
        element: of lxml.
        inline: whether only names count that mean an insert inside a paragraph too.
    """
    names = f"{element.get('class', '')} {element.get('id', '')}"[:_LONGEST_NAMES]
    if not names.strip():
        return None
    found = _pattern(inline).search(names)
    return _reasons(inline)[str(found.lastgroup)] if found else None


@cache
def _pattern(inline: bool) -> re.Pattern[str]:
    parts = [
        f"(?P<part{index}>{'|'.join(entry['names'])})" for index, entry in _parts(inline).items()
    ]
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(parts)})(?=$|[\s_-])", re.IGNORECASE)


@cache
def _reasons(inline: bool) -> Mapping[str, str]:
    return {f"part{index}": entry["reason"] for index, entry in _parts(inline).items()}


@cache
def _parts(inline: bool) -> Mapping[int, Any]:
    data = resources.files("quizgen.readers").joinpath("data/page.toml")
    entries = tomllib.loads(data.read_text(encoding="utf-8"))["part"]
    return {
        index: entry for index, entry in enumerate(entries) if entry.get("inline") or not inline
    }
