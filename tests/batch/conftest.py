"""One archive, and one run over it that the tests compare others with."""

from pathlib import Path

import pytest

from batch import archive
from quizgen.batch import run
from quizgen.batch.engines import Engine, Here
from quizgen.batch.job import Choices
from quizgen.batch.progress import Progress

CHOICES = Choices()
SIZE = 2


def setting(
    source: Path, out: Path, *, engine: Engine | None = None, size: int = SIZE, force: bool = False
) -> run.Setting:
    """Return the setting of a run that tells nobody about its progress."""
    return run.Setting(
        source=source,
        out=out,
        size=size,
        engine=engine or Here(),
        progress=lambda label, total: Progress(label, total, lambda _: None, lambda: 0.0),
        force=force,
    )


@pytest.fixture(scope="session")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive.write_lines(tmp_path_factory.mktemp("archive") / "arsip.jsonl")


@pytest.fixture(scope="session")
def made(lines: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run of items."""
    out = tmp_path_factory.mktemp("run") / "soal"
    run.items(setting(lines, out), CHOICES)
    return out


def contents(out: Path) -> dict[str, bytes]:
    """Return the bytes of every part of a run, by its path in the folder."""
    found = sorted(out.glob("*/part-*.parquet"))
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}
