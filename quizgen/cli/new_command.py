"""``quizgen new``."""

import datetime as dt
import re
from pathlib import Path

import click

from quizgen import corpus
from quizgen.cli._output import note, print_paths
from quizgen.errors import InputError
from quizgen.output_files import write_all

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TOPIC = """\
id: {id}
topic: {topic}
event: {event}
date: {date}
facts:
- fact: ""
  outlet: ""
  date: {date}
  url: ""
"""
_TEXT = "Judul\n\nParagraf pertama.\n"


@click.command("new")
@click.argument("id")
@click.option("--topic", required=True, help="Field of the topic: ekonomi, olahraga, sains …")
@click.option("--event", required=True, help="The event in one Indonesian sentence.")
@click.option("--date", help="Day of the event, YYYY-MM-DD.  [default: today]")
@click.option("--levels", default="3,4,6", show_default=True, help="BIPA levels, comma-separated.")
@click.option("--corpus", "root", type=click.Path(path_type=Path), help="Folder of the corpus.")
def command(
    id: str, topic: str, event: str, date: str | None, levels: str, root: Path | None
) -> None:
    """Start a topic of the corpus: a folder with empty texts and a list of facts to fill.

    Example: quizgen new banjir-demak --topic lingkungan --event "Banjir melanda Demak"
    """
    if not _ID.fullmatch(id):
        raise InputError(f"'{id}' is no id; use small letters, digits and hyphens: banjir-demak")
    folder = (root or corpus.corpus_root()) / id
    if folder.exists():
        raise InputError(f"{folder} exists; choose another id, or go on writing there")
    facts = _TOPIC.format(id=id, topic=topic, event=event, date=_day(date))
    texts = [(f"bipa{level}.txt", _TEXT.encode()) for level in _levels(levels)]
    print_paths(write_all([("topic.yaml", facts.encode()), *texts], folder, force=False))
    first = _levels(levels)[0]
    note("Next: look up the facts and name their pages in topic.yaml, write the texts, then")
    note(f"  quizgen annotate {id}-{first} --write   and correct what it proposes;")
    note("  quizgen check                          tells what is missing.")


def _day(date: str | None) -> str:
    try:
        return (dt.date.fromisoformat(date) if date else dt.date.today()).isoformat()
    except ValueError:
        raise InputError(f"'{date}' is no date; write YYYY-MM-DD") from None


def _levels(levels: str) -> list[int]:
    found = [part.strip() for part in levels.split(",")]
    if not found or any(part not in tuple("1234567") for part in found):
        raise InputError(f"'{levels}': levels are numbers from 1 to 7, such as 3,4,6")
    return sorted({int(part) for part in found})
