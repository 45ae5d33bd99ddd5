"""The notebook as a learner meets it: run, answer, restart, hand in."""

import json
from pathlib import Path
from typing import Any

import pytest

from quizgen.formats import ipynb
from quizgen.formats._player_payload import payload
from quizgen.model import Worksheet

from .answering import by_keyboard, by_mouse
from .lab import FILE, item, part, restart, run_all, served

pytest.importorskip("jupyterlab", reason="JupyterLab is not installed")
pytest.importorskip("notebook", reason="Notebook 7 is not installed")

PROGRESS, HANDED_IN = (
    "bus-sekolah-listrik.progress.json",
    "bus-sekolah-listrik.siti-xi-2.hasil.json",
)


def right_answer(one: dict[str, Any]) -> Any:
    """Return the key in the shape that the player keeps."""
    match one["response"]:
        case "choice":
            return next(i for i, option in enumerate(one["options"]) if option["correct"])
        case "multi-choice":
            return [i for i, option in enumerate(one["options"]) if option["correct"]]
        case "categorise":
            return [one["categories"].index(row["category"]) for row in one["statements"]]
        case "gap" | "short-answer":
            return [accepted[0] for accepted in one["answers"]]
        case "free-text":
            return "dd b a x"  # keys that would delete and add cells
        case _:
            return list(range(len(one.get("pairs") or one["options"])))


def items(worksheet: Worksheet) -> list[dict[str, Any]]:
    sections = payload(worksheet, worksheet.sections)["sections"]
    return [one for section in sections for one in section["items"]]


@pytest.mark.parametrize(
    ("application", "answer"), [("jupyterlab", by_keyboard), ("notebook", by_mouse)]
)
def test_every_kind_is_answered_judged_kept_and_handed_in(
    chromium: Any, worksheet: Worksheet, tmp_path: Path, application: str, answer: Any
) -> None:
    (tmp_path / FILE).write_bytes(ipynb.FORMAT.render(worksheet, edition="student"))
    with served(application, tmp_path) as address:
        context = chromium.new_context(viewport={"width": 1200, "height": 1000})
        page = context.new_page()
        run_all(page, address)
        cells = page.locator(".jp-Cell").count()
        introduce(page)
        for one in items(worksheet):
            answer(item(page, one["id"]), one["response"], right_answer(one))
            judged(page, one)
        assert page.locator(".jp-Cell").count() == cells
        part(page, "score").get_by_text("Jawaban benar: 11 dari 11").wait_for()
        restart(page)
        part(page, "score").get_by_text("Jawaban benar: 11 dari 11").wait_for()
        part(page, "learner").get_by_text("Halo, Siti · XI-2!").wait_for()
        for one in items(worksheet):
            judged(page, one)
        hand_in(page)
        context.close()
    kept = json.loads((tmp_path / PROGRESS).read_text(encoding="utf-8"))["items"]
    made = json.loads((tmp_path / HANDED_IN).read_text(encoding="utf-8"))
    assert made["answers"] == kept
    assert {one["id"]: kept[one["id"]]["first"] for one in items(worksheet)} == {
        one["id"]: kept[one["id"]]["answer"] for one in items(worksheet)
    }


def introduce(page: Any) -> None:
    form = part(page, "learner")
    form.get_by_label("Nama").fill("Siti")
    form.get_by_label("Kelas").fill("XI-2")
    form.get_by_label("Kelas").press("Enter")
    form.get_by_text("Halo, Siti · XI-2!").wait_for()


def judged(page: Any, one: dict[str, Any]) -> None:
    """Wait for what the player says of an answered item; of an essay it shows the rubric."""
    told = ".qg-rubric" if one["response"] == "free-text" else ".qg-feedback.qg-is-right"
    item(page, one["id"]).locator(told).wait_for()


def hand_in(page: Any) -> None:
    box = part(page, "hand-in")
    box.get_by_role("button", name="Buat berkas hasil").click()
    box.get_by_text(HANDED_IN).wait_for()


def test_a_wrong_answer_gets_hint_reason_and_sentence_and_a_word_is_reviewed(
    chromium: Any, worksheet: Worksheet, tmp_path: Path
) -> None:
    (tmp_path / FILE).write_bytes(ipynb.FORMAT.render(worksheet, edition="student"))
    with served("jupyterlab", tmp_path) as address:
        context = chromium.new_context(viewport={"width": 1200, "height": 1000})
        page = context.new_page()
        run_all(page, address)
        place = item(page, "detail-aaaa1111")
        place.get_by_role("button", name="Petunjuk", exact=True).click()
        place.get_by_text("Petunjuk: bacalah paragraf").wait_for()
        by_mouse(place, "choice", 2)
        place.locator(".qg-is-wrong").get_by_text("C.").wait_for()
        place.get_by_role("button", name="Lihat kalimatnya").click()
        place.locator(".qg-evidence mark").first.wait_for()
        card = part(page, "review")
        first = card.locator(".qg-card-word").inner_text()
        card.get_by_role("button", name="Tampilkan arti").press("Enter")
        card.get_by_role("button", name="Mudah").press("4")
        page.wait_for_function(
            "first => document.querySelector('.qg-card-word')?.textContent !== first", arg=first
        )
        context.close()
    kept = json.loads((tmp_path / "kosakata.json").read_text(encoding="utf-8"))
    assert len(kept["cards"]) == 1
