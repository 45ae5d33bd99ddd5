"""The second page: the text with what was found in it, and the teacher's corrections."""

from dataclasses import asdict
from typing import Any

from starlette.responses import Response

from quizgen.errors import InputError
from quizgen.exports._page import Block as Passage
from quizgen.exports._page import Piece, blocks
from quizgen.language.readability import readability
from quizgen.model import Document
from quizgen.serve.draft import BLOCK, MARK, Draft, Mark
from quizgen.serve.marks import ENTITY, TYPES, WORD, locate
from quizgen.serve.resettle import resettled
from quizgen.serve.store import Change, ConflictError
from quizgen.serve.visit import Visit
from quizgen.serve.words import plain_error

_PATIENCE = 0.6
_NO_ENTITY, _WORD, _NO_WORD = "none", "word", "no-word"
_LONGEST_MARK = 200


def is_ready(visit: Visit, draft: Draft) -> bool:
    """Begin the analysis if need be, and tell whether it is done."""
    try:
        visit.workshop.desk.analysis(draft).result(timeout=_PATIENCE)
    except TimeoutError:
        return False
    return True


def waiting(visit: Visit, draft: Draft) -> Response:
    """Answer with a page that asks again by itself."""
    return visit.render("waiting", draft=draft)


def show(visit: Visit, *, problem: str = "", status: int = 200) -> Response:
    """Answer with the text; a word that the address names is put into the form."""
    draft = visit.draft
    if not is_ready(visit, draft):
        return waiting(visit, draft)
    document = visit.workshop.desk.document(draft)
    reading = readability(document)
    return visit.render(
        "reading",
        status=status,
        draft=draft,
        document=document,
        passages=list(_passages(draft, document)),
        dropped=draft.dropped(),
        marks=draft.marks(),
        reading=reading,
        hard=[(w, _gloss(document, w)) for w in reading.rare] if reading else [],
        types=TYPES,
        asked=_asked(visit),
        problem=problem,
    )


def _passages(draft: Draft, document: Document) -> list[dict[str, Any]]:
    """Return every paragraph with its block and pieces, each with its offsets in the block."""
    numbers = draft.paragraph_blocks()
    versions = {block.number: block.version for block in draft.blocks()}
    found = []
    for at, passage in enumerate(blocks(document)):
        number = numbers[at]
        found.append(
            {
                "block": number,
                "number": passage.number,
                "pieces": _with_offsets(passage),
                "version": versions[number],
            }
        )
    return found


def _with_offsets(passage: Passage) -> list[tuple[Piece, int, int]]:
    """Return each piece with where it starts and ends in its paragraph."""
    found, at = [], 0
    for piece in passage.pieces:
        end = at + sum(len(run.text) for run in piece.runs)
        found.append((piece, at, end))
        at = end
    return found


def _gloss(document: Document, headword: str) -> str:
    notes = (note for note in document.vocabulary if note.headword == headword)
    note = next(notes, None)
    return (note.definition or note.gloss or "") if note else ""


def _asked(visit: Visit) -> dict[str, str]:
    """Return what stands in the form of corrections: what was typed, or what was clicked."""
    names = ("block", "start", "quote", "type", "gloss")
    return {name: visit.value(name) or visit.query.get(name, "") for name in names}


def rename(visit: Visit) -> Response:
    """Give the text another title."""
    change = Change("title", visit.value("title"), visit.version())
    visit.workshop.store.save(visit.draft.id, "title", [change])
    return visit.go(f"/drafts/{visit.path['draft']}/read")


def mark(visit: Visit) -> Response:
    """Keep a correction of a name or word."""
    draft = visit.draft
    try:
        name, value = _mark(visit, draft)
    except InputError as error:
        return show(visit, problem=plain_error(error, visit.language), status=422)
    overlapping = [
        each.key
        for each in draft.marks()
        if each.kind == value["kind"]
        and each.block == value["block"]
        and each.start < value["end"]
        and value["start"] < each.end
        and f"{MARK}{each.key}" != name
    ]
    names = [name, *(f"{MARK}{key}" for key in overlapping)]
    values: list[Any] = [value, *(None for _ in overlapping)]
    changes = [_since(visit, draft, *pair) for pair in zip(names, values, strict=True)]
    visit.workshop.store.save(draft.id, "mark", changes)
    return visit.go(f"/drafts/{draft.id}/read#p{value['block']}")


def _since(visit: Visit, draft: Draft, name: str, value: Any) -> Change:
    """Return a change of a part that nobody may have changed since the page was shown."""
    version = draft.part(name).version
    if version > visit.version("seen"):
        raise ConflictError([name])
    return Change(name, value, version)


def _mark(visit: Visit, draft: Draft) -> tuple[str, dict[str, Any]]:
    block, quote = visit.number("block"), " ".join(visit.value("quote").split())
    paragraphs = dict(zip(draft.paragraph_blocks(), draft.article().paragraphs, strict=True))
    if block not in paragraphs or not quote or len(quote) > _LONGEST_MARK:
        raise InputError("no words were selected; select some in the text")
    start, chosen = visit.number("start") or 0, visit.value("type")
    kind = WORD if chosen in (_WORD, _NO_WORD) else ENTITY
    probe = Mark(
        key="", kind=kind, block=block, start=start, end=start + len(quote), quote=quote,
        type=chosen if chosen in TYPES else "",
        gloss=(visit.value("gloss") or quote) if chosen == _WORD else "",
    )  # fmt: skip
    if chosen not in (*TYPES, _NO_ENTITY, _WORD, _NO_WORD):
        raise InputError("no kind was chosen; choose one")
    at = locate(probe, paragraphs[block])
    if at < 0:
        raise InputError("these words do not stand in the paragraph; select them in the text")
    value = asdict(probe) | {"start": at, "end": at + len(quote)}
    del value["key"]
    return f"{MARK}{block}-{at}-{kind}", value


def unmark(visit: Visit) -> Response:
    """Take a correction back."""
    draft, name = visit.draft, f"{MARK}{visit.path['mark']}"
    if draft.part(name).value is not None:
        visit.workshop.store.save(draft.id, "mark", [_since(visit, draft, name, None)])
    return visit.go(f"/drafts/{draft.id}/read")


def keep_or_drop(visit: Visit) -> Response:
    """Put pieces of the source back into the text, or leave them out."""
    draft, keep = visit.draft, visit.value("keep") == "yes"
    known = {str(block.number): block.number for block in draft.blocks()}
    numbers = [known[text] for text in visit.form.get("block", ()) if text in known]
    if draft.is_corpus or not numbers:
        raise InputError("a text of the corpus stays whole; choose paragraphs on the sheet")
    names = [f"{BLOCK}{number}" for number in numbers]
    after = draft.holding(dict.fromkeys(names, keep))
    if not after.paragraph_blocks():
        raise InputError("the last paragraph cannot be left out")
    changes = [_since(visit, draft, name, keep) for name in names]
    changes += resettled(draft, after, desk=visit.workshop.desk)
    visit.workshop.store.save(draft.id, "keep" if keep else "drop", changes)
    return visit.go(f"/drafts/{draft.id}/read#p{numbers[0]}")
