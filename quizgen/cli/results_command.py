"""``quizgen results``."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.cli._options import force_option, names_option
from quizgen.cli._output import note, print_bytes, print_paths, print_table
from quizgen.errors import UnknownNameError

if TYPE_CHECKING:
    from quizgen.results import Attempt, Results

_FORMS = ("table", "json", "xlsx", "html")
_BROKEN = frozenset({"altered", "big", "broken", "differs", "sealed", "shape", "unreadable"})
"""Reasons that a teacher has to look into; others are no fault of a hand-in."""
_WIDEST = 48


@click.command("results")
@click.argument("folder", type=click.Path(path_type=Path))
@names_option("--format", "forms", metavar="A,B", help=f"One or more of: {', '.join(_FORMS)}.")
@click.option("--out", type=click.Path(path_type=Path), help="Folder for the files.")
@click.option(
    "--attempt",
    type=click.Choice(["first", "last"]),
    default="first",
    show_default=True,
    help="Which answers the item analysis takes: at the first check, or the last.",
)
@force_option
@click.pass_context
def command(
    ctx: click.Context,
    folder: Path,
    forms: tuple[str, ...],
    out: Path | None,
    attempt: "Attempt",
    force: bool,
) -> None:
    """Make tables of students and items from the files that students handed in.

    FOLDER and the folders in it hold the *.hasil.json files; they are only read. Without --out
    a table is printed; with it, rekap-hasil.xlsx and rekap-hasil.html are written. json is one
    object with sheets, students, items, distractors, mistakes and skipped; figures that rest on
    too few students are null. A file that cannot be counted is named with the reason; if it is
    broken or was altered, the exit code is 1.

    Example: quizgen results kumpulan/ --out rekap
    """
    chosen = _chosen(forms, out)
    from quizgen.results import read

    results = read(folder, attempt=attempt)
    for one in results.skipped.itertuples():
        note(f"Skipped {one.file}: {one.reason_en}.")
    if out is None:
        _print(results, chosen[0])
    else:
        _write(results, chosen, out, force=force)
    ctx.exit(1 if _BROKEN & set(results.skipped["code"]) else 0)


def _chosen(forms: tuple[str, ...], out: Path | None) -> tuple[str, ...]:
    for form in forms:
        if form not in _FORMS:
            raise UnknownNameError("format", form, list(_FORMS))
    if out is None:
        if set(forms) & {"xlsx", "html"} or len(forms) > 1:
            raise click.UsageError(f"Give --out FOLDER for {','.join(forms)}.")
        return forms or ("table",)
    if "table" in forms:
        raise click.UsageError("A table is printed only: leave --out out, or ask for xlsx.")
    return forms or ("xlsx", "html")


def _write(results: "Results", forms: tuple[str, ...], out: Path, *, force: bool) -> None:
    from quizgen.output_files import write_all
    from quizgen.results.reading import STEM

    files = [(f"{STEM}.{form}", _makers()[form](results)) for form in forms]
    print_paths(write_all(files, out, force=force))


def _makers() -> dict[str, Callable[[Any], bytes]]:
    # Each loads a library of its own.
    from quizgen.results.as_json import as_json
    from quizgen.results.page import page
    from quizgen.results.spreadsheet import spreadsheet

    return {"json": as_json, "xlsx": spreadsheet, "html": page}


def _print(results: "Results", form: str) -> None:
    if form == "json":
        print_bytes(_makers()["json"](results))
        return
    for sheet in results.sheets.itertuples():
        spread = f"{sheet.alpha:.2f} (95%: {sheet.alpha_low:.2f} to {sheet.alpha_high:.2f})"
        known = sheet.alpha == sheet.alpha
        click.echo(f"{sheet.sheet}: {sheet.title}")
        click.echo(
            f"{sheet.students} students, {sheet.items} items, mean {sheet.mean:g} of"
            f" {sheet.most:g}; {'KR-20' if sheet.kr20 else 'alpha'} {spread if known else '-'}"
        )
        _rows(results.students, sheet.sheet, ("name", "group", "score", "percent", "first_percent",
                                              "answered"))  # fmt: skip
        _rows(results.items, sheet.sheet, ("number", "p", "d", "r_rest", "verdict", "prompt"))


def _rows(frame: Any, sheet: str, columns: tuple[str, ...]) -> None:
    click.echo("")
    rows = frame.loc[frame["sheet"] == sheet, list(columns)].to_numpy(dtype=object)
    # The last column is the widest and the least needed.
    print_table([[*map(_cell, row[:-1]), _short(row[-1])] for row in rows], columns)


def _cell(cell: object) -> str:
    if isinstance(cell, float):
        return "-" if cell != cell else f"{round(cell, 2):g}"
    return str(cell)


def _short(cell: object) -> str:
    text = _cell(cell)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
