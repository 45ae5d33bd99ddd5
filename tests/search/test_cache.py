import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from quizgen.errors import InputError
from quizgen.search import open_index, search
from quizgen.search.cache import FOLDER_VARIABLE, folder

TEXT = "Perahu Baru\n\nWarga desa menerima dua perahu baru pada hari Senin di Desa Kenanga.\n"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache" / "search"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    path = tmp_path / "teks"
    (path / "dalam").mkdir(parents=True)
    (path / "dalam" / "perahu.txt").write_text(TEXT, encoding="utf-8")
    return path


def kept(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.iterdir())


def remarks(root: Path) -> list[str]:
    told: list[str] = []
    open_index(root, remark=told.append)
    return told


def test_an_index_is_built_once_and_again_when_a_text_changes(cache: Path, texts: Path) -> None:
    assert len(remarks(texts)) == 1
    assert remarks(texts) == []
    assert len(kept(cache)) == 1
    (texts / "dalam" / "perahu.txt").write_text(TEXT.replace("dua", "tiga"), encoding="utf-8")
    (line,) = search("tiga", open_index(texts)).lines
    assert line.article == "dalam-perahu"
    assert len(kept(cache)) == 2


def test_a_broken_index_is_built_again(cache: Path, texts: Path) -> None:
    open_index(texts)
    (path,) = cache.iterdir()
    path.write_bytes(b"not a database, but long enough to be looked at" * 50)
    assert search("perahu", open_index(texts)).total == 1
    assert path.read_bytes()[:6] == b"SQLite"


def test_an_index_that_was_not_finished_is_built_again(cache: Path, texts: Path) -> None:
    open_index(texts)
    (path,) = cache.iterdir()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 0")
    connection.close()
    assert len(remarks(texts)) == 1


def test_where_nothing_can_be_kept_the_search_still_works(cache: Path, texts: Path) -> None:
    cache.parent.parent.mkdir(exist_ok=True)
    cache.parent.write_text("a file in the place of the folder", encoding="utf-8")
    assert search("perahu", open_index(texts)).lines


def test_only_the_latest_indexes_are_kept(cache: Path, texts: Path) -> None:
    cache.mkdir(parents=True)
    for number in range(12):
        (cache / f"{number}.sqlite").write_bytes(b"")
    open_index(texts)
    assert len(kept(cache)) == 8


def build(root: Path) -> int:
    return len(search("perahu", open_index(root)).lines)


def test_two_processes_at_once_leave_one_whole_index(cache: Path, texts: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(build, [texts, texts]) == [1, 1]
    assert len(kept(cache)) == 1
    assert build(texts) == 1


def test_a_text_that_cannot_be_read_is_told_and_the_rest_is_searched(
    cache: Path, texts: Path
) -> None:
    (texts / "rusak.txt").write_bytes(b"\xff\xfe\x00")
    told = remarks(texts)
    assert any("rusak.txt" in remark for remark in told)
    assert search("perahu", open_index(texts)).lines


def test_a_folder_without_texts_is_told(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    with pytest.raises(InputError, match="holds no text"):
        open_index(tmp_path / "kosong")
    with pytest.raises(InputError, match="is no folder"):
        open_index(tmp_path / "tidak-ada")


def test_the_folder_is_the_users_own_unless_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    assert "quizgen" in folder().parts
