"""The plan of an answer sheet (*lembar jawaban*): one page to fill in beside a sheet kept clean."""

from collections.abc import Iterator, Sequence

from quizgen.formats._blocks import (
    Block,
    Boxes,
    Bubbles,
    Column,
    Fields,
    Heading,
    Instruction,
    Line,
    Part,
    Question,
    Ruled,
    Sheet,
    Table,
    Title,
)
from quizgen.formats._inline import clean, plain
from quizgen.formats._item import body
from quizgen.formats._key import is_one_sentence, letter
from quizgen.formats._layout import dressed
from quizgen.model import (
    Categorise,
    Choice,
    FreeText,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Ordering,
    ShortAnswer,
    Worksheet,
)
from quizgen.wording import heading, labels
from quizgen.worksheet import heading_kind

_FEW_GAPS = 3
_GAPS_A_ROW = 3


def answer_sheet(worksheet: Worksheet) -> Sheet:
    """Return circles for options, and boxes, lines or cells for every other response."""
    words = labels(worksheet)
    version = f"{words['version']} {worksheet.version}" if worksheet.version else ""
    title = clean(worksheet.article.title or words["passage"])
    sheet = Sheet(
        blocks=tuple(_blocks(worksheet, words, " · ".join(filter(None, (title, version))))),
        title=f"{words['answer_sheet']}: {title}",
        running=title,
        footer=" · ".join(filter(None, (words["answer_sheet"], version))),
        page=words["page"],
        of=words["of"],
        language=worksheet.language,
    )
    return dressed(sheet, worksheet.layout)


def _blocks(worksheet: Worksheet, words: dict[str, str], subtitle: str) -> Iterator[Block]:
    yield Title(words["answer_sheet"], subtitle)
    yield Fields(words["name"], words["class"], words["date"], words["number"], words["score"])
    groups: dict[str, list[tuple[int, Item]]] = {}
    for number, item in worksheet.reading_items():
        groups.setdefault(heading_kind([item]), []).append((number, item))
    for kind, members in groups.items():
        yield Heading(heading(kind, worksheet.language))
        if kind in (Choice.kind, MultiChoice.kind):
            several = kind == MultiChoice.kind
            yield Instruction(plain(words["fill_several" if several else "fill_one"]))
            yield _bubbles(members)
        else:
            yield from (_question(number, item, words) for number, item in members)


def _bubbles(members: Sequence[tuple[int, Item]]) -> Bubbles:
    rows = []
    for number, item in members:
        assert isinstance(item.response, Choice | MultiChoice)
        letters = tuple(letter(index) for index in range(len(item.response.options)))
        rows.append((f"{number}.", letters))
    return Bubbles(tuple(rows))


def _question(number: int, item: Item, words: dict[str, str]) -> Question:
    prompt: tuple[Line, ...] = ()
    if isinstance(item.response, Ordering) and not is_one_sentence(item.response):
        prompt = (plain(f"{words['order']} {words['top_down']}:"),)
    return Question(number, prompt, tuple(_parts(item, words)))


def _parts(item: Item, words: dict[str, str]) -> Iterator[Part]:
    match item.response:
        case Categorise(categories=categories, statements=statements):
            share = 0.84 / len(categories)
            columns = (
                Column("", 0.16, centred=True),
                *(Column(name, share, centred=True) for name in categories),
            )
            rows = (
                (plain(f"{letter(index).lower()}."), *((),) * len(categories))
                for index in range(len(statements))
            )
            yield Table(columns, tuple(rows))
        case Gap(answers=answers) | ShortAnswer(answers=answers):
            yield _lines(item, len(answers))
        case Matching(pairs=pairs):
            share = 1 / len(pairs)
            columns = tuple(
                Column(str(index), share, centred=True) for index in range(1, len(pairs) + 1)
            )
            yield Table(columns, (((plain("\u00a0")),) * len(pairs),))
        case Ordering(options=options) if not is_one_sentence(item.response):
            yield Boxes((("", ()),) * len(options), flowing=True)
        case Ordering(options=options):
            yield Ruled(("",) * (1 + sum(len(option.text) for option in options) // 60))
        case FreeText():
            yield from body(item, words, filled=False)


def _lines(item: Item, count: int) -> Part:
    """Return a line for each answer, or a table of small fields where there are many."""
    gap = isinstance(item.response, Gap)
    labels = [f"({index})" if gap else f"{index}." for index in range(1, count + 1)]
    if count <= _FEW_GAPS:
        return Ruled(tuple(labels) if gap or count > 1 else ("",))
    columns = tuple(Column("", 1 / _GAPS_A_ROW) for _ in range(_GAPS_A_ROW))
    padded = [*labels, *("",) * (-count % _GAPS_A_ROW)]
    rows = [padded[start : start + _GAPS_A_ROW] for start in range(0, len(padded), _GAPS_A_ROW)]
    return Table(columns, tuple(tuple(plain(label) for label in row) for row in rows))
