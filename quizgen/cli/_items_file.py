"""Items from a file that ``items`` has written or a person has edited."""

from pathlib import Path

from quizgen.errors import InputError, ItemError
from quizgen.model import Document, Item
from quizgen.pipeline import place_evidence
from quizgen.records import item_from_dict, read_jsonl

SUFFIXES = (".jsonl", ".yaml", ".yml")
"""Suffixes of files that hold items and no text."""


def is_items_file(source: str) -> bool:
    """Return whether a source names a file of items."""
    return source.lower().endswith(SUFFIXES) and "://" not in source


def read_items(source: str, document: Document) -> list[Item]:
    """Return the items of a JSON Lines or YAML file, their evidence placed in the document.

    Raises:
        InputError: if the file cannot be read.
        ItemError: naming the line or the number of a malformed item.
    """
    text = _text(source)
    items = _from_yaml(text, source) if _is_yaml(source) else read_jsonl(text, source=source)
    if not items:
        raise InputError(f"{source}: holds no item; write some with 'quizgen items'")
    return list(place_evidence(items, document))


def _is_yaml(source: str) -> bool:
    return source.lower().endswith((".yaml", ".yml"))


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
    records = records or []
    if not isinstance(records, list) or not all(isinstance(each, dict) for each in records):
        raise ItemError(f"{source}: holds no list of items")
    return [
        item_from_dict(record, where=f"{source}: item {number}")
        for number, record in enumerate(records, start=1)
    ]
