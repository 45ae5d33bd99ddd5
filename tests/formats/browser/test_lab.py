"""The notebook in JupyterLab: run, answer, restart."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest

from quizgen.formats import ipynb
from quizgen.model import Worksheet

pytest.importorskip("jupyterlab", reason="JupyterLab is not installed")

CHOICE = '[data-item="detail-aaaa1111"]'


@pytest.fixture
def lab(worksheet: Worksheet, tmp_path: Path) -> Iterator[str]:
    """Serve a folder with the student's notebook; return its address in JupyterLab."""
    (tmp_path / "lembar.ipynb").write_bytes(ipynb.FORMAT.render(worksheet, edition="student"))
    home = tmp_path / ".home"
    options = ("--no-browser", "--allow-root", "--ServerApp.token=", "--ServerApp.password=")
    # Port 0 lets the system choose a free one, so that runs do not disturb each other.
    with (tmp_path / "server.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options, "--port=0"],
            cwd=tmp_path,
            env={**os.environ, "JUPYTER_CONFIG_DIR": str(home), "JUPYTER_RUNTIME_DIR": str(home)},
            stderr=log,
        )
    try:
        yield f"{_address(home)}lab/tree/lembar.ipynb?reset"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _address(home: Path) -> str:
    """Return where the server says it listens, once it does."""
    for _ in range(120):
        for file in home.glob("jpserver-*.json"):
            address = str(json.loads(file.read_text(encoding="utf-8"))["url"])
            with suppress(URLError), urllib.request.urlopen(f"{address}api"):
                return address
        time.sleep(0.5)
    raise AssertionError("JupyterLab did not start")


def menu(page: Any, name: str, entry: str) -> None:
    page.get_by_role("menuitem", name=name, exact=True).click()
    page.locator(f"#jp-mainmenu-{name.lower()} .lm-Menu-itemLabel").filter(
        has_text=re.compile(f"^{entry}")
    ).first.click()


def test_an_answer_is_judged_scored_and_there_again_after_a_restart(
    chromium: Any, lab: str
) -> None:
    context = chromium.new_context(viewport={"width": 1200, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(lab)
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    menu(page, "Run", "Run All Cells$")
    page.locator(CHOICE).locator("label").nth(1).click()
    page.locator(CHOICE).get_by_role("button", name="Periksa jawaban").click()
    page.locator(CHOICE).get_by_text("Benar.", exact=False).first.wait_for()
    menu(page, "Kernel", "Restart Kernel and Run All Cells")
    page.locator(".jp-Dialog button.jp-mod-accept").click()
    page.get_by_text("Jawaban benar: 1 dari 11").wait_for()
    page.wait_for_function(f"document.querySelector('{CHOICE} input:checked')")
    assert page.locator(CHOICE).locator("input").nth(1).is_checked()
    assert "Benar." in page.locator(f"{CHOICE} .qg-feedback").text_content()
    context.close()
