"""``quizgen check``."""

from pathlib import Path

import click

from quizgen import corpus


@click.command("check")
@click.argument("folder", metavar="[CORPUS]", required=False, type=click.Path(path_type=Path))
@click.pass_context
def command(ctx: click.Context, folder: Path | None) -> None:
    """Check the corpus against its rules; the exit code is 1 if there is a finding.

    Example: quizgen check corpus
    """
    from quizgen.checks.corpus_rules import check_corpus

    findings = check_corpus(folder)
    for each in findings:
        click.echo(f"{each.file}:{each.line}: {each.severity} {each.code} {each.message}")
    if findings:
        ctx.exit(1)
    ids = corpus.article_ids(folder)
    topics = {id.rpartition("-")[0] for id in ids}
    click.echo(f"ok: {len(ids)} texts in {len(topics)} topics")
