"""Answer sheets and the key of all versions come beside the sheets."""

from .test_making import names


def test_versions_have_one_key_together(run, text_file, tmp_path) -> None:
    out = tmp_path / "out"
    run("worksheet", text_file, "--format", "md,gift", "--versions", 2, "--out", out)
    assert names(out) == {
        *(f"perahu.{edition}.{v}.md" for edition in ("student", "teacher") for v in "AB"),
        *(f"perahu.teacher.{v}.gift.txt" for v in "AB"),
        "perahu.teacher.keys.md",
    }


def test_students_alone_get_no_key(run, text_file, tmp_path) -> None:
    out = tmp_path / "out"
    run("worksheet", text_file, "--format", "md", "--versions", 2, "--edition", "student",
        "--out", out)  # fmt: skip
    assert "perahu.teacher.keys.md" not in names(out)


def test_every_version_has_its_answer_sheet(run, text_file, tmp_path) -> None:
    out = tmp_path / "out"
    result = run("worksheet", text_file, "--format", "html,gift", "--versions", 2,
                 "--answer-sheet", "--edition", "student", "--out", out)  # fmt: skip
    assert {f"perahu.student.{v}.answer-sheet.html" for v in "AB"} <= names(out)
    assert "gift has no answer sheet; docx, pdf, html and md have one." in result.stderr


def test_an_answer_sheet_in_the_way_stops_everything(run, text_file, tmp_path) -> None:
    (tmp_path / "perahu.student.answer-sheet.md").write_bytes(b"old")
    result = run("worksheet", text_file, "--format", "md", "--answer-sheet", "--out", tmp_path)
    assert result.exit_code == 2
    assert not (tmp_path / "perahu.student.md").exists()
