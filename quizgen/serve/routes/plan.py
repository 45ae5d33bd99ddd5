"""What the teacher asks for: the plan of the sheet, a kisi-kisi, and how it is printed."""

import base64
from dataclasses import asdict
from typing import Any

from starlette.responses import Response

from quizgen.errors import QuizgenError
from quizgen.interfaces import exercises
from quizgen.serve import sheets
from quizgen.serve.routes import sheet
from quizgen.serve.store import Change, ConflictError
from quizgen.serve.visit import Visit
from quizgen.serve.words import plain_error
from quizgen.worksheet import Plan, profiles

_MOST_ITEMS = 60
_ATTEMPTS = 4
LOOKS = ("lkpd", "points", "large", "dyslexia", "lesson")


def make(visit: Visit) -> Response:
    """Keep the plan and make items to it; what is locked or the teacher's own stays."""
    try:
        kisi_kisi = _kisi_kisi(visit)
        made = _saved(visit, kisi_kisi)
    except ConflictError:
        raise
    except QuizgenError as error:
        problem = plain_error(error, visit.language)
        return sheet.show(visit, problem=problem, status=422)
    short = f"?found={made.found}&wanted={made.wanted}" if made.found < made.wanted else ""
    rows = f"&rows={'.'.join(map(str, made.unmet))}" if short and made.unmet else ""
    return visit.go(f"/drafts/{visit.path['draft']}/sheet{short}{rows}")


def _saved(visit: Visit, kisi_kisi: Change | None) -> sheets.Made:
    """Make and keep the items; again if another window has changed some of the old ones meanwhile.

    Raises:
        ConflictError: if the plan itself was changed in another window, or items all the time.
    """
    for attempt in range(_ATTEMPTS):
        draft = visit.draft
        plan = _plan(visit, draft.plan)
        if kisi_kisi:
            draft = draft.holding({kisi_kisi.name: kisi_kisi.value})
        made = sheets.make(draft, plan, visit.workshop.desk)
        changes = [Change("plan", _kept(plan), visit.version()), *made.changes]
        changes += [kisi_kisi] if kisi_kisi else []
        try:
            visit.workshop.store.save(draft.id, "make", changes)
        except ConflictError as conflict:
            if "plan" in conflict.names or attempt == _ATTEMPTS - 1:
                raise
        else:
            break
    return made


def _plan(visit: Visit, before: Plan) -> Plan:
    known = {exercise.name for exercise in exercises()}
    level, count = visit.number("level"), visit.number("count")
    profile = visit.value("profile")
    return Plan(
        types=tuple(name for name in visit.form.get("types", ()) if name in known),
        count=min(max(count or before.count, 1), _MOST_ITEMS),
        level=level if level and 1 <= level <= 7 else None,
        profile=profile if profile in profiles() else before.profile,
        paragraphs=tuple(
            sorted({int(n) for n in visit.form.get("paragraphs", ()) if n.isdecimal()})
        ),
        language="en" if visit.value("instructions") == "en" else "id",
        seed=before.seed + (visit.value("again") == "yes"),
    )


def _kept(plan: Plan) -> dict[str, Any]:
    value = asdict(plan)
    del value["lesson"]
    return value


def _kisi_kisi(visit: Visit) -> Change | None:
    """Return the change that keeps an uploaded kisi-kisi, once it has been read."""
    file = visit.files.get("kisi-kisi")
    if file is None or not file.name:
        return None
    sheets.read_kisi_kisi(file.data, file.name)
    data = base64.b64encode(file.data).decode("ascii")
    return Change("kisi-kisi", {"name": file.name, "data": data})


def drop_kisi_kisi(visit: Visit) -> Response:
    """Go without the kisi-kisi; the items stay."""
    visit.workshop.store.save(visit.draft.id, "kisi-kisi", [Change("kisi-kisi", None)])
    return visit.go(f"/drafts/{visit.path['draft']}/sheet")


def dress(visit: Visit) -> Response:
    """Keep how the sheet is printed."""
    look = {name: visit.value(name) == "yes" for name in LOOKS}
    visit.workshop.store.save(visit.draft.id, "look", [Change("look", look, visit.version())])
    return visit.go(f"/drafts/{visit.path['draft']}/sheet#panel")
