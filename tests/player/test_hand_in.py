"""The file that is handed in: whole, checked, and nobody's work is replaced."""

import json
from pathlib import Path
from typing import Any

from quizgen.player.hand_in import check_sum, handed_in, write_hand_in

SITI = {"name": "Siti Aminah", "class": "XI-2"}
SHEET = {"article": "bus-listrik", "title": "Bus", "version": "", "fingerprint": "0" * 16}


def content(learner: dict[str, str] = SITI, **answers: Any) -> dict[str, Any]:
    return handed_in(learner, SHEET, answers, ["c2VnZWw="])


def test_the_file_names_text_and_learner_and_checks_itself(tmp_path: Path) -> None:
    path = write_hand_in(tmp_path, content(a={"answer": 1}))
    assert path.name == "bus-listrik.siti-aminah-xi-2.hasil.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept["check"] == check_sum(kept)
    kept["answers"]["a"]["answer"] = 2
    assert kept["check"] != check_sum(kept)


def test_handing_in_again_replaces_ones_own_file(tmp_path: Path) -> None:
    first = write_hand_in(tmp_path, content(a={"answer": 1}))
    again = write_hand_in(tmp_path, content(a={"answer": 2}))
    assert first == again
    assert json.loads(again.read_text(encoding="utf-8"))["answers"] == {"a": {"answer": 2}}


def test_another_learner_whose_name_is_written_alike_gets_a_file_of_his_own(
    tmp_path: Path,
) -> None:
    first = write_hand_in(tmp_path, content())
    other = write_hand_in(tmp_path, content({"name": "Siti, Aminah", "class": "XI 2"}))
    assert other != first
    assert len(list(tmp_path.iterdir())) == 2


def test_a_name_with_path_signs_stays_in_the_folder(tmp_path: Path) -> None:
    path = write_hand_in(tmp_path, content({"name": "../../x\\y:<z>", "class": ""}))
    assert path.parent == tmp_path
    assert path.name == "bus-listrik.x-y-z.hasil.json"
