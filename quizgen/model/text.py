"""A text and what is known about it.

Offsets count characters of ``Article.text``, 0-based, end exclusive.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

_start = attrgetter("start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An imported text: its paragraphs, and the metadata its source line is made of.

    ``headings`` holds the 0-based indexes of those ``paragraphs`` that are sub-headings; they
    belong to the text but are no sentences and have no paragraph number.
    """

    id: str
    paragraphs: tuple[str, ...]
    headings: frozenset[int] = frozenset()
    title: str | None = None
    date: dt.date | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    licence: str | None = None
    topic: str | None = None
    level: int | None = None
    """BIPA level 1-7 that the text was written for; None if unknown."""

    @property
    def text(self) -> str:
        """The body: paragraphs parted by one blank line, without the title."""
        return "\n\n".join(self.paragraphs)

    def blocks(self) -> Iterator[tuple[int | None, int, str]]:
        """Yield (paragraph number from 1, or None for a sub-heading; start offset; text)."""
        start = number = 0
        for index, paragraph in enumerate(self.paragraphs):
            heading = index in self.headings
            number += not heading
            yield None if heading else number, start, paragraph
            start += len(paragraph) + 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A surface word; clitics stay on their host and are listed."""

    text: str
    start: int
    end: int
    upos: str
    lemma: str
    headword: str
    segments: tuple[str, ...]
    clitics: tuple[str, ...] = ()
    head: int | None = None
    """Index of the head in the sentence, its own for the root; None where nothing was parsed."""
    deprel: str | None = None
    attachment: float = 0.0
    """Confidence that head and relation are right, 0 to 1."""
    zipf: float = 0.0
    level: int | None = None

    def attached(self, head: int | None, deprel: str, attachment: float) -> "Token":
        """Return the word with its place in a tree; several times as fast as ``replace``."""
        return Token(
            text=self.text, start=self.start, end=self.end, upos=self.upos, lemma=self.lemma,
            headword=self.headword, segments=self.segments, clitics=self.clitics, head=head,
            deprel=deprel, attachment=attachment, zipf=self.zipf, level=self.level,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; ``id`` is s1, s2 … and ``paragraph`` counts from 1."""

    id: str
    paragraph: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...] = ()

    @property
    def number(self) -> int:
        """The number that a reader sees: 7 for s7."""
        return int(self.id[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A name, date or amount; types as in the annotation guidelines."""

    start: int
    end: int
    quote: str
    type: str
    canonical: str
    value: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An anaphor and the fullest name or noun phrase it refers to."""

    start: int
    end: int
    anaphor: str
    antecedent: str
    sentence: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """What a person or body is reported to say; ``start`` to ``end`` leaves quote marks out.

    ``speaker`` is the fullest name, and the speaker's span is None where only -nya, or nothing,
    names the speaker. ``sentence`` is the one in which what was said starts.
    """

    start: int
    end: int
    speaker: str
    speaker_start: int | None
    speaker_end: int | None
    verb: str | None
    direct: bool
    sentence: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class VocabularyNote:
    """A word worth teaching; ``why`` says on what ground it was chosen."""

    form: str
    headword: str
    lemma: str
    sentence: str
    level: int | None
    gloss: str | None
    definition: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Document:
    """An article with its analysis; spans of each kind are sorted by start and do not overlap."""

    article: Article
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = ()
    references: tuple[Reference, ...] = ()
    vocabulary: tuple[VocabularyNote, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    notices: tuple[str, ...] = ()
    """Remarks for the teacher, in Indonesian: sensitive topic, non-standard words."""
    _by_id: dict[str, Sentence] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_id.update((sentence.id, sentence) for sentence in self.sentences)

    def sentence(self, id: str) -> Sentence:
        """Return the sentence called ``id``; KeyError if there is none."""
        return self._by_id[id]

    def entities_in(self, sentence: Sentence) -> tuple[Entity, ...]:
        """Return the entities that lie in ``sentence``, in order."""
        first = bisect_left(self.entities, sentence.start, key=_start)
        after = bisect_left(self.entities, sentence.end, lo=first, key=_start)
        return self.entities[first:after]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A piece of the source that is not part of the article, why it was left out, and its place.

    ``reason`` is an English phrase; ``quizgen.readers.reason_in`` says it in Indonesian.
    """

    text: str
    """Of several blocks in a row that were left out together, a line each."""
    reason: str
    paragraph: int = 0
    """Index in ``Article.paragraphs`` of the one that it stood before, their number at the end; of
    a piece with an ``offset``, the one that it was cut out of."""
    offset: int | None = None
    """Index of the character of that paragraph that a piece stood before; None for whole blocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a reader makes of a source."""

    article: Article
    dropped: tuple[Dropped, ...] = ()
    """In the order of the source."""
    remarks: tuple[str, ...] = ()
    """What a teacher should know before using the text, in English: it may go on elsewhere."""
