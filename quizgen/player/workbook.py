"""Show the sections of a worksheet in a notebook, and keep the answers in a file beside it.

The source of this module is written into the notebook, which has no quizgen at hand: it imports
the standard library and, if it is installed, anywidget.
"""

import json
import os
from pathlib import Path
from typing import Any


class Progress:
    """The learner's answers, by item id, in a JSON file that is never half written or lost."""

    def __init__(self, path: Path, words: dict[str, str]) -> None:
        self.path = path
        self.words = words
        self.problem = ""
        self.items: dict[str, Any] = self._load()

    def _load(self) -> dict[str, Any]:
        try:
            items = json.loads(self.path.read_bytes().decode("utf-8"))["items"]
            return dict(items.items())
        except FileNotFoundError:
            return {}
        except (ValueError, KeyError, TypeError, AttributeError):
            self._set_aside()
        except OSError as error:
            self._complain(error)
        return {}

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

    def save(self, items: dict[str, Any]) -> None:
        """Add ``items`` and write the file anew; what belongs to other sheets stays in it."""
        self.items.update(items)
        text = json.dumps({"items": self.items}, ensure_ascii=False, indent=1)
        part = self.path.with_name(f"{self.path.name}.part")
        try:
            with part.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self.path)
            self.problem = ""
        except OSError as error:
            self._complain(error)

    def _complain(self, error: OSError) -> None:
        reason = error.strerror or str(error)
        self.problem = self.words["progress_unsaved"].format(path=self.path.name, reason=reason)


class Workbook:
    """The sections of a worksheet: shows them, and adds up what was answered right."""

    def __init__(
        self, sections: list[dict[str, Any]], words: dict[str, str], player: Any, path: Path
    ) -> None:
        self.sections = sections
        self.words = words
        self.player = player
        self.progress = Progress(path, words)
        self.widgets: dict[int, Any] = {}
        if player is None:
            print(words["notebook_missing"])  # noqa: T201

    def show(self, number: int) -> Any:
        """Return the player of a section, counted from 1; it is the same one each time."""
        if self.player is None:
            print(self.words["notebook_missing"])  # noqa: T201
            return None
        if number not in self.widgets:
            section = self.sections[number - 1]
            widget = self.player(payload=section["payload"], state=self._saved(section))
            widget.observe(self._keep, names="state")
            self.widgets[number] = widget
        return self.widgets[number]

    def _saved(self, section: dict[str, Any]) -> dict[str, Any]:
        kept = self.progress.items
        items = {name: kept[name] for name in section["ids"] if isinstance(kept.get(name), dict)}
        right = sum(item.get("right") is True for item in items.values())
        return {"items": items, "score": {"right": right, "total": section["total"]}}

    def _keep(self, change: Any) -> None:
        self.progress.save(change["new"].get("items", {}))

    def score(self) -> None:
        """Print how many items are right, on the whole sheet and in each section."""
        rows = [
            (section["heading"], *self._points(i)) for i, section in enumerate(self.sections, 1)
        ]
        right, total = (sum(row[column] for row in rows) for column in (1, 2))
        lines = [self.words["answered_right"].format(right=right, total=total), ""]
        lines += _table(rows, self.words)
        if self.progress.problem:
            lines += ["", self.progress.problem]
        print("\n".join(lines))  # noqa: T201

    def _points(self, number: int) -> tuple[int, int]:
        section = self.sections[number - 1]
        widget = self.widgets.get(number)
        state = widget.state if widget is not None else self._saved(section)
        return int(state.get("score", {}).get("right", 0)), section["total"]


def _table(rows: list[tuple[str, int, int]], words: dict[str, str]) -> list[str]:
    header = (words["section"], words["right_count"], words["question"])
    # A section that its writer judges, such as an essay, has nothing to count.
    cells = [(name, str(right), str(total)) for name, right, total in rows if total]
    widths = [max(len(row[column]) for row in (header, *cells)) for column in range(3)]
    return [
        f"{name:<{widths[0]}}  {right:>{widths[1]}}  {total:>{widths[2]}}".rstrip()
        for name, right, total in (header, *cells)
    ]


def player_class(script: str, style: str) -> Any:
    """Return the widget class that runs ``script``, or None where anywidget is not installed."""
    try:
        import anywidget
        import traitlets
    except ModuleNotFoundError:
        return None

    class Player(anywidget.AnyWidget):
        """One section; ``state`` goes both ways between the page and Python."""

        _esm = script
        _css = style
        payload = traitlets.Unicode().tag(sync=True)
        state = traitlets.Dict().tag(sync=True)

    return Player
