"""Which characters of a text are spoken for, so that found spans never overlap."""


class Claims:
    """The claimed characters of one text; finders ask it in order of precedence."""

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def free(self, start: int, end: int) -> bool:
        """Tell whether no character of the span is claimed."""
        return self._taken.find(1, start, end) < 0

    def take(self, start: int, end: int) -> bool:
        """Claim the span if all of it is free, and tell whether it was."""
        if start >= end or not self.free(start, end):
            return False
        self._taken[start:end] = b"\x01" * (end - start)
        return True
