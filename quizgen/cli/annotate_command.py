"""``quizgen annotate``."""

from pathlib import Path

import click

from quizgen import corpus, output_files, pipeline
from quizgen.cli._options import force_option, out_file_option
from quizgen.cli._output import note, print_paths, save_or_print
from quizgen.errors import InputError
from quizgen.interfaces import by_name, exports, files_of


@click.command("annotate")
@click.argument("source", required=False)
@click.option(
    "--format",
    "form",
    default="json",
    show_default=True,
    help="json, conllu, brat, spacy, parquet or html.",
)
@click.option("--write", is_flag=True, help="Propose the annotations of a corpus text.")
@click.option(
    "--corpus",
    "root",
    is_flag=False,
    flag_value="",
    metavar="[FOLDER]",
    help="In place of SOURCE: the whole corpus, or every text of a folder, into the folder --out.",
)
@out_file_option
@force_option
def command(
    source: str | None, form: str, write: bool, root: str | None, out: Path | None, force: bool
) -> None:
    """Print a text's annotations, propose them for a corpus text, or write those of a whole corpus.

    \b
    Example: quizgen annotate putin-pyongyang-4 --format conllu --out putin.conllu
             quizgen annotate --corpus --format parquet --out korpus
    """
    if (source is None) == (root is None) or (write and source is None):
        raise click.UsageError("Name one SOURCE, or --corpus and a folder for --out.")
    if root is not None:
        if out is None:
            raise click.UsageError("--corpus writes files: name a folder with --out.")
        write_corpus(Path(root) if root else None, form, out, force=force)
    elif write:
        propose(str(source), force=force)
    else:
        export = by_name("format", form, exports())
        if out is not None:
            output_files.check_free([out], force=force)
        save_or_print(export.export(pipeline.document(str(source))), out, force=force)


def write_corpus(root: Path | None, form: str, out: Path, *, force: bool) -> None:
    """Write a whole corpus in one format into a folder, and print the paths of the files.

    Raises:
        UnknownNameError: if there is no such format.
        OutputError: if a file exists and ``force`` is not given.
    """
    from quizgen.search import documents

    export = by_name("format", form, exports())
    files = files_of(export, documents(root, note))
    print_paths(output_files.write_all(files, out, force=force))


def propose(id: str, *, force: bool) -> None:
    """Write the proposed annotations of a corpus text beside it, and print their path.

    Raises:
        InputError: if the source is no corpus text.
        OutputError: if it has annotations and ``force`` is not given.
    """
    if id not in corpus.article_ids():
        raise InputError(f"{id}: is no corpus text; --write proposes annotations of those only")
    path = corpus.annotation_path(id)
    output_files.check_free([path], force=force)
    corpus.write_annotations(pipeline.analyse(id), path, force=force)
    print_paths([path])
