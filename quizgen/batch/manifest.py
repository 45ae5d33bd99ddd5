"""What a run was begun with, so that it goes on only with the same."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from quizgen.batch.alone import LOCK
from quizgen.errors import OutputError

NAME = "manifest.json"
_WORDS = {
    "quizgen": "version of quizgen",
    "command": "command",
    "fingerprint": "input",
    "size": "--partition",
    "types": "--types",
    "level": "--level",
    "seed": "--seed",
    "similarity": "--similarity",
}


def begin(out: Path, wanted: Mapping[str, Any], tables: Iterable[str], *, force: bool) -> None:
    """Make a folder that is there ready for a run, or for going on with an earlier one.

    Args:
        out: the folder of the run.
        wanted: what the run depends on, by the names of the manifest.
        tables: the folders that a run writes; with ``force`` an earlier run's are removed.
        force: begin anew.

    Raises:
        OutputError: if the folder holds a run with other choices.
    """
    path = out / NAME
    if force and path.exists():
        _remove_run(out, tables)
    if path.exists():
        _check_same(path, wanted)
        return
    text = json.dumps({**wanted}, ensure_ascii=False, indent=2)
    beside = out / f".{NAME}.tmp"
    beside.write_text(f"{text}\n", encoding="utf-8")
    beside.replace(path)


def refuse_other_files(out: Path) -> None:
    """Check that a folder is new, empty or one of an earlier run.

    Raises:
        OutputError: if it holds files of another kind, or is a file.
    """
    if not out.exists() or (out / NAME).exists():
        return
    if not out.is_dir() or any(path.name != LOCK for path in out.iterdir()):
        raise OutputError(f"{out}: holds other files; choose another --out")


def read_manifest(out: Path) -> dict[str, Any]:
    """Return what a run was begun with.

    Raises:
        OutputError: if the folder holds no run.
    """
    try:
        found = json.loads((out / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise OutputError(f"{out}: is no folder of 'quizgen batch'; check the path") from error
    return dict(found)


def _check_same(path: Path, wanted: Mapping[str, Any]) -> None:
    begun = read_manifest(path.parent)
    for name, value in wanted.items():
        if begun.get(name) != value and name in _WORDS:
            told = f" ({begun.get(name)}, now {value})" if name != "fingerprint" else ""
            raise OutputError(
                f"{path.parent}: was begun with another {_WORDS[name]}{told}; choose another --out,"
                " or --force to begin anew"
            )


def _remove_run(out: Path, tables: Iterable[str]) -> None:
    """Remove the parts and the manifest of a run, and nothing else that stands beside them."""
    for table in tables:
        for part in (out / table).glob("part-*.parquet"):
            part.unlink()
        if (out / table).is_dir() and not any((out / table).iterdir()):
            (out / table).rmdir()
    (out / NAME).unlink()
