"""The names that a query may use, from ``language.toml``."""

import tomllib
from functools import cache
from importlib import resources


@cache
def _tables() -> dict[str, dict[str, str]]:
    file = resources.files("quizgen.search").joinpath("language.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def names(table: str) -> dict[str, str]:
    """Return what every name of a table stands for: ``attributes``, ``pos`` or ``affixes``."""
    return _tables()[table]
