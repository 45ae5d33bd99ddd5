"""list, show, import, annotate, check, types, formats: what there is and what a text is."""

import json
from pathlib import Path

import pytest

from quizgen import corpus
from quizgen.cli.import_command import clean_text
from quizgen.interfaces import formats
from quizgen.model import Article


def test_list_prints_one_object_a_text(run):
    texts = json.loads(run("list", "--format", "json").stdout)
    assert [text["id"] for text in texts] == corpus.article_ids()
    assert set(texts[0]) == {"id", "title", "topic", "level", "words", "date"}


def test_list_keeps_only_the_level_asked_for(run):
    texts = json.loads(run("list", "--level", 4, "--format", "json").stdout)
    assert texts
    assert {text["level"] for text in texts} == {4}


def test_list_prints_a_table_with_a_line_a_text(run):
    assert len(run("list").stdout.splitlines()) == 1 + len(corpus.article_ids())


def test_an_unknown_topic_is_told_with_the_valid_ones(run):
    result = run("list", "--topic", "kuliner-laut")
    assert result.exit_code == 2
    assert "internasional" in result.stderr


def test_show_prints_title_source_line_and_numbered_paragraphs(run):
    article = corpus.load_article("putin-pyongyang-4")
    lines = run("show", "putin-pyongyang-4").stdout.splitlines()
    assert lines[0] == article.title
    assert lines[1].startswith("Sumber: ")
    assert f"[1] {article.paragraphs[0]}" in lines


def test_import_prints_clean_text_and_tells_the_rest_on_standard_error(run, text_file):
    result = run("import", text_file, "--title", "Perahu", "--date", "2024-06-20")
    assert result.stdout.startswith("Perahu\n\nWarga Desa")
    assert "date: 2024-06-20" in result.stderr.splitlines()


def test_import_tells_what_it_left_out_and_why(run, text_file):
    text = text_file.read_text(encoding="utf-8")
    text_file.write_text(text + "\nBaca juga: Sungai Itu Kini Bersih\n", encoding="utf-8")
    result = run("import", text_file)
    assert "Baca juga" not in result.stdout
    assert "Sungai Itu Kini Bersih" in result.stderr


def test_import_tells_where_a_piece_stood_and_that_the_text_may_go_on(run, text_file):
    text = text_file.read_text(encoding="utf-8")
    text_file.write_text(text + "\nHalaman 1 dari 3\n", encoding="utf-8")
    lines = run("import", text_file).stderr.splitlines()
    assert any(line.startswith("left out, after block ") for line in lines)
    assert "note: the article may go on on another page; open that page too" in lines


def test_import_fetches_from_this_machine_only_if_told_to(run):
    refused = run("import", "http://127.0.0.1:9/berita")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "private network" in refused.stderr
    assert "cannot be fetched" in run("import", "http://127.0.0.1:9/berita", "--private").stderr


def test_what_import_writes_reads_back_as_the_same_text(run, text_file, tmp_path):
    out = tmp_path / "bersih.txt"
    first = run("import", text_file, "--out", out)
    assert first.stdout.strip() == str(out)
    assert run("import", out).stdout == out.read_text(encoding="utf-8")


def test_an_article_without_a_title_gets_none():
    assert clean_text(Article(id="a", paragraphs=("Satu.", "Dua."))) == "Satu.\n\nDua.\n"


def test_import_keeps_a_file_that_exists(run, text_file):
    before = text_file.read_bytes()
    result = run("import", text_file, "--out", text_file)
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert text_file.read_bytes() == before


def test_a_date_that_is_none_is_told(run, text_file):
    result = run("import", text_file, "--date", "20 Juni")
    assert result.exit_code == 2
    assert "YYYY-MM-DD" in result.stderr


class Echo:
    name, suffix, purpose = "echo", ".bin", "Tests."

    def export(self, document):
        return b"\xff\x00" + document.article.id.encode()


@pytest.fixture
def export(monkeypatch):
    monkeypatch.setattr("quizgen.cli.annotate_command.exports", lambda: (Echo(),))


def test_annotate_prints_the_bytes_of_an_export(run, export, text_file):
    assert run("annotate", text_file, "--format", "echo").stdout_bytes == b"\xff\x00perahu"


def test_annotate_writes_a_file_once(run, export, text_file, tmp_path):
    arguments = ("annotate", text_file, "--format", "echo", "--out", tmp_path / "x.bin")
    assert run(*arguments).exit_code == 0
    assert (tmp_path / "x.bin").read_bytes() == b"\xff\x00perahu"
    assert run(*arguments).exit_code == 2
    assert run(*arguments, "--force").exit_code == 0


def test_an_unknown_export_is_told_with_the_valid_ones(run, export, text_file):
    result = run("annotate", text_file, "--format", "xls")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: unknown format 'xls'; choose from: echo\n",
    )


def test_annotations_are_proposed_for_corpus_texts_only(run, text_file):
    result = run("annotate", text_file, "--write")
    assert result.exit_code == 2
    assert "no corpus text" in result.stderr


def test_annotations_by_hand_are_not_replaced_unasked(run):
    before = corpus.annotation_path("putin-pyongyang-3").read_bytes()
    result = run("annotate", "putin-pyongyang-3", "--write")
    assert result.exit_code == 2
    assert corpus.annotation_path("putin-pyongyang-3").read_bytes() == before


def test_annotations_are_proposed_beside_a_text_without_any(run, tmp_path, monkeypatch, text_file):
    folder = tmp_path / "corpus" / "kenanga"
    folder.mkdir(parents=True)
    (folder / "bipa3.txt").write_bytes(text_file.read_bytes())
    monkeypatch.setattr("quizgen.corpus.corpus_root", lambda: tmp_path / "corpus")
    result = run("annotate", "kenanga-3", "--write")
    assert (result.exit_code, result.stdout.strip()) == (0, str(folder / "bipa3.yaml"))
    assert "bocor" in (folder / "bipa3.yaml").read_text(encoding="utf-8")


def test_check_prints_file_line_severity_and_code_of_a_finding(run, tmp_path: Path):
    folder = tmp_path / "kenanga"
    folder.mkdir()
    (folder / "bipa3.txt").write_text("Judul\n\nSatu kalimat.\n", encoding="utf-8")
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert f"{folder / 'bipa3.yaml'}:1: error unreadable" in result.stdout


def test_check_says_ok_with_counts(run, monkeypatch):
    monkeypatch.setattr("quizgen.checks.corpus_rules.check_corpus", lambda folder: [])
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"ok: {len(corpus.article_ids())} texts in ")


def test_check_of_a_folder_without_texts_is_an_error(run, tmp_path):
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: no corpus in")


def test_types_are_listed_with_their_response_kinds(run, monkeypatch, exercise):
    monkeypatch.setattr("quizgen.cli.types_command.exercises", lambda: (exercise,))
    (row,) = json.loads(run("types", "--format", "json").stdout)
    assert row["name"] == "repeat"
    assert row["responses"] == ["choice"]
    assert "Siapa yang datang? → Ani" in run("types").stdout


def test_formats_are_listed_with_what_they_leave_out(run):
    rows = json.loads(run("formats", "--format", "json").stdout)
    assert [row["name"] for row in rows] == [each.name for each in formats()]
    assert all({"suffix", "purpose", "leaves_out"} <= set(row) for row in rows)
    assert len(run("formats").stdout.splitlines()) == 1 + len(rows)
