"""A folder of students' files: every file is counted or named with the reason why not."""

from collections.abc import Iterator
from pathlib import Path

from quizgen.errors import HandInError, InputError
from quizgen.results.handin import MOST_BYTES, Submission, one_line, read_handin
from quizgen.results.sheets import Sheet, Skipped, sheets_of
from quizgen.results.wording import reason

STEM = "rekap-hasil"
"""Name of the files that the command itself writes, without a suffix; they are no hand-ins."""
_OWN = frozenset(f"{STEM}{suffix}" for suffix in (".xlsx", ".html", ".json"))
_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


def read_folder(folder: Path) -> tuple[list[Sheet], list[Skipped]]:
    """Return the sheets of a folder and its subfolders, and the files that are not counted.

    The files are only read.

    Raises:
        InputError: if there is no such folder, or no file in it can be counted.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; give the one with the students' files")
    submissions: list[Submission] = []
    skipped: list[Skipped] = []
    for path in _files(folder):
        name = visible(path.relative_to(folder).as_posix())
        try:
            submissions.append(read_handin(_bytes(path), name))
        except HandInError as error:
            skipped.append(Skipped(name, error.code, one_line(error.detail)))
    if not submissions:
        raise InputError(_nothing(folder, skipped))
    sheets, aside = sheets_of(submissions)
    return sheets, sorted([*skipped, *aside], key=lambda one: one.file)


def _nothing(folder: Path, skipped: list[Skipped]) -> str:
    told = f"{folder}: holds no file that a student handed in (*.hasil.json)"
    if not skipped:
        return told
    first = skipped[0]
    why = reason(first.code, first.detail, "en")
    return f"{told}; the first of {len(skipped)} others is {first.file}: {why}"


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files in the order of their names, without those that a system puts there."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith((".", "~$")) or part.casefold() in _SYSTEM for part in parts)
        if path.is_file() and not hidden and path.name not in _OWN:
            yield path


def visible(name: str) -> str:
    """Return a file's name with a mark for each sign that no text can show or hold.

    >>> visible("siti\\x1b[2J.json") == "siti\ufffd[2J.json"
    True
    """
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name)


def _bytes(path: Path) -> bytes:
    suffix = path.suffix.casefold()
    if suffix in {".zip", ".rar", ".7z"}:
        raise HandInError("archive")
    if suffix != ".json":
        raise HandInError("file")
    try:
        # One byte more than allowed is enough to know that there is too much.
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise HandInError("unreadable", error.strerror or "") from None
