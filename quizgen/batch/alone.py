"""One run at a time in a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from quizgen.errors import OutputError

LOCK = ".lock"


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Keep other runs out of a folder; the system ends this when the process dies.

    Raises:
        OutputError: if another run is at work there.
    """
    out.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(out / LOCK, timeout=0):
            yield
    except Timeout as error:
        message = f"{out}: another run is writing here; wait until it ends or choose another --out"
        raise OutputError(message) from error
