"""The parts of a quiz in Google Forms: headers, pages, and questions with key and feedback.

A question of Forms has one answer, so an item with several becomes a header and a question for
each; they share its points.
"""

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from quizgen.formats._cloze import weights
from quizgen.formats._feedback import feedback, rubric
from quizgen.formats._fragments import (
    Task,
    introduction,
    printed,
    prompt,
    tasks,
    text,
    text_block,
)
from quizgen.formats._inline import clean, plain, rich
from quizgen.formats._sheet import passage
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
    Worksheet,
)
from quizgen.wording import table

Part = dict[str, Any]
Offer = list[tuple[str, bool]]
"""What can be chosen, and whether it is right."""


def parts(worksheet: Worksheet) -> Iterator[Part]:
    """Yield the parts of the form: text and items, then what is done without the text."""
    words = table(worksheet.language)
    every = list(tasks(worksheet))
    shown = [task for task in every if task.with_passage]
    alone = [task for task in every if not task.with_passage]
    if shown:
        yield from _passage(worksheet)
    for task in shown:
        yield from _item(task, worksheet)
    if alone:
        yield {"kind": "page", "title": words["without_text"], "help": words["hidden"]}
    for task in alone:
        yield from _item(task, worksheet)


def _passage(worksheet: Worksheet) -> Iterator[Part]:
    """Yield the text, a header for each paragraph; Forms has no other place for it."""
    words = table(worksheet.language)
    drawn = passage(worksheet, words, numbered=True)
    yield _header(drawn.title, words["read_passage"])
    for number, line in drawn.paragraphs:
        if number:
            yield _header(f"{words['paragraph']} {number}", text(line))
        else:
            yield _header(text(line), "")
    yield _header(words["question"], "")


def _header(title: str, help: str) -> Part:
    return {"kind": "header", "title": title, "help": help}


def _item(task: Task, worksheet: Worksheet) -> Iterator[Part]:
    words = table(worksheet.language)
    title = f"{task.number}. {text_block(prompt(task.item))}"
    help = text_block(introduction(task, words))
    asked = list(_questions(task, worksheet))
    if len(asked) == 1:
        asked[0] |= {"title": title, "help": help}
    else:
        bank = _bank(task)
        note = f"{words['word_bank']}: {', '.join(bank)}" if bank else ""
        yield _header(title, "\n".join(part for part in (help, note) if part))
    whole = text_block(_told(task, worksheet))
    shares = weights(task.item.points, len(asked))
    for number, (part, points) in enumerate(zip(asked, shares, strict=True), start=1):
        told = whole if number == len(asked) else part["told"]
        yield part | {"points": points, "told": told}


def _told(task: Task, worksheet: Worksheet) -> tuple[Any, ...]:
    made = feedback(task.item, worksheet, reasons=True)
    if isinstance(task.item.response, FreeText):
        return (*made, *rubric(task.item.response, table(worksheet.language)))
    return made


def _bank(task: Task) -> list[str]:
    match task.item.response:
        case Gap(bank=bank):
            return list(dict.fromkeys(_plain(option.text) for option in bank))
        case _:
            return []


def _questions(task: Task, worksheet: Worksheet) -> Iterator[Part]:
    """Yield what is answered, each with the key as its feedback."""
    label = table(worksheet.language)["answer"]
    response = task.item.response
    match response:
        case Choice(options=options):
            yield _ask("choice", "", _offer(options), label)
        case MultiChoice(options=options):
            yield _ask("checkbox", "", _offer(options), label)
        case Categorise(statements=statements, categories=categories):
            for statement in statements:
                offer = [(_plain(each), each == statement.category) for each in categories]
                yield _ask("choice", _plain(statement.text), offer, label)
        case Matching():
            yield from _pairs(response, label)
        case Ordering(options=options, shown=shown):
            for place, right in enumerate(options):
                mixed = printed(tuple(enumerate(options)), shown)
                offer = [(_plain(o.text), o.text == right.text) for _, o in mixed]
                yield _ask("list", f"{place + 1}.", offer, label)
        case Gap(answers=answers):
            for number, accepted in enumerate(answers, start=1):
                yield _gap(number, accepted, _bank(task), label)
        case ShortAnswer(answers=answers):
            for number, accepted in enumerate(answers, start=1):
                yield _write("text", f"{label} ({number})", f"{label}: {clean(accepted[0])}")
        case FreeText():
            yield _write("paragraph", "", "")
        case _:
            assert_never(response)


def _pairs(response: Matching, label: str) -> Iterator[Part]:
    every = (*(right for _, right in response.pairs), *response.distractors)
    for left, right in response.pairs:
        offer = [(_plain(each), each == right) for each in printed(every, response.shown)]
        yield _ask("list", _plain(left), offer, label)


def _gap(number: int, answers: tuple[str, ...], bank: list[str], label: str) -> Part:
    taken = {answer.casefold() for answer in answers}
    offer = [(word, word.casefold() in taken) for word in bank]
    if any(right for _, right in offer):
        return _ask("list", f"({number})", offer, label)
    return _write("text", f"({number})", f"{label}: {clean(answers[0])}")


def _offer(options: Iterable[Option]) -> Offer:
    return [(_plain(option.text), option.correct) for option in options]


def _ask(kind: str, title: str, offer: Offer, label: str) -> Part:
    """Return a question to be answered by choosing; Forms takes no choice twice."""
    choices: dict[str, bool] = {}
    for choice, right in offer:
        choices[choice] = choices.get(choice, False) or right
    keys = "; ".join(choice for choice, right in choices.items() if right)
    return {
        "kind": kind,
        "title": title,
        "help": "",
        "choices": list(choices.items()),
        "told": text(plain(f"{label}: {keys}")),
    }


def _write(kind: str, title: str, told: str) -> Part:
    return {"kind": kind, "title": title, "help": "", "told": told}


def _plain(words: str) -> str:
    return text(rich(words)).strip()
