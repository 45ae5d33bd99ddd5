"""Which texts are searched: the shipped corpus, or every text of a folder."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from quizgen import corpus, pipeline
from quizgen.errors import InputError
from quizgen.model import Document
from quizgen.search import cache
from quizgen.search.index import Index
from quizgen.search.record import records, text_of

Remark = Callable[[str], None]


def open_index(root: Path | None = None, *, remark: Remark | None = None) -> Index:
    """Return the index of a folder's texts, that of the shipped corpus if None.

    It is built once for each content and then read from the user's cache folder.

    Args:
        root: A corpus folder, or one with texts in any format that quizgen reads.
        remark: Told what the user should know: that it takes a while, what cannot be read.

    Raises:
        InputError: if the folder holds no text.
        CorpusError: if an annotation does not fit its text.
    """
    name = cache.key(_files(root))
    return cache.kept(name, lambda: _texts(root, remark or _silent))


def documents(root: Path | None, remark: Remark) -> Iterator[Document]:
    """Yield the analysis of every text; one that cannot be read is told and left out.

    The id of a text outside a corpus is its path in the folder, ``-`` between the parts.

    Raises:
        InputError: if the folder holds no text.
        CorpusError: if an annotation does not fit its text.
    """
    if root is None or corpus.text_paths(root):
        yield from (corpus.load_document(id, root) for id in corpus.article_ids(root))
        return
    taken: set[str] = set()
    for name, path in _readable(root):
        try:
            document = pipeline.document(str(path))
        except InputError as problem:
            remark(f"left out: {problem}")
        else:
            plain = name.removesuffix(path.suffix).replace("/", "-")
            id = name.replace("/", "-") if plain in taken else plain
            taken.add(id)
            yield replace(document, article=replace(document.article, id=id))


def _silent(message: str) -> None:
    return


def _texts(root: Path | None, remark: Remark) -> cache.Texts:
    remark("Building the index; this is done once for each state of the texts.")
    return ((text_of(one), records(one)) for one in documents(root, remark))


def _files(root: Path | None) -> list[tuple[str, Path]]:
    """Return every file that the index is made from, with its name in the folder."""
    folder = corpus.corpus_root() if root is None else root
    if not folder.is_dir():
        raise InputError(f"{folder}: is no folder; name one with texts")
    if root is None or corpus.text_paths(root):
        patterns = ("*/bipa?.txt", "*/bipa?.yaml", "*/topic.yaml")
        paths = sorted(path for pattern in patterns for path in folder.glob(pattern))
        return [(path.relative_to(folder).as_posix(), path) for path in paths]
    return _readable(folder)


def _readable(folder: Path) -> list[tuple[str, Path]]:
    from quizgen.interfaces import readers

    suffixes = {suffix for reader in readers() for suffix in reader.suffixes}
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in suffixes)
    found = [(path.relative_to(folder).as_posix(), path) for path in paths if path.is_file()]
    if not found:
        raise InputError(f"{folder}: holds no text; quizgen reads {', '.join(sorted(suffixes))}")
    return found
