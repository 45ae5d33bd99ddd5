"""The third page: items beside their evidence, the plan, and the preview."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import HTMLResponse, Response

from quizgen.interfaces import Exercise, by_name, exercises, formats
from quizgen.model import Edition, Item
from quizgen.serve import item_form, sheets
from quizgen.serve.draft import Draft, Placed
from quizgen.serve.guard import SHEET_POLICY
from quizgen.serve.routes import reading
from quizgen.serve.visit import Visit
from quizgen.worksheet import profiles

_SCRIPT = re.compile(rb"<script\b.*?</script>", re.DOTALL)
_SENTENCE = re.compile(r"\bs(\d+)\b")
_FALLBACK_LEVEL = 4


@dataclass(frozen=True, slots=True)
class Editing:
    """An item that stands in its form; ``key`` is "" for a new one.

    ``theirs`` is what another window has saved meanwhile.
    """

    key: str
    item: Item
    version: int
    problem: str = ""
    theirs: Item | None = None
    gone: bool = False


def show(
    visit: Visit, *, editing: Editing | None = None, problem: str = "", status: int = 200
) -> Response:
    """Answer with the sheet; the address may ask for a form or for candidates."""
    draft = visit.draft
    if not reading.is_ready(visit, draft):
        return reading.waiting(visit, draft)
    document = visit.workshop.desk.document(draft)
    worksheet = sheets.worksheets(draft, visit.workshop.desk)[0]
    return visit.render(
        "sheet",
        status=status,
        draft=draft,
        document=document,
        cards=_cards(draft, worksheet, visit),
        editing=editing or _wanted_form(visit, draft),
        kinds=item_form.KINDS,
        offered=_offered(visit, draft),
        groups=type_groups(),
        profiles=profiles().values(),
        paragraphs=sorted({sentence.paragraph for sentence in document.sentences}),
        shortage=_shortage(visit),
        notices=worksheet.notices,
        problem=problem,
    )


def type_groups() -> dict[str, list[Exercise]]:
    """Return every exercise by its family, for the choice of types."""
    groups: dict[str, list[Exercise]] = {"comprehension": [], "vocabulary": [], "language": []}
    for exercise in exercises():
        groups[exercise.family].append(exercise)
    return groups


def _cards(draft: Draft, worksheet: Any, visit: Visit) -> list[dict[str, Any]]:
    """Return what is shown of each item, in the teacher's order."""
    remarks = sheets.remarks(draft, visit.workshop.desk)
    numbers = {item.id: number for number, item in worksheet.items()}
    heads = {section.items[0].id: section.heading for section in worksheet.sections}
    shown = {item.id: item for _, item in worksheet.items()}
    placed = draft.items()
    return [
        {
            "placed": each,
            "item": shown[each.key],
            "number": numbers[each.key],
            "heading": heads.get(each.key, ""),
            "remarks": [_said(remark, visit) for remark in remarks[each.key]],
            "first": at == 0,
            "last": at == len(placed) - 1,
        }
        for at, each in enumerate(placed)
    ]


def _said(remark: sheets.Remark, visit: Visit) -> dict[str, str]:
    """Return a remark in plain words; the rule's own detail follows where it quotes the text."""
    if remark.code == "clash":
        text = visit.words["clash"].format(other=remark.other)
        return {"severity": "warning", "text": text, "detail": ""}
    known = visit.words["rules"].get(remark.code, "")
    _, _, detail = remark.detail.partition(": ")
    detail = _SENTENCE.sub(lambda m: visit.words["sentence"].format(number=m[1]), detail)
    return {
        "severity": remark.severity,
        "text": known or remark.detail,
        "detail": detail if known else "",
    }


def _wanted_form(visit: Visit, draft: Draft) -> Editing | None:
    edit, add = visit.query.get("edit", ""), visit.query.get("add", "")
    if add in item_form.KINDS:
        level = draft.plan.level or draft.article().level or _FALLBACK_LEVEL
        return Editing("", item_form.blank(add, level), 0)
    placed = find(draft, edit)
    return Editing(edit, placed.item, placed.version) if placed else None


def find(draft: Draft, key: str) -> Placed | None:
    """Return the item of a key, None if it is not on the sheet."""
    return next((each for each in draft.items() if each.key == key), None)


def _offered(visit: Visit, draft: Draft) -> dict[str, Any] | None:
    """Return the candidates that the address asks for: instead of an item, or in addition."""
    key, more = visit.query.get("replace", ""), visit.query.get("more")
    placed = find(draft, key)
    if placed is None and more is None:
        return None
    type = visit.query.get("type", "")
    found: Sequence[Item] = sheets.alternatives(draft, placed, visit.workshop.desk, type)
    return {"placed": placed, "items": found, "type": type}


def _shortage(visit: Visit) -> dict[str, Any] | None:
    found, wanted = visit.query.get("found", ""), visit.query.get("wanted", "")
    rows = visit.query.get("rows", "")
    if not (found.isdecimal() and wanted.isdecimal()):
        return None
    numbers = [number for number in rows.split(".") if number.isdecimal()]
    return {"found": found, "wanted": wanted, "rows": ", ".join(numbers)}


def preview(visit: Visit) -> Response:
    """Answer with the printed page, which a frame shows without letting it run anything."""
    draft = visit.draft
    edition: Edition = "teacher" if visit.query.get("edition") == "teacher" else "student"
    worksheet = sheets.worksheets(draft, visit.workshop.desk)[0]
    page = by_name("format", "html", formats()).render(worksheet, edition=edition)
    # Not that it could run in the frame; this keeps the browser from complaining.
    page = _SCRIPT.sub(b"", page)
    return HTMLResponse(page, headers={"Content-Security-Policy": SHEET_POLICY})


def undo(visit: Visit) -> Response:
    """Take the last step back."""
    visit.workshop.store.undo(visit.path["draft"])
    return visit.go(_back(visit))


def redo(visit: Visit) -> Response:
    """Do the step again that was taken back last."""
    visit.workshop.store.redo(visit.path["draft"])
    return visit.go(_back(visit))


def _back(visit: Visit) -> str:
    page = visit.value("page")
    return f"/drafts/{visit.path['draft']}/{page if page in ('read', 'export') else 'sheet'}"
