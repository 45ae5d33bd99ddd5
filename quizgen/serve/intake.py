"""The one seam to the readers: from what a teacher brings to the parts of a new draft."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from quizgen import corpus
from quizgen.errors import InputError
from quizgen.interfaces import readers
from quizgen.model import Article, Dropped, Imported
from quizgen.readers import read_bytes, read_source
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
    imported = read_source("-", stdin=text.encode("utf-8", errors="replace"))
    article = replace(imported.article, title=title or imported.article.title)
    return _parts(replace(imported, article=article))


def from_file(data: bytes, name: str, *, seconds: float) -> dict[str, Any]:
    """Return the parts of a draft on a file's bytes.

    Raises:
        InputError: if it is unknown, damaged, too slow to read, or holds no Indonesian article.
    """
    return _parts(read_bytes(safe_name(name), data, seconds=seconds))


def from_address(url: str, *, private: bool, seconds: float) -> dict[str, Any]:
    """Return the parts of a draft on a web page.

    Raises:
        InputError: if the page cannot be fetched or holds no Indonesian article.
    """
    address = url if "://" in url else f"https://{url}"
    # Whatever else it names, this is no file of the machine that serves.
    if not address.lower().startswith(("http://", "https://")):
        raise InputError(f"{url}: is no http or https address; check the address")
    return _parts(read_source(address, private=private, seconds=seconds))


def suffixes() -> tuple[str, ...]:
    """Return the ends of names of all files that can be read, with their dots."""
    return tuple(end for reader in readers() for end in reader.suffixes if end[0] == ".")


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
    text |= {"remarks": list(imported.remarks)}
    return {"text": text, "title": article.title or ""}


def _blocks(article: Article, dropped: Sequence[Dropped]) -> list[dict[str, Any]]:
    """Return paragraphs and left-out pieces in the order of the source.

    A piece of several lines is one block a line, all of one ``group``.
    """
    last = len(article.paragraphs)
    waiting: dict[int, list[tuple[int, Dropped]]] = {}
    for group, piece in enumerate(dropped):
        waiting.setdefault(min(piece.paragraph, last), []).append((group, piece))
    blocks: list[dict[str, Any]] = []
    for index, paragraph in enumerate(article.paragraphs):
        pieces = waiting.get(index, ())
        for group, piece in pieces:
            blocks += _left_out(group, piece) if piece.offset is None else ()
        at = len(blocks)
        blocks.append({"text": paragraph, "kept": True, "heading": index in article.headings})
        for group, piece in pieces:
            if piece.offset is not None:
                place = {"inside": at, "offset": piece.offset}
                blocks += [block | place for block in _left_out(group, piece)]
    for group, piece in waiting.get(last, ()):
        blocks += _left_out(group, piece)
    return blocks


def _left_out(group: int, piece: Dropped) -> Iterator[dict[str, Any]]:
    for line in piece.text.split("\n"):
        if text := " ".join(line.split()):
            yield {"text": text, "kept": False, "reason": piece.reason, "group": group}
