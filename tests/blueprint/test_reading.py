"""A kisi-kisi is read whatever its file, its column order and its names for them."""

import csv
import io
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.blueprint import read_blueprint, terms
from quizgen.errors import InputError

HEADER = ["No", "Kompetensi Dasar", "Materi", "Indikator Soal", "Level Kognitif", "Bentuk Soal",
          "Nomor Soal", "Kunci"]  # fmt: skip
ROWS = [
    ["1", "3.1 Memahami teks berita", "Isi", "menemukan informasi tersurat", "L1", "PG", "1-3", ""],
    ["2", "", "Rujukan", "menentukan rujukan kata ganti", "C4", "Pilihan Ganda", "4", "A"],
    ["3", "3.2 Kebahasaan", "Imbuhan", "menentukan imbuhan", "", "Isian", "5 dan 7", ""],
    ["4", "", "", "menanggapi isi teks", "mengevaluasi", "Uraian", "6", ""],
]
TITLE = ["KISI-KISI PENULISAN SOAL", "", "", "", "", "", "", ""]
SCHOOL = ["Sekolah", "SMP Kenanga", "", "", "", "", "", ""]
NUMBERS = [f"({n})" for n in range(1, 9)]
TOTAL = ["Jumlah", "", "", "", "", "", "7", ""]


def write(path: Path, rows: list[list[str]], delimiter: str = ",") -> Path:
    match path.suffix:
        case ".csv":
            text = io.StringIO(newline="")
            csv.writer(text, delimiter=delimiter).writerows(rows)
            path.write_bytes(text.getvalue().encode("utf-8", "replace"))
        case ".xlsx":
            book = openpyxl.Workbook()
            for row in rows:
                book.active.append([cell or None for cell in row])
            book.save(path)
        case ".docx":
            document = docx.Document()
            document.add_paragraph("Kisi-kisi")
            table = document.add_table(0, len(rows[0]))
            for row in rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
            document.save(path)
    return path


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".docx"])
def test_every_kind_of_file_gives_the_same_requests(tmp_path: Path, suffix: str) -> None:
    rows = [TITLE, SCHOOL, HEADER, NUMBERS, *ROWS, TOTAL]
    requests = read_blueprint(write(tmp_path / f"kisi{suffix}", rows))
    assert [request.numbers for request in requests] == [(1, 2, 3), (4,), (5, 7), (6,)]
    assert [request.count for request in requests] == [3, 1, 2, 1]
    assert [request.kinds for request in requests] == [
        ("choice",), ("choice",), ("short-answer", "gap"), ("free-text",),
    ]  # fmt: skip
    assert [request.row for request in requests] == [5, 6, 7, 8]
    assert requests[1].topic is not None
    assert requests[1].topic.types == ("reference",)
    assert requests[1].processes == ("interpret", "evaluate", "language")


def test_an_empty_cell_repeats_the_one_above_and_an_empty_indicator_does_not(
    tmp_path: Path,
) -> None:
    rows = [HEADER, *ROWS, ["5", "", "", "", "", "", "8", ""]]
    requests = read_blueprint(write(tmp_path / "kisi.csv", rows))
    assert requests[1].competence == "3.1 Memahami teks berita"
    assert requests[4].material == "Imbuhan"
    assert requests[4].indicator == ""


@given(st.permutations(range(len(HEADER))), st.sampled_from(",;\t|"))
def test_columns_stand_in_any_order_and_any_delimiter(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], delimiter: str
) -> None:
    rows = [[row[place] for place in order] for row in (HEADER, *ROWS)]
    path = tmp_path_factory.mktemp("kisi") / "kisi.csv"
    requests = read_blueprint(write(path, rows, delimiter))
    assert [(r.numbers, r.competence, r.form) for r in requests] == [
        ((1, 2, 3), "3.1 Memahami teks berita", "PG"),
        ((4,), "3.1 Memahami teks berita", "Pilihan Ganda"),
        ((5, 7), "3.2 Kebahasaan", "Isian"),
        ((6,), "3.2 Kebahasaan", "Uraian"),
    ]


def test_merged_cells_count_once_and_say_their_words_in_every_row(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Capaian", "Indikator", "Bentuk", "Jumlah"])
    sheet.append(["3.1 Berita", "rujukan", "PG", 2])
    sheet.append([None, "imbuhan", "PG", None])
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("D2:D3")
    book.save(tmp_path / "kisi.xlsx")
    requests = read_blueprint(tmp_path / "kisi.xlsx")
    assert [(r.competence, r.count) for r in requests] == [("3.1 Berita", 2), ("3.1 Berita", 1)]


def test_merged_cells_of_a_word_table_are_read_too(tmp_path: Path) -> None:
    path = write(tmp_path / "kisi.docx", [HEADER, *ROWS])
    document = docx.Document(str(path))
    table = document.tables[0]
    table.cell(1, 1).merge(table.cell(2, 1))
    document.save(str(path))
    assert read_blueprint(path)[1].competence == "3.1 Memahami teks berita"


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_a_header_of_two_lines_with_merged_cells_is_read(tmp_path: Path, suffix: str) -> None:
    above = ["No", "Kompetensi", "Materi", "Indikator Soal", "Soal", "", "", "Kunci"]
    below = ["", "", "", "", "Level", "Bentuk", "Nomor Soal", ""]
    path = write(tmp_path / f"kisi{suffix}", [TITLE, above, below, *ROWS])
    if suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        for span in ("A2:A3", "B2:B3", "C2:C3", "D2:D3", "H2:H3", "E2:G2"):
            book.active.merge_cells(span)
        book.save(path)
    else:
        document = docx.Document(str(path))
        table = document.tables[0]
        for column in (0, 1, 2, 3, 7):
            table.cell(1, column).merge(table.cell(2, column))
        table.cell(1, 4).merge(table.cell(1, 6))
        document.save(str(path))
    requests = read_blueprint(path)
    assert [(r.form, r.level) for r in requests][:2] == [("PG", "L1"), ("Pilihan Ganda", "C4")]
    assert [r.numbers for r in requests] == [(1, 2, 3), (4,), (5, 7), (6,)]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Nomor Butir Soal", "numbers"), ("No. Soal", "numbers"), ("Jml. Soal", "count"),
        ("Kompetensi Dasar (KD)", "competence"), ("CP", "competence"), ("IPK", "aim"),
        ("Tujuan Pembelajaran", "competence"), ("Lingkup Materi", "material"),
        ("Indikator Pencapaian Kompetensi", "aim"), ("Bentuk\nSoal", "form"),
        ("Level Kognitif (L1/L2/L3)", "level"), ("Proses Kognitif", "level"),
        ("Level Kesulitan", "difficulty"), ("Jumlah Skor", "score"), ("Catatan", None),
        ("Nomor Telepon", None),
    ],
)  # fmt: skip
def test_column_names_have_synonyms(header: str, field: str | None) -> None:
    assert terms.column(header) == field


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Pilihan Ganda Kompleks", ("multi-choice", "categorise")), ("PGK MCMA", None),
        ("Pilihan ganda", ("choice",)), ("B/S", ("categorise",)), ("Menjodohkan", ("matching",)),
        ("Isian/Jawaban Singkat", ("short-answer", "gap")), ("Uraian Terbatas", ("free-text",)),
    ],
)  # fmt: skip
def test_forms_have_synonyms(text: str, kinds: tuple[str, ...] | None) -> None:
    form = terms.form(text)
    assert form is not None
    assert form.kinds == (kinds or ("multi-choice", "categorise"))


@pytest.mark.parametrize(
    ("indicator", "types"),
    [
        ("Disajikan teks berita, peserta didik dapat menentukan ide pokok.", ("main-idea",)),
        ("peserta didik dapat menentukan makna kata dalam teks", ("meaning", "gloss-match")),
        ("menentukan sinonim kata", ("synonym",)),
        ("membedakan fakta dan opini", ("fact-opinion",)),
        ("memperbaiki ejaan", ("spelling-repair", "standard-word")),
        ("menentukan konjungsi", ("connector",)),
    ],
)  # fmt: skip
def test_indicators_name_what_items_are_about(indicator: str, types: tuple[str, ...]) -> None:
    topic = terms.topic(indicator)
    assert topic is not None
    assert topic.types == types


def test_every_exercise_type_can_be_asked_for_and_has_its_sentence() -> None:
    from quizgen.interfaces import exercises

    known = terms._load()
    asked = {
        type.partition(":")[0]
        for table in ("topic", "general")
        for row in known[table]
        for type in row["types"]
    }
    names = {exercise.name for exercise in exercises()}
    assert names - asked == set()
    assert names - set(known["type"]) == set()


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        (5, "lisan", "row 2: 'lisan' is no known form; write one of Pilihan Ganda"),
        (4, "susah", "row 2: 'susah' is no known level"),
        (6, "empat", "row 2: 'empat' are no item numbers; write 3, 1-4"),
        (6, "4-1", "row 2: '4-1' are no item numbers"),
        (6, "1-900", "row 2"),
        (6, "4", "row 3: item 4 is already asked for in row 2"),
        (6, "2026-04-01 00:00:00", "row 2: the spreadsheet has made a date"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_row(
    tmp_path: Path, column: int, text: str, told: str
) -> None:
    changed = list(ROWS[0])
    changed[column] = text
    path = write(tmp_path / "kisi.csv", [HEADER, changed, *ROWS[1:]])
    with pytest.raises(InputError) as error:
        read_blueprint(path)
    assert told in str(error.value)
    assert "kisi.csv" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_count_that_does_not_agree_with_the_numbers_is_told(tmp_path: Path) -> None:
    rows = [["Indikator", "Nomor Soal", "Jumlah"], ["rujukan", "1-3", "2"]]
    with pytest.raises(InputError, match="row 2: names 3 item numbers but asks for 2 items"):
        read_blueprint(write(tmp_path / "kisi.csv", rows))


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("kisi.pdf", b"%PDF", "save it as .docx, .xlsx or .csv"),
        ("kisi.xls", b"\xd0\xcf", "save it as .docx, .xlsx or .csv"),
        ("kisi.xlsx", b"PK\x03\x04", "damaged"),
        ("kisi.docx", b"no zip", "damaged"),
        ("kisi.csv", b"", "no table with a header row"),
        ("kisi.csv", b"a,b\n1,2\n", "no table with a header row"),
        ("kisi.csv", b"Indikator,Bentuk\n,\n", "no row under its header"),
    ],
)
def test_a_file_that_is_no_blueprint_is_told(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as error:
        read_blueprint(tmp_path / name)
    assert told in str(error.value)
    assert name in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="check the path"):
        read_blueprint(tmp_path / "tiada.xlsx")


@given(st.lists(st.lists(st.text(max_size=12), min_size=3, max_size=3), max_size=6))
def test_whatever_the_cells_hold_there_are_requests_or_one_line(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("kisi") / "kisi.csv"
    try:
        read_blueprint(write(path, [["Indikator", "Bentuk", "Nomor Soal"], *rows]))
    except InputError as error:
        assert "kisi.csv" in str(error)
