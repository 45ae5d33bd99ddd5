"""A run gives the same tables on every engine, whole or broken off."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from batch import archive
from batch.conftest import CHOICES, contents, setting
from quizgen.batch import run
from quizgen.batch.alone import alone
from quizgen.batch.engines import Cluster, Processes
from quizgen.batch.job import Choices
from quizgen.batch.tables import parts, read_part
from quizgen.errors import OutputError


def rows(out: Path, table: str) -> list[dict]:
    return [row for part in parts(out, table) for row in read_part(part)]


@pytest.fixture(scope="module")
def annotated(lines: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("annotated") / "anotasi"
    run.annotate(setting(lines, out))
    return out


def test_two_processes_write_the_same_bytes_as_one(lines: Path, made: Path, tmp_path: Path) -> None:
    run.items(setting(lines, tmp_path / "out", engine=Processes(2)), CHOICES)
    assert contents(tmp_path / "out") == contents(made)


def test_a_dask_cluster_writes_the_same_bytes(lines: Path, made: Path, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
    ) as cluster:
        engine = Cluster(cluster.scheduler_address)
        run.items(setting(lines, tmp_path / "out", engine=engine), CHOICES)
    assert contents(tmp_path / "out") == contents(made)


def test_items_come_from_each_good_article_once_and_ask_no_fact_twice(made: Path) -> None:
    items = rows(made, "items")
    assert list(dict.fromkeys(item["article_id"] for item in items)) == list(archive.GOOD)
    keys = [item["fact_key"] for item in items]
    assert len(set(keys)) == len(keys)
    assert [text["id"] for text in rows(made, "texts")] == list(archive.GOOD)


def test_a_near_duplicate_is_named_across_partitions(made: Path) -> None:
    (found,) = rows(made, "duplicates")
    assert (found["id"], found["duplicate_of"]) == ("pasar-lagi", "pasar")
    assert 0.8 <= found["similarity"] < 1


def test_bad_articles_are_rows_of_errors_in_order(made: Path, annotated: Path) -> None:
    assert [row["id"] for row in rows(made, "errors")] == ["kosong", "perahu", "arsip.jsonl:9"]
    assert [row["id"] for row in rows(annotated, "errors")] == ["kosong", "arsip.jsonl:9"]
    assert all(row["reason"] for row in rows(made, "errors"))


def test_an_article_that_the_analyser_fails_on_stops_nothing(
    lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(article: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("quizgen.language.annotate.annotate", fail)
    report = run.annotate(setting(lines, tmp_path / "out"))
    assert (report.rows, report.errors) == (0, 8)
    assert "IndexError: list index" in rows(tmp_path / "out", "errors")[0]["reason"]


def test_a_killed_run_goes_on_where_it_was(lines: Path, annotated: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "quizgen", "batch", "annotate", str(lines), "--out", str(out)]
    with subprocess.Popen(
        [*command, "--workers", "1", "--partition", "2"], stderr=subprocess.DEVNULL
    ) as started:
        while not parts(out, "articles") and started.poll() is None:
            time.sleep(0.01)
        started.kill()
    finished = {path: path.stat().st_mtime_ns for path in parts(out, "articles")}
    (out / "articles" / ".part-00003-x.tmp").write_bytes(b"PAR1")
    run.annotate(setting(lines, out))
    assert finished
    assert {path: path.stat().st_mtime_ns for path in finished} == finished
    assert contents(out) == contents(annotated)
    assert not list(out.rglob("*.tmp"))


@pytest.mark.parametrize("step", ["duplicates", "items"])
def test_what_is_decided_over_all_articles_is_the_same_after_a_break(
    step: str, lines: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    writer = "write_duplicates" if step == "duplicates" else "write_items"
    original = getattr(run, writer)

    def broken(folder: Path, numbers: list[int], *rest: float) -> None:
        original(folder, numbers[:2], *rest)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(run, writer, broken)
        with pytest.raises(KeyboardInterrupt):
            run.items(setting(lines, out), CHOICES)
    run.items(setting(lines, out), CHOICES)
    assert contents(out) == contents(made)


def test_a_finished_run_is_told_again_and_not_touched(lines: Path, made: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in made.rglob("*.parquet")}
    report = run.items(setting(lines, made), CHOICES)
    assert (report.articles, report.errors, report.duplicates) == (8, 3, 1)
    assert {path: path.stat().st_mtime_ns for path in made.rglob("*.parquet")} == before


def test_other_choices_are_refused_in_one_line(lines: Path, made: Path) -> None:
    for choices, size, told in (
        (Choices(types=CHOICES.types, seed=7), 2, "another --seed (0, now 7)"),
        (Choices(types=("essay",)), 2, "another --types"),
        (CHOICES, 3, "another --partition (2, now 3)"),
    ):
        with pytest.raises(OutputError) as error:
            run.items(setting(lines, made, size=size), choices)
        assert told in str(error.value)
        assert "\n" not in str(error.value)


def test_a_second_run_in_the_folder_of_one_at_work_is_refused(lines: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with alone(out):
        with pytest.raises(OutputError, match="another run is writing here"):
            run.annotate(setting(lines, out))
        assert not parts(out, "articles")
    assert run.annotate(setting(lines, out)).rows == 6


def test_a_changed_input_is_refused(tmp_path: Path) -> None:
    source = archive.write_lines(tmp_path / "a.jsonl")
    run.items(setting(source, tmp_path / "out"), Choices(types=("essay",)))
    source.write_text(json.dumps(archive.RECORDS[0]), encoding="utf-8")
    with pytest.raises(OutputError, match="begun with another input"):
        run.items(setting(source, tmp_path / "out"), Choices(types=("essay",)))


def test_force_begins_anew_and_leaves_a_stranger_s_file(lines: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run.items(setting(lines, out), Choices(types=("essay",)))
    (out / "catatan.txt").write_text("punyaku", encoding="utf-8")
    run.items(setting(lines, out, force=True, size=8), Choices(types=("essay",)))
    assert [path.name for path in parts(out, "items")] == ["part-00000.parquet"]
    assert (out / "catatan.txt").read_text(encoding="utf-8") == "punyaku"


def test_a_folder_of_other_files_is_not_written_into(lines: Path, tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").touch()
    with pytest.raises(OutputError, match="holds other files"):
        run.annotate(setting(lines, tmp_path))


def test_a_row_of_annotations_says_what_the_json_export_says(annotated: Path) -> None:
    from quizgen.exports.json import document_record
    from quizgen.language.annotate import annotate
    from quizgen.model import Article

    row = next(row for row in rows(annotated, "articles") if row["id"] == "pasar")
    paragraphs = tuple(archive.PASAR.split("\n\n"))
    date = row["date"]
    article = Article(id="pasar", title=row["title"], paragraphs=paragraphs, date=date)
    record = document_record(annotate(article))
    record.pop("readability")
    assert {name: row[name] for name in record} == record
