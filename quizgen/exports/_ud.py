"""A parsed tree made one that Universal Dependencies allows.

The parser may give a word a relation that the guidelines rule out, two subjects to one verb, say.
Such a relation is not right, and which one is, is not known: UD has ``dep`` for that. Punctuation
is hung where no branch crosses another.
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from quizgen.model import Token

_UNKNOWN = "dep"


def tree(tokens: Sequence[Token]) -> tuple[list[int], list[str]]:
    """Return head and relation of every token of a parsed sentence; its own index for the root."""
    heads = [index if token.head is None else token.head for index, token in enumerate(tokens)]
    relations = [_relation(token, index) for index, token in enumerate(tokens)]
    for names in _rules()["single"]:
        for index in _surplus(tokens, heads, relations, names.split()):
            relations[index] = _UNKNOWN
    for index, head in enumerate(heads):
        heads[index] = _above_fixed(head, heads, relations)
    for index in _burdened(heads, relations):
        relations[index] = _UNKNOWN
    for index in _of_nominals(tokens, heads, relations):
        relations[index] = "nmod"
    for index, token in enumerate(tokens):
        if token.upos == "PUNCT" and heads[index] != index:
            heads[index] = _place(index, heads)
    return heads, relations


@cache
def _rules() -> dict[str, Any]:
    file = resources.files("quizgen.exports").joinpath("data/relations.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _relation(token: Token, index: int) -> str:
    """Return the token's relation if its part of speech and place allow it."""
    full = token.deprel or _UNKNOWN
    plain, rules = full.partition(":")[0], _rules()
    if token.head == index:
        return "root"
    if token.upos == "PUNCT":
        return "punct"
    allowed = token.upos in rules["only"].get(plain, (token.upos,))
    backward = plain in rules["forward"] and token.head is not None and token.head > index
    strange = plain == "cop" and token.lemma.lower() not in rules["copulas"]
    if (
        strange
        or not allowed
        or token.upos in rules["never"].get(plain, ())
        or backward
        or plain == "root"
    ):
        return _UNKNOWN
    return full


def _above_fixed(head: int, heads: Sequence[int], relations: Sequence[str]) -> int:
    """Return the head, or the first word of the fixed expression that it is a later part of."""
    for _ in heads:
        if relations[head] != "fixed":
            break
        head = heads[head]
    return head


def _burdened(heads: Sequence[int], relations: Sequence[str]) -> list[int]:
    """Return the function words from which something hangs that may not."""
    rules = _rules()
    return [
        head
        for index, head in enumerate(heads)
        if relations[head].partition(":")[0] in rules["leaves"]
        and index != head
        and relations[index].partition(":")[0] not in rules["below_leaves"]
    ]


def _of_nominals(
    tokens: Sequence[Token], heads: Sequence[int], relations: Sequence[str]
) -> list[int]:
    """Return the obliques of a noun that is no predicate: UD calls them ``nmod``."""
    rules = _rules()
    clausal = {
        head for head, name in zip(heads, relations, strict=True) if name in rules["clausal"]
    }
    return [
        index
        for index, head in enumerate(heads)
        if relations[index].partition(":")[0] == "obl"
        and tokens[head].upos in rules["nominal"]
        and relations[head].partition(":")[0] in rules["nominals"]
        and head not in clausal
    ]


def _surplus(
    tokens: Sequence[Token], heads: Sequence[int], relations: Sequence[str], names: Sequence[str]
) -> list[int]:
    """Return the words that are one too many: all but the surest of each head."""
    found: dict[int, list[int]] = {}
    for index, relation in enumerate(relations):
        if relation.partition(":")[0] in names:
            found.setdefault(heads[index], []).append(index)
    surest = {head: max(all, key=lambda at: tokens[at].attachment) for head, all in found.items()}
    return [at for head, all in found.items() for at in all if at != surest[head]]


def _place(mark: int, heads: Sequence[int]) -> int:
    """Return the head for a punctuation mark: its own, the highest beside it or the nearest word.

    It is the first of these by which no branch is crossed.


    Source: https://universaldependencies.org/u/dep/punct.html
    """
    # The root hangs from outside, before the first word: no branch may lead over it.
    others = [(i, -1 if i == head else head) for i, head in enumerate(heads) if i != mark]
    beside = [at for at in (mark - 1, mark + 1) if 0 <= at < len(heads)]
    higher = [one for at in beside for one in reversed(_path(at, heads)) if one != mark]
    nearest = sorted(set(range(len(heads))) - {mark}, key=lambda one: abs(one - mark))
    candidates = (heads[mark], *higher, *nearest)
    free = (one for one in candidates if not _crosses(mark, one, others))
    return next(free, heads[mark])


def _path(at: int, heads: Sequence[int]) -> list[int]:
    """Return a word and all that it hangs from, up to the root."""
    path = [at]
    while heads[path[-1]] not in path:
        path.append(heads[path[-1]])
    return path


def _crosses(mark: int, head: int, others: Sequence[tuple[int, int]]) -> bool:
    low, high = sorted((mark, head))
    for one, other in others:
        first, last = sorted((one, other))
        if first < low < last < high or low < first < high < last:
            return True
    return False
