"""The real server before a real Chromium; all is skipped where Chromium is missing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ..live import running


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running(tmp_path_factory.mktemp("served")) as url:
        yield url


@pytest.fixture
def own_page(page: Any, address: str) -> Iterator[Any]:
    """Return a page that asks nobody but the server, or its test fails."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url.split("/")[2]))
    yield page
    assert asked <= {address.removeprefix("http://")}


@pytest.fixture
def troubled_page(chromium: Any) -> Iterator[Any]:
    """Return a page on which something is to go wrong: the console may say so."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def article() -> str:
    return (Path(__file__).parents[1] / "article.txt").read_text(encoding="utf-8")
