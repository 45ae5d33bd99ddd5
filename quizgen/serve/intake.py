"""The one seam to the readers: from what a teacher brings to the parts of a new draft."""

from dataclasses import replace
from pathlib import PurePath
from typing import Any

from quizgen import corpus, pipeline
from quizgen.errors import InputError
from quizgen.interfaces import Reader, by_name, readers
from quizgen.model import Article, Dropped, Imported
from quizgen.readers.web import fetch
from quizgen.serve.draft import article_meta

_OWN_TEXT = "teks"
_LONGEST_NAME = 80


def from_corpus(id: str) -> dict[str, Any]:
    """Return the parts of a draft on a text of the corpus.

    Raises:
        UnknownNameError: if there is none of this id.
    """
    return _parts(Imported(article=corpus.load_article(id)), in_corpus=True)


def from_paste(text: str, title: str = "") -> dict[str, Any]:
    """Return the parts of a draft on pasted text; without a title its first line may be one.

    Raises:
        InputError: if it is no Indonesian article.
    """
    read = pipeline.read("-", stdin=text.encode("utf-8"))
    article = replace(read.article, title=title or read.article.title)
    return _parts(replace(read, article=article))


def from_file(data: bytes, name: str) -> dict[str, Any]:
    """Return the parts of a draft on a file's bytes; only the end of its name is looked at.

    Raises:
        InputError: if the kind of file is unknown, or it holds no Indonesian article.
    """
    source = safe_name(name)
    return _parts(_reader_for(source).read(data, source=source))


def from_address(url: str, *, private: bool) -> dict[str, Any]:
    """Return the parts of a draft on a web page.

    Raises:
        InputError: if the page cannot be fetched or holds no Indonesian article.
    """
    web = by_name("reader", "web", readers())
    return _parts(web.read(fetch(url), source=url))


def suffixes() -> tuple[str, ...]:
    """Return the ends of names of all files that can be read, with their dots."""
    return tuple(end for reader in readers() for end in reader.suffixes if end[0] == ".")


def _reader_for(source: str) -> Reader:
    suffix = PurePath(source).suffix.lower() or ".txt"
    for reader in readers():
        if suffix in reader.suffixes:
            return reader
    valid = ", ".join(suffixes())
    raise InputError(f"{source}: has an unknown file type '{suffix}'; give one of {valid}")


def safe_name(name: str) -> str:
    """Return a file name without folders and control characters, its suffix kept.

    >>> safe_name("../../etc/berita <b>.txt")
    'berita -b-.txt'
    """
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(letter if letter.isalnum() or letter in " ._-" else "-" for letter in base)
    path = PurePath(clean.strip(" ."))
    return f"{path.stem[:_LONGEST_NAME] or _OWN_TEXT}{path.suffix[:10]}"


def _parts(imported: Imported, *, in_corpus: bool = False) -> dict[str, Any]:
    article = imported.article
    if not in_corpus and article.id in corpus.article_ids():
        # Only the unchanged text may claim the annotations of the corpus.
        article = replace(article, id=f"{article.id}-salinan")
    blocks = _blocks(article, imported.dropped)
    text = {"meta": article_meta(article), "blocks": blocks, "corpus": in_corpus}
    return {"text": text, "title": article.title or ""}


def _blocks(article: Article, dropped: tuple[Dropped, ...]) -> list[dict[str, Any]]:
    """Return paragraphs and left-out pieces in the order of the source, as far as it is known."""
    last = len(article.paragraphs)
    waiting: dict[int, list[Dropped]] = {}
    for piece in dropped:
        waiting.setdefault(min(_place(piece, last), last), []).append(piece)
    blocks: list[dict[str, Any]] = []
    for index, paragraph in enumerate(article.paragraphs):
        pieces = waiting.get(index, ())
        blocks += [_left_out(p) for p in pieces if _offset(p) is None]
        at = len(blocks)
        blocks.append({"text": paragraph, "kept": True, "heading": index in article.headings})
        for piece in pieces:
            if (offset := _offset(piece)) is not None:
                blocks.append(_left_out(piece) | {"inside": at, "offset": offset})
    return blocks + [_left_out(piece) for piece in waiting.get(last, ())]


def _left_out(piece: Dropped) -> dict[str, Any]:
    return {"text": " ".join(piece.text.split()), "kept": False, "reason": piece.reason}


def _place(piece: Dropped, last: int) -> int:
    """Return before which paragraph a piece stood; readers that do not tell put it at the end."""
    return int(getattr(piece, "paragraph", last))


def _offset(piece: Dropped) -> int | None:
    found: int | None = getattr(piece, "offset", None)
    return found
