"""The options of the layout, and what is told of formats that cannot follow."""

import docx
import pytest

from .test_bad_input import fails


def test_formats_that_cannot_follow_are_told(run, text_file, tmp_path) -> None:
    docx.Document().save(str(tmp_path / "kop.docx"))
    result = run("worksheet", text_file, "--format", "docx,md,gift", "--large-print", "--points",
                 "--header", "lkpd", "--letterhead", tmp_path / "kop.docx",
                 "--out", tmp_path / "out")  # fmt: skip
    assert result.exit_code == 0, result.stderr
    lines = [line for line in result.stderr.splitlines() if "is made without" in line]
    assert lines == [
        "md is made without --large-print, --letterhead, which it cannot show.",
        "gift is made without --large-print, --header lkpd, --points, --letterhead, which it"
        " cannot show.",
    ]


def test_platforms_that_need_the_text_in_each_question_are_told(run, text_file, tmp_path) -> None:
    result = run("worksheet", text_file, "--format", "moodle,canvas", "--passage-once",
                 "--out", tmp_path / "out")  # fmt: skip
    assert result.exit_code == 0, result.stderr
    lines = [line for line in result.stderr.splitlines() if "is made without" in line]
    assert lines == ["canvas is made without --passage-once, which it cannot show."]
    made = next((tmp_path / "out").glob("*.moodle.xml")).read_text(encoding="utf-8")
    assert made.count('type="description"') == 1


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("kop.doc", b"\xd0\xcf", "save it as .docx"),
        ("kop.docx", b"PK\x03\x04", "damaged"),
        ("tiada.docx", None, "check the path"),
    ],
)
def test_a_letterhead_that_is_none_is_one_line(run, text_file, tmp_path, name, data, told) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    fails(run("worksheet", text_file, "--letterhead", tmp_path / name), name, told)
