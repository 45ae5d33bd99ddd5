"""Results by what they were made from; each is made once, and the oldest are forgotten."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Memory(Generic[Result]):
    """Holds so many results. Threads that ask for the same one wait for it, and do not make it."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = threading.Lock()
        self._found: OrderedDict[Hashable, Future[Result]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Result]) -> Result:
        """Return the result of a key, made in this thread unless it is there.

        A failure is not remembered.
        """
        mine: Future[Result] = Future()
        found = self.begin(key, lambda: mine)
        if found is not mine:
            return found.result()
        try:
            made = make()
        except BaseException as error:
            mine.set_exception(error)
            self._forget(key)
            raise
        mine.set_result(made)
        return made

    def begin(self, key: Hashable, start: "Callable[[], Future[Result]]") -> "Future[Result]":
        """Return the future of a key, which ``start`` gives unless it is there."""
        with self._lock:
            found = self._found.get(key)
            if found is None:
                found = self._found[key] = start()
            self._found.move_to_end(key)
            while len(self._found) > self._size:
                self._found.popitem(last=False)
        return found

    def _forget(self, key: Hashable) -> None:
        with self._lock:
            self._found.pop(key, None)
