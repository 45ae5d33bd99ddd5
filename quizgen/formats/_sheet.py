"""The plan of a whole sheet: header, passage, sections; for the teacher the key as well.

A lesson stands around them: what is done before reading and while reading ahead of the passage,
the discussion between the sections about the text and the writing task.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from quizgen.blueprint import terms
from quizgen.formats import _lesson
from quizgen.formats._blocks import (
    Block,
    Fields,
    Heading,
    Instruction,
    Line,
    Lkpd,
    Notice,
    Passage,
    Run,
    Sheet,
    Title,
)
from quizgen.formats._inline import NO_BREAK, clean, plain, rich
from quizgen.formats._item import question
from quizgen.formats._key import key_table
from quizgen.formats._layout import dressed
from quizgen.model import Edition, Item, Section, Sentence, Worksheet
from quizgen.wording import MONTHS, instruction, labels

_MAX_GOALS = 4


def plan(worksheet: Worksheet, edition: Edition) -> Sheet:
    """Return everything that an edition of the worksheet shows, in order."""
    words = labels(worksheet)
    version = f"{words['version']} {worksheet.version}" if worksheet.version else ""
    name = words["key"] if edition == "teacher" else words["worksheet"]
    title = clean(worksheet.article.title or words["passage"])
    sheet = Sheet(
        blocks=tuple(_blocks(worksheet, teacher=edition == "teacher", version=version)),
        title=f"{name}: {title}",
        running=title,
        footer=" · ".join(part for part in (name, version) if part),
        page=words["page"],
        of=words["of"],
        language=worksheet.language,
    )
    return dressed(sheet, worksheet.layout)


def _blocks(worksheet: Worksheet, *, teacher: bool, version: str) -> Iterator[Block]:
    words = labels(worksheet)
    if teacher:
        yield Title(words["worksheet"], " · ".join(_facts(worksheet, words, version)))
        if worksheet.notices:
            yield Notice(words["notice"], tuple(map(rich, worksheet.notices)))
    elif worksheet.layout.header == "lkpd":
        yield Title(words["lkpd"], version)
        yield _lkpd(worksheet, words)
    else:
        yield Title(words["worksheet"], version)
        yield _fields(words)
    lesson = worksheet.lesson
    if lesson:
        if teacher:
            yield _lesson.schedule(lesson, words)
        yield from _lesson.before(lesson, words, teacher=teacher)
        yield from _lesson.reading(lesson, words, teacher=teacher)
    else:
        yield Instruction(plain(words["read_passage"]))
    yield passage(worksheet, words, numbered=worksheet.numbered or teacher)
    if teacher:
        yield Heading(words["key"])
        yield key_table(worksheet)
    yield from _sections(worksheet, words, teacher=teacher)


def _facts(worksheet: Worksheet, words: dict[str, str], version: str) -> Iterator[str]:
    yield words["key"]
    if version:
        yield version
    if worksheet.level:
        yield f"{words['level']} {worksheet.level}"


def _fields(words: dict[str, str]) -> Fields:
    return Fields(words["name"], words["class"], words["date"], words["number"], words["score"])


def _lkpd(worksheet: Worksheet, words: dict[str, str]) -> Lkpd:
    """Return the header of an LKPD; its goals are what the items train, the commonest first."""
    aims = Counter(terms.aim(item) for _, item in worksheet.reading_items())
    goals = (f"{words['goal']} {aim}." for aim, _ in aims.most_common(_MAX_GOALS))
    lesson = worksheet.lesson
    time = f"{_lesson.minutes(lesson)} {words['minutes']}" if lesson else ""
    rows = (
        ((words["school"], ""), (words["grade"], "")),
        ((words["subject"], words["indonesian"]), (words["time"], time)),
        ((words["name"], ""), (words["number"], "")),
    )
    return Lkpd(rows, words["score"], words["goals"], tuple(map(plain, goals)))


def passage(worksheet: Worksheet, words: dict[str, str], *, numbered: bool) -> Passage:
    """Return the printed paragraphs with title and source line, sentences numbered on demand."""
    sentences = worksheet.document.sentences if numbered else ()
    paragraphs = tuple(
        (number, _with_numbers(text, start, sentences) if number else plain(text))
        for number, start, text in worksheet.blocks()
    )
    title = clean(worksheet.article.title or words["passage"])
    return Passage(title, paragraphs, source_line(worksheet, words))


def _with_numbers(text: str, start: int, sentences: Sequence[Sentence]) -> Line:
    """Return a paragraph with the number of each sentence raised before it."""
    inside = [s for s in sentences if start <= s.start < start + len(text)]
    runs: list[Run] = []
    cursor = 0
    for sentence in inside:
        runs += plain(text[cursor : sentence.start - start])
        runs.append(Run(text=f"({sentence.number}){NO_BREAK}", raised=True))
        cursor = sentence.start - start
    return (*runs, *plain(text[cursor:]))


def source_line(worksheet: Worksheet, words: dict[str, str]) -> Line:
    """Return outlet, date, author, licence and address of the text, as far as they are known."""
    article = worksheet.article
    day = article.date
    date = f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
    origin = ", ".join(part for part in (article.outlet, date) if part)
    parts = (
        f"{words['source']}: {origin}" if origin else "",
        f"{words['author']}: {article.author}" if article.author else "",
        f"{words['licence']}: {article.licence}" if article.licence else "",
    )
    known = [f"{part}." for part in parts if part]
    if article.url:
        known.append(article.url if origin else f"{words['source']}: {article.url}")
    return plain(" ".join(known))


def _sections(worksheet: Worksheet, words: dict[str, str], *, teacher: bool) -> Iterator[Block]:
    hidden = False
    lesson = worksheet.lesson
    for section in worksheet.sections:
        about_text = section in worksheet.reading_sections
        if lesson and not about_text:
            yield from _lesson.after(lesson, words, teacher=teacher)
        level = 2 if lesson and about_text else 1
        yield Heading(clean(section.heading), level, new_page=section.hidden and not hidden)
        hidden = section.hidden
        if hidden:
            yield Instruction(plain(words["hidden"], bold=True))
        groups = _by_instruction(section, worksheet)
        if section.instruction.strip() not in {text for text, _ in groups}:
            yield Instruction(rich(section.instruction))
        for text, members in groups:
            yield from _group(text, members, worksheet, teacher=teacher)


def _by_instruction(
    section: Section, worksheet: Worksheet
) -> list[tuple[str, list[tuple[int, Item]]]]:
    """Return the numbered items with what they are told to do, neighbours of one kind together."""

    def told(pair: tuple[int, Item]) -> str:
        return (instruction(pair[1], worksheet.language) or section.instruction).strip()

    return [(text, list(members)) for text, members in groupby(section.numbered(), key=told)]


def _group(
    text: str, members: list[tuple[int, Item]], worksheet: Worksheet, *, teacher: bool
) -> Iterator[Block]:
    """Yield items under their instruction; a prompt that says the same is not printed again.

    A single item keeps its prompt beside its number, and the instruction goes instead.
    """
    repeated = {number for number, item in members if item.prompt.strip() == text}
    alone = len(members) == 1
    if text and not (alone and repeated):
        yield Instruction(rich(text))
    for number, item in members:
        asked = number in repeated and not alone
        yield question(number, item, worksheet, teacher=teacher, asked=asked)
