"""A kernel sends every state back, sometimes late: the learner's newest answer must stand."""

from typing import Any

import pytest

from quizgen import player
from quizgen.formats._player_payload import payload
from quizgen.model import Worksheet

_VIEWS = """async ([script, payload, count]) => {
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const { default: widget } = await import(url);
    const values = { kind: "section", payload, state: { items: {} } };
    const listeners = [];
    const model = window.model = {
        sent: [],
        get: (name) => values[name],
        set(name, value) {
            if (JSON.stringify(values[name]) === JSON.stringify(value)) return;
            values[name] = value;
            for (const [event, listener] of listeners) if (event === `change:${name}`) listener();
        },
        save_changes() { this.sent.push(structuredClone(values.state)); },
        on: (event, listener) => listeners.push([event, listener]),
        off: () => {},
    };
    for (let index = 0; index < count; index++) {
        const el = document.body.appendChild(document.createElement("main"));
        widget.render({ model, el });
    }
}"""


@pytest.fixture
def views(page: Any, worksheet: Worksheet) -> Any:
    """Return a page with two views of one section, whose model a test plays the kernel of."""
    sealed = player.encode(payload(worksheet, worksheet.sections[:1]))
    page.set_content("<!doctype html><html lang='id'><body></body></html>")
    page.evaluate(_VIEWS, [player.script(), sealed, 2])
    return page


def choose(views: Any, view: int, option: int) -> None:
    views.locator("main").nth(view).locator("label.qg-option").nth(option).click()


def chosen(views: Any, view: int) -> list[bool]:
    options = views.locator("main").nth(view).locator("label.qg-option input")
    return [bool(one) for one in options.evaluate_all("nodes => nodes.map((n) => n.checked)")][:3]


def test_an_older_state_that_comes_back_late_changes_nothing(views: Any) -> None:
    choose(views, 0, 0)
    choose(views, 0, 1)
    views.evaluate("model.set('state', model.sent[0])")
    assert chosen(views, 0) == [False, True, False]
    assert views.evaluate("model.get('state').turn") == 2


def test_another_view_of_the_section_follows_also_after_a_late_state(views: Any) -> None:
    choose(views, 0, 0)
    assert chosen(views, 1) == [True, False, False]
    choose(views, 1, 2)
    assert chosen(views, 0) == [False, False, True]
    views.evaluate("model.set('state', model.sent[0])")
    choose(views, 0, 1)
    assert chosen(views, 0) == chosen(views, 1) == [False, True, False]
