"""A folder of students' files: every file is counted or named with the reason why not."""

from collections.abc import Iterator
from pathlib import Path

from quizgen.errors import HandInError, InputError
from quizgen.results.handin import MOST_BYTES, Submission, read_handin
from quizgen.results.sheets import Sheet, Skipped, sheets_of

STEM = "rekap-hasil"
"""Name of the files that the command itself writes; they are no hand-ins."""
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
        name = path.relative_to(folder).as_posix()
        try:
            submissions.append(read_handin(_bytes(path), name))
        except HandInError as error:
            skipped.append(Skipped(name, error.code, error.detail))
    if not submissions:
        raise InputError(_nothing(folder, skipped))
    sheets, aside = sheets_of(submissions)
    return sheets, sorted([*skipped, *aside], key=lambda one: one.file)


def _nothing(folder: Path, skipped: list[Skipped]) -> str:
    found = f"; {len(skipped)} other files, the first {skipped[0].file}: {skipped[0].code}"
    return (
        f"{folder}: holds no file that a student handed in (*.hasil.json){found if skipped else ''}"
    )


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files in the order of their names, without those that a system puts there."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith(".") or part.casefold() in _SYSTEM for part in parts)
        if path.is_file() and not hidden and not path.name.startswith(f"{STEM}."):
            yield path


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
