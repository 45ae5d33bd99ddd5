"""One question of Canvas's QTI 1.2: the item that its importer reads, by response kind.

Canvas takes the type of a question from its metadata and the key from the response processing,
which it knows in few shapes only; these are the shapes of its own exports.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, assert_never

from quizgen.formats._blocks import Line
from quizgen.formats._canvas_tree import (
    Answer,
    blank,
    chosen,
    condition,
    label,
    matched,
    material,
    node,
    said,
    together,
    typed,
)
from quizgen.formats._cloze import weights
from quizgen.formats._feedback import because, feedback, rubric
from quizgen.formats._fragments import (
    Task,
    accepted,
    gaps_html,
    html_block,
    introduction,
    missing_letters,
    name,
    printed,
    prompt,
    stem,
    text,
)
from quizgen.formats._inline import plain, rich
from quizgen.formats._key import is_one_sentence
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
from quizgen.wording import table

_FULL = 100
_IDS = 1000
"""Answer ids of a question begin with its number times this."""
_TRUE_FALSE = {"Benar": "True", "Salah": "False"}


@dataclass(slots=True)
class Question:
    """What differs between types of questions."""

    type: str
    responses: list[Any]
    rules: list[Any]
    ids: list[int] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    """Options with feedback of their own."""


def question(task: Task, worksheet: Worksheet, *, passage: str) -> Any:
    """Return the item; ``passage`` is HTML that stands above the question."""
    words = table(worksheet.language)
    made = _made(task)
    before = passage if task.with_passage else ""
    presented = node("presentation", material(f"<div>{before}{_asked(task, words)}</div>"))
    presented.extend(made.responses)
    general = html_block(_general(task.item, worksheet, own=bool(made.answers)))
    comments = [(f"{a.id}_fb", html_block([a.why])) for a in made.answers if a.why]
    return node(
        "item",
        _metadata(task, made),
        presented,
        _processing(made),
        said("general_fb", general),
        *(said(id, content) for id, content in comments),
        ident=task.item.id,
        title=name(task, worksheet),
    )


def _asked(task: Task, words: dict[str, str]) -> str:
    """Return the question text, with ``[isian1]`` in the place of the first field."""
    response = task.item.response
    opening = html_block(introduction(task, words))
    match response:
        case Gap():
            return opening + gaps_html(task.item, _field(task.item))
        case ShortAnswer(answers=answers) if len(answers) > 1:
            fields = "".join(f"<li>[{blank(n)}]</li>" for n in range(1, len(answers) + 1))
            return f"{opening}{html_block(prompt(task.item))}<ol>{fields}</ol>"
        case Categorise(statements=statements) if _is_true_false(response):
            return html_block((*stem(task, words), rich(statements[0].text)))
        case _:
            return html_block(stem(task, words))


def _field(item: Item) -> Callable[[int], str]:
    """Return what writes a gap; behind one inside a word stands a line for each letter."""
    letters = missing_letters(item)

    def field(number: int) -> str:
        lines = letters.get(number)
        return f"[{blank(number)}]" + (f" <small>({lines})</small>" if lines else "")

    return field


def _general(item: Item, worksheet: Worksheet, *, own: bool) -> Iterable[Line]:
    """Return what is said after any answer; Canvas has no other place for a rubric."""
    yield from feedback(item, worksheet, reasons=not own)
    if isinstance(item.response, FreeText):
        yield from rubric(item.response, table(worksheet.language))


def _made(task: Task) -> Question:
    first = task.number * _IDS
    response = task.item.response
    match response:
        case Choice(options=options):
            return _one("multiple_choice_question", _answers(options, first))
        case MultiChoice(options=options):
            return _several(_answers(options, first))
        case Categorise():
            return _judged(response, first)
        case Gap():
            return _gaps(task.item, response, first)
        case ShortAnswer(answers=answers):
            return _written(task.item, answers, first)
        case FreeText():
            return Question("essay_question", [typed()], [condition((), stops=True)])
        case Matching():
            sides = [*(right for _, right in response.pairs), *response.distractors]
            offered = printed(tuple(sides), response.shown)
            return _matches(response.pairs, offered, first)
        case Ordering():
            return _ordered(response, first)
        case _:
            assert_never(response)


def _answers(options: Iterable[Option], first: int) -> list[Answer]:
    return [
        Answer(first + number, rich(option.text), option.correct, because(option))
        for number, option in enumerate(options, start=1)
    ]


def _one(kind: str, answers: list[Answer]) -> Question:
    right = next(answer for answer in answers if answer.correct)
    rules = [condition([matched("response1", str(right.id))], score=_FULL, stops=True)]
    responses = [chosen("response1", answers, several=False)]
    return Question(kind, responses, rules, [answer.id for answer in answers], answers)


def _several(answers: list[Answer]) -> Question:
    rules = [condition([together("response1", answers)], score=_FULL, stops=True)]
    responses = [chosen("response1", answers, several=True)]
    ids = [answer.id for answer in answers]
    return Question("multiple_answers_question", responses, rules, ids, answers)


def _is_true_false(response: Categorise) -> bool:
    return len(response.statements) == 1 and set(response.categories) == set(_TRUE_FALSE)


def _judged(response: Categorise, first: int) -> Question:
    if not _is_true_false(response):
        pairs = [(each.text, each.category) for each in response.statements]
        return _matches(pairs, response.categories, first)
    [statement] = response.statements
    # Canvas takes these two labels only, and shows them in the language of its user.
    answers = [
        Answer(first + number, rich(shown), category == statement.category, rich(statement.why))
        for number, (category, shown) in enumerate(_TRUE_FALSE.items(), start=1)
    ]
    return _one("true_false_question", answers)


def _matches(pairs: Sequence[tuple[str, str]], offered: Iterable[str], first: int) -> Question:
    """Return pairs to be matched; right sides that read the same are one."""
    sides = dict.fromkeys(text(rich(side)).strip() for side in offered)
    ids = {side: first + 500 + number for number, side in enumerate(sides, start=1)}
    made = Question("matching_question", [], [])
    shares = _shares(len(pairs))
    for number, (left, right) in enumerate(pairs, start=1):
        made.ids.append(first + number)
        response = f"response_{first + number}"
        rights = [Answer(id, plain(side)) for side, id in ids.items()]
        made.responses.append(chosen(response, rights, about=rich(left)))
        key = str(ids[text(rich(right)).strip()])
        made.rules.append(condition([matched(response, key)], score=shares[number - 1], adds=True))
    return made


def _ordered(response: Ordering, first: int) -> Question:
    """Match elements with their places; or places with words, which may be equal."""
    texts = [text(rich(option.text)).strip() for option in response.options]
    places = [str(number) for number in range(1, len(texts) + 1)]
    if is_one_sentence(response) or len(set(texts)) < len(texts):
        offered = printed(tuple(texts), response.shown)
        return _matches(list(zip(places, texts, strict=True)), offered, first)
    pairs = tuple(zip((option.text for option in response.options), places, strict=True))
    return _matches(printed(pairs, response.shown), places, first)


def _gaps(item: Item, response: Gap, first: int) -> Question:
    if not response.bank:
        return _blanks([accepted(item, answers) for answers in response.answers], first)
    bank = dict.fromkeys(text(rich(option.text)).strip() for option in response.bank)
    folded = {word.casefold() for word in bank}
    groups = []
    for answers in response.answers:
        if not folded & {answer.casefold() for answer in answers}:
            bank[answers[0]] = None
        groups.append({answer.casefold() for answer in answers})
    fields = [[(word, word.casefold() in right) for word in bank] for right in groups]
    return _fields("multiple_dropdowns_question", fields, first)


def _written(item: Item, answers: Sequence[Sequence[str]], first: int) -> Question:
    if len(answers) > 1:
        # In any order: every field takes every answer.
        every = accepted(item, (each for group in answers for each in group))
        return _blanks([every] * len(answers), first)
    known = accepted(item, answers[0])
    right = [matched("response1", answer) for answer in known]
    rules = [condition(right, score=_FULL, stops=True)]
    ids = [first + number for number in range(1, len(known) + 1)]
    return Question("short_answer_question", [typed()], rules, ids)


def _blanks(groups: Sequence[Iterable[str]], first: int) -> Question:
    fields = [[(answer, True) for answer in group] for group in groups]
    return _fields("fill_in_multiple_blanks_question", fields, first)


def _fields(kind: str, fields: Sequence[Sequence[tuple[str, bool]]], first: int) -> Question:
    made = Question(kind, [], [])
    shares = _shares(len(fields))
    for number, words in enumerate(fields, start=1):
        response = f"response_{blank(number)}"
        answers = []
        for word, right in words:
            made.ids.append(first + len(made.ids) + 1)
            answers.append(Answer(made.ids[-1], plain(word), right))
        made.responses.append(chosen(response, answers, about=plain(blank(number))))
        made.rules += [
            condition([matched(response, str(answer.id))], score=shares[number - 1], adds=True)
            for answer in answers
            if answer.correct
        ]
    return made


def _shares(parts: int) -> list[float]:
    """Return the percentages of equal parts, which add up."""
    return [each / _FULL for each in weights(_FULL * _FULL, parts)]


def _metadata(task: Task, made: Question) -> Any:
    facts = {
        "question_type": made.type,
        "points_possible": str(task.item.points),
        "original_answer_ids": ",".join(map(str, made.ids)),
        "assessment_question_identifierref": f"{task.item.id}-ref",
    }
    fields = (label(key, value) for key, value in facts.items())
    return node("itemmetadata", node("qtimetadata", *fields))


def _processing(made: Question) -> Any:
    score = node("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    return node("resprocessing", node("outcomes", score), *_rules(made))


def _rules(made: Question) -> Iterator[Any]:
    yield condition((), tells="general_fb")
    for answer in made.answers:
        if answer.why:
            yield condition([matched("response1", str(answer.id))], tells=f"{answer.id}_fb")
    yield from made.rules
