"""The interactive player: one JavaScript module for the HTML worksheet and the notebook.

The package imports nothing else of quizgen; ``workbook.py`` is the Python side of a notebook, whose
source travels inside the notebook so that only ``anywidget`` must be installed there.
"""

import base64
import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import cycle
from typing import Any

_KEY = b"quizgen"


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


def encode(payload: Mapping[str, Any]) -> str:
    """Return the payload so that the key cannot be read at a glance; ``player.js`` decodes it.

    This hides, it does not secure: the way back stands in the same file, as it must where a page
    checks answers without a server. Use the student's printed editions for an examination.
    """
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    masked = bytes(a ^ b for a, b in zip(text.encode("utf-8"), cycle(_KEY), strict=False))
    return base64.b64encode(masked).decode("ascii")


def decode(text: str) -> Any:
    """Return the payload that ``encode`` made ``text`` of.

    >>> decode(encode({"kunci": "é"}))
    {'kunci': 'é'}
    """
    masked = base64.b64decode(text)
    plain = bytes(a ^ b for a, b in zip(masked, cycle(_KEY), strict=False))
    return json.loads(plain.decode("utf-8"))


def _read(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
