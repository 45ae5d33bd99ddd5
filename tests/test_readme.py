"""What the README promises is there."""

import re
from pathlib import Path

import pytest
from click import Command, Context, Group

from quizgen import interfaces
from quizgen.cli import cli

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
RUN = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands() -> dict[str, set[str]]:
    """Return every command of the program and its options, those of its parts included."""
    context = Context(cli)
    found = {name: cli.get_command(context, name) for name in cli.list_commands(context)}
    return {
        name: {option for each in parts(command) for p in each.params for option in p.opts}
        for name, command in found.items()
        if command
    }


def parts(command: Command) -> list[Command]:
    """Return a command with those below it."""
    return [command, *(command.commands.values() if isinstance(command, Group) else ())]


@pytest.mark.parametrize("block", BLOCKS[:2], ids=["try it", "run the tests"])
def test_a_first_command_is_one_line_and_the_checks_run_that_line(block: str) -> None:
    assert block.count("\n") == 1
    assert block.strip() in [line.strip() for line in RUN.splitlines()]


def test_the_first_two_blocks_set_up_a_clone() -> None:
    assert [block.split(" && ")[0] for block in BLOCKS[:2]] == ["sh .ci/setup", "sh .ci/setup test"]


def test_every_command_shown_exists_with_its_options() -> None:
    shown = re.findall(
        r"(?:^|&& )(?:\.venv/bin/)?quizgen (\S+)(.*?)(?= &&|#|$)", "\n".join(BLOCKS), re.M
    )
    known = commands()
    missing = [
        f"{name} {option}"
        for name, rest in shown
        for option in re.findall(r"--[a-z][a-z-]*", rest) or [""]
        if name not in known or (option and option not in known[name])
    ]
    assert shown
    assert missing == []


def test_every_command_of_the_program_is_shown() -> None:
    shown = set(re.findall(r"\bquizgen ([a-z]+)", README))
    assert set(commands()) - shown == set()


def test_every_exercise_type_and_no_other_is_listed() -> None:
    section = README.split("**Exercise types**")[1].split("**Worksheet formats.**")[0]
    listed = set(re.findall(r"^\| `([a-z-]+)`", section, re.MULTILINE))
    assert listed == {exercise.name for exercise in interfaces.exercises()}


def test_every_format_and_no_other_is_listed() -> None:
    section = README.split("**Worksheet formats.**")[1].split("\n\n")[0]
    assert set(re.findall(r"`([a-z0-9-]+)`", section)) == {
        each.name for each in interfaces.formats()
    }


def test_every_annotation_format_and_no_other_is_listed() -> None:
    section = README.split("**Annotations for other tools**")[1].split("\n\n")[0]
    assert set(re.findall(r"`([a-z]+)`", section)) == {each.name for each in interfaces.exports()}


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_layout_names_what_the_package_holds() -> None:
    layout = README.split("\nquizgen/\n")[1].split("```")[0]
    listed = {line.split()[0].rstrip("/") for line in layout.splitlines() if line.startswith("  ")}
    there = {path.parent.name for path in (ROOT / "quizgen").glob("*/*.py")}
    assert [name for name in listed if not (ROOT / "quizgen" / name).exists()] == []
    assert there - listed == set()


def test_the_layers_are_those_of_the_contract() -> None:
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("layers = [")[1]
    ours = README.split("states:\n\n```\n")[1].split("```")[0]
    named = re.findall(r"quizgen\.(\w+)", contract)
    assert [name for name in named if not name.startswith("corpus_")] == re.findall(r"\w+", ours)
