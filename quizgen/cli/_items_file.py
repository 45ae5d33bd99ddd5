"""Items from a file that ``items`` has written or a person has edited.

In a YAML file the changes of a teacher win: what the item rules find in an edited item, one of the
teacher's own or a locked one is told with its line, and the item is used as it is. In JSON Lines
and JSON this holds for locked items only; any other that breaks a rule is left out and told.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from quizgen import pipeline
from quizgen.citations import place_evidence, without_lost_evidence
from quizgen.cli._output import note
from quizgen.errors import InputError
from quizgen.items_json import read_json
from quizgen.items_yaml import Entry, ItemFile, read_yaml
from quizgen.model import Document, Item
from quizgen.pipeline import Vetted
from quizgen.records import read_jsonl_lines

SUFFIXES = (".jsonl", ".yaml", ".yml", ".json")
"""Suffixes of files that hold items and no text."""


def is_items_file(source: str) -> bool:
    """Return whether a source names a file of items."""
    return source.lower().endswith(SUFFIXES) and "://" not in source


def read_items(source: str, document: Document) -> list[Item]:
    """Return the items of a JSON Lines, YAML or JSON file, their evidence placed in the document.

    A JSON file is a worksheet of the format ``json``, or a list of items.

    Raises:
        InputError: if the file cannot be read.
        ItemError: naming the line of a malformed item.
    """
    entries = read_file(source).entries
    return list(place_evidence((entry.item for entry in entries), document))


def read_file(source: str) -> ItemFile:
    """Return what a JSON Lines, YAML or JSON file holds.

    Raises:
        InputError: if the file cannot be read.
        ItemError: naming the line of a malformed item.
    """
    text = _text(source)
    found = _from_text(text, source)
    if not found.entries:
        raise InputError(f"{source}: holds no item; write some with 'quizgen items'")
    return found


def _from_text(text: str, source: str) -> ItemFile:
    suffix = Path(source).suffix.lower()
    if suffix in (".yaml", ".yml"):
        return read_yaml(text, source=source)
    read = read_json if suffix == ".json" else read_jsonl_lines
    lines = read(text, source=source)
    return ItemFile(
        entries=tuple(Entry(n, replace(item, by_teacher=item.locked)) for n, item in lines)
    )


def vet_file(source: str, document: Document) -> Vetted:
    """Return the items of a file: a teacher's as they are, others by the item rules.

    Whatever a rule finds in the former, and every one of the latter that is left out, is told on
    standard error with its line.

    Raises:
        InputError: if the file cannot be read.
        ItemError: naming the line of a malformed item.
    """
    entries = read_file(source).entries
    kept: list[Item] = []
    dropped: dict[str, int] = {}
    dropped_types: dict[str, int] = {}
    for entry in entries:
        (item,) = place_evidence([entry.item], document)
        where = f"{source}:{entry.line}: {item.id}"
        if item.by_teacher:
            kept.append(_teachers(item, document, where))
            continue
        vetted = pipeline.vet([item], document)
        kept += vetted.kept
        for code in vetted.dropped:
            note(f"{where}: left out: {code}; 'quizgen lint' says why, 'locked: true' keeps it")
            dropped[code] = dropped.get(code, 0) + 1
            dropped_types[item.type] = dropped_types.get(item.type, 0) + 1
    return Vetted(tuple(kept), dropped, dropped_types)


def _teachers(item: Item, document: Document, where: str) -> Item:
    from quizgen.checks import check_item

    usable = without_lost_evidence(item, document)
    lost = [proof.quote for proof in item.evidence if proof not in usable.evidence]
    for quote in lost:
        note(f"{where}: evidence '{quote}' is not in the text; printed without it")
    findings = check_item(pipeline.printed(usable), document)
    for finding in findings:
        note(f"{where}: {finding.severity} {finding.code}: {finding.message}")
    if any(finding.severity == "error" for finding in findings):
        note(f"{where}: used as it is, for it is yours")
    return usable


def check_shared(items: Sequence[Item], printed: Sequence[Item]) -> None:
    """Tell which of a teacher's items are not on the sheet, and which locked ones clash."""
    from quizgen.checks.independence import conflict

    there = {item.id for item in printed}
    for item in items:
        if item.by_teacher and item.id not in there:
            note(
                f"{item.id}: not on the sheet, for another item asks the same, or the choices leave"
                " it out; 'locked: true' puts it there"
            )
    locked = [item for item in printed if item.locked]
    for index, item in enumerate(locked):
        for other in locked[:index]:
            if conflict(item, other):
                note(f"{item.id} and {other.id} are locked but ask for the same or tell the answer")


def _text(source: str) -> str:
    try:
        return Path(source).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{source}: cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{source}: is no UTF-8 text; save it as UTF-8") from error
