"""``quizgen list``."""

import click

from quizgen import corpus
from quizgen.cli._options import level_option
from quizgen.cli._output import print_json, print_table
from quizgen.errors import UnknownNameError


@click.command("list")
@click.option("--topic", help="Only texts of this topic.")
@level_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def command(topic: str | None, level: int | None, form: str) -> None:
    """List the texts of the corpus.

    Example: quizgen list --level 4 --format json
    """
    texts = corpus.summaries()
    topics = sorted({text.topic for text in texts if text.topic})
    if topic is not None and topic not in topics:
        raise UnknownNameError("topic", topic, topics)
    rows = [
        {
            "id": text.id,
            "title": text.title,
            "topic": text.topic,
            "level": text.level,
            "words": text.words,
            "date": text.date.isoformat() if text.date else None,
        }
        for text in texts
        if topic in (None, text.topic) and level in (None, text.level)
    ]
    if form == "json":
        print_json(rows)
    else:
        heads = ("id", "level", "words", "date", "topic", "title")
        print_table([[row[head] for head in heads] for row in rows], heads)
