"""One file that a student hands in, read and verified.

The file carries the questions (``sealed``) and the answers. Whether an answer is right is judged
again from these; what the page has noted is not trusted. The checksum finds damage and careless
edits. It is no security: whoever can read this module can make a file that passes.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quizgen import player
from quizgen.errors import HandInError, ItemError
from quizgen.player import grading
from quizgen.player.hand_in import FORMAT, VERSION, check_sum
from quizgen.records import item_from_dict, item_to_dict

Record = dict[str, Any]

MOST_BYTES = 20 * 2**20
"""A class set of answers has some ten thousand bytes; a file beyond this is something else."""
_MOST_POINTS = 1000
_LONGEST = 120
"""Characters that are kept of a name or of what a student typed."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a student answered to one item, in the shape that ``grading`` judges.

    ``first`` is the answer at the first check, the last one where nothing was checked. An answer
    after the key was shown does not count: it is None.
    """

    first: Any = None
    last: Any = None
    revealed: bool = False

    def of(self, attempt: str) -> Any:
        """Return the answer of an attempt, "first" or "last"."""
        return self.first if attempt == "first" else self.last


@dataclass(frozen=True, slots=True)
class Submission:
    """A verified file: who, which sheet, its items in order, and an answer to each."""

    file: str
    name: str
    group: str
    article: str
    title: str
    version: str
    fingerprint: str
    check: str
    items: Mapping[str, Record]
    given: Mapping[str, Given]

    def share(self, item: str, attempt: str) -> float:
        """Return what part of an item is right, from 0 to 1."""
        return grading.share(self.items[item], self.given[item].of(attempt))

    def answered(self) -> int:
        """Return how many items have a complete answer, free texts among them."""
        pairs = ((self.items[one], given.last) for one, given in self.given.items())
        return sum(grading.grade(item, answer).complete for item, answer in pairs)


def read_handin(data: bytes, file: str) -> Submission:
    """Return what a file holds.

    Args:
        data: its bytes.
        file: its name, for messages and tables.

    Raises:
        HandInError: with the code of a reason in ``wording.toml``.
    """
    record = _parsed(data)
    _check_kind(record, file)
    _check_sum(record)
    try:
        return _submission(record, file)
    except (LookupError, TypeError, AttributeError, ValueError) as error:
        raise HandInError("shape", str(error)[:80]) from None


def _parsed(data: bytes) -> Record:
    if len(data) > MOST_BYTES:
        raise HandInError("big", f"{len(data) // 2**20} MiB")
    try:
        record = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise HandInError("broken", "UTF-8") from None
    except json.JSONDecodeError as error:
        raise HandInError("broken", f"{error.lineno}:{error.colno}") from None
    except (ValueError, RecursionError):
        raise HandInError("broken") from None
    if not isinstance(record, dict):
        raise HandInError("other")
    return record


def _check_kind(record: Record, file: str) -> None:
    if record.get("format") != FORMAT:
        progress = file.endswith(".progress.json") or set(record) == {"items"}
        raise HandInError("progress" if progress else "other")
    if record.get("version") != VERSION:
        raise HandInError("version", str(record.get("version"))[:20])


def _check_sum(record: Record) -> None:
    try:
        expected = check_sum(record)
    except (ValueError, RecursionError):
        raise HandInError("altered") from None
    if record.get("check") != expected:
        raise HandInError("altered")


def _submission(record: Record, file: str) -> Submission:
    sheet, learner = record["sheet"], record["learner"]
    items = {item["id"]: item for sealed in record["sealed"] for item in _items(sealed)}
    if not any(map(grading.is_scored, items.values())):
        raise HandInError("empty")
    answers = dict(record["answers"])
    return Submission(
        file=file,
        name=one_line(learner["name"]),
        group=one_line(learner.get("class") or ""),
        article=one_line(sheet["article"]),
        title=one_line(sheet.get("title") or ""),
        version=one_line(sheet.get("version") or ""),
        fingerprint=one_line(sheet["fingerprint"]),
        check=record["check"],
        items=items,
        given={name: _given(answers.get(name)) for name in items},
    )


def _items(sealed: str) -> Iterator[Record]:
    """Yield the items of a section whose shape is sound; the instruction stands in for a prompt."""
    try:
        sections = player.decode(sealed)["sections"]
    except (ValueError, RecursionError) as error:
        raise HandInError("sealed", str(error)[:80]) from None
    for section in sections:
        lead = "".join(section.get("instructions", [])[-1:])
        for item in section["items"]:
            yield _item(item, lead)


def _item(raw: Record, lead: str) -> Record:
    """Return an item with every field of the type that it should have."""
    try:
        item = item_to_dict(item_from_dict(raw))
        grading.grade(item, None)
    except ItemError as error:
        raise HandInError("shape", str(error)) from None
    if not 0 <= item["points"] <= _MOST_POINTS:
        raise HandInError("shape", f"{item['id']}: points")
    compare = raw.get("compare", "loose")
    return item | {
        "prompt": item["prompt"] or lead,
        "number": int(raw["number"]),
        "compare": compare if compare in ("exact", "form") else "loose",
    }


def _given(entry: Mapping[str, Any] | None) -> Given:
    if entry is None:
        return Given()
    revealed = bool(entry.get("revealed"))
    last = None if revealed else entry.get("answer")
    first = entry.get("first")
    return Given(first=last if first is None else first, last=last, revealed=revealed)


def one_line(value: object) -> str:
    """Return a text as one printable line of a bearable length.

    Signs that cannot be seen, such as those that turn the direction of a line, become spaces.

    Raises:
        TypeError: if it is no text.
    """
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} for a text")
    plain = "".join(sign if sign.isprintable() else " " for sign in value)
    return " ".join(plain.split())[:_LONGEST]
