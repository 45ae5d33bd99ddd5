"""The checkout itself: what may not be in it, and the tools around it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[1]
HOSTS = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "ana" + "conda.org",
)
MACHINE = ("/wo" + "rk/", "/ro" + "ot/", "/opt" + "/wheels")
FOLDERS = {".ci", "benchmarks", "corpus", "notebooks", "quizgen", "tests"}


def tracked() -> list[Path]:
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a git checkout")
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    paths = [ROOT / name for name in listed.decode("utf-8").split("\0") if name]
    return [path for path in paths if path.is_file()]


@pytest.mark.parametrize("forbidden", HOSTS + MACHINE)
def test_no_file_names_a_registry_or_a_folder_of_one_machine(forbidden: str) -> None:
    found = [path for path in tracked() if forbidden.encode() in path.read_bytes()]
    assert found == []


def test_the_top_level_holds_the_known_folders_only() -> None:
    folders = {path.relative_to(ROOT).parts[0] for path in tracked() if path.parent != ROOT}
    assert folders - FOLDERS == set()


def test_no_tracked_notebook_carries_outputs() -> None:
    notebooks = [path for path in tracked() if path.suffix == ".ipynb"]
    full = [path for path in notebooks if '"output_type"' in path.read_text(encoding="utf-8")]
    assert full == []


@pytest.mark.skipif(shutil.which("sh") is None, reason="no POSIX shell")
def test_the_setup_script_is_sound_shell() -> None:
    subprocess.run(["sh", "-n", ".ci/setup"], cwd=ROOT, check=True)


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize("name", ["run", "check"])
def test_a_check_script_is_sound_and_stops_at_the_first_error(name: str) -> None:
    subprocess.run(["bash", "-n", f".ci/{name}"], cwd=ROOT, check=True)
    assert "set -euo pipefail" in (ROOT / ".ci" / name).read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("sh") is None, reason="no POSIX shell")
def test_setup_says_in_one_line_that_python_is_too_old(tmp_path: Path) -> None:
    fakes = tmp_path / "bin"
    fakes.mkdir()
    for name in ("python3", "python3.11", "python3.12", "python3.13"):
        fake = fakes / name
        fake.write_text(
            '#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" || exit 1\n', encoding="utf-8"
        )
        fake.chmod(0o755)
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "setup", tmp_path / ".ci" / "setup")
    path = f"{fakes}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", str(tmp_path / ".ci" / "setup")],
        env={**os.environ, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == "setup: Python 3.11 or newer is needed; found: Python 3.9.2\n"


SKIPS = """
import pytest

def test_a():
    pytest.skip("no tool")

@pytest.mark.skipif(True, reason="no other tool")
def test_b():
    pass

@pytest.mark.skip(reason="outside importer: not run here")
def test_c():
    pass

@pytest.mark.xfail
def test_d():
    assert False
"""


@pytest.fixture
def guarded(pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    return pytester


def test_a_skip_fails_under_ci_unless_its_reason_is_allowed(
    guarded: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    guarded.makepyfile(SKIPS)
    guarded.runpytest().assert_outcomes(failed=1, errors=1, skipped=1, xfailed=1)


def test_a_whole_module_that_skips_fails_under_ci(
    guarded: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    guarded.makepyfile('import pytest\npytest.importorskip("no_such_module")\n')
    assert guarded.runpytest().ret != 0


def test_a_skip_stays_a_skip_elsewhere(
    guarded: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    guarded.makepyfile(SKIPS)
    guarded.runpytest().assert_outcomes(skipped=3, xfailed=1)
