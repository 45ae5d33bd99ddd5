"""The player's grading, run under node; what the page does is in ``browser``."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from quizgen import player
from quizgen.formats._player_payload import fingerprint, payload
from quizgen.model import Worksheet

from . import sample

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="node is not installed")

_DRIVER = """
import * as player from "./player.mjs";
let text = "";
for await (const chunk of process.stdin) text += chunk;
const calls = JSON.parse(text);
console.log(JSON.stringify(calls.map(([name, ...values]) => player[name](...values))));
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "player.mjs").write_text(player.script(), encoding="utf-8")
    (tmp_path / "driver.mjs").write_text(_DRIVER, encoding="utf-8")
    return tmp_path


def call(folder: Path, *calls: list[Any]) -> list[Any]:
    assert NODE
    done = subprocess.run(
        [NODE, str(folder / "driver.mjs")],
        input=json.dumps(calls),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    result: list[Any] = json.loads(done.stdout)
    return result


def items() -> dict[str, dict[str, Any]]:
    sheet = sample.worksheet()
    shown = payload(sheet, sheet.sections)["sections"]
    return {item["id"]: item for section in shown for item in section["items"]}


RIGHT: dict[str, Any] = {
    "detail-aaaa1111": 1,
    "detail-cccc3333": [2, 0],
    "true-false-dddd4444": [0, 1, 1],
    "gloss-match-eeee5555": [0, 1, 2],
    "short-answer-ffff6666": ["pada  februari 2024."],
    "sequence-aaaa8888": [0, 1, 2, 3],
    "banked-cloze-bbbb1111": ["dipilih", "mengisi", "dilatih"],
    "word-order-bbbb3333": [0, 1, 2, 3],
}
WRONG: dict[str, Any] = {
    "detail-aaaa1111": 2,
    "detail-cccc3333": [0],
    "true-false-dddd4444": [0, 1, 0],
    "gloss-match-eeee5555": [1, 0, 2],
    "short-answer-ffff6666": ["Februari 2023"],
    "sequence-aaaa8888": [1, 0, 2, 3],
    "banked-cloze-bbbb1111": ["mengisi", "dipilih", "dilatih"],
    "word-order-bbbb3333": [2, 0, 3, 1],
}


@needs_node
@pytest.mark.parametrize("name", RIGHT)
def test_the_right_answer_counts_and_a_wrong_one_does_not(folder: Path, name: str) -> None:
    item = items()[name]
    right, wrong = call(folder, ["grade", item, RIGHT[name]], ["grade", item, WRONG[name]])
    assert (right["right"], wrong["right"]) == (True, False)
    assert right["complete"]
    assert all(right["parts"])


@needs_node
def test_an_untouched_item_is_neither_complete_nor_right(folder: Path) -> None:
    for item in items().values():
        [empty] = call(folder, ["emptyAnswer", item])
        [result] = call(folder, ["grade", item, empty])
        assert not result["right"], item["id"]
        assert result["complete"] is (item["response"] == "ordering"), item["id"]


@needs_node
def test_several_short_answers_may_stand_in_any_order_but_not_twice(folder: Path) -> None:
    item = items()["short-answer-ffff7777"]
    first, second = (accepted[0] for accepted in item["answers"])
    swapped, doubled = call(
        folder, ["grade", item, [second, first]], ["grade", item, [first, first]]
    )
    assert swapped["right"]
    assert doubled["parts"] == [True, False]


SAME = [
    ("Rp 5", "Rp5"),
    ("Rp1.250.000", "Rp1250000"),
    ("BURSA efek  Indonesia.", "Bursa Efek Indonesia"),
    ("5-5-2025", "5/5/2025"),
    ("pukul 19:30", "Pukul 19.30"),
    ("8,7 persen", "8,7%"),
    ("“antre”", "'antre'"),
]
DIFFERENT = [
    ("4,8 miliar", "48 miliar"),
    ("1,250 ton", "1.250 ton"),
    ("5/5/2025", "55/2025"),
    ("-nya", "dia"),
    ("10 ton", "10 kilogram"),
]


@needs_node
def test_loose_comparison_forgives_case_spaces_and_signs_but_no_value(folder: Path) -> None:
    forms = call(folder, *(["normalise", text] for pair in SAME + DIFFERENT for text in pair))
    pairs = list(zip(forms[::2], forms[1::2], strict=True))
    assert [left == right for left, right in pairs[: len(SAME)]] == [True] * len(SAME)
    assert [left == right for left, right in pairs[len(SAME) :]] == [False] * len(DIFFERENT)


@needs_node
def test_language_items_ask_for_the_form_and_spelling_items_for_every_sign(folder: Path) -> None:
    def same(left: str, right: str, mode: str) -> bool:
        one, other = call(folder, ["normalise", left, mode], ["normalise", right, mode])
        return bool(one == other)

    assert same("Kerja sama.", "kerja  sama", "form")
    assert not same("kerjasama", "kerja sama", "form")
    assert not same("anak anak", "anak-anak", "form")
    assert same(" hari Senin ", "hari Senin", "exact")
    assert not same("hari senin", "hari Senin", "exact")


@needs_node
def test_a_stored_state_that_does_not_fit_starts_empty(folder: Path) -> None:
    item = items()["true-false-dddd4444"]
    entry = {"answer": [0, 1, 7], "checked": True, "right": True}
    for saved in ({"items": {item["id"]: entry}}, {"items": 3}, {"other": []}, None):
        [state] = call(folder, ["restore", [item], saved])
        assert state["items"][item["id"]]["answer"] == [None, None, None]
        assert state["score"] == {"right": 0, "total": 1}


@needs_node
def test_a_restored_answer_is_judged_anew(folder: Path) -> None:
    item = items()["detail-aaaa1111"]
    entry = {"answer": 2, "checked": True, "right": True, "tries": 1}
    [state] = call(folder, ["restore", [item], {"items": {item["id"]: entry}}])
    assert state["items"][item["id"]]["checked"]
    assert state["score"]["right"] == 0


@needs_node
def test_a_revealed_item_never_counts(folder: Path) -> None:
    item = items()["detail-aaaa1111"]
    entry = {"answer": 1, "checked": True, "right": True, "revealed": True}
    [state] = call(folder, ["restore", [item], {"items": {item["id"]: entry}}])
    assert state["score"] == {"right": 0, "total": 1}


@needs_node
def test_an_essay_is_not_counted(folder: Path) -> None:
    [state] = call(folder, ["restore", [items()["essay-aaaa9999"]], None])
    assert state["score"]["total"] == 0


@needs_node
def test_the_page_decodes_what_python_encodes(folder: Path) -> None:
    data = {"kunci": "“é” – ½ 🙂", "n": [1, None, True]}
    assert call(folder, ["decode", player.encode(data)]) == [data]


def test_encoding_hides_words_and_comes_back() -> None:
    data = {"why": "Teks tidak memuat permintaan dari sopir (kalimat 9)."}
    assert "permintaan" not in player.encode(data)
    assert player.decode(player.encode(data)) == data


def test_the_fingerprint_follows_the_items(worksheet: Worksheet) -> None:
    assert fingerprint(worksheet) == fingerprint(sample.worksheet())
    assert fingerprint(worksheet) != fingerprint(sample.hostile())


def test_the_script_holds_no_language_of_its_own() -> None:
    words = ("Jawaban", "Benar.", "Periksa", "kalimat", "paragraf", "Correct")
    assert [word for word in words if word in player.script()] == []


def test_the_script_never_writes_markup() -> None:
    forbidden = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
    assert [word for word in forbidden if word in player.script()] == []
