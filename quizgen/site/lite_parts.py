"""The parts of a JupyterLite corner: fetched with pip and npm, or found where they are kept."""

import importlib.metadata
import json
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen.errors import InputError
from quizgen.site.lite_wheels import Wheel, missing, reached, read_wheel


@dataclass(frozen=True, slots=True)
class Runtime:
    """Pyodide: its files by name, and its list of packages."""

    files: dict[str, bytes]
    packages: dict[str, Any]

    @property
    def python(self) -> str:
        """Return the version of Python, such as 3.14."""
        return str(self.packages["info"]["python"]).rpartition(".")[0]

    def version_of(self, name: str) -> str:
        """Return which version of a package to take; empty for the newest."""
        known = self.packages["packages"].get(name)
        if known:
            return str(known["version"])
        try:
            return importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            return ""


def find_runtime(folder: Path, version: str, names: Sequence[str]) -> Runtime:
    """Return Pyodide from its npm package in ``folder``, which is fetched if it is missing.

    Raises:
        InputError: if it cannot be fetched or read.
    """
    path = folder / f"pyodide-{version}.tgz"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        npm = shutil.which("npm")
        if not npm:
            raise InputError(f"{path}: is missing, and npm, which would fetch it, is not installed")
        _run([npm, "pack", f"pyodide@{version}", "--pack-destination", str(folder)], "npm")
    try:
        with tarfile.open(path) as archive:
            files = {name: _member(archive, name) for name in (*names, "pyodide-lock.json")}
    except (OSError, tarfile.TarError, KeyError) as error:
        raise InputError(f"{path}: is damaged; delete it and try again") from error
    return Runtime(files, json.loads(files.pop("pyodide-lock.json")))


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(f"package/{name}")
    if file is None:
        raise KeyError(name)
    return file.read()


def find_wheels(
    folder: Path,
    kernel: Sequence[Path],
    wanted: Sequence[str],
    runtime: Runtime,
    environment: Mapping[str, str],
) -> dict[str, Wheel]:
    """Return the wanted wheels and all that they need, fetching into ``folder`` what is missing.

    Raises:
        InputError: if one cannot be fetched, has no version for every system, or is damaged.
    """
    own = [read_wheel(path, environment) for path in kernel]
    while True:
        there = [read_wheel(path, environment) for path in sorted(folder.glob("*.whl"))]
        wheels = {wheel.name: wheel for wheel in there if _fits(wheel, runtime)}
        # The kernel's stand-ins win: it brings a small ipykernel of its own.
        wheels |= {wheel.name: wheel for wheel in own}
        lacking = missing(wheels, wanted)
        if not lacking:
            return reached(wheels, wanted)
        _fetch(folder, lacking, runtime)


def _fits(wheel: Wheel, runtime: Runtime) -> bool:
    return runtime.version_of(wheel.name) in ("", wheel.version)


def _fetch(folder: Path, names: Sequence[str], runtime: Runtime) -> None:
    versions = {name: runtime.version_of(name) for name in names}
    wanted = [f"{name}=={version}" if version else name for name, version in versions.items()]
    options = ["--no-deps", "--only-binary=:all:", "--python-version", runtime.python]
    options += ["--implementation", "py", "--abi", "none", "--platform", "any", "-d", str(folder)]
    _run([sys.executable, "-m", "pip", "download", "-q", *options, *wanted], "pip")


def _run(command: Sequence[str], name: str) -> None:
    """Run a program that fetches parts.

    Raises:
        InputError: with its last line, if it fails.
    """
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
        raise InputError(f"--lite: {name} cannot fetch a part ({last}); is there a network?")
