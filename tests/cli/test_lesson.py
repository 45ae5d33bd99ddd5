"""``--lesson``, and what the command line says of a text that is too hard."""

import json

import pytest

HARD = "putin-pyongyang-6"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "out"


def test_a_worksheet_has_a_lesson_only_if_asked_for(run, text_file, folder):
    run("worksheet", text_file, "--format", "md", "--out", folder)
    assert "Pramembaca" not in (folder / "perahu.student.md").read_text(encoding="utf-8")
    result = run("worksheet", text_file, "--format", "md", "--out", folder, "--lesson", "--force")
    assert result.exit_code == 0, result.stderr
    student, teacher = (
        (folder / f"perahu.{edition}.md").read_text(encoding="utf-8")
        for edition in ("student", "teacher")
    )
    for phase in ("## Pramembaca", "## Membaca", "## Pascamembaca", "## Menulis"):
        assert phase in student
    assert "Perahu Baru untuk Desa Kenanga" in student
    assert "Alokasi waktu" in teacher


def test_the_writing_task_is_not_counted_among_the_items(run, text_file, folder):
    result = run("worksheet", text_file, "--format", "md", "--out", folder, "--lesson")
    assert "Only 4 of 10 items are good enough" in result.stderr
    exact = run(
        "worksheet",
        text_file,
        "--format",
        "md",
        "--out",
        folder,
        "--lesson",
        "--count",
        4,
        "--force",
    )
    assert "good enough" not in exact.stderr


def test_parallel_versions_have_the_same_lesson(run, text_file, folder):
    run("worksheet", text_file, "--format", "md", "--versions", 2, "--lesson", "--out", folder)
    first, second = (
        (folder / f"perahu.student.{letter}.md").read_text(encoding="utf-8") for letter in "AB"
    )
    assert first.split("## Menulis")[1] == second.split("## Menulis")[1]


def test_a_notebook_has_a_lesson_if_asked_for(run, text_file, folder):
    assert run("notebook", text_file, "--lesson", "--out", folder).exit_code == 0
    cells = json.loads((folder / "perahu.student.ipynb").read_bytes())["cells"]
    assert {"lesson-before", "lesson-reading", "lesson-after"} <= {cell["id"] for cell in cells}


@pytest.mark.parametrize("command", ["items", "worksheet", "notebook"])
def test_a_text_far_above_the_level_is_told_of_in_one_line(run, folder, command):
    out = () if command == "items" else ("--out", folder)
    result = run(command, HARD, "--level", 3, *out)
    told = [line for line in result.stderr.splitlines() if "BIPA" in line]
    assert told == [
        f"{HARD}: the text is about BIPA level 6, far above the level asked for (3);"
        " choose an easier text or expect to help with it."
    ]


@pytest.mark.parametrize("arguments", [("--level", 5), ()])
def test_a_text_that_suits_the_level_is_not_told_of(run, arguments):
    assert "BIPA" not in run("items", HARD, *arguments).stderr


def test_the_teachers_edition_has_the_notice_and_the_students_has_not(run, folder):
    run("worksheet", HARD, "--level", 3, "--format", "md", "--out", folder)
    notice = "Teks ini ditulis untuk tingkat BIPA 6; tingkat yang diminta BIPA 3."
    assert notice in (folder / f"{HARD}.teacher.md").read_text(encoding="utf-8")
    assert notice not in (folder / f"{HARD}.student.md").read_text(encoding="utf-8")


def test_a_profile_with_types_needs_no_types_of_a_file_of_items(run, text_file, folder, tmp_path):
    items = tmp_path / "soal.jsonl"
    items.write_text(run("items", text_file).stdout, encoding="utf-8")
    result = run("worksheet", items, "--article", text_file, "--profile", "ukbi-kaidah",
                 "--format", "md", "--out", folder)  # fmt: skip
    assert result.exit_code == 0, result.stderr
