"""``quizgen kamus``."""

from dataclasses import fields

import click

from quizgen.cli._output import print_json
from quizgen.lexicon import Entry, Sense


@click.command("kamus")
@click.argument("words", metavar="WORD…", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...], form: str) -> None:
    """Look words up in the learner's dictionary, in any inflected form.

    The exit code is 1 if a word is not there. Put a term of several words in quotation marks.

    Example: quizgen kamus diumumkan "gencatan senjata"
    """
    from quizgen.language.lookup import look_up

    found = [(word, look_up(word)) for word in words]
    if form == "json":
        print_json([{"query": word, "entry": entry and as_record(entry)} for word, entry in found])
    else:
        for word, entry in found:
            click.echo(_page(word, entry))
    if not all(entry for _, entry in found):
        ctx.exit(1)


def as_record(entry: Entry) -> dict[str, object]:
    """Return an entry as JSON has it; lines of the tables are left out."""
    record = {each.name: getattr(entry, each.name) for each in fields(Entry)}
    record.pop("line")
    return {**record, "senses": [_sense(sense) for sense in entry.senses]}


def _sense(sense: Sense) -> dict[str, object]:
    return {each.name: getattr(sense, each.name) for each in fields(Sense) if each.name != "line"}


def _page(word: str, entry: Entry | None) -> str:
    if entry is None:
        return f"{word}: not in the dictionary"
    asked = "" if word == entry.headword else f"{word} → "
    wrong = f"; not: {', '.join(entry.nonstandard)}" if entry.nonstandard else ""
    head = (
        f"{asked}{entry.headword} ({entry.syllables}), "
        f"BIPA {entry.level} (estimate), {entry.segments}{wrong}"
    )
    return "\n".join([head, *_lines(entry)])


def _lines(entry: Entry) -> list[str]:
    lines = []
    for number, sense in enumerate(entry.senses, start=1):
        definition = f": {sense.definition}" if sense.definition else ""
        lines.append(f"  {number}. {sense.upos} {sense.gloss}{definition} [{sense.register}]")
        lines.append(f"     {sense.example}")
        for label, values in (
            ("collocations", sense.collocations),
            ("synonyms", sense.synonyms),
            ("antonyms", sense.antonyms),
        ):
            if values:
                lines.append(f"     {label}: {'; '.join(values)}")
    return lines
