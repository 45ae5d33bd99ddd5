"""Which of the vetted items stand on a sheet: many, of many types, spread over the text.

No two of them clash. Where a text gives more than are wanted, the types take turns, the best of
each first. Where it gives fewer, as many are taken as can stand together: those first that shut out
the fewest others, and then one goes out wherever two can come in for it.
"""

import random
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import zip_longest

from quizgen.checks.independence import clashes
from quizgen.independent_sets import MOST, Graph, Quality, improved, least_clashing, quality
from quizgen.model import FORM, Document, Item

COMPREHENSION = "comprehension"
_PER_TYPE_ASIDE = 5
"""One in so many items of a sheet may be of one type of vocabulary or language exercise."""
_FEW = 5
"""On a sheet of so many items or fewer no place is kept for a table."""
_TABLE_COST = 2
"""A table may shut out so many other items."""
_LEAST = 3
"""With fewer items on the sheet a table may cost none."""
_TABLES = 4
"""So many tables are tried, the best ones."""
_BY_HAND = 1.5
"""Items that rank above this were written by a person."""
_PER_PARAGRAPH = 3
"""At most one in so many items may come from one paragraph, while others have any to give."""
_BONUSES = (0, 1, 3)
"""How many others an item of a new type may shut out; each is tried."""


def paragraphs_of(item: Item, document: Document) -> set[int]:
    """Return the numbers of the paragraphs that an item asks about or shows."""
    named = {evidence.sentence for evidence in item.evidence} | set(item.reveals)
    return {document.sentence(id).paragraph for id in named}


def first_of_all(items: Sequence[Item], document: Document, count: int) -> list[Item]:
    """Return the locked items, whatever they share, and what a teacher has written or changed."""
    locked = [item for item in items if item.locked]
    written = [item for item in items if item.by_teacher and not item.locked]
    pool = _Pool([*locked, *written], document)
    there = list(range(len(locked)))
    queue = list(range(len(locked), len(pool.items)))
    return pool.named(pool.in_turn(there, [queue], max(count, len(locked))))


def select(
    items: Sequence[Item],
    document: Document,
    families: Mapping[str, str],
    *,
    count: int,
    asked: bool = False,
    seed: int = 0,
    first: Sequence[Item] = (),
) -> list[Item]:
    """Return at most ``count`` items that can stand on one sheet.

    A third of the sheet is for items that a person wrote, if there are any. A sheet of several
    items has a table, if it shuts out two others at most. Unless types are asked for, at most half
    of it, and few of each type, are vocabulary and language: any text gives many of these, and they
    must not crowd out comprehension.

    Args:
        items: vetted items that fit the plan.
        document: the text and its analysis.
        families: what each type works on; one that is not named counts as comprehension.
        count: how many at most.
        asked: whether a teacher asked for their types: then none is held back.
        seed: which vocabulary and language types come first.
        first: items that are on the sheet in any case.
    """
    pool = _Pool([*first, *items], document)
    there, new = list(range(len(first))), range(len(first), len(pool.items))
    if asked:
        return pool.named(pool.with_table(there, new, count, rooms=(0, count)))
    inside = [at for at in new if families.get(pool.kinds[at], COMPREHENSION) == COMPREHENSION]
    aside = pool.few_of_each(set(new).difference(inside), max(1, count // _PER_TYPE_ASIDE))
    kept = min(len(aside), count // 2)
    chosen = pool.with_table(there, inside, count, rooms=(count // 3, count - kept))
    room = min(len(chosen) + kept, count)
    chosen = pool.in_turn(chosen, _mixed(pool.queues(aside), pool, seed, families), room)
    return pool.named(pool.filled(chosen, inside, count))


class _Pool:
    """Items by their places, with what keeps them apart."""

    def __init__(self, items: Sequence[Item], document: Document) -> None:
        self.items = items
        self.kinds = [item.type for item in items]
        self.graph = Graph(
            clashes=clashes(items),
            kinds=self.kinds,
            worth=[item.rank for item in items],
            groups=[paragraphs_of(item, document) for item in items],
            forms=[[fact for fact in item.facts if fact.startswith(FORM)] for item in items],
        )

    def named(self, places: Iterable[int]) -> list[Item]:
        return [self.items[at] for at in places]

    def queues(self, places: Iterable[int]) -> list[list[int]]:
        """Return the items of each type, best first; the type with the best item first."""
        queues: dict[str, list[int]] = {}
        for at in sorted(places, key=lambda at: (-self.items[at].rank, self.items[at].id)):
            queues.setdefault(self.kinds[at], []).append(at)
        return sorted(queues.values(), key=lambda q: (-self.items[q[0]].rank, self.kinds[q[0]]))

    def few_of_each(self, places: Iterable[int], most: int) -> list[int]:
        """Return the best few items of each type."""
        return [at for queue in self.queues(places) for at in queue[:most]]

    def in_turn(
        self, chosen: Sequence[int], queues: Sequence[Sequence[int]], count: int
    ) -> list[int]:
        """Return ``chosen`` with the next items of the queues in turn, up to ``count``."""
        taken = list(chosen)
        for cap, most in ((_cap(count), 1), (max(1, count), MOST)):
            progress = True
            while progress and len(taken) < count:
                progress = False
                for queue in queues:
                    found = next((at for at in queue if self._fits(at, taken, cap, most)), None)
                    if found is not None and len(taken) < count:
                        taken.append(found)
                        progress = True
        return taken

    def _fits(self, at: int, taken: Sequence[int], cap: int, most: int) -> bool:
        groups = self.graph.groups
        return (
            bool(self.graph.free([at], taken))
            and self.graph.full(taken, most).isdisjoint(self.graph.forms[at])
            and all(sum(each in groups[one] for one in taken) < cap for each in groups[at])
        )

    def filled(self, chosen: Sequence[int], places: Collection[int], count: int) -> list[int]:
        """Return ``chosen`` with as many of these as can be, of as many types as can be."""
        fixed, cap = set(chosen), _cap(count)
        ways = [self.in_turn(chosen, self.queues(places), count)]
        if len(ways[0]) < count:
            ways += [
                least_clashing(self.graph, places, chosen, count=count, cap=cap, bonus=bonus)
                for bonus in _BONUSES
            ]
        found = [
            improved(self.graph, way, pool=places, fixed=fixed, count=count, cap=cap)
            for way in ways
        ]
        return max(found, key=lambda way: quality(self.graph, way, cap))

    def with_table(
        self, chosen: Sequence[int], places: Collection[int], count: int, rooms: tuple[int, int]
    ) -> list[int]:
        """Return the fullest choice that has a table, unless that costs too many others."""
        plain = self._rounds(chosen, places, count, rooms)
        if count <= _FEW or any(self._shows(at) for at in plain):
            return plain
        tables = [at for at in self.graph.free(places, chosen) if self._shows(at)]
        tables.sort(key=lambda at: (-self.items[at].rank, self.items[at].id))
        found = [self._rounds([*chosen, at], places, count, rooms) for at in tables[:_TABLES]]
        best = max(found, key=partial(self._worth, count), default=plain)
        return best if self._is_worth(best, plain) else plain

    def _worth(self, count: int, way: Sequence[int]) -> tuple[int, Quality]:
        return self._by_hand(way), quality(self.graph, way, _cap(count))

    def _is_worth(self, tabled: Sequence[int], plain: Sequence[int]) -> bool:
        """Tell whether a table costs few items, no type and not much that a person wrote."""
        short = len(plain) - len(tabled)
        kinds = [len({self.kinds[at] for at in way}) for way in (tabled, plain)]
        few = short <= 0 or (short < _TABLE_COST and len(tabled) >= _LEAST)
        kept = self._by_hand(tabled) > self._by_hand(plain) - _TABLE_COST
        return few and kept and kinds[0] >= kinds[1]

    def _by_hand(self, way: Sequence[int]) -> int:
        return sum(self.items[at].rank > _BY_HAND for at in way)

    def _rounds(
        self, chosen: Sequence[int], places: Collection[int], count: int, rooms: tuple[int, int]
    ) -> list[int]:
        """Return a share of what a person wrote, then the rest, what a person wrote last."""
        by_hand = [at for at in places if self.items[at].rank > _BY_HAND]
        share, most = rooms
        if not by_hand or not share:
            return self.filled(chosen, places, most)
        chosen = self.filled(chosen, by_hand, min(len(chosen) + share, count))
        chosen = self.filled(chosen, [at for at in places if at not in by_hand], most)
        return self.filled(chosen, places, most)

    def _shows(self, at: int) -> bool:
        """Tell whether an item shows several sentences of the text again."""
        return len(self.items[at].reveals) > 1


def _cap(count: int) -> int:
    return max(1, count // _PER_PARAGRAPH)


def _mixed(
    queues: list[list[int]], pool: _Pool, seed: int, families: Mapping[str, str]
) -> list[list[int]]:
    """Return the items of each type, the families in turn, types in an order of the seed's."""
    random.Random(seed).shuffle(queues)
    groups: dict[str, list[list[int]]] = {}
    for queue in queues:
        groups.setdefault(families[pool.kinds[queue[0]]], []).append(queue)
    rounds = zip_longest(*(groups[family] for family in sorted(groups, reverse=True)))
    return list(_flat(rounds))


def _flat(rounds: Iterable[Sequence[list[int] | None]]) -> Iterator[list[int]]:
    for queues in rounds:
        yield from (queue for queue in queues if queue)
