"""Read a file in a process of its own, which can be stopped when a library hangs on it."""

import os
import pickle
import subprocess
import sys

from quizgen.errors import InputError
from quizgen.model import Imported

_ADVICE = "save it again, or copy the article to a .txt file"
# Windows would show an empty window for it.
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def read_apart(reader: str, data: bytes, *, source: str, seconds: float) -> Imported:
    """Return what the reader of this name makes of ``data``, in at most so many seconds.

    Raises:
        InputError: as the reader does; and if it takes longer, or breaks the process.
    """
    # Not the current folder, which may hold modules of other names and aims.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "quizgen.readers._child"],
            input=pickle.dumps((reader, data, source)),
            capture_output=True,
            timeout=seconds,
            env=environment,
            creationflags=_HIDDEN,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(f"{source}: takes longer than {seconds:g} s to read; {_ADVICE}") from error
    if done.returncode:
        raise InputError(f"{source}: cannot be read, it may be damaged; {_ADVICE}")
    result = pickle.loads(done.stdout)
    if isinstance(result, Imported):
        return result
    raise InputError(str(result))
