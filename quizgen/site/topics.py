"""What a site shows: events, each with its texts at several levels and the pages it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from quizgen import corpus
from quizgen.corpus_yaml import Fields, read_fields
from quizgen.errors import InputError
from quizgen.model import Worksheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page that reports facts of an event; ``title`` is empty where none is on record."""

    outlet: str
    title: str
    date: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text with its exercises."""

    summary: corpus.Summary
    sheet: Worksheet

    @property
    def id(self) -> str:
        """Return the id of the text."""
        return self.summary.id

    @property
    def title(self) -> str:
        """Return the title, the id where the text has none."""
        return self.summary.title or self.id

    @property
    def items(self) -> int:
        """Return how many items ask about the text."""
        return sum(len(section.items) for section in self.sheet.reading_sections)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """An event, told in ``texts`` from the easiest to the hardest."""

    id: str
    event: str
    field: str
    date: str
    texts: tuple[Text, ...]
    sources: tuple[Source, ...]


def check_own(root: Path) -> None:
    """Accept a folder of one's own texts that is laid out like the corpus.

    Raises:
        InputError: if it holds no text, or one whose id a text of the corpus has.
    """
    ids = corpus.article_ids(root)
    if not ids:
        raise InputError(f"{root}: has no text; write one as TOPIC/bipa4.txt, see 'quizgen new'")
    taken = sorted(set(ids) & set(corpus.article_ids()))
    # Exercises look up what is written by hand for a text of the corpus by its id.
    if taken:
        raise InputError(f"{root}: '{taken[0]}' is a text of the corpus; rename its folder")


def topics(sheets: Iterable[Worksheet], root: Path | None = None) -> tuple[Topic, ...]:
    """Return the events of the texts that the sheets ask about, in the order of the corpus.

    Raises:
        CorpusError: naming file and line, if a topic.yaml cannot be read.
    """
    by_id = {sheet.article.id: sheet for sheet in sheets}
    known = (each for each in corpus.summaries(root) if each.id in by_id)
    texts = [Text(summary=each, sheet=by_id[each.id]) for each in known]
    grouped = groupby(texts, key=lambda text: text.id.rpartition("-")[0])
    return tuple(_topic(id, tuple(group), root or corpus.corpus_root()) for id, group in grouped)


def _topic(id: str, texts: tuple[Text, ...], root: Path) -> Topic:
    path = root / id / "topic.yaml"
    fields = read_fields(path) if path.exists() else Fields(path, 1, {}, {})
    dates = sorted(text.summary.date.isoformat() for text in texts if text.summary.date)
    return Topic(
        id=id,
        event=fields.optional("event") or texts[0].title,
        field=fields.optional("topic") or "",
        date=fields.optional("date") or (dates[0] if dates else ""),
        texts=texts,
        sources=tuple(_sources(fields)),
    )


def _sources(fields: Fields) -> Iterator[Source]:
    """Yield every page once; a fact without an address that a browser opens is left out."""
    seen: set[str] = set()
    for fact in fields.entries("facts"):
        url = fact.optional("url") or ""
        if url.startswith(("https://", "http://")) and url not in seen:
            seen.add(url)
            yield Source(
                outlet=fact.optional("outlet") or url.split("/")[2],
                title=fact.optional("title") or "",
                date=fact.optional("date") or "",
                url=url,
            )
