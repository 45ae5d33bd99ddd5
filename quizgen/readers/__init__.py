"""Sources: one format a file, each ends ``READER = …``."""

from quizgen.readers._open import MAX_FILE_BYTES, read_bytes, read_source
from quizgen.readers._restore import restore
from quizgen.readers._wording import error_in, reason_in, reasons

__all__ = [
    "MAX_FILE_BYTES",
    "error_in",
    "read_bytes",
    "read_source",
    "reason_in",
    "reasons",
    "restore",
]
