"""kamus, glossary, and the dictionary's part of check."""

import csv
import io
import json

TEXT = (
    "Kesepakatan Baru di Kota Kenanga\n\n"
    "Pemerintah daerah mengumumkan gencatan senjata hari Senin. Warga desa menyambut kesepakatan"
    " itu karena harga bahan pokok naik tajam. Kepala desa mengatakan bahwa kerja sama kedua pihak"
    " akan dilanjutkan sampai akhir tahun.\n"
)


def test_an_inflected_form_leads_to_its_headword(run):
    (found,) = json.loads(run("kamus", "diumumkannya", "--format", "json").stdout)
    assert found["query"] == "diumumkannya"
    assert found["entry"]["headword"] == "mengumumkan"
    assert found["entry"]["segments"] == "meN-+umum+-kan"
    assert found["entry"]["senses"][0]["gloss"].startswith("to announce")


def test_a_term_and_a_misspelt_word_are_found(run):
    found = json.loads(run("kamus", "gencatan senjata", "kerjasama", "--format", "json").stdout)
    assert [each["entry"]["headword"] for each in found] == ["gencatan senjata", "kerja sama"]


def test_an_unknown_word_is_null_and_the_exit_code_is_one(run):
    result = run("kamus", "xyzzy", "harga", "--format", "json")
    assert result.exit_code == 1
    assert [each["entry"] is None for each in json.loads(result.stdout)] == [True, False]


def test_a_page_shows_senses_and_examples(run):
    page = run("kamus", "kemitraan").stdout
    assert page.startswith("kemitraan (ke·mit·ra·an), BIPA")
    assert "partnership" in page


def test_a_glossary_has_a_line_for_each_word_in_its_sense(run, tmp_path):
    source = tmp_path / "berita.txt"
    source.write_text(TEXT, encoding="utf-8")
    lines = json.loads(run("glossary", source, "--level", 1, "--format", "json").stdout)
    words = {line["headword"]: line for line in lines}
    assert words["gencatan senjata"]["sentence"] == 1
    assert words["gencatan senjata"]["gloss"].startswith("ceasefire")
    assert words["melanjutkan"]["form"] == "dilanjutkan"
    assert [line["headword"] for line in lines] == sorted(words)


def test_a_glossary_for_spreadsheets_is_marked_as_utf8_and_keeps_existing_files(run, tmp_path):
    source, out = tmp_path / "berita.txt", tmp_path / "kata.csv"
    source.write_text(TEXT, encoding="utf-8")
    assert run("glossary", source, "--format", "csv", "--out", out).exit_code == 0
    data = out.read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert data.startswith(b"\xef\xbb\xbf")
    assert {"headword", "gloss", "definition"} <= set(rows[0])
    assert run("glossary", source, "--format", "csv", "--out", out).exit_code == 2


def test_easy_words_are_left_out_of_a_glossary_for_higher_levels(run, tmp_path):
    source = tmp_path / "berita.txt"
    source.write_text(TEXT, encoding="utf-8")
    low, high = (
        json.loads(run("glossary", source, "--level", level, "--format", "json").stdout)
        for level in (1, 5)
    )
    assert len(high) < len(low)
    assert all(line["level"] >= 5 for line in high)


def test_check_tells_the_size_of_the_dictionary(run):
    result = run("check")
    assert result.exit_code == 0
    assert "entries" in result.stdout
