"""The player qti-components (npm) with a QTI 3 package, answered as a learner does.

It is GPL-3.0 and runs in the browser only; NODE_PATH names the folder that it is installed in.
"""

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from quizgen.formats._inline import clean
from quizgen.model import Categorise, Choice, FreeText, Gap, Item, Matching, MultiChoice, Ordering

from ..answers import bare

BUNDLE = "@citolab/qti-components/cdn/index.js"
HOST = "http://player.test/"
PAGE = (
    "<!doctype html><meta charset=utf-8><script type=module src=/player.js></script>"
    '<qti-test navigate="item"><test-navigation><test-container test-url="/package/test.xml">'
    "</test-container></test-navigation></qti-test>"
)
TYPES = {".xml": "application/xml", ".js": "text/javascript", "": "text/html"}


def bundle() -> bytes:
    """Return the script of the player; skip where it is not installed."""
    for folder in os.environ.get("NODE_PATH", "").split(os.pathsep):
        path = Path(folder) / BUNDLE
        if folder and path.exists():
            return path.read_bytes()
    pytest.skip("npm package @citolab/qti-components is not on NODE_PATH")


class Player:
    """A test that is open in the player."""

    def __init__(self, page: Any, package: bytes) -> None:
        self.page = page
        script = bundle()
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            files = {f"package/{name}": archive.read(name) for name in archive.namelist()}
        self.files = {"": PAGE.encode(), "player.js": script, **files}
        page.set_default_timeout(20_000)
        page.route("**/*", self._serve)
        page.goto(HOST)
        page.wait_for_selector("qti-assessment-item")

    def _serve(self, route: Any) -> None:
        path = route.request.url.removeprefix(HOST)
        if path == "favicon.ico":
            route.fulfill(status=204)
        elif path in self.files:
            kind = TYPES[Path(path).suffix]
            route.fulfill(body=self.files[path], content_type=f"{kind}; charset=utf-8")
        else:
            route.fulfill(status=404)

    def open(self, name: str) -> Any:
        """Go to an item, unanswered, and return it."""
        self.page.evaluate(
            "name => document.querySelector('qti-test').navigateTo('item', name)", name
        )
        item = self.page.locator(f'qti-assessment-item[identifier="{name}"]')
        item.wait_for()
        self.page.wait_for_function(
            "() => { const t = document.querySelector('qti-test').getLoadingProgress();"
            " return t.isComplete; }"
        )
        return item

    def score(self, item: Any) -> tuple[float, str]:
        """End the attempt; return the score and the words of the feedback."""
        values = item.evaluate(
            "item => { item.processResponse(); return Object.fromEntries("
            "item.variables.map(v => [v.identifier, v.value])); }"
        )
        self.page.wait_for_timeout(50)
        told = item.locator("qti-modal-feedback").evaluate_all(
            "all => all.filter(f => f.shadowRoot.querySelector('dialog').open)"
            ".map(f => f.textContent)"
        )
        assert len(told) <= 1
        return float(values["SCORE"]), "".join(told)


def give(place: Any, item: Item, answer: Any) -> None:
    """Answer an item by mouse and keyboard."""
    match item.response:
        case Choice() | MultiChoice():
            for text in answer:
                _one(place.locator("qti-simple-choice"), clean(text)).click()
        case Categorise() | Matching():
            _fill_table(place, {clean(k): clean(v) for k, v in answer.items()})
        case Gap(bank=bank) if bank:
            for index, word in enumerate(answer):
                gap = place.locator("qti-inline-choice-interaction").nth(index)
                gap.get_by_role("button").first.click()
                _one(gap.locator("qti-inline-choice"), clean(word)).click()
        case Ordering(options=options):
            _put_in_order(place, [bare(option.text) for option in options], answer)
        case FreeText():
            place.locator("textarea").fill(answer)
        case _:
            for index, words in enumerate(answer):
                field = place.locator("qti-text-entry-interaction input").nth(index)
                field.fill(words)
                field.blur()


def _one(found: Any, text: str) -> Any:
    texts = [words.strip() for words in found.all_text_contents()]
    assert texts.count(text.strip()) == 1, (text, texts)
    return found.nth(texts.index(text.strip()))


def _fill_table(place: Any, answer: dict[str, str]) -> None:
    table = place.locator("qti-match-interaction table")
    columns = [words.strip() for words in table.locator("th").all_text_contents()]
    rows = table.locator("tr[part=row]")
    lefts = [words.strip() for words in rows.locator("td[part=c-header]").all_text_contents()]
    assert sorted(lefts) == sorted(left.strip() for left in answer)
    for left, right in answer.items():
        row = rows.nth(lefts.index(left.strip()))
        row.locator("input").nth(columns.index(right.strip())).click()


def _put_in_order(place: Any, stored: list[str], answer: list[str]) -> None:
    """Drag each element to its place; equal ones are taken as they come."""
    assert sorted(stored) == sorted(answer)
    page = place.page
    for index, text in enumerate(answer):
        waiting = place.locator("qti-order-interaction > qti-simple-choice")
        target = place.locator("drop-list").nth(index)
        # What is left moves to its new place before it can be taken again.
        for _ in range(3):
            page.wait_for_timeout(300)
            _drag(page, _first(waiting, text), target)
            if target.locator("qti-simple-choice").count():
                break


def _first(found: Any, text: str) -> Any:
    """Return the first element of these words that is not placed yet; those stay, unseen."""
    texts = found.evaluate_all(
        "all => all.map(each => getComputedStyle(each).opacity === '0' ? null"
        " : each.checkVisibility() ? each.textContent.trim() : null)"
    )
    return found.nth(texts.index(clean(text).strip()))


def _drag(page: Any, start: Any, end: Any) -> None:
    """Drag by mouse; what is left makes room as soon as an element is taken."""
    start.scroll_into_view_if_needed()
    x, y = _middle(start)
    page.mouse.move(x, y)
    page.mouse.down()
    page.wait_for_timeout(60)
    page.mouse.move(x + 8, y + 8, steps=4)
    page.wait_for_timeout(60)
    page.mouse.move(*_middle(end), steps=8)
    page.wait_for_timeout(60)
    page.mouse.move(*_middle(end))
    page.mouse.up()
    page.wait_for_timeout(100)


def _middle(place: Any) -> tuple[float, float]:
    box = place.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
