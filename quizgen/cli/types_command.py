"""``quizgen types``."""

import click

from quizgen.cli._output import print_json, print_table
from quizgen.interfaces import Exercise, exercises, is_proven


@click.command("types")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def command(form: str) -> None:
    """List the exercise types: name, level, response kinds, an example.

    Example: quizgen types --format json
    """
    rows = [
        {
            "name": each.name,
            "purpose": each.purpose,
            "responses": list(each.responses),
            "family": each.family,
            "levels": list(each.levels),
            "example": each.example,
            "default": each.default,
            "proven": is_proven(each),
        }
        for each in exercises()
    ]
    if form == "json":
        print_json(rows)
    else:
        cells = [
            (
                each.name + _mark(each),
                f"{each.levels[0]}-{each.levels[1]}",
                ", ".join(each.responses),
                each.example,
            )
            for each in exercises()
        ]
        print_table(cells, ("name", "BIPA", "responses", "example"))
        click.echo("* only if asked for with --types; + for texts of your own only so, too")


def _mark(exercise: Exercise) -> str:
    if not exercise.default:
        return " *"
    return "" if is_proven(exercise) else " +"
