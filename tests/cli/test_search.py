"""search, stats --frequency and annotate --corpus."""

import json

import pytest

TEXT = (
    "Perahu Baru untuk Desa Kenanga\n\n"
    "Warga Desa Kenanga menerima dua perahu baru pada hari Senin. Perahu itu dibuat oleh para"
    " pemuda dan akan digunakan untuk mengantarkan anak-anak ke sekolah.\n"
)


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZGEN_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "teks"
    folder.mkdir()
    (folder / "perahu.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_hits_stand_below_each_other_and_the_count_is_a_remark(run, texts):
    result = run("search", "perahu", "--corpus", texts)
    lines = result.stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [["perahu", "s1"], ["perahu", "s2"]]
    assert lines[0].rindex("perahu") == lines[1].rindex("Perahu")
    assert "2 lines from 1 text." in result.stderr


def test_several_words_are_one_query_quoted_or_not(run, texts):
    for query in (["perahu baru"], ["perahu", "baru"]):
        (line,) = json.loads(run("search", *query, "--corpus", texts, "--format", "json").stdout)
        assert line["hit"] == "perahu baru"


def test_nothing_found_is_one_line_and_exit_code_one(run, texts):
    result = run("search", "gajah", "--corpus", texts)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines()[-1] == "gajah: not found in 2 sentences of 1 texts."


def test_a_query_that_cannot_be_read_is_one_line_and_exit_code_two(run, texts):
    result = run("search", "pos:KATA", "--corpus", texts)
    assert result.exit_code == 2
    assert "unknown part of speech 'KATA'" in result.stderr


def test_a_page_is_written_and_not_written_over(run, texts, tmp_path):
    out = tmp_path / "hasil.html"
    arguments = ("search", "meN-…-kan", "--corpus", texts, "--format", "html", "--out", out)
    assert run(*arguments).exit_code == 0
    assert "<b>mengantarkan</b>" in out.read_text(encoding="utf-8")
    assert run(*arguments).exit_code == 2


def test_collocates_have_both_measures(run, texts):
    result = run(
        "search", "perahu", "--collocates", "headword", "--corpus", texts, "--format", "json"
    )
    rows = json.loads(result.stdout)
    assert rows == [] or {"collocate", "logdice", "loglikelihood"} <= set(rows[0])


def test_a_frequency_list_has_counts_rates_and_spread(run, texts):
    arguments = ("stats", "--frequency", "word", "--corpus", texts, "--format", "json")
    first, *_ = json.loads(run(*arguments).stdout)
    assert (first["value"], first["count"], first["texts"]) == ("perahu", 2, 1)
    assert first["dp"] is None


def test_sources_and_a_corpus_are_not_counted_together(run, texts):
    assert run("stats", texts / "perahu.txt", "--corpus", texts).exit_code == 2


def test_the_annotations_of_a_folder_are_written_into_another(run, texts, tmp_path):
    out = tmp_path / "keluar"
    result = run("annotate", "--corpus", texts, "--format", "conllu", "--out", out)
    assert result.stdout.splitlines() == [str(out / "corpus.conllu")]
    assert "# sent_id = perahu-s1" in (out / "corpus.conllu").read_text(encoding="utf-8")
    assert run("annotate", "--corpus", texts, "--format", "conllu", "--out", out).exit_code == 2


def test_annotate_needs_one_text_or_a_corpus_with_a_folder(run, texts):
    assert run("annotate").exit_code == 2
    assert run("annotate", texts / "perahu.txt", "--corpus", texts).exit_code == 2
    assert "--out" in run("annotate", "--corpus", texts).stderr
