"""From what the user names — a file, ``-`` or a web address — to an article."""

import sys
from pathlib import Path

from quizgen.errors import InputError
from quizgen.interfaces import Reader, by_name, readers
from quizgen.model import Imported
from quizgen.readers.web import fetch

MAX_FILE_BYTES = 50_000_000
"""The largest file that is opened."""

_STDIN = "-"


def read_source(source: str, *, stdin: bytes | None = None) -> Imported:
    """Return the article that ``source`` names.

    Args:
        source: a file, ``-`` for standard input, or an http(s) address.
        stdin: what ``-`` stands for; read from standard input if None.

    Raises:
        InputError: in one line, if there is no such source or it holds no Indonesian article.
    """
    if source == _STDIN:
        data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1) if stdin is None else stdin
        return _named("text").read(data, source=source)
    web = _named("web")
    if source.lower().startswith(web.suffixes):
        return web.read(fetch(source), source=source)
    path = Path(source)
    reader = _reader_for(path, source)
    return reader.read(_bytes(path, source), source=source)


def _reader_for(path: Path, source: str) -> Reader:
    suffix = path.suffix.lower()
    if not suffix:
        return _named("text")
    for reader in readers():
        if suffix in reader.suffixes:
            return reader
    if not _is_there(path) and "://" in source:
        raise InputError(f"{source}: is no http or https address; check the address")
    valid = ", ".join(sorted(suffix for suffix in _suffixes() if suffix.startswith(".")))
    raise InputError(f"{source}: has an unknown file type '{suffix}'; give one of {valid}")


def _bytes(path: Path, source: str) -> bytes:
    if not _is_there(path):
        raise InputError(f"{source}: no such file; check the path")
    if path.is_dir():
        raise InputError(f"{source}: is a folder; give one file in it")
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InputError(f"{source}: is larger than 50 MB; give a file with one article")
        return path.read_bytes()
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise InputError(f"{source}: cannot be read ({problem}); check the file") from error


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    # A name too long or with a zero byte is no file either.
    except (OSError, ValueError):
        return False


def _named(name: str) -> Reader:
    return by_name("reader", name, readers())


def _suffixes() -> list[str]:
    return [suffix for reader in readers() for suffix in reader.suffixes]
