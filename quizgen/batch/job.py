"""What is to be done with every partition of a run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""The rows of an article by table."""
StepName = Literal["annotate", "sign", "items"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the user asks of a run; it is the same in every partition."""

    types: tuple[str, ...] = ()
    unasked: bool = False
    """Whether the types are those that are offered where none is asked for."""
    level: int | None = None
    seed: int = 0
    similarity: float = 0.8
    """From this Jaccard similarity of three-word runs on, an article is a near-duplicate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One step of a run; everything a worker needs beside the partition."""

    step: StepName
    out: Path
    choices: Choices = Choices()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A partition that is finished, with the number of its articles, rows and failures."""

    partition: int
    articles: int
    rows: int = 0
    failures: int = 0
