"""The JupyterLite corner in Chromium: a notebook runs, and answers last, with nothing from outside.

It takes a folder of parts (``quizgen site --lite-parts``), named by QUIZGEN_LITE_PARTS; what the
folder lacks is fetched into it.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import small_site

from quizgen.site.build import notebooks, site_files
from quizgen.site.folder import write_site
from quizgen.site.lite import build_lite
from tests.chrome import CHROMIUM, FLAGS

from .test_site import serve

PARTS = os.environ.get("QUIZGEN_LITE_PARTS", "")
READING = "bacaan/putin-pyongyang-4.html"
SLOW = 240_000
"""Milliseconds: Python itself is loaded and started."""


@pytest.fixture(scope="module")
def lite() -> dict[str, bytes]:
    if not PARTS:
        pytest.skip("QUIZGEN_LITE_PARTS names no folder of parts")
    return build_lite(notebooks(small_site.site()), Path(PARTS))


@pytest.fixture(scope="module")
def base(lite: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    files = dict(site_files(small_site.site(lite=True)))
    files |= {f"lite/{name}": data for name, data in lite.items()}
    place = tmp_path_factory.mktemp("situs") / "situs"
    write_site(files, place, force=False)
    with serve(place.parent) as address:
        yield f"{address}/situs"


@pytest.fixture
def outside() -> list[str]:
    return []


@pytest.fixture
def visit(chromium: Any, base: str, outside: list[str], tmp_path: Path) -> Iterator[Any]:
    """Return what opens a page in a browser that is started anew each time, with its old data."""
    contexts: list[Any] = []

    def keep_inside(route: Any) -> None:
        # JupyterLite names no icon, so the browser asks the same server for one, above the site.
        if route.request.url.startswith(base.removesuffix("situs")):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    def start(path: str) -> Any:
        for context in contexts:
            context.close()
        context = chromium.browser_type.launch_persistent_context(
            str(tmp_path / "data"), executable_path=CHROMIUM, args=FLAGS
        )
        contexts[:] = [context]
        context.route("**/*", keep_inside)
        page = context.new_page()
        page.goto(f"{base}/{path}")
        return page

    yield start
    for context in contexts:
        context.close()


STORED = """async (words) => {
  const wait = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  for (const { name } of await indexedDB.databases()) {
    const base = await wait(indexedDB.open(name));
    const has = base.objectStoreNames.contains("files");
    const found = has ? await wait(base.transaction("files").objectStore("files").getAll()) : [];
    base.close();
    const text = ({ format, content }) => format === "base64" ? atob(content) : `${content}`;
    if (found.some((file) => text(file).includes(words))) return true;
  }
  return false;
}"""
"""Whether a file that the kernel has written into the browser's store has these words."""


def wait_until_stored(page: Any, words: str) -> None:
    """Wait for what the kernel writes a moment after the page has judged."""
    for _ in range(60):
        if page.evaluate(STORED, words):
            return
        page.wait_for_timeout(1000)
    raise AssertionError(f"no stored file has {words}")


def run_notebook(page: Any) -> Any:
    """Follow the link from a text's page, run all cells, and return the first choice."""
    page.get_by_role("link", name="Buka buku kerja di peramban").click()
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=SLOW)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    item = page.locator(".qg-item:has(input[type=radio])").first
    item.wait_for(timeout=SLOW)
    return item


def test_an_answer_given_in_the_browser_is_there_tomorrow(visit: Any, outside: list[str]) -> None:
    item = run_notebook(visit(READING))
    item.locator("input").first.check()
    item.get_by_role("button", name="Periksa jawaban").click()
    item.locator(".qg-feedback p").first.wait_for(timeout=SLOW)
    told = item.locator(".qg-feedback").text_content()
    # A tick alone is stored before the answer is checked.
    wait_until_stored(item.page, '"checked": true')
    again = run_notebook(visit(READING))
    assert again.locator("input").first.is_checked()
    again.scroll_into_view_if_needed()
    again.locator(".qg-feedback p").first.wait_for()
    assert again.locator(".qg-feedback").text_content() == told
    assert outside == []


def test_the_same_notebooks_make_the_same_corner(lite: dict[str, bytes]) -> None:
    again = build_lite(notebooks(small_site.site()), Path(PARTS))
    assert sorted(again) == sorted(lite)
    assert [name for name in again if again[name] != lite[name]] == []
