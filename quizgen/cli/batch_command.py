"""``quizgen batch``."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from quizgen.cli._options import force_option, level_option, names_option
from quizgen.cli._output import note
from quizgen.errors import OutputError

_SHARED = (
    click.argument("source", type=click.Path(path_type=Path), metavar="INPUT"),
    click.option(
        "--out", type=click.Path(path_type=Path), required=True, help="Folder of the tables."
    ),
    click.option(
        "--workers",
        type=click.IntRange(min=1),
        metavar="N",
        help="Processes on this machine; without it one for each core.",
    ),
    click.option(
        "--scheduler",
        metavar="tcp://HOST:PORT",
        help="Work on this Dask cluster instead; its workers must see INPUT and --out.",
    ),
    click.option(
        "--partition",
        type=click.IntRange(1, 100_000),
        default=250,
        show_default=True,
        metavar="N",
        help="Articles worked on and written together.",
    ),
    click.option("--force", is_flag=True, help="Begin anew where an earlier run stands."),
)


@click.group("batch")
def command() -> None:
    """Annotate many articles, make their items, and build an item bank.

    INPUT is a folder of texts, JSON Lines or Parquet with id, title, date and text. A run that
    was broken off goes on where it was if the same command is given again.

    Example: quizgen batch items arsip.jsonl --out soal
    """


def _shared(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add what both runs take to a command."""
    for option in reversed(_SHARED):
        function = option(function)
    return function


@command.command("annotate")
@_shared
def annotate(
    source: Path,
    out: Path,
    workers: int | None,
    scheduler: str | None,
    partition: int,
    force: bool,
) -> None:
    """Write the annotations of many articles as Parquet, one row an article.

    Example: quizgen batch annotate arsip.jsonl --out anotasi --workers 2
    """
    setting = _setting(source, out, workers, scheduler, partition, force)
    from quizgen.batch import run

    report = run.annotate(setting)
    note(f"{report.articles:,} articles: {report.rows:,} annotated, {report.errors:,} in errors.")
    click.echo(str(out))


@command.command("items")
@_shared
@names_option("--types", metavar="A,B", help="Exercise types; see 'quizgen types'.")
@level_option
@click.option("--seed", type=int, default=0, show_default=True)
@click.option(
    "--similarity",
    type=click.FloatRange(0.3, 1.0),
    default=0.8,
    show_default=True,
    help="From this similarity on, a later article is left out as a near-duplicate.",
)
def items(
    source: Path,
    out: Path,
    workers: int | None,
    scheduler: str | None,
    partition: int,
    force: bool,
    types: tuple[str, ...],
    level: int | None,
    seed: int,
    similarity: float,
) -> None:
    """Write the items of many articles as Parquet, each fact once.

    Example: quizgen batch items arsip.parquet --out soal --scheduler tcp://10.0.0.1:8786
    """
    setting = _setting(source, out, workers, scheduler, partition, force)
    from quizgen.batch import run
    from quizgen.batch.job import Choices

    choices = Choices(types=types, level=level, seed=seed, similarity=similarity)
    report = run.items(setting, choices)
    note(
        f"{report.articles:,} articles: {report.rows:,} items; {report.errors:,} articles in"
        f" errors, {report.duplicates:,} near-duplicates, {report.repeats:,} items that asked a"
        " fact again left out."
    )
    click.echo(str(out))


@command.command("bank")
@click.argument("runs", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The bank, an SQLite file."
)
@force_option
def bank(runs: tuple[Path, ...], out: Path, force: bool) -> None:
    """Build an item bank from the folders of 'quizgen batch items'.

    Example: quizgen batch bank soal --out bank.sqlite
    """
    from quizgen import output_files
    from quizgen.bank.build import build

    output_files.check_free([out], force=force)
    texts, made = build(runs, out)
    note(f"{made:,} items of {texts:,} texts.")
    click.echo(str(out))


def _setting(
    source: Path,
    out: Path,
    workers: int | None,
    scheduler: str | None,
    partition: int,
    force: bool,
) -> Any:
    if workers and scheduler:
        raise click.UsageError("Give either --workers or --scheduler.")
    if out.is_file():
        raise OutputError(f"{out}: is a file; --out takes a folder")
    # Before anything loads numpy, which looks at this once.
    from quizgen.batch.engines import cores, engine, one_thread

    one_thread()
    from quizgen.batch.progress import Progress
    from quizgen.batch.run import Setting

    return Setting(
        source=source,
        out=out,
        size=partition,
        engine=engine(workers or cores(), scheduler),
        progress=lambda label, total: Progress(label, total, note, time.monotonic),
        force=force,
    )
