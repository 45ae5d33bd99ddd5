"""The other side of ``_apart``: reads one file in a process of its own."""

import pickle
import sys

from quizgen.errors import InputError
from quizgen.interfaces import by_name, readers


def main() -> None:
    """Read what standard input names, and write the article or the error to standard output."""
    name, data, source = pickle.loads(sys.stdin.buffer.read())
    try:
        result: object = by_name("reader", name, readers()).read(data, source=source)
    except InputError as error:
        result = str(error)
    sys.stdout.buffer.write(pickle.dumps(result))


if __name__ == "__main__":
    main()
