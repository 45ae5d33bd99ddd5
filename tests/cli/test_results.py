"""``quizgen results``."""

import json
from pathlib import Path

import pytest
from formats import sample
from results import handins


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kumpulan"
    made.mkdir()
    count = len(handins.items_of(sample.worksheet()))
    matrix = [[True] * at + [False] * (count - at) for at in range(count)]
    handins.write_class(made, sample.worksheet(), matrix)
    return made


def test_a_table_is_printed_and_nothing_written(run, folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    result = run("results", folder)
    assert result.exit_code == 0
    assert "12 students, 11 items, mean" in result.output
    assert "Siswa 03" in result.output
    assert sorted(tmp_path.rglob("*")) == before


def test_a_broken_file_is_named_and_the_rest_counted(run, folder):
    (folder / "rusak.hasil.json").write_text("{", encoding="utf-8")
    result = run("results", folder)
    assert result.exit_code == 1
    assert "Skipped rusak.hasil.json: no whole JSON file" in result.stderr
    assert "12 students" in result.stdout


def test_a_file_of_another_kind_is_named_but_no_fault(run, folder):
    (folder / "foto.jpg").write_bytes(b"")
    result = run("results", folder)
    assert result.exit_code == 0
    assert "Skipped foto.jpg: no .json file." in result.stderr


def test_workbook_and_page_are_written_where_asked_and_kept_without_force(run, folder, tmp_path):
    out = tmp_path / "rekap"
    result = run("results", folder, "--out", out)
    assert result.exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["rekap-hasil.html", "rekap-hasil.xlsx"]
    again = run("results", folder, "--out", out)
    assert again.exit_code == 2
    assert "--force" in again.stderr
    assert run("results", folder, "--out", out, "--force").exit_code == 0


def test_results_beside_the_hand_ins_are_no_hand_ins(run, folder):
    run("results", folder, "--out", folder, "--format", "json,xlsx,html")
    result = run("results", folder, "--format", "json")
    assert result.stderr == ""
    assert json.loads(result.stdout)["skipped"] == []


def test_json_says_which_attempt_it_is_about(run, folder):
    record = json.loads(run("results", folder, "--format", "json", "--attempt", "last").stdout)
    assert record["attempt"] == "last"
    assert len(record["students"]) == 12


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "xlsx"], "Give --out FOLDER for xlsx."),
        (["--format", "pdf"], "choose from: table, json, xlsx, html"),
        (["--format", "table", "--out", "x"], "A table is printed only"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is_read(run, tmp_path, arguments, told):
    result = run("results", tmp_path, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_folder_that_is_not_there_is_told_in_one_line(run, tmp_path):
    result = run("results", tmp_path / "tidak-ada")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "no such folder" in result.stderr
