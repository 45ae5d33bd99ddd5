"""A site in Chromium, from a folder and from a server: exercises, search, WCAG, 360 px, print."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import small_site

from quizgen.site.folder import write_site

from .test_accessible import violations

PAGES = ("index.html", "kamus.html", "tentang.html", "bacaan/putin-pyongyang-4.html")
READING = PAGES[-1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("stik") / "situs"
    write_site(small_site.files(), place, force=False)
    return place


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        return


class Patient(http.server.ThreadingHTTPServer):
    """A server that says nothing when a browser breaks off."""

    def handle_error(self, *_: Any) -> None:
        return


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder and give its address."""
    handler = functools.partial(Quiet, directory=str(folder))
    with Patient(("127.0.0.1", 0), handler) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[str]:
    """Serve the folder above the site, so that the site is not at the root."""
    with serve(folder.parent) as address:
        yield f"{address}/situs"


@pytest.fixture(params=["file", "http"])
def base(request: Any, folder: Path) -> str:
    """Return the address of the site, as files and from a server."""
    is_file = request.param == "file"
    return folder.as_uri() if is_file else str(request.getfixturevalue("server"))


@pytest.fixture
def asked(page: Any) -> list[str]:
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


def answer_first(page: Any) -> str:
    """Choose the first option of the first choice, check it, and return what is said."""
    item = page.locator(".qg-item:has(input[type=radio])").first
    item.locator("input").first.check()
    item.get_by_role("button", name="Periksa jawaban").click()
    return str(item.locator(".qg-feedback").inner_text())


def test_a_reader_goes_from_the_index_to_a_text_and_its_other_level(
    page: Any, base: str, asked: list[str]
) -> None:
    page.goto(f"{base}/index.html")
    page.get_by_role("link", name="BIPA 4").click()
    page.wait_for_selector("html.qg-on")
    page.get_by_role("link", name="BIPA 3").click()
    page.wait_for_selector("html.qg-on")
    assert page.url == f"{base}/bacaan/putin-pyongyang-3.html"
    page.get_by_role("link", name="Kamus").click()
    assert page.url == f"{base}/kamus.html"
    assert all(url.startswith(base) for url in asked)


def test_an_answer_is_checked_and_still_there_when_the_page_is_loaded_again(
    page: Any, base: str, asked: list[str]
) -> None:
    page.goto(f"{base}/{READING}")
    page.wait_for_selector("html.qg-on")
    told = answer_first(page)
    assert told
    page.reload()
    page.wait_for_selector("html.qg-on")
    item = page.locator(".qg-item:has(input[type=radio])").first
    assert item.locator("input").first.is_checked()
    assert item.locator(".qg-feedback").inner_text() == told
    page.goto(f"{base}/index.html")
    page.go_back()
    page.wait_for_selector(".qg-item input:checked")
    other = page.context.new_page()
    page.close()
    other.goto(f"{base}/{READING}")
    other.wait_for_selector(".qg-item input:checked")
    assert all(url.startswith(base) for url in asked)


def test_a_download_is_the_file_beside_the_text(page: Any, server: str, folder: Path) -> None:
    page.goto(f"{server}/{READING}")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Word").click()
    got = Path(waiting.value.path()).read_bytes()
    assert got == (folder / "unduhan" / "putin-pyongyang-4.student.docx").read_bytes()


def test_the_search_shows_what_has_every_word_and_tells_how_many(page: Any, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    box = page.get_by_role("searchbox")
    box.fill("PERJANJIAN internasional")
    assert page.locator("[data-words]:visible").count() == 1
    assert page.get_by_role("status").inner_text() == "1 bacaan ditemukan."
    assert page.get_by_role("heading", level=2).count() == 1
    box.fill("internasional")
    page.get_by_label("Tingkat").select_option("3")
    assert page.locator("[data-words]:visible").count() == 1
    box.fill("gajah terbang")
    assert page.get_by_role("status").inner_text() == "0 bacaan ditemukan."
    box.fill("")
    page.get_by_label("Tingkat").select_option("")
    assert page.locator("[data-words]:visible").count() == len(small_site.TEXTS)
    assert page.get_by_role("status").inner_text() == ""


def test_a_word_is_found_by_its_meaning(page: Any, folder: Path) -> None:
    page.goto((folder / "kamus.html").as_uri())
    page.get_by_role("searchbox").fill("treaty")
    assert "perjanjian" in page.locator("[data-words]:visible dt b").all_inner_texts()


def test_without_a_script_everything_is_there(chromium: Any, folder: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    assert page.locator(".site-cards li:visible").count() == len(small_site.TEXTS)
    assert page.locator(".site-find:visible").count() == 0
    page.goto((folder / READING).as_uri())
    assert page.locator(".question:visible").count() > 0
    context.close()


@pytest.mark.parametrize("scheme", ("light", "dark"))
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Any, folder: Path, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto((folder / path).as_uri())
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_phone(page: Any, folder: Path, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto((folder / path).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_reaches_the_content_first(page: Any, folder: Path, path: str) -> None:
    page.goto((folder / path).as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "site-skip"
    page.keyboard.press("Enter")
    page.wait_for_url("**#site-content")


def test_paper_shows_the_sheet_without_the_site(page: Any, folder: Path) -> None:
    page.goto((folder / READING).as_uri())
    page.emulate_media(media="print")
    assert page.locator(":is(.site-head, .site-foot):visible").count() == 0
    assert page.locator(".question:visible").count() > 0


def test_jupyterlite_is_not_offered_where_it_cannot_run(page: Any, tmp_path: Path) -> None:
    path = tmp_path / "bacaan.html"
    path.write_text(small_site.page(READING, lite=True), encoding="utf-8")
    page.goto(path.as_uri())
    assert page.locator("[data-lite]").count() == 1
    assert page.locator("[data-lite]:visible").count() == 0
