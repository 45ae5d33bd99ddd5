"""The phrases of the results, from ``wording.toml``; they are Indonesian, reasons English too."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def wording() -> dict[str, Any]:
    """Return the whole table."""
    text = resources.files(__package__).joinpath("wording.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def reason(code: str, detail: str, language: str = "id") -> str:
    """Return why a file is not counted.

    >>> reason("copy", "siti.hasil.json", "en")
    'a copy of siti.hasil.json'
    """
    told: str = wording()["reason"][code][language].format(detail=detail)
    return told.removesuffix(" ()")


def number(value: float | None, digits: int = 2) -> str:
    """Return a figure as Indonesian writes it; what is not defined is a dash.

    >>> number(0.7251), number(float("nan")), number(-0.5, 1)
    ('0,73', '–', '-0,5')
    """
    if value is None or value != value:
        return "–"
    return f"{value:.{digits}f}".replace(".", ",")
