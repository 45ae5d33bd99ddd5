from pathlib import Path

import pytest

from quizgen import output_files
from quizgen.errors import OutputError


def test_files_are_written_whole_into_a_folder_that_is_made(tmp_path: Path):
    out = tmp_path / "a" / "b"
    assert output_files.write_all([("x.txt", b"1"), ("y.txt", b"2")], out, force=False) == [
        out / "x.txt",
        out / "y.txt",
    ]
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {
        "x.txt": b"1",
        "y.txt": b"2",
    }


def test_nothing_is_written_if_one_of_the_files_exists(tmp_path: Path):
    (tmp_path / "y.txt").write_bytes(b"old")
    with pytest.raises(OutputError, match=r"y\.txt: exists already; use --force"):
        output_files.write_all([("x.txt", b"1"), ("y.txt", b"2")], tmp_path, force=False)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_force_replaces_what_exists(tmp_path: Path):
    (tmp_path / "y.txt").write_bytes(b"old")
    output_files.write_all([("y.txt", b"new")], tmp_path, force=True)
    assert (tmp_path / "y.txt").read_bytes() == b"new"


def test_a_folder_that_is_a_file_cannot_be_written_into(tmp_path: Path):
    (tmp_path / "taken").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be written"):
        output_files.write_all([("x.txt", b"1")], tmp_path / "taken", force=True)


def test_a_disk_that_fails_leaves_no_half_file_behind(tmp_path: Path, monkeypatch):
    real = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if "y.txt" in path.name:
            raise OSError(28, "No space left on device")
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match=r"y\.txt: cannot be written \(No space left"):
        output_files.write_all([("x.txt", b"1"), ("y.txt", b"2")], tmp_path, force=False)
    assert list(tmp_path.iterdir()) == []
