"""From a draft to its items and its printed sheet: making, replacing, findings, versions."""

import base64
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from quizgen import blueprint, citations, offered, pipeline
from quizgen.checks.independence import conflict
from quizgen.lesson import with_lesson
from quizgen.model import BlueprintRow, Document, Item, Worksheet
from quizgen.readers._package import check_package
from quizgen.serve.desk import Desk
from quizgen.serve.draft import GONE, ITEM, PLACE, Draft, Placed, item_value
from quizgen.serve.intake import safe_name
from quizgen.serve.store import Change
from quizgen.text_level import level_notice
from quizgen.worksheet import Plan

_ALTERNATIVES = 8


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule finds in an item, or a clash with ``other``, the number of another item."""

    code: str
    severity: str
    detail: str
    other: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """The changes that make a sheet, and what is wanting: (found, wanted), rows not met."""

    changes: tuple[Change, ...]
    found: int
    wanted: int
    unmet: tuple[int, ...] = ()


def make(draft: Draft, plan: Plan, desk: Desk) -> Made:
    """Return what puts new items on the sheet; locked ones and the teacher's own stay.

    Raises:
        InputError: if the text has no such paragraph, or no item is good enough.
    """
    document = desk.document(draft)
    pipeline.check_plan(document, plan)
    stored = draft.part("kisi-kisi").value
    kept = [each for each in draft.items() if each.mine or each.item.locked]
    if stored:
        return _made_to_rows(draft, plan, desk, kept, _requests(stored))
    plan = offered.with_types(plan)
    pool = desk.candidates(draft, types=plan.types, level=plan.level, seed=plan.seed)
    # What stays must be on the sheet, whatever else is.
    fixed = [replace(each.item, locked=True) for each in kept]
    items = [*fixed, *_unused(pool, draft, kept)]
    sheet = pipeline.make_worksheet(document, plan, items=items)
    chosen = [item for _, item in sheet.items()]
    if not chosen:
        raise pipeline.nothing_good(document.article.id, plan)
    rows = {each.key: each.row for each in kept}
    changes = [*_replaced(draft, kept, [(item, rows.get(item.id)) for item in chosen])]
    return Made(tuple(changes), len(chosen), plan.count)


def _made_to_rows(
    draft: Draft,
    plan: Plan,
    desk: Desk,
    kept: Sequence[Placed],
    requests: Sequence[blueprint.Request],
) -> Made:
    document = desk.document(draft)
    types = offered.types_for(requests)
    pool = desk.candidates(draft, types=types, level=plan.level, seed=plan.seed)
    fitting = pipeline.fitting(_unused(pool, draft, kept), document, plan)
    rows = blueprint.fill(requests, fitting, document)
    if not kept and not any(row.items for row in rows):
        raise pipeline.nothing_good(document.article.id, plan)
    printed = iter(item for _, item in blueprint.assemble_filled(document, rows, plan).items())
    by_id = {item.id: item for item in printed}
    chosen: list[tuple[Item, int | None]] = []
    for at, row in enumerate(rows):
        own = [each.item for each in kept if each.row == at]
        new = [by_id[item.id] for item in row.items][: max(0, row.request.count - len(own))]
        chosen += [(item, at) for item in (*own, *new)]
    chosen += [(each.item, None) for each in kept if each.row is None]
    wanted = sum(request.count for request in requests)
    unmet = tuple(row.request.row for row in rows if row.missing)
    changes = [*_replaced(draft, kept, chosen), Change("rows", [_row(r) for r in requests])]
    return Made(tuple(changes), sum(row is not None for _, row in chosen), wanted, unmet)


def _row(request: blueprint.Request) -> dict[str, Any]:
    row = BlueprintRow(
        competence=request.competence, material=request.material, indicator=request.indicator,
        level=request.level, form=request.form,
    )  # fmt: skip
    return {name: value for name, value in asdict(row).items() if name != "items"}


def _requests(stored: dict[str, Any]) -> list[blueprint.Request]:
    return read_kisi_kisi(base64.b64decode(stored["data"]), stored["name"])


def read_kisi_kisi(data: bytes, name: str) -> list[blueprint.Request]:
    """Return the rows of a kisi-kisi from the bytes of its file.

    Raises:
        InputError: naming the row that cannot be read.
    """
    with suppress(zipfile.BadZipFile):
        # What is no archive at all is told when it is read.
        check_package(data, source=safe_name(name))
    # The libraries for tables open paths alone.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"kisi-kisi{Path(name).suffix.lower()}")
        path.write_bytes(data)
        return blueprint.read_blueprint(path)


def _unused(pool: Iterable[Item], draft: Draft, kept: Sequence[Placed]) -> list[Item]:
    used = draft.gone() | {each.key for each in kept}
    return [item for item in pool if item.id not in used]


def _replaced(
    draft: Draft, kept: Sequence[Placed], chosen: Sequence[tuple[Item, int | None]]
) -> Iterator[Change]:
    staying = {each.key for each in kept}
    new = {item.id for item, _ in chosen}
    for each in draft.items():
        if each.key not in staying | new:
            # Unless it was changed meanwhile: then all is made anew.
            yield Change(f"{ITEM}{each.key}", None, each.version)
    for place, (item, row) in enumerate(chosen, start=1):
        if item.id not in staying:
            yield Change(f"{ITEM}{item.id}", item_value(item, mine=False, row=row))
        yield Change(f"{PLACE}{item.id}", float(place))


def alternatives(draft: Draft, placed: Placed | None, desk: Desk, type: str = "") -> list[Item]:
    """Return candidates that could stand on the sheet in the place of an item, or in addition.

    Those of the item's own type come first; none clashes with the other items.
    """
    plan, document = draft.plan, desk.document(draft)
    pool = desk.every_candidate(draft, level=plan.level, seed=plan.seed)
    there = [each for each in draft.items() if placed is None or each.key != placed.key]
    wanted = type or (placed.item.type if placed else "")
    loose = replace(plan, types=(type,) if type else ())
    used = {each.key for each in draft.items()} | draft.gone()
    free = [
        pipeline.printed(item)
        for item in pipeline.fitting(pool, document, loose)
        if item.id not in used and not any(conflict(item, each.item) for each in there)
    ]
    families = offered.families()
    family = families.get(wanted, "")
    free.sort(key=lambda i: (i.type != wanted, families.get(i.type) != family, -i.rank))
    return (free if type else [*_spread(free)])[:_ALTERNATIVES]


def _spread(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items in turns, one of each type at a time."""
    seen: dict[str, count[int]] = {}
    turns = [(next(seen.setdefault(item.type, count())), at) for at, item in enumerate(items)]
    yield from (items[at] for _, at in sorted(turns))


def next_place(draft: Draft) -> float:
    """Return the place behind the last item."""
    return max((each.place for each in draft.items()), default=0.0) + 1


def free_key(draft: Draft, id: str) -> str:
    """Return the id, or with a number if a part of the draft already has it."""
    taken = draft.snapshot.parts
    names = (id if number == 1 else f"{id}-{number}" for number in count(1))
    return next(name for name in names if f"{ITEM}{name}" not in taken)


def moved(draft: Draft, key: str, to: int) -> list[Change]:
    """Return what puts an item at a place of the list, from 0; only its own part changes if it can.

    Places are numbers with room between them; where there is none left, all are given anew.
    """
    others = [each for each in draft.items() if each.key != key]
    to = max(0, min(to, len(others)))
    before = others[to - 1].place if to else others[0].place - 2 if others else 0.0
    after = others[to].place if to < len(others) else before + 2
    middle = (before + after) / 2
    if before < middle < after:
        return [Change(f"{PLACE}{key}", middle)]
    order = [each.key for each in others]
    order.insert(to, key)
    return [Change(f"{PLACE}{name}", float(place)) for place, name in enumerate(order, start=1)]


def usable(items: Iterable[Placed], document: Document) -> list[Item]:
    """Return the items as they can be printed: every proof has its sentence, or is left out."""
    placed = citations.place_evidence((each.item for each in items), document)
    found = [citations.without_lost_evidence(item, document) for item in placed]
    return [replace(i, id=each.key) for i, each in zip(found, items, strict=True)]


def worksheets(draft: Draft, desk: Desk, versions: int = 1) -> list[Worksheet]:
    """Return the printed sheet in so many versions; it may be empty."""
    document, plan = desk.document(draft), draft.plan
    placed = draft.items()
    items = usable(placed, document)
    rows = _blueprint(draft, placed)
    sheets = [
        blueprint.assemble_in_order(document, items, plan, version=letter, blueprint=rows)
        for letter in pipeline.letters(versions)
    ]
    notices = (*document.notices, *level_notice(document, plan.level))
    sheets = [replace(sheet, layout=draft.layout, notices=notices) for sheet in sheets]
    return [with_lesson(sheet) for sheet in sheets] if plan.lesson else sheets


def _blueprint(draft: Draft, placed: Sequence[Placed]) -> tuple[BlueprintRow, ...]:
    rows = draft.part("rows").value or ()
    if not draft.part("kisi-kisi").value:
        return ()
    return tuple(
        BlueprintRow(**row, items=tuple(each.key for each in placed if each.row == at))
        for at, row in enumerate(rows)
    )


def remarks(draft: Draft, desk: Desk) -> dict[str, list[Remark]]:
    """Return what is to be looked at in each item, by its key."""
    document, placed = desk.document(draft), draft.items()
    items = usable(placed, document)
    numbers = {item.id: number for number, item in worksheets(draft, desk)[0].items()}
    found = {item.id: _item_remarks(item, document, desk) for item in items}
    for at, item in enumerate(items):
        for other in items[:at]:
            if conflict(item, other):
                found[item.id].append(Remark("clash", "warning", "", numbers[other.id]))
    return found


def _item_remarks(item: Item, document: Document, desk: Desk) -> list[Remark]:
    from quizgen.checks import check_item

    def find() -> tuple[Remark, ...]:
        return tuple(
            Remark(each.code, each.severity, each.message) for each in check_item(item, document)
        )

    return list(desk.once((item, document.article, document.entities), find))


def replaced_by(draft: Draft, placed: Placed, item: Item) -> list[Change]:
    """Return what puts a candidate in the place of an item, which does not come back unasked."""
    return [
        Change(f"{ITEM}{placed.key}", None, placed.version),
        Change(f"{GONE}{placed.key}", True),
        Change(f"{ITEM}{item.id}", item_value(item, mine=False, row=placed.row)),
        Change(f"{PLACE}{item.id}", placed.place),
    ]
