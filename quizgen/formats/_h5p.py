"""Questions of H5P's content types: the parameters that each reads, by response kind.

Rich text is made of p, h3, strong, em and sup; a platform may take tags away, but no words.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from quizgen.formats._blocks import Line
from quizgen.formats._feedback import because, feedback
from quizgen.formats._fragments import Task, escape, html, text
from quizgen.formats._h5p_asked import FULL, Asked, Params, buttons, once, verdicts
from quizgen.formats._h5p_fields import dragged, dragged_gaps, placed, typed, typed_gaps
from quizgen.formats._inline import rich
from quizgen.formats._key import letter
from quizgen.formats._spreadsheet import Row, told
from quizgen.model import (
    Categorise,
    Choice,
    FreeText,
    Gap,
    Matching,
    MultiChoice,
    Option,
    Ordering,
    ShortAnswer,
    Statement,
    Worksheet,
)
from quizgen.worksheet import keeps_order

_TRUE_FALSE = {"Benar", "Salah"}


def questions(task: Task, worksheet: Worksheet) -> Iterator[Params]:
    """Yield the questions that hold an item: one, or one for each statement; none for an essay."""
    asked = Asked(task, worksheet, str(task.number))
    response = task.item.response
    match response:
        case Choice(options=options):
            yield _choice(asked, options, one=True)
        case MultiChoice(options=options):
            yield _choice(asked, options, one=False)
        case Categorise(statements=statements):
            for index, statement in enumerate(statements):
                mark = letter(index).lower() if len(statements) > 1 else ""
                numbered = Asked(task, worksheet, f"{task.number}{mark}")
                yield _judged(numbered, response, statement)
        case Gap(bank=bank):
            yield dragged_gaps(asked, response) if bank else typed_gaps(asked, response)
        case ShortAnswer():
            yield typed(asked)
        case Matching():
            rows = [(f"{text(rich(left))}: ", right) for left, right in response.pairs]
            yield dragged(asked, rows, response.distractors)
        case Ordering():
            yield placed(asked, response)
        case FreeText():
            return
        case _:
            assert_never(response)


def _choice(asked: Asked, options: tuple[Option, ...], *, one: bool) -> Params:
    answers = [(html(rich(o.text)), o.correct, html(because(o))) for o in options]
    points = sum(option.correct for option in options)
    return _choices(
        asked,
        asked.text(asked.rows),
        answers,
        one=one,
        single_point=asked.task.item.points != points,
        shuffled=not keeps_order(options),
        after=feedback(asked.task.item, asked.worksheet),
    )


def _choices(
    asked: Asked,
    question: str,
    answers: Sequence[tuple[str, bool, str]],
    *,
    one: bool,
    single_point: bool,
    shuffled: bool,
    after: Iterable[Line],
) -> Params:
    behaviour = {
        "type": "single" if one else "multi",
        "singlePoint": one or single_point,
        "randomAnswers": shuffled,
        "showScorePoints": True,
        "passPercentage": FULL,
    }
    params = {
        "question": question,
        "answers": [
            {"text": words, "correct": right, "tipsAndFeedback": {"chosenFeedback": why}}
            for words, right, why in answers
        ],
        "UI": buttons(asked.words, solution="showSolutionButton", retry="tryAgainButton"),
        "behaviour": behaviour | once(),
        "overallFeedback": verdicts(asked, after),
    }
    return asked.made("H5P.MultiChoice", params)


def _judged(asked: Asked, response: Categorise, statement: Statement) -> Params:
    rows = [*asked.rows, rich(statement.text)]
    row = Row(asked.task, "", (), (), 0, statement)
    after = told(row, asked.worksheet)
    if set(response.categories) == _TRUE_FALSE:
        return _true_false(asked, asked.text(rows), statement.category == "Benar", after)
    answers = [(escape(each), each == statement.category, "") for each in response.categories]
    return _choices(
        asked, asked.text(rows), answers, one=True, single_point=True, shuffled=False, after=after
    )


def _true_false(asked: Asked, question: str, right: bool, after: Iterable[Line]) -> Params:
    wrong, correct = (each["feedback"] for each in verdicts(asked, after))
    params = {
        "question": question,
        "correct": str(right).lower(),
        "l10n": {"trueText": "Benar", "falseText": "Salah"}
        | buttons(asked.words, solution="showSolutionButton", retry="tryAgain"),
        "behaviour": {"feedbackOnCorrect": correct, "feedbackOnWrong": wrong} | once(),
    }
    return asked.made("H5P.TrueFalse", params)
