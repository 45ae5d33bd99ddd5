"""The teacher's key: the short answer to each item, and its explanation (*Pembahasan*)."""

from collections.abc import Iterator
from typing import assert_never

from quizgen.formats._blocks import Column, Line, Part, Remark, Run, Table
from quizgen.formats._inline import emphasised, plain, rich
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
    ShortAnswer,
    Worksheet,
)
from quizgen.wording import labels, quoted

TICK = "✓"


def letter(index: int) -> str:
    """Return the letter of an option; ``index`` counts from 0.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    rest, last = divmod(index, 26)
    return (letter(rest - 1) if rest else "") + chr(ord("A") + last)


def key_text(item: Item, words: dict[str, str]) -> str:
    """Return the key as one line: ``C``, ``a Benar; b Salah``, ``(1) bus``, ``1–C; 2–A``."""
    response = item.response
    match response:
        case Choice(options=options) | MultiChoice(options=options):
            return ", ".join(letter(i) for i, option in enumerate(options) if option.correct)
        case Categorise(statements=statements):
            return "; ".join(f"{letter(i).lower()} {s.category}" for i, s in enumerate(statements))
        case Gap(answers=answers):
            return "; ".join(f"({i}) {a[0]}" for i, a in enumerate(answers, start=1))
        case ShortAnswer(answers=answers):
            return "; ".join(answer[0] for answer in answers)
        case FreeText():
            return words["see_rubric"]
        case Matching():
            return "; ".join(f"{left}–{right}" for left, right in matches(response))
        case Ordering():
            return _order_key(response, words)
        case _:
            assert_never(response)


def matches(response: Matching) -> Iterator[tuple[int, str]]:
    """Yield (printed number of the left side, letter of its match)."""
    shown = response.shown or tuple(range(len(response.pairs)))
    for index in range(len(response.pairs)):
        yield index + 1, letter(shown.index(index))


def is_one_sentence(response: Ordering) -> bool:
    """Return whether the elements are pieces of a sentence, which is then written out."""
    closed = [option.text.rstrip("”\"’'").endswith((".", "?", "!")) for option in response.options]
    return closed[-1] and not any(closed[:-1])


def _order_key(response: Ordering, words: dict[str, str]) -> str:
    if is_one_sentence(response):
        return " ".join(option.text for option in response.options)
    shown = response.shown or tuple(range(len(response.options)))
    return f"{'–'.join(str(index + 1) for index in shown)} ({words['top_down']})"


def key_table(worksheet: Worksheet) -> Table:
    """Return the compact key of the whole sheet, with the sum of points."""
    words = labels(worksheet)
    items = list(worksheet.items())
    rows: list[tuple[Line, ...]] = [
        (plain(str(number)), plain(key_text(item, words)), plain(str(item.points)))
        for number, item in items
    ]
    total = sum(item.points for _, item in items)
    rows.append(((), plain(words["total"], bold=True), plain(str(total), bold=True)))
    columns = (
        Column(words["no"], 0.1, centred=True),
        Column(words["key_column"], 0.78),
        Column(words["points"].capitalize(), 0.12, centred=True),
    )
    return Table(columns, tuple(rows))


def comment(item: Item, worksheet: Worksheet) -> tuple[Part, ...]:
    """Return the explanation of an item: answer, reasons, evidence, process and level."""
    words = labels(worksheet)
    reasons = tuple(_reasons(item, words))
    explained = item.explanation or (reasons and not isinstance(item.response, FreeText))
    return (
        Remark((*_label(words["answer"]), *_answer(item, words))),
        *_model_answer(item, words),
        *((Remark((*_label(words["explanation"]), *rich(item.explanation))),) if explained else ()),
        *reasons,
        *evidence(item, worksheet),
        Remark(plain(_about(item, worksheet), italic=True), small=True),
    )


def _label(word: str) -> Line:
    return plain(f"{word}: ", bold=True)


def _answer(item: Item, words: dict[str, str]) -> Line:
    response = item.response
    key = plain(key_text(item, words))
    match response:
        case Choice(options=options):
            right = next((option for option in options if option.correct), None)
            return (*key, Run(text=". "), *rich(right.text)) if right else key
        case Gap(answers=answers) | ShortAnswer(answers=answers):
            return (*key, *plain(variants(answers, words)))
        case _:
            return key


def variants(answers: tuple[tuple[str, ...], ...], words: dict[str, str]) -> str:
    """Say which other answers are right too, by number if there are several to give."""
    several = len(answers) > 1
    parts = [
        (f"({number}) " if several else "") + ", ".join(accepted[1:])
        for number, accepted in enumerate(answers, start=1)
        if len(accepted) > 1
    ]
    return f" ({words['also']}: {'; '.join(parts)})" if parts else ""


def _model_answer(item: Item, words: dict[str, str]) -> Iterator[Part]:
    if isinstance(item.response, FreeText) and item.response.model_answer:
        yield Remark((*_label(words["model_answer"]), *rich(item.response.model_answer)))


def _reasons(item: Item, words: dict[str, str]) -> Iterator[Part]:
    response = item.response
    match response:
        case Choice(options=options) | MultiChoice(options=options):
            yield from _option_reasons(options)
        case Categorise():
            yield from _statement_reasons(response, words)
        case Ordering(options=options):
            for number, option in enumerate(options, start=1):
                if option.why:
                    text = (*plain(f"{number}. ", bold=True), *rich(option.text))
                    yield Remark((*text, *_because(option.why)))
        case FreeText():
            yield rubric_table(response, words)
        case Gap(bank=bank):
            for option in bank:
                if option.why:
                    yield Remark((*emphasised(rich(option.text)), *_because(option.why)))
        case ShortAnswer() | Matching():
            return
        case _:
            assert_never(response)


def _option_reasons(options: tuple[Option, ...]) -> Iterator[Part]:
    for index, option in enumerate(options):
        if option.why:
            mark = f" {TICK}" if option.correct else ""
            yield Remark((*plain(letter(index) + mark, bold=True), *_because(option.why)))


def _statement_reasons(response: Categorise, words: dict[str, str]) -> Iterator[Part]:
    for index, statement in enumerate(response.statements):
        mark = Run(text=f"{letter(index).lower()}. {statement.category}", bold=True)
        yield Remark((mark, *_because(statement.why)))
    scoring = "score_each" if response.scoring == "per-statement" else "score_all"
    yield Remark(plain(words[scoring], italic=True), small=True)


def _because(why: str) -> Line:
    return (Run(text=" – "), *rich(why)) if why else ()


def rubric_table(response: FreeText, words: dict[str, str]) -> Table:
    """Return what earns how many points of a written answer."""
    rows = tuple((rich(row.criterion), plain(str(row.points))) for row in response.rubric)
    columns = (Column(words["rubric"], 0.86), Column(words["points"].capitalize(), 0.14, True))
    return Table(columns, rows)


def evidence(item: Item, worksheet: Worksheet) -> Iterator[Remark]:
    """Yield, as one remark if there is any, the proofs of the answer with their places."""
    words = labels(worksheet)
    quotes = "; ".join(_quote(proof, worksheet, words) for proof in dict.fromkeys(item.evidence))
    if quotes:
        yield Remark((*_label(words["evidence"]), *plain(quotes)))


def _quote(proof: Evidence, worksheet: Worksheet, words: dict[str, str]) -> str:
    sentence = worksheet.document.sentence(proof.sentence)
    where = f"{words['sentence']} {sentence.number}, {words['paragraph'].lower()}"
    return f"{quoted(proof.quote.strip())} ({where} {sentence.paragraph})"


def _about(item: Item, worksheet: Worksheet) -> str:
    words = labels(worksheet)
    process = worksheet.profile.processes.get(item.process, "")
    parts = (
        process[:1].upper() + process[1:],
        f"{words['level']} {item.level}",
        f"{item.points} {words['points']}",
    )
    return " · ".join(part for part in parts if part)
