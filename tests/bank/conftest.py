"""A bank of the small archive, built once."""

from pathlib import Path

import pytest
from batch.conftest import CHOICES, setting
from batch.conftest import lines as lines

from quizgen.bank.build import build
from quizgen.batch import run


@pytest.fixture(scope="session")
def bank(lines: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bank")
    run.items(setting(lines, folder / "soal"), CHOICES)
    build([folder / "soal"], folder / "bank.sqlite")
    return folder / "bank.sqlite"
