"""The interactive player: one JavaScript module for the HTML worksheet and the notebook.

The package imports nothing else of quizgen. ``script/`` holds the module in parts, which are
joined in order; ``RUNTIME`` names the Python side of a notebook, whose source travels inside the
notebook so that only ``anywidget`` and ``fsrs`` must be installed there. ``GRADER`` names what a
notebook for nbgrader has besides.
"""

import re
from functools import cache
from importlib import resources

from quizgen.player.sealing import decode, encode

__all__ = [
    "GRADER",
    "RUNTIME",
    "SCRIPT",
    "decode",
    "encode",
    "grader",
    "runtime",
    "script",
    "style",
]

SCRIPT = (
    "payload", "grading", "page", "controls", "ordering", "feedback", "item", "sheet", "learner",
    "score", "review", "hand_in", "hosts",
)  # fmt: skip
"""The parts of the JavaScript module, in the order in which they are joined."""
RUNTIME = ("sealing", "keeping", "deck", "hand_in", "workbook")
"""The modules of a notebook's Python side: each imports only what stands before it."""
GRADER = ("sealing", "grading", "autograde")
"""The modules that a notebook for nbgrader marks answers with: each imports none of the others."""
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
def runtime(*more: str) -> str:
    """Return the source of what a notebook shows sections and keeps answers with.

    ``more`` names further modules of this package, which some notebooks need.
    """
    sources = (_read(f"{name}.py") for name in (*RUNTIME, *more))
    return "\n\n".join(_OWN_IMPORT.sub("", source).strip() for source in sources)


def grader() -> dict[str, str]:
    """Return the sources of the modules that a notebook for nbgrader marks answers with."""
    return {name: _read(f"{name}.py") for name in GRADER}


def _read(path: str) -> str:
    return resources.files(__name__).joinpath(path).read_text(encoding="utf-8")
