"""Reads the dictionary's two tables, entries.tsv and senses.tsv."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from quizgen.errors import DictionaryError
from quizgen.lexicon.entry import Entry, Sense

ENTRY_COLUMNS = ("headword", "root", "segments", "syllables", "nonstandard", "level")
SENSE_COLUMNS = (
    "headword", "sense", "pos", "gloss", "definition", "example", "collocations", "synonym",
    "antonym", "class", "register",
)  # fmt: skip
NONE = "-"
"""Stands in a table for "there is none", so that a forgotten field differs from an empty one."""

Row = tuple[int, dict[str, str]]
"""A line number, from 1, and the fields of that line by column."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Entries by headword, in the order of the table."""

    entries: Mapping[str, Entry]

    def get(self, headword: str) -> Entry | None:
        """Return the entry of a headword, None where there is none."""
        return self.entries.get(headword)


@cache
def dictionary() -> Dictionary:
    """Return the dictionary that comes with quizgen; it is read at the first call."""
    return read_dictionary(resources.files("quizgen.lexicon").joinpath("data"))


def read_dictionary(folder: Traversable) -> Dictionary:
    """Return the dictionary whose tables lie in ``folder``.

    Raises:
        DictionaryError: if a table lacks a column, or a sense has no entry.
    """
    senses: dict[str, list[Sense]] = {}
    for line, row in read_rows(folder.joinpath("senses.tsv"), SENSE_COLUMNS):
        senses.setdefault(row["headword"], []).append(_sense(row, line))
    file = folder.joinpath("entries.tsv")
    entries: dict[str, Entry] = {}
    for line, row in read_rows(file, ENTRY_COLUMNS):
        headword = row["headword"]
        if headword in entries:
            raise DictionaryError(str(file), line, f"'{headword}' is there twice: delete one")
        if not row["level"].isdigit():
            raise DictionaryError(str(file), line, "the level must be a number from 1 to 7")
        entries[headword] = _entry(row, tuple(senses.pop(headword, ())), line)
    for headword, rest in senses.items():
        message = f"'{headword}' has no line in entries.tsv: add one"
        raise DictionaryError(str(folder.joinpath("senses.tsv")), rest[0].line, message)
    return Dictionary(entries)


def read_rows(file: Traversable | Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of a table whose first line names ``columns``.

    Raises:
        DictionaryError: if a line has more or fewer fields.
    """
    header = "\t".join(columns)
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        fields = line.split("\t")
        if number == 1 and line != header:
            raise DictionaryError(str(file), 1, f"the columns must be: {', '.join(columns)}")
        if len(fields) != len(columns):
            message = f"{len(fields)} fields where {len(columns)} belong: mend the tabs"
            raise DictionaryError(str(file), number, message)
        if number > 1:
            yield number, dict(zip(columns, fields, strict=True))


def _parts(field: str) -> tuple[str, ...]:
    return () if field == NONE else tuple(part.strip() for part in field.split(";"))


def _sense(row: dict[str, str], line: int) -> Sense:
    return Sense(
        upos=row["pos"],
        gloss=row["gloss"],
        definition="" if row["definition"] == NONE else row["definition"],
        example=row["example"],
        collocations=_parts(row["collocations"]),
        synonyms=_parts(row["synonym"]),
        antonyms=_parts(row["antonym"]),
        semantic_class=row["class"],
        register=row["register"],
        line=line,
    )


def _entry(row: dict[str, str], senses: tuple[Sense, ...], line: int) -> Entry:
    return Entry(
        headword=row["headword"],
        root=row["root"],
        segments=row["segments"],
        syllables=row["syllables"],
        nonstandard=_parts(row["nonstandard"]),
        level=int(row["level"]),
        senses=senses,
        line=line,
    )
