"""How a learner answers each kind of item, by mouse and by keyboard alone."""

from collections.abc import Callable
from typing import Any

Answer = Callable[[Any, Any], None]
"""Puts an answer, in the shape that the player keeps, into an item on the page."""


def by_mouse(item: Any, response: str, answer: Any) -> None:
    """Answer an item and have it judged."""
    _MOUSE[response](item, answer)
    item.get_by_role("button", name="Periksa jawaban", exact=True).click()


def by_keyboard(item: Any, response: str, answer: Any) -> None:
    """Answer an item and have it judged without touching the mouse."""
    _KEYS[response](item, answer)
    button = item.get_by_role("button", name="Periksa jawaban", exact=True)
    button.focus()
    button.press("Enter")


def _click_option(item: Any, answer: int) -> None:
    item.locator("label.qg-option").nth(answer).click()


def _click_options(item: Any, answer: list[int]) -> None:
    for index in answer:
        item.locator("label.qg-option").nth(index).click()


def _click_cells(item: Any, answer: list[int]) -> None:
    for row, column in enumerate(answer):
        item.locator("tbody tr").nth(row).locator("label").nth(column).click()


def _fill(item: Any, answer: list[str]) -> None:
    for index, text in enumerate(answer):
        item.locator("input.qg-input").nth(index).fill(text)


def _fill_gaps(item: Any, answer: list[str]) -> None:
    if item.locator("select").count():
        for index, text in enumerate(answer):
            item.locator("select").nth(index).select_option(text)
    else:
        _fill(item, answer)


def _fill_essay(item: Any, answer: str) -> None:
    item.locator("textarea").fill(answer)


def _choose_pairs(item: Any, answer: list[int]) -> None:
    for row, index in enumerate(answer):
        item.locator("select").nth(row).select_option(str(index))


def _drag_rows(item: Any, answer: list[int]) -> None:
    """Drag each row to its place, from the top."""
    for place, index in enumerate(answer):
        row = _row(item, index).locator(".qg-grip")
        row.scroll_into_view_if_needed()
        start = row.bounding_box()
        goal = item.locator(".qg-order li").nth(place).bounding_box()
        mouse = item.page.mouse
        mouse.move(start["x"] + 5, start["y"] + start["height"] / 2)
        mouse.down()
        mouse.move(start["x"] + 5, goal["y"] + 4, steps=6)
        mouse.up()


def _row(item: Any, index: int) -> Any:
    """Return a row by the option it holds; by its words one would find others too."""
    return item.locator(f'.qg-order li[data-index="{index}"]')


def _press_option(item: Any, answer: int) -> None:
    inputs = item.locator("label.qg-option input")
    inputs.first.focus()
    inputs.first.press("Space")
    for index in range(answer):
        inputs.nth(index).press("ArrowDown")


def _press_options(item: Any, answer: list[int]) -> None:
    for index in answer:
        field = item.locator("label.qg-option input").nth(index)
        field.focus()
        field.press("Space")


def _press_cells(item: Any, answer: list[int]) -> None:
    for row, column in enumerate(answer):
        fields = item.locator("tbody tr").nth(row).locator("input")
        fields.first.focus()
        fields.first.press("Space")
        for index in range(column):
            fields.nth(index).press("ArrowRight")


def _type(item: Any, answer: list[str]) -> None:
    for index, text in enumerate(answer):
        field = item.locator("input.qg-input").nth(index)
        field.focus()
        field.press_sequentially(text)


def _type_gaps(item: Any, answer: list[str]) -> None:
    if item.locator("select").count():
        for index, text in enumerate(answer):
            _type_to_select(item.locator("select").nth(index), text)
    else:
        _type(item, answer)


def _type_to_select(field: Any, text: str) -> None:
    """Choose from a list by the first letters of an entry."""
    field.focus()
    field.press_sequentially(text)


def _press_pairs(item: Any, answer: list[int]) -> None:
    for row, index in enumerate(answer):
        field = item.locator("select").nth(row)
        values = field.locator("option").evaluate_all("nodes => nodes.map((node) => node.value)")
        field.focus()
        for _ in range(values.index(str(index))):
            field.press("ArrowDown")


def _type_essay(item: Any, answer: str) -> None:
    item.locator("textarea").focus()
    item.locator("textarea").press_sequentially(answer)


def _press_rows(item: Any, answer: list[int]) -> None:
    """Move each row up to its place with its button."""
    for place, index in enumerate(answer):
        shown = item.locator(".qg-order li").evaluate_all(
            "nodes => nodes.map((node) => Number(node.dataset.index))"
        )
        for _ in range(shown.index(index) - place):
            up = _row(item, index).locator(".qg-move").first
            up.focus()
            up.press("Enter")


_MOUSE: dict[str, Answer] = {
    "choice": _click_option,
    "multi-choice": _click_options,
    "categorise": _click_cells,
    "gap": _fill_gaps,
    "short-answer": _fill,
    "free-text": _fill_essay,
    "matching": _choose_pairs,
    "ordering": _drag_rows,
}
_KEYS: dict[str, Answer] = {
    "choice": _press_option,
    "multi-choice": _press_options,
    "categorise": _press_cells,
    "gap": _type_gaps,
    "short-answer": _type,
    "free-text": _type_essay,
    "matching": _press_pairs,
    "ordering": _press_rows,
}
