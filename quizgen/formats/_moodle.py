"""One question of Moodle XML: the elements that Moodle's importer reads, by response kind."""

from collections.abc import Iterable
from typing import Any, assert_never

from lxml import etree

from quizgen.formats._cloze import literal
from quizgen.formats._feedback import because, feedback, rubric
from quizgen.formats._fragments import (
    Task,
    accepted,
    escape,
    html,
    html_block,
    is_exact,
    name,
    stem,
    text,
)
from quizgen.formats._inline import clean, plain, rich
from quizgen.formats._moodle_cloze import cloze, sides
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
from quizgen.worksheet import keeps_order

_FRACTIONS = (
    100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571,
    12.5, 11.11111, 10, 5,
)  # fmt: skip
"""The only shares of a mark that Moodle takes; its importer refuses a file with another one."""
_MAX_LABEL = 255
_MIN_LINES, _MAX_LINES = 5, 15


def question(task: Task, worksheet: Worksheet, *, before: str) -> Any:
    """Return the question element; ``before`` is HTML that stands above the question text."""
    words = labels(worksheet)
    made = etree.Element("question", type=kind(task.item))
    _text(made, "name", label(name(task, worksheet)), format=None)
    asked = cloze(task, words) if kind(task.item) == "cloze" else html_block(stem(task, words))
    _text(made, "questiontext", before + asked)
    told = feedback(task.item, worksheet, reasons=isinstance(task.item.response, Gap))
    _text(made, "generalfeedback", html_block(told))
    # The marks of a cloze question are the sum of its fields' weights; Moodle ignores the rest.
    _value(made, "defaultgrade", str(task.item.points))
    _value(made, "penalty", "0.3333333")
    _value(made, "hidden", "0")
    _value(made, "idnumber", task.item.id)
    _own(made, task.item, words)
    _tags(made, task.item, worksheet)
    return made


def description(title: str, content: str) -> Any:
    """Return a text that asks nothing."""
    made = etree.Element("question", type="description")
    _text(made, "name", label(title), format=None)
    _text(made, "questiontext", content)
    _text(made, "generalfeedback", "")
    for field in ("defaultgrade", "penalty", "hidden"):
        _value(made, field, "0")
    return made


def category(path: Iterable[str], about: str) -> Any:
    """Return the folder of the question bank that the following questions go into."""
    made = etree.Element("question", type="category")
    names = (label(each).replace("/", "//") for each in path)
    _text(made, "category", "/".join(names), format=None)
    _text(made, "info", about)
    return made


def label(words: str) -> str:
    """Return words for a name or the right side of a pair, cut where Moodle's database ends.

    Moodle shows these fields as HTML after it has removed all tags.
    """
    parts = _signs(words)
    if fits(words):
        return "".join(parts)
    while sum(map(len, parts)) >= _MAX_LABEL:
        parts.pop()
    return "".join(parts).rstrip() + "…"


def fits(words: str) -> bool:
    """Return whether words make a label that is not cut."""
    return sum(map(len, _signs(words))) <= _MAX_LABEL


def _signs(words: str) -> list[str]:
    references = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    return [references.get(sign, sign) for sign in clean(words).strip()]


def shares(options: tuple[Option, ...]) -> list[str]:
    """Return what each option is worth in percent; all the wrong ones cancel all the right ones."""
    right = sum(option.correct for option in options)
    gain, loss = _fraction(right), _fraction(len(options) - right)
    return [gain if option.correct else f"-{loss}" for option in options]


def _fraction(parts: int) -> str:
    return f"{min(_FRACTIONS, key=lambda share: abs(share - 100 / max(parts, 1))):.7g}"


def kind(item: Item) -> str:
    """Return the name of the question type that holds the item."""
    response = item.response
    match response:
        case Choice() | MultiChoice():
            return "multichoice"
        case Categorise() | Matching():
            return "matching" if all(map(fits, sides(response))) else "cloze"
        case Gap():
            return "cloze"
        case ShortAnswer(answers=answers):
            return "shortanswer" if len(answers) == 1 else "cloze"
        case FreeText():
            return "essay"
        case Ordering():
            return "ordering"
        case _:
            assert_never(response)


def _own(made: Any, item: Item, words: dict[str, str]) -> None:
    """Add what only questions of this kind have."""
    response = item.response
    match response:
        case Choice(options=options):
            fractions = ["100" if option.correct else "0" for option in options]
            _options(made, options, fractions, words, single=True)
        case MultiChoice(options=options):
            _options(made, options, shares(options), words, single=False)
        case Categorise() | Matching() if kind(item) == "cloze":
            return
        case Categorise(statements=statements, categories=categories):
            used = {statement.category for statement in statements}
            pairs = [(statement.text, statement.category) for statement in statements]
            _pairs(made, pairs, [c for c in categories if c not in used], words, shuffled=False)
        case Matching(pairs=matched, distractors=distractors):
            _pairs(made, matched, distractors, words, shuffled=True)
        case ShortAnswer(answers=answers) if len(answers) == 1:
            _value(made, "usecase", str(int(is_exact(item))))
            for answer in accepted(item, answers[0]):
                _answer(made, "100", literal(answer), format=None)
        case Gap() | ShortAnswer():
            return
        case FreeText():
            _essay(made, response, words)
        case Ordering():
            _ordering(made, response, words)
        case _:
            assert_never(response)


def _options(
    made: Any,
    options: tuple[Option, ...],
    fractions: list[str],
    words: dict[str, str],
    *,
    single: bool,
) -> None:
    _value(made, "single", str(single).lower())
    _value(made, "shuffleanswers", str(not keeps_order(options)).lower())
    _value(made, "answernumbering", "ABCD")
    _outcomes(made, words)
    for option, fraction in zip(options, fractions, strict=True):
        _answer(made, fraction, html(rich(option.text)), html(because(option)))


def _pairs(
    made: Any,
    pairs: Iterable[tuple[str, str]],
    distractors: Iterable[str],
    words: dict[str, str],
    *,
    shuffled: bool,
) -> None:
    """Add pairs; one without a left side only offers a further, wrong choice."""
    _value(made, "shuffleanswers", str(shuffled).lower())
    _outcomes(made, words)
    for left, right in (*pairs, *(("", each) for each in distractors)):
        pair = etree.SubElement(made, "subquestion", format="html")
        etree.SubElement(pair, "text").text = html(rich(left))
        answer = etree.SubElement(pair, "answer")
        etree.SubElement(answer, "text").text = label(text(rich(right)))


def _essay(made: Any, response: FreeText, words: dict[str, str]) -> None:
    points = sum(row.points for row in response.rubric)
    _value(made, "responseformat", "editor")
    _value(made, "responserequired", "1")
    _value(made, "responsefieldlines", str(min(max(2 * points, _MIN_LINES), _MAX_LINES)))
    _value(made, "attachments", "0")
    _value(made, "attachmentsrequired", "0")
    model = rich(response.model_answer)
    example = ((*plain(f"{words['model_answer']}: ", bold=True), *model),) if model else ()
    _text(made, "graderinfo", html_block((*rubric(response, words), *example)))
    _text(made, "responsetemplate", "")


def _ordering(made: Any, response: Ordering, words: dict[str, str]) -> None:
    """Add the elements in their right order; Moodle mixes them."""
    _value(made, "layouttype", "VERTICAL")
    _value(made, "selecttype", "ALL")
    _value(made, "selectcount", str(len(response.options)))
    _value(made, "gradingtype", "ABSOLUTE_POSITION")
    _value(made, "showgrading", "SHOW")
    _value(made, "numberingstyle", "123")
    _outcomes(made, words)
    for place, option in enumerate(response.options, start=1):
        _answer(made, str(place), html(rich(option.text)), html(because(option)))


def _outcomes(made: Any, words: dict[str, str]) -> None:
    _text(made, "correctfeedback", escape(words["right"]))
    _text(made, "partiallycorrectfeedback", escape(words["wrong"]))
    _text(made, "incorrectfeedback", escape(words["wrong"]))


def _tags(made: Any, item: Item, worksheet: Worksheet) -> None:
    words = labels(worksheet)
    process = worksheet.profile.processes.get(item.process, "")
    tags = etree.SubElement(made, "tags")
    for tag in (item.type, process, f"{words['level']} {item.level}"):
        if tag:
            etree.SubElement(etree.SubElement(tags, "tag"), "text").text = clean(tag)


def _answer(
    made: Any, fraction: str, content: str, why: str = "", *, format: str | None = "html"
) -> None:
    answer = _text(made, "answer", content, format=format)
    answer.set("fraction", fraction)
    _text(answer, "feedback", why)


def _value(parent: Any, tag: str, content: str) -> None:
    etree.SubElement(parent, tag).text = content


def _text(parent: Any, tag: str, content: str, *, format: str | None = "html") -> Any:
    made = etree.SubElement(parent, tag, **({"format": format} if format else {}))
    marked = "<" in content or "&" in content
    etree.SubElement(made, "text").text = etree.CDATA(content) if marked else content
    return made
