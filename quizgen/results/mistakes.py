"""The wrong answers that several students gave where there are no options to tick."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quizgen.player import grading
from quizgen.results.handin import Record, Submission, one_line
from quizgen.results.sheets import Sheet

LEAST = 2
"""Students who share a mistake, so that it says something on the class."""
MOST = 5
"""Mistakes told of an item, the commonest first."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong answer to a part of an item: a gap, a statement, a pair; empty if it has no parts."""

    part: str
    answer: str
    count: int
    share: float


def mistakes(sheet: Sheet, item: Record, attempt: str) -> list[Mistake]:
    """Return what several students got wrong in the same way.

    Typed answers are the same if the page would judge them alike; shown is the commonest spelling.
    """
    spellings: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in sheet.submissions:
        own = one.items[item["id"]]
        for part, answer in set(_wrong(one, own, attempt)):
            spellings[part, _same(own, answer)][answer] += 1
    total = len(sheet.submissions)
    found = [
        Mistake(part, min(seen, key=lambda text: (-seen[text], text)), seen.total(),
                seen.total() / total)
        for (part, _), seen in spellings.items()
        if seen.total() >= LEAST
    ]  # fmt: skip
    return sorted(found, key=lambda one: (-one.count, one.part, one.answer))[:MOST]


def _same(item: Record, answer: str) -> str:
    typed = item["response"] in ("gap", "short-answer")
    return grading.normalise(answer, item["compare"]) if typed else answer


def _wrong(one: Submission, item: Record, attempt: str) -> Iterator[tuple[str, str]]:
    """Yield the part and the answer for each part that is answered wrong."""
    answer = one.given[item["id"]].of(attempt)
    if answer is None or not grading.is_valid(item, answer):
        return
    told = _told(item, answer)
    for (part, text), right in zip(told, grading.grade(item, answer).parts, strict=False):
        if text and not right:
            yield one_line(part), one_line(text)


def _told(item: Record, answer: Any) -> list[tuple[str, str]]:
    """Return each part of an answer as the student saw it; nothing for items with options."""
    match item["response"]:
        case "gap":
            alone = len(answer) == 1
            return [("" if alone else f"({at})", text) for at, text in enumerate(answer, start=1)]
        case "short-answer":
            return [("", text) for text in answer]
        case "categorise":
            names = ["" if one is None else item["categories"][one] for one in answer]
            texts = [one["text"] for one in item["statements"]]
            return list(zip(texts, names, strict=True))
        case "matching":
            rights = [*(pair[1] for pair in item["pairs"]), *item["distractors"]]
            lefts = [pair[0] for pair in item["pairs"]]
            names = ["" if one is None else rights[one] for one in answer]
            return list(zip(lefts, names, strict=True))
        case _:
            return []
