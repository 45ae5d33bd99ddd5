"""The interactive player: one JavaScript module for the HTML worksheet and the notebook.

The package imports nothing else of quizgen; ``workbook.py`` is the Python side of a notebook, whose
source travels inside the notebook so that only ``anywidget`` must be installed there. So do
``grading.py``, ``autograde.py`` and ``sealing.py`` in a notebook for nbgrader.
"""

from functools import cache
from importlib import resources

from quizgen.player.sealing import decode, encode

__all__ = ["decode", "encode", "grader", "runtime", "script", "style"]


@cache
def script() -> str:
    """Return the player's JavaScript, an ES module."""
    return _read("player.js")


@cache
def style() -> str:
    """Return the player's style sheet."""
    return _read("player.css")


@cache
def runtime() -> str:
    """Return the source of the classes that a notebook shows sections and keeps answers with."""
    return _read("workbook.py")


def grader() -> dict[str, str]:
    """Return the sources of the modules that a notebook for nbgrader marks answers with."""
    return {name: _read(f"{name}.py") for name in ("sealing", "grading", "autograde")}


def _read(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
