"""From vetted items to a sheet: fit to the plan, order, number.

What stands on it is chosen in :mod:`quizgen.selection`; here options are shuffled, keys spread and
sections made.
"""

import random
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from string import ascii_uppercase
from typing import Any

from quizgen import wording
from quizgen.checks.option_order import measured_order
from quizgen.errors import UnknownNameError
from quizgen.model import (
    Categorise,
    Choice,
    Document,
    Item,
    Language,
    Matching,
    MultiChoice,
    Option,
    Ordering,
    Profile,
    Section,
    Worksheet,
)
from quizgen.selection import COMPREHENSION, first_of_all, paragraphs_of, select
from quizgen.text_level import level_notice

_KIND_ORDER = (
    "choice", "multi-choice", "categorise", "matching", "short-answer", "gap", "ordering",
    "free-text",
)  # fmt: skip
_TRUE_FALSE = {"Benar", "Salah"}
_LEVEL_COST = 0.1
"""What each level between an item and the level asked for takes from its rank."""
_TOGETHER = frozenset({"choice", "short-answer"})
_FAMILIES = (COMPREHENSION, "vocabulary", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a teacher asks for; ``paragraphs`` empty means all, ``types`` empty the default ones."""

    types: tuple[str, ...] = ()
    count: int = 10
    level: int | None = None
    profile: str = "bipa"
    paragraphs: tuple[int, ...] = ()
    language: Language = "id"
    seed: int = 0
    progression: bool = False
    """From choosing to writing, whatever an item is about."""
    lesson: bool = False
    """With a lesson around the sheet: Pramembaca, Membaca, Pascamembaca, Menulis."""


def profiles() -> dict[str, Profile]:
    """Return every exam profile by name."""
    return {
        name: Profile(name=name, **data | {"types": tuple(data.get("types", ()))})
        for name, data in _profile_table().items()
    }


@cache
def _profile_table() -> dict[str, dict[str, Any]]:
    text = resources.files("quizgen").joinpath("profiles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def profile(name: str) -> Profile:
    """Return the profile called ``name``.

    Raises:
        UnknownNameError: listing the valid names.
    """
    known = profiles()
    if name not in known:
        raise UnknownNameError("profile", name, sorted(known))
    return known[name]


def assemble(
    document: Document,
    items: Iterable[Item],
    plan: Plan,
    *,
    version: str = "",
    families: Mapping[str, str] | None = None,
) -> Worksheet:
    """Return the best sheet that the items allow; with too few good ones it is shorter.

    The order of options, and of the elements to be put in order, depends on the seed and the
    version alone; the choice of items does not depend on the version.

    Args:
        document: the text and its analysis.
        items: vetted items.
        plan: what the teacher asks for.
        version: "" or the letter of a parallel version.
        families: what each type works on: comprehension, vocabulary or language. A type that is
            not named counts as comprehension.
    """
    families = families or {}
    chosen_profile = profile(plan.profile)
    fitted = (fit_options(i, chosen_profile) for i in items if fits_plan(i, document, plan))
    fitting = [_leveled(item, plan) for item in fitted if item]
    chosen = select(
        fitting,
        document,
        families,
        count=plan.count,
        asked=bool(plan.types),
        seed=plan.seed,
        first=first_of_all(fitting, document, plan.count),
    )
    rng = random.Random(f"{plan.seed}:{version}")
    arranged = balance_keys([arrange(item, rng) for item in chosen], rng)
    return Worksheet(
        document=document,
        sections=tuple(_sections(arranged, plan, families)),
        profile=chosen_profile,
        language=plan.language,
        level=plan.level or document.article.level,
        seed=plan.seed,
        version=version,
        numbered=chosen_profile.numbered or any(item.text == "numbered" for item in chosen),
        paragraphs=plan.paragraphs,
        notices=(*document.notices, *level_notice(document, plan.level)),
    )


def _leveled(item: Item, plan: Plan) -> Item:
    """Return the item ranked by how near its level is to the one asked for."""
    away = abs(item.level - plan.level) if plan.level is not None else 0
    return replace(item, rank=item.rank - _LEVEL_COST * away) if away else item


def fits_plan(item: Item, document: Document, plan: Plan) -> bool:
    """Return whether an item has one of the plan's types, its level and its paragraphs.

    A locked item always does.
    """
    if item.locked:
        return True
    if plan.types and item.type not in plan.types:
        return False
    if plan.level is not None and item.level > plan.level:
        return False
    return not plan.paragraphs or paragraphs_of(item, document) <= set(plan.paragraphs)


def fit_options(item: Item, profile: Profile) -> Item | None:
    """Return the item with no more options than the profile allows; None if it has too few.

    Wrong options are dropped from the end, for exercises give the best ones first. What a teacher
    has written stays as it is.
    """
    if not isinstance(item.response, Choice) or item.locked or item.by_teacher:
        return item
    options = item.response.options
    if len(options) < profile.min_options:
        return None
    wrong = [option for option in options if not option.correct]
    kept = [option for option in options if option.correct] + wrong[: profile.max_options - 1]
    return replace(item, response=Choice(options=tuple(kept)))


def arrange(item: Item, rng: random.Random) -> Item:
    """Return the item in printed order: measures sorted, other options shuffled."""
    match item.response:
        case Choice(options=options):
            return replace(item, response=Choice(options=order_options(options, rng)))
        case MultiChoice(options=options):
            return replace(item, response=MultiChoice(options=order_options(options, rng)))
        case Ordering(options=options):
            shown = _derange(len(options), rng)
            return replace(item, response=replace(item.response, shown=shown))
        case Matching(pairs=pairs, distractors=distractors):
            shown = _derange(len(pairs) + len(distractors), rng)
            return replace(item, response=replace(item.response, shown=shown))
        case _:
            return item


def order_options(options: Sequence[Option], rng: random.Random) -> tuple[Option, ...]:
    """Return the options sorted if all are measures of one unit or all dates, else shuffled."""
    order = _measured(options)
    if order is not None:
        return tuple(options[place] for place in order)
    shuffled = list(options)
    rng.shuffle(shuffled)
    return tuple(shuffled)


def keeps_order(options: Sequence[Option]) -> bool:
    """Return whether options are sorted measures or dates, which must not be shuffled."""
    return _measured(options) is not None


def _measured(options: Sequence[Option]) -> list[int] | None:
    return measured_order([option.text for option in options])


def _derange(size: int, rng: random.Random) -> tuple[int, ...]:
    """Return a seeded permutation that is not the identity (for two elements or more)."""
    order = list(range(size))
    while size > 1 and order == sorted(order):
        rng.shuffle(order)
    return tuple(order)


def balance_keys(items: Sequence[Item], rng: random.Random) -> list[Item]:
    """Move keys so that no letter is the answer much more often than another."""
    used: dict[int, int] = {}
    balanced = []
    for item in items:
        if isinstance(item.response, Choice):
            item = _place_key(item, item.response.options, used, rng)
        balanced.append(item)
    return balanced


def _place_key(
    item: Item, options: tuple[Option, ...], used: dict[int, int], rng: random.Random
) -> Item:
    position = next(index for index, option in enumerate(options) if option.correct)
    if not keeps_order(options):
        least = min(used.get(index, 0) for index in range(len(options)))
        places = [index for index in range(len(options)) if used.get(index, 0) == least]
        target = position if position in places else rng.choice(places)
        moved = [option for option in options if not option.correct]
        moved.insert(target, options[position])
        options, position = tuple(moved), target
    used[position] = used.get(position, 0) + 1
    return replace(item, response=Choice(options=options))


def _sections(items: Sequence[Item], plan: Plan, families: Mapping[str, str]) -> Iterator[Section]:
    language = plan.language
    groups: dict[tuple[bool, int, int, str], list[Item]] = {}
    for item in items:
        family = 0 if plan.progression else _FAMILIES.index(families.get(item.type, COMPREHENSION))
        groups.setdefault(_section_order(item, family), []).append(item)
    first = 1
    for index, order in enumerate(sorted(groups)):
        members = sorted(groups[order], key=lambda item: _place(item, language))
        yield Section(
            type=members[0].type,
            heading=heading(index, members, language, family=_FAMILIES[order[1]]),
            instruction=wording.instruction(members[0], language),
            items=tuple(members),
            first=first,
            hidden=members[0].text == "hidden",
        )
        first += len(members)


def heading(index: int, members: Sequence[Item], language: Language, *, family: str = "") -> str:
    """Return *B. Pilihan Ganda: Rujukan*; a type that needs no word of its own has none.

    A section of several types has the word of their ``family``: *Kosakata*.
    """
    kind = wording.heading(heading_kind(members), language)
    several = len({item.type for item in members}) > 1
    about = wording.about(family if several else members[0].type, language)
    return f"{_letter(index)}. {kind}{f': {about}' if about else ''}"


def _section_order(item: Item, family: int) -> tuple[bool, int, int, str]:
    # Choices and short answers of one family stand together, whatever their types.
    type = "" if item.response.kind in _TOGETHER else item.type
    return item.text == "hidden", family, _KIND_ORDER.index(item.response.kind), type


def _place(item: Item, language: Language) -> tuple[str, int, str]:
    """Return what items of a section are sorted by: those told to do the same stand together."""
    return wording.instruction(item, language), _first_sentence(item), item.id


def _first_sentence(item: Item) -> int:
    return min((int(evidence.sentence[1:]) for evidence in item.evidence), default=0)


def _letter(index: int) -> str:
    """Return A for 0, Z for 25, AA for 26."""
    before, last = divmod(index, len(ascii_uppercase))
    return (_letter(before - 1) if before else "") + ascii_uppercase[last]


def heading_kind(items: Sequence[Item]) -> str:
    """Return the kind that a heading of these items names; not every table is true or false."""
    responses = [item.response for item in items if isinstance(item.response, Categorise)]
    if any(set(response.categories) != _TRUE_FALSE for response in responses):
        return "statements"
    return items[0].response.kind
