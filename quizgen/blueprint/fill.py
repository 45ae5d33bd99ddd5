"""From the rows of a kisi-kisi to items: each row gets the best vetted items that fit it.

The row with the fewest items to choose from chooses first; two items that must not share a sheet
never meet, and items spread over the paragraphs.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quizgen.blueprint.request import Request
from quizgen.checks.independence import conflict
from quizgen.model import Document, Item

_TRIES = 20


@dataclass(slots=True)
class Filled:
    """A row with the items that meet it; ``fitting`` counts all that could have."""

    request: Request
    fitting: int
    items: list[Item] = field(default_factory=list)

    @property
    def missing(self) -> int:
        """How many items are wanting."""
        return self.request.count - len(self.items)


def wanted_types(requests: Iterable[Request], usual: Iterable[str]) -> set[str]:
    """Return the exercise types that the rows name, and the usual ones if a row names none."""
    named: set[str] = set()
    for request in requests:
        if request.topic is None:
            named |= set(usual)
            continue
        named |= request.topic.names()
    return named


def is_candidate(item: Item, request: Request) -> bool:
    """Return whether an item is what a row asks for.

    A level does not refuse an item on language whose type the row names: levels are made for
    comprehension.
    """
    if request.wanted and not request.wanted.has(item):
        return False
    if request.topic and not request.topic.has(item):
        return False
    named = request.topic is not None and item.process == "language"
    return named or not request.processes or item.process in request.processes


def fill(requests: Sequence[Request], items: Iterable[Item], document: Document) -> list[Filled]:
    """Return the rows in their order, each with as many items as can be found for it.

    Several orders of choosing are tried, the same ones every time; the one that finds most wins.
    """
    items = tuple(items)
    queues = [[item for item in items if is_candidate(item, request)] for request in requests]
    best: list[Filled] = []
    most = -1
    for order in _orders(requests, queues):
        rows = _filled(requests, queues, order, document)
        found = sum(len(row.items) for row in rows)
        if found > most:
            best, most = rows, found
        if found == sum(request.count for request in requests):
            break
    return best


def _orders(requests: Sequence[Request], queues: Sequence[Sequence[Item]]) -> Iterator[list[int]]:
    """Yield orders of the rows: scarce ones first, tables first, then some by chance."""
    scarce = sorted(range(len(requests)), key=lambda at: (len(queues[at]) - requests[at].count, at))
    yield scarce
    # A table shows several sentences: taken late, it would clash with what is there already.
    yield sorted(scarce, key=lambda at: not any(len(item.reveals) > 1 for item in queues[at]))
    rng = random.Random(0)
    for _ in range(_TRIES):
        yield rng.sample(scarce, len(scarce))


def _filled(
    requests: Sequence[Request],
    queues: Sequence[Sequence[Item]],
    order: Sequence[int],
    document: Document,
) -> list[Filled]:
    rows = [Filled(request, len(queue)) for request, queue in zip(requests, queues, strict=True)]
    chosen: list[Item] = []
    progress = True
    while progress:
        progress = False
        for at in order:
            if rows[at].missing and (best := _best(queues[at], rows[at].request, chosen, document)):
                rows[at].items.append(best)
                chosen.append(best)
                progress = True
    return rows


def _best(
    queue: Sequence[Item], request: Request, chosen: Sequence[Item], document: Document
) -> Item | None:
    used = Counter(paragraph for item in chosen for paragraph in _paragraphs(item, document))
    free = (item for item in queue if not any(conflict(item, other) for other in chosen))

    def cost(item: Item) -> tuple[int, int, float, str]:
        crowd = max((used[paragraph] for paragraph in _paragraphs(item, document)), default=0)
        kind = request.kinds.index(item.response.kind) if request.kinds else 0
        return kind, crowd, -item.rank, item.id

    return min(free, key=cost, default=None)


def _paragraphs(item: Item, document: Document) -> set[int]:
    return {document.sentence(evidence.sentence).paragraph for evidence in item.evidence}


def shortfalls(rows: Iterable[Filled], file: str) -> Iterator[str]:
    """Yield one line for every row that is not wholly met, saying what is wanting."""
    for row in rows:
        if row.missing:
            request = row.request
            asked = " · ".join(part for part in (request.form, request.level) if part) or "item"
            about = request.indicator or request.material
            reason = (
                "no such item can be made from this text"
                if not row.fitting
                else f"only {row.fitting} can be made, and not all may share a sheet"
            )
            yield (
                f"{file}: row {request.row}: {len(row.items)} of {request.count} items"
                f" ({asked}): {reason}{f' for {about!r}' if about else ''}."
            )


def unread(requests: Iterable[Request], file: str) -> Iterator[str]:
    """Yield one line for every row whose indicator names nothing that an exercise is about."""
    for request in requests:
        if request.topic is None:
            said = f"'{request.indicator}' names" if request.indicator else "there is"
            yield (
                f"{file}: row {request.row}: {said} no known subject of items, such as 'rujukan' or"
                " 'makna kata'; items of any type were taken."
            )
