"""The corpus on disk: plain texts, and beside each the annotations that name quotes in it.

``<topic>/bipa<level>.txt`` holds the text, its first block the title; ``bipa<level>.yaml`` its
annotations. Offsets are computed on load, so an edited text breaks loudly and never silently.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.corpus_annotations import apply_annotations, propose_annotations
from quizgen.corpus_yaml import Fields, read_fields
from quizgen.errors import CorpusError, OutputError, UnknownNameError
from quizgen.model import Article, Document

_NAME = re.compile(r"bipa([1-7])$")
_WORD = re.compile(r"\w+(?:[-.,/’']\w+)*")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a list of the corpus shows of a text."""

    id: str
    title: str | None
    topic: str | None
    level: int
    words: int
    date: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What only a person can say of a text; ``paragraphs`` has one main idea a paragraph."""

    main_idea: str
    paragraphs: tuple[str, ...]
    author_purpose: str


def corpus_root() -> Path:
    """Return the folder of the packaged corpus, in a checkout the ``corpus`` folder."""
    package = Path(__file__).resolve().parent
    packaged = package / "corpus_data"
    return packaged if packaged.is_dir() else package.parent / "corpus"


def article_ids(root: Path | None = None) -> list[str]:
    """Return the ids of all texts, sorted by topic and then by level."""
    return list(text_paths(root or corpus_root()))


def text_paths(root: Path) -> dict[str, Path]:
    """Return the path of each text by its id: the folder's name, a hyphen and the level."""
    paths = sorted(path for path in root.glob("*/bipa?.txt") if _NAME.match(path.stem))
    return {f"{path.parent.name}-{path.stem[-1]}": path for path in paths}


def is_unchanged(article: Article) -> bool:
    """Return whether an article is a text of the corpus, word for word."""
    topic, _, level = article.id.rpartition("-")
    plain = topic and "/" not in topic and "\\" not in topic
    # The folder is not listed: this is asked for every exercise type of every article.
    if not plain or not (corpus_root() / topic / f"bipa{level}.txt").is_file():
        return False
    return article.id in article_ids() and load_article(article.id).paragraphs == article.paragraphs


def annotation_path(id: str, root: Path | None = None) -> Path:
    """Return where the annotations of a text are, or would be.

    Raises:
        UnknownNameError: listing the ids that exist.
    """
    return _text_path(id, root).with_suffix(".yaml")


def summaries(root: Path | None = None) -> list[Summary]:
    """Return a line about every text, in the order of ``article_ids``, without analysing any."""
    return [_summary(load_article(id, root)) for id in article_ids(root)]


def _summary(article: Article) -> Summary:
    return Summary(
        id=article.id,
        title=article.title,
        topic=article.topic,
        level=article.level or 0,
        words=count_words(article.text),
        date=article.date,
    )


def count_words(text: str) -> int:
    """Count words; a hyphenated word and a figure with separators count as one.

    >>> count_words("Anak-anak menunggu 1.250 orang.")
    4
    """
    return len(_WORD.findall(text))


def load_article(id: str, root: Path | None = None) -> Article:
    """Return a text of the corpus with its metadata; without annotations it has few.

    Raises:
        UnknownNameError: listing the ids that exist.
        CorpusError: naming file and line, if a file cannot be read.
    """
    path = _text_path(id, root)
    title, paragraphs = read_text(path)
    article = Article(id=id, title=title, paragraphs=paragraphs, level=int(path.stem[-1]))
    topic = path.with_name("topic.yaml")
    if topic.exists():
        article = replace(article, topic=read_fields(topic).optional("topic"))
    notes = path.with_suffix(".yaml")
    return _with_metadata(article, read_fields(notes)) if notes.exists() else article


def _text_path(id: str, root: Path | None) -> Path:
    paths = text_paths(root or corpus_root())
    if id not in paths:
        raise UnknownNameError("article", id, list(paths))
    return paths[id]


def read_text(path: Path) -> tuple[str, tuple[str, ...]]:
    """Return title and paragraphs of a text file; a line break inside a block is a space.

    Raises:
        CorpusError: if the file cannot be read or has no paragraph after the title.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise CorpusError(path, 1, f"cannot be read as UTF-8 text: {problem}") from problem
    blocks = [" ".join(block.split()) for block in _BLANK_LINES.split(text.strip())]
    if len(blocks) < 2:
        raise CorpusError(path, 1, "needs a title, a blank line and at least one paragraph")
    return blocks[0], tuple(blocks[1:])


def _with_metadata(article: Article, fields: Fields) -> Article:
    return replace(
        article,
        date=_date(fields),
        outlet=fields.optional("outlet"),
        author=fields.optional("author"),
        licence=fields.optional("licence"),
    )


def _date(fields: Fields) -> dt.date | None:
    value = fields.optional("date")
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        raise fields.error("date", f"'{value}' is no date; write YYYY-MM-DD") from None


def load_gist(id: str, root: Path | None = None) -> Gist | None:
    """Return the annotated main ideas and purpose of a text, None if it has no annotations.

    Raises:
        UnknownNameError: listing the ids that exist.
        CorpusError: naming file and line, if one of them is missing or blank.
    """
    path = annotation_path(id, root)
    if not path.exists():
        return None
    fields = read_fields(path)
    return Gist(
        main_idea=fields.text("main_idea"),
        paragraphs=fields.texts("paragraphs"),
        author_purpose=fields.text("author_purpose"),
    )


def load_document(
    id: str,
    root: Path | None = None,
    *,
    annotate: Callable[[Article], Document] | None = None,
) -> Document:
    """Return a text analysed, with hand-made annotations in place of computed ones.

    Args:
        id: Id of the text.
        root: Folder of the corpus.
        annotate: The analyser, that of ``quizgen.language`` if None.

    Raises:
        UnknownNameError: listing the ids that exist.
        CorpusError: naming file, line and quote of an annotation that does not fit the text.
    """
    document = (annotate or _analyser())(load_article(id, root))
    path = annotation_path(id, root)
    return apply_annotations(document, read_fields(path)) if path.exists() else document


def _analyser() -> Callable[[Article], Document]:
    # Its models take a moment to load; listing the corpus must not wait for them.
    from quizgen.language.annotate import annotate

    return annotate


def write_annotations(document: Document, path: Path, *, force: bool = False) -> None:
    """Write a document's annotations as a proposal for a person to correct and complete.

    The file appears whole or not at all, and an existing one stays unless ``force`` is given.

    Raises:
        OutputError: if the file exists or cannot be written.
    """
    if path.exists() and not force:
        raise OutputError(f"{path} exists; use --force to replace its annotations")
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        temporary.write_text(propose_annotations(document), encoding="utf-8", newline="\n")
        temporary.replace(path)
    except OSError as problem:
        temporary.unlink(missing_ok=True)
        raise OutputError(f"{path} cannot be written: {problem}") from problem
