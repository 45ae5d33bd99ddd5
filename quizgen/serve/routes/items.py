"""What a teacher does to single items of the sheet."""

from dataclasses import replace

from starlette.responses import Response

from quizgen import citations, pipeline
from quizgen.errors import InputError
from quizgen.model import Item
from quizgen.records import identify
from quizgen.serve import item_form, sheets
from quizgen.serve.draft import GONE, ITEM, PLACE, Draft, Placed, item_value
from quizgen.serve.routes import sheet
from quizgen.serve.store import Change, ConflictError
from quizgen.serve.visit import Visit


def _back(visit: Visit, key: str = "") -> Response:
    anchor = f"#item-{key}" if key else ""
    return visit.go(f"/drafts/{visit.path['draft']}/sheet{anchor}")


def _known(draft: Draft, key: str) -> Placed:
    placed = sheet.find(draft, key)
    if placed is None:
        raise ConflictError([f"{ITEM}{key}"])
    return placed


def add(visit: Visit) -> Response:
    """Put a teacher's own item behind the others."""
    draft, kind = visit.draft, visit.value("kind")
    level = draft.plan.level or draft.article().level or 4
    empty = item_form.blank(kind if kind in item_form.KINDS else "choice", level)
    result = item_form.read(empty, visit.form)
    if result.problem:
        editing = sheet.Editing("", result.item, 0, visit.words["needs"][result.problem])
        return sheet.show(visit, editing=editing, status=422)
    item = _placed_evidence(identify(result.item), visit, draft)
    key = sheets.free_key(draft, item.id)
    value = item_value(replace(item, id=key, locked=True), mine=True)
    place = Change(f"{PLACE}{key}", sheets.next_place(draft))
    visit.workshop.store.save(draft.id, "add", [Change(f"{ITEM}{key}", value, 0), place])
    return _back(visit, key)


def _placed_evidence(item: Item, visit: Visit, draft: Draft) -> Item:
    """Return the item with the sentence of every quote that the text has."""
    document = visit.workshop.desk.document(draft)
    loose = replace(
        item,
        evidence=tuple(
            proof
            if proof.sentence in {s.id for s in document.sentences}
            and proof.quote in document.sentence(proof.sentence).text
            else replace(proof, sentence="")
            for proof in item.evidence
        ),
    )
    (found,) = citations.place_evidence([loose], document)
    return found


def save(visit: Visit) -> Response:
    """Keep a changed item; if another window changed it meanwhile, show both."""
    draft, key = visit.draft, visit.path["item"]
    before = sheet.find(draft, key)
    shown = before.item if before else _lost(draft, key, visit)
    result = item_form.read(shown, visit.form)
    if result.problem:
        said = visit.words["needs"][result.problem]
        editing = sheet.Editing(key, result.item, visit.version(), said)
        return sheet.show(visit, editing=editing, status=422)
    item = _placed_evidence(result.item, visit, draft)
    if before and before.version == visit.version() and item == before.item:
        return _back(visit, key)
    # Of an item that keeps its id a higher revision replaces what was taken over before.
    item = replace(item, revision=item.revision + 1)
    value = item_value(item, mine=True, row=before.row if before else None)
    changes = [Change(f"{ITEM}{key}", value, visit.version())]
    if before is None:
        changes.append(Change(f"{GONE}{key}", None))
    try:
        visit.workshop.store.save(draft.id, "edit", changes)
    except ConflictError:
        return _both(visit, key, result.item)
    return _back(visit, key)


def _lost(draft: Draft, key: str, visit: Visit) -> Item:
    """Return what stands for an item that another window has taken away meanwhile."""
    kind = visit.value("kind")
    level = draft.plan.level or 4
    return replace(item_form.blank(kind if kind in item_form.KINDS else "choice", level), id=key)


def _both(visit: Visit, key: str, mine: Item) -> Response:
    """Answer with the teacher's words in the form, and beside them what was saved meanwhile."""
    draft = visit.draft
    theirs = sheet.find(draft, key)
    editing = sheet.Editing(
        key=key,
        item=mine,
        version=draft.part(f"{ITEM}{key}").version,
        theirs=theirs.item if theirs else None,
        gone=theirs is None,
    )
    return sheet.show(visit, editing=editing, problem=visit.words["conflict"], status=409)


def delete(visit: Visit) -> Response:
    """Take an item off the sheet; it is not offered again, but can be brought back by undo."""
    draft, key = visit.draft, visit.path["item"]
    _known(draft, key)
    changes = [Change(f"{ITEM}{key}", None, visit.version()), Change(f"{GONE}{key}", True)]
    visit.workshop.store.save(draft.id, "delete", changes)
    return _back(visit)


def lock(visit: Visit) -> Response:
    """Lock an item, so that it stays when new ones are made, or unlock it."""
    draft = visit.draft
    placed = _known(draft, visit.path["item"])
    item = replace(placed.item, locked=visit.value("locked") == "yes")
    value = item_value(item, mine=placed.mine, row=placed.row)
    change = Change(f"{ITEM}{placed.key}", value, visit.version())
    visit.workshop.store.save(draft.id, "lock" if item.locked else "unlock", [change])
    return _back(visit, placed.key)


def move(visit: Visit) -> Response:
    """Move an item: up, down, or before another one."""
    draft, key = visit.draft, visit.path["item"]
    _known(draft, key)
    order = [each.key for each in draft.items()]
    at, before = order.index(key), visit.value("before")
    to = {"up": at - 1, "down": at + 1}.get(visit.value("to"), at)
    if before:
        rest = [each for each in order if each != key]
        to = rest.index(before) if before in rest else len(rest)
    if to != at and 0 <= to < len(order):
        visit.workshop.store.save(draft.id, "move", sheets.moved(draft, key, to))
    return _back(visit, key)


def _candidate(visit: Visit, draft: Draft) -> Item:
    plan = draft.plan
    pool = visit.workshop.desk.every_candidate(draft, level=plan.level, seed=plan.seed)
    wanted = visit.value("candidate")
    fitting = pipeline.fitting(
        (item for item in pool if item.id == wanted),
        visit.workshop.desk.document(draft),
        replace(plan, types=()),
    )
    if not fitting:
        raise InputError("this candidate is not there any more; choose another")
    return pipeline.printed(fitting[0])


def replace_item(visit: Visit) -> Response:
    """Put a candidate in the place of an item."""
    draft = visit.draft
    placed = _known(draft, visit.path["item"])
    item = _candidate(visit, draft)
    seen = replace(placed, version=visit.version())
    visit.workshop.store.save(draft.id, "replace", sheets.replaced_by(draft, seen, item))
    return _back(visit, item.id)


def take(visit: Visit) -> Response:
    """Put a candidate behind the items of the sheet."""
    draft = visit.draft
    item = _candidate(visit, draft)
    part = draft.part(f"{ITEM}{item.id}")
    if part.value is None:
        change = Change(f"{ITEM}{item.id}", item_value(item, mine=False), part.version)
        place = Change(f"{PLACE}{item.id}", sheets.next_place(draft))
        visit.workshop.store.save(draft.id, "add", [change, place])
    return _back(visit, item.id)
