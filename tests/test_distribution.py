"""What pyproject.toml promises of the wheel; ``.ci/run`` builds and installs the real one."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WHEEL = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]


def test_the_wheel_holds_the_package_and_the_corpus_and_nothing_else() -> None:
    assert WHEEL["packages"] == ["quizgen"]
    assert WHEEL["force-include"] == {"corpus": "quizgen/corpus_data"}


def test_every_licence_file_exists() -> None:
    files = PROJECT["project"]["license-files"]
    assert files
    assert [name for name in files if not (ROOT / name).is_file()] == []


def test_each_licence_in_the_expression_is_in_a_licence_file() -> None:
    files = [
        (ROOT / name).read_text(encoding="utf-8") for name in PROJECT["project"]["license-files"]
    ]
    text = " ".join(" ".join(files).split())
    assert PROJECT["project"]["license"] == "MIT AND CC-BY-SA-4.0 AND 0BSD"
    assert "MIT License" in text
    assert "CC-BY-SA-4.0" in text
    assert "Zero-Clause BSD" in text


def test_the_builder_includes_every_data_file_and_no_test(tmp_path: Path) -> None:
    wheel = pytest.importorskip("hatchling.builders.wheel", reason="hatchling is not installed")
    builder = wheel.WheelBuilder(str(ROOT))
    included = {file.distribution_path for file in builder.recurse_included_files()}
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "quizgen").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    corpus = {
        f"quizgen/corpus_data/{path.relative_to(ROOT / 'corpus').as_posix()}"
        for path in (ROOT / "corpus").rglob("*")
        if path.is_file()
    }
    assert included == wanted | corpus
