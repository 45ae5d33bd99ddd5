"""What the rules of the corpus look at: a text with its annotations, read without judging."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from quizgen.corpus import read_text
from quizgen.corpus_annotations import find_quote
from quizgen.corpus_yaml import Fields, read_fields
from quizgen.errors import CorpusError
from quizgen.language.sentences import split_sentences
from quizgen.model import Article, Sentence

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule, with the file and the line (from 1) to mend."""

    file: Path
    line: int
    code: str
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text as the rules see it; ``topic`` is None where topic.yaml cannot be read."""

    id: str
    article: Article
    fields: Fields
    topic: Fields | None
    sentences: dict[str, Sentence]

    def entries(self, *lists: str) -> Iterator[Fields]:
        """Yield the entries of these lists, in the order of the file."""
        for name in lists:
            yield from entries(self.fields, name)

    def sentence_of(self, entry: Fields) -> Sentence | None:
        """Return the sentence that an entry names, None if the text has no such sentence."""
        return self.sentences.get(text_of(entry, "sentence"))

    def offsets_of(self, entry: Fields) -> list[int]:
        """Return where an entry's quote stands in its sentence."""
        sentence, quote = self.sentence_of(entry), text_of(entry, "quote")
        if sentence is None or not quote:
            return []
        return find_quote(sentence.text, quote, text_of(entry, "prefix"), text_of(entry, "suffix"))

    def spans(self) -> list[tuple[int, int, Fields]]:
        """Return start, end and entry of every entity with one place, in the file's order."""
        spans = []
        for entry in self.entries("entities"):
            sentence, offsets = self.sentence_of(entry), self.offsets_of(entry)
            if sentence and len(offsets) == 1:
                start = sentence.start + offsets[0]
                spans.append((start, start + len(text_of(entry, "quote")), entry))
        return spans


def read_subject(id: str, path: Path) -> Text:
    """Return a text and its annotations; ``path`` is that of the text.

    Raises:
        CorpusError: if one of the two files is missing or cannot be read.
    """
    title, paragraphs = read_text(path)
    annotations = path.with_suffix(".yaml")
    if not annotations.exists():
        raise CorpusError(annotations, 1, f"is missing; propose it: quizgen annotate {id} --write")
    article = Article(id=id, title=title, paragraphs=paragraphs, level=int(path.stem[-1]))
    return Text(
        id=id,
        article=article,
        fields=read_fields(annotations),
        topic=_topic(path.parent),
        sentences={sentence.id: sentence for sentence in split_sentences(article)},
    )


def _topic(folder: Path) -> Fields | None:
    try:
        return read_fields(folder / "topic.yaml")
    except CorpusError:
        return None


def entries(fields: Fields, name: str) -> Iterator[Fields]:
    """Yield the entries of a list that have fields; other rules tell of the rest."""
    value = fields.values.get(name)
    yield from (e for e in (value if isinstance(value, tuple) else ()) if isinstance(e, Fields))


def text_of(fields: Fields, key: str) -> str:
    """Return the text of a field, empty if there is none."""
    value = fields.values.get(key)
    return value if isinstance(value, str) else ""


def is_date(value: str) -> bool:
    """Return whether a text is a day as YYYY-MM-DD."""
    try:
        return len(value) == 10 and bool(dt.date.fromisoformat(value))
    except ValueError:
        return False


def blanks(fields: Fields) -> Iterator[tuple[int, str]]:
    """Yield line and name of every blank field, at any depth; a value may be null."""
    for key, value in fields.values.items():
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Fields):
                yield from blanks(part)
            elif key != "value" and not str(part or "").strip():
                yield fields.line_of(key), f"'{key}'"
