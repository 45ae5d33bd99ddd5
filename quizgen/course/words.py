"""What the pages of a course say, from ``words.toml``, and what their files are called."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from quizgen.model import Language

PAGES = {
    "index": "indeks.ipynb",
    "placement": "tes-penempatan.ipynb",
    "trainer": "kartu-kosakata.ipynb",
    "teacher": "guru.ipynb",
}


def words(language: Language) -> dict[str, str]:
    """Return the words of the pages by key."""
    return {key: str(text).strip() for key, text in _load()[language].items()}


@cache
def _load() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
