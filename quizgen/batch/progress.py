"""How far a run is, with rate and time left."""

from collections.abc import Callable

Tell = Callable[[str], None]
Clock = Callable[[], float]


class Progress:
    """Tells every ``seconds`` seconds at most how many articles are done."""

    def __init__(
        self, label: str, total: int, tell: Tell, clock: Clock, *, seconds: float = 5.0
    ) -> None:
        self._label, self._total = label, total
        self._tell, self._clock, self._seconds = tell, clock, seconds
        self._start = self._last = clock()
        self._done = 0
        self._before = 0

    def skip(self, articles: int) -> None:
        """Count articles that an earlier run has done; they do not count for the rate."""
        self._before += articles

    def add(self, articles: int) -> None:
        """Count articles that are done now, and tell if it is time."""
        self._done += articles
        now = self._clock()
        if now - self._last >= self._seconds or self._before + self._done >= self._total:
            self._last = now
            self._tell(self._line(now - self._start))

    def _line(self, seconds: float) -> str:
        done = self._before + self._done
        rate = self._done / seconds if seconds > 0 else 0.0
        left = (self._total - done) / rate if rate else 0.0
        told = f"{self._label}: {done:,} of {self._total:,} articles, {rate:,.1f} a second"
        return f"{told}, {duration(left)} left" if done < self._total else told


def duration(seconds: float) -> str:
    """Return a time in its two largest units.

    >>> [duration(s) for s in (7, 200, 7300, 200_000)]
    ['7 s', '3 min 20 s', '2 h 1 min', '2 d 7 h']
    """
    whole = round(seconds)
    units = ((86_400, "d", 3_600, "h"), (3_600, "h", 60, "min"), (60, "min", 1, "s"))
    for size, name, part, below in units:
        if whole >= size:
            return f"{whole // size} {name} {whole % size // part} {below}"
    return f"{whole} s"
