"""Rules about a whole sheet: its items are independent and well spread."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.checks.finding import Finding
from quizgen.checks.independence import Asked, gives_away, same_fact
from quizgen.checks.text_match import cited
from quizgen.model import Choice, Document, Item

_FEWEST = 6


def check_sheet(items: Sequence[Item], document: Document) -> list[Finding]:
    """Return what is wrong with these items together, in the order of the items."""
    asked = [Asked(_located(item, document)) for item in items]
    return [
        *_same_fact(asked),
        *_gives_away(asked),
        *_unbalanced_key(items),
        *_first_paragraph(items, document),
    ]


def _same_fact(asked: Sequence[Asked]) -> Iterator[Finding]:
    for at, each in enumerate(asked):
        twin = next((one for one in asked[:at] if same_fact(one, each)), None)
        if twin is not None:
            message = f"The same fact is asked twice: also in {twin.item.id}"
            yield Finding(each.item.id, "same-fact", "error", message)


def _gives_away(asked: Sequence[Asked]) -> Iterator[Finding]:
    for each in asked:
        for other in asked:
            if other.item.id != each.item.id and gives_away(each, other):
                message = f"The prompt gives away the answer of another item: {other.item.id}"
                yield Finding(each.item.id, "gives-answer-away", "error", message)


def _located(item: Item, document: Document) -> Item:
    """Return the item with the sentence of each proof that cites none."""
    found = ((proof, cited(proof, document)) for proof in item.evidence)
    placed = (replace(proof, sentence=home.id) for proof, home in found if home is not None)
    return replace(item, evidence=tuple(placed))


def _unbalanced_key(items: Sequence[Item]) -> Iterator[Finding]:
    places = [
        (item.id, place)
        for item in items
        if isinstance(item.response, Choice)
        for place, option in enumerate(item.response.options)
        if option.correct
    ]
    counts = Counter(place for _, place in places)
    for place, count in counts.items():
        if len(places) >= _FEWEST and count > len(places) / 2:
            last = [id for id, at in places if at == place][-1]
            message = f"The key stands at the same place in more than half: {'ABCDEFGH'[place % 8]}"
            yield Finding(last, "key-position-unbalanced", "warning", message)


def _first_paragraph(items: Sequence[Item], document: Document) -> Iterator[Finding]:
    if len(items) < _FEWEST or len({s.paragraph for s in document.sentences}) < 3:
        return
    opening = []
    for item in items:
        sentence = cited(item.evidence[0], document) if item.evidence else None
        if sentence is not None and sentence.paragraph == 1:
            opening.append(item.id)
    if len(opening) > len(items) / 3:
        message = f"More than a third asks about the first paragraph: {len(opening)}"
        yield Finding(opening[-1], "first-paragraph", "warning", message)
