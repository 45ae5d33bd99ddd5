"""The elements of QTI 1.2, as Canvas writes them itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from quizgen.formats._blocks import Line
from quizgen.formats._fragments import html, text


@dataclass(slots=True)
class Answer:
    """An option of a response; ``why`` is said when it is chosen."""

    id: int
    text: Line
    correct: bool = False
    why: Line = ()


def node(name: str, *children: Any, content: str | None = None, **attributes: str) -> Any:
    """Return an element; an underscore at the end of an attribute goes."""
    made = etree.Element(name, {key.rstrip("_"): value for key, value in attributes.items()})
    made.text = content
    made.extend(children)
    return made


def label(key: str, value: str) -> Any:
    """Return a field of metadata."""
    return node(
        "qtimetadatafield", node("fieldlabel", content=key), node("fieldentry", content=value)
    )


def material(content: str, *, kind: str = "text/html") -> Any:
    """Return words, as HTML unless ``kind`` says otherwise."""
    return node("material", node("mattext", content=content, texttype=kind))


def blank(number: int) -> str:
    """Return the name of a field in the question text."""
    return f"isian{number}"


def chosen(
    ident: str, answers: Iterable[Answer], *, several: bool = False, about: Line | None = None
) -> Any:
    """Return answers to choose from; ``about`` is what is asked for where there are several."""
    # Beside others, Canvas reads an answer as plain text and would show the signs of HTML.
    write = _words if about is None else _bare
    labels = (node("response_label", write(a.text), ident=str(a.id)) for a in answers)
    choices = node("render_choice", *labels)
    if about is not None:
        return node("response_lid", _words(about), choices, ident=ident)
    return node(
        "response_lid", choices, ident=ident, rcardinality="Multiple" if several else "Single"
    )


def _words(line: Line) -> Any:
    """Return words as plain text where that is the same, for Canvas strips plain text of tags."""
    bare, marked = text(line), html(line)
    return material(bare, kind="text/plain") if bare == marked else material(marked)


def _bare(line: Line) -> Any:
    return material(text(line), kind="text/plain")


def typed() -> Any:
    """Return a field to write in."""
    answer = node("response_label", ident="answer1", rshuffle="No")
    return node(
        "response_str", node("render_fib", answer), ident="response1", rcardinality="Single"
    )


def matched(response: str, value: str) -> Any:
    """Return the condition that a response has this value."""
    return node("varequal", content=value, respident=response)


def together(response: str, answers: Iterable[Answer]) -> Any:
    """Return the condition that all right answers are chosen, and no other."""
    equal = ((matched(response, str(answer.id)), answer.correct) for answer in answers)
    return node("and", *(each if right else node("not", each) for each, right in equal))


def condition(
    tests: Iterable[Any],
    *,
    score: float | None = None,
    adds: bool = False,
    tells: str = "",
    stops: bool = False,
) -> Any:
    """Return a rule: what it sets the score to, or adds to it; no tests hold for any answer."""
    asked = list(tests) or [node("other")]
    made = node("respcondition", node("conditionvar", *asked))
    if stops or tells:
        made.set("continue", "No" if stops else "Yes")
    if score is not None:
        action = "Add" if adds else "Set"
        made.append(node("setvar", content=f"{score:.2f}" if adds else f"{score:g}",
                         action=action, varname="SCORE"))  # fmt: skip
    if tells:
        made.append(node("displayfeedback", feedbacktype="Response", linkrefid=tells))
    return made


def said(ident: str, content: str) -> Any:
    """Return feedback."""
    return node("itemfeedback", node("flow_mat", material(content)), ident=ident)
