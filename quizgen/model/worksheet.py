"""A worksheet: what a format renders, complete and in printed order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from quizgen.model.item import Item
from quizgen.model.lesson import Lesson
from quizgen.model.text import Article, Document

Edition = Literal["student", "teacher"]
Language = Literal["id", "en"]
"""Language of the instructions; items themselves are always Indonesian."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """An exam's conventions, as data; an item with fewer than ``min_options`` is not used.

    ``types`` are the exercise types of an exam that has its own, as names or patterns (affix-*);
    they hold where the teacher asks for none. ``numbered`` says that its passages have sentence
    numbers.
    """

    name: str
    label: str
    min_options: int
    max_options: int
    processes: dict[str, str] = field(default_factory=dict)
    """The exam's own label for each process."""
    types: tuple[str, ...] = ()
    numbered: bool = False
    labels: dict[str, str] = field(default_factory=dict)
    """The exam's own words for labels of an Indonesian sheet, by their key in the wording table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a sheet looks on paper, whatever is on it.

    ``header`` is plain, or lkpd for the one of an Indonesian *lembar kerja peserta didik*.
    ``points`` prints the worth of every item. ``large`` is print of 16 points and more;
    ``dyslexia`` a sans-serif face with wide spacing, aligned to the left, without italics.
    ``letterhead`` is a school's Word file, which the sheet is put into. ``passage_once`` puts the
    text before its questions where a learning platform would have it in each of them.
    """

    header: Literal["plain", "lkpd"] = "plain"
    points: bool = False
    large: bool = False
    dyslexia: bool = False
    letterhead: bytes = field(default=b"", repr=False)
    passage_once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The items of one exercise type, under one heading and instruction.

    ``first`` is the printed number of the first item; ``hidden`` says that these items are to
    be done without the passage at hand, so they start a new page.
    """

    type: str
    heading: str
    instruction: str
    items: tuple[Item, ...]
    first: int
    hidden: bool = False

    def numbered(self) -> Iterator[tuple[int, Item]]:
        """Yield (printed number, item)."""
        return enumerate(self.items, start=self.first)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintRow:
    """A row of the kisi-kisi that a sheet was made to, in its own words, with ids of its items."""

    competence: str = ""
    material: str = ""
    indicator: str = ""
    level: str = ""
    form: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """A finished sheet; rendering it takes no further decision about content.

    ``paragraphs`` lists the paragraph numbers that are printed, empty for all of them.
    ``version`` is "" or a letter, for parallel versions. ``numbered`` asks for sentence numbers
    in the student's passage; a teacher's edition always has them, for the key cites them.
    ``lesson`` is the frame of a lesson around the sheet; then the last section is its writing task.
    """

    document: Document
    sections: tuple[Section, ...]
    profile: Profile
    language: Language = "id"
    level: int | None = None
    seed: int = 0
    version: str = ""
    numbered: bool = False
    paragraphs: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()
    blueprint: tuple[BlueprintRow, ...] = ()
    """The rows that the sheet was made to; empty if it was made to none."""
    layout: Layout = Layout()
    lesson: Lesson | None = None

    @property
    def reading_sections(self) -> tuple[Section, ...]:
        """The sections about the text: all but the writing task of a lesson."""
        return self.sections[:-1] if self.lesson else self.sections

    def reading_items(self) -> Iterator[tuple[int, Item]]:
        """Yield (printed number, item) over the sections about the text."""
        for section in self.reading_sections:
            yield from section.numbered()

    @property
    def article(self) -> Article:
        """The passage."""
        return self.document.article

    def blocks(self) -> Iterator[tuple[int | None, int, str]]:
        """Yield (paragraph number or None for a sub-heading, start offset, text) as printed."""
        for number, start, text in self.article.blocks():
            if not self.paragraphs or number in self.paragraphs:
                yield number, start, text

    def items(self) -> Iterator[tuple[int, Item]]:
        """Yield (printed number, item) over the whole sheet."""
        for section in self.sections:
            yield from section.numbered()
