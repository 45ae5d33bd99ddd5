"""Rules about a whole sheet: its items are independent and well spread."""

from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen.checks.finding import Finding
from quizgen.checks.text_match import bare, cited, contains_words, keys
from quizgen.model import Choice, Document, Item

_FEWEST = 6


def check_sheet(items: Sequence[Item], document: Document) -> list[Finding]:
    """Return what is wrong with these items together, in the order of the items."""
    return [
        *_same_fact(items),
        *_gives_away(items, document),
        *_unbalanced_key(items),
        *_first_paragraph(items, document),
    ]


def _same_fact(items: Sequence[Item]) -> Iterator[Finding]:
    asked: dict[object, str] = {}
    for item in items:
        facts: tuple[object, ...] = item.facts or (_own_fact(item),)
        for fact in facts:
            if fact in asked and asked[fact] != item.id:
                message = f"The same fact is asked twice: also in {asked[fact]}"
                yield Finding(item.id, "same-fact", "error", message)
                break
        asked |= {fact: item.id for fact in facts if fact not in asked}


def _own_fact(item: Item) -> object:
    """Return what stands for the fact of an item that names none."""
    quotes = frozenset((evidence.sentence, evidence.quote) for evidence in item.evidence)
    return quotes, tuple(bare(key).casefold() for key in keys(item)) or item.id


def _gives_away(items: Sequence[Item], document: Document) -> Iterator[Finding]:
    proofs = {item.id: _proofs(item, document) for item in items}
    for item in items:
        for other in items:
            if other.id == item.id:
                continue
            shown = set(item.reveals) & proofs[other.id]
            told = proofs[item.id] & proofs[other.id] and any(
                contains_words(item.prompt, bare(key)) for key in keys(other)
            )
            if shown or told:
                message = f"The prompt gives away the answer of another item: {other.id}"
                yield Finding(item.id, "gives-answer-away", "error", message)


def _proofs(item: Item, document: Document) -> set[str]:
    found = (cited(evidence, document) for evidence in item.evidence)
    return {sentence.id for sentence in found if sentence is not None}


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
