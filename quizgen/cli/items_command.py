"""``quizgen items``."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from quizgen import citations, offered, output_files, pipeline
from quizgen.cli import _kisi_kisi
from quizgen.cli._items_file import read_file
from quizgen.cli._options import force_option, out_file_option, plan_options, source_argument
from quizgen.cli._output import (
    note,
    note_dropped,
    note_level,
    note_shortage,
    note_unfound,
    print_table,
    save_or_print,
)
from quizgen.errors import InputError
from quizgen.items_yaml import ItemFile, fingerprint, write_yaml
from quizgen.model import Item
from quizgen.records import write_jsonl
from quizgen.selection import select
from quizgen.worksheet import Plan


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
@click.option(
    "--keep",
    metavar="FILE",
    help="Keep what you have edited, added, locked or deleted in this .yaml file.",
)
@out_file_option
@force_option
def command(
    source: str,
    plan: Plan,
    kisi_kisi: Path | None,
    form: str,
    keep: str | None,
    out: Path | None,
    force: bool,
) -> None:
    """Make exercise items from a text, all good ones or the best --count.

    Example: quizgen items berita.txt --types detail --count 5 --format yaml --out soal.yaml
    """
    _check(form, keep, kisi_kisi, out)
    if out:
        output_files.check_free([out], force=force)
    kept = read_kept(keep) if keep else ItemFile(entries=())
    if kisi_kisi:
        _, rows = _kisi_kisi.make_rows(kisi_kisi, source, plan)
        items = [item for row in rows for item in row.items]
    else:
        items = make(source, plan, kept)
    if form == "table":
        cells = [(item.id, item.type, item.level, " ".join(item.prompt.split())) for item in items]
        print_table(cells, ("id", "type", "level", "prompt"))
        return
    text = write_jsonl(items) if form == "jsonl" else to_yaml(items, kept, plan)
    save_or_print(text.encode(), out, force=force)


def _check(form: str, keep: str | None, kisi_kisi: Path | None, out: Path | None) -> None:
    context = click.get_current_context()
    if keep and form != "yaml":
        raise click.UsageError("--keep goes with --format yaml.", context)
    if keep and kisi_kisi:
        raise click.UsageError("Give either --keep or --kisi-kisi.", context)
    if out and form == "table":
        raise click.UsageError("--out goes with --format jsonl or yaml.", context)


def read_kept(path: str) -> ItemFile:
    """Return the file that a teacher has edited.

    Raises:
        InputError: if it is no YAML file, or empty, as the shell leaves it behind ``>``.
        ItemError: naming the line of a malformed item.
    """
    if not path.lower().endswith((".yaml", ".yml")):
        raise InputError(f"{path}: is no .yaml file; --keep takes one of 'items --format yaml'")
    if Path(path).is_file() and not Path(path).stat().st_size:
        raise InputError(
            f"{path}: is empty; a shell empties the file behind '>' first, so use --out {path}"
            " --force"
        )
    return read_file(path)


def make(source: str, plan: Plan, kept: ItemFile) -> list[Item]:
    """Return what a teacher keeps and then new items, the deleted ones left out.

    Raises:
        UnknownNameError: listing the valid types or profiles.
        InputError: if the text has no such paragraph, or there is no item at all.
    """
    plan = offered.with_types(plan)
    offered.wanted_exercises(plan.types, plan.level)
    document = pipeline.document(source)
    pipeline.check_plan(document, plan)
    made = pipeline.make_items(document, types=plan.types, seed=plan.seed, level=plan.level)
    vetted = pipeline.vet(made, document)
    theirs = [entry.item for entry in kept.entries if entry.item.by_teacher]
    not_again = {item.id for item in theirs} | set(kept.deleted())
    new = pipeline.choose(vetted.kept, document, plan)
    new = [item for item in new if item.id not in not_again]
    if plan.count:
        placed = [
            citations.without_lost_evidence(item, document)
            for item in citations.place_evidence(theirs, document)
        ]
        chosen = select(
            new,
            document,
            offered.families(),
            count=plan.count,
            asked=bool(plan.types),
            seed=plan.seed,
            first=placed,
        )
        new = chosen[len(placed) :]
    note_level(document, plan.level)
    note_dropped(vetted)
    wanted = offered.offered_exercises(document, plan.types, plan.level)
    note_unfound(vetted, wanted, plan.count or 1)
    if not new and not theirs:
        raise pipeline.nothing_good(source, plan)
    note_shortage(len(new) + len(theirs), plan.count)
    if kept.entries:
        note(f"Kept {len(theirs)} of yours, {len(kept.deleted())} deleted stay out.")
    return [*theirs, *new]


def to_yaml(items: Sequence[Item], kept: ItemFile, plan: Plan) -> str:
    """Return the items as a YAML file that remembers what was made and what was deleted."""
    made: Mapping[str, str] = {
        item.id: kept.made.get(item.id, "") if item.by_teacher else fingerprint(item)
        for item in items
        if not item.by_teacher or item.id in kept.made
    }
    return write_yaml(items, made=made, dropped=kept.deleted(), language=plan.language)
