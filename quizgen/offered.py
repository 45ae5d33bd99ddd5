"""Which exercise types are used: asked for, suiting the level, good enough for the text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from quizgen import corpus
from quizgen.blueprint import Request, wanted_types
from quizgen.interfaces import (
    Exercise,
    by_name,
    exercises,
    is_proven,
    is_proven_item,
    proven_ways,
)
from quizgen.model import Document, Item
from quizgen.worksheet import Plan, profile


def wanted_exercises(types: Sequence[str], level: int | None = None) -> tuple[Exercise, ...]:
    """Return the exercises of these types; if none is named, the default ones of the level.

    Raises:
        UnknownNameError: listing the valid types.
    """
    known = exercises()
    if not types:
        return tuple(exercise for exercise in known if exercise.default and _suits(exercise, level))
    return tuple(by_name("type", name, known) for name in dict.fromkeys(types))


def offered_exercises(
    document: Document, types: Sequence[str], level: int | None = None
) -> tuple[Exercise, ...]:
    """Return the exercises of these types; if none is named, those good enough for the text.

    Raises:
        UnknownNameError: listing the valid types.
    """
    wanted = wanted_exercises(types, level)
    if not _is_choosy(document, types):
        return wanted
    return tuple(each for each in wanted if is_proven(each) or proven_ways(each))


def offered_items(
    exercise: Exercise, items: Iterable[Item], document: Document, types: Sequence[str]
) -> Iterator[Item]:
    """Yield those of the items that are good enough for the text; all where types are named."""
    choosy = _is_choosy(document, types)
    yield from (item for item in items if not choosy or is_proven_item(exercise, item))


def _is_choosy(document: Document, types: Sequence[str]) -> bool:
    return not types and document.article.id not in corpus.article_ids()


def types_for(requests: Iterable[Request]) -> tuple[str, ...]:
    """Return the types that the rows of a kisi-kisi name, the default ones where one is open.

    Those that no row's form can use are left out.
    """
    requests = tuple(requests)
    known = exercises()
    wanted = wanted_types(requests, [exercise.name for exercise in known if exercise.default])
    kinds = {kind for request in requests for kind in request.kinds}
    anything = any(not request.kinds for request in requests)
    return tuple(
        exercise.name
        for exercise in known
        if exercise.name in wanted and (anything or kinds & set(exercise.responses))
    )


def with_types(plan: Plan) -> Plan:
    """Return the plan with its profile's types where the teacher asks for none.

    Those are left out that do not suit the level, unless none would be left.

    Raises:
        UnknownNameError: if there is no such profile.
    """
    patterns = profile(plan.profile).types
    if plan.types or not patterns:
        return plan
    named = [each for each in exercises() if any(fnmatchcase(each.name, one) for one in patterns)]
    suited = [exercise for exercise in named if _suits(exercise, plan.level)]
    return replace(plan, types=tuple(exercise.name for exercise in suited or named))


def _suits(exercise: Exercise, level: int | None) -> bool:
    lowest, highest = exercise.levels
    return level is None or lowest <= level <= highest


def families() -> dict[str, str]:
    """Return what each type works on: comprehension, vocabulary or language."""
    return {exercise.name: exercise.family for exercise in exercises()}
