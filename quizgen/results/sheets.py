"""Submissions by sheet: parallel versions together, altered questions and second files aside."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quizgen.player import grading
from quizgen.results.handin import Record, Submission


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not counted: the code of the reason, and what exactly, or the other file."""

    file: str
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The same questions, in one version or several, and who answered them.

    ``items`` are the records of the first version; free texts are not among them, because a person
    judges those: ``unscored`` counts them.
    """

    name: str
    title: str
    article: str
    versions: tuple[str, ...]
    items: tuple[Record, ...]
    unscored: int
    submissions: tuple[Submission, ...]

    @property
    def most(self) -> float:
        """Return the points of a sheet without fault."""
        return float(sum(item["points"] for item in self.items))


def content(item: Record) -> str:
    """Return an item's content as text, the same in every order in which it may be printed."""
    kept = {name: value for name, value in item.items() if name not in _PLACE}
    for name in ("statements", "pairs", "distractors"):
        if name in kept:
            kept[name] = sorted(map(_text, kept[name]))
    if item["response"] != "ordering" and "options" in kept:
        kept["options"] = sorted(
            _text([one["text"], one.get("correct")]) for one in kept["options"]
        )
    return _text(kept)


_PLACE = frozenset({"number", "shown", "note", "evidence", "explanation"})
"""Fields of an item that depend on the sheet around it, or that no learner is judged by."""


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def questions(submission: Submission) -> frozenset[str]:
    """Return the content of a submission's items, without their order."""
    return frozenset(map(content, submission.items.values()))


def split_altered(
    submissions: Iterable[Submission],
) -> tuple[list[Submission], list[Skipped]]:
    """Part the files whose questions differ from most files that name the same sheet.

    Where no set of questions is that of most files, nobody can tell which is the right one, and
    all are kept, as different sheets.
    """
    named = defaultdict(list)
    for one in submissions:
        named[one.article, one.version, one.fingerprint].append(one)
    kept, skipped = [], []
    for group in named.values():
        counted = Counter(map(questions, group)).most_common(2)
        clear = len(counted) > 1 and counted[0][1] > counted[1][1]
        for one in group:
            if clear and questions(one) != counted[0][0]:
                skipped.append(Skipped(one.file, "differs", str(counted[0][1])))
            else:
                kept.append(one)
    return kept, skipped


def split_repeated(group: Sequence[Submission]) -> tuple[list[Submission], list[Skipped]]:
    """Keep one file a student: the one with most answers, the first by name among equals.

    The files carry no time. Students without a name are kept, unless one file copies another.
    """
    best: dict[object, Submission] = {}
    skipped = []
    for one in sorted(group, key=lambda one: (-one.answered(), one.file)):
        same_check = next((kept for kept in best.values() if kept.check == one.check), None)
        who = (one.name.casefold(), one.group.casefold()) if one.name else one.file
        if same_check:
            skipped.append(Skipped(one.file, "copy", same_check.file))
        elif who in best:
            skipped.append(Skipped(one.file, "repeated", best[who].file))
        else:
            best[who] = one
    return sorted(best.values(), key=_place), skipped


def _place(one: Submission) -> tuple[str, str, str]:
    return one.group.casefold(), one.name.casefold(), one.file


def sheets_of(submissions: Iterable[Submission]) -> tuple[list[Sheet], list[Skipped]]:
    """Return the sheets, by article, and the files set aside."""
    kept, skipped = split_altered(submissions)
    groups: dict[tuple[str, frozenset[str]], list[Submission]] = defaultdict(list)
    for one in kept:
        groups[one.article, questions(one)].append(one)
    found = []
    for group in groups.values():
        single, repeated = split_repeated(group)
        skipped += repeated
        found.append(_sheet(single))
    return list(_named(sorted(found, key=lambda sheet: (sheet.article, _first(sheet))))), skipped


def _sheet(group: Sequence[Submission]) -> Sheet:
    lead = min(group, key=lambda one: (one.version, one.fingerprint))
    scored = tuple(item for item in lead.items.values() if grading.is_scored(item))
    return Sheet(
        name=lead.article,
        title=lead.title or lead.article,
        article=lead.article,
        versions=tuple(sorted({one.version for one in group if one.version})),
        items=scored,
        unscored=len(lead.items) - len(scored),
        submissions=tuple(group),
    )


def _first(sheet: Sheet) -> str:
    return min(one.fingerprint for one in sheet.submissions)


def _named(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """Yield the sheets under names of their own: the article, with a number if it has several."""
    total = Counter(sheet.article for sheet in sheets)
    seen: Counter[str] = Counter()
    for sheet in sheets:
        seen[sheet.article] += 1
        several = total[sheet.article] > 1
        name = f"{sheet.article} ({seen[sheet.article]})" if several else sheet.article
        yield replace(sheet, name=name)
