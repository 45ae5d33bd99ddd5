"""What the parser knows of a word: hashed features, each in its own range of one table."""

from functools import lru_cache
from itertools import accumulate
from zlib import crc32

from quizgen.model import Token

_SIZES = {
    "form": 12288, "root": 6144, "first3": 1536, "last3": 1536, "last2": 512, "first2": 512,
    "prefixes": 256, "suffixes": 256, "upos": 64, "shape": 32,
}  # fmt: skip
_STARTS = dict(zip(_SIZES, accumulate(_SIZES.values(), initial=0), strict=False))
FEATURES = sum(_SIZES.values())
"""Rows of the parser's table of features."""
UPOS = slice(_STARTS["upos"], _STARTS["upos"] + _SIZES["upos"])
"""The rows of the parts of speech; every word has one of them."""


def feature_row(token: Token) -> tuple[int, ...]:
    """Return the indexes of a token's ten features in the table."""
    return _row(token.text, token.upos, token.segments)


@lru_cache(maxsize=100_000)
def _row(word: str, upos: str, segments: tuple[str, ...]) -> tuple[int, ...]:
    low = word.lower()
    root = " ".join(s for s in segments if s != "R" and s[:1] != "-" and s[-1:] != "-") or low
    form = "0" * min(len(low), 6) if upos == "NUM" and low[0].isdigit() else low
    before = "+".join(part for part in segments if part.endswith("-"))
    after = "+".join(part for part in segments if part.startswith("-"))
    copied = "R" if "R" in segments else ""
    named = {
        "form": form, "root": root.lower(), "first3": low[:3], "last3": low[-3:],
        "last2": low[-2:], "first2": low[:2], "prefixes": before, "suffixes": after + copied,
        "upos": upos, "shape": _shape(word),
    }  # fmt: skip
    return tuple(
        _STARTS[name] + crc32(text.encode()) % _SIZES[name] for name, text in named.items()
    )


def _shape(word: str) -> str:
    if word.isalpha():
        return "i" if word.islower() else "U" if word.isupper() else "T"
    if any(char.isdigit() for char in word):
        return "d" if word.replace(".", "").replace(",", "").isdigit() else "D"
    return "-" if "-" in word else word if len(word) == 1 else "x"
