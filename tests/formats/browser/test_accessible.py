"""The HTML worksheet by WCAG 2.2 AA: axe-core, the keyboard alone, and print; without a network."""

import itertools
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from quizgen import corpus, pipeline
from quizgen.formats import html
from quizgen.interfaces import exercises
from quizgen.lesson import with_lesson
from quizgen.model import Edition, FreeText, Section, Worksheet
from quizgen.worksheet import Plan

from .. import sample

AXE = "axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TEXT = "putin-pyongyang-6"
KINDS = {kind for exercise in exercises() for kind in exercise.responses}
RUN = "(tags) => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"
FOCUS = """() => {
  const node = document.activeElement, style = getComputedStyle(node);
  return {tag: node.tagName, type: node.type, text: node.textContent.trim(),
    seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    top: node.getBoundingClientRect().top, bottom: node.getBoundingClientRect().bottom,
    height: innerHeight, bar: document.querySelector('.bar-slot').contains(node)};
}"""


@cache
def axe() -> str:
    """Return the script of axe-core; skip where it is not installed."""
    for folder in os.environ.get("NODE_PATH", "").split(os.pathsep):
        path = Path(folder) / AXE
        if folder and path.exists():
            return path.read_text(encoding="utf-8")
    pytest.skip("npm package axe-core is not on NODE_PATH")


@cache
def corpus_sheet() -> Worksheet:
    """Return a sheet of a text of the corpus with an item of every kind that we make."""
    document = corpus.load_document(TEXT)
    every = tuple(exercise.name for exercise in exercises())
    items = pipeline.vet(pipeline.make_items(document, types=every), document).kept
    whole = pipeline.make_worksheet(document, Plan(count=5))
    sections: list[Section] = []
    for kind in sorted(KINDS):
        of_kind = [item for item in items if item.response.kind == kind]
        plan = Plan(types=(of_kind[0].type,), count=2)
        one = pipeline.make_worksheet(document, plan, items=of_kind)
        sections += one.sections
    sections.sort(key=lambda section: section.hidden)
    made = replace(whole, sections=tuple(_numbered(sections)))
    assert {item.response.kind for _, item in made.items()} == KINDS
    return with_lesson(made)


def _numbered(sections: list[Section]) -> Iterator[Section]:
    first = 1
    for section in sections:
        yield replace(section, first=first)
        first += len(section.items)


SHEETS = {"corpus": corpus_sheet, "sample": sample.worksheet, "markup": sample.hostile}


@pytest.fixture
def show(page: Any, tmp_path: Path) -> Iterator[Any]:
    """Return what opens a sheet offline; at the end nothing else may have been asked for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(True)
    path = tmp_path / "lembar.html"

    def open_sheet(worksheet: Worksheet, edition: Edition = "student") -> Any:
        path.write_bytes(html.FORMAT.render(worksheet, edition=edition))
        page.goto(path.as_uri())
        if edition == "student":
            page.wait_for_selector("html.qg-on")
        return page

    yield open_sheet
    assert set(asked) <= {path.as_uri()}


def violations(page: Any) -> list[str]:
    page.evaluate(axe())
    found = page.evaluate(RUN, TAGS)["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("scheme", ("light", "dark"))
@pytest.mark.parametrize("edition", ("student", "teacher"))
@pytest.mark.parametrize("name", SHEETS)
def test_axe_finds_nothing(show: Any, name: str, edition: Edition, scheme: str) -> None:
    page = show(SHEETS[name](), edition)
    page.emulate_media(color_scheme=scheme)
    assert violations(page) == []
    if edition == "student":
        page.get_by_role("button", name="Periksa semua jawaban").click()
        assert violations(page) == []
    page.emulate_media(media="print")
    assert violations(page) == []


@pytest.mark.parametrize("width", (320, 1440))
def test_axe_finds_nothing_after_answers(show: Any, width: int) -> None:
    page = show(sample.worksheet())
    page.set_viewport_size({"width": width, "height": 900})
    for item in page.locator(".qg-item").all():
        field = item.locator("input, select, textarea").first
        kind = field.evaluate("node => node.type") if field.count() else ""
        if kind in ("radio", "checkbox"):
            field.check()
        elif kind == "select-one":
            field.select_option(index=1)
        elif kind:
            field.fill("jawaban")
        item.get_by_role("button", name="Periksa jawaban").click()
        for more in ("Lihat kalimatnya", "Tampilkan jawaban"):
            button = item.get_by_role("button", name=more)
            if button.count():
                button.click()
    assert violations(page) == []


def test_a_fault_would_be_found(show: Any) -> None:
    page = show(sample.worksheet())
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('.qg-instruction').style.color = '#999'")
    found = {each.split(":")[0] for each in violations(page)}
    assert {"html-has-lang", "color-contrast"} <= found


def focus(page: Any) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(FOCUS)
    return found


def by_keyboard(page: Any) -> Iterator[dict[str, Any]]:
    """Go through the page with the tabulator only, and yield what has the focus."""
    page.evaluate("document.activeElement.blur()")
    for _ in range(500):
        page.keyboard.press("Tab")
        found = focus(page)
        if found["tag"] == "BODY":
            return
        yield found
    raise AssertionError("the focus never leaves the page")


def answer(page: Any, found: dict[str, Any]) -> None:
    """Do with keys what the field in focus is for."""
    if found["type"] in ("radio", "checkbox"):
        page.keyboard.press("Space")
    elif found["tag"] == "SELECT":
        page.keyboard.press("ArrowDown")
    elif found["tag"] in ("INPUT", "TEXTAREA"):
        page.keyboard.type("jawaban")
    elif found["text"] in ("↓", "Periksa jawaban"):
        page.keyboard.press("Enter")


@pytest.mark.parametrize("name", ("corpus", "sample"))
def test_every_item_is_answered_by_keyboard_alone(show: Any, name: str) -> None:
    worksheet = SHEETS[name]()
    page = show(worksheet)
    for found in by_keyboard(page):
        assert found["seen"], found
        answer(page, found)
    for item in page.locator(".qg-item").all():
        told = "".join(item.locator(":is(.qg-feedback, .qg-more)").all_inner_texts())
        assert told, item.inner_text()
        assert "belum dijawab" not in told, item.inner_text()


def test_what_has_the_focus_is_in_view(show: Any) -> None:
    page = show(sample.worksheet())
    bar = page.locator(".bar-slot").evaluate("node => node.getBoundingClientRect().height")
    for found in by_keyboard(page):
        if not found["bar"] and found["tag"] != "ARTICLE":
            assert found["top"] >= 0 and found["bottom"] <= found["height"], found
            assert found["top"] < found["height"] - bar, found


@pytest.mark.parametrize("edition", ("student", "teacher"))
def test_print_shows_every_item_and_no_control(show: Any, edition: Edition) -> None:
    worksheet = corpus_sheet()
    page = show(worksheet, edition)
    page.emulate_media(media="print")
    assert page.locator(":is(button, input, select, textarea):visible").count() == 0
    text = page.locator("main").inner_text()
    for number, item in worksheet.items():
        assert f"{number}." in text
        for option in getattr(item.response, "options", ()):
            assert option.text.replace("*", "") in text
        if isinstance(item.response, FreeText) and edition == "student":
            assert item.response.model_answer not in text or not item.response.model_answer
    assert page.locator(".question:visible").count() >= len(list(worksheet.items()))


def test_the_colours_are_far_enough_apart(show: Any) -> None:
    """Axe leaves single signs and what lies under the bar undecided; the pairs are these."""
    page = show(sample.worksheet())
    names = ("ink", "soft", "paper", "tint", "accent", "on-accent", "right", "right-tint",
             "wrong", "wrong-tint", "mark", "on-mark", "line")  # fmt: skip
    texts = [
        *itertools.product(("ink", "soft", "accent"), ("paper", "tint")),
        ("on-accent", "accent"), ("right", "paper"), ("right", "right-tint"), ("wrong", "paper"),
        ("wrong", "wrong-tint"), ("ink", "right-tint"), ("ink", "wrong-tint"), ("on-mark", "mark"),
    ]  # fmt: skip
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        look = "(name) => getComputedStyle(document.querySelector('.qg')).getPropertyValue(name)"
        colours = {name: page.evaluate(look, f"--qg-{name}").strip() for name in names}
        for one, other in texts:
            assert contrast(colours[one], colours[other]) >= 4.5, (scheme, one, other)
        assert contrast(colours["line"], colours["paper"]) >= 3, scheme


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours such as #1c2430, as WCAG defines it."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
