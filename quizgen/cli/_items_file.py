"""Items from a file that ``items`` has written or a person has edited."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from quizgen.errors import InputError, ItemError
from quizgen.model import Document, Item
from quizgen.pipeline import place_evidence
from quizgen.records import item_from_dict, read_jsonl

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
        ItemError: naming the line or the number of a malformed item.
    """
    text = _text(source)
    items = _from_text(text, source)
    if not items:
        raise InputError(f"{source}: holds no item; write some with 'quizgen items'")
    return list(place_evidence(items, document))


def _from_text(text: str, source: str) -> list[Item]:
    suffix = Path(source).suffix.lower()
    if suffix == ".json":
        return _from_json(text, source)
    return read_jsonl(text, source=source) if suffix == ".jsonl" else _from_yaml(text, source)


def _text(source: str) -> str:
    try:
        return Path(source).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{source}: cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{source}: is no UTF-8 text; save it as UTF-8") from error


def _from_yaml(text: str, source: str) -> list[Item]:
    import yaml

    try:
        records = yaml.safe_load(text)
    except yaml.YAMLError as error:
        problem = " ".join(str(error).split())
        raise ItemError(f"{source}: is no YAML ({problem})") from error
    return _items(records or [], source)


def _from_json(text: str, source: str) -> list[Item]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise ItemError(f"{source}: is no JSON ({error})") from error
    return _items(found.get("items") if isinstance(found, dict) else found, source)


def _items(records: Any, source: str) -> list[Item]:
    if not isinstance(records, list) or not all(isinstance(each, dict) for each in records):
        raise ItemError(f"{source}: holds no list of items")
    return list(_read(records, source))


def _read(records: Iterable[dict[str, Any]], source: str) -> Iterable[Item]:
    for number, record in enumerate(records, start=1):
        yield item_from_dict(record, where=f"{source}: item {number}")
