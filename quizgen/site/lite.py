"""A JupyterLite corner: the students' notebooks run in the browser, with nothing from outside.

JupyterLite alone would load Pyodide and every Python package from a server of its makers. Here the
site holds them: Pyodide from its npm package, wheels beside it, and a list of packages that names
these wheels only.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from quizgen.errors import InputError
from quizgen.site.lite_parts import Runtime, find_runtime, find_wheels
from quizgen.site.lite_wheels import Wheel, lock

_KERNEL = "@jupyterlite/pyodide-kernel-extension"
_EPOCH = "946684800"
"""What the files are dated, in seconds since 1970: the same notebooks give the same bytes."""


def build_lite(notebooks: Mapping[str, bytes], parts: Path | None) -> dict[str, bytes]:
    """Return the files of a JupyterLite with these notebooks, by path.

    Args:
        notebooks: content by file name.
        parts: where parts are found and kept; they are fetched and forgotten if None.

    Raises:
        InputError: if JupyterLite is not installed, a part can neither be found nor fetched, or
            JupyterLite cannot be built.
    """
    extensions = find_extensions()
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        runtime, wheels = _parts(extensions[_KERNEL], parts or work / "parts")
        _lay_out(work / "lite", notebooks, runtime, wheels, list(extensions.values()))
        _build(work)
        out = work / "out"
        found = (path for path in sorted(out.rglob("*")) if path.is_file())
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def find_extensions() -> dict[str, Path]:
    """Return the folder of every JupyterLab extension that is copied.

    Raises:
        InputError: if one is not installed.
    """
    modules = ("jupyterlite_core", "jupyterlite_pyodide_kernel", "jupyter_server")
    if not all(importlib.util.find_spec(name) for name in modules):
        raise InputError("--lite: JupyterLite is not installed; pip install 'quizgen[lite]'")
    from jupyter_core.paths import jupyter_path

    found = {}
    for name in settings()["extensions"]:
        places = (Path(place) / name for place in jupyter_path("labextensions"))
        place = next((one for one in places if one.is_dir()), None)
        if place is None:
            raise InputError(f"--lite: {name} is not installed; pip install 'quizgen[lite]'")
        found[name] = place
    return found


def _parts(kernel: Path, folder: Path) -> tuple[Runtime, dict[str, Wheel]]:
    from jupyterlite_pyodide_kernel.constants import PYODIDE_VERSION

    table = settings()
    runtime = find_runtime(folder, PYODIDE_VERSION, table["runtime"])
    environment = table["environment"] | {
        "python_version": runtime.python,
        "python_full_version": runtime.packages["info"]["python"],
    }
    own = sorted((kernel / "static" / "pypi").glob("*.whl"))
    wanted = [*table["packages"], *table["kernel"]]
    return runtime, find_wheels(folder, own, wanted, runtime, environment)


def _lay_out(
    folder: Path,
    notebooks: Mapping[str, bytes],
    runtime: Runtime,
    wheels: Mapping[str, Wheel],
    extensions: Sequence[Path],
) -> None:
    """Write what JupyterLite is built from."""
    static, contents = folder / "static" / "pyodide", folder / "contents"
    for place in (static, contents):
        place.mkdir(parents=True)
    for name, data in notebooks.items():
        (contents / name).write_bytes(data)
    for name, data in runtime.files.items():
        (static / name).write_bytes(data)
    for wheel in wheels.values():
        (static / wheel.path.name).write_bytes(wheel.path.read_bytes())
    _write_json(static / "pyodide-lock.json", lock(runtime.packages["info"], wheels))
    _write_json(folder / "jupyter-lite.json", _page_settings())
    _write_json(folder / "jupyter_lite_config.json", _build_settings(folder, extensions))


def _page_settings() -> dict[str, Any]:
    table = settings()
    kernel = {
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": [*table["packages"], *table["kernel"]]},
    }
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {"litePluginSettings": {f"{_KERNEL}:kernel": kernel}},
    }


def _build_settings(folder: Path, extensions: Sequence[Path]) -> dict[str, Any]:
    config = {
        "apps": settings()["apps"],
        "contents": [str(folder / "contents")],
        "federated_extensions": [str(place) for place in extensions],
        "ignore_sys_prefix": ["federated_extensions"],
        "no_libarchive": True,
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "output_dir": str(folder.with_name("out")),
    }
    return {"LiteBuildConfig": config}


def _build(work: Path) -> None:
    """Run the builder of JupyterLite.

    Raises:
        InputError: with its last line, if it fails.
    """
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--source-date-epoch", _EPOCH]
    done = subprocess.run(
        command, cwd=work / "lite", capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
        raise InputError(f"--lite: JupyterLite cannot be built ({last})")


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1, sort_keys=True) + "\n", encoding="utf-8")


@cache
def settings() -> dict[str, Any]:
    """Return the table of what a corner is made of."""
    text = resources.files(__package__).joinpath("lite.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
