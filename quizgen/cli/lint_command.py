"""``quizgen lint``."""

import json
from dataclasses import asdict

import click

from quizgen import pipeline
from quizgen.cli._items_file import read_items


@click.command("lint")
@click.argument("items")
@click.option(
    "--article", required=True, metavar="SOURCE", help="The text that the items ask about."
)
@click.pass_context
def command(ctx: click.Context, items: str, article: str) -> None:
    """Check items from anywhere against the item rules, one JSON finding a line.

    The exit code is 1 if there is an error, 0 if there are warnings only.

    Example: quizgen lint soal.jsonl --article berita.txt
    """
    from quizgen.checks import check_item

    document = pipeline.document(article)
    read = read_items(items, document)
    findings = [finding for item in read for finding in check_item(item, document)]
    for finding in findings:
        click.echo(json.dumps(asdict(finding), ensure_ascii=False))
    ctx.exit(1 if any(finding.severity == "error" for finding in findings) else 0)
