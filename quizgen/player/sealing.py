"""Hide the key from a glance; ``script/payload.js`` knows the way back.

This hides, it does not secure: the way back stands in the same file, as it must where a page
checks answers without a server. Use the student's printed editions for an examination.
"""

import base64
import json
from itertools import cycle
from typing import Any

_KEY = b"quizgen"


def encode(payload: Any) -> str:
    """Return the payload so that the key cannot be read at a glance."""
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    masked = bytes(a ^ b for a, b in zip(text.encode("utf-8"), cycle(_KEY), strict=False))
    return base64.b64encode(masked).decode("ascii")


def decode(text: str) -> Any:
    """Return the payload that ``encode`` made ``text`` of.

    Raises:
        ValueError: if ``encode`` made no such text.

    >>> decode(encode({"kunci": "é"}))
    {'kunci': 'é'}
    """
    masked = base64.b64decode(text, validate=True)
    plain = bytes(a ^ b for a, b in zip(masked, cycle(_KEY), strict=False))
    return json.loads(plain.decode("utf-8"))
