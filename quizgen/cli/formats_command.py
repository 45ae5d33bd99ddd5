"""``quizgen formats``."""

import click

from quizgen.cli._output import print_json, print_table
from quizgen.interfaces import editions_of, formats


@click.command("formats")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def command(form: str) -> None:
    """List the worksheet formats: name, suffix, what for, what they leave out.

    Example: quizgen formats --format json
    """
    if form == "json":
        print_json(
            [
                {
                    "name": each.name,
                    "suffix": each.suffix,
                    "purpose": each.purpose,
                    "leaves_out": dict(each.leaves_out),
                    "editions": list(editions_of(each)),
                }
                for each in formats()
            ]
        )
    else:
        cells = [(f.name, f.suffix, ", ".join(f.leaves_out) or "-", f.purpose) for f in formats()]
        print_table(cells, ("name", "suffix", "leaves out", "purpose"))
