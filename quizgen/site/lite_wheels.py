"""Python wheels for the browser: what one needs, and the list from which Pyodide loads them."""

import hashlib
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.parser import Parser
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from quizgen.errors import InputError

_ASIDE = re.compile(r"[^/]+\.(?:dist-info|data)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """A wheel on disk; ``needs`` are the names of what it needs in a browser."""

    path: Path
    name: str
    version: str
    needs: tuple[str, ...]
    modules: tuple[str, ...]


def read_wheel(path: Path, environment: Mapping[str, str]) -> Wheel:
    """Return what a wheel says of itself.

    Args:
        path: the file.
        environment: what the conditions of its needs are judged by.

    Raises:
        InputError: if the file is damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            place = next(name for name in names if name.endswith(".dist-info/METADATA"))
            said = Parser().parsestr(archive.read(place).decode("utf-8"), headersonly=True)
    except (OSError, zipfile.BadZipFile, StopIteration) as error:
        raise InputError(f"{path}: is no wheel or damaged; delete it and try again") from error
    needs = (Requirement(line) for line in said.get_all("Requires-Dist") or ())
    wanted = (one for one in needs if not one.marker or one.marker.evaluate(dict(environment)))
    tops = {name.split("/")[0] for name in names}
    return Wheel(
        path=path,
        name=canonicalize_name(said["Name"]),
        version=said["Version"],
        needs=tuple(sorted({canonicalize_name(one.name) for one in wanted})),
        modules=tuple(sorted(top.removesuffix(".py") for top in tops if not _ASIDE.match(top))),
    )


def missing(wheels: Mapping[str, Wheel], wanted: Iterable[str]) -> list[str]:
    """Return the names that are wanted, or needed by a wheel, and not there."""
    needed = {*wanted, *(name for wheel in wheels.values() for name in wheel.needs)}
    return sorted(needed - set(wheels))


def reached(wheels: Mapping[str, Wheel], wanted: Iterable[str]) -> dict[str, Wheel]:
    """Return the wanted wheels with all that they need, by name."""
    found: dict[str, Wheel] = {}
    open_names = list(wanted)
    while open_names:
        name = open_names.pop()
        if name not in found:
            found[name] = wheels[name]
            open_names += found[name].needs
    return dict(sorted(found.items()))


def lock(info: Mapping[str, Any], wheels: Mapping[str, Wheel]) -> dict[str, Any]:
    """Return Pyodide's list of packages with these wheels only; ``info`` is that of its own."""
    return {"info": info, "packages": {name: _entry(each) for name, each in wheels.items()}}


def _entry(wheel: Wheel) -> dict[str, Any]:
    return {
        "name": wheel.name,
        "version": wheel.version,
        "file_name": wheel.path.name,
        "sha256": hashlib.sha256(wheel.path.read_bytes()).hexdigest(),
        "install_dir": "site",
        "package_type": "package",
        "imports": list(wheel.modules),
        "depends": list(wheel.needs),
        "unvendored_tests": False,
    }
