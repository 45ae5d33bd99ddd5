"""The results of a class: students' files in, tables of students, items and options out."""

from pathlib import Path
from typing import Literal, get_args

from quizgen.errors import UnknownNameError
from quizgen.results.analysis import analyse
from quizgen.results.reading import read_folder
from quizgen.results.tables import Results, tabulate

Attempt = Literal["first", "last"]

__all__ = ["Attempt", "Results", "read"]


def read(folder: str | Path, *, attempt: Attempt = "first") -> Results:
    """Return the tables of all files that students handed in, in a folder and below it.

    Args:
        folder: where the ``*.hasil.json`` files are; they are only read.
        attempt: which answers the item analysis takes, those at the first check or the last ones.
            Students' scores are always given for both.

    Raises:
        UnknownNameError: if there is no such attempt.
        InputError: if there is no such folder, or no file in it can be counted.
    """
    if attempt not in get_args(Attempt):
        raise UnknownNameError("attempt", attempt, list(get_args(Attempt)))
    sheets, skipped = read_folder(Path(folder))
    return tabulate([analyse(sheet, attempt) for sheet in sheets], skipped, attempt)
