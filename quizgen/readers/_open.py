"""From what the user names or hands over — a file, bytes, ``-`` or an address — to an article."""

import sys
from dataclasses import replace
from pathlib import Path, PurePath

from quizgen.errors import InputError
from quizgen.interfaces import Reader, by_name, readers
from quizgen.model import Imported
from quizgen.readers._apart import read_apart
from quizgen.readers._decode import decode
from quizgen.readers._kind import kind_of

MAX_FILE_BYTES = 50_000_000
"""The largest file that is read."""

SECONDS = 60.0
"""How long a reader may take by default."""

MISNAMED = "the file is of another type than its name says; it was read as what it is"
"""The remark on such a file."""

_STDIN = "-"
_LONGEST_NAME = 200
# It works with our own code alone, which no text of this size keeps busy for long.
_SWIFT, _SWIFT_BYTES = "text", 200_000
# Whose files have a first line of bytes that tells; what lacks it may be text.
_TOLD = {"docx", "pdf", "mhtml"}


def read_source(
    source: str,
    *,
    stdin: bytes | None = None,
    private: bool = False,
    seconds: float | None = SECONDS,
) -> Imported:
    """Return the article that ``source`` names.

    Args:
        source: a file, ``-`` for standard input, or an http(s) address.
        stdin: what ``-`` stands for; read from standard input if None.
        private: whether an address may lead to this machine or a private network.
        seconds: as in ``read_bytes``.

    Raises:
        InputError: in one line, if there is no such source or it holds no Indonesian article.
    """
    if source == _STDIN:
        data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1) if stdin is None else stdin
        return read_bytes(source, data, seconds=seconds)
    if source.lower().startswith(_named("web").suffixes):
        # What speaks to servers is loaded for those who need one.
        from quizgen.readers._address import is_any, is_public
        from quizgen.readers._fetch import fetch

        fetched = fetch(source, allowed=is_any if private else is_public)
        page = fetched.is_page and kind_of(fetched.data, source=source) in {None, "html"}
        reader = "web" if page else None
        return read_bytes(source, fetched.data, reader=reader, seconds=seconds)
    path = Path(source)
    _check_suffix(path, source)
    return read_bytes(source, _bytes(path, source), seconds=seconds)


def read_bytes(
    name: str, data: bytes, *, reader: str | None = None, seconds: float | None = SECONDS
) -> Imported:
    """Return the article in a file that was handed over, such as an upload.

    What the file is tells its content; the name tells only what the content leaves open.

    Args:
        name: its file name, used in errors; the article gets its id from it.
        data: the whole file, at most ``MAX_FILE_BYTES``.
        reader: the name of the one that takes it, whatever it is; chosen here if None.
        seconds: how long a library may take, in a process of its own; None reads in this one,
            without a limit.

    Raises:
        InputError: in one line, naming the file: it is too large, of another kind, damaged,
            locked, takes too long, or holds no Indonesian article.
    """
    source = " ".join(name.split())[-_LONGEST_NAME:] or "teks"
    if len(data) > MAX_FILE_BYTES:
        raise InputError(f"{source}: is larger than 50 MB; give a file with one article")
    chosen = reader or _chosen(data, source)
    swift = chosen == _SWIFT and len(data) <= _SWIFT_BYTES
    if seconds is None or swift or not sys.executable:
        imported = _named(chosen).read(data, source=source)
    else:
        imported = read_apart(chosen, data, source=source, seconds=seconds)
    suffix = PurePath(source).suffix.lower()
    if reader or suffix not in _suffixes() or suffix in _named(chosen).suffixes:
        return imported
    return replace(imported, remarks=(*imported.remarks, MISNAMED))


def _chosen(data: bytes, source: str) -> str:
    told = kind_of(data, source=source)
    if told is not None:
        return told
    suffix = PurePath(source).suffix.lower()
    by_suffix = next((one.name for one in readers() if suffix in one.suffixes), _SWIFT)
    if by_suffix in _TOLD and _is_text(data):
        return _SWIFT
    return by_suffix


def _is_text(data: bytes) -> bool:
    try:
        return bool(decode(data, source="").strip())
    except InputError:
        return False


def _check_suffix(path: Path, source: str) -> None:
    """Accept a file that can be read by its suffix, or that exists and may tell by its content.

    Raises:
        InputError: naming the suffixes that are read.
    """
    suffix = path.suffix.lower()
    if not suffix or suffix in _suffixes():
        return
    if not _is_there(path) and "://" in source:
        raise InputError(f"{source}: is no http or https address; check the address")
    if not _is_there(path) or kind_of(_bytes(path, source), source=source) is None:
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
