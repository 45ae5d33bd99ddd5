"""Options and steps that the corpus tools share: which texts, and their index."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.cli._options import level_option, names_option
from quizgen.cli._output import note

if TYPE_CHECKING:
    from quizgen.search import Index

corpus_option = click.option(
    "--corpus",
    "root",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Another corpus, or any folder with texts.",
)


def narrowing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--level``, ``--topic`` and ``--article``, which a command gets as one ``where``."""

    def wrapper(
        *args: Any, level: int | None, topic: str | None, article: tuple[str, ...], **rest: Any
    ) -> Any:
        from quizgen.search import Scope

        return command(*args, where=Scope(level, topic, article), **rest)

    wrapper.__name__, wrapper.__doc__ = command.__name__, command.__doc__
    wrapper.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    decorated = names_option("--article", metavar="A,B", help="Only these texts.")(wrapper)
    decorated = click.option("--topic", help="Only texts of this topic.")(decorated)
    return level_option(decorated)


def open_corpus(root: Path | None) -> "Index":
    """Return the index of the texts, built first if there is none; remarks go to the user."""
    from quizgen.search import open_index

    return open_index(root, remark=note)
