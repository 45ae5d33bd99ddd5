"""``quizgen search``."""

from pathlib import Path
from typing import Any

import click

from quizgen.cli import _concordance as view
from quizgen.cli._corpus_tools import corpus_option, narrowing_options, open_corpus
from quizgen.cli._options import force_option, out_file_option
from quizgen.cli._output import note, save_or_print
from quizgen.output_files import check_free


@click.command("search")
@click.argument("query", metavar="QUERY…", nargs=-1, required=True)
@narrowing_options
@corpus_option
@click.option("--context", type=click.IntRange(0, 50), default=8, show_default=True,
              help="Words on each side.")  # fmt: skip
@click.option("--limit", type=click.IntRange(min=0), default=100, show_default=True,
              help="Lines at most; 0 for all.")  # fmt: skip
@click.option("--sort", "order", type=click.Choice(["text", "left", "right", "hit"]),
              default="text", show_default=True, help="Order of the lines shown.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["table", "json", "csv", "html"]),
              default="table", show_default=True)  # fmt: skip
@click.option("--collocates", type=click.Choice(["word", "headword", "lemma", "root"]),
              help="Words beside the hits instead of lines.")  # fmt: skip
@click.option("--window", type=click.IntRange(1, 20), default=4, show_default=True,
              help="Words on each side that count as beside.")  # fmt: skip
@click.option("--measure", type=click.Choice(["logdice", "loglikelihood"]), default="logdice",
              show_default=True, help="What collocates are sorted by.")  # fmt: skip
@out_file_option
@force_option
@click.pass_context
def command(
    ctx: click.Context,
    query: tuple[str, ...],
    where: Any,
    root: Path | None,
    context: int,
    limit: int,
    order: Any,
    form: str,
    collocates: Any,
    window: int,
    measure: Any,
    out: Path | None,
    force: bool,
) -> None:
    """Search the corpus and show every place in its context (KWIC).

    QUERY is a word form or one of these, or several in a row; put it in quotation marks:

    \b
      besar  ber*            word form; * stands for any letters
      kata: entri: lema: akar:  word form, headword, lemma, root
      meN-…-kan  ke-...-an   words with just these affixes; R for a copy: ber-R-an
      imbuhan:-kan           words with this affix among others
      pos:VERB  pos:ADJ|ADV  part of speech, one or the other
      entitas:ORG  entitas:"Korea Utara"   names of a type, a name
      akar:ajar&pos:NOUN     both at once
      tidak * pos:VERB       * is any word
      antara [1-4] dan       one to four words between

    The exit code is 1 if nothing is found.

    Example: quizgen search "meN-…-kan pos:NOUN" --sort right --level 4
    """
    from quizgen.search import collocations, search

    if out is not None:
        check_free([out], force=force)
    index, typed, most = open_corpus(root), " ".join(query), limit or None
    if collocates:
        found = collocations(typed, index, where=where, attribute=collocates, window=window,
                             measure=measure).head(most)  # fmt: skip
        data, empty = view.collocates_file(found, typed, form), found.empty
    else:
        lines = search(typed, index, where=where, context=context, limit=most, order=order)
        data, empty = view.lines_file(lines, form, whole=out is not None), not lines.lines
    save_or_print(data, out, force=force)
    if empty:
        note(f"{typed}: not found in {index.size()} sentences of {len(index.texts)} texts.")
        ctx.exit(1)
    if not collocates:
        note(view.size(lines))
