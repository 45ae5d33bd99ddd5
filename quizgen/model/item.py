"""Items and the closed union of response kinds where exercises and formats meet."""

from dataclasses import dataclass
from typing import ClassVar, Literal

Process = Literal["locate", "interpret", "evaluate", "language"]
TextMode = Literal["shown", "numbered", "hidden"]
"""How the passage stands by an item: beside it, with numbered sentences, or not beside it."""
FORM = "form:"
"""What opens a fact that names a way of asking."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words of a sentence that prove something."""

    sentence: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An option, bank word or ordering element; ``why`` is Indonesian and cites the sentence.

    ``role`` is key, misreading, true-elsewhere, unsupported (STARC: Berzak, Malmaud & Levy 2020)
    or learner-error.
    """

    text: str
    correct: bool = False
    why: str = ""
    evidence: Evidence | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement to be put in one of the item's categories."""

    text: str
    category: str
    why: str = ""
    evidence: Evidence | None = None
    alteration: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricRow:
    """What earns how many points."""

    points: int
    criterion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One right option of several."""

    kind: ClassVar[str] = "choice"
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MultiChoice:
    """Several right options of several."""

    kind: ClassVar[str] = "multi-choice"
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Categorise:
    """Statements, each in one category; ``scoring`` is all-or-nothing or per-statement."""

    kind: ClassVar[str] = "categorise"
    categories: tuple[str, ...]
    statements: tuple[Statement, ...]
    scoring: str = "all-or-nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Gaps ``{{1}}``, ``{{2}}`` … of the prompt; ``answers`` lists the accepted fillers of each.

    ``bank`` is the word bank in printed order, empty if there is none.
    """

    kind: ClassVar[str] = "gap"
    answers: tuple[tuple[str, ...], ...]
    bank: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAnswer:
    """Short written answers; each a tuple of accepted variants, the first for the key."""

    kind: ClassVar[str] = "short-answer"
    answers: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeText:
    """An essay with the rubric that scores it."""

    kind: ClassVar[str] = "free-text"
    rubric: tuple[RubricRow, ...]
    model_answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """Pairs to be matched; ``shown`` is the printed order of the right column.

    ``shown`` indexes ``pairs`` and then ``distractors``; empty means as stored.
    """

    kind: ClassVar[str] = "matching"
    pairs: tuple[tuple[str, str], ...]
    distractors: tuple[str, ...] = ()
    shown: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering:
    """Elements in the right order; ``shown`` is the printed order as indexes of ``options``."""

    kind: ClassVar[str] = "ordering"
    options: tuple[Option, ...]
    shown: tuple[int, ...] = ()


Response = Choice | MultiChoice | Categorise | Gap | ShortAnswer | FreeText | Matching | Ordering


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One exercise item with all that its key and explanation are written from.

    ``facts`` names what is asked: two items that share one never stand on one sheet. One that opens
    with ``FORM`` names a way of asking, as for who holds an office: a sheet has few of one form.
    ``reveals`` lists the sentences that the prompt gives away. ``rank`` sorts candidates,
    higher is better. A ``locked`` item is on every sheet. ``by_teacher`` says that a teacher has
    written or changed it: it is used as it is. ``revision`` counts the edits of an item that keeps
    its id: where an earlier one was taken over already, a higher one replaces it.
    """

    id: str
    type: str
    response: Response
    prompt: str
    evidence: tuple[Evidence, ...]
    process: Process
    level: int
    instruction: str = ""
    points: int = 1
    text: TextMode = "shown"
    explanation: str = ""
    question_word: str | None = None
    lemmas: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    reveals: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    rank: float = 0.0
    locked: bool = False
    by_teacher: bool = False
    revision: int = 0
