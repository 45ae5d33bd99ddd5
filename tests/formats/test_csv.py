"""The CSV table, read back by Python and by LibreOffice."""

import csv
import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from quizgen.formats import csv as form
from quizgen.formats._inline import clean
from quizgen.interfaces import omissions_of
from quizgen.model import Choice, Item, Option, Worksheet

from . import sample
from .answers import bare, items, sheet, words

COLUMNS = [
    "number", "section", "type", "instruction", "prompt", "A", "B", "C", "D", "E", "key",
    "explanation", "evidence", "level", "points",
]  # fmt: skip


def rows(worksheet: Worksheet) -> list[dict[str, str]]:
    data = form.FORMAT.render(worksheet, edition="teacher")
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def row(worksheet: Worksheet, item: Item) -> dict[str, str]:
    numbers = {each.id: str(number) for number, each in worksheet.items()}
    [found] = [each for each in rows(worksheet) if each["number"] == numbers[item.id]]
    return found


def answered(found: dict[str, str]) -> list[str]:
    """Return what the letters of the key point at."""
    return [found[letter] for letter in found["key"].split(", ")]


def test_one_row_an_item_and_the_columns_are_named(worksheet: Worksheet) -> None:
    made = rows(worksheet)
    assert list(made[0]) == COLUMNS
    assert [each["number"] for each in made] == [str(number) for number in range(1, 13)]
    assert [int(each["points"]) for each in made] == [i.points for _, i in worksheet.items()]


def test_the_key_points_at_the_right_options(worksheet: Worksheet) -> None:
    assert answered(row(worksheet, sample.CHOICE)) == ["Seorang warga desa"]
    right = [o.text for o in sample.MULTI_CHOICE.response.options if o.correct]
    assert answered(row(worksheet, sample.MULTI_CHOICE)) == right
    found = row(worksheet, sample.MATCHING)
    pairs = dict(sample.MATCHING.response.pairs)
    lefts = found["prompt"].split("!")[1]
    for number, (left, right) in enumerate(pairs.items(), start=1):
        assert f"({number}) {left}" in lefts
        [letter] = [each[2:] for each in found["key"].split("; ") if each.startswith(f"{number}–")]
        assert found[letter] == right
    found = row(worksheet, sample.ORDERING)
    places = found["key"].split(" (")[0].split("–")
    in_order = [text for _, text in sorted(zip(places, (found[x] for x in "ABCD"), strict=True))]
    assert in_order == [option.text for option in sample.ORDERING.response.options]


def test_other_keys_are_words(worksheet: Worksheet) -> None:
    assert "diterima juga: pada Februari 2024" in row(worksheet, sample.SHORT_ANSWER)["key"]
    assert row(worksheet, sample.ESSAY)["key"] == sample.ESSAY.response.model_answer
    assert "2\u00a0poin: Menilai janji" in row(worksheet, sample.ESSAY)["explanation"]
    assert row(worksheet, sample.BANKED_GAP)["key"].startswith("(1) dipilih; (2) mengisi")
    assert row(worksheet, sample.CATEGORISE)["key"] == "a Benar; b Salah; c Salah"


def test_explanation_and_evidence_cite_the_sentence(worksheet: Worksheet) -> None:
    found = row(worksheet, sample.CHOICE)
    assert "C: Kepala dinas menanggapi keluhan" in found["explanation"]
    assert "“Ia berharap rute ditambah” (kalimat 12, paragraf 4)" in found["evidence"]


def test_it_says_that_the_passage_is_elsewhere(worksheet: Worksheet) -> None:
    assert "passage" in omissions_of(form.FORMAT, worksheet)[0]


def test_more_than_five_options_get_columns(worksheet: Worksheet) -> None:
    options = tuple(Option(text=f"p{n}", correct=n == 6) for n in range(7))
    item = replace(sample.CHOICE, response=Choice(options=options))
    section = replace(worksheet.sections[0], items=(item,))
    [found] = rows(replace(worksheet, sections=(section,)))
    assert answered(found) == ["p6"]
    assert found["key"] == "G"


@pytest.mark.parametrize(
    "text", ["=1+1", "+A1", "-A1", "@SUM(A1)", "＝1+1", "-5+cmd|' /C calc'!A0"]
)
def test_a_formula_is_text(text: str) -> None:
    assert form.guarded(text) == f"'{text}"
    assert form.guarded(f"  {text}") == f"'  {text}"


@pytest.mark.parametrize("text", ["-5", "+62", "1.240", "-1,5", "a=b", "…", ""])
def test_what_is_no_formula_is_left_alone(text: str) -> None:
    assert form.guarded(text) == text


def opened(data: bytes, folder: Path) -> list[list[Any]]:
    """Return the cells as LibreOffice has them, formulas evaluated as a user would see them."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    (folder / "lembar.csv").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--infilter=CSV:44,34,76,1,,0,false,true,false,true"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder), str(folder / "lembar.csv")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    if not (folder / "lembar.xlsx").exists():
        pytest.skip("this LibreOffice has no Calc")
    page = openpyxl.load_workbook(folder / "lembar.xlsx").worksheets[0]
    assert all(cell.data_type != "f" for line in page.iter_rows() for cell in line)
    return [list(line) for line in page.iter_rows(values_only=True)]


def test_libreoffice_calculates_nothing(worksheet: Worksheet, tmp_path: Path) -> None:
    options = (Option(text="=1+1", correct=True), Option(text='=HYPERLINK("http://x")'))
    item = replace(sample.CHOICE, prompt="+2 atau\n=3?", response=Choice(options=options))
    section = replace(worksheet.sections[0], items=(item,))
    sheets = replace(worksheet, sections=(section,))
    made = opened(form.FORMAT.render(sheets, edition="teacher"), tmp_path)
    assert made[1][4:7] == [f"'{text}" for text in ("+2 atau =3?", *(o.text for o in options))]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items(), words())
def test_any_words_come_back(made: tuple[Item, ...], title: str) -> None:
    found = rows(sheet(made, title))
    assert len(found) == len(made)
    for each, item in zip(found, made, strict=True):
        if item.response.kind in ("choice", "multi-choice"):
            texts = [each[letter].removeprefix("'") for letter in "ABCD"]
            wanted = [
                clean(bare(option.text)).removeprefix("'") for option in item.response.options
            ]
            # An option that is one quotation mark is as empty as a cell without any.
            assert [text for text in texts if text] == [text for text in wanted if text]
