"""A worksheet drawn from a bank: no fact twice, with the texts that its items need."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen import offered, pipeline
from quizgen.bank.merge import Places, merge_texts, move, places
from quizgen.bank.search import Found, Wish, find
from quizgen.model import Document, Item
from quizgen.pipeline import Vetted
from quizgen.wording import table
from quizgen.worksheet import Plan

_SPARE = 3
"""So many times the items of a sheet are looked for: not all of them can stand on one sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The passage of a sheet, its items, and the ids of the texts they come from."""

    document: Document
    vetted: Vetted
    texts: tuple[str, ...]


def draw(bank: Path, wish: Wish, plan: Plan, *, texts: int) -> Drawn:
    """Return the items of a sheet with the texts that they ask about, and no other text.

    Two items never ask the same fact, be they of one text or of two. A text is printed whole if
    one of its items asks what it says; else only the paragraphs are that its items stand in.

    Args:
        bank: a file of ``quizgen batch bank``.
        wish: which items are wanted.
        plan: how many, and how the sheet is to be.
        texts: from how many texts at most.

    Raises:
        InputError: if there is no such bank, or nothing in it fits.
    """
    found = find(bank, wish, texts=texts, enough=plan.count * _SPARE, seed=plan.seed)
    whole: list[Collection[int]] = [() for _ in found]
    document, vetted, homes = _merged(found, whole)
    sheet = pipeline.make_worksheet(document, plan, items=vetted.kept)
    chosen = {homes[item.id] for _, item in sheet.items()}
    used = [each for each in found if {(each.article.id, i.id) for i in each.items} & chosen]
    if not used:
        raise pipeline.nothing_good(str(bank), plan)
    picked = [_only(each, chosen) for each in used]
    document, vetted, _ = _merged(picked, [_needed(each) for each in picked])
    return Drawn(document=document, vetted=vetted, texts=tuple(each.article.id for each in used))


def _merged(
    found: Sequence[Found], shown: Sequence[Collection[int]]
) -> tuple[Document, Vetted, dict[str, tuple[str, str]]]:
    """Return the document of some texts, their items in it, and where each item comes from."""
    from quizgen.language.annotate import annotate

    document = annotate(merge_texts(found, shown))
    items: dict[str, Item] = {}
    homes: dict[str, tuple[str, str]] = {}
    moved = places(found, shown, document)
    for number, (each, to) in enumerate(zip(found, moved, strict=True), start=1):
        for item in _moved(each, to):
            # Ids are short and only sure to differ within a text.
            id = item.id if item.id not in items else f"{item.id}-{number}"
            homes[id] = (each.article.id, item.id)
            items[id] = replace(item, id=id)
    vetted = pipeline.vet(items.values(), document)
    if len(found) > 1:
        numbers = {each.article.id: number for number, each in enumerate(found, start=1)}
        named = (_named(item, numbers[homes[item.id][0]]) for item in vetted.kept)
        vetted = replace(vetted, kept=tuple(named))
    return document, vetted, homes


def _moved(found: Found, to: Places) -> list[Item]:
    moved = (move(item, to) for item in found.items)
    return [item for item in moved if item]


def _named(item: Item, number: int) -> Item:
    """Return an item on what a text says with the text's number; others name their sentence."""
    if item.text != "shown" or not _asks_text(item):
        return item
    return replace(item, prompt=f"({table('id')['text_number']} {number}) {item.prompt}")


def _asks_text(item: Item) -> bool:
    return offered.families().get(item.type) == "comprehension"


def _only(found: Found, chosen: Collection[tuple[str, str]]) -> Found:
    items = tuple(item for item in found.items if (found.article.id, item.id) in chosen)
    return replace(found, items=items)


def _needed(found: Found) -> set[int]:
    """Return the paragraphs that a text's items need; none if they need the whole text."""
    if any(_asks_text(item) for item in found.items):
        return set()
    homes = {id: paragraph for id, paragraph, _ in found.sentences}
    needed = [*(e.sentence for i in found.items for e in i.evidence)]
    needed += [id for item in found.items for id in item.reveals]
    return {homes[id] for id in needed if id in homes}
