"""What a learner has done outlives kernels, broken files and other notebooks."""

import json
from pathlib import Path

import pytest

from quizgen.player.keeping import Profile, Progress
from quizgen.wording import notebook_labels

WORDS = notebook_labels("id")


def test_a_broken_file_is_kept_under_another_name_and_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "teks.progress.json"
    for number, content in enumerate(("{", "[1]"), start=1):
        path.write_text(content, encoding="utf-8")
        assert Progress(path, WORDS).items == {}
        kept = tmp_path / f"teks.progress.broken-{number}.json"
        assert kept.read_text(encoding="utf-8") == content
        assert kept.name in capsys.readouterr().out


def test_a_file_without_answers_is_filled_and_keeps_what_else_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "teks.progress.json"
    path.write_text('{"items": 3, "catatan": "x"}', encoding="utf-8")
    Progress(path, WORDS).save({"baru": {"answer": 2}})
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept == {"items": {"baru": {"answer": 2}}, "catatan": "x"}


def test_two_kernels_on_one_text_lose_no_answer_of_each_other(tmp_path: Path) -> None:
    path = tmp_path / "teks.progress.json"
    one, other = Progress(path, WORDS), Progress(path, WORDS)
    one.save({"a": {"answer": 1}, "b": {"answer": None}})
    other.save({"c": {"answer": 2}})
    one.save({"a": {"answer": 3}, "b": {"answer": None}})
    kept = Progress(path, WORDS).items
    assert kept == {"a": {"answer": 3}, "b": {"answer": None}, "c": {"answer": 2}}
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_folder_that_cannot_be_written_is_a_problem_in_one_line(tmp_path: Path) -> None:
    progress = Progress(tmp_path / "tidak-ada" / "a.json", WORDS)
    assert progress.problem == ""
    progress.save({"x": {"answer": 1}})
    assert "a.json: " in progress.problem
    assert "\n" not in progress.problem


def test_the_name_is_asked_once_for_all_notebooks_of_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "siswa.json"
    assert Profile(path, WORDS).read() == {"name": "", "class": ""}
    Profile(path, WORDS).save({"name": "Siti", "class": "XI-2"})
    assert Profile(path, WORDS).read() == {"name": "Siti", "class": "XI-2"}
