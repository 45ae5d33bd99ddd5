"""The plan of the key of parallel versions side by side, for a teacher who marks them together."""

from collections.abc import Iterator, Sequence

from quizgen.formats._blocks import Block, Column, Heading, Line, Sheet, Table, Title
from quizgen.formats._inline import clean, plain
from quizgen.formats._key import key_text
from quizgen.formats._layout import dressed
from quizgen.model import Worksheet
from quizgen.wording import labels

_ABREAST = 6
"""So many versions stand beside one another; more make a further table."""


def versions_key(worksheets: Sequence[Worksheet]) -> Sheet:
    """Return the keys of all versions: first what differs, then what is the same in all."""
    first = worksheets[0]
    words = labels(first)
    title = clean(first.article.title or words["passage"])
    letters = ", ".join(sheet.version for sheet in worksheets)
    sheet = Sheet(
        blocks=tuple(_blocks(worksheets, words, f"{title} · {words['version']} {letters}")),
        title=f"{words['keys']}: {title}",
        running=title,
        footer=f"{words['keys']} · {words['version']} {letters}",
        page=words["page"],
        of=words["of"],
        language=first.language,
    )
    return dressed(sheet, first.layout)


def _blocks(
    worksheets: Sequence[Worksheet], words: dict[str, str], subtitle: str
) -> Iterator[Block]:
    yield Title(words["keys"], subtitle)
    keys = {
        sheet.version: {number: key_text(item, words) for number, item in sheet.items()}
        for sheet in worksheets
    }
    points = {number: item.points for number, item in worksheets[0].items()}
    same = [number for number in points if len({key[number] for key in keys.values()}) == 1]
    other = [number for number in points if number not in same]
    for start in range(0, len(worksheets) if other else 0, _ABREAST):
        abreast = [sheet.version for sheet in worksheets[start : start + _ABREAST]]
        yield Heading(f"{words['version']} {', '.join(abreast)}")
        yield _table({version: keys[version] for version in abreast}, other, points, words)
    if same:
        yield Heading(words["same_in_all"])
        yield _table({words["key_column"]: keys[worksheets[0].version]}, same, points, words)
    yield Heading(f"{words['total']}: {sum(points.values())} {words['points']}", level=2)


def _table(
    keys: dict[str, dict[int, str]],
    numbers: list[int],
    points: dict[int, int],
    words: dict[str, str],
) -> Table:
    several = len(keys) > 1
    rows: list[tuple[Line, ...]] = [
        (
            plain(str(number)),
            *(plain(key[number]) for key in keys.values()),
            plain(str(points[number])),
        )
        for number in numbers
    ]
    columns = (
        Column(words["no"], 0.1, centred=True),
        *(Column(name, 0.78 / len(keys), centred=several) for name in keys),
        Column(words["points"].capitalize(), 0.12, centred=True),
    )
    return Table(columns, tuple(rows))
