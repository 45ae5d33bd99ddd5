"""An item as the fields of a form, and back.

Answers that stand side by side are parted by a semicolon; options left empty are dropped.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from quizgen.model import (
    Categorise,
    Choice,
    Evidence,
    FreeText,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Option,
    Ordering,
    Response,
    RubricRow,
    ShortAnswer,
    Statement,
)

Fields = Mapping[str, Sequence[str]]
KINDS = (
    "choice", "multi-choice", "categorise", "short-answer", "gap", "matching", "ordering",
    "free-text",
)  # fmt: skip
_OWN_TYPES = {"categorise": "true-false", "free-text": "essay", "gap": "open-cloze"}
_TRUE_FALSE = ("Benar", "Salah")
_GAP = re.compile(r"\{\{(\d+)\}\}")
_MOST_POINTS = 100


@dataclass(frozen=True, slots=True)
class Result:
    """The item that a form describes, and the key of what is wrong with it, empty if nothing."""

    item: Item
    problem: str = ""


def blank(kind: str, level: int) -> Item:
    """Return an empty item of a response kind for a teacher to write."""
    return Item(
        id="",
        type=_OWN_TYPES.get(kind, "written"),
        response=_blank_response(kind),
        prompt="",
        evidence=(),
        process="evaluate" if kind == "free-text" else "locate",
        level=level,
    )


def _blank_response(kind: str) -> Response:
    match kind:
        case "multi-choice":
            return MultiChoice(options=())
        case "categorise":
            return Categorise(categories=_TRUE_FALSE, statements=())
        case "short-answer":
            return ShortAnswer(answers=())
        case "gap":
            return Gap(answers=())
        case "matching":
            return Matching(pairs=())
        case "ordering":
            return Ordering(options=())
        case "free-text":
            return FreeText(rubric=())
        case _:
            return Choice(options=())


def read(item: Item, form: Fields) -> Result:
    """Return the item with what the form says, and the first thing that keeps it from print."""
    prompt = _text(form, "prompt")
    response = _response(item.response, form)
    quote, sentence = _one(form, "quote"), _one(form, "sentence")
    changed = replace(
        item,
        prompt=prompt,
        response=response,
        evidence=_evidence(item, sentence, quote),
        explanation=_one(form, "explanation"),
        points=_points(form, item.points),
    )
    return Result(changed, _problem(changed))


def _one(form: Fields, name: str) -> str:
    values = form.get(name) or ("",)
    return " ".join(values[0].split())


def _text(form: Fields, name: str) -> str:
    """Return a field of several lines, each without space around it."""
    values = form.get(name) or ("",)
    return "\n".join(" ".join(line.split()) for line in values[0].splitlines()).strip()


def _all(form: Fields, name: str) -> list[str]:
    return [" ".join(value.split()) for value in form.get(name, ())]


def _points(form: Fields, usual: int) -> int:
    given = _one(form, "points")
    return min(int(given), _MOST_POINTS) if given.isdecimal() and int(given) else usual


def _evidence(item: Item, sentence: str, quote: str) -> tuple[Evidence, ...]:
    """Return the item's proofs with the first one as the form has it."""
    rest = item.evidence[1:]
    return (Evidence(sentence, quote), *rest) if quote else rest


def _response(old: Response, form: Fields) -> Response:
    match old:
        case Choice():
            return Choice(options=_options(old.options, form))
        case MultiChoice():
            return MultiChoice(options=_options(old.options, form))
        case Categorise():
            return replace(old, statements=_statements(old, form))
        case Gap():
            answers = tuple(map(_variants, filter(None, _all(form, "answer"))))
            return Gap(answers=answers, bank=_bank(old, form))
        case ShortAnswer():
            return ShortAnswer(answers=tuple(map(_variants, filter(None, _all(form, "answer")))))
        case FreeText():
            return FreeText(rubric=_rubric(form), model_answer=_one(form, "model"))
        case Matching():
            sides = zip(_all(form, "left"), _all(form, "right-side"), strict=False)
            pairs = tuple((left, right) for left, right in sides if left and right)
            return _shown(old, Matching(pairs=pairs, distractors=_lines(form, "distractors")))
        case Ordering():
            known = {option.text: option for option in old.options}
            texts = [text for text in _all(form, "element") if text]
            options = tuple(known.get(text, Option(text=text)) for text in texts)
            return _reordered(old, options)
    assert_never(old)


def _options(old: Sequence[Option], form: Fields) -> tuple[Option, ...]:
    """Return the options; one whose text is as before keeps its reason and its proof."""
    known = {option.text: option for option in old}
    right = set(form.get("right", ()))
    return tuple(
        replace(known.get(text, Option(text=text)), correct=str(at) in right)
        for at, text in enumerate(_all(form, "option"))
        if text
    )


def _statements(old: Categorise, form: Fields) -> tuple[Statement, ...]:
    known = {statement.text: statement for statement in old.statements}
    pairs = zip(_all(form, "statement"), _all(form, "category"), strict=False)
    return tuple(_judged(known.get(text), text, category) for text, category in pairs if text)


def _judged(known: Statement | None, text: str, category: str) -> Statement:
    if known is None:
        return Statement(text=text, category=category)
    if known.category == category:
        return known
    # The reason was for the other judgement; the sentence to look at is the same.
    return replace(known, category=category, why="", alteration=None)


def _variants(answer: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in answer.split(";") if part.strip())


def _lines(form: Fields, name: str) -> tuple[str, ...]:
    values = form.get(name) or ("",)
    return tuple(" ".join(line.split()) for line in values[0].splitlines() if line.strip())


def _bank(old: Gap, form: Fields) -> tuple[Option, ...]:
    known = {option.text: option for option in old.bank}
    return tuple(known.get(text, Option(text=text)) for text in _lines(form, "bank"))


def _rubric(form: Fields) -> tuple[RubricRow, ...]:
    pairs = zip(_all(form, "criterion"), _all(form, "row-points"), strict=False)
    return tuple(
        RubricRow(points=min(int(points), _MOST_POINTS), criterion=criterion)
        for criterion, points in pairs
        if criterion and points.isdecimal() and int(points)
    )


def _shown(old: Matching, new: Matching) -> Matching:
    """Return the pairs with their printed order; it is turned round where their number changed."""
    size = len(new.pairs) + len(new.distractors)
    same = len(old.shown) == size
    return replace(new, shown=old.shown if same else _turned(size))


def _reordered(old: Ordering, options: tuple[Option, ...]) -> Ordering:
    same = len(old.shown) == len(options)
    return Ordering(options=options, shown=old.shown if same else _turned(len(options)))


def _turned(size: int) -> tuple[int, ...]:
    """Return an order in which nothing but a middle one stands in its own place."""
    return tuple(reversed(range(size)))


def _problem(item: Item) -> str:
    if not item.prompt:
        return "need_prompt"
    if any(not proof.quote for proof in item.evidence):
        return "need_quote"
    return _response_problem(item.response, item.prompt)


def _response_problem(response: Response, prompt: str) -> str:
    match response:
        case Choice(options=options) | MultiChoice(options=options):
            right = sum(option.correct for option in options)
            fits = right == 1 if isinstance(response, Choice) else right >= 1
            return "need_options" if len(options) < 2 else "" if fits else "need_right"
        case Categorise(statements=statements, categories=categories):
            fits = all(statement.category in categories for statement in statements)
            return "" if statements and fits else "need_statement"
        case Gap(answers=answers):
            gaps = sorted(int(number) for number in _GAP.findall(prompt))
            return "" if answers and gaps == list(range(1, len(answers) + 1)) else "need_gaps"
        case ShortAnswer(answers=answers):
            return "" if answers and all(answers) else "need_answer"
        case FreeText(rubric=rubric):
            return "" if rubric else "need_rubric"
        case Matching(pairs=pairs):
            return "" if len(pairs) >= 2 else "need_pairs"
        case Ordering(options=options):
            return "" if len(options) >= 2 else "need_elements"
    assert_never(response)
