"""One QTI item: declarations, body, response processing and feedback, by response kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, assert_never

from quizgen.formats import _qti_interactions as interactions
from quizgen.formats import _qti_scoring as scoring
from quizgen.formats._blocks import Line
from quizgen.formats._feedback import because, feedback, rubric
from quizgen.formats._fragments import Task, accepted, html_block, introduction, is_exact, name
from quizgen.formats._inline import plain, rich
from quizgen.formats._qti_scoring import RESPONSE, RIGHT, TOLD, WRONG
from quizgen.formats._qti_tree import LANGUAGE, identifier, qti, with_html
from quizgen.model import (
    Categorise,
    Choice,
    FreeText,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Ordering,
    ShortAnswer,
    Worksheet,
)
from quizgen.wording import table


@dataclass(frozen=True, slots=True)
class Parts:
    """What differs between response kinds."""

    responses: tuple[Any, ...]
    body: tuple[Any, ...]
    rules: Any
    found: int = 0


def item(task: Task, worksheet: Worksheet, *, passage: str, stimulus: str = "") -> Any:
    """Return the item.

    Args:
        task: the item and what it needs beside it.
        worksheet: the sheet that it is from.
        passage: HTML that stands above the question.
        stimulus: the file of the shared text that a player puts into ``passage``.
    """
    words = table(worksheet.language)
    parts = _parts(task.item, words)
    body = with_html(qti("item-body"), passage if task.with_passage else "")
    with_html(body, html_block(introduction(task, words)))
    body.extend(parts.body)
    if isinstance(task.item.response, FreeText):
        body.append(_for_scorer(task.item.response, words))
    outcomes = scoring.outcomes(
        task.item.points, by_hand=isinstance(task.item.response, FreeText), found=parts.found
    )
    made = qti(
        "assessment-item",
        *parts.responses,
        *outcomes,
        *_reference(stimulus if task.with_passage else ""),
        body,
        parts.rules,
        *_feedback(task.item, worksheet),
        identifier=identifier(task.item.id),
        title=name(task, worksheet),
        adaptive=False,
        time_dependent=False,
    )
    made.set(LANGUAGE, "id")
    return made


def _reference(stimulus: str) -> Iterator[Any]:
    if stimulus:
        yield qti("assessment-stimulus-ref", identifier=interactions.STIMULUS, href=stimulus)


def _parts(item: Item, words: dict[str, str]) -> Parts:
    response = item.response
    match response:
        case Choice():
            return _one(response, item)
        case MultiChoice():
            return _several(response, item)
        case Categorise():
            return _judged(response, item)
        case Gap():
            return _gaps(response, item, words)
        case ShortAnswer():
            return _written(response, item)
        case FreeText():
            declared = qti(
                "response-declaration",
                identifier=RESPONSE,
                cardinality="single",
                base_type="string",
            )
            return Parts((declared,), (interactions.essay(item, response),), scoring.by_hand())
        case Matching():
            return _matched(response, item)
        case Ordering():
            return _ordered(response, item)
        case _:
            assert_never(response)


def _one(response: Choice, item: Item) -> Parts:
    right = next(id for id, option in interactions.options(response.options) if option.correct)
    declared = scoring.response(RESPONSE, [right], base="identifier")
    body = interactions.choice(item, response.options, most=1)
    return Parts((declared,), (body,), scoring.by_choice(item.points))


def _several(response: MultiChoice, item: Item) -> Parts:
    options = list(interactions.options(response.options))
    right = [id for id, option in options if option.correct]
    gain = scoring.share(item.points, len(right))
    loss = scoring.penalty(item.points, len(options) - len(right))
    worth = {id: gain if option.correct else loss for id, option in options}
    declared = scoring.response(
        RESPONSE,
        right,
        base="identifier",
        cardinality="multiple",
        mapping=scoring.mapping(worth, item.points),
    )
    body = interactions.choice(item, response.options, most=0)
    return Parts((declared,), (body,), scoring.by_parts(item.points))


def _judged(response: Categorise, item: Item) -> Parts:
    rows, columns = response.statements, response.categories
    pairs = [f"S{i} C{columns.index(s.category) + 1}" for i, s in enumerate(rows, start=1)]
    each = response.scoring == "per-statement"
    declared = _pairs(pairs, item.points, mapped=each)
    body = interactions.judge(item, response)
    rules = scoring.by_parts if each else scoring.by_key
    return Parts((declared,), (body,), rules(item.points))


def _matched(response: Matching, item: Item) -> Parts:
    places = interactions.right_sides(response)
    pairs = [
        f"L{i} {places[interactions.bare(right)]}"
        for i, (_, right) in enumerate(response.pairs, start=1)
    ]
    body = interactions.match(item, response, places)
    return Parts((_pairs(pairs, item.points, mapped=True),), (body,), scoring.by_parts(item.points))


def _pairs(pairs: list[str], points: int, *, mapped: bool) -> Any:
    worth = dict.fromkeys(pairs, scoring.share(points, len(pairs)))
    return scoring.response(
        RESPONSE,
        pairs,
        base="directedPair",
        cardinality="multiple",
        mapping=scoring.mapping(worth, points) if mapped else None,
    )


def _ordered(response: Ordering, item: Item) -> Parts:
    orders = interactions.right_orders(response)
    declared = scoring.response(RESPONSE, orders[0], base="identifier", cardinality="ordered")
    alone = len(orders) == 1
    rules = scoring.by_key(item.points) if alone else scoring.by_keys(item.points, orders)
    return Parts((declared,), (interactions.order(item, response),), rules)


def _gaps(response: Gap, item: Item, words: dict[str, str]) -> Parts:
    names = interactions.fields(len(response.answers))
    worth = scoring.share(item.points, len(names))
    declared = []
    for name_, answers in zip(names, response.answers, strict=True):
        if response.bank:
            right = interactions.right_words(response, answers)
            made = scoring.mapping(dict.fromkeys(right, worth), item.points)
            declared.append(scoring.response(name_, right[:1], base="identifier", mapping=made))
        else:
            declared.append(_text(name_, item, answers, worth))
    body = interactions.gaps(item, response, names, words)
    return Parts(tuple(declared), body, scoring.by_fields(item.points, names))


def _written(response: ShortAnswer, item: Item) -> Parts:
    names = interactions.fields(len(response.answers))
    worth = scoring.share(item.points, len(names))
    declared = tuple(
        _text(name_, item, answers, worth)
        for name_, answers in zip(names, response.answers, strict=True)
    )
    body = interactions.written(item, response, names)
    if len(names) == 1:
        return Parts(declared, body, scoring.by_fields(item.points, names))
    wanted = [accepted(item, answers) for answers in response.answers]
    rules = scoring.by_finds(item.points, names, wanted, exact=is_exact(item))
    return Parts(declared, body, rules, found=len(wanted))


def _text(name: str, item: Item, answers: tuple[str, ...], worth: float) -> Any:
    known = accepted(item, answers)
    made = scoring.mapping(dict.fromkeys(known, worth), item.points, exact=is_exact(item))
    return scoring.response(name, known[:1], base="string", mapping=made)


def _feedback(item: Item, worksheet: Worksheet) -> Iterator[Any]:
    """Yield what is told after the answer; only one of them is shown at a time."""
    words = table(worksheet.language)
    verdicts = {True: plain(words["right"], bold=True), False: plain(words["wrong"], bold=True)}
    match item.response:
        case Choice(options=options):
            told = feedback(item, worksheet)
            for id, option in interactions.options(options):
                why = because(option)
                lines = (line for line in told if not (option.correct and _says(line, why)))
                yield _modal(id, (verdicts[option.correct], why, *lines))
        case FreeText(model_answer=model):
            yield _modal(
                TOLD, feedback(item, worksheet) if model else feedback(item, worksheet)[1:]
            )
        case _:
            told = feedback(item, worksheet, reasons=True)
            yield _modal(RIGHT, (verdicts[True], *told))
            yield _modal(WRONG, (verdicts[False], *told))


def _says(line: Line, why: Line) -> bool:
    """Return whether a line of the explanation only repeats why the right option is right."""
    return bool(why) and line[-len(why) :] == why


def _modal(name: str, lines: Iterable[Line]) -> Any:
    return qti(
        "modal-feedback",
        with_html(qti("content-body"), html_block(lines)),
        outcome_identifier=scoring.FEEDBACK,
        show_hide="show",
        identifier=name,
    )


def _for_scorer(response: FreeText, words: dict[str, str]) -> Any:
    model = rich(response.model_answer)
    example = ((*plain(f"{words['model_answer']}: ", bold=True), *model),) if model else ()
    content = html_block((*rubric(response, words), *example))
    return qti(
        "rubric-block", with_html(qti("content-body"), content), use="scoring", view="scorer"
    )
