"""The workbook, the page and the JSON: whole, harmless and the same each time."""

import io
import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from formats.sample import HOSTILE
from lxml import html as parser

from quizgen.model import Worksheet
from quizgen.results import Results, read
from quizgen.results.as_json import as_json
from quizgen.results.page import page
from quizgen.results.spreadsheet import spreadsheet

from . import handins
from .test_tables import rasch_matrix, size

NAMES = ("=1+1", "<script>alert(1)</script>", "@SUM(A1)", "-2+3", "https://x.example", HOSTILE,
         "Ni Wayan \u202egnay", "{{ 7*7 }}", "\x00\x1b[31mMerah", "0812")  # fmt: skip
SHOWN = tuple(" ".join("".join(c if c.isprintable() else " " for c in n).split())[:120]
              for n in NAMES)  # fmt: skip


@pytest.fixture
def results(folder: Path, worksheet: Worksheet) -> Results:
    matrix = rasch_matrix(12, size(worksheet))
    named = [*NAMES, "Siti Aminah", "Budi"]
    handins.write_class(folder, worksheet, matrix, lambda number: named[number - 1])
    (folder / "<b>rusak.hasil.json").write_text("{", encoding="utf-8")
    return read(folder)


@pytest.fixture
def book(results: Results) -> Any:
    return openpyxl.load_workbook(io.BytesIO(spreadsheet(results)))


def column(sheet: Any, name: str) -> list[Any]:
    [at] = [cell.column for cell in sheet[1] if cell.value == name]
    return [row[at - 1] for row in sheet.iter_rows(min_row=2)]


def body(results: Results) -> Any:
    return parser.fromstring(page(results).decode("utf-8"))


@pytest.mark.parametrize("make", [as_json, page, spreadsheet])
def test_equal_results_give_equal_bytes(make: Any, folder: Path, results: Results) -> None:
    assert make(results) == make(read(folder))


def test_the_workbook_has_a_sheet_for_each_question_a_teacher_asks(book: Any) -> None:
    assert book.sheetnames == [
        "Ringkasan", "Siswa", "Soal", "Pengecoh", "Jawaban salah", "Dilewati",
    ]  # fmt: skip


def test_a_name_stays_a_text_in_the_workbook(book: Any) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell for cell in cells if cell.hyperlink] == []
    named = {cell.value for cell in column(book["Siswa"], "Nama")}
    assert named == {*SHOWN, "Siti Aminah", "Budi"}


def test_the_workbook_says_what_the_tables_say(book: Any, results: Results) -> None:
    values = [cell.value for cell in column(book["Soal"], "Kesukaran (p)")]
    assert values == results.items["p"].tolist()
    scores = [cell.value for cell in column(book["Siswa"], "Skor")]
    assert scores == results.students["score"].tolist()
    first = [cell.value for cell in column(book["Siswa"], "1")]
    own = results.answers[results.answers["number"] == 1]
    assert first == own["points"].tolist()


def test_each_skipped_file_is_in_the_workbook_and_on_the_page(book: Any, results: Results) -> None:
    assert [cell.value for cell in column(book["Dilewati"], "Berkas")] == ["<b>rusak.hasil.json"]
    assert "<b>rusak.hasil.json" in body(results).xpath("string(//main)")


def test_a_name_stays_a_text_on_the_page(results: Results) -> None:
    shown = body(results)
    assert shown.xpath("//script | //b | //main//*[@onerror]") == []
    cells = {" ".join(cell.text_content().split()) for cell in shown.xpath("//th[@scope='row']")}
    assert set(SHOWN) <= cells


def test_the_page_allows_its_own_style_and_nothing_else(results: Results) -> None:
    text = page(results).decode("utf-8")
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy.startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert body(results).xpath("//@src | //@href | //@style | //link | //script") == []
    assert "url(" not in text


def test_every_chart_has_its_figures_in_a_table(results: Results) -> None:
    shown = body(results)
    counts = shown.xpath("//table[@class='narrow']//td/text()")
    assert sum(map(int, counts)) == len(results.students)
    for chart in shown.xpath("//svg[@role='img']"):
        figures = re.findall(r": (\d+(?:,\d+)?)", chart.get("aria-label"))
        drawn = [text.strip(" !") for text in chart.xpath("./text[not(@class)]/text()")]
        assert set(figures) <= {*drawn, "0"}
    p = shown.xpath("//table[.//th[contains(., 'Kesukaran')]]//tbody/tr/td[2]/text()")
    assert p == [f"{value:.2f}".replace(".", ",") for value in results.items["p"]]


def test_the_json_has_every_row_and_no_nan(results: Results) -> None:
    record = json.loads(as_json(results), parse_constant=pytest.fail)
    assert (record["format"], record["version"], record["attempt"]) == (
        "quizgen-results", 1, "first",
    )  # fmt: skip
    for name in ("sheets", "students", "items", "distractors", "mistakes", "skipped"):
        frame = getattr(results, name)
        assert len(record[name]) == len(frame)
        assert all(list(row) == list(frame.columns) for row in record[name])


def test_a_class_of_one_is_shown_without_fault(folder: Path, worksheet: Worksheet) -> None:
    handins.write_class(folder, worksheet, rasch_matrix(1, size(worksheet)))
    results = read(folder)
    assert spreadsheet(results)
    for make in (as_json, page):
        assert re.search(rb"\bnan\b", make(results), re.IGNORECASE) is None
    assert "belum dapat dinilai: baru 1 siswa" in body(results).xpath("string(//main)")
