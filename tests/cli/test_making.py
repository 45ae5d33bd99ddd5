"""items, worksheet, notebook, lint."""

import json

import pytest
import yaml

from quizgen.course.words import PAGES
from quizgen.interfaces import editions_of, formats
from quizgen.records import read_jsonl


def names(folder) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def test_items_are_printed_one_json_object_a_line(run, text_file):
    result = run("items", text_file)
    items = read_jsonl(result.stdout, source="stdout")
    assert [item.id for item in items] == [f"repeat-s{number}" for number in (1, 2, 3, 4)]


def test_items_as_yaml_are_the_same_records(run, text_file):
    lines = run("items", text_file).stdout.splitlines()
    records = yaml.safe_load(run("items", text_file, "--format", "yaml").stdout)
    *records, memory = records
    assert records == [json.loads(line) for line in lines]
    assert set(memory) == {"made", "dropped"}


def test_items_as_a_table_have_a_line_each(run, text_file):
    lines = run("items", text_file, "--format", "table").stdout.splitlines()
    assert lines[0].split() == ["id", "type", "level", "prompt"]
    assert len(lines) == 5


def test_items_are_limited_to_count_level_types_and_paragraphs(run, text_file):
    assert len(run("items", text_file, "--count", 2).stdout.splitlines()) == 2
    easy = read_jsonl(run("items", text_file, "--level", 3).stdout, source="stdout")
    assert easy
    assert all(item.level <= 3 for item in easy)
    second = read_jsonl(run("items", text_file, "--paragraphs", "2").stdout, source="stdout")
    assert [item.id for item in second] == ["repeat-s3", "repeat-s4"]
    other = read_jsonl(run("items", text_file, "--types", "again").stdout, source="stdout")
    assert {item.type for item in other} == {"again"}


def test_items_that_break_a_rule_are_counted_on_standard_error(run, rules, text_file):
    rules.block("repeat-s2")
    result = run("items", text_file)
    assert "repeat-s2" not in result.stdout
    assert result.stderr == "Dropped 1 candidate: 1 no-key.\n"


def test_a_worksheet_is_made_as_docx_and_pdf_in_both_editions(run, text_file, tmp_path):
    out = tmp_path / "out"
    result = run("worksheet", text_file, "--out", out, "--count", 4)
    assert result.exit_code == 0, result.stderr
    assert names(out) == {
        "perahu.student.docx",
        "perahu.teacher.docx",
        "perahu.student.pdf",
        "perahu.teacher.pdf",
    }
    assert {line.strip() for line in result.stdout.splitlines()} == {
        str(path) for path in out.iterdir()
    }


def test_versions_are_lettered(run, text_file, tmp_path):
    out = tmp_path / "out"
    run(
        "worksheet",
        text_file,
        "--format",
        "md",
        "--versions",
        2,
        "--edition",
        "student",
        "--out",
        out,
    )
    assert names(out) == {"perahu.student.A.md", "perahu.student.B.md"}


def test_all_means_every_format_but_the_notebook(run, text_file, tmp_path):
    out = tmp_path / "out"
    run("worksheet", text_file, "--format", "all", "--edition", "student", "--out", out)
    expected = {
        f"perahu.{'student' if 'student' in editions_of(each) else 'teacher'}{each.suffix}"
        for each in formats()
        if each.name != "ipynb"
    }
    assert names(out) == expected


def test_a_format_that_holds_the_key_has_only_a_teachers_edition(run, text_file, tmp_path):
    out = tmp_path / "out"
    result = run("worksheet", text_file, "--format", "gift,md", "--out", out)
    assert names(out) == {"perahu.teacher.gift.txt", "perahu.student.md", "perahu.teacher.md"}
    assert "gift has no student's edition: its file always holds the key." in result.stderr
    assert "md has no" not in result.stderr


def test_what_a_format_cannot_hold_of_a_sheet_is_said(run, text_file, tmp_path):
    result = run("worksheet", text_file, "--format", "kahoot", "--out", tmp_path / "hasil")
    assert result.exit_code == 0
    assert "kahoot holds no passage: hand it out or show it" in result.stderr


def test_the_same_call_writes_the_same_bytes(run, text_file, tmp_path):
    for folder in ("a", "b"):
        run("worksheet", text_file, "--seed", 7, "--out", tmp_path / folder)
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}
        for folder in ("a", "b")
    )
    assert first
    assert first == second


def test_a_short_sheet_says_so_on_standard_error(run, rules, text_file, tmp_path):
    rules.block("repeat-s1")
    result = run("worksheet", text_file, "--format", "md", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "Dropped 1 candidate: 1 no-key.",
        "Only 3 of 10 items are good enough; for more, try a longer text or one of"
        " 'quizgen list', or add your own to a file of 'quizgen items --format yaml'.",
    ]


def test_without_a_good_item_nothing_is_written(run, rules, text_file, tmp_path):
    for number in (1, 2, 3, 4):
        rules.block(f"repeat-s{number}")
    result = run("worksheet", text_file, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert (
        "Error: perahu: no item is good enough; try another text, such as a longer article"
        " or one of 'quizgen list'" in result.stderr
    )
    assert "No repeat item: the item rules dropped all its candidates (4)." in result.stderr
    assert names(tmp_path / "out") == set()


def test_a_file_in_the_way_stops_the_whole_worksheet(run, text_file, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "perahu.teacher.md").write_bytes(b"old")
    arguments = ("worksheet", text_file, "--format", "md", "--out", out)
    result = run(*arguments)
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert names(out) == {"perahu.teacher.md"}
    assert run(*arguments, "--force").exit_code == 0
    assert (out / "perahu.teacher.md").read_bytes() != b"old"


@pytest.mark.parametrize("form", ["jsonl", "yaml"])
def test_a_worksheet_is_made_from_edited_items(run, text_file, tmp_path, form):
    items = tmp_path / f"soal.{form}"
    text = run("items", text_file, "--format", form).stdout
    items.write_text(text.replace("Apa isi kalimat 2", "Apa kata kalimat 2"), encoding="utf-8")
    out = tmp_path / "out"
    result = run("worksheet", items, "--article", text_file, "--format", "md", "--out", out)
    assert result.exit_code == 0, result.stderr
    assert "Apa kata kalimat 2" in (out / "perahu.student.md").read_text(encoding="utf-8")


def test_a_file_of_items_needs_its_article(run, tmp_path):
    (tmp_path / "soal.jsonl").write_text("{}", encoding="utf-8")
    result = run("worksheet", tmp_path / "soal.jsonl")
    assert result.exit_code == 2
    assert "--article SOURCE" in result.stderr


def test_a_malformed_item_is_told_with_its_line(run, text_file, tmp_path):
    items = tmp_path / "soal.jsonl"
    items.write_text('\n{"type": "detail"}\n', encoding="utf-8")
    result = run("lint", items, "--article", text_file)
    assert result.exit_code == 2
    assert "soal.jsonl:2" in result.stderr


def test_a_notebook_is_made_for_the_student_unless_told_otherwise(run, text_file, tmp_path):
    out = tmp_path / "out"
    assert run("notebook", text_file, "--out", out).exit_code == 0
    assert run("notebook", text_file, "--edition", "teacher", "--out", out).exit_code == 0
    assert names(out) == {"perahu.student.ipynb", "perahu.teacher.ipynb"}
    assert json.loads((out / "perahu.student.ipynb").read_bytes())["nbformat"] == 4


def test_a_notebook_for_nbgrader_is_named_so(run, text_file, tmp_path):
    folder = tmp_path / "kuliah" / "source" / "membaca-1"
    result = run("notebook", text_file, "--edition", "nbgrader", "--out", folder)
    assert result.exit_code == 0, result.stderr
    assert names(folder) == {"perahu.nbgrader.ipynb"}
    assert "BEGIN HIDDEN TESTS" in (folder / "perahu.nbgrader.ipynb").read_text(encoding="utf-8")
    assert run("worksheet", text_file, "--edition", "nbgrader").exit_code == 2


def test_the_course_has_a_notebook_for_each_text_and_its_pages(run, tmp_path, monkeypatch):
    ids = ["putin-pyongyang-3", "putin-pyongyang-4"]
    monkeypatch.setattr("quizgen.corpus.article_ids", lambda root=None: ids)
    result = run("notebook", "--course", "--out", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    made = names(tmp_path / "out")
    assert made == {f"{id}.student.ipynb" for id in ids} | set(PAGES.values())


def test_a_notebook_needs_a_source_or_the_course_and_not_both(run, text_file):
    assert run("notebook").exit_code == 2
    assert run("notebook", text_file, "--course").exit_code == 2


def test_lint_prints_a_json_finding_a_line_and_exits_1_on_errors(run, rules, text_file, tmp_path):
    items = tmp_path / "soal.jsonl"
    items.write_text(run("items", text_file).stdout, encoding="utf-8")
    rules.block("repeat-s1", severity="warning")
    assert run("lint", items, "--article", text_file).exit_code == 0
    rules.block("repeat-s3")
    result = run("lint", items, "--article", text_file)
    assert result.exit_code == 1
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(each["item"], each["severity"]) for each in found] == [
        ("repeat-s1", "warning"),
        ("repeat-s3", "error"),
    ]
    assert set(found[0]) == {"item", "code", "severity", "message"}


def test_lint_says_nothing_about_good_items(run, text_file, tmp_path):
    items = tmp_path / "soal.jsonl"
    items.write_text(run("items", text_file).stdout, encoding="utf-8")
    result = run("lint", items, "--article", text_file)
    assert (result.exit_code, result.output) == (0, "")
