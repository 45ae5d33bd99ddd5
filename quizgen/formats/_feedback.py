"""What a platform tells after the answer: the key in words, the explanation, the evidence.

No line names the letter or the number of an option, for platforms shuffle. Lines are runs, to be
written by the functions of ``_fragments``.
"""

from collections.abc import Iterator
from typing import assert_never

from quizgen.formats._blocks import Line, Run
from quizgen.formats._inline import NO_BREAK, emphasised, plain, rich
from quizgen.formats._key import evidence, is_one_sentence, variants
from quizgen.model import (
    Categorise,
    Choice,
    FreeText,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Option,
    Ordering,
    ShortAnswer,
    Worksheet,
)
from quizgen.wording import labels


def feedback(item: Item, worksheet: Worksheet, *, reasons: bool = False) -> tuple[Line, ...]:
    """Return key, explanation and evidence.

    ``reasons`` adds why each wrong option is wrong, for a question that has no feedback of its
    own for each option.
    """
    words = labels(worksheet)
    explained = rich(item.explanation) or (() if reasons else _own_reason(item))
    return (
        *_labelled(words["answer"], key(item, words)),
        *_labelled(words["explanation"], (explained,) if explained else ()),
        *(_option_reasons(item) if reasons else ()),
        *(remark.line for remark in evidence(item, worksheet)),
    )


def key(item: Item, words: dict[str, str]) -> tuple[Line, ...]:
    """Return the right answer in words, in one line or in several."""
    response = item.response
    match response:
        case Choice(options=options) | MultiChoice(options=options):
            return tuple(rich(option.text) for option in options if option.correct)
        case Categorise():
            return tuple(_judged(response))
        case Gap(answers=answers):
            keys = "; ".join(f"({i}) {a[0]}" for i, a in enumerate(answers, start=1))
            return (plain(keys + variants(answers, words)),)
        case ShortAnswer(answers=answers):
            keys = "; ".join(answer[0] for answer in answers)
            return (plain(keys + variants(answers, words)),)
        case FreeText():
            return (rich(response.model_answer or words["see_rubric"]),)
        case Matching(pairs=pairs):
            return tuple((*rich(left), Run(text=" – "), *rich(right)) for left, right in pairs)
        case Ordering():
            return tuple(_in_order(response))
        case _:
            assert_never(response)


def because(option: Option) -> Line:
    """Return why an option is right or wrong."""
    return rich(option.why)


def rubric(response: FreeText, words: dict[str, str]) -> tuple[Line, ...]:
    """Return what earns how many points, one criterion a line."""
    return (
        plain(words["rubric"], bold=True),
        *(
            (*plain(f"{row.points}{NO_BREAK}{words['points']}: "), *rich(row.criterion))
            for row in response.rubric
        ),
    )


def _labelled(label: str, rows: tuple[Line, ...]) -> Iterator[Line]:
    """Yield rows with a label before the only one, or in a line above several."""
    title = plain(f"{label}: ", bold=True)
    if len(rows) == 1:
        yield (*title, *rows[0])
    elif rows:
        yield title
        yield from rows


def _judged(response: Categorise) -> Iterator[Line]:
    for statement in response.statements:
        why = (Run(text=" – "), *rich(statement.why)) if statement.why else ()
        yield (*plain(f"{statement.category}: ", bold=True), *rich(statement.text), *why)


def _in_order(response: Ordering) -> Iterator[Line]:
    if is_one_sentence(response):
        yield rich(" ".join(option.text for option in response.options))
        return
    for number, option in enumerate(response.options, start=1):
        why = (Run(text=" – "), *rich(option.why)) if option.why else ()
        yield (*plain(f"{number}. "), *rich(option.text), *why)


def _own_reason(item: Item) -> Line:
    """Return why the right option of a choice is right, where nothing else explains it."""
    if not isinstance(item.response, Choice):
        return ()
    return next((rich(option.why) for option in item.response.options if option.correct), ())


def _option_reasons(item: Item) -> Iterator[Line]:
    match item.response:
        case Choice(options=options) | MultiChoice(options=options) | Gap(bank=options):
            for option in options:
                if option.why:
                    yield (*emphasised(rich(option.text)), Run(text=" – "), *rich(option.why))
        case _:
            return
