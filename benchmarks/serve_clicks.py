"""From pasted text to a Word file in Chromium, click by click: how long the machine takes.

The server is new, so that the first text waits for the models. What a person needs to read and
type comes on top and is not measured.

    python benchmarks/serve_clicks.py
"""

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from serve_client import ARTICLE, start


def way(page: Any, address: str) -> list[tuple[str, Callable[[], Any]]]:
    """Return what a teacher does, with what the page then waits for."""

    def press(role: str, name: str, then: str) -> Callable[[], Any]:
        def act() -> None:
            page.get_by_role(role, name=name, exact=True).click()
            page.wait_for_selector(then)

        return act

    def download() -> None:
        with page.expect_download() as waiting:
            page.get_by_role("link", name="Word: Siswa", exact=True).click()
        waiting.value.path()

    return [
        ("open the page", lambda: page.goto(address)),
        ("paste the article", lambda: page.get_by_label("Isi berita").fill(ARTICLE)),
        ("click: use this text", press("button", "Pakai teks ini", "article.passage")),
        ("click: make the sheet", press("link", "Lanjut: buat lembar", "form.plan")),
        ("click: make items", press("button", "Buat soal", "[data-key]")),
        ("click: edit item 1", press("link", "Ubah soal 1", "#prompt")),
        ("type another question", lambda: page.fill("#prompt", "Apa yang diperbaiki warga?")),
        ("click: save", press("button", "Simpan", "[data-key] .chip.on")),
        ("click: download", press("link", "Lanjut: unduh", "#files")),
        ("click: Word, students", download),
    ]


def main() -> None:
    """Print a line for each step, and the sums."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        process, address = start(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        try:
            steps = way(browser.new_page(), address)
            total = 0.0
            for name, act in steps:
                begun = time.monotonic()
                act()
                took = time.monotonic() - begun
                total += took
                print(f"{name:24} {took:5.2f} s")
        finally:
            browser.close()
            process.terminate()
            process.wait()
    clicks = sum(name.startswith("click") for name, _ in steps)
    print(f"{clicks} clicks, {total:.1f} s of the machine's time")


if __name__ == "__main__":
    main()
