"""How commands print: results on standard output, remarks on standard error."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

import click

from quizgen.interfaces import Exercise
from quizgen.model import Document
from quizgen.output_files import write_all
from quizgen.pipeline import Vetted
from quizgen.text_level import too_hard

T = TypeVar("T")


def note(message: str) -> None:
    """Print a remark, which is no result, on standard error."""
    click.echo(message, err=True)


def print_bytes(data: bytes) -> None:
    """Print a whole file, text or not, just as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def print_json(value: object) -> None:
    """Print a value as indented JSON, letters as they are."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(rows: Iterable[Sequence[object]], heads: Sequence[str]) -> None:
    """Print rows in columns as wide as their longest cell; the last one is not padded."""
    cells = [list(heads), *([str("" if cell is None else cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    for row in cells:
        padded = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join([*padded[:-1], row[-1]]).rstrip())


def print_frame(frame: Any, form: str) -> None:
    """Print a table of pandas as ``table``, ``csv`` for spreadsheets, or ``json``."""
    if form == "csv":
        print_bytes(frame.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig"))
        return
    plain = frame.astype(object).where(frame.notna(), None)
    if form == "json":
        print_json(plain.to_dict(orient="records"))
    else:
        print_table(plain.to_numpy().tolist(), list(plain.columns))


def save_or_print(data: bytes, out: Path | None, *, force: bool) -> None:
    """Print a file, or write it to ``out`` and print its path.

    Raises:
        OutputError: if the file exists and ``force`` is not given, or it cannot be written.
    """
    if out is None:
        print_bytes(data)
    else:
        print_paths(write_all([(out.name, data)], out.parent, force=force))


def print_paths(paths: Iterable[Path]) -> None:
    """Print the paths of written files, one a line."""
    for path in paths:
        click.echo(str(path))


def note_dropped(vetted: Vetted) -> None:
    """Tell how many candidates the item rules have dropped, and which rules."""
    total = sum(vetted.dropped.values())
    if total:
        reasons = ", ".join(f"{count} {code}" for code, count in vetted.dropped.items())
        note(f"Dropped {total} candidate{'s' * (total > 1)}: {reasons}.")


def note_level(document: Document, wanted: int | None) -> None:
    """Tell that a text is far above the level asked for."""
    level = too_hard(document, wanted)
    if level is not None:
        note(
            f"{document.article.id}: the text is about BIPA level {level}, far above the level"
            f" asked for ({wanted}); choose an easier text or expect to help with it."
        )


def note_shortage(found: int, wanted: int) -> None:
    """Tell that a sheet has fewer items than were asked for."""
    if found < wanted:
        verb = "is" if found == 1 else "are"
        note(
            f"Only {found} of {wanted} items {verb} good enough; for more, try a longer text or one"
            " of 'quizgen list', or add your own to a file of 'quizgen items --format yaml'."
        )


def note_unasked(exercises: Iterable[Exercise], offered: Iterable[Exercise]) -> None:
    """Tell which types are made for a text of one's own only if they are asked for."""
    there = {exercise.name for exercise in offered}
    names = [each.name for each in exercises if each.default and each.name not in there]
    if names:
        note(f"Not made unasked for news, for they need a closer look: --types {','.join(names)}")


def note_unfound(vetted: Vetted, wanted: Iterable[Exercise], count: int) -> None:
    """Tell which types have given no item and why, if there are fewer items than asked for."""
    if len(vetted.kept) >= count:
        return
    there = {item.type for item in vetted.kept}
    for exercise in wanted:
        tried = vetted.dropped_types.get(exercise.name, 0)
        if exercise.name not in there:
            reason = (
                f"the item rules dropped all its candidates ({tried})"
                if tried
                else "nothing in this text can be asked without doubt"
            )
            note(f"No {exercise.name} item: {reason}.")


def note_left_out(name: str, leaves_out: Mapping[str, str], kinds: Iterable[str]) -> None:
    """Tell which items of a sheet a format cannot hold."""
    for kind in sorted(set(kinds) & set(leaves_out)):
        note(f"{name} leaves out {kind} items: {leaves_out[kind]}")


def note_omissions(name: str, omissions: Iterable[str]) -> None:
    """Tell what of a sheet the file of a format lacks, and why."""
    for omission in omissions:
        note(f"{name} {omission}")


def note_editions(name: str, known: Sequence[str], wanted: Iterable[str]) -> None:
    """Tell which wanted editions a format does not have."""
    for edition in wanted:
        if edition not in known:
            note(f"{name} has no {edition}'s edition: its file always holds the key.")


def progress(steps: Sequence[T], label: str) -> AbstractContextManager[Iterable[T]]:
    """Return the steps with a progress bar, if there are several and a person is watching."""
    watched = len(steps) > 1 and sys.stderr.isatty()
    if not watched:
        return nullcontext(steps)
    bar: Any = click.progressbar(steps, label=label, file=sys.stderr)
    bars: AbstractContextManager[Iterable[T]] = bar
    return bars
