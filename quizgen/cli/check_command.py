"""``quizgen check``."""

from pathlib import Path

import click

from quizgen import corpus


@click.command("check")
@click.argument("folder", metavar="[CORPUS]", required=False, type=click.Path(path_type=Path))
@click.pass_context
def command(ctx: click.Context, folder: Path | None) -> None:
    """Check corpus and dictionary against their rules; the exit code is 1 if there is a finding.

    With a CORPUS folder that is checked alone.

    Example: quizgen check corpus
    """
    from quizgen.checks.corpus_rules import check_corpus

    findings = check_corpus(folder)
    for each in findings:
        click.echo(f"{each.file}:{each.line}: {each.severity} {each.code} {each.message}")
    words = _check_dictionary() if folder is None else ""
    if findings or words is None:
        ctx.exit(1)
    ids = corpus.article_ids(folder)
    topics = {id.rpartition("-")[0] for id in ids}
    click.echo(f"ok: {len(ids)} texts in {len(topics)} topics{words}")


def _check_dictionary() -> str | None:
    """Print what breaks a rule; return a word on its size, None if there is a finding."""
    from quizgen.checks.dictionary_rules import check_dictionary
    from quizgen.lexicon import dictionary

    entries = dictionary().entries
    findings = check_dictionary(dictionary())
    for each in findings:
        click.echo(f"{each.table}:{each.line}: error {each.code} {each.message}")
    senses = sum(len(entry.senses) for entry in entries.values())
    return None if findings else f"; {len(entries)} entries, {senses} senses in the dictionary"
