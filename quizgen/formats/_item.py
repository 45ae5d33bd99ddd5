"""How an item stands on paper, for the student empty and for the teacher filled in."""

from typing import assert_never

from quizgen.formats._blocks import (
    Bank,
    Boxes,
    Column,
    Line,
    Options,
    Part,
    Question,
    Ruled,
    Run,
    Table,
)
from quizgen.formats._inline import NO_BREAK, emphasised, gapped, lines, plain, rich
from quizgen.formats._key import TICK, comment, is_one_sentence, letter
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

_TICKED = Run(text=f" {TICK}", bold=True)
_HAND = 40
"""Characters that fit on a ruled line in a learner's handwriting."""
_MIN_ESSAY, _MAX_ESSAY = 5, 12


def question(
    number: int, item: Item, worksheet: Worksheet, *, teacher: bool, asked: bool
) -> Question:
    """Return the item as printed; ``asked`` if its prompt was already given as an instruction."""
    words = labels(worksheet)
    points = worksheet.layout.points
    prompt = () if asked else _prompt(item, filled=teacher)
    if points or (item.points > 1 and prompt):
        prompt = (*prompt[:-1], (*(prompt[-1] if prompt else ()), *_worth(item, words, prompt)))
    return Question(
        number,
        prompt,
        body(item, words, filled=teacher),
        comment(item, worksheet) if teacher else (),
    )


def _prompt(item: Item, *, filled: bool) -> tuple[Line, ...]:
    if isinstance(item.response, Gap):
        return gapped(item.prompt, item.response.answers, filled=filled)
    return lines(item.prompt)


def _worth(item: Item, words: dict[str, str], prompt: tuple[Line, ...]) -> Line:
    space = " " if prompt else ""
    return (Run(text=f"{space}({item.points}{NO_BREAK}{words['points']})", italic=True),)


def body(item: Item, words: dict[str, str], *, filled: bool) -> tuple[Part, ...]:
    """Return what stands under the prompt; ``filled`` shows the right answers in place."""
    response = item.response
    match response:
        case Choice(options=options) | MultiChoice(options=options):
            return (_options(options, filled=filled),)
        case Categorise():
            return (_ticks(response, words, filled=filled),)
        case Gap(bank=bank):
            return _bank(bank, words)
        case ShortAnswer():
            return () if filled else (_short(response, words),)
        case FreeText():
            return () if filled else (Ruled(("",) * _essay_lines(response)),)
        case Matching():
            return (_match(response, words, filled=filled),)
        case Ordering():
            return _order(response, filled=filled)
        case _:
            assert_never(response)


def _options(options: tuple[Option, ...], *, filled: bool) -> Options:
    rows = []
    for index, option in enumerate(options):
        line = rich(option.text)
        if filled and option.correct:
            line = (*emphasised(line), _TICKED)
        rows.append((f"{letter(index)}.", line))
    return Options(tuple(rows))


def _ticks(response: Categorise, words: dict[str, str], *, filled: bool) -> Table:
    columns = [Column(name, _width_of(name), centred=True) for name in response.categories]
    rest = 1 - sum(column.share for column in columns)
    rows = []
    for index, statement in enumerate(response.statements):
        text = (Run(text=f"{letter(index).lower()}. "), *rich(statement.text))
        ticks = (_tick(filled and statement.category == name) for name in response.categories)
        rows.append((text, *ticks))
    return Table((Column(words["statement"], rest), *columns), tuple(rows))


def _width_of(header: str) -> float:
    """Return the share of the table that a header needs to fit on two lines."""
    longest = max((len(header) + 1) // 2, *map(len, header.split()))
    return min(max(0.045 + 0.0155 * longest, 0.12), 0.22)


def _tick(right: bool) -> Line:
    return plain(TICK, bold=True) if right else ()


def _bank(bank: tuple[Option, ...], words: dict[str, str]) -> tuple[Part, ...]:
    return (Bank(words["word_bank"], tuple(rich(option.text) for option in bank)),) if bank else ()


def _short(response: ShortAnswer, words: dict[str, str]) -> Ruled:
    if len(response.answers) > 1:
        return Ruled(tuple(f"{number}." for number in range(1, len(response.answers) + 1)))
    longest = max((len(answer) for answer in response.answers[0]), default=0)
    return Ruled((f"{words['answer']}:", *("",) * (longest // (2 * _HAND))))


def _essay_lines(response: FreeText) -> int:
    points = sum(row.points for row in response.rubric)
    wanted = max(2 * points, len(response.model_answer) // _HAND + 2)
    return min(max(wanted, _MIN_ESSAY), _MAX_ESSAY)


def _match(response: Matching, words: dict[str, str], *, filled: bool) -> Table:
    right = [*(pair[1] for pair in response.pairs), *response.distractors]
    shown = response.shown or tuple(range(len(right)))
    rows: list[tuple[Line | None, ...]] = []
    for row, index in enumerate(shown):
        option = (Run(text=f"{letter(row)}. "), *rich(right[index]))
        if row < len(response.pairs):
            left = (Run(text=f"{row + 1}. "), *rich(response.pairs[row][0]))
            key = letter(shown.index(row)) if filled else ""
            rows.append((left, plain(key, bold=True), option))
        else:
            rows.append((None, None, option))
    return Table(_match_columns(response, right, words), tuple(rows))


def _match_columns(
    response: Matching, right: list[str], words: dict[str, str]
) -> tuple[Column, ...]:
    """Share the width between the columns by their longest texts, within reason."""
    answer = 0.14
    longest = max(len(pair[0]) for pair in response.pairs)
    share = longest / (longest + max(map(len, right)))
    left = min(max(share, 0.35), 0.65) * (1 - answer)
    return (
        Column(words["left_column"], left),
        Column(words["answer"], answer, centred=True),
        Column(words["right_column"], 1 - answer - left),
    )


def _order(response: Ordering, *, filled: bool) -> tuple[Part, ...]:
    shown = response.shown or tuple(range(len(response.options)))
    rows = tuple(
        (str(index + 1) if filled else "", rich(response.options[index].text)) for index in shown
    )
    if not is_one_sentence(response):
        return (Boxes(rows),)
    length = sum(len(option.text) + 1 for option in response.options)
    boxes = Boxes(rows, flowing=True)
    return (boxes,) if filled else (boxes, Ruled(("",) * (1 + length // _HAND)))
