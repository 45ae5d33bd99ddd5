"""Every page by WCAG 2.2 AA: axe-core, light and dark, wide and narrow, and the size of targets."""

from typing import Any

import pytest
from formats.browser.test_accessible import violations

from .test_end_to_end import begin

LEAST = 24
"""CSS pixels of a target by WCAG 2.2 AA, 2.5.8; links inside text are excepted."""
TARGETS = """() => [...document.querySelectorAll('button, .button, select, summary, input')]
  .filter((node) => node.checkVisibility() && node.type !== 'hidden' && !node.closest('[hidden]'))
  .map((node) => [node.outerHTML.slice(0, 120), node.getBoundingClientRect()])
  .filter(([, box]) => box.width < LEAST && box.height < LEAST).map(([html]) => html)"""


@pytest.fixture
def sheet(own_page: Any, address: str, article: str) -> Any:
    begin(own_page, address, article)
    return own_page


LOOKS = ((1200, "light"), (360, "dark"), (360, "light"), (1200, "dark"))


def check(page: Any, looks: tuple[tuple[int, str], ...] = LOOKS) -> None:
    """Look at the page as it is: wide and narrow, light and dark."""
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], (page.url, width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
        assert page.evaluate(TARGETS.replace("LEAST", str(LEAST))) == []


@pytest.mark.parametrize("language", ["Indonesia", "English"])
def test_axe_finds_nothing_on_any_page(sheet: Any, address: str, language: str) -> None:
    url = sheet.url.partition("?")[0]
    sheet.get_by_role("button", name=language).click()
    key = sheet.locator("[data-key]").first.get_attribute("data-key")
    pages = [
        f"{address}/",
        f"{address}/?q=tidakada",
        url.replace("/sheet", "/read"),
        url.replace("/sheet", "/export"),
        url,
        *(f"{url}?edit={key}", f"{url}?replace={key}", f"{url}?more=yes"),
        f"{url}?found=3&wanted=9",
    ]
    for page in pages:
        sheet.goto(page)
        sheet.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")
        # Colours do not depend on the language, but widths do.
        check(sheet, LOOKS if language == "Indonesia" else LOOKS[1:2])


@pytest.mark.parametrize(
    "kind", ["choice", "categorise", "short-answer", "gap", "matching", "ordering", "free-text"]
)
def test_axe_finds_nothing_on_the_form_of_a_kind(sheet: Any, kind: str) -> None:
    sheet.goto(f"{sheet.url.partition('?')[0]}?add={kind}")
    assert violations(sheet) == []


def test_axe_finds_nothing_in_the_preview(sheet: Any) -> None:
    sheet.get_by_role("button", name="Pratinjau", exact=True).click()
    sheet.frame_locator("iframe.preview").get_by_text("Lembar Kerja Membaca").wait_for()
    check(sheet)


def test_axe_finds_nothing_where_a_problem_is_told(troubled_page: Any, address: str) -> None:
    own_page = troubled_page
    own_page.goto(address)
    own_page.get_by_label("Isi berita").fill("The bridge was opened by the mayor of the town.")
    with own_page.expect_response(lambda answer: answer.status == 422):
        own_page.get_by_role("button", name="Pakai teks ini").click()
    own_page.get_by_role("alert").filter(has_text="bahasa Indonesia").wait_for()
    check(own_page)
