"""Choosing as many as can stand together: exchanges that make a choice of items better.

Plain graph work on places 0 … n-1: which of them clash, what kind each has, how good each is. A
largest choice is hard to find in general; these graphs are small, and putting one out for two
others comes near it.

Source: (1,2)-swaps for maximum independent sets (Andrade, Resende & Werneck 2012).

>>> none = [()] * 3
>>> star = Graph(
...     clashes=[{1, 2}, {0}, {0}], kinds="abb", worth=[0.9, 0.1, 0.1], groups=none, forms=none
... )
>>> improved(star, [0], fixed=set(), count=5, cap=5)
[1, 2]
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import partial

Quality = tuple[int, int, int, float]
MOST = 2
"""So many of one form may be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """What can be chosen, by its place.

    Attributes:
        clashes: for each the places of those that it cannot stand with.
        kinds: the kind of each.
        worth: how good each is.
        groups: the groups of each, of which a choice should not hold many.
        forms: the forms of each, of which a choice holds ``MOST`` at most and should hold one.
    """

    clashes: Sequence[Set[int]]
    kinds: Sequence[str]
    worth: Sequence[float]
    groups: Sequence[Collection[int]]
    forms: Sequence[Collection[str]]

    def free(self, pool: Collection[int], chosen: Collection[int]) -> list[int]:
        """Return those of the pool that are not chosen and can stand with all chosen."""
        taken, full = set(chosen), self.full(chosen)
        return [
            at
            for at in pool
            if at not in taken
            and taken.isdisjoint(self.clashes[at])
            and full.isdisjoint(self.forms[at])
        ]

    def full(self, chosen: Collection[int], most: int = MOST) -> set[str]:
        """Return the forms of which a choice holds so many that no more may come in."""
        return {form for form, many in self.counted(chosen).items() if many >= most}

    def counted(self, chosen: Collection[int]) -> Counter[str]:
        """Return how many of each form a choice holds."""
        return Counter(form for at in chosen for form in self.forms[at])

    def nearly_free(
        self, pool: Collection[int], chosen: Collection[int]
    ) -> list[tuple[int, int | None]]:
        """Return those of the pool that clash with one chosen at most, each with that one."""
        taken = set(chosen)
        bars = ((at, taken.intersection(self.clashes[at])) for at in pool if at not in taken)
        return [(at, next(iter(barred), None)) for at, barred in bars if len(barred) < 2]


def quality(graph: Graph, chosen: Collection[int], cap: int) -> Quality:
    """Return how good a choice is: how many with how many kinds, how spread, how good each."""
    kinds = len({graph.kinds[at] for at in chosen})
    groups = Counter(group for at in chosen for group in graph.groups[at])
    crowded = sum(max(0, many - cap) for many in groups.values())
    crowded += sum(many - 1 for many in graph.counted(chosen).values())
    worth = round(sum(graph.worth[at] for at in chosen), 6)
    return len(chosen) + kinds, len(chosen), -crowded, worth


def least_clashing(
    graph: Graph, pool: Collection[int], chosen: Sequence[int], *, count: int, cap: int, bonus: int
) -> list[int]:
    """Return ``chosen`` with those of the pool that shut out the fewest others, up to ``count``.

    Args:
        bonus: how many others one of a new kind may shut out more than one of a kind that is there.
    """
    taken, free = list(chosen), graph.free(pool, chosen)
    while len(taken) < count and free:
        taken.append(min(free, key=partial(_cost, graph, taken, set(free), cap, bonus)))
        free = graph.free(free, taken)
    return taken


def _cost(
    graph: Graph, taken: Sequence[int], free: Set[int], cap: int, bonus: int, at: int
) -> tuple[bool, int, int, float, int]:
    """Return what one costs: a crowd, those it shuts out, one more of its kind."""
    crowd = any(
        sum(group in graph.groups[one] for one in taken) >= cap for group in graph.groups[at]
    ) or not graph.full(taken, 1).isdisjoint(graph.forms[at])
    alike = sum(graph.kinds[one] == graph.kinds[at] for one in taken)
    shut = len(free & graph.clashes[at]) - (0 if alike else bonus)
    return crowd, shut, alike, -graph.worth[at], at


def improved(
    graph: Graph,
    chosen: Sequence[int],
    *,
    pool: Collection[int] | None = None,
    fixed: Collection[int],
    count: int,
    cap: int,
) -> list[int]:
    """Return the choice after every exchange that makes it better; those ``fixed`` stay in.

    One goes out for two others, for one of a kind that is not there, or for a better one of its
    own kind.
    """
    pool = range(len(graph.kinds)) if pool is None else pool
    best, taken = quality(graph, chosen, cap), list(chosen)
    most = max([MOST, *graph.counted(fixed).values()])
    better: list[int] | None = taken
    while better is not None:
        taken, better = better, None
        for choice in _exchanges(graph, taken, pool, fixed, count):
            fits = max(graph.counted(choice).values(), default=0) <= most
            if fits and (found := quality(graph, choice, cap)) > best:
                best, better = found, choice
                break
    return taken


def _exchanges(
    graph: Graph, taken: Sequence[int], pool: Collection[int], fixed: Collection[int], count: int
) -> Iterator[list[int]]:
    room = len(taken) < count
    if room:
        yield from ([*taken, at] for at in graph.free(pool, taken))
    kinds = Counter(graph.kinds[at] for at in taken)
    loose = graph.nearly_free(pool, taken)
    for out in taken:
        free = [] if out in fixed else [at for at, bar in loose if bar in (None, out)]
        rest = [at for at in taken if at != out]
        if room:
            yield from ([*rest, *pair] for pair in _pairs(graph, free))
        for at in free:
            new = kinds[graph.kinds[out]] > 1 and not kinds[graph.kinds[at]]
            if new or (room and graph.kinds[at] == graph.kinds[out]):
                yield [*rest, at]


def _pairs(graph: Graph, free: Sequence[int]) -> Iterator[tuple[int, int]]:
    for place, one in enumerate(free):
        yield from ((one, two) for two in free[place + 1 :] if two not in graph.clashes[one])
