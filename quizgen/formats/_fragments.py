"""Items and passage for learning platforms: safe HTML fragments, and the same as plain text.

A platform takes a sheet apart: every item becomes a question of its own, is shuffled, and must
make sense alone. ``tasks`` yields the items with what each needs beside it; ``stem`` gives the
words of the question; ``passage_html`` and ``passage_text`` the text that it asks about. What is
told after the answer is in ``_feedback``. All of them return lines of runs, which ``html`` and
``text`` (one line) and ``html_block`` and ``text_block`` (several) write down.

The HTML is made of p, h3, h4, strong, em, u, sup, a and small only (``folding_passage`` adds
details), without classes or styles, so that the sanitiser of any platform lets it pass; a fragment
holds no line end.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from quizgen.formats._blocks import Line, Run
from quizgen.formats._inline import (
    NO_BREAK,
    clean,
    gapped,
    letter_lines,
    lines,
    pieces,
    plain,
    rich,
)
from quizgen.formats._player_payload import comparison
from quizgen.formats._sheet import passage
from quizgen.model import Gap, Item, Section, ShortAnswer, Worksheet
from quizgen.wording import instruction, labels

T = TypeVar("T")

_ENTITIES = {ord(sign): f"&#{ord(sign)};" for sign in "\"'{}$\\"}
_ENTITIES |= {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_ADDRESS = re.compile(r"https?://[^\s<>\"\\]+$")
_KEYBOARD = str.maketrans(
    {"–": "-", "—": "-", "‑": "-", "−": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...",
     NO_BREAK: " "}
)  # fmt: skip
_BLANK = re.compile("_{3,}")
_NAME_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Task:
    """An item that is to stand alone.

    ``told`` is its instruction, empty where the prompt says the same. ``with_passage`` is false
    for an item that is to be done without the text.
    """

    number: int
    item: Item
    section: Section
    told: Line
    with_passage: bool


def tasks(worksheet: Worksheet) -> Iterator[Task]:
    """Yield every item of the sheet, in its order and with its printed number."""
    for section in worksheet.sections:
        for number, item in section.numbered():
            told = (instruction(item, worksheet.language) or section.instruction).strip()
            line = () if told == item.prompt.strip() else rich(told)
            yield Task(number, item, section, line, not section.hidden)


def introduction(task: Task, words: dict[str, str]) -> tuple[Line, ...]:
    """Return what is said before the prompt: the instruction, and whether the text is put away."""
    hidden = () if task.with_passage else plain(words["hidden"], bold=True)
    return tuple(line for line in (hidden, task.told) if line)


def prompt(item: Item) -> tuple[Line, ...]:
    """Return the lines of the prompt, gaps as numbered blanks."""
    if isinstance(item.response, Gap):
        return gapped(item.prompt, item.response.answers)
    return lines(item.prompt)


def stem(task: Task, words: dict[str, str], *, points: bool = False) -> tuple[Line, ...]:
    """Return the whole question; ``points`` says its worth where the platform cannot hold it."""
    asked = (*introduction(task, words), *prompt(task.item))
    if not points or not asked:
        return asked
    return (*asked[:-1], (*asked[-1], *worth(task.item.points, words)))


def worth(points: int, words: dict[str, str]) -> Line:
    """Return ``(2 poin)`` as it stands after a question; nothing for a single point."""
    return (Run(text=f" ({points}{NO_BREAK}{words['points']})", italic=True),) * (points != 1)


def gaps_html(item: Item, field: Callable[[int], str]) -> str:
    """Return a gap text as HTML, with ``field(number)`` in the place of each gap."""
    assert isinstance(item.response, Gap)
    count = len(item.response.answers)
    rows = (clean(row).strip() for row in item.prompt.split("\n"))
    made = (
        "".join(html(rich(p)) if isinstance(p, str) else field(p) for p in pieces(row, count))
        for row in rows
        if row
    )
    return "".join(f"<p>{row}</p>" for row in made)


def missing_letters(item: Item) -> dict[int, str]:
    """Return a line for each letter that is missing in a gap inside a word, by gap."""
    assert isinstance(item.response, Gap)
    answers = item.response.answers
    found = {}
    for row in item.prompt.split("\n"):
        before = ""
        for piece in pieces(clean(row).strip(), len(answers)):
            if isinstance(piece, str):
                before = piece
            elif before[-1:].isalpha():
                found[piece] = letter_lines(answers[piece - 1])
    return found


def escape(text: str) -> str:
    r"""Return text for HTML, as content or in an attribute.

    Braces, dollars and backslashes become references as well: platforms read placeholders and
    formulas out of the source of a page.

    >>> escape("{a} & $b$")
    '&#123;a&#125; &amp; &#36;b&#36;'
    """
    return clean(text).translate(_ENTITIES)


def html(line: Line) -> str:
    """Return a line as HTML without a block around it.

    >>> html(rich("Makna *antre* <di sini>"))
    'Makna <em>antre</em> &lt;di sini&gt;'
    """
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    made = escape(run.text)
    marks = (("u", run.underline), ("em", run.italic), ("strong", run.bold), ("sup", run.raised))
    for tag, on in marks:
        made = f"<{tag}>{made}</{tag}>" if on else made
    return made


def html_block(rows: Iterable[Line]) -> str:
    """Return lines as paragraphs."""
    return "".join(f"<p>{html(row)}</p>" for row in rows if row)


def text(line: Line) -> str:
    """Return the bare words of a line."""
    return "".join(run.text for run in line)


def text_block(rows: Iterable[Line]) -> str:
    """Return lines one under another."""
    return "\n".join(text(row) for row in rows if row)


def title(worksheet: Worksheet) -> str:
    """Return the title of the text, with the letter of the version if there are several."""
    words = labels(worksheet)
    name = clean(worksheet.article.title or words["passage"])
    return f"{name} ({words['version']} {worksheet.version})" if worksheet.version else name


def name(task: Task, worksheet: Worksheet) -> str:
    """Return a short name for a list of questions: ``03. Siapa yang …``."""
    last = max((number for number, _ in worksheet.items()), default=1)
    asked = _BLANK.sub("___", " ".join(text_block(prompt(task.item)).split()))
    if len(asked) > _NAME_LENGTH:
        asked = f"{asked[:_NAME_LENGTH].rsplit(' ', 1)[0]} …"
    return f"{task.number:0{len(str(last))}d}. {asked}"


def passage_html(worksheet: Worksheet) -> str:
    """Return the text with title and source line.

    Its sentences are always numbered, for the feedback cites the numbers.
    """
    drawn = passage(worksheet, labels(worksheet), numbered=True)
    rows = (
        f"<p>{html(line)}</p>" if number else f"<h4>{html(line)}</h4>"
        for number, line in drawn.paragraphs
    )
    source = f"<p><small>{_linked(text(drawn.source))}</small></p>" if drawn.source else ""
    return f"<h3>{escape(drawn.title)}</h3>{''.join(rows)}{source}"


def folding_passage(worksheet: Worksheet) -> str:
    """Return the text as HTML to stand above a question: open, and to be folded by the reader."""
    summary = escape(labels(worksheet)["passage"])
    inner = passage_html(worksheet)
    return f"<details open><summary>{summary}</summary>{inner}</details><hr>"


def _linked(source: str) -> str:
    """Return the source line with its address as a link that shows itself."""
    address = _ADDRESS.search(source)
    if not address:
        return escape(source)
    link = escape(address[0])
    return f'{escape(source[: address.start()])}<a href="{link}">{link}</a>'


def passage_text(worksheet: Worksheet) -> str:
    """Return the text with title and source line, a blank line between paragraphs."""
    drawn = passage(worksheet, labels(worksheet), numbered=True)
    rows = (text(line) for _, line in drawn.paragraphs)
    return "\n\n".join(part for part in (drawn.title, *rows, text(drawn.source)) if part)


def accepted(item: Item, answers: Iterable[str]) -> tuple[str, ...]:
    """Return the answers as a learner may type them, the given ones first.

    A keyboard has no dash and no curly quotation mark, and a full stop after a short answer is no
    mistake, except in an item on spelling.
    """
    given = [clean(answer).strip() for answer in answers]
    typed = [answer.translate(_KEYBOARD) for answer in given]
    if isinstance(item.response, ShortAnswer) and not is_exact(item):
        typed += [f"{answer}." for answer in (*given, *typed) if answer[-1:].isalnum()]
    return tuple(dict.fromkeys(answer for answer in (*given, *typed) if answer))


def is_exact(item: Item) -> bool:
    """Return whether capitals count in the written answers of the item."""
    return comparison(item) == "exact"


def printed(things: tuple[T, ...], shown: tuple[int, ...]) -> tuple[T, ...]:
    """Return things in their printed order; an empty ``shown`` leaves them as stored."""
    return tuple(things[index] for index in shown) if shown else things
