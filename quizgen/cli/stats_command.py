"""``quizgen stats``."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen import pipeline
from quizgen.cli._corpus_tools import corpus_option, narrowing_options, open_corpus
from quizgen.cli._output import note, print_bytes, print_frame, print_json, print_table
from quizgen.errors import InputError

if TYPE_CHECKING:
    import pandas as pd

_WIDTH = 40
_HEADS = ("words", "forms", "sentences", "words_per_sentence", "level", "readability")


@click.command("stats")
@click.argument("sources", metavar="[SOURCE]…", nargs=-1)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table")
@click.option(
    "--frequency",
    type=click.Choice(["word", "headword", "lemma", "root", "affix", "pos"]),
    help="A frequency list of these instead; affix is a pattern such as meN-…-kan.",
)
@click.option("--limit", type=click.IntRange(min=0), default=50, show_default=True,
              help="Lines of a frequency list at most; 0 for all.")  # fmt: skip
@corpus_option
@narrowing_options
def command(
    sources: tuple[str, ...],
    form: str,
    frequency: Any,
    limit: int,
    root: Path | None,
    where: Any,
) -> None:
    """Count words, how common and how hard they are, and names by type.

    Without SOURCE the whole corpus is counted. The table ends with bar charts of all texts
    together; csv and json have every figure of every text. A frequency list has the count, the
    rate in a million words, the number of texts and Gries' DP: 0 is spread evenly over the texts,
    near 1 is in one of them only. --level, --topic and --article narrow a frequency list down.

    Example: quizgen stats --frequency headword --level 3
    """
    if sources and root:
        raise click.UsageError("Name sources or --corpus, not both.")
    if frequency:
        list_frequencies(sources, root, frequency, limit, where, form)
    else:
        count(sources, root, form)


def list_frequencies(
    sources: Sequence[str], root: Path | None, listed: Any, limit: int, where: Any, form: str
) -> None:
    """Print a frequency list of the sources, or of the corpus if there are none."""
    from quizgen.search import frequency_list, index_of

    index = index_of(map(pipeline.document, sources)) if sources else open_corpus(root)
    print_frame(frequency_list(index, listed, where=where).head(limit or None), form)


def count(sources: Sequence[str], root: Path | None, form: str) -> None:
    """Print the figures of the sources, or of the corpus if there are none."""
    from quizgen.search import documents
    from quizgen.statistics import table

    named = map(pipeline.document, sources)
    found = named if sources else documents(root, note)
    counted = [document for document in found if document.sentences]
    if not counted:
        raise InputError("nothing to count: no source has a sentence")
    figures = table(counted)
    if form == "csv":
        print_bytes(figures.to_csv(lineterminator="\r\n").encode("utf-8-sig"))
    elif form == "json":
        rows = figures.astype(object).where(figures.notna(), None).reset_index()
        print_json(rows.to_dict(orient="records"))
    else:
        _print(figures)


def _print(figures: "pd.DataFrame") -> None:
    from quizgen.statistics import BANDS, LEVELS, TYPES

    shown = figures[list(_HEADS)].astype(object).where(figures[list(_HEADS)].notna(), None)
    print_table([[id, *row] for id, row in zip(shown.index, shown.to_numpy(), strict=True)],
                ("id", *_HEADS))  # fmt: skip
    weights = figures["words"] / figures["words"].sum()
    shares = figures.mul(weights, axis=0)
    _chart("Words by frequency, per cent", [name for _, name in BANDS], shares)
    _chart("Words by level, per cent", LEVELS, shares)
    counts = [name for name in TYPES if figures[name].sum()]
    _chart("Names and figures by type", counts, figures)


def _chart(title: str, names: Sequence[str], figures: "pd.DataFrame") -> None:
    """Print one bar a name, the longest ``_WIDTH`` wide."""
    values = [float(figures[name].sum()) for name in names]
    most = max([*values, 1.0])
    click.echo(f"\n{title}")
    for name, value in zip(names, values, strict=True):
        bar = "█" * round(_WIDTH * value / most)
        click.echo(f"  {name:<9} {bar} {value:.0f}")
