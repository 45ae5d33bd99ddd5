"""Options that several commands share."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from quizgen.worksheet import Plan, profile, profiles

CommandT = TypeVar("CommandT", bound=Callable[..., Any])
_RANGE = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")


def _names(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    parts = (part.strip() for part in (value or "").split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def _numbers(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[int, ...]:
    found: set[int] = set()
    for part in (value or "").split(",") if value is not None else ():
        match = _RANGE.fullmatch(part.strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last:
            raise click.BadParameter(f"'{value}' is no range; write 2, 1-4 or 1,3-5.")
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def _level(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    return int(value) if value else None


def _profile(ctx: click.Context, param: click.Parameter, value: str) -> str:
    return profile(value).name


level_option = click.option(
    "--level", type=click.Choice("1234567"), callback=_level, help="BIPA level, 1 to 7."
)
source_argument = click.argument("source")
force_option = click.option("--force", is_flag=True, help="Replace files that exist.")
out_folder_option = click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=".",
    show_default=True,
    help="Folder for the files; it is made if missing.",
)
lesson_option = click.option(
    "--lesson",
    is_flag=True,
    help="With a lesson around it: Pramembaca, Membaca, Pascamembaca, Menulis.",
)
out_file_option = click.option(
    "--out", type=click.Path(path_type=Path), help="File to write instead of printing."
)


def names_option(*declarations: str, **settings: Any) -> Callable[[CommandT], CommandT]:
    """Return an option that takes names parted by commas."""
    return click.option(*declarations, callback=_names, **settings)


_CHOICES = (
    names_option("--types", metavar="A,B", help="Exercise types; see 'quizgen types'."),
    click.option(
        "--count", type=click.IntRange(min=1), metavar="N", help="How many items at most."
    ),
    click.option(
        "--level",
        type=click.Choice("1234567"),
        callback=_level,
        help="BIPA level of the class: no item is harder.",
    ),
    click.option(
        "--profile",
        default="bipa",
        show_default=True,
        callback=_profile,
        help=f"Exam profile: {', '.join(profiles())}.",
    ),
    click.option("--paragraphs", metavar="1-4", callback=_numbers, help="Only these paragraphs."),
    click.option(
        "--instructions",
        type=click.Choice(["id", "en"]),
        default="id",
        show_default=True,
        help="Language of the instructions.",
    ),
    click.option(
        "--progression", is_flag=True, help="From choosing to writing, whatever it is about."
    ),
    click.option(
        "--seed", type=int, default=0, show_default=True, help="Another seed, another sheet."
    ),
)


def plan_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the choices of items to a command, which gets them as one ``plan``.

    ``plan.count`` is 0 where the user gave none.
    """

    def wrapper(
        *args: Any,
        types: tuple[str, ...],
        count: int | None,
        level: int | None,
        profile: str,
        paragraphs: tuple[int, ...],
        instructions: Any,
        progression: bool,
        seed: int,
        **rest: Any,
    ) -> Any:
        plan = Plan(
            types=types,
            count=count or 0,
            level=level,
            profile=profile,
            paragraphs=paragraphs,
            language=instructions,
            seed=seed,
            progression=progression,
        )
        return command(*args, plan=plan, **rest)

    wrapper.__name__, wrapper.__doc__ = command.__name__, command.__doc__
    wrapper.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    decorated: Callable[..., Any] = wrapper
    for option in reversed(_CHOICES):
        decorated = option(decorated)
    return decorated


def with_count(plan: Plan, default: int = 10) -> Plan:
    """Return the plan with ``default`` as count where the user gave none."""
    return plan if plan.count else replace(plan, count=default)
