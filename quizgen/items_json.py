"""Items from a JSON file: a worksheet of the format ``json``, or a list of item records."""

import json
from collections.abc import Iterator

from quizgen.errors import ItemError
from quizgen.model import Item
from quizgen.records import item_from_dict

_DECODE = json.JSONDecoder().raw_decode


def read_json(text: str, *, source: str) -> Iterator[tuple[int, Item]]:
    """Yield the items of a JSON text with the lines on which they start, from 1.

    Raises:
        ItemError: naming ``source``, and the line of a malformed item.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ItemError(f"{source}: is no JSON ({error})") from error
    records = found.get("items") if isinstance(found, dict) else found
    if not isinstance(records, list) or not all(isinstance(each, dict) for each in records):
        raise ItemError(f"{source}: holds no list of items")
    for record, start in zip(records, _starts(text), strict=True):
        line = text.count("\n", 0, start) + 1
        yield line, item_from_dict(record, where=f"{source}:{line}")


def _starts(text: str) -> Iterator[int]:
    """Yield where each item of a well-formed text starts."""
    at = _next(text, _array(text) + 1)
    while text[at] != "]":
        yield at
        at = _next(text, _DECODE(text, at)[1])


def _array(text: str) -> int:
    """Return where the list of items starts: the text's own one, or the last under its name."""
    at = found = _next(text, 0)
    if text[at] == "[":
        return at
    at = _next(text, at + 1)
    while text[at] != "}":
        name, end = _DECODE(text, at)
        value = _next(text, end)
        if name == "items":
            found = value
        at = _next(text, _DECODE(text, value)[1])
    return found


def _next(text: str, at: int) -> int:
    """Return where the next value or bracket stands, behind space, commas and colons."""
    while text[at] in " \t\r\n,:":
        at += 1
    return at
