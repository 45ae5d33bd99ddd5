r"""GIFT: a plain text file of questions, for Moodle and the other platforms that read GIFT.

Source: docs.moodle.org, *GIFT format*, and what Moodle's importer (qformat_gift) reads; the tests
read and answer the file with the parser gift-pegjs.

Question texts and feedback are HTML, and each question brings the passage along (with
``Layout.passage_once`` a description before them has it instead), save those to be done without
it, which stand in a category of their own (see ``moodle``, which holds more: take that for Moodle).
The file holds the key, so there is only the teacher's edition.

GIFT has fewer kinds of questions than a sheet, so some take another shape:

* statements to be judged are matched with their categories;
* the gaps of a text with a word bank are matched with words; each gap to be filled freely, and
  each of several short answers, is a question of its own with the same text, and the explanation
  follows the last one;
* elements to be ordered are matched with their places.

Known limits: GIFT has no marks, so points stand in the question text; capitals never count in a
written answer; several short answers may come in any order, so one given twice counts twice.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import assert_never

from quizgen.formats._blocks import Line
from quizgen.formats._cloze import literal, weights
from quizgen.formats._feedback import because, feedback, rubric
from quizgen.formats._fragments import (
    Task,
    accepted,
    folding_passage,
    html,
    html_block,
    name,
    passage_html,
    printed,
    stem,
    tasks,
    text,
    title,
    worth,
)
from quizgen.formats._inline import clean, plain, rich
from quizgen.formats._moodle import label, shares
from quizgen.model import (
    Categorise,
    Choice,
    Edition,
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

_SIGNS = {ord(sign): f"\\{sign}" for sign in "\\~=#{}:"}


def protect(content: str) -> str:
    r"""Return content in which the signs of GIFT stand for themselves.

    >>> print(protect("a=b"))
    a\=b
    """
    return content.translate(_SIGNS)


class Gift:
    """Questions as text; a category, then one paragraph a question."""

    name = "gift"
    suffix = ".gift.txt"
    purpose = "GIFT: a text file of questions that Moodle and other platforms import."
    leaves_out: Mapping[str, str] = MappingProxyType({})
    editions: tuple[Edition, ...] = ("teacher",)

    def render(self, worksheet: Worksheet, *, edition: Edition) -> bytes:
        """Return the file as UTF-8, the same for both editions: it always holds the key."""
        return ("\n\n".join(_paragraphs(worksheet)) + "\n").encode()


def _paragraphs(worksheet: Worksheet) -> Iterator[str]:
    words = labels(worksheet)
    path = label(title(worksheet)).replace("/", "//")
    once = worksheet.layout.passage_once
    passage = "" if once else folding_passage(worksheet)
    every = list(tasks(worksheet))
    for shown, below in ((True, ""), (False, f"/{words['without_text']}")):
        group = [task for task in every if task.with_passage is shown]
        if group:
            yield f"$CATEGORY: {path}{below}"
        if group and shown and once:
            yield _description(worksheet, words)
        for task in group:
            yield from _questions(task, worksheet, passage if shown else "")


def _description(worksheet: Worksheet, words: dict[str, str]) -> str:
    """Return the text as a question that asks nothing."""
    called = label(f"{words['passage']}: {title(worksheet)}")
    told = html_block([plain(words["read_passage"])]) + passage_html(worksheet)
    return f"::{protect(called)}::[html]{protect(told)}"


def _questions(task: Task, worksheet: Worksheet, passage: str) -> Iterator[str]:
    """Yield the question, or several where GIFT has no field for each part of it."""
    words = labels(worksheet)
    many = _many(task.item)
    asked = passage + html_block(stem(task, words, points=not many))
    told = _told(task.item, worksheet, words)
    if not many:
        yield _question(task, worksheet, None, asked, [*_answers(task.item), told])
    for number, answers in enumerate(many, start=1):
        points = weights(task.item.points, len(many))[number - 1]
        part = plain(f"{words['answer']} ({number}):", bold=True)
        ask = html_block([(*part, *worth(points, words))])
        rows = [_written(answer) for answer in accepted(task.item, answers)]
        # The explanation would tell the other answers too, so it waits for the last one.
        rows += [told] if number == len(many) else []
        yield _question(task, worksheet, number, asked + ask, rows)


def _question(
    task: Task, worksheet: Worksheet, part: int | None, asked: str, rows: Iterable[str]
) -> str:
    item, called = task.item, label(name(task, worksheet))
    known = item.id if part is None else f"{item.id}-{part}"
    called = called if part is None else f"{called} ({part})"
    body = "\n".join(f"\t{row}" for row in rows)
    return (
        f"// [id:{known}] [tag:{item.type}]\n"
        f"::{protect(called)}::[html]{protect(asked)}{{\n{body}\n}}"
    )


def _told(item: Item, worksheet: Worksheet, words: dict[str, str]) -> str:
    rows: tuple[Line, ...] = feedback(item, worksheet, reasons=isinstance(item.response, Gap))
    if isinstance(item.response, FreeText):
        rows = (*rows, *rubric(item.response, words))
    return f"####{protect(html_block(rows))}"


def _many(item: Item) -> tuple[tuple[str, ...], ...]:
    """Return the accepted answers of each question that the item is split into, if it is."""
    match item.response:
        case Gap(answers=answers, bank=()):
            return answers
        case ShortAnswer(answers=answers) if len(answers) > 1:
            every = tuple(answer for each in answers for answer in each)
            return (every,) * len(answers)
        case _:
            return ()


def _answers(item: Item) -> Iterator[str]:
    response = item.response
    match response:
        case Choice(options=options):
            yield from (_option("=" if option.correct else "~", option) for option in options)
        case MultiChoice(options=options):
            for option, share in zip(options, shares(options), strict=True):
                yield _option(f"~%{share}%", option)
        case Categorise(statements=statements, categories=categories):
            used = {statement.category for statement in statements}
            yield from (_pair(rich(each.text), each.category) for each in statements)
            yield from (_pair((), each) for each in categories if each not in used)
        case Gap(answers=answers, bank=bank):
            yield from _banked(answers, bank)
        case ShortAnswer(answers=answers):
            yield from map(_written, accepted(item, answers[0]))
        case FreeText():
            return
        case Matching(pairs=pairs, distractors=distractors):
            yield from (_pair(rich(left), right) for left, right in pairs)
            yield from (_pair((), right) for right in distractors)
        case Ordering(options=options, shown=shown):
            places = tuple(enumerate(options, start=1))
            for place, option in printed(places, shown):
                yield _pair(rich(option.text), str(place))
        case _:
            assert_never(response)


def _option(sign: str, option: Option) -> str:
    why = f"#{_html(because(option))}" if option.why else ""
    return f"{sign}{_html(rich(option.text))}{why}"


def _html(line: Line) -> str:
    """Return a line as HTML; at its start a percent sign would be a weight, ``[html]`` a format."""
    content = html(line)
    if content[:1] in ("%", "["):
        content = f"&#{ord(content[0])};{content[1:]}"
    return protect(content)


def _banked(answers: tuple[tuple[str, ...], ...], bank: tuple[Option, ...]) -> Iterator[str]:
    words = {text(rich(option.text)).casefold(): text(rich(option.text)) for option in bank}
    keys = [next((words[a.casefold()] for a in each if a.casefold() in words), each[0])
            for each in answers]  # fmt: skip
    yield from (_pair(plain(f"({number})"), key) for number, key in enumerate(keys, start=1))
    yield from (_pair((), word) for word in words.values() if word not in keys)


def _pair(left: Line, right: str) -> str:
    return f"={_html(left)} -> {protect(label(text(rich(right))))}"


def _written(answer: str) -> str:
    """Return an accepted answer; an arrow in it would make the question one of matching."""
    shown = literal(clean(answer)).replace("->", "-*>")
    mark = "[plain]" if shown.startswith("[") else ""
    return f"=%100%{mark}{protect(shown)}"


FORMAT = Gift()
