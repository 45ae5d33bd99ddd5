"""``quizgen import``."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from quizgen import pipeline
from quizgen.cli._options import force_option, out_file_option, source_argument
from quizgen.cli._output import note, save_or_print
from quizgen.errors import InputError
from quizgen.model import Article, Imported

_FIELDS = ("id", "title", "date", "outlet", "author", "url", "licence", "topic", "level")


@click.command("import")
@source_argument
@click.option("--title", help="Title, if the source has none or a wrong one.")
@click.option("--date", metavar="YYYY-MM-DD", help="Date, if the source has none or a wrong one.")
@out_file_option
@force_option
def command(
    source: str, title: str | None, date: str | None, out: Path | None, force: bool
) -> None:
    """Print the clean text of a source: title, blank line, paragraphs.

    What is known about the text, and what was left out and why, goes to standard error.

    Example: quizgen import berita.html --date 2024-06-20 --out berita.txt
    """
    day = _day(date)
    imported = pipeline.read(source)
    article = imported.article
    article = replace(article, title=title or article.title, date=day or article.date)
    if out is not None:
        pipeline.check_free([out], force=force)
    report(Imported(article=article, dropped=imported.dropped))
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
    """Print the metadata and every piece that was left out on standard error."""
    for field in _FIELDS:
        value = getattr(imported.article, field)
        if value is not None:
            note(f"{field}: {value}")
    for piece in imported.dropped:
        note(f"left out ({piece.reason}): {' '.join(piece.text.split())}")
