"""A real JupyterLab or Notebook 7 over a folder, and the moves of a learner in it."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.error import URLError

FILE = "lembar.ipynb"
ADDRESSES = {"jupyterlab": f"lab/tree/{FILE}?reset", "notebook": f"notebooks/{FILE}"}
"""Where each application opens the notebook."""
_OPTIONS = ("--no-browser", "--allow-root", "--ServerApp.token=", "--ServerApp.password=")


@contextmanager
def served(application: str, folder: Path) -> Iterator[str]:
    """Serve a folder; give the address of its notebook."""
    home = folder / f".{application}"
    # Port 0 lets the system choose a free one, so that runs do not disturb each other.
    with (folder / "server.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", application, *_OPTIONS, "--port=0"],
            cwd=folder,
            env={**os.environ, "JUPYTER_CONFIG_DIR": str(home), "JUPYTER_RUNTIME_DIR": str(home)},
            stderr=log,
        )
    try:
        yield f"{_address(home)}{ADDRESSES[application]}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _address(home: Path) -> str:
    """Return where the server says it listens, once it does."""
    for _ in range(120):
        for file in home.glob("jpserver-*.json"):
            # The file may still be in the making.
            with suppress(URLError, ValueError):
                address = str(json.loads(file.read_text(encoding="utf-8"))["url"])
                with urllib.request.urlopen(f"{address}api"):
                    return address
        time.sleep(0.5)
    raise AssertionError("the server did not start")


def menu(page: Any, name: str, entry: str) -> None:
    page.get_by_role("menuitem", name=name, exact=True).click()
    page.locator(f"#jp-mainmenu-{name.lower()} .lm-Menu-itemLabel").filter(
        has_text=re.compile(f"^{entry}")
    ).first.click()


def run_all(page: Any, address: str) -> None:
    """Open the notebook and run it from top to bottom."""
    from playwright.sync_api import TimeoutError as TimedOut

    page.set_default_timeout(60_000)
    page.goto(address)
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    idle = ".jp-Notebook-ExecutionIndicator[data-status='idle']"
    for _ in range(6):
        # A kernel is called idle shortly before it takes orders; one that comes too soon is lost.
        page.wait_for_selector(idle, state="attached")
        menu(page, "Run", "Run All Cells$")
        with suppress(TimedOut):
            part(page, "hand-in").wait_for(state="attached", timeout=15_000)
            return
    raise AssertionError("the notebook did not run")


def restart(page: Any) -> None:
    """Restart the kernel and run all again, as after a day; wait until every part is drawn anew."""
    from playwright.sync_api import TimeoutError as TimedOut

    mark_old = """() => {
        const parts = document.querySelectorAll("[data-part]");
        for (const node of parts) node.dataset.old = 1;
        return parts.length;
    }"""
    all_new = """count => {
        const parts = [...document.querySelectorAll("[data-part]")];
        const drawn = parts.filter((part) => part.childElementCount && !part.dataset.old);
        return parts.length === count && drawn.length === count;
    }"""
    count = page.evaluate(mark_old)
    menu(page, "Kernel", "Restart Kernel and Run All Cells")
    page.locator(".jp-Dialog button.jp-mod-accept").click()
    for _ in range(4):
        with suppress(TimedOut):
            page.wait_for_function(all_new, arg=count, timeout=20_000)
            return
        # A widget that is drawn while the page still speaks to the old kernel stays empty.
        menu(page, "Run", "Run All Cells$")
    raise AssertionError("the notebook did not run again")


def part(page: Any, kind: str) -> Any:
    """Return the output of a part that stands once in a notebook."""
    return page.locator(f'[data-part="{kind}"]')


def item(page: Any, name: str) -> Any:
    return page.locator(f'[data-item="{name}"]')
