"""Sources: one format a file, each ends ``READER = …``."""

from quizgen.readers._open import MAX_FILE_BYTES, read_bytes, read_source
from quizgen.readers._remarks import reason_in, reasons
from quizgen.readers._restore import restore

__all__ = ["MAX_FILE_BYTES", "read_bytes", "read_source", "reason_in", "reasons", "restore"]
