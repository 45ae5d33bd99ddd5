"""Questions that are a text with fields in it (cloze), for what no other type of Moodle's holds."""

from collections.abc import Iterator

from quizgen.formats._cloze import chosen, weights, written
from quizgen.formats._feedback import because
from quizgen.formats._fragments import (
    Task,
    accepted,
    escape,
    gaps_html,
    html,
    html_block,
    introduction,
    is_exact,
    printed,
    prompt,
    text,
)
from quizgen.formats._inline import rich
from quizgen.model import Categorise, Gap, Item, Matching, Option, ShortAnswer


def cloze(task: Task, words: dict[str, str]) -> str:
    """Return the question text with a field in the place of each answer."""
    item = task.item
    opening = html_block(introduction(task, words))
    if isinstance(item.response, Gap):
        fields = list(_gap_fields(item, item.response))
        return opening + gaps_html(item, lambda number: fields[number - 1])
    if isinstance(item.response, Categorise | Matching):
        rows = _long_pairs(item.response, item.points)
        return f"{opening}{html_block(prompt(item))}<ol>{''.join(rows)}</ol>"
    assert isinstance(item.response, ShortAnswer)
    # In any order: every field takes every answer.
    answers = accepted(item, (a for each in item.response.answers for a in each))
    parts = weights(item.points, len(item.response.answers))
    rows = (f"<li>{written(answers, weight=w, exact=is_exact(item))}</li>" for w in parts)
    return f"{opening}{html_block(prompt(item))}<ol>{''.join(rows)}</ol>"


def sides(response: Categorise | Matching) -> list[str]:
    """Return what the parts are put together with, as it reads, once each."""
    if isinstance(response, Categorise):
        sides: tuple[str, ...] = response.categories
    else:
        sides = (*(right for _, right in response.pairs), *response.distractors)
        sides = printed(sides, response.shown)
    return list(dict.fromkeys(text(rich(side)).strip() for side in sides))


def _long_pairs(response: Categorise | Matching, points: int) -> Iterator[str]:
    """Yield left sides with a field each, for right sides that Moodle's matching would cut."""
    if isinstance(response, Categorise):
        pairs = tuple((each.text, each.category) for each in response.statements)
    else:
        pairs = response.pairs
    offered = sides(response)
    for (left, right), weight in zip(pairs, weights(points, len(pairs)), strict=True):
        key = text(rich(right)).strip()
        field = chosen(((escape(s), s == key, "") for s in offered), weight=weight, listed=True)
        yield f"<li>{html(rich(left))}: {field}</li>"


def _gap_fields(item: Item, response: Gap) -> Iterator[str]:
    for weight, answers in zip(
        weights(item.points, len(response.answers)), response.answers, strict=True
    ):
        if response.bank:
            yield chosen(_bank(response.bank, answers), weight=weight)
        else:
            yield written(accepted(item, answers), weight=weight, exact=is_exact(item))


def _bank(bank: tuple[Option, ...], answers: tuple[str, ...]) -> Iterator[tuple[str, bool, str]]:
    """Yield the words of the bank once each, as seen from one gap."""
    right = {answer.casefold() for answer in answers}
    for word, option in {text(rich(option.text)): option for option in bank}.items():
        hit = word.casefold() in right
        yield escape(word), hit, "" if hit else html(because(option))
