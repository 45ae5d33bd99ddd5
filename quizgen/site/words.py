"""The fixed words of a site, from one table (``words.toml``) in Indonesian and English."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from quizgen.model import Language


@cache
def words(language: Language) -> dict[str, Any]:
    """Return the words of ``language`` by key; ``how`` and ``months`` are lists."""
    text = resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)[language]
    return table


def in_words(date: str, language: Language) -> str:
    """Return a date as people write it; what is no whole ISO date stays as it is.

    >>> in_words("2024-06-19", "id"), in_words("2024", "id")
    ('19 Juni 2024', '2024')
    """
    parts = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)", date)
    if not parts:
        return date
    return f"{int(parts[3])} {words(language)['months'][int(parts[2]) - 1]} {parts[1]}"
