"""With ``CI=true`` nothing may be skipped: a missing tool is a failure, not a gap nobody sees."""

import os
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.chrome import CHROMIUM, FLAGS

# How fast examples are made says how busy the machine is, nothing of the program.
settings.register_profile("quizgen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("quizgen")

ALLOWED = "outside importer"


def _forbid_skip(report: Any) -> None:
    if os.environ.get("CI") != "true" or not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if ALLOWED not in reason:
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid}: nothing may be skipped when CI=true: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    report = yield
    _forbid_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    report = yield
    _forbid_skip(report)
    return report


# One real Chromium for all tests: two drivers in one process disturb each other. It needs
# Debian's package chromium and ``pip install playwright``, which brings no browser of its own.
@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    driver = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM:
        pytest.skip("no Chromium on the path")
    with driver.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """Return a page that fails its test at the end if a script or the policy complained."""
    context = chromium.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    yield page
    context.close()
    assert problems == []
