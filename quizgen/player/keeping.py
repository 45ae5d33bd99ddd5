"""Files beside a notebook: what a learner has done is never half written and never lost."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any


class Kept:
    """A JSON object in a file; it is read again before each change, for others may write too.

    ``problem`` is one line for the reader where the file could not be read or written.
    """

    def __init__(self, path: Path, words: dict[str, str]) -> None:
        self.path = path
        self.words = words
        self.problem = ""

    def read(self) -> dict[str, Any]:
        """Return what is kept; a file that is no JSON object is set aside and reported."""
        try:
            kept = json.loads(self.path.read_bytes().decode("utf-8"))
            return dict(kept.items())
        except FileNotFoundError:
            return {}
        except (ValueError, TypeError, AttributeError):
            self._set_aside()
        except OSError as error:
            self._complain(error)
        return {}

    def change(self, edit: Callable[[dict[str, Any]], None]) -> None:
        """Read the file, let ``edit`` change the object, and write it whole."""
        kept = self.read()
        edit(kept)
        try:
            write_whole(self.path, json.dumps(kept, ensure_ascii=False, indent=1))
            self.problem = ""
        except OSError as error:
            self._complain(error)

    def _set_aside(self) -> None:
        number = 1
        while (kept := self.path.with_suffix(f".broken-{number}.json")).exists():
            number += 1
        try:
            self.path.replace(kept)
        except OSError as error:
            self._complain(error)
        else:
            print(self.words["progress_broken"].format(old=self.path.name, new=kept.name))  # noqa: T201

    def _complain(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        self.problem = self.words["progress_unsaved"].format(path=self.path.name, reason=reason)


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it holds either all of the text or what it held before.

    Raises:
        OSError: if the folder cannot be written to.
    """
    part = path.with_name(f"{path.name}.part")
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


class Progress:
    """The learner's answers to one text, by item id."""

    def __init__(self, path: Path, words: dict[str, str]) -> None:
        self.file = Kept(path, words)
        items = self.file.read().get("items")
        self.items: dict[str, Any] = items if isinstance(items, dict) else {}

    @property
    def problem(self) -> str:
        """One line on why the answers are not safe; empty if they are."""
        return self.file.problem

    def save(self, items: dict[str, Any]) -> None:
        """Keep what has changed in ``items``; what belongs to other sheets stays in the file."""
        changed = {name: item for name, item in items.items() if self.items.get(name) != item}
        if not changed:
            return
        self.items.update(changed)
        self.file.change(lambda kept: add_entries(kept, "items", changed))


class Profile:
    """Who is learning: asked once, and known to every notebook of the folder."""

    def __init__(self, path: Path, words: dict[str, str]) -> None:
        self.file = Kept(path, words)

    def read(self) -> dict[str, str]:
        """Return name and class, empty where they are not known."""
        kept = self.file.read()
        return {field: str(kept.get(field, "")) for field in ("name", "class")}

    def save(self, learner: dict[str, str]) -> None:
        """Keep name and class."""
        self.file.change(lambda kept: kept.update(learner))


def add_entries(kept: dict[str, Any], field: str, entries: dict[str, Any]) -> None:
    """Add entries to a field of what is kept, also where something else stands in it."""
    old = kept.get(field)
    kept[field] = {**(old if isinstance(old, dict) else {}), **entries}
