"""The interactive player: one JavaScript module for the HTML worksheet and the notebook.

The package imports nothing else of quizgen. ``script/`` holds the module in parts, which are
joined in order; ``RUNTIME`` names the Python side of a notebook, whose source travels inside the
notebook so that only ``anywidget`` and ``fsrs`` must be installed there.
"""

import re
from functools import cache
from importlib import resources

from quizgen.player.sealing import decode, encode

__all__ = ["RUNTIME", "SCRIPT", "decode", "encode", "runtime", "script", "style"]

SCRIPT = (
    "payload", "grading", "page", "controls", "ordering", "feedback", "item", "sheet", "learner",
    "score", "review", "hand_in", "hosts",
)  # fmt: skip
"""The parts of the JavaScript module, in the order in which they are joined."""
RUNTIME = ("sealing", "keeping", "deck", "hand_in", "workbook")
"""The modules of a notebook's Python side: each imports only what stands before it."""
_OWN_IMPORT = re.compile(r"^from quizgen\.player[.\w]* import (?:\([^)]*\)|.*)\n", re.MULTILINE)


@cache
def script() -> str:
    """Return the player's JavaScript, an ES module."""
    return "\n".join(_read(f"script/{part}.js") for part in SCRIPT)


@cache
def style() -> str:
    """Return the player's style sheet."""
    return _read("player.css")


@cache
def runtime() -> str:
    """Return the source of the classes that a notebook shows sections and keeps answers with."""
    return "\n\n".join(_OWN_IMPORT.sub("", _read(f"{name}.py")).strip() for name in RUNTIME)


def _read(path: str) -> str:
    return resources.files(__name__).joinpath(path).read_text(encoding="utf-8")
