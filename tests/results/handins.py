"""Files as a page writes them, made from worksheets: whole, altered, and whole classes."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from quizgen import player
from quizgen.formats._player_payload import fingerprint, payload
from quizgen.model import Worksheet
from quizgen.player.hand_in import handed_in

Record = dict[str, Any]
Entries = Mapping[str, Mapping[str, Any]]


def items_of(worksheet: Worksheet) -> list[Record]:
    """Return the item records that a page of the worksheet holds."""
    sections = payload(worksheet, worksheet.sections)["sections"]
    return [item for section in sections for item in section["items"]]


def handin(
    worksheet: Worksheet, name: str, answers: Entries, *, group: str = "XI-2"
) -> dict[str, Any]:
    """Return what a page hands in for these entries, by item id."""
    sheet = {
        "article": worksheet.article.id,
        "title": worksheet.article.title,
        "version": worksheet.version,
        "fingerprint": fingerprint(worksheet),
    }
    sealed = [player.encode(payload(worksheet, worksheet.sections))]
    return handed_in({"name": name, "class": group}, sheet, dict(answers), sealed)


def write(folder: Path, name: str, record: object) -> Path:
    """Write a record as the file ``<name>.hasil.json`` and return its path."""
    path = folder / f"{name}.hasil.json"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return path


def entry(answer: Any, first: Any = None) -> Record:
    """Return a checked answer; ``first`` is the one at the first check, if it was another."""
    return {"answer": answer, "first": answer if first is None else first, "tries": 1,
            "checked": True, "right": True, "revealed": False, "ticks": []}  # fmt: skip


def right(item: Record) -> Any:
    """Return the right answer to an item."""
    match item["response"]:
        case "choice":
            return next(i for i, one in enumerate(item["options"]) if one["correct"])
        case "multi-choice":
            return [i for i, one in enumerate(item["options"]) if one["correct"]]
        case "categorise":
            return [item["categories"].index(one["category"]) for one in item["statements"]]
        case "gap" | "short-answer":
            return [accepted[0] for accepted in item["answers"]]
        case "matching" | "ordering":
            return list(range(len(item.get("pairs") or item["options"])))
        case _:
            return "Sebuah uraian."


def wrong(item: Record, pick: int = 0) -> Any:
    """Return an answer that is wrong in every part; ``pick`` chooses among wrong options."""
    match item["response"]:
        case "choice":
            others = [i for i, one in enumerate(item["options"]) if not one["correct"]]
            return others[pick % len(others)]
        case "multi-choice":
            return [i for i, one in enumerate(item["options"]) if not one["correct"]]
        case "categorise":
            count = len(item["categories"])
            return [(one + 1) % count for one in right(item)]
        case "gap" | "short-answer":
            return ["salah"] * len(item["answers"])
        case "matching" | "ordering":
            count = len(right(item))
            return [(one + 1) % count for one in range(count)]
        case _:
            return ""


def answered(worksheet: Worksheet, hits: Sequence[bool], pick: int = 0) -> dict[str, Record]:
    """Return entries that are right where ``hits`` says so."""
    pairs = zip(items_of(worksheet), hits, strict=True)
    return {one["id"]: entry(right(one) if hit else wrong(one, pick)) for one, hit in pairs}


def write_class(
    folder: Path,
    worksheet: Worksheet,
    matrix: Iterable[Sequence[bool]],
    named: Callable[[int], str] = "Siswa {:02}".format,
) -> None:
    """Write a file for each row of a matrix of right and wrong."""
    for number, hits in enumerate(matrix, start=1):
        record = handin(worksheet, named(number), answered(worksheet, hits, number))
        write(folder, f"{worksheet.article.id}.{number:02}", record)
