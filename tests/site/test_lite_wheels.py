"""Which wheels a browser needs, and the list from which Pyodide loads them."""

import hashlib
import tarfile
import zipfile
from pathlib import Path

import pytest

from quizgen.errors import InputError
from quizgen.site import lite_parts
from quizgen.site.lite import settings
from quizgen.site.lite_parts import Runtime, find_runtime, find_wheels
from quizgen.site.lite_wheels import lock, missing, reached, read_wheel

HERE = {**settings()["environment"], "python_version": "3.14", "python_full_version": "3.14.2"}
RUNTIME = Runtime(
    {}, {"info": {"python": "3.14.2"}, "packages": {"kata-dasar": {"version": "2.0"}}}
)


def write_wheel(folder: Path, name: str, version: str, *needs: str) -> Path:
    path = folder / f"{name}-{version}-py3-none-any.whl"
    said = [f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {each}" for each in needs)]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}/__init__.py", "")
        archive.writestr(f"{name}_cepat.py", "")
        archive.writestr(f"{name}-{version}.data/data/x", "")
        archive.writestr(f"{name}-{version}.dist-info/METADATA", "\n".join(said) + "\n\nIsi\n")
    return path


def test_a_wheel_tells_its_modules_and_what_it_needs_in_a_browser(tmp_path: Path) -> None:
    conditions = [
        "Kata_Dasar>=1", 'pexpect; sys_platform != "emscripten"', 'ujian; extra == "test"',
        'lama; python_version < "3.12"',
    ]  # fmt: skip
    wheel = read_wheel(write_wheel(tmp_path, "Soal_Jawab", "1.0", *conditions), HERE)
    assert (wheel.name, wheel.version) == ("soal-jawab", "1.0")
    assert wheel.needs == ("kata-dasar",)
    assert wheel.modules == ("Soal_Jawab", "Soal_Jawab_cepat")


def test_a_damaged_wheel_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rusak.whl"
    path.write_bytes(b"PK")
    with pytest.raises(InputError, match=r"rusak\.whl"):
        read_wheel(path, HERE)


def test_only_what_is_wanted_or_needed_is_taken(tmp_path: Path) -> None:
    made = [("a", ["b"]), ("b", ["a"]), ("c", [])]
    wheels = {
        name: read_wheel(write_wheel(tmp_path, name, "1", *needs), HERE) for name, needs in made
    }
    assert list(reached(wheels, ["a"])) == ["a", "b"]
    assert missing(wheels, ["a", "d"]) == ["d"]


def test_the_list_names_each_wheel_with_its_checksum(tmp_path: Path) -> None:
    path = write_wheel(tmp_path, "a", "1")
    made = lock({"python": "3.14.2"}, {"a": read_wheel(path, HERE)})
    assert made["info"] == {"python": "3.14.2"}
    assert made["packages"]["a"]["file_name"] == path.name
    assert made["packages"]["a"]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_nothing_is_fetched_where_all_parts_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lite_parts, "_run", lambda *_: pytest.fail("fetches"))
    write_wheel(tmp_path, "kata_dasar", "1.0")
    write_wheel(tmp_path, "kata_dasar", "2.0")
    write_wheel(tmp_path, "a", "1", "kata-dasar")
    found = find_wheels(tmp_path, [], ["a"], RUNTIME, HERE)
    assert {name: wheel.version for name, wheel in found.items()} == {"a": "1", "kata-dasar": "2.0"}


def test_a_missing_wheel_is_fetched_in_the_version_that_pyodide_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fake_pip(command: list[str], name: str) -> None:
        asked.append(command[-1])
        write_wheel(tmp_path, "kata_dasar", "2.0")

    monkeypatch.setattr(lite_parts, "_run", fake_pip)
    write_wheel(tmp_path, "a", "1", "kata-dasar")
    assert "kata-dasar" in find_wheels(tmp_path, [], ["a"], RUNTIME, HERE)
    assert asked == ["kata-dasar==2.0"]


def test_the_kernels_own_wheel_wins(tmp_path: Path) -> None:
    fetched, kernel = tmp_path / "parts", tmp_path / "kernel"
    fetched.mkdir()
    kernel.mkdir()
    write_wheel(fetched, "a", "9")
    own = write_wheel(kernel, "a", "1")
    assert find_wheels(fetched, [own], ["a"], RUNTIME, HERE)["a"].path == own


def test_a_runtime_without_npm_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(InputError, match=r"pyodide-1\.tgz: is missing, and npm"):
        find_runtime(tmp_path, "1", ["pyodide.mjs"])


def test_a_runtime_that_lacks_a_file_is_named(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "pyodide-1.tgz", "w:gz"):
        pass
    with pytest.raises(InputError, match="is damaged"):
        find_runtime(tmp_path, "1", ["pyodide.mjs"])
