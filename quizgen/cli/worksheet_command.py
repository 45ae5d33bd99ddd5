"""``quizgen worksheet``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from quizgen import offered, output_files, pipeline
from quizgen.cli import _kisi_kisi
from quizgen.cli._bank import BankChoice, bank_options, prepare_drawn
from quizgen.cli._extra_pages import Step, answer_sheet_option, extra_pages
from quizgen.cli._items_file import check_shared, is_items_file, vet_file
from quizgen.cli._layout import layout_options, note_layout
from quizgen.cli._options import (
    force_option,
    lesson_option,
    names_option,
    out_folder_option,
    plan_options,
    with_count,
)
from quizgen.cli._output import (
    note_dropped,
    note_editions,
    note_left_out,
    note_level,
    note_omissions,
    note_shortage,
    note_unasked,
    note_unfound,
    print_paths,
    progress,
)
from quizgen.cli._pages import fit_pages, pages_option
from quizgen.errors import InputError, UnknownNameError
from quizgen.interfaces import Format, by_name, editions_of, formats, omissions_of
from quizgen.model import Document, Edition, Item, Layout, Worksheet
from quizgen.pipeline import Vetted
from quizgen.worksheet import Plan

_EDITIONS: dict[str, tuple[Edition, ...]] = {
    "student": ("student",),
    "teacher": ("teacher",),
    "both": ("student", "teacher"),
}
_NOTEBOOK = "ipynb"


@click.command("worksheet")
@click.argument("source", required=False, default="")
@bank_options
@click.option("--article", metavar="SOURCE", help="The text that the items of a file ask about.")
@plan_options
@_kisi_kisi.kisi_kisi_option
@names_option(
    "--format",
    "form",
    metavar="A,B",
    default="docx,pdf",
    show_default=True,
    help="Formats, or all; see 'quizgen formats'.",
)
@click.option("--edition", type=click.Choice(list(_EDITIONS)), default="both", show_default=True)
@click.option(
    "--versions", type=click.IntRange(1, 26), default=1, help="Parallel versions A, B, C ..."
)
@pages_option
@answer_sheet_option
@layout_options
@lesson_option
@out_folder_option
@force_option
def command(
    source: str,
    bank: BankChoice | None,
    article: str | None,
    plan: Plan,
    kisi_kisi: Path | None,
    form: tuple[str, ...],
    edition: str,
    versions: int,
    pages: int | None,
    answer_sheet: bool,
    layout: Layout,
    lesson: bool,
    out: Path,
    force: bool,
) -> None:
    """Make worksheets from a text, from a file of items and their text, or from an item bank.

    SOURCE may be a .jsonl or .yaml file that 'quizgen items' has written, or a worksheet in
    the format json; then --article names the text. With --bank there is no SOURCE.

    Example: quizgen worksheet putin-pyongyang-4 --count 8 --format docx,html --out lembar
    """
    _check_source(source, bank, article, kisi_kisi)
    plan, chosen = replace(plan, lesson=lesson), wanted_formats(form)
    if kisi_kisi and pages:
        raise click.UsageError(
            "--pages goes without --kisi-kisi, which says how many items there are"
        )
    if kisi_kisi:
        plan, sheets = sheets_to(kisi_kisi, source, article, plan, versions)
        sheets = [replace(sheet, layout=layout) for sheet in sheets]
    else:
        plan, sheets = sheets_from(source, bank, article, plan, versions, layout, pages)
    extra = extra_pages(sheets, chosen, _EDITIONS[edition], answer_sheet=answer_sheet)
    steps = [*sheet_steps(sheets, chosen, _EDITIONS[edition]), *extra]
    files = render_all(steps, out, force=force)
    paths = output_files.write_all(files, out, force=force)
    note_layout(layout, chosen)
    report(sheets[0], chosen, plan, _EDITIONS[edition])
    print_paths(paths)


def _check_source(
    source: str, bank: BankChoice | None, article: str | None, kisi_kisi: Path | None
) -> None:
    if bool(source) == bool(bank):
        raise click.UsageError("Give either a SOURCE or --bank FILE.")
    if bank and (article or kisi_kisi):
        raise click.UsageError("--bank goes without --article and --kisi-kisi.")


def sheets_from(
    source: str,
    bank: BankChoice | None,
    article: str | None,
    plan: Plan,
    versions: int,
    layout: Layout,
    pages: int | None,
) -> tuple[Plan, list[Worksheet]]:
    """Return the sheets of a text, a file of items or a bank, and the plan with their number.

    Raises:
        InputError: if a source cannot be read, no item is good enough, or the pages are too few.
        UnknownNameError: listing the valid types or profiles.
    """
    given, plan = plan.count, with_count(plan)
    if not is_items_file(source):
        plan = offered.with_types(plan)
    document, vetted = prepare_drawn(bank, plan) if bank else prepare(source, article, plan)
    kept, fewest = vetted.kept, _by_teacher(vetted.kept)
    plan = plan if given else replace(plan, count=max(plan.count, fewest))
    note_level(document, plan.level)
    if bank or not is_items_file(source):
        note_dropped(vetted)
    if not bank and not is_items_file(source):
        used = offered.offered_exercises(document, plan.types, plan.level)
        note_unfound(vetted, used, plan.count)
        if not plan.types:
            note_unasked(offered.wanted_exercises((), plan.level), used)

    def make(count: int) -> list[Worksheet]:
        made = pipeline.make_versions(document, replace(plan, count=count), kept, versions)
        return [replace(sheet, layout=layout) for sheet in made]

    sheets, count = make(plan.count), plan.count
    if pages:
        sheets, count = fit_pages(make, plan.count, fewest, pages)
    check_shared(kept, [item for _, item in sheets[0].items()])
    return replace(plan, count=count), sheets


def sheets_to(
    path: Path, source: str, article: str | None, plan: Plan, versions: int
) -> tuple[Plan, list[Worksheet]]:
    """Return the sheets that a kisi-kisi asks for, and the plan with the number of items made.

    Raises:
        InputError: if the kisi-kisi or a source cannot be read, or no row is met.
    """
    requests = _kisi_kisi.read_requests(path, plan)
    making = plan if is_items_file(source) else replace(plan, types=offered.types_for(requests))
    document, vetted = prepare(source, article, making)
    note_level(document, plan.level)
    note_dropped(vetted)
    rows = _kisi_kisi.fill(requests, vetted.kept, document, plan, path)
    count = sum(len(row.items) for row in rows)
    return replace(plan, count=count), _kisi_kisi.sheets(rows, document, plan, versions)


def wanted_formats(names: Sequence[str]) -> tuple[Format, ...]:
    """Return the formats of these names; ``all`` is every one but the notebook.

    Raises:
        UnknownNameError: listing the valid names.
    """
    known = formats()
    if "all" in names:
        return tuple(each for each in known if each.name != _NOTEBOOK or _NOTEBOOK in names)
    if not names:
        raise UnknownNameError("format", "", [each.name for each in known])
    return tuple(by_name("format", name, known) for name in names)


def prepare(source: str, article: str | None, plan: Plan) -> tuple[Document, Vetted]:
    """Return the text with vetted items: made from it, or read from a file of items.

    Raises:
        InputError: if the text of an items file is not named, or a source cannot be read.
        UnknownNameError: listing the valid types.
    """
    if is_items_file(source):
        if article is None:
            raise InputError(f"{source}: holds items; name their text with --article SOURCE")
        document = pipeline.document(article)
        vetted = vet_file(source, document)
        _check_types(vetted.kept, plan)
        return document, vetted
    if article is not None:
        raise InputError(f"{source}: is a text itself; --article goes with a file of items")
    offered.wanted_exercises(plan.types, plan.level)
    document = pipeline.document(source)
    pipeline.check_plan(document, plan)
    items = pipeline.make_items(document, types=plan.types, seed=plan.seed, level=plan.level)
    return document, pipeline.vet(items, document)


def _by_teacher(items: Sequence[Item]) -> int:
    return sum(item.by_teacher for item in items)


def _check_types(items: Sequence[Item], plan: Plan) -> None:
    there = sorted({item.type for item in items})
    for name in plan.types:
        if name not in there:
            raise UnknownNameError("type", name, there)


def sheet_steps(
    sheets: Sequence[Worksheet], chosen: Sequence[Format], editions: Sequence[Edition]
) -> Iterator[Step]:
    """Yield every file of a sheet, by version, format and edition."""
    for sheet in sheets:
        for form in chosen:
            for edition in editions_to_make(form, editions):
                name = output_files.file_name(sheet, form, edition)
                yield name, partial(form.render, sheet, edition=edition)


def render_all(steps: Sequence[Step], out: Path, *, force: bool) -> list[tuple[str, bytes]]:
    """Return name and content of every file; none is rendered if one is in the way.

    Raises:
        OutputError: naming a file that exists, if ``force`` is not given.
    """
    output_files.check_free([out / name for name, _ in steps], force=force)
    with progress(steps, "Rendering") as waiting:
        return [(name, make()) for name, make in waiting]


def editions_to_make(form: Format, wanted: Sequence[Edition]) -> tuple[Edition, ...]:
    """Return the wanted editions that a format has; all that it has if it has none of them."""
    known = editions_of(form)
    return tuple(edition for edition in wanted if edition in known) or known


def report(
    sheet: Worksheet, chosen: Sequence[Format], plan: Plan, editions: Sequence[Edition]
) -> None:
    """Tell what the sheet or one of its formats falls short of."""
    items = [item for _, item in sheet.items()]
    note_shortage(sum(len(section.items) for section in sheet.reading_sections), plan.count)
    for form in chosen:
        note_left_out(form.name, form.leaves_out, (item.response.kind for item in items))
        note_omissions(form.name, omissions_of(form, sheet))
        note_editions(form.name, editions_of(form), editions)
