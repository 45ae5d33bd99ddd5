"""A worksheet of every response kind, and a folder for hand-ins."""

from pathlib import Path

import pytest
from formats import sample

from quizgen.model import Worksheet


@pytest.fixture
def worksheet() -> Worksheet:
    return sample.worksheet()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kumpulan"
    made.mkdir()
    return made
