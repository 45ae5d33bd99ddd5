"""The fixed words of a site, from one table (``words.toml``) in Indonesian and English."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from quizgen.model import Language


@cache
def words(language: Language) -> dict[str, Any]:
    """Return the words of ``language`` by key; ``how`` is a list of sentences."""
    text = resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    table: dict[str, Any] = tomllib.loads(text)[language]
    return table
