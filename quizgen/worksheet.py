"""From vetted items to a sheet: select, order, number.

Selection is greedy by rank, one type after the other in turn, comprehension first, so that a sheet
is spread over types and paragraphs; two items never ask the same fact, and none gives another's
answer away.
"""

import random
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import zip_longest
from string import ascii_uppercase
from typing import Any

from quizgen import wording
from quizgen.checks.option_order import measured_order
from quizgen.errors import UnknownNameError
from quizgen.model import (
    Categorise,
    Choice,
    Document,
    FreeText,
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
from quizgen.text_level import level_notice

_KIND_ORDER = (
    "choice", "multi-choice", "categorise", "matching", "short-answer", "gap", "ordering",
    "free-text",
)  # fmt: skip
_TRUE_FALSE = {"Benar", "Salah"}
_PER_TYPE_ASIDE = 5
"""One in so many items of a sheet may be of one type of vocabulary or language exercise."""
_FEW = 5
"""On a sheet of so many items or fewer no place is kept for a table."""
_LEVEL_COST = 0.1
"""What each level between an item and the level asked for takes from its rank."""
_TOGETHER = frozenset({"choice", "short-answer"})
_COMPREHENSION = "comprehension"
_FAMILIES = (_COMPREHENSION, "vocabulary", "language")
_BY_HAND = 1.5
"""Items that rank above this were written by a person."""
_PER_PARAGRAPH = 3
"""At most one in so many items may come from one paragraph, while others have any to give."""


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
    chosen = select(fitting, document, plan, families, first=_first_of_all(fitting, document, plan))
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


def _first_of_all(items: Sequence[Item], document: Document, plan: Plan) -> list[Item]:
    """Return the locked items, whatever they share, and what a teacher has written or changed."""
    locked = [item for item in items if item.locked]
    written = [item for item in items if item.by_teacher and not item.locked]
    return _take(locked, [written], document, max(plan.count, len(locked)))


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
    return not plan.paragraphs or _paragraphs(item, document) <= set(plan.paragraphs)


def _paragraphs(item: Item, document: Document) -> set[int]:
    named = {evidence.sentence for evidence in item.evidence} | set(item.reveals)
    return {document.sentence(id).paragraph for id in named}


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


def select(
    items: Sequence[Item],
    document: Document,
    plan: Plan,
    families: Mapping[str, str],
    *,
    first: Sequence[Item] = (),
) -> list[Item]:
    """Return at most ``plan.count`` items that can stand on one sheet, taking types in turn.

    Those of ``first`` are on the sheet in any case.

    A third of the sheet is for items that a person wrote, if there are any. Unless types are
    asked for, at most half of it, and few of each type, are vocabulary and language: any text
    gives many of these, and they must not crowd out comprehension.
    """
    count = plan.count
    if plan.types:
        return _take(first, _in_turn(items), document, count)
    inside = [item for item in items if families.get(item.type, _COMPREHENSION) == _COMPREHENSION]
    aside = _few_of_each([item for item in items if item not in inside], count)
    kept = min(len(aside), count // 2)
    by_hand = [item for item in inside if item.rank > _BY_HAND]
    # A table shows several sentences: taken late, it would clash with what is there already.
    tables = [item for item in inside if len(item.reveals) > 1]
    room = min(len(first) + (count > _FEW), count)
    chosen = _take(first, _in_turn(tables), document, room)
    chosen = _take(chosen, _in_turn(by_hand), document, min(len(chosen) + count // 3, count))
    chosen = _take(chosen, _in_turn(_others(inside, by_hand)), document, count - kept)
    chosen = _take(chosen, _in_turn(inside), document, count - kept)
    room = min(len(chosen) + kept, count)
    chosen = _take(chosen, _mixed(aside, plan, families), document, room)
    return _take(chosen, _in_turn(inside), document, count)


def _others(items: Sequence[Item], but: Sequence[Item]) -> list[Item]:
    return [item for item in items if item not in but]


def _few_of_each(items: Sequence[Item], count: int) -> list[Item]:
    """Return the best few items of each type."""
    most = max(1, count // _PER_TYPE_ASIDE)
    return [item for queue in _in_turn(items) for item in queue[:most]]


def _in_turn(items: Sequence[Item]) -> list[list[Item]]:
    """Return the items of each type, best first; the type with the best item first."""
    queues = [_ranked(items, kind) for kind in dict.fromkeys(item.type for item in items)]
    return sorted(queues, key=lambda queue: (-queue[0].rank, queue[0].type))


def _mixed(items: Sequence[Item], plan: Plan, families: Mapping[str, str]) -> list[list[Item]]:
    """Return the items of each type, the families in turn, types in an order of the seed's."""
    queues = _in_turn(items)
    random.Random(plan.seed).shuffle(queues)
    groups: dict[str, list[list[Item]]] = {}
    for queue in queues:
        groups.setdefault(families[queue[0].type], []).append(queue)
    rounds = zip_longest(*(groups[family] for family in sorted(groups, reverse=True)))
    return [queue for queues_of_round in rounds for queue in queues_of_round if queue]


def _take(
    chosen: Sequence[Item], queues: Sequence[Sequence[Item]], document: Document, count: int
) -> list[Item]:
    """Return ``chosen`` with the best further items of the queues in turn, up to ``count``."""
    taken = list(chosen)
    left = [[item for item in queue if item not in taken] for queue in queues]
    for cap in (max(1, count // _PER_PARAGRAPH), max(1, count)):
        progress = True
        while progress and len(taken) < count:
            progress = False
            for queue in left:
                found = next((i for i in queue if _fits(i, taken, document, cap)), None)
                if found and len(taken) < count:
                    queue.remove(found)
                    taken.append(found)
                    progress = True
    return taken


def _ranked(items: Sequence[Item], kind: str) -> list[Item]:
    return sorted((i for i in items if i.type == kind), key=lambda item: (-item.rank, item.id))


def _fits(item: Item, chosen: Sequence[Item], document: Document, cap: int) -> bool:
    if any(conflict(item, other) for other in chosen):
        return False
    return all(
        sum(paragraph in _paragraphs(other, document) for other in chosen) < cap
        for paragraph in _paragraphs(item, document)
    )


def conflict(one: Item, other: Item) -> bool:
    """Return whether two items must not share a sheet.

    They ask the same fact, or the prompt of one gives away a sentence that answers the other.
    """
    if set(one.facts) & set(other.facts) or one.id == other.id:
        return True
    proofs = (_answering(item) for item in (other, one))
    return any(set(item.reveals) & proof for item, proof in zip((one, other), proofs, strict=True))


def _answering(item: Item) -> set[str]:
    """Return the sentences that give an item's answer; a root or an essay stands in none."""
    if item.process == "language" and item.text != "hidden":
        return set()
    if isinstance(item.response, FreeText):
        return set()
    return {evidence.sentence for evidence in item.evidence}


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
        family = 0 if plan.progression else _FAMILIES.index(families.get(item.type, _COMPREHENSION))
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
