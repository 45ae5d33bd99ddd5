"""Items as a YAML file that a teacher edits, and what the file remembers.

The file is a list of item records, the same as the lines of ``items --format jsonl``. Its last
entry is no item: it remembers which items were made, each with a fingerprint of its content, and
which ones the teacher has deleted since. So an item whose fingerprint has changed is known to be
edited, one that was never made to be the teacher's own, and one that is gone to be deleted. A file
without this entry is the teacher's own altogether.

Scalars are read as text, for YAML would make 1.24 of a person's *1.240* and 750 of *12:30*.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args

import yaml

from quizgen.errors import ItemError
from quizgen.model import (
    Categorise,
    Choice,
    Gap,
    Item,
    Language,
    Matching,
    MultiChoice,
    Ordering,
    Process,
    ShortAnswer,
    TextMode,
)
from quizgen.records import identify, item_from_dict, item_to_dict
from quizgen.wording import table

_MADE, _DROPPED = "made", "dropped"


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with the line on which it starts."""

    line: int
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFile:
    """What a file holds: its items, fingerprints by id of those made, and the deleted ids."""

    entries: tuple[Entry, ...]
    made: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()

    def deleted(self) -> tuple[str, ...]:
        """Return the ids that were made and are not there any more, now or earlier."""
        there = {entry.item.id for entry in self.entries}
        return tuple(sorted({*self.dropped, *self.made} - there))


def fingerprint(item: Item) -> str:
    """Return eight letters and digits that change with anything in the item but its lock."""
    record = json.dumps(item_to_dict(replace(item, locked=False)), sort_keys=True)
    return hashlib.sha256(record.encode()).hexdigest()[:8]


def write_yaml(
    items: Iterable[Item],
    *,
    made: Mapping[str, str],
    dropped: Iterable[str] = (),
    language: Language = "id",
) -> str:
    """Return the file; ``made`` holds the fingerprints of the items as they were made."""
    words = table(language)
    remembered = {_MADE: dict(sorted(made.items())), _DROPPED: sorted(dropped)}
    return (
        f"# {words['edit_items']}\n{_dump([item_to_dict(item) for item in items])}"
        f"# {words['leave_entry']}\n{_dump([remembered])}"
    )


def _dump(value: list[Any]) -> str:
    if not value:
        return ""
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100)
    return text


class _Loader(yaml.SafeLoader):
    """Reads every plain scalar as text, but for null, true and false."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag == "tag:yaml.org,2002:null" or (tag.endswith(":bool") and first in "tTfF")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_yaml(text: str, *, source: str) -> ItemFile:
    """Return what a YAML text holds; items that a teacher has written or changed are marked.

    Raises:
        ItemError: naming ``source``, and the line of an item that cannot be read or used.
    """
    pairs = list(_records(text, source))
    remembered = next((record for _, record in pairs if _is_memory(record)), None)
    made = _made(remembered, source)
    entries: list[Entry] = []
    ids: set[str] = set()
    for line, record in pairs:
        if not _is_memory(record):
            item = _item(record, f"{source}:{line}", ids)
            ids.add(item.id)
            theirs = item.locked or made.get(item.id) != fingerprint(item)
            entries.append(Entry(line, replace(item, by_teacher=theirs)))
    dropped = tuple(map(str, (remembered or {}).get(_DROPPED) or ()))
    return ItemFile(entries=tuple(entries), made=made, dropped=dropped)


def _records(text: str, source: str) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        records = loader.construct_document(node) if node else []
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ItemError(f"{source}: is no YAML ({' '.join(str(error).split())})") from error
    if not isinstance(records, list) or not all(isinstance(each, dict) for each in records):
        raise ItemError(f"{source}: holds no list of items")
    for part, record in zip(node.value if node else (), records, strict=True):
        yield part.start_mark.line + 1, record


def _is_memory(record: Mapping[str, Any]) -> bool:
    return "type" not in record and bool({_MADE, _DROPPED} & record.keys())


def _made(remembered: Mapping[str, Any] | None, source: str) -> dict[str, str]:
    made = (remembered or {}).get(_MADE) or {}
    if not isinstance(made, dict):
        raise ItemError(f"{source}: the entry '{_MADE}' is damaged; delete it to keep all items")
    return {str(id): str(value) for id, value in made.items()}


def _item(record: dict[str, Any], where: str, taken: set[str]) -> Item:
    """Return an item, with a new id if it has none or the id of an earlier one."""
    item = item_from_dict({**record, "evidence": record.get("evidence") or []}, where=where)
    if item.id in taken:
        item = identify(item)
    count, id = 1, item.id
    while item.id in taken:
        count += 1
        item = replace(item, id=f"{id}-{count}")
    problem = _problem(item)
    if problem:
        raise ItemError(f"{where}: {item.id}: {problem}")
    return item


def _problem(item: Item) -> str:
    """Return why no sheet can print an item and what to do, empty if one can."""
    if item.process not in get_args(Process):
        return f"process '{item.process}'; write one of {', '.join(get_args(Process))}"
    if item.text not in get_args(TextMode):
        return f"text '{item.text}'; write one of {', '.join(get_args(TextMode))}"
    if not 1 <= item.level <= 7:
        return f"level {item.level}; write a BIPA level from 1 to 7"
    if item.points < 1:
        return f"points {item.points}; write 1 or more"
    return _response_problem(item)


def _response_problem(item: Item) -> str:
    match item.response:
        case Choice(options=options):
            right = sum(option.correct for option in options)
            if right != 1:
                more = " or 'response: multi-choice'" if right else ""
                return f"has {right} right options; write 'correct: true' at one{more}"
        case MultiChoice(options=options) if not any(option.correct for option in options):
            return "has no right option; write 'correct: true' at each"
        case Categorise(categories=categories, statements=statements):
            wrong = [one.category for one in statements if one.category not in categories]
            if wrong or not statements:
                named = f"category '{wrong[0]}' is none of {', '.join(categories)}" if wrong else ""
                return named or "has no statement; add one"
        case Gap(answers=answers):
            wanted = [f"{{{{{number}}}}}" for number in range(1, len(answers) + 1)]
            extra = f"{{{{{len(answers) + 1}}}}}"
            if any(gap not in item.prompt for gap in wanted) or extra in item.prompt:
                return (
                    f"has {len(answers)} answers; number the gaps in the prompt to fit: {{{{1}}}}"
                )
            if not answers or not all(answers):
                return "has a gap without an answer; add one"
        case ShortAnswer(answers=answers) if not answers or not all(answers):
            return "has no answer; write one under 'answers'"
        case Matching(pairs=pairs) if len(pairs) < 2:
            return "has fewer than two pairs; add one"
        case Ordering(options=options) if len(options) < 2:
            return "has fewer than two elements; add one"
    return ""
