"""What a phrase tells of its clause, by its preposition and the kind of name in it.

Source: roles after the question words of Indonesian school grammar (ADiKSiMBa); Sneddon et al.
(2010), *Indonesian: A Comprehensive Grammar*, 2.80-2.99.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from quizgen.model import Entity


@cache
def fact_words(*names: str) -> frozenset[str]:
    """Return the words of one or more closed classes of ``data/facts.toml``, lower case."""
    return frozenset(word for name in names for word in _table()[name].split())


@cache
def _asked() -> dict[str, str]:
    return {
        word.replace("_", " "): noun.replace("_", " ")
        for noun, words in _table()["asked"].items()
        for word in words.split()
    }


@cache
def _table() -> dict[str, Any]:
    data = resources.files("quizgen.language").joinpath("data/facts.toml")
    return tomllib.loads(data.read_text(encoding="utf-8"))


def asked_noun(organisation: str) -> str:
    """Return the noun that asks for an organisation: *perusahaan* for a PT, else *pihak*.

    >>> asked_noun("PT Timah"), asked_noun("Kantor Berita Antara")
    ('perusahaan', 'kantor berita')
    """
    words = organisation.lower().split()
    table = _asked()
    return table.get(" ".join(words[:2])) or table.get(words[0], "pihak")


def role_of(
    preposition: str, entity: Entity | None, upos: str, *, clausal: bool, agent: bool
) -> str:
    """Return the part that a phrase plays in its clause, *other* where that is not clear.

    ``upos`` is the class of its head: *dengan cepat* tells the manner, *dengan Kim* a companion.
    """
    first = preposition.partition(" ")[0]
    kind = entity.type if entity else ""
    if clausal:
        roles = ("cause", "purpose", "temporal", "condition", "concession", "manner")
        return next((role for role in roles if first in fact_words(role)), "other")
    if agent or first == "oleh":
        return "agent"
    if kind in {"DATE", "TIME"}:
        if not first or first in fact_words("time") or first == "sepanjang":
            return "time"
        bounds = ("since", "until")
        return next((role for role in bounds if first in fact_words(role)), "other")
    if kind in {"GPE", "LOC", "ORG"}:
        directions = ("place", "goal") if kind == "ORG" else ("place", "goal", "source")
        found = next((role for role in directions if first in fact_words(role)), "")
        if found:
            return found
    if kind == "QUANTITY" and first in fact_words("duration"):
        return "duration"
    if first == "dengan":
        return "manner" if upos in {"ADJ", "ADV"} else "other"
    roles = ("cause", "purpose", "amount", "recipient", "topic", "manner")
    return next((role for role in roles if first in fact_words(role)), "other")
