"""The option ``--kisi-kisi``: items and sheets made to a teacher's test blueprint."""

from collections.abc import Sequence
from pathlib import Path

import click

from quizgen import blueprint, offered, pipeline
from quizgen.cli._output import note, note_dropped, note_level
from quizgen.lesson import with_lesson
from quizgen.model import Document, Item, Worksheet
from quizgen.worksheet import Plan

kisi_kisi_option = click.option(
    "--kisi-kisi",
    "kisi_kisi",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Make items to the rows of this blueprint (.docx, .xlsx, .csv).",
)


def read_requests(path: Path, plan: Plan) -> list[blueprint.Request]:
    """Return the rows of the file, telling which of them name no subject.

    Raises:
        InputError: naming the file and the row that cannot be read.
        UsageError: if the call says itself which items and how many.
    """
    if plan.types or plan.count:
        raise click.UsageError(
            "--kisi-kisi says which items and how many; leave out --types and --count.",
            click.get_current_context(),
        )
    requests = blueprint.read_blueprint(path)
    for line in blueprint.unread(requests, str(path)):
        note(line)
    return requests


def fill(
    requests: Sequence[blueprint.Request],
    items: Sequence[Item],
    document: Document,
    plan: Plan,
    path: Path,
) -> list[blueprint.Filled]:
    """Return the rows with their items, telling on standard error what is wanting in which row.

    Raises:
        InputError: if no row is met at all.
    """
    rows = blueprint.fill(requests, pipeline.fitting(items, document, plan), document)
    for line in blueprint.shortfalls(rows, str(path)):
        note(line)
    if not any(row.items for row in rows):
        raise pipeline.nothing_good(document.article.id, plan)
    return rows


def make_rows(path: Path, source: str, plan: Plan) -> tuple[Document, list[blueprint.Filled]]:
    """Return a text, and the rows of a kisi-kisi with items made from it.

    Raises:
        InputError: if the kisi-kisi or the source cannot be read, or no row is met.
    """
    requests = read_requests(path, plan)
    document = pipeline.document(source)
    pipeline.check_plan(document, plan)
    types = offered.types_for(requests)
    made = pipeline.make_items(document, types=types, seed=plan.seed, level=plan.level)
    vetted = pipeline.vet(made, document)
    note_level(document, plan.level)
    note_dropped(vetted)
    return document, fill(requests, vetted.kept, document, plan, path)


def sheets(
    rows: Sequence[blueprint.Filled], document: Document, plan: Plan, versions: int
) -> list[Worksheet]:
    """Return a sheet a version, in the order of the rows, telling where numbers differ."""
    made = [
        blueprint.assemble_filled(document, rows, plan, version=letter)
        for letter in pipeline.letters(versions)
    ]
    made = [with_lesson(sheet) for sheet in made] if plan.lesson else made
    numbers = {item.id: number for number, item in made[0].items()}
    moved = [
        row.request
        for row in rows
        if row.request.numbers
        and sorted(numbers[item.id] for item in row.items)
        != list(row.request.numbers[: len(row.items)])
    ]
    if moved:
        named = ", ".join(str(request.row) for request in moved)
        note(
            f"Items of row{'s' * (len(moved) > 1)} {named} have other numbers than the blueprint"
            " says; --format kisi-kisi writes one that agrees with the sheet."
        )
    return made
