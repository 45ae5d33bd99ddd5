"""Runs a script of this folder in Node with packages from npm; skips where they are missing.

``npm install --prefix FOLDER gift-pegjs`` and ``NODE_PATH=FOLDER/node_modules`` bring one.
"""

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def run(script: str, package: str, source: bytes) -> str:
    """Return what the script prints for ``source``; an error of the script fails the test."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    if not _has(node, package):
        pytest.skip(f"npm package {package} is not on NODE_PATH")
    done = subprocess.run(
        [node, str(HERE / script)], input=source, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode("utf-8")
    return done.stdout.decode("utf-8")


@cache
def _has(node: str, package: str) -> bool:
    command = [node, "-e", "require.resolve(process.argv[1])", package]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
