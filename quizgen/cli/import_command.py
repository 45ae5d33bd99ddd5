"""``quizgen import``."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from quizgen import output_files, pipeline
from quizgen.cli._options import force_option, out_file_option, source_argument
from quizgen.cli._output import note, save_or_print
from quizgen.errors import InputError
from quizgen.model import Article, Dropped, Imported

_FIELDS = ("id", "title", "date", "outlet", "author", "url", "licence", "topic", "level")


@click.command("import")
@source_argument
@click.option("--title", help="Title, if the source has none or a wrong one.")
@click.option("--date", metavar="YYYY-MM-DD", help="Date, if the source has none or a wrong one.")
@click.option(
    "--private", is_flag=True, help="Let an address lead to this machine or a private network."
)
@out_file_option
@force_option
def command(
    source: str,
    title: str | None,
    date: str | None,
    private: bool,
    out: Path | None,
    force: bool,
) -> None:
    """Print the clean text of a source: title, blank line, paragraphs.

    What is known about the text, and what was left out and why, goes to standard error.

    Example: quizgen import berita.html --date 2024-06-20 --out berita.txt
    """
    day = _day(date)
    imported = pipeline.read(source, private=private)
    article = imported.article
    article = replace(article, title=title or article.title, date=day or article.date)
    if out is not None:
        output_files.check_free([out], force=force)
    report(replace(imported, article=article))
    save_or_print(clean_text(article).encode(), out, force=force)


def _day(date: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date) if date else None
    except ValueError:
        raise InputError(f"--date '{date}' is no date; write YYYY-MM-DD") from None


def clean_text(article: Article) -> str:
    """Return title and paragraphs, parted by blank lines."""
    blocks = [article.title, *article.paragraphs] if article.title else article.paragraphs
    return "\n\n".join(blocks) + "\n"


def report(imported: Imported) -> None:
    """Print metadata, remarks and every piece that was left out, with its place, to the side."""
    for field in _FIELDS:
        value = getattr(imported.article, field)
        if value is not None:
            note(f"{field}: {value}")
    for piece in imported.dropped:
        note(f"left out, {_place(piece)} ({piece.reason}): {' '.join(piece.text.split())}")
    for remark in imported.remarks:
        note(f"note: {remark}")


def _place(piece: Dropped) -> str:
    """Return where a piece stood, with paragraphs and sub-headings counted as they are printed."""
    if piece.offset is not None:
        return f"in block {piece.paragraph + 1}"
    return f"after block {piece.paragraph}" if piece.paragraph else "at the start"
