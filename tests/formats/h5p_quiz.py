"""Reads the questions of an H5P question set, and grades answers by the rules of each type.

It shares no code with the format: the rules are those by which H5P's MultiChoice, TrueFalse,
Blanks and DragText read their parameters and count.
"""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from lxml import html as page


class RefusedError(Exception):
    """A learner could not answer so."""


def shown(markup: str) -> str:
    """Return what a browser shows of HTML, without space at the ends."""
    return page.fromstring(f"<div>{markup}</div>").text_content().strip() if markup else ""


@dataclass
class Question:
    type: str
    params: dict[str, Any]
    text: str
    title: str
    fields: list[list[str]] = field(default_factory=list)
    """The accepted answers of each gap of Blanks; the word of each of DragText."""
    words: list[str] = field(default_factory=list)
    """What can be dragged."""
    around: str = ""
    """A text with its gaps as ``[]``."""

    @property
    def most(self) -> int:
        if self.type == "MultiChoice":
            right = sum(answer["correct"] for answer in self.params["answers"])
            single = self.params["behaviour"]["singlePoint"]
            return 1 if single or self.params["behaviour"]["type"] == "single" else right
        return len(self.fields) or 1

    def grade(self, answer: Any) -> int:
        match self.type:
            case "MultiChoice":
                return self._choose(answer)
            case "TrueFalse":
                sides = {self.params["l10n"][f"{side}Text"]: side for side in ("true", "false")}
                return int(sides[answer] == self.params["correct"])
            case "Blanks":
                return sum(self._typed(*each) for each in zip(self.fields, answer, strict=True))
            case _:
                return self._drag(answer)

    def _choose(self, texts: list[str]) -> int:
        picked = [self._option(text) for text in texts]
        if self.params["behaviour"]["type"] == "single" and len(picked) != 1:
            raise RefusedError("one only")
        chosen = [each["correct"] for each in picked]
        if self.most == 1:
            every = sum(answer["correct"] for answer in self.params["answers"])
            return int(all(chosen) and sum(chosen) == every)
        return max(0, sum(1 if right else -1 for right in chosen))

    def _option(self, text: str) -> dict[str, Any]:
        found = [each for each in self.params["answers"] if shown(each["text"]) == text]
        if len(found) != 1:
            raise RefusedError(f"{len(found)} options say {text!r}")
        option: dict[str, Any] = found[0]
        return option

    def _typed(self, accepted: list[str], typed: str) -> bool:
        typed = typed.strip()
        if self.params["behaviour"]["caseSensitive"]:
            return typed in accepted
        return typed.lower() in [each.lower() for each in accepted]

    def _drag(self, placed: list[str]) -> int:
        left = [shown(word) for word in self.words]
        for word in placed:
            if word not in left:
                raise RefusedError(f"nothing to drag says {word!r}")
            left.remove(word)
        # A part is right where the same words were dropped: their source counts, not their look.
        sources = {shown(word): word for word in self.words}
        right = ([sources[word]] == each for word, each in zip(placed, self.fields, strict=True))
        return sum(right)


def read(content: dict[str, Any]) -> list[Question]:
    return [_question(each) for each in content["questions"]]


def _question(entry: dict[str, Any]) -> Question:
    name = re.fullmatch(r"H5P\.(\w+) \d+\.\d+", entry["library"])
    assert name
    params = entry["params"]
    asked = next(params[key] for key in ("question", "text", "taskDescription") if key in params)
    made = Question(name[1], params, shown(asked), entry["metadata"]["title"])
    if made.type == "Blanks":
        rows = params["questions"]
        made.fields = [_solutions(gap) for row in rows for gap in _gaps(row)]
        made.around = shown("".join(_emptied(row) for row in rows))
    elif made.type == "DragText":
        made.fields = [[_lexed(gap)] for gap in _gaps(params["textField"])]
        distractors = [_lexed(gap) for gap in _gaps(params["distractors"])]
        made.words = [word for [word] in made.fields] + distractors
        made.around = shown(_emptied(params["textField"]).replace("\n", "<br/>"))
    if made.type in ("Blanks", "DragText") and not (made.fields and all(map(all, made.fields))):
        raise RefusedError("no gap, or an empty one")
    return made


def _gaps(row: str) -> list[str]:
    return re.findall(r"\*(.*?)\*", row, re.DOTALL)


def _emptied(row: str) -> str:
    return re.sub(r"\*.*?\*", "[]", row, flags=re.DOTALL)


def _solutions(gap: str) -> list[str]:
    solution = gap.split(":")[0]
    return [html.unescape(each.strip()) for each in solution.split("/")]


def _lexed(gap: str) -> str:
    return re.split(r":|\\\+|\\-", gap)[0].strip()
