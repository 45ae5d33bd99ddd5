"""The input is cut without being held."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from batch import archive
from quizgen.batch.incoming import Failure, article_from, articles
from quizgen.batch.partitions import Partition, cut, fingerprint
from quizgen.errors import InputError


def ids(partitions: list[Partition]) -> list[list[str]]:
    return [[each.id for each in articles(partition)] for partition in partitions]


def test_lines_are_cut_after_so_many_articles_and_blank_ones_do_not_count(lines: Path) -> None:
    assert ids(cut(lines, 3)) == [
        ["perahu", "pasar", "kosong"],
        ["kebun", "pasar-lagi", "kereta"],
        ["perahu", "arsip.jsonl:9"],
    ]


def test_rows_are_cut_whatever_the_row_groups_are(tmp_path: Path) -> None:
    path = tmp_path / "arsip.parquet"
    table = pa.table({"id": [f"a{n}" for n in range(7)], "text": [archive.PASAR] * 7})
    pq.write_table(table, path, row_group_size=2)
    assert ids(cut(path, 3)) == [["a0", "a1", "a2"], ["a3", "a4", "a5"], ["a6"]]


def test_a_folder_gives_its_texts_and_tables_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "perahu.txt").write_text(archive.PERAHU, encoding="utf-8")
    (tmp_path / "a.md").write_text(archive.KEBUN, encoding="utf-8")
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8")
    archive.write_lines(tmp_path / "c.jsonl")
    (tmp_path / "d.txt").write_text(archive.PASAR, encoding="utf-8")
    partitions = cut(tmp_path, 20)
    assert [each.kind for each in partitions] == ["files", "lines", "files"]
    assert ids(partitions)[0] == ["2024/perahu", "a"]
    assert ids(partitions)[2] == ["d"]
    assert [each.number for each in partitions] == [0, 1, 2]


def test_a_date_may_be_text_a_day_or_a_time_stamp(tmp_path: Path) -> None:
    path = tmp_path / "arsip.parquet"
    day = pa.array([1_715_000_000], pa.timestamp("s"))
    pq.write_table(pa.table({"id": [1], "text": [archive.PASAR], "date": day}), path)
    (article,) = articles(cut(path, 1)[0])
    assert not isinstance(article, Failure)
    assert (article.id, str(article.date)) == ("1", "2024-05-06")


@pytest.mark.parametrize(
    ("written", "read"),
    [("Senin, 6 Mei 2024-  17:25 WIB", "2024-05-06"), ("5/6/2024", "None"), ("kemarin", "None")],
)
def test_a_date_in_words_is_read_and_no_other_is_guessed(written: str, read: str) -> None:
    record = {"id": "x", "text": archive.KERETA, "date": written}
    article = article_from(record, "a.jsonl:1")
    assert not isinstance(article, Failure)
    assert str(article.date) == read


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ('{"text": "Pasar itu dibuka."}', "has no id"),
        ('{"id": "x", "text": 3}', "has no text"),
        ('{"id": "x", "text": "The council has said that it will build a new bridge."}', "English"),
        ('{"id": "x", "text": "Pasar itu dibuka di desa.", "level": 9}', "level 9"),
        ('{"id": "x", "text": "Pasar \\ud800 itu."}', "malformed"),
        ("[1]", "is no JSON object"),
        ('{"id": "x"', "is no JSON object"),
    ],
)
def test_a_bad_record_is_told_with_its_reason(tmp_path: Path, record: str, reason: str) -> None:
    path = tmp_path / "arsip.jsonl"
    path.write_text(f"\n{record}\n", encoding="utf-8")
    (found,) = articles(cut(path, 5)[0])
    assert isinstance(found, Failure)
    assert reason in found.reason
    assert found.id in ("x", "arsip.jsonl:2")


def test_bytes_that_are_no_utf_8_are_told(tmp_path: Path) -> None:
    path = tmp_path / "arsip.jsonl"
    path.write_bytes(b'{"id": "x", "text": "\xff"}\n')
    (found,) = articles(cut(path, 5)[0])
    assert found == Failure("arsip.jsonl:1", "is no UTF-8; save the file as UTF-8")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.txt", b"Pasar", "is one text"),
        ("a.jsonl", b"\n\n", "holds no article"),
        ("a.parquet", b"PAR", "is no Parquet file"),
        ("none", None, "no such folder"),
    ],
)
def test_what_is_no_archive_is_told_at_once(
    tmp_path: Path, name: str, data: bytes | None, told: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=told):
        cut(tmp_path / name, 5)


def test_a_table_without_texts_is_told_with_its_missing_column(tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["x"], "isi": ["y"]}), tmp_path / "a.parquet")
    with pytest.raises(InputError, match="no column text"):
        cut(tmp_path / "a.parquet", 5)


def test_a_changed_input_has_another_fingerprint(tmp_path: Path) -> None:
    path = archive.write_lines(tmp_path / "a.jsonl")
    before = fingerprint(path), fingerprint(tmp_path)
    with path.open("a", encoding="utf-8") as file:
        file.write('{"id": "y", "text": "Desa itu."}\n')
    assert fingerprint(path) != before[0]
    assert fingerprint(tmp_path) != before[1]
