"""``quizgen stats``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from quizgen import corpus, pipeline
from quizgen.cli._output import print_bytes, print_json, print_table
from quizgen.errors import InputError

if TYPE_CHECKING:
    import pandas as pd

_WIDTH = 40
_HEADS = ("words", "forms", "sentences", "words_per_sentence", "level", "readability")


@click.command("stats")
@click.argument("sources", metavar="[SOURCE]…", nargs=-1)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table")
def command(sources: tuple[str, ...], form: str) -> None:
    """Count words, how common and how hard they are, and names by type.

    Without SOURCE the whole corpus is counted. The table ends with bar charts of all texts
    together; csv and json have every figure of every text.

    Example: quizgen stats berita.txt putin-pyongyang-4
    """
    from quizgen.statistics import table

    chosen = sources or tuple(corpus.article_ids())
    documents = [document for one in chosen if (document := pipeline.document(one)).sentences]
    if not documents:
        raise InputError("nothing to count: no source has a sentence")
    figures = table(documents)
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
