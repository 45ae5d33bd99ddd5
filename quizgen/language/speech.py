"""Verbs of saying: which there are, and what each tells of the words reported."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from quizgen.model import Token

_LONG = 6
_BEFORE_BARE = frozenset(',"”')


@cache
def _tables() -> dict[str, dict[str, frozenset[str]]]:
    data = resources.files("quizgen.language").joinpath("data/speech.toml")
    tables = tomllib.loads(data.read_text(encoding="utf-8"))
    return {
        name: {key: frozenset(words.split()) for key, words in table.items()}
        for name, table in tables.items()
    }


@cache
def verbs(form: str) -> dict[str, str]:
    """Return the kind of saying by verb for ``form``: bare, active or passive.

    Kinds: said, claimed, opinion, order, promise, hope, question, answer.
    Source: own lists, ``data/speech.toml``.
    """
    return {verb: kind for kind, words in _tables()[form].items() for verb in words}


@cache
def words(table: str, name: str = "words") -> frozenset[str]:
    """Return a closed class of ``data/speech.toml``, lower case."""
    return _tables()[table][name]


def bare_verb(word: str) -> str:
    """Return a verb of saying without *-nya*: *kata* for *katanya*, but *tanya* as it is."""
    return word if word in verbs("bare") else word.removesuffix("nya")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(verb for verb in verbs("active") if len(verb) >= _LONG)


def glued(name: str) -> bool:
    """Tell whether a word of a name has lost the blank before a verb of saying.

    >>> glued("Raka Wiranatamengatakan"), glued("Raka Wiranata")
    (True, False)
    """
    return any(
        word.endswith(_endings()) and not word.startswith(_endings())
        for word in name.lower().split()
    )


def says_bare(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word is a bare verb of saying here: *…, kata Ridwan*, not *nilai ekspor*."""
    token = tokens[index]
    before = tokens[index - 1].text if index else ","
    return token.text.lower() in verbs("bare") and (token.upos == "VERB" or before in _BEFORE_BARE)


def kind_of_saying(verb: str) -> str | None:
    """Return what a verb of saying tells of the words reported, None if it is no such verb.

    >>> kind_of_saying("menilai"), kind_of_saying("katanya")
    ('opinion', 'said')
    """
    low = verb.lower()
    bare = low.removesuffix("nya")
    found = verbs("active").get(low) or verbs("passive").get(low)
    return found or verbs("bare").get(bare) or ("said" if bare == "menurut" else None)
