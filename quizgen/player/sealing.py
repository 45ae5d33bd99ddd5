"""Seal what a page or notebook must hold but nobody should read by accident.

This hides, it does not secure: the way back stands in the same file, as it must where a page checks
answers without a server. The module imports the standard library alone, because its source also
travels inside notebooks.
"""

import base64
import json
from collections.abc import Mapping
from itertools import cycle
from typing import Any

_KEY = b"quizgen"


def encode(payload: Mapping[str, Any]) -> str:
    """Return the payload so that the key cannot be read at a glance; ``player.js`` decodes it.

    Use the student's printed editions for an examination.
    """
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return base64.b64encode(_masked(text.encode("utf-8"))).decode("ascii")


def decode(text: str) -> Any:
    """Return the payload that ``encode`` made ``text`` of.

    >>> decode(encode({"kunci": "é"}))
    {'kunci': 'é'}
    """
    return json.loads(_masked(base64.b64decode(text)).decode("utf-8"))


def _masked(data: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(data, cycle(_KEY), strict=False))
