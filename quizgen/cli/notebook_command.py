"""``quizgen notebook``."""

from dataclasses import replace
from pathlib import Path

import click

from quizgen import corpus, offered, output_files, pipeline
from quizgen.cli import _kisi_kisi
from quizgen.cli._options import (
    force_option,
    lesson_option,
    out_folder_option,
    plan_options,
    with_count,
)
from quizgen.cli._output import (
    note,
    note_dropped,
    note_level,
    note_shortage,
    note_unfound,
    print_paths,
    progress,
)
from quizgen.errors import InputError
from quizgen.interfaces import Format, by_name, formats
from quizgen.model import Worksheet
from quizgen.worksheet import Plan


@click.command("notebook")
@click.argument("source", required=False)
@click.option("--course", is_flag=True, help="One notebook for every text of the corpus.")
@plan_options
@_kisi_kisi.kisi_kisi_option
@click.option(
    "--edition",
    type=click.Choice(["student", "teacher", "nbgrader"]),
    default="student",
    show_default=True,
    help="For the student, with the key for the teacher, or for source/ASSIGNMENT of nbgrader.",
)
@lesson_option
@out_folder_option
@force_option
def command(
    source: str | None,
    course: bool,
    plan: Plan,
    kisi_kisi: Path | None,
    edition: str,
    lesson: bool,
    out: Path,
    force: bool,
) -> None:
    """Make Jupyter notebooks from a text, or a course from all texts of the corpus.

    A course has an index, a placement check, vocabulary cards and a notebook for the teacher too.

    Example: quizgen notebook --course --count 8 --out kursus

    The nbgrader edition grades the learner's answers: quizgen notebook berita.txt --edition
    nbgrader --out kuliah/source/membaca-1, then nbgrader generate_assignment membaca-1.
    """
    if (source is None) != course:
        raise click.UsageError("Give either SOURCE or --course.", click.get_current_context())
    if course and kisi_kisi:
        raise click.UsageError("--kisi-kisi goes with one SOURCE.", click.get_current_context())
    form = by_name("format", "ipynb", formats())
    if source is not None and kisi_kisi:
        document, rows = _kisi_kisi.make_rows(kisi_kisi, source, plan)
        sheets = _kisi_kisi.sheets(rows, document, replace(plan, lesson=lesson), 1)
    else:
        plan = replace(offered.with_types(with_count(plan)), lesson=lesson)
        offered.wanted_exercises(plan.types, plan.level)
        sheets = course_sheets(plan) if source is None else [make_sheet(source, plan)]
    names = [output_files.file_name(sheet, form, edition) for sheet in sheets]
    output_files.check_free([out / name for name in names], force=force)
    files = [
        (name, render(sheet, form, edition)) for name, sheet in zip(names, sheets, strict=True)
    ]
    if course and edition == "student":
        # Loads the formats, which other commands need not wait for.
        from quizgen.course import pages

        files += pages(sheets, names)
    print_paths(output_files.write_all(files, out, force=force))


def render(sheet: Worksheet, form: Format, edition: str) -> bytes:
    """Return the notebook of an edition; that for nbgrader is not one of worksheets."""
    if edition == "nbgrader":
        # Loads the formats, which other commands need not wait for.
        from quizgen.formats import _nbgrader

        return _nbgrader.render(sheet)
    return form.render(sheet, edition="teacher" if edition == "teacher" else "student")


def make_sheet(source: str, plan: Plan) -> Worksheet:
    """Return the sheet of one source, telling on standard error what falls short.

    Raises:
        InputError: if the source cannot be read or has no good item.
    """
    document = pipeline.document(source)
    pipeline.check_plan(document, plan)
    items = pipeline.make_items(document, types=plan.types, seed=plan.seed, level=plan.level)
    vetted = pipeline.vet(items, document)
    note_level(document, plan.level)
    note_dropped(vetted)
    note_unfound(vetted, offered.offered_exercises(document, plan.types, plan.level), plan.count)
    (sheet,) = pipeline.make_versions(document, plan, vetted.kept, 1)
    note_shortage(sum(len(section.items) for section in sheet.reading_sections), plan.count)
    return sheet


def course_sheets(plan: Plan) -> list[Worksheet]:
    """Return the sheets of all corpus texts; one without a good item is left out and told.

    Raises:
        InputError: if no text has a good item.
    """
    sheets = []
    with progress(corpus.article_ids(), "Texts") as ids:
        for id in ids:
            try:
                sheets.append(make_sheet(id, plan))
            except InputError as error:
                note(f"Left out {error}")
    if not sheets:
        raise InputError("no text of the corpus has an item good enough; try more --types")
    return sheets
