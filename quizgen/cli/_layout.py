"""The options of a sheet's layout on paper."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from quizgen.cli._output import note
from quizgen.errors import InputError
from quizgen.interfaces import Format
from quizgen.model import Layout

_OPTIONS = (
    click.option(
        "--header",
        type=click.Choice(["plain", "lkpd"]),
        default="plain",
        show_default=True,
        help="lkpd: school, subject, class, time, learning goals, name, score.",
    ),
    click.option(
        "--letterhead",
        type=click.Path(path_type=Path),
        metavar="FILE.docx",
        help="Put Word files into your school's own document.",
    ),
    click.option("--points", is_flag=True, help="Print the points of every item."),
    click.option("--large-print", is_flag=True, help="16 points and more."),
    click.option(
        "--passage-once",
        is_flag=True,
        help="Moodle and GIFT: the text before its questions, not in each.",
    ),
    click.option("--dyslexia", is_flag=True, help="Sans serif, wide spacing, no italics."),
)
_BARE = ("md",)
"""Formats for paper whose look is up to the program that shows them."""

_EACH = ("canvas", "qti2", "anki", "h5p")
"""Formats whose questions each bring the text along: their platforms lose it elsewhere."""


def layout_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command, which gets them as one ``layout``."""

    def wrapper(
        *args: Any,
        header: Any,
        letterhead: Path | None,
        points: bool,
        large_print: bool,
        passage_once: bool,
        dyslexia: bool,
        **rest: Any,
    ) -> Any:
        layout = Layout(
            header=header,
            points=points,
            large=large_print,
            passage_once=passage_once,
            dyslexia=dyslexia,
            letterhead=read_letterhead(letterhead) if letterhead else b"",
        )
        return command(*args, layout=layout, **rest)

    wrapper.__name__, wrapper.__doc__ = command.__name__, command.__doc__
    wrapper.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    decorated: Callable[..., Any] = wrapper
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def read_letterhead(path: Path) -> bytes:
    """Return the bytes of a Word file.

    Raises:
        InputError: naming the file, if it is none or cannot be read.
    """
    import docx

    if path.suffix.lower() != ".docx":
        raise InputError(f"{path}: is no letterhead; save it as .docx")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    try:
        docx.Document(io.BytesIO(data))
    # Broken archives and broken XML fail in many ways inside the library.
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, OSError) as error:
        raise InputError(f"{path}: is damaged or no .docx file; save it again") from error
    return data


def note_layout(layout: Layout, chosen: Sequence[Format]) -> None:
    """Tell which wishes a format cannot fulfil."""
    looks = {"--large-print": layout.large, "--dyslexia": layout.dyslexia}
    wishes = {"--header lkpd": layout.header == "lkpd", "--points": layout.points}
    for form in chosen:
        paper = hasattr(form, "draw")
        unmet = [name for name, wanted in looks.items() if wanted]
        unmet = unmet if not paper or form.name in _BARE else []
        unmet += [name for name, wanted in wishes.items() if wanted and not paper]
        unmet += ["--passage-once"] if layout.passage_once and form.name in _EACH else []
        unmet += ["--letterhead"] if layout.letterhead and form.name != "docx" else []
        if unmet:
            note(f"{form.name} is made without {', '.join(unmet)}, which it cannot show.")
