"""``quizgen items``."""

from collections.abc import Sequence
from pathlib import Path

import click

from quizgen import pipeline
from quizgen.cli import _kisi_kisi
from quizgen.cli._options import plan_options, source_argument
from quizgen.cli._output import note_dropped, note_shortage, note_unfound, print_bytes, print_table
from quizgen.model import Item
from quizgen.records import item_to_dict, write_jsonl
from quizgen.worksheet import Plan, select


@click.command("items")
@source_argument
@plan_options
@_kisi_kisi.kisi_kisi_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "yaml", "table"]),
    default="jsonl",
    show_default=True,
)
def command(source: str, plan: Plan, kisi_kisi: Path | None, form: str) -> None:
    """Make exercise items from a text, all good ones or the best --count.

    Example: quizgen items berita.txt --types detail --count 5 --format yaml > soal.yaml
    """
    if kisi_kisi:
        print_items(items_to(kisi_kisi, source, plan), form)
        return
    pipeline.wanted_exercises(plan.types, plan.level)
    document = pipeline.document(source)
    pipeline.check_plan(document, plan)
    made = pipeline.make_items(document, types=plan.types, seed=plan.seed, level=plan.level)
    vetted = pipeline.vet(made, document)
    items = pipeline.choose(vetted.kept, document, plan)
    if plan.count:
        items = select(items, document, plan, pipeline.families())
    note_dropped(vetted)
    note_unfound(vetted, pipeline.wanted_exercises(plan.types, plan.level), plan.count or 1)
    if not items:
        raise pipeline.nothing_good(source, plan)
    note_shortage(len(items), plan.count)
    print_items(items, form)


def items_to(path: Path, source: str, plan: Plan) -> list[Item]:
    """Return the items that a kisi-kisi asks for, in the order of its rows.

    Raises:
        InputError: if the kisi-kisi or the source cannot be read, or no row is met.
    """
    requests = _kisi_kisi.read_requests(path, plan)
    document = pipeline.document(source)
    pipeline.check_plan(document, plan)
    types = pipeline.types_for(requests)
    made = pipeline.make_items(document, types=types, seed=plan.seed, level=plan.level)
    vetted = pipeline.vet(made, document)
    note_dropped(vetted)
    rows = _kisi_kisi.fill(requests, vetted.kept, document, plan, path)
    return [item for row in rows for item in row.items]


def print_items(items: Sequence[Item], form: str) -> None:
    """Print items as JSON Lines, as a YAML list of the same records, or as a table."""
    if form == "table":
        rows = [(item.id, item.type, item.level, " ".join(item.prompt.split())) for item in items]
        print_table(rows, ("id", "type", "level", "prompt"))
    elif form == "yaml":
        # Loaded here, for most calls need no YAML.
        import yaml

        records = [item_to_dict(item) for item in items]
        text: str = yaml.safe_dump(records, allow_unicode=True, sort_keys=False, width=100)
        print_bytes(text.encode())
    else:
        print_bytes(write_jsonl(items).encode())
