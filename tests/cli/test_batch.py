"""``quizgen batch`` and ``worksheet --bank``: arguments to calls, and errors in one line."""

import json
from pathlib import Path

import pytest
from batch import archive
from click.testing import CliRunner, Result

from quizgen.cli import cli

TYPES = ("--types", "detail,synonym,affix-root")


def call(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("batch")
    source = archive.write_lines(folder / "arsip.jsonl")
    out = folder / "soal"
    made = call("batch", "items", source, "--out", out, "--workers", 1, *TYPES)
    assert made.exit_code == 0, made.output
    assert made.stdout == f"{out}\n"
    lines = made.stderr.splitlines()
    assert lines[0].startswith("compare: 8 of 8 articles")
    assert "3 articles in errors, 1 near-duplicates" in lines[-1]
    built = call("batch", "bank", out, "--out", folder / "bank.sqlite")
    assert built.exit_code == 0, built.output
    assert built.stderr.endswith("items of 4 texts.\n")
    return folder / "bank.sqlite"


def test_a_sheet_is_drawn_from_the_bank(bank: Path, tmp_path: Path) -> None:
    chosen = ("--topic", "pasar", "--entity", "Rahmawati", "--process", "interpret,language")
    made = call(
        "worksheet", "--bank", bank, *chosen, "--count", 2, "--format", "json", "--out", tmp_path
    )
    assert made.exit_code == 0, made.output
    assert "Drawn from pasar." in made.stderr
    (path, *_) = (Path(line) for line in made.stdout.splitlines())
    sheet = json.loads(path.read_text(encoding="utf-8"))
    assert path.name.startswith("bank-pasar.")
    assert sheet


def test_a_bank_that_exists_is_kept(bank: Path) -> None:
    before = bank.read_bytes()
    again = call("batch", "bank", bank.parent / "soal", "--out", bank)
    assert again.exit_code == 2
    assert "use --force" in again.stderr
    assert bank.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("worksheet",), "Give either a SOURCE or --bank FILE"),
        (("worksheet", "a.txt", "--bank", "b"), "Give either a SOURCE or --bank FILE"),
        (("worksheet", "a.txt", "--topic", "banjir"), "--topic goes with --bank"),
        (("worksheet", "--bank", "b", "--process", "guess"), "'guess' is none of"),
        (("worksheet", "--bank", "b", "--article", "a"), "--bank goes without --article"),
        (("worksheet", "--bank", "none"), "no such bank"),
        (("batch", "items", "none", "--out", "o"), "no such folder or file"),
        (("batch", "items", "none", "--out", "o", "--types", "x"), "unknown type"),
        (("batch", "annotate", "n", "--out", "o", "--workers", 2, "--scheduler", "t"), "either"),
    ],
)
def test_wrong_usage_is_one_line(
    arguments: tuple[object, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = call(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_missing_packages_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for name in [name for name in sys.modules if name.startswith("quizgen.batch")]:
        monkeypatch.delitem(sys.modules, name)
    result = call("batch", "items", tmp_path, "--out", tmp_path / "o")
    assert result.exit_code == 2
    assert "pip install 'quizgen[batch]'" in result.stderr


@pytest.mark.parametrize("name", ["annotate", "items", "bank"])
def test_the_help_of_each_part_has_an_example(name: str) -> None:
    result = call("batch", name, "--help")
    assert f"Example: quizgen batch {name}" in " ".join(result.output.split())
