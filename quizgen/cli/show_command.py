"""``quizgen show``."""

import click

from quizgen import pipeline
from quizgen.cli._options import source_argument
from quizgen.model import Article
from quizgen.wording import MONTHS, table


@click.command("show")
@source_argument
def command(source: str) -> None:
    """Show a text: title, source line and numbered paragraphs.

    Example: quizgen show putin-pyongyang-4
    """
    article = pipeline.read(source).article
    head = [line for line in (article.title, source_line(article)) if line]
    body = [
        text if number is None else f"[{number}] {text}" for number, _, text in article.blocks()
    ]
    click.echo("\n\n".join(["\n".join(head), *body] if head else body))


def source_line(article: Article) -> str:
    """Return what is known of a text's origin, in Indonesian; empty if that is nothing."""
    words, day = table("id"), article.date
    origin = [
        article.outlet,
        f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else None,
        article.url,
    ]
    known = {
        words["source"]: ", ".join(part for part in origin if part),
        words["author"]: article.author,
        words["licence"]: article.licence,
        words["level"]: article.level,
    }
    return " · ".join(f"{label}: {value}" for label, value in known.items() if value)
