"""The command line: one small file a command, each loaded only when it is called.

The table below is all that ``--help`` needs, so that help appears at once.
"""

import importlib
import io
import sys

import click

from quizgen import __version__
from quizgen.errors import QuizgenError

COMMANDS = {
    "list": "List the texts of the corpus.",
    "show": "Show a text with numbered paragraphs.",
    "import": "Print the clean text of a source and what was left out.",
    "annotate": "Print or propose a text's annotations.",
    "items": "Make exercise items from a text.",
    "worksheet": "Make worksheets from a text or an item bank.",
    "notebook": "Make Jupyter notebooks from a text or the whole corpus.",
    "serve": "Open the teacher's page in the browser.",
    "results": "Make tables of a class from the files that students handed in.",
    "site": "Make a web site of the whole corpus, also for a USB stick.",
    "batch": "Annotate many articles, make their items, and build an item bank.",
    "lint": "Check items from anywhere against the item rules.",
    "check": "Check the corpus and the dictionary against their rules.",
    "kamus": "Look words up in the learner's dictionary.",
    "glossary": "Make a text's word list with glosses.",
    "search": "Search the corpus and show every place in its context.",
    "stats": "Count the words and names of texts, and how hard they are.",
    "new": "Start a topic of the corpus.",
    "types": "List the exercise types.",
    "formats": "List the worksheet formats.",
}
"""Every command with its short help; ``<name>`` lives in the module ``<name>_command``."""


class LazyGroup(click.Group):
    """A group that imports a command only to run it, and prints an error as one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command from its module, None if there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"quizgen.cli.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; turn every deliberate error into one line and exit code 2."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            if ctx.params["debug"]:
                raise
            raise _failure(f"{error.format_message()} {_hint(error)}") from error
        except BrokenPipeError:
            raise
        except (QuizgenError, OSError) as error:
            if ctx.params["debug"]:
                raise
            raise _failure(str(error)) from error


class _Failure(click.ClickException):
    exit_code = 2


def _failure(message: str) -> click.ClickException:
    return _Failure(" ".join(message.split()))


def _hint(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "quizgen"
    return f"See '{path} --help'."


@click.command("quizgen", cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quizgen")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def cli(debug: bool) -> None:
    """Make Indonesian reading worksheets and notebooks from annotated news.

    SOURCE is the id of a corpus text, a file (.txt .md .html .docx .pdf), a web address,
    or - for standard input.

    Example: quizgen worksheet berita.txt --count 8 --out lembar
    """


def main() -> None:
    """Run the command line; its output is UTF-8 on every console."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli(prog_name="quizgen")
