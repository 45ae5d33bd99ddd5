"""Walks over a sentence's dependency tree: children, yields, phrases as token ranges."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from quizgen.language.once import once_a_sentence
from quizgen.model import Sentence, Token


class Range(Protocol):
    """Anything that covers tokens ``start`` to ``end`` (exclusive) of a sentence."""

    @property
    def start(self) -> int:
        """Return the first token's index."""

    @property
    def end(self) -> int:
        """Return the index after the last token."""


_CLOSING = frozenset({'"', "”", "'"})
_EDGE = frozenset({"case", "mark", "cc", "punct", "cc:preconj"})
"""Relations that stand at the edge of a phrase and are no part of what it names."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``start`` to ``end`` (exclusive) of a sentence around the token ``head``.

    ``sure`` is the lowest attachment confidence among its tokens, 0 to 1.
    """

    start: int
    end: int
    head: int
    sure: float = 1.0

    def __contains__(self, index: int) -> bool:
        return self.start <= index < self.end


class Tree:
    """The dependency tree of one sentence; indexes are token indexes."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._children: list[list[int]] = [[] for _ in tokens]
        self._relations = [_with_kind(token.deprel or "") for token in tokens]
        for index, token in enumerate(tokens):
            if token.head is not None and token.head != index:
                self._children[token.head].append(index)

    @property
    def parsed(self) -> bool:
        """Tell whether every token has a head."""
        return all(token.head is not None for token in self.tokens)

    def root(self) -> int:
        """Return the index of the token that heads the sentence."""
        return next(i for i, token in enumerate(self.tokens) if token.head == i)

    def relation(self, index: int) -> str:
        """Return the relation of a token to its head, empty if none is known."""
        return self._relations[index][0]

    def children(self, index: int, *relations: str) -> list[int]:
        """Return the dependents of a token in order; of the named relations if any are named.

        ``obl`` also means ``obl:agent`` and every other subtype.
        """
        found = self._children[index]
        if not relations or not found:
            return list(found)
        named = frozenset(relations)
        return [child for child in found if not named.isdisjoint(self._relations[child])]

    def below(self, index: int, without: Collection[int] = ()) -> set[int]:
        """Return the indexes of a token and all below it, except the branches of ``without``."""
        found, queue = {index}, [index]
        while queue:
            for child in self._children[queue.pop()]:
                if child not in found and child not in without:
                    found.add(child)
                    queue.append(child)
        return found

    def phrase(self, head: int, *, without: Collection[int] = ()) -> Phrase | None:
        """Return what a token names with all its modifiers; None if a stranger stands inside.

        Prepositions, conjunctions and punctuation at the edges are left out.
        """
        edge = {
            child
            for child in self._children[head]
            if self.relation(child) in _EDGE and (child < head or self.relation(child) == "punct")
        }
        inside = self.below(head, {*without, *edge})
        while inside and self.tokens[max(inside)].upos == "PUNCT" and max(inside) != head:
            inside.remove(max(inside))
        while inside and self.tokens[min(inside)].upos == "PUNCT" and min(inside) != head:
            inside.remove(min(inside))
        start, end = min(inside), _closed(self.tokens, max(inside) + 1, min(inside))
        if any(i not in inside and self.tokens[i].upos != "PUNCT" for i in range(start, end)):
            return None
        sure = min((self.tokens[i].attachment for i in inside if i != head), default=1.0)
        return Phrase(start, end, head, sure)


@once_a_sentence
def tree_of(sentence: Sentence) -> Tree:
    """Return the dependency tree of a sentence."""
    return Tree(sentence.tokens)


@cache
def _with_kind(relation: str) -> tuple[str, str]:
    """Return a relation and what it is a subtype of: *obl:agent, obl*."""
    return relation, relation.partition(":")[0]


def _closed(tokens: Sequence[Token], end: int, start: int) -> int:
    """Return ``end``, moved over what closes a bracket or a quotation: *Bank X (BX)*."""
    texts = [token.text for token in tokens[start:end]]
    following = tokens[end].text if end < len(tokens) else ""
    opened = texts.count("(") > texts.count(")") and following == ")"
    return end + (opened or (following in _CLOSING and not paired(texts)))


def paired(texts: Sequence[str]) -> bool:
    """Tell whether every quotation that opens among some words also ends there."""
    curled = texts.count("“") == texts.count("”")
    return curled and not any(texts.count(mark) % 2 for mark in ('"', "'"))


def without_cycles(heads: list[int], probable: Any) -> list[int]:
    """Return heads (0 for the root, words count from 1) with every cycle broken.

    Of the words of a cycle, the one that loses least is given its most probable head outside.

    Args:
        heads: one head a word.
        probable: probability of each head, an array (words, words + 1).
    """
    cycle = _cycle(heads)
    while cycle:
        _, word, head = min(
            (float(probable[at, heads[at]]) - float(probable[at, other]), at, other)
            for at in cycle
            for other in range(1, len(heads) + 1)
            if not _leads(other, at, heads)
        )
        heads = [*heads[:word], head, *heads[word + 1 :]]
        cycle = _cycle(heads)
    return heads


def _cycle(heads: Sequence[int]) -> list[int]:
    """Return the words (from 0) of one cycle, empty if there is none."""
    done: set[int] = set()
    for start in range(len(heads)):
        path: list[int] = []
        at = start
        while at not in done and at not in path and heads[at]:
            path.append(at)
            at = heads[at] - 1
        if at in path:
            return path[path.index(at) :]
        done.update(path)
    return []


def _leads(head: int, word: int, heads: Sequence[int]) -> bool:
    """Tell whether the way up from ``head`` (from 1) never reaches the root without ``word``."""
    seen: set[int] = set()
    at = head - 1
    while at not in seen:
        if at == word:
            return True
        seen.add(at)
        if not heads[at]:
            return False
        at = heads[at] - 1
    return True
