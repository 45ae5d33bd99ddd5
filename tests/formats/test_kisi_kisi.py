"""The written kisi-kisi says what is on the sheet, in Excel as in Word."""

import io
from dataclasses import replace

import docx
import openpyxl

from quizgen.blueprint.grid import read_grids
from quizgen.formats import _kisi_kisi as content
from quizgen.formats import kisi_kisi, kisi_kisi_docx
from quizgen.formats._key import key_text
from quizgen.model import BlueprintRow, Worksheet
from quizgen.wording import table


def excel(worksheet: Worksheet) -> list[tuple[object, ...]]:
    data = kisi_kisi.FORMAT.render(worksheet, edition="teacher")
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    rows = list(sheet.iter_rows(values_only=True))
    return rows[rows.index(content.HEADERS) + 1 :]


def word(worksheet: Worksheet) -> list[tuple[str, ...]]:
    data = kisi_kisi_docx.FORMAT.render(worksheet, edition="teacher")
    (made,) = docx.Document(io.BytesIO(data)).tables
    rows = [tuple(cell.text for cell in row.cells) for row in made.rows]
    assert rows[0] == content.HEADERS
    return rows[1:]


def test_both_files_have_the_same_rows(worksheet: Worksheet) -> None:
    assert excel(worksheet) == word(worksheet) == list(content.rows(worksheet))


def test_every_item_has_its_number_form_level_and_key(worksheet: Worksheet) -> None:
    rows = list(content.rows(worksheet))
    for number, item in worksheet.items():
        (row,) = [row for row in rows if str(number) in row[6].replace(",", "").split()]
        assert key_text(item, table("id")) in row[7]
        assert row[4] == worksheet.profile.processes[item.process]
        assert row[3].startswith("Disajikan ")
        assert row[3].endswith(".")
        assert all(row)


def test_items_alike_share_a_row(worksheet: Worksheet) -> None:
    section = worksheet.sections[0]
    twin = replace(section.items[0], id="kembar")
    sheet = replace(worksheet, sections=(replace(section, items=(section.items[0], twin)),))
    (row,) = content.rows(sheet)
    first, second = section.first, section.first + 1
    key = key_text(twin, table("id"))
    assert row[6:] == (f"{first}, {second}", f"{first}. {key}; {second}. {key}")


def test_a_teachers_rows_keep_their_words_and_an_empty_one_shows_as_such(
    worksheet: Worksheet,
) -> None:
    (number, item), *_ = worksheet.items()
    rows = (
        BlueprintRow(competence="3.1 Kompetensi", level="L1", form="PG", items=(item.id,)),
        BlueprintRow(competence="3.2", indicator="menentukan judul", form="PG"),
    )
    first, second = content.rows(replace(worksheet, blueprint=rows))
    assert (first[1], first[4], first[5], first[6]) == ("3.1 Kompetensi", "L1", "PG", str(number))
    assert first[3].startswith("Disajikan ")
    assert second[1:4] == ("3.2", "", "menentukan judul")
    assert second[6:] == ("–", "–")


def test_no_cell_is_read_as_a_formula_or_a_link(worksheet: Worksheet) -> None:
    row = BlueprintRow(
        competence="=1+1", material="https://contoh.id", indicator="@SUM(A1)", level="+1",
        form="{=x}", items=(next(worksheet.items())[1].id,),
    )  # fmt: skip
    data = kisi_kisi.FORMAT.render(replace(worksheet, blueprint=(row,)), edition="teacher")
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    cells = [cell for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    assert "=1+1" in [cell.value for cell in cells]


def test_hostile_text_survives(hostile: Worksheet) -> None:
    assert excel(hostile) == word(hostile)


def test_the_key_is_of_the_sheets_version(worksheet: Worksheet) -> None:
    lettered = replace(worksheet, version="B")
    assert ("Versi", "B") in content.heading(lettered).facts
    assert "Versi" not in dict(content.heading(replace(worksheet, version="")).facts)


def test_our_own_reader_finds_the_table(worksheet: Worksheet, tmp_path) -> None:
    for form in (kisi_kisi.FORMAT, kisi_kisi_docx.FORMAT):
        path = tmp_path / f"soal{form.suffix}"
        path.write_bytes(form.render(worksheet, edition="teacher"))
        (grid,) = read_grids(path)
        assert content.HEADERS in [row.cells for row in grid]
