"""Python judges as the page does: the same answers, sent through both."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen import player
from quizgen.formats._player_payload import payload
from quizgen.player import grading
from tests.formats import sample

NODE = shutil.which("node")
_DRIVER = """
import { grade, normalise } from "./player.mjs";
let text = "";
for await (const chunk of process.stdin) text += chunk;
const { answers, texts } = JSON.parse(text);
const judged = answers.map(([item, answer]) => grade(item, answer));
console.log(JSON.stringify({ judged, forms: texts.map(([t, mode]) => normalise(t, mode)) }));
"""
TEXTS = [
    "Rp 1.250.000", "Rp1250000", "19:30", "5-5-2025", "8,7 persen", "8,7 persennya", "“antre”",
    "anak‑anak", " Kerja  sama. ", "(1.000)", "−5 °C", "1 250 ton", "ÉCLAIR", "x²", "10/20",
]  # fmt: skip


def items() -> list[dict[str, Any]]:
    sheet = sample.worksheet()
    sections = payload(sheet, sheet.sections)["sections"]
    return [item for section in sections for item in section["items"]]


def answers(item: dict[str, Any]) -> list[Any]:
    """Return answers of the right shape: empty, in order, and in reverse."""
    match item["response"]:
        case "choice":
            return [None, *range(len(item["options"]))]
        case "multi-choice":
            return [[], [0], [2, 0], list(range(len(item["options"])))]
        case "categorise":
            count = len(item["statements"])
            return [[None] * count, [0] * count, [1] * count, [0, 1, 1][:count]]
        case "gap" | "short-answer":
            keys = [accepted[0] for accepted in item["answers"]]
            return [[""] * len(keys), keys, keys[::-1], [f" {key.upper()}." for key in keys]]
        case "matching" | "ordering":
            count = len(item.get("pairs") or item["options"])
            return [list(range(count)), list(range(count))[::-1]]
        case _:
            return ["", "Sebuah jawaban."]


@pytest.mark.skipif(NODE is None, reason="node is not installed")
def test_both_graders_judge_alike(tmp_path: Path) -> None:
    (tmp_path / "player.mjs").write_text(player.script(), encoding="utf-8")
    (tmp_path / "driver.mjs").write_text(_DRIVER, encoding="utf-8")
    pairs = [(item, answer) for item in items() for answer in answers(item)]
    texts = [(text, mode) for text in TEXTS for mode in ("loose", "form", "exact")]
    done = subprocess.run(
        [str(NODE), str(tmp_path / "driver.mjs")],
        input=json.dumps({"answers": pairs, "texts": texts}),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    page = json.loads(done.stdout)
    ours = [grading.grade(item, answer)._asdict() for item, answer in pairs]
    assert [{**one, "parts": list(one["parts"])} for one in ours] == page["judged"]
    assert [grading.normalise(*one) for one in texts] == page["forms"]
    assert {one["right"] for one in ours} == {True, False}


@given(st.one_of(st.none(), st.integers(), st.text(), st.lists(st.one_of(st.none(), st.text()))))
def test_an_answer_of_another_shape_is_wrong_and_raises_nothing(answer: Any) -> None:
    for item in items():
        if not grading.is_valid(item, answer):
            assert grading.grade(item, answer) == grading.Grade(False, False, ())


def test_half_of_a_table_right_is_half_a_point() -> None:
    [item] = [one for one in items() if one["id"] == "true-false-dddd4444"]
    assert grading.share(item, [0, 1, 0]) == pytest.approx(2 / 3)


def test_several_right_options_count_all_or_none() -> None:
    [item] = [one for one in items() if one["id"] == "detail-cccc3333"]
    assert (grading.share(item, [2, 0]), grading.share(item, [0])) == (1.0, 0.0)
