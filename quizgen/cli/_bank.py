"""What ``quizgen worksheet`` takes to draw a sheet from an item bank."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import click

from quizgen import offered
from quizgen.cli._options import names_option
from quizgen.cli._output import note
from quizgen.model import Document, Process
from quizgen.pipeline import Vetted
from quizgen.worksheet import Plan

_OPTIONS = (
    click.option(
        "--bank",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Draw from a file of 'quizgen batch bank' instead of a SOURCE.",
    ),
    click.option("--topic", default="", help="With --bank: a topic, or words that a text has."),
    names_option("--entity", metavar="A,B", help="With --bank: names or parts of names."),
    names_option("--process", metavar="A,B", help=f"With --bank: {', '.join(get_args(Process))}."),
    names_option("--headword", metavar="A,B", help="With --bank: words that items are about."),
    click.option(
        "--texts",
        type=click.IntRange(1, 20),
        default=3,
        show_default=True,
        metavar="N",
        help="With --bank: from how many texts at most.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BankChoice:
    """A bank, and what is wanted of it beside the plan."""

    path: Path
    topic: str
    entities: tuple[str, ...]
    processes: tuple[str, ...]
    headwords: tuple[str, ...]
    texts: int


def bank_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of a bank to a command, which gets them as ``bank``, None without a bank."""

    def wrapper(
        *args: Any,
        bank: Path | None,
        topic: str,
        entity: tuple[str, ...],
        process: tuple[str, ...],
        headword: tuple[str, ...],
        texts: int,
        **rest: Any,
    ) -> Any:
        wishes = {"--topic": topic, "--entity": entity, "--process": process}
        wishes["--headword"] = headword
        given = [name for name, value in wishes.items() if value]
        if bank is None and given:
            raise click.UsageError(f"{given[0]} goes with --bank.")
        _check_processes(process)
        chosen = bank and BankChoice(
            path=bank, topic=topic, entities=entity, processes=process, headwords=headword,
            texts=texts,
        )  # fmt: skip
        return command(*args, bank=chosen, **rest)

    wrapper.__name__, wrapper.__doc__ = command.__name__, command.__doc__
    wrapper.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    decorated: Callable[..., Any] = wrapper
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def _check_processes(names: tuple[str, ...]) -> None:
    known = get_args(Process)
    for name in names:
        if name not in known:
            raise click.BadParameter(f"'{name}' is none of {', '.join(known)}.")


def prepare_drawn(bank: BankChoice, plan: Plan) -> tuple[Document, Vetted]:
    """Return the passage and the vetted items of a sheet that is drawn from a bank.

    Raises:
        InputError: if there is no such bank, or nothing in it fits.
        UnknownNameError: if there is no such type or profile.
    """
    from quizgen.bank.draw import draw
    from quizgen.bank.search import Wish

    offered.wanted_exercises(plan.types, plan.level)
    wish = Wish(
        types=plan.types,
        level=plan.level,
        topic=bank.topic,
        entities=bank.entities,
        processes=bank.processes,
        headwords=bank.headwords,
    )
    drawn = draw(bank.path, wish, plan, texts=bank.texts)
    note(f"Drawn from {', '.join(drawn.texts)}.")
    if len(drawn.vetted.kept) < plan.count:
        note(f"For more items ask for less of them, or draw from more than --texts {bank.texts}.")
    return drawn.document, drawn.vetted
