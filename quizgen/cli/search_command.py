"""``quizgen search``."""

import shutil
from pathlib import Path
from typing import Any

import click

from quizgen.cli._corpus_tools import corpus_option, narrowing_options, open_corpus
from quizgen.cli._options import force_option, out_file_option
from quizgen.cli._output import note, print_json, save_or_print

_SIDE = 24
"""Least width of the context on each side, in characters."""
_HIT = 28
"""Greatest width kept free for hits; a longer one moves what follows it."""


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
    from quizgen.search import search

    index = open_corpus(root)
    typed = " ".join(query)
    found = search(typed, index, where=where, context=context, limit=limit or None, order=order)
    if form == "table" and out is None:
        _print(found)
    elif form == "json" and out is None:
        print_json(found.records())
    else:
        save_or_print(_file(found, form), out, force=force)
    if not found.lines:
        note(f"{typed}: not found in {index.size()} sentences of {len(index.texts)} texts.")
        ctx.exit(1)
    _note_size(found)


def _file(found: Any, form: str) -> bytes:
    import json

    from quizgen.search.page import page

    if form == "html":
        return page(found).encode("utf-8")
    if form == "csv":
        data: bytes = found.frame().to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")
        return data
    if form == "json":
        return f"{json.dumps(found.records(), ensure_ascii=False, indent=2)}\n".encode()
    return "".join(f"{line}\n" for line in _aligned(found, 10_000)).encode("utf-8")


def _print(found: Any) -> None:
    width = shutil.get_terminal_size((120, 24)).columns
    for line in _aligned(found, width, bold=True):
        click.echo(line)


def _aligned(found: Any, width: int, *, bold: bool = False) -> list[str]:
    """Return the lines with their hits below each other, cut to a width in characters."""
    places = [f"{line.article} {line.sentence}" for line in found.lines]
    first = max(map(len, places), default=0)
    hit = min(_HIT, max((len(line.hit) for line in found.lines), default=0))
    side = max(_SIDE, (width - first - hit - 6) // 2)
    left = min(side, max((len(line.left) for line in found.lines), default=0))
    rows = []
    for place, line in zip(places, found.lines, strict=True):
        marked = click.style(line.hit, bold=True) if bold else line.hit
        pad = " " * (hit - len(line.hit))
        before, after = line.left[len(line.left) - min(left, len(line.left)) :], line.right[:side]
        rows.append(f"{place:<{first}}  {before:>{left}}  {marked}{pad}  {after}".rstrip())
    return rows


def _note_size(found: Any) -> None:
    shown, total = len(found.lines), found.total
    if total == shown:
        texts = len({line.article for line in found.lines})
        note(f"{shown} line{'s' * (shown > 1)} from {texts} text{'s' * (texts > 1)}.")
    else:
        whole = "more" if total is None else f"{total} in all"
        note(f"The first {shown} lines, {whole}; --limit 0 for every one.")
