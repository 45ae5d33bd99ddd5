"""``quizgen glossary``."""

import csv
import io
from pathlib import Path

import click

from quizgen import pipeline
from quizgen.cli._output import note, print_json, print_table, save_or_print
from quizgen.language.glossary import Line, glossary

_HEADS = ("headword", "form", "sentence", "level", "gloss", "definition", "synonyms", "example")


@click.command("glossary")
@click.argument("source")
@click.option("--level", type=click.IntRange(1, 7), default=3, show_default=True,
              help="Leave out words below this BIPA level.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table")
@click.option("--out", type=click.Path(path_type=Path), help="Write to this file.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def command(source: str, level: int, form: str, out: Path | None, force: bool) -> None:
    """Make a text's word list: the words of the dictionary, in the sense they have there.

    A word whose sense is not sure is listed without gloss; what the dictionary lacks is counted.

    Example: quizgen glossary berita.txt --level 4 --format csv --out kata.csv
    """
    found = glossary(pipeline.document(source), least=level)
    if form == "csv":
        save_or_print(_csv(found.lines), out, force=force)
    elif form == "json":
        print_json([line.as_record() for line in found.lines])
    else:
        heads = _HEADS[:6]
        print_table([[line.as_record()[head] for head in heads] for line in found.lines], heads)
    if found.missing:
        note(f"Not in the dictionary: {', '.join(found.missing)}.")


def _csv(lines: tuple[Line, ...]) -> bytes:
    """Return the list as CSV; the mark in front makes spreadsheets read it as UTF-8."""
    text = io.StringIO()
    writer = csv.DictWriter(text, _HEADS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(line.as_record() for line in lines)
    return text.getvalue().encode("utf-8-sig")
