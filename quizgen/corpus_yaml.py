"""YAML read with the line of every field, so that an error can say where it is.

Scalars stay text as they are written: YAML would read 02:22 as a number and 2024-06-19 as a date.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from quizgen.errors import CorpusError

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping of a YAML file; lines count from 1.

    A value is a text, None for null, a tuple of values, or Fields.
    """

    path: Path
    line: int
    values: dict[str, Any]
    lines: dict[str, int]

    def line_of(self, key: str) -> int:
        """Return the line of ``key``, or the mapping's own if it has no such key."""
        return self.lines.get(key, self.line)

    def error(self, key: str, message: str) -> CorpusError:
        """Return an error that names the place of ``key``."""
        return CorpusError(self.path, self.line_of(key), message)

    def text(self, key: str) -> str:
        """Return the text of ``key``.

        Raises:
            CorpusError: if it is missing, blank or no text.
        """
        value = self.optional(key)
        if value is None or not value.strip():
            raise self.error(key, f"'{key}' is missing or blank; write a text for it")
        return value

    def optional(self, key: str) -> str | None:
        """Return the text of ``key``, None if it is missing or null.

        Raises:
            CorpusError: if it is a list or a mapping.
        """
        value = self.values.get(key)
        if value is None or isinstance(value, str):
            return value
        raise self.error(key, f"'{key}' must be a text")

    def entries(self, key: str) -> tuple["Fields", ...]:
        """Return the mappings that ``key`` lists, none if it is missing or null.

        Raises:
            CorpusError: if it is no list of mappings.
        """
        value = self.values.get(key) or ()
        if isinstance(value, tuple) and all(isinstance(entry, Fields) for entry in value):
            return value
        raise self.error(key, f"'{key}' must be a list of entries with fields")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts that ``key`` lists, none if it is missing or null.

        Raises:
            CorpusError: if it is no list of texts.
        """
        value = self.values.get(key) or ()
        if isinstance(value, tuple) and all(isinstance(entry, str) for entry in value):
            return value
        raise self.error(key, f"'{key}' must be a list of texts")


def read_fields(path: Path) -> Fields:
    """Read a YAML file whose top level is a mapping.

    Raises:
        CorpusError: if the file cannot be read, is no YAML, or repeats a key.
    """
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (OSError, UnicodeDecodeError) as problem:
        raise CorpusError(path, 1, f"cannot be read as UTF-8 text: {problem}") from problem
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        what = getattr(problem, "problem", None) or str(problem)
        raise CorpusError(path, mark.line + 1 if mark else 1, f"no valid YAML: {what}") from problem
    value = _value(root, path, set()) if root is not None else None
    if not isinstance(value, Fields):
        raise CorpusError(path, 1, "must hold fields like 'id: …'; see corpus/README.md")
    return value


def _value(node: yaml.Node, path: Path, seen: set[int]) -> Any:
    if id(node) in seen:
        raise CorpusError(path, node.start_mark.line + 1, "write the value out: no YAML aliases")
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return _fields(node, path, seen)
    if isinstance(node, yaml.SequenceNode):
        return tuple(_value(child, path, seen) for child in node.value)
    return None if node.tag == _NULL else str(node.value)


def _fields(node: yaml.MappingNode, path: Path, seen: set[int]) -> Fields:
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in values:
            raise CorpusError(path, line, f"'{key}' is given twice; keep one")
        values[key], lines[key] = _value(value_node, path, seen), line
    return Fields(path, node.start_mark.line + 1, values, lines)
