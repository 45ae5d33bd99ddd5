"""What the parts of a notebook show and keep, without a notebook."""

import json
from pathlib import Path
from typing import Any

import pytest

from quizgen import player
from quizgen.formats.ipynb import content
from quizgen.player.hand_in import check_sum
from quizgen.player.workbook import Workbook
from tests.formats import sample
from tests.player.widgets import Widget

RIGHT = {"answer": 1, "first": 2, "checked": True, "right": True}
CHOICE = "detail-aaaa1111"


def workbook(folder: Path, widget: Any = Widget) -> Workbook:
    return Workbook(content(sample.worksheet()), widget, folder)


def answer(book: Workbook) -> None:
    book.show(1).say({"items": {CHOICE: RIGHT}, "score": {}})


def test_an_answer_moves_the_score_and_the_count_of_what_is_answered(tmp_path: Path) -> None:
    book = workbook(tmp_path)
    score, box = book.score(), book.hand_in()
    assert (score.data["right"], score.data["total"]) == (0, 11)
    answer(book)
    assert (score.data["right"], score.data["tried"]) == (1, 1)
    assert sum(row["right"] for row in score.data["rows"]) == 1
    assert sum(row["total"] for row in score.data["rows"]) == 11
    assert box.data["answered"] == 1


def test_answers_are_there_again_in_a_new_kernel(tmp_path: Path) -> None:
    answer(workbook(tmp_path))
    again = workbook(tmp_path)
    assert again.show(1).state["items"] == {CHOICE: RIGHT}
    assert again.points()["right"] == 1


def test_a_part_is_the_same_widget_each_time(tmp_path: Path) -> None:
    book = workbook(tmp_path)
    assert book.show(1) is book.show(1)
    assert book.learner() is book.learner()


def test_nothing_is_handed_in_without_a_name(tmp_path: Path) -> None:
    book = workbook(tmp_path)
    book.hand_in().say({"count": 1})
    assert book.hand_in().data["problem"] == book.labels["name_first"]
    assert list(tmp_path.iterdir()) == []


def test_the_file_to_hand_in_has_name_answers_and_sealed_questions(tmp_path: Path) -> None:
    book = workbook(tmp_path)
    book.learner().say({"name": "Siti", "class": "XI-2"})
    answer(book)
    book.hand_in().say({"count": 1})
    shown = book.hand_in().data
    made = json.loads((tmp_path / shown["file"]).read_text(encoding="utf-8"))
    assert made == json.loads(shown["text"])
    assert made["learner"] == {"name": "Siti", "class": "XI-2"}
    assert made["answers"] == {CHOICE: RIGHT}
    assert made["check"] == check_sum(made)
    [sections] = [player.decode(text)["sections"] for text in made["sealed"][:1]]
    assert sections[0]["items"][0]["type"] == "detail"


def test_a_folder_that_cannot_be_written_is_told_where_one_hands_in(tmp_path: Path) -> None:
    book = workbook(tmp_path / "tidak-ada")
    book.profile.read = lambda: {"name": "Siti", "class": ""}  # type: ignore[method-assign]
    book.hand_in().say({"count": 1})
    assert "tidak-ada" in book.hand_in().data["problem"]


def test_a_word_is_reviewed_and_the_next_one_comes(tmp_path: Path) -> None:
    book = workbook(tmp_path)
    card = book.review()
    first = card.data["word"]["word"]
    card.say({"word": first, "rating": 4, "count": 1})
    assert card.data["word"] is None or card.data["word"]["word"] != first
    assert card.data["known"] == 1


def test_without_anywidget_each_part_says_so_and_the_score_is_a_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = workbook(tmp_path, None)
    assert book.show(1) is None
    assert book.score() is None
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [book.labels["notebook_missing"]] * 2 + ["Jawaban benar: 0 dari 11"]
    assert all(row["name"] in "\n".join(lines[3:]) for row in book.points()["rows"])


def test_the_learners_source_tells_neither_key_nor_meaning() -> None:
    text = json.dumps(content(sample.worksheet()), ensure_ascii=False)
    assert '"correct"' not in text
    assert "ungkapan rasa tidak puas" not in text
