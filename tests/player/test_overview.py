"""Progress in a course, from the files of its texts."""

import json
from pathlib import Path

from quizgen.player.overview import overview

TEXTS = [
    {"article": "a", "name": "Teks A", "ids": ["x", "y"]},
    {"article": "b", "name": "Teks B", "ids": ["z"]},
]


def test_each_text_is_a_row_and_only_its_own_items_count(tmp_path: Path) -> None:
    items = {"x": {"checked": True, "right": True}, "lama": {"checked": True, "right": True}}
    (tmp_path / "a.progress.json").write_text(json.dumps({"items": items}), encoding="utf-8")
    shown = overview(TEXTS, tmp_path)
    assert shown["rows"][0] == {"name": "Teks A", "right": 1, "tried": 1, "total": 2}
    assert (shown["right"], shown["tried"], shown["total"]) == (1, 1, 3)


def test_a_broken_file_counts_as_no_answers(tmp_path: Path) -> None:
    (tmp_path / "a.progress.json").write_text('{"items": [', encoding="utf-8")
    (tmp_path / "b.progress.json").write_text('{"items": 3}', encoding="utf-8")
    assert overview(TEXTS, tmp_path)["tried"] == 0
