"""Items and sheets made to a kisi-kisi."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from quizgen.blueprint import read_blueprint
from quizgen.cli import cli
from quizgen.formats._kisi_kisi import HEADERS
from quizgen.records import read_jsonl

from .test_bad_input import fails

KISI = "Kompetensi;Indikator;Bentuk Soal;Nomor Soal\n"


@pytest.fixture
def kisi(tmp_path: Path) -> Path:
    return tmp_path / "kisi.csv"


def table_of(path: Path) -> list[tuple[object, ...]]:
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    return rows[rows.index(HEADERS) + 1 :]


def test_a_sheet_has_what_the_rows_ask_for(run, text_file, kisi, tmp_path) -> None:
    kisi.write_text(f"{KISI}3.1;apa pun;PG;2-3\n3.2;apa saja;PG;1\n", encoding="utf-8")
    out = tmp_path / "out"
    result = run("worksheet", text_file, "--kisi-kisi", kisi, "--format", "md,kisi-kisi",
                 "--out", out)  # fmt: skip
    assert result.exit_code == 0, result.stderr
    sheet = (out / "perahu.student.md").read_text(encoding="utf-8")
    assert sheet.count("Apa isi kalimat") == 3
    rows = table_of(out / "perahu.teacher.kisi-kisi.xlsx")
    assert [(row[1], row[6]) for row in rows] == [("3.2", "1"), ("3.1", "2, 3")]
    assert "row 2: 'apa pun' names no known subject of items" in result.stderr


def test_what_is_not_met_is_told_row_by_row(run, text_file, kisi, tmp_path) -> None:
    kisi.write_text(
        f"{KISI}3.1;;PG;1-6\n3.2;menentukan rujukan;PG;7\n3.3;;Uraian;8\n3.4;;PG;9\n",
        encoding="utf-8",
    )
    result = run("items", text_file, "--kisi-kisi", kisi)
    assert result.exit_code == 0, result.stderr
    assert len(read_jsonl(result.stdout, source="items")) == 4
    lines = result.stderr.splitlines()
    assert f"{kisi}: row 3: 0 of 1 items (PG): no such item can be made from this text for" \
        " 'menentukan rujukan'." in lines  # fmt: skip
    assert any(": row 4: 0 of 1 items (Uraian)" in line for line in lines)
    assert sum(": row 2: " in line or ": row 5: " in line for line in lines) >= 3


def test_a_notebook_is_made_to_the_rows_too(run, text_file, kisi, tmp_path) -> None:
    kisi.write_text(f"{KISI}3.1;;PG;1-2\n", encoding="utf-8")
    out = tmp_path / "out"
    result = run("notebook", text_file, "--kisi-kisi", kisi, "--out", out)
    assert result.exit_code == 0, result.stderr
    assert (out / "perahu.student.ipynb").exists()
    fails(run("notebook", "--course", "--kisi-kisi", kisi), "goes with one SOURCE")


def test_numbers_that_move_are_told(run, text_file, kisi, tmp_path) -> None:
    kisi.write_text(f"{KISI}3.1;;Uraian;1\n3.2;;PG;2\n", encoding="utf-8")
    result = run("worksheet", text_file, "--kisi-kisi", kisi, "--format", "md", "--out", tmp_path)
    assert "Items of row 3 have other numbers than the blueprint says" in result.stderr


def test_no_row_met_is_an_error_and_nothing_is_written(run, text_file, kisi, tmp_path) -> None:
    kisi.write_text(f"{KISI}3.1;;Uraian;1\n", encoding="utf-8")
    out = tmp_path / "out"
    result = run("worksheet", text_file, "--kisi-kisi", kisi, "--format", "md", "--out", out)
    assert result.exit_code == 2
    assert not out.exists()


@pytest.mark.parametrize("option", [("--count", 3), ("--types", "repeat")])
def test_a_kisi_kisi_says_how_many_and_of_what(run, text_file, kisi, option) -> None:
    kisi.write_text(f"{KISI}3.1;;PG;1\n", encoding="utf-8")
    fails(run("items", text_file, "--kisi-kisi", kisi, *option), "leave out --types and --count")


def test_a_bad_row_is_one_line(run, text_file, kisi) -> None:
    kisi.write_text(f"{KISI}3.1;;lisan;1\n", encoding="utf-8")
    fails(run("worksheet", text_file, "--kisi-kisi", kisi), "kisi.csv: row 2: 'lisan'")


def test_edited_items_can_be_put_to_a_kisi_kisi(run, text_file, kisi, tmp_path) -> None:
    items = tmp_path / "soal.jsonl"
    items.write_text(run("items", text_file).stdout, encoding="utf-8")
    kisi.write_text(f"{KISI}3.1;;PG;1-2\n", encoding="utf-8")
    result = run("worksheet", items, "--article", text_file, "--kisi-kisi", kisi, "--format", "md",
                 "--out", tmp_path / "out")  # fmt: skip
    assert result.exit_code == 0, result.stderr
    sheet = (tmp_path / "out" / "perahu.student.md").read_text(encoding="utf-8")
    assert sheet.count("Apa isi kalimat") == 2


def test_versions_have_the_same_items_and_numbers(run, text_file, kisi, tmp_path) -> None:
    kisi.write_text(f"{KISI}3.1;;PG;1-3\n", encoding="utf-8")
    run("worksheet", text_file, "--kisi-kisi", kisi, "--versions", 2, "--format", "kisi-kisi",
        "--out", tmp_path)  # fmt: skip
    sheets = [table_of(tmp_path / f"perahu.teacher.{v}.kisi-kisi.xlsx") for v in "AB"]
    assert [row[:7] for row in sheets[0]] == [row[:7] for row in sheets[1]]


@pytest.mark.parametrize("suffix", ["kisi-kisi.xlsx", "kisi-kisi.docx"])
def test_a_sheet_can_be_made_again_from_its_own_kisi_kisi(tmp_path: Path, suffix: str) -> None:
    def call(*arguments: object) -> None:
        result = CliRunner().invoke(cli, [*map(str, arguments), "--out", str(tmp_path), "--force"])
        assert result.exit_code == 0, result.stderr
        assert ": row " not in result.stderr

    first = ("worksheet", "putin-pyongyang-4", "--format", "kisi-kisi,kisi-kisi-docx")
    call(*first, "--count", 12)
    own = tmp_path / f"own.{suffix}"
    (tmp_path / f"putin-pyongyang-4.teacher.{suffix}").replace(own)
    asked = read_blueprint(own)
    assert sum(request.count for request in asked) == 12
    call(*first, "--kisi-kisi", own)
    again = read_blueprint(tmp_path / f"putin-pyongyang-4.teacher.{suffix}")
    assert [(r.indicator, r.form, r.count) for r in again] == [
        (r.indicator, r.form, r.count) for r in asked
    ]
