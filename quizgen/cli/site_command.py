"""``quizgen site``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen import corpus, offered, pipeline
from quizgen.cli._options import force_option, plan_options, with_count
from quizgen.cli._output import note, progress
from quizgen.errors import InputError
from quizgen.model import Worksheet
from quizgen.worksheet import Plan

if TYPE_CHECKING:
    from quizgen.site.pages import Site


@click.command("site")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@plan_options
@click.option(
    "--corpus",
    "root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER",
    help="Your own texts instead, laid out like the corpus: TOPIC/bipa4.txt.",
)
@click.option(
    "--lite",
    is_flag=True,
    help="With JupyterLite: notebooks run in the browser. Fetches its parts with pip and npm.",
)
@click.option(
    "--lite-parts",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Keep the fetched parts here; what is there is not fetched again.",
)
@force_option
def command(
    folder: Path,
    plan: Plan,
    root: Path | None,
    lite: bool,
    lite_parts: Path | None,
    force: bool,
) -> None:
    """Make a site of static pages: every text of the corpus with its exercises.

    DIR gets an index with a search, a page a text that checks the answers, downloads as Word, PDF
    and notebook, a dictionary, and the sources. The pages need no server and no network: put DIR
    on any web server or on a USB stick. With --force a site is made again; files of your own in
    DIR stay. The pages are in the language of --instructions.

    Example: quizgen site situs --count 12
    """
    if lite_parts and not lite:
        raise click.UsageError("--lite-parts goes with --lite.", click.get_current_context())
    from quizgen.site.build import make_site, site_files
    from quizgen.site.folder import check_place, write_site
    from quizgen.site.lite import find_extensions
    from quizgen.site.topics import check_own, topics

    check_place(folder, force=force)
    if root:
        check_own(root)
    if lite:
        find_extensions()
    plan = offered.with_types(with_count(plan))
    offered.wanted_exercises(plan.types, plan.level)
    site = make_site(topics(sheets(plan, root), root), lite=lite)
    files = dict(site_files(site))
    if lite:
        files |= lite_files(site, lite_parts)
    for name in write_site(files, folder, force=force):
        note(f"Kept {name}, which is not the site's own.")
    click.echo(str(folder / "index.html"))


def sheets(plan: Plan, root: Path | None) -> list[Worksheet]:
    """Return a sheet for every text; one without a good item is left out and told.

    Raises:
        InputError: if no text has a good item.
    """
    made = []
    with progress(corpus.article_ids(root), "Texts") as ids:
        for id in ids:
            try:
                made.append(make_sheet(id, plan, root))
            except InputError as error:
                note(f"Left out {error}")
    if not made:
        raise InputError("no text has an item good enough; try more --types")
    return made


def make_sheet(id: str, plan: Plan, root: Path | None) -> Worksheet:
    """Return the sheet of one text.

    Raises:
        InputError: if it has no good item.
    """
    document = corpus.load_document(id, root)
    pipeline.check_plan(document, plan)
    items = pipeline.make_items(document, types=plan.types, seed=plan.seed, level=plan.level)
    vetted = pipeline.vet(items, document)
    (sheet,) = pipeline.make_versions(document, plan, vetted.kept, 1)
    return sheet


def lite_files(site: "Site", parts: Path | None) -> dict[str, bytes]:
    """Return the files of the JupyterLite corner with the students' notebooks.

    Raises:
        InputError: if JupyterLite is not installed, or a part can neither be found nor fetched.
    """
    from quizgen.site.build import notebooks
    from quizgen.site.lite import build_lite
    from quizgen.site.pages import LITE

    built = build_lite(notebooks(site), parts)
    return {f"{LITE}/{name}": data for name, data in built.items()}
