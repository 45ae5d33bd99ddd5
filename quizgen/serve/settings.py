"""What one run of the server is started with, and where its data are."""

from dataclasses import dataclass, field
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "::1")
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the server runs.

    ``hosts`` are names beyond those of the own machine under which it may be called;
    ``private`` allows addresses in private networks; ``language`` is that of a first visit.
    """

    data: Path
    host: str = "127.0.0.1"
    port: int = 8765
    hosts: tuple[str, ...] = ()
    private: bool = False
    language: str = "id"
    largest: int = 20 * MEGABYTE
    """Bytes that a request may have."""
    patience: float = 60
    """Seconds that a request may take to arrive, and a source to be read."""
    names: frozenset[str] = field(init=False)
    """Every host name that a browser may use, in lower case."""

    def __post_init__(self) -> None:
        names = {*LOOPBACK, self.host.lower(), *(host.lower() for host in self.hosts)}
        object.__setattr__(self, "names", frozenset(names))


def data_folder() -> Path:
    """Return the user's own folder for drafts, as the system has it."""
    from platformdirs import user_data_path

    return user_data_path("quizgen", appauthor=False)
