"""One server for all tests of pages, on drafts of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.serve.settings import Settings
from quizgen.serve.store import Store

from .teacher import Teacher, client

ARTICLE = (Path(__file__).parent / "article.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data=tmp_path_factory.mktemp("drafts"), patience=20, largest=1_000_000)


@pytest.fixture(scope="session")
def browser_side(settings: Settings) -> Iterator[Teacher]:
    with client(settings) as opened:
        yield Teacher(opened)


@pytest.fixture
def teacher(browser_side: Teacher) -> Teacher:
    """Return a teacher at the start page, in Indonesian."""
    browser_side.client.cookies.delete("quizgen_language")
    return browser_side


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "drafts.sqlite3", clock=lambda: 1_700_000_000.0)
    yield opened
    opened.close()
