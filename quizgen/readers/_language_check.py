"""Tell Indonesian from other languages by its function words."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from quizgen.errors import InputError

_WORD = re.compile(r"[^\W\d_]+")
_AFFIXED = re.compile(r"(?:me[mnlrwy]|ber|di|ter|pe[mnr])[a-z]{4,}$")
_LEAST_AFFIXED = 0.15
_SHORT = 20
_LEAST_SHARE = 0.05
_LEAST_KINDS = 3


def check_indonesian(text: str, *, source: str) -> None:
    """Accept a text whose function words are mostly Indonesian; Malay may pass.

    Source: the lists are our own (``data/function_words.toml``); the least share lies well under
    that of any news text (0.16 and more) and over that of other languages.

    Raises:
        InputError: if ``text`` is in another language or is no language.
    """
    tokens = [word.lower() for word in _WORD.findall(text)]
    profile = {name: sum(token in known for token in tokens) for name, known in _lists().items()}
    found = profile.pop("indonesian")
    kinds = len(_lists()["indonesian"].intersection(tokens))
    least_kinds = 1 if len(tokens) < _SHORT else _LEAST_KINDS
    rival = max(profile, key=lambda name: profile[name])
    if profile[rival] > found:
        raise InputError(f"{source}: seems to be {rival.title()}; quizgen reads Indonesian only")
    enough = kinds >= least_kinds and found >= _LEAST_SHARE * len(tokens)
    # Short sentences for beginners may do with hardly any function word, but not without affixes.
    affixed = sum(_AFFIXED.match(token) is not None for token in tokens)
    if not enough and not (kinds and not profile[rival] and affixed > _LEAST_AFFIXED * len(tokens)):
        raise InputError(f"{source}: is not Indonesian text; quizgen reads Indonesian only")


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    data = resources.files("quizgen.readers").joinpath("data/function_words.toml")
    loaded = tomllib.loads(data.read_text(encoding="utf-8"))
    return {name: frozenset(entry.split()) for name, entry in loaded.items()}
