"""``quizgen annotate``."""

from pathlib import Path

import click

from quizgen import corpus, pipeline
from quizgen.cli._options import force_option, out_file_option, source_argument
from quizgen.cli._output import print_paths, save_or_print
from quizgen.errors import InputError
from quizgen.interfaces import by_name, exports


@click.command("annotate")
@source_argument
@click.option(
    "--format", "form", default="json", show_default=True, help="json, conllu, brat, spacy or html."
)
@click.option("--write", is_flag=True, help="Propose the annotations of a corpus text.")
@out_file_option
@force_option
def command(source: str, form: str, write: bool, out: Path | None, force: bool) -> None:
    """Print a text's annotations, or propose them for a corpus text.

    Example: quizgen annotate putin-pyongyang-4 --format conllu --out putin.conllu
    """
    if write:
        propose(source, force=force)
        return
    export = by_name("format", form, exports())
    if out is not None:
        pipeline.check_free([out], force=force)
    save_or_print(export.export(pipeline.document(source)), out, force=force)


def propose(id: str, *, force: bool) -> None:
    """Write the proposed annotations of a corpus text beside it, and print their path.

    Raises:
        InputError: if the source is no corpus text.
        OutputError: if it has annotations and ``force`` is not given.
    """
    if id not in corpus.article_ids():
        raise InputError(f"{id}: is no corpus text; --write proposes annotations of those only")
    path = corpus.annotation_path(id)
    pipeline.check_free([path], force=force)
    corpus.write_annotations(pipeline.analyse(id), path, force=force)
    print_paths([path])
