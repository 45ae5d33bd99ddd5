"""Everyday words that a quotation may have: it is printed as it was said.

Only who said it is asked for, so that *kalau, tapi, cuma* harm no model of good Indonesian; slang
(*nggak, kayak*) and slips of the writer are still left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.exercises.common.standard_language import tidy
from quizgen.model import Token

_PLAIN = {"kalau": "jika", "tapi": "tetapi", "cuma": "hanya", "punya": "memiliki"}
"""Everyday words and what writing has for them."""
_WORD = re.compile(rf"\b(?:{'|'.join(_PLAIN)})\b", re.IGNORECASE)
_COMMA = re.compile(r",(?= dan )")
_SUM = re.compile(r"\bRp\s(?=\d)")


def printable(tokens: Sequence[Token], text: str) -> bool:
    """Tell whether what somebody said may be printed in quotation marks."""
    written = _WORD.sub(lambda found: _written(found[0]), _SUM.sub("Rp", _COMMA.sub("", text)))
    return tidy(tuple(_as_written(tokens)), written, money=False)


def _as_written(tokens: Sequence[Token]) -> Iterator[Token]:
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        if token.text == "," and after is not None and after.text == "dan":
            continue
        plain = _written(token.text)
        yield token if plain == token.text else replace(token, text=plain)


def _written(word: str) -> str:
    plain = _PLAIN.get(word.lower(), word.lower())
    if plain == word.lower():
        return word
    return plain.capitalize() if word[0].isupper() else plain
