"""Turn the answers in a learner's progress file into points, for the grade cells of nbgrader.

Only what was answered counts, not what the file says was right. The module imports the standard
library alone, because its source travels inside the notebook.
"""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

Points = Callable[[Mapping[str, Any], Any], float]
"""What an answer to an item earns; ``grading.points``."""


class Grader:
    """Marks one section a call, against a key that only the teacher's copy and nbgrader have."""

    def __init__(
        self, path: Path, words: Mapping[str, str], unseal: Callable[[str], Any], points: Points
    ) -> None:
        self.path = path
        self.words = words
        self.unseal = unseal
        self.points = points
        self.model: dict[str, Any] | None = None

    def ask(self, model_answers: Callable[[], Any], workbook: Any) -> Any:
        """Take model answers, which the teacher's copy has and a released one has not.

        Return the workbook to go on with. Where there are model answers, it writes to a folder that
        goes with the kernel: nbgrader hands every file beside the teacher's copy to all students,
        and puts it in place of theirs.
        """
        try:
            answers = model_answers()
        except NotImplementedError:
            return workbook
        if not isinstance(answers, dict):
            return workbook
        self.model = {name: {"answer": answer} for name, answer in answers.items()}
        if self.path.exists():
            self._say("leftover", path=self.path.name)
        self.scratch = TemporaryDirectory(ignore_cleanup_errors=True)
        return type(workbook)(workbook.content, workbook.player, Path(self.scratch.name))

    def grade(self, numbers: Mapping[str, int], sealed: str | None) -> float | None:
        """Print what is wrong in a section and return its points, as nbgrader expects them.

        Without a key it only tells which items are not answered yet.

        Args:
            numbers: the printed number of each item, by its id.
            sealed: the section's items with their key, as ``unseal`` reads them.

        Raises:
            AssertionError: if an item is not answered while ``nbgrader validate`` runs.
        """
        entries = self._entries(learning=sealed is None)
        if sealed is None:
            self._remind(numbers, entries)
            return None
        items = self.unseal(sealed)["items"]
        earned = [self._mark(item, entries.get(item["id"])) for item in items]
        total = sum(item["points"] for item in items)
        result = round(sum(earned), 2)
        self._say("points", points=self._number(result), total=self._number(total))
        return result

    def _entries(self, *, learning: bool) -> dict[str, Any]:
        try:
            kept = json.loads(self.path.read_bytes().decode("utf-8"))["items"]
        except FileNotFoundError:
            if self.model is not None:
                return self.model
            # A learner who has just begun has no file yet.
            if not learning:
                self._say("no_file", path=self.path.name)
            return {}
        except (OSError, ValueError, KeyError, TypeError):
            kept = None
        if isinstance(kept, dict):
            return kept
        self._say("bad_file", path=self.path.name)
        return {}

    def _remind(self, numbers: Mapping[str, int], entries: Mapping[str, Any]) -> None:
        missing = [number for name, number in numbers.items() if not _answered(entries.get(name))]
        listed = ", ".join(map(str, missing))
        told = self.words["missing"].format(numbers=listed)
        if missing and os.environ.get("NBGRADER_VALIDATING"):
            raise AssertionError(told)
        print(told if missing else self.words["all_answered"])  # noqa: T201

    def _mark(self, item: Mapping[str, Any], entry: Any) -> float:
        number = item["number"]
        if not _answered(entry) or _untouched(item, entry):
            self._say("unanswered", number=number)
            return 0.0
        if entry.get("revealed") is True:
            self._say("revealed", number=number)
            return 0.0
        earned = self.points(item, entry["answer"])
        if earned < item["points"]:
            told = "partly" if earned else "wrong"
            shown = {"points": self._number(earned), "total": self._number(item["points"])}
            self._say(told, number=number, **shown)
        return earned

    def _number(self, value: float) -> str:
        return f"{round(value, 2):g}".replace(".", self.words["decimal_sign"])

    def _say(self, name: str, **values: Any) -> None:
        print(self.words[name].format(**values))  # noqa: T201


def _answered(entry: Any) -> bool:
    """Tell whether every part of an item has an answer, as far as can be told without its key."""
    answer = entry.get("answer") if isinstance(entry, dict) else None
    if isinstance(answer, list):
        return bool(answer) and None not in answer and "" not in answer
    return answer is not None and answer != ""


def _untouched(item: Mapping[str, Any], entry: Mapping[str, Any]) -> bool:
    """Tell whether things to be put in order still lie as they were shown, and were not checked."""
    if item["response"] != "ordering":
        return False
    start = item.get("shown") or list(range(len(item["options"])))
    return entry["answer"] == start and not (entry.get("checked") or entry.get("tries"))
