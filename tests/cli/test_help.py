import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from quizgen import __version__
from quizgen.cli import COMMANDS, cli

_HEAVY = ("quizgen.model", "quizgen.pipeline", "spacy", "pandas", "yaml", "docx", "typst", "lxml")


def loaded_by(*arguments: str) -> set[str]:
    code = (
        "import sys\nfrom quizgen.cli import main\n"
        f"sys.argv = ['quizgen', *{list(arguments)!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    return set(done.stderr.split())


def test_help_loads_nothing_but_click():
    loaded = loaded_by("--help")
    assert "click" in loaded
    assert not loaded.intersection(_HEAVY)
    assert {name for name in loaded if name.startswith("quizgen")} == {
        "quizgen",
        "quizgen.cli",
        "quizgen.errors",
    }


def test_listing_the_corpus_loads_no_analyser():
    assert not loaded_by("list").intersection({"spacy", "pandas", "docx", "pycrfsuite", "wordfreq"})


def test_importing_plain_text_loads_no_library_for_other_formats(text_file):
    loaded = loaded_by("import", str(text_file))
    assert "quizgen.readers.text" in loaded
    assert not loaded.intersection({"trafilatura", "docx", "pypdf", "lxml", "ssl", "spacy"})


def test_help_names_every_command():
    output = CliRunner().invoke(cli, ["--help"]).output
    assert all(f"  {name} " in output for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_has_an_example(name):
    result = CliRunner().invoke(cli, [name, "--help"])
    assert result.exit_code == 0
    assert f"Example: quizgen {name}" in " ".join(result.output.split())


def test_the_version_is_the_package_s():
    assert __version__ in CliRunner().invoke(cli, ["--version"]).output


def test_output_is_utf_8_on_a_console_of_another_code_page():
    done = subprocess.run(
        [sys.executable, "-m", "quizgen", "show", "-"],
        input="Warga desa itu berkata, “Kami → sungai” dan pergi ke rumah yang baru.".encode(),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        check=True,
    )
    assert "“Kami → sungai”" in done.stdout.decode("utf-8")
