"""The rows of the kisi-kisi that a sheet fulfils, the same for every file format.

Items of one indicator, level and form share a row. A sheet made to a teacher's kisi-kisi keeps its
rows and words, and shows a row without an item as such; what the teacher left empty is filled in.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.blueprint import terms
from quizgen.formats._inline import clean
from quizgen.formats._key import key_text
from quizgen.formats._sheet import source_line
from quizgen.model import BlueprintRow, Item, Worksheet
from quizgen.wording import table

TITLE = "KISI-KISI SOAL"
HEADERS = (
    "No", "Kompetensi", "Materi", "Indikator Soal", "Level Kognitif", "Bentuk Soal", "Nomor Soal",
    "Kunci",
)  # fmt: skip
SHARES = (0.04, 0.17, 0.12, 0.27, 0.12, 0.1, 0.07, 0.11)
"""The width of each column as a share of the whole."""
_NONE = "–"


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the table: labels with their values."""

    title: str
    facts: tuple[tuple[str, str], ...]


def heading(worksheet: Worksheet) -> Heading:
    """Return title and facts of the sheet: subject, exam, text, number of items, version."""
    words = table("id")
    total = sum(1 for _ in worksheet.reading_items())
    source = "".join(run.text for run in source_line(worksheet, words))
    facts = (
        ("Mata Pelajaran", "Bahasa Indonesia"),
        ("Acuan", worksheet.profile.label),
        ("Teks", clean(worksheet.article.title or words["passage"])),
        ("Sumber Teks", source.removeprefix(f"{words['source']}: ")),
        ("Jumlah Soal", str(total)),
        (words["version"], worksheet.version),
    )
    return Heading(TITLE, tuple((label, value) for label, value in facts if value))


def rows(worksheet: Worksheet) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each row, in the order of ``HEADERS``."""
    items = list(worksheet.reading_items())
    numbers = {item.id: number for number, item in items}
    by_id = {item.id: item for _, item in items}
    groups = list(worksheet.blueprint) or list(_own_rows(items, worksheet))
    for order, row in enumerate(groups, start=1):
        there = sorted((id for id in row.items if id in by_id), key=numbers.__getitem__)
        first = by_id[there[0]] if there else None
        yield (
            str(order),
            *(map(clean, _texts(row, first, worksheet))),
            _range([numbers[id] for id in there]),
            clean(_keys([(numbers[id], by_id[id]) for id in there])),
        )


def _own_rows(items: list[tuple[int, Item]], worksheet: Worksheet) -> Iterator[BlueprintRow]:
    groups: dict[tuple[str, ...], list[str]] = {}
    for _, item in items:
        groups.setdefault(_texts(BlueprintRow(), item, worksheet), []).append(item.id)
    for ids in groups.values():
        yield BlueprintRow(items=tuple(ids))


def _texts(row: BlueprintRow, item: Item | None, worksheet: Worksheet) -> tuple[str, ...]:
    if item is None:
        return row.competence, row.material, row.indicator, row.level, row.form
    label = worksheet.profile.processes.get(item.process, "")
    return (
        row.competence or terms.competence(item),
        row.material or terms.material(item),
        row.indicator or terms.indicator(item),
        row.level or label[:1].upper() + label[1:],
        row.form or terms.form_of(item),
    )


def _range(numbers: list[int]) -> str:
    """Return item numbers in short.

    >>> _range([1, 2, 3, 5, 7, 8])
    '1–3, 5, 7, 8'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = (f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
    return ", ".join(parts) or _NONE


def _keys(numbered: list[tuple[int, Item]]) -> str:
    """Return the key of one item, or of several each with its number."""
    words = table("id")
    keys = [(number, key_text(item, words)) for number, item in numbered]
    if len(keys) == 1:
        return keys[0][1]
    return "; ".join(f"{number}. {key}" for number, key in keys) or _NONE
