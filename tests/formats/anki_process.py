"""Runs steps in a collection of Anki's own; skips where the package anki is missing."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def run(*steps: list[Any]) -> list[Any]:
    """Return what each step gives; ``anki_collection`` says which there are."""
    if importlib.util.find_spec("anki") is None:
        pytest.skip("the package anki is not installed")
    script = Path(__file__).with_name("anki_collection.py")
    done = subprocess.run(
        [sys.executable, str(script)], input=json.dumps(steps), capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))
