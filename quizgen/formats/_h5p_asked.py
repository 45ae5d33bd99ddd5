"""What the questions of all H5P content types have in common."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from quizgen.formats._blocks import Line
from quizgen.formats._fragments import (
    Task,
    escape,
    html,
    html_block,
    introduction,
    name,
    prompt,
    text_block,
)
from quizgen.formats._inline import emphasised
from quizgen.formats._sheet import passage
from quizgen.model import Worksheet
from quizgen.wording import labels

Params = dict[str, Any]

VERSIONS = {
    "H5P.QuestionSet": (1, 20),
    "H5P.MultiChoice": (1, 16),
    "H5P.TrueFalse": (1, 8),
    "H5P.Blanks": (1, 14),
    "H5P.DragText": (1, 10),
}
"""The versions whose parameters these are; QuestionSet 1.20 takes no others of the types."""
FULL = 100
MAX_TITLE = 255
"""Bytes of a title."""
_TITLES = {
    "H5P.MultiChoice": "Multiple Choice",
    "H5P.TrueFalse": "True/False Question",
    "H5P.Blanks": "Fill in the Blanks",
    "H5P.DragText": "Drag the Words",
}
_SPACE = uuid.UUID("8f5bb3b4-2c0f-5f0a-9d59-0a0f5d1f7c11")
"""What the ids of questions are derived in; any constant does."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in the making: its task, the sheet, and the number that a learner sees."""

    task: Task
    worksheet: Worksheet
    number: str

    @property
    def words(self) -> dict[str, str]:
        """The labels of the sheet."""
        return labels(self.worksheet)

    @property
    def rows(self) -> tuple[Line, ...]:
        """The instruction and the prompt."""
        return (*introduction(self.task, self.words), *prompt(self.task.item))

    def text(self, rows: Iterable[Line]) -> str:
        """Return the question with its number, below the passage."""
        before = _passage(self.worksheet) if self.task.with_passage else ""
        heading = f"<h3>{escape(self.words['question'])} {self.number}</h3>"
        return f"{before}{heading}{html_block(rows)}"

    def made(self, library: str, params: Params) -> Params:
        """Return the question as an entry of a question set."""
        id = uuid.uuid5(_SPACE, f"{self.task.item.id}:{self.number}")
        return {
            "library": _versioned(library),
            "params": params,
            "subContentId": str(id),
            "metadata": {
                "contentType": _TITLES[library],
                "license": "U",
                "title": cut(name(self.task, self.worksheet), MAX_TITLE),
            },
        }


def _versioned(library: str) -> str:
    major, minor = VERSIONS[library]
    return f"{library} {major}.{minor}"


def cut(words: str, limit: int) -> str:
    """Return words that fit into ``limit`` bytes, for a title.

    >>> cut("kata", 10), cut("é" * 10, 9)
    ('kata', 'ééé…')
    """
    if len(words.encode()) <= limit:
        return words
    kept = words.encode()[: limit - len("…".encode())].decode(errors="ignore")
    return f"{kept.rstrip()}…"


def _passage(worksheet: Worksheet) -> str:
    drawn = passage(worksheet, labels(worksheet), numbered=True)
    rows = (line if number else emphasised(line) for number, line in drawn.paragraphs)
    source = f"<p><em>{html(drawn.source)}</em></p>" if drawn.source else ""
    return f"<h3>{escape(drawn.title)}</h3>{html_block(rows)}{source}"


def verdicts(asked: Asked, rows: Iterable[Line]) -> list[Params]:
    """Return what is told after a wrong and after a right answer; H5P has no line ends here."""
    why = " ".join(text_block(rows).split("\n"))
    ranges = ((0, FULL - 1, "wrong"), (FULL, FULL, "right"))
    return [
        {"from": low, "to": high, "feedback": escape(f"{asked.words[word]} {why}".strip())}
        for low, high, word in ranges
    ]


def once() -> Params:
    """Return the behaviour of a question that is answered once: what is told gives the key."""
    return {
        "enableRetry": False,
        "enableSolutionsButton": True,
        "enableCheckButton": True,
        "confirmCheckDialog": False,
        "confirmRetryDialog": False,
    }


def buttons(words: dict[str, str], *, solution: str, retry: str) -> Params:
    named = {"checkAnswer": "check", "submitAnswer": "check", solution: "show_answer"}
    return {field: escape(words[word]) for field, word in (named | {retry: "start_over"}).items()}
