"""Questions of H5P's content types Blanks, to be written in, and DragText, to drag words into.

Both read a syntax of their own out of the text: ``*word*`` is a gap, ``/`` parts the answers of
Blanks, ``:`` and ``\\+`` begin what is told. It has no escape, and no reference for a character
outlives the filter of every platform. So an answer to be written cannot hold these signs, and
elsewhere others stand for them that look alike.
"""

from collections.abc import Iterable

from quizgen.formats._blocks import Line
from quizgen.formats._feedback import feedback
from quizgen.formats._fragments import (
    accepted,
    escape,
    html,
    introduction,
    is_exact,
    missing_letters,
    text,
)
from quizgen.formats._h5p_asked import Asked, Params, buttons, once, verdicts
from quizgen.formats._inline import clean, pieces, rich
from quizgen.formats._key import is_one_sentence
from quizgen.model import Gap, Item, Ordering, ShortAnswer

_OWN_SIGNS = "*/:"
_ALIKE = str.maketrans({"*": "∗"})
_ALIKE_DRAGGED = str.maketrans({"*": "∗", ":": "꞉", "\\": "∖"})


def unwritable(item: Item) -> bool:
    """Return whether an answer to be written has no form that H5P can hold."""
    return any(not group for group in _written_answers(item))


def _written_answers(item: Item) -> list[tuple[str, ...]]:
    """Return what is accepted in each field to be written in."""
    match item.response:
        case Gap(answers=answers, bank=()):
            groups = [accepted(item, each) for each in answers]
        case ShortAnswer(answers=answers):
            groups = [accepted(item, (a for each in answers for a in each))] * len(answers)
        case _:
            return []
    return [tuple(each for each in group if not set(_OWN_SIGNS) & set(each)) for group in groups]


def typed_gaps(asked: Asked, response: Gap) -> Params:
    """Return a text with gaps to be written in."""
    item = asked.task.item
    letters = missing_letters(item)
    groups = _written_answers(item)

    def field(number: int) -> str:
        lines = letters.get(number)
        return _blank(groups[number - 1]) + (f" ({lines})" if lines else "")

    rows = [
        "".join(
            field(p) if isinstance(p, int) else html(rich(p)).translate(_ALIKE)
            for p in pieces(row, len(response.answers))
        )
        for row in _prompt_rows(item)
    ]
    return _blanks(asked, introduction(asked.task, asked.words), rows)


def _prompt_rows(item: Item) -> list[str]:
    return [row for line in item.prompt.split("\n") if (row := clean(line).strip())]


def typed(asked: Asked) -> Params:
    """Return the question with a field for each short answer."""
    groups = _written_answers(asked.task.item)
    numbered = (f"{n}. " if len(groups) > 1 else "" for n in range(1, len(groups) + 1))
    rows = [f"{number}{_blank(group)}" for number, group in zip(numbered, groups, strict=True)]
    return _blanks(asked, asked.rows, rows)


def _blank(answers: Iterable[str]) -> str:
    return f"*{'/'.join(map(escape, answers))}*"


def _blanks(asked: Asked, question: Iterable[Line], rows: Iterable[str]) -> Params:
    behaviour = {
        "caseSensitive": is_exact(asked.task.item),
        "showSolutionsRequiresInput": False,
        "autoCheck": False,
        "separateLines": False,
    }
    params = {
        "text": asked.text(question),
        "questions": [f"<p>{row}</p>" for row in rows],
        "behaviour": behaviour | once(),
        "overallFeedback": verdicts(asked, _whole_feedback(asked)),
    } | buttons(asked.words, solution="showSolutions", retry="tryAgain")
    return asked.made("H5P.Blanks", params)


def dragged_gaps(asked: Asked, response: Gap) -> Params:
    """Return the text with words to be dragged; those that no gap takes are distractors."""
    left = [text(rich(option.text)).strip() for option in response.bank]
    folded = {word.casefold(): word for word in left}
    keys = []
    for group in response.answers:
        found = (folded[each.casefold()] for each in group if each.casefold() in folded)
        keys.append(next(found, group[0]))
        if keys[-1] in left:
            left.remove(keys[-1])
    rows = (
        "".join(
            _dragged_word(keys[p - 1]) if isinstance(p, int) else _around(text(rich(p)))
            for p in pieces(row, len(keys))
        )
        for row in _prompt_rows(asked.task.item)
    )
    return _drag(asked, introduction(asked.task, asked.words), "\n".join(rows), left)


def placed(asked: Asked, response: Ordering) -> Params:
    """Return elements to be dragged into their places."""
    texts = [option.text for option in response.options]
    if is_one_sentence(response):
        field = " ".join(_dragged_word(text(rich(each))) for each in texts)
        return _drag(asked, asked.rows, field, ())
    return dragged(asked, [(f"{n}. ", each) for n, each in enumerate(texts, start=1)], ())


def dragged(asked: Asked, rows: Iterable[tuple[str, str]], distractors: Iterable[str]) -> Params:
    """Return rows to be completed by dragging; each is what stands before, and the right word."""
    made = (f"{_around(before)}{_dragged_word(text(rich(right)))}" for before, right in rows)
    others = [text(rich(each)) for each in distractors]
    return _drag(asked, asked.rows, "\n".join(made), others)


def _drag(asked: Asked, question: Iterable[Line], field: str, distractors: Iterable[str]) -> Params:
    params = {
        "taskDescription": asked.text(question),
        "textField": field,
        "distractors": " ".join(map(_dragged_word, distractors)),
        "behaviour": {"instantFeedback": False} | once(),
        "overallFeedback": verdicts(asked, _whole_feedback(asked)),
        "correctText": escape(asked.words["right"]),
        "incorrectText": escape(asked.words["wrong"]),
        "correctAnswer": f"{escape(asked.words['answer'])}:",
    } | buttons(asked.words, solution="showSolution", retry="tryAgain")
    return asked.made("H5P.DragText", params)


def _around(words: str) -> str:
    return escape(words.translate(_ALIKE))


def _dragged_word(words: str) -> str:
    return f"*{escape(words.strip().translate(_ALIKE_DRAGGED))}*"


def _whole_feedback(asked: Asked) -> tuple[Line, ...]:
    return feedback(asked.task.item, asked.worksheet, reasons=True)
