"""The neutral plan of a printed sheet: what stands on it, without saying how it is drawn.

Word, PDF and Markdown each draw these blocks; a further paper format is one new file that does.
"""

from dataclasses import dataclass
from typing import ClassVar

from quizgen.model import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text in one look; the text is literal, never markup."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    underline: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the sheet, and a line under it if there is more to say."""

    kind: ClassVar[str] = "title"
    text: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """What the student fills in: the labels of four short fields and of the score box."""

    kind: ClassVar[str] = "fields"
    name: str
    school_class: str
    date: str
    number: str
    score: str


@dataclass(frozen=True, slots=True)
class Lkpd:
    """The header of an LKPD: rows of two labelled fields, which may be filled, and the goals."""

    kind: ClassVar[str] = "lkpd"
    rows: tuple[tuple[tuple[str, str], tuple[str, str]], ...]
    score: str
    goals_label: str
    goals: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (part of the sheet) or 2 (below it)."""

    kind: ClassVar[str] = "heading"
    text: str
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Instruction:
    """What to do; it stays with what follows."""

    kind: ClassVar[str] = "instruction"
    line: Line


@dataclass(frozen=True, slots=True)
class Notice:
    """A boxed remark for the teacher."""

    kind: ClassVar[str] = "notice"
    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The text to be read: (paragraph number or None for a sub-heading, words), its source line."""

    kind: ClassVar[str] = "passage"
    title: str
    paragraphs: tuple[tuple[int | None, Line], ...]
    source: Line


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its header, its share of the width, whether its cells are centred."""

    header: str
    share: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table with a header row; a cell that is None is left out, with its borders."""

    kind: ClassVar[str] = "table"
    columns: tuple[Column, ...]
    rows: tuple[tuple[Line | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Options:
    """Lettered options under one another."""

    kind: ClassVar[str] = "options"
    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """A box of words to choose from."""

    kind: ClassVar[str] = "bank"
    label: str
    words: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Boxes:
    """Elements, each behind a box that holds a number or is empty; ``flowing`` in one line."""

    kind: ClassVar[str] = "boxes"
    rows: tuple[tuple[str, Line], ...]
    flowing: bool = False


@dataclass(frozen=True, slots=True)
class Ruled:
    """Lines to write on, each behind its label, which may be empty."""

    kind: ClassVar[str] = "ruled"
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of the teacher's explanation; ``small`` for what is looked up rather than read."""

    kind: ClassVar[str] = "remark"
    line: Line
    small: bool = False


Part = Table | Options | Bank | Boxes | Ruled | Remark


@dataclass(frozen=True, slots=True)
class Question:
    """An item: number, prompt, body, and the teacher's comment. It is never split by a page.

    A task of a lesson has a letter instead of the number.
    """

    kind: ClassVar[str] = "question"
    number: int | str
    prompt: tuple[Line, ...]
    body: tuple[Part, ...]
    comment: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Bubbles:
    """Rows of circles to be filled in, each behind the number of its item."""

    kind: ClassVar[str] = "bubbles"
    rows: tuple[tuple[str, tuple[str, ...]], ...]

    def in_columns(self, count: int) -> list[tuple[tuple[str, tuple[str, ...]], ...]]:
        """Return the rows in columns, each read from top to bottom."""
        height = -(-len(self.rows) // count)
        return [self.rows[start : start + height] for start in range(0, len(self.rows), height)]


Block = (
    Title | Fields | Lkpd | Heading | Instruction | Notice | Passage | Table | Question | Bubbles
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole sheet: its blocks in order, and the words of its running header and footer."""

    blocks: tuple[Block, ...]
    title: str
    """The document's title, for its properties."""
    running: str
    """What the header says: the title of the text."""
    footer: str
    page: str
    of: str
    language: Language = "id"
    large: bool = False
    dyslexia: bool = False
    letterhead: bytes = b""
