"""Items stay with their sentences when a paragraph comes back or goes: sentence numbers shift."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from quizgen.model import Document
from quizgen.serve.desk import Desk
from quizgen.serve.draft import ITEM, Draft
from quizgen.serve.store import Change

_CITED = re.compile(r"\b(kalimat (?:nomor )?\(?)(\d+)", re.IGNORECASE)


def resettled(draft: Draft, after: Draft, *, desk: Desk) -> list[Change]:
    """Return the changes of the items when the draft gets other paragraphs."""
    if not draft.items():
        return []
    return list(_changes(draft, renumbering(desk.document(draft), desk.document(after))))


def renumbering(before: Document, after: Document) -> dict[str, str]:
    """Return the new id of every sentence that is still there, matched by text and order."""
    found: dict[str, str] = {}
    waiting = after.sentences
    at = 0
    for sentence in before.sentences:
        same = (i for i in range(at, len(waiting)) if waiting[i].text == sentence.text)
        place = next(same, None)
        if place is not None:
            found[sentence.id] = waiting[place].id
            at = place + 1
    return found


def _changes(draft: Draft, numbers: Mapping[str, str]) -> Iterator[Change]:
    if all(old == new for old, new in numbers.items()):
        return
    for placed in draft.items():
        value = draft.part(f"{ITEM}{placed.key}").value
        moved = _moved(value, numbers)
        if json.dumps(moved) != json.dumps(value):
            yield Change(f"{ITEM}{placed.key}", moved, placed.version)


def _moved(value: Any, numbers: Mapping[str, str]) -> Any:
    """Return a record with every sentence id, and every sentence that words cite, renumbered."""
    if isinstance(value, dict):
        return {
            # A sentence that is gone proves nothing any more.
            key: numbers.get(each, "")
            if key == "sentence"
            else [numbers[id] for id in each if id in numbers]
            if key == "reveals"
            else _moved(each, numbers)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [_moved(each, numbers) for each in value]
    return _CITED.sub(lambda m: _cited(m, numbers), value) if isinstance(value, str) else value


def _cited(match: re.Match[str], numbers: Mapping[str, str]) -> str:
    return match[1] + numbers.get(f"s{match[2]}", f"s{match[2]}").removeprefix("s")
