"""``quizgen types``."""

import click

from quizgen.cli._output import print_json, print_table
from quizgen.interfaces import exercises


@click.command("types")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def command(form: str) -> None:
    """List the exercise types: name, what for, response kinds.

    Example: quizgen types --format json
    """
    rows = [
        {
            "name": each.name,
            "purpose": each.purpose,
            "responses": list(each.responses),
            "default": each.default,
        }
        for each in exercises()
    ]
    if form == "json":
        print_json(rows)
    else:
        cells = [(each.name, ", ".join(each.responses), each.purpose) for each in exercises()]
        print_table(cells, ("name", "responses", "purpose"))
