r"""A small Moodle: reads Moodle XML by the rules of Moodle's importers, and grades answers.

It shares no code with the format. The rules are those of qformat_xml, qtype_multianswer,
qtype_match, qtype_shortanswer and qtype_ordering; what Moodle refuses is a ``RefusedError`` here.
"""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml import html as page

FRACTIONS = {
    100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571,
    12.5, 11.11111, 10, 5, 0,
}  # fmt: skip
TYPES = {"multichoice", "matching", "cloze", "shortanswer", "essay", "ordering", "description"}
_OPENS = re.compile(r"\{(\d*):(MULTICHOICE_V|MULTICHOICE|SHORTANSWER|SHORTANSWER_C):")


class RefusedError(Exception):
    """Moodle would not import this, or the question could not be answered."""


@dataclass
class Answer:
    text: str
    fraction: float
    feedback: str = ""


@dataclass
class Field:
    weight: int
    kind: str
    answers: list[Answer]

    def grade(self, typed: str) -> float:
        if self.kind.startswith("MULTICHOICE"):
            found = [a.fraction for a in self.answers if shown(a.text) == typed]
            if len(found) != 1:
                raise RefusedError(f"{len(found)} options say {typed!r}")
            return found[0]
        return written(self.answers, typed, exact=self.kind == "SHORTANSWER_C")


@dataclass
class Question:
    type: str
    name: str
    text: str
    feedback: str
    mark: float
    category: str
    id: str
    node: Any
    answers: list[Answer] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)

    def value(self, tag: str) -> str:
        return self.node.findtext(tag)

    def choices(self) -> list[str]:
        """Return the right sides that a learner chooses from, equal ones once."""
        return list(dict.fromkeys(right for _, right in self.pairs))

    def grade(self, answer: Any) -> float:
        """Return 0 to 100 for an answer, given as a learner sees the choices."""
        match self.type:
            case "multichoice":
                gained = sum(self._option(text).fraction for text in answer)
                return max(0.0, min(100.0, round(gained, 2)))
            case "matching":
                asked = {left: right for left, right in self.pairs if left}
                if set(answer) != set(asked) or not set(answer.values()) <= set(self.choices()):
                    raise RefusedError("no such stem or choice")
                right = sum(asked[left] == given for left, given in answer.items())
                return 100 * right / len(asked)
            case "shortanswer":
                exact = self.value("usecase") == "1"
                return written(self.answers, answer, exact=exact)
            case "cloze":
                gained = [f.weight * f.grade(a) for f, a in zip(self.fields, answer, strict=True)]
                return sum(gained) / sum(f.weight for f in self.fields)
            case "ordering":
                placed = [a == shown(b.text) for a, b in zip(answer, self.answers, strict=True)]
                return 100 * sum(placed) / len(placed)
            case _:
                raise RefusedError(f"{self.type} is not graded by Moodle")

    def _option(self, text: str) -> Answer:
        found = [answer for answer in self.answers if shown(answer.text) == text]
        if len(found) != 1:
            raise RefusedError(f"{len(found)} options say {text!r}")
        return found[0]


def shown(markup: str) -> str:
    """Return what a browser shows of HTML."""
    return page.fromstring(f"<div>{markup}</div>").text_content() if markup else ""


def written(answers: list[Answer], typed: str, *, exact: bool) -> float:
    for answer in answers:
        if re.fullmatch(_pattern(answer.text), typed.strip(), 0 if exact else re.IGNORECASE):
            return answer.fraction
    return 0.0


def _pattern(answer: str) -> str:
    """An asterisk is any text, unless a backslash stands before it."""
    bits = re.split(r"(?<!\\)\*+", answer)
    return ".*".join(re.escape(bit.replace(r"\*", "*")) for bit in bits)


def read(data: bytes) -> list[Question]:
    root = etree.fromstring(data)
    if root.tag != "quiz":
        raise RefusedError("the root is not quiz")
    category = ""
    questions = []
    for node in root.iterchildren("question"):
        if node.get("type") == "category":
            category = _words(node, "category")
        else:
            questions.append(_question(node, category))
    return questions


def _question(node: Any, category: str) -> Question:
    kind = node.get("type")
    if kind not in TYPES:
        raise RefusedError(f"unknown question type {kind}")
    made = Question(
        type=kind,
        name=_words(node, "name"),
        text=_words(node, "questiontext", format="html"),
        feedback=_words(node, "generalfeedback", format="html", empty=True),
        mark=float(node.findtext("defaultgrade")),
        category=category,
        id=node.findtext("idnumber") or "",
        node=node,
    )
    if not made.name or len(made.name) > 255 or "<" in made.name:
        raise RefusedError(f"name {made.name!r}")
    made.answers = [_answer(each) for each in node.iterchildren("answer")]
    made.pairs = [_pair(each) for each in node.iterchildren("subquestion")]
    _check(made)
    return made


def _words(node: Any, tag: str, *, format: str | None = None, empty: bool = False) -> str:
    found = node.findall(tag)
    if len(found) != 1 or found[0].get("format") != format:
        raise RefusedError(f"{len(found)} {tag}, format {[each.get('format') for each in found]}")
    inner = found[0].findall("text")
    if len(inner) != 1 or len(inner[0]):
        raise RefusedError(f"{tag} without one text of its own")
    words = (inner[0].text or "").strip()
    if not words and not empty:
        raise RefusedError(f"{tag} is empty")
    return words


def _answer(node: Any) -> Answer:
    text = (node.findtext("text") or "").strip()
    why = _words(node, "feedback", format="html", empty=True)
    return Answer(text, float(node.get("fraction")), why)


def _pair(node: Any) -> tuple[str, str]:
    left, right = ((node.findtext(path) or "").strip() for path in ("text", "answer/text"))
    if not right or len(right) > 255 or "<" in right:
        raise RefusedError(f"right side {right!r}")
    return shown(left), html.unescape(right)


def _check(made: Question) -> None:
    fractions = [answer.fraction for answer in made.answers]
    match made.type:
        case "multichoice":
            if len(fractions) < 2 or any(abs(each) not in FRACTIONS for each in fractions):
                raise RefusedError(f"fractions {fractions}")
            whole = max(fractions) if made.value("single") == "true" else _gained(fractions)
            if round(whole, 2) != 100 or made.value("single") not in ("true", "false"):
                raise RefusedError(f"the right options are worth {whole}")
        case "shortanswer":
            if max(fractions, default=0) != 100 or not all(a.text for a in made.answers):
                raise RefusedError("no right answer")
        case "matching":
            if not [left for left, _ in made.pairs if left] or len(made.choices()) < 2:
                raise RefusedError("too few pairs")
        case "ordering":
            places = list(range(1, len(fractions) + 1))
            if len(fractions) < 2 or fractions != places:
                raise RefusedError(f"places {fractions}")
            if made.value("selecttype") != "ALL":
                raise RefusedError("not all elements are shown")
        case "essay":
            _words(made.node, "graderinfo", format="html")
        case "cloze":
            made.fields = _fields(made)


def _gained(fractions: list[float]) -> float:
    return round(sum(each for each in fractions if each > 0) / 100, 2) * 100


def _fields(made: Question) -> list[Field]:
    """Take the fields out of the text of a cloze question, which keeps ``[1]`` in their places."""
    fields: list[Field] = []
    rest, text = made.text, ""
    while opened := _OPENS.search(rest):
        answers, end = _alternatives(rest, opened.end())
        fields.append(Field(int(opened[1] or 1), opened[2], answers))
        text += rest[: opened.start()] + f"[{len(fields)}]"
        rest = rest[end:]
    made.text = text + rest
    if not fields or "{" in made.text:
        raise RefusedError("no fields, or a brace that is none")
    for each in fields:
        least = 2 if each.kind.startswith("MULTICHOICE") else 1
        if len(each.answers) < least or max(a.fraction for a in each.answers) != 100:
            raise RefusedError(f"answers {each.answers}")
    return fields


def _alternatives(text: str, at: int) -> tuple[list[Answer], int]:
    answers = []
    while True:
        fraction = 100.0 if text[at] == "=" else 0.0
        end = _stop(text, at + 1, "~#}", ("\\", "&", "&amp;"))
        answer, why = text[at + (text[at] == "=") : end], ""
        if text[end] == "#":
            start, end = end + 1, _stop(text, end + 1, "~}", ("\\",))
            why = text[start:end]
        answers.append(Answer(_undo(answer), fraction, _undo(why)))
        if text[end] == "}":
            return answers, end + 1
        at = end + 1


def _stop(text: str, at: int, signs: str, unless: tuple[str, ...]) -> int:
    """Return where a part ends: before a sign that does not follow one of ``unless``."""
    for end in range(at, len(text)):
        if text[end] in signs and not text[:end].endswith(unless):
            return end
    raise RefusedError("a field without an end")


def _undo(part: str) -> str:
    return html.unescape(part).replace(r"\}", "}").replace(r"\#", "#").strip()
