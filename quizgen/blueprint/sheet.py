"""A sheet in the order of a kisi-kisi, with the rows that its items meet."""

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from quizgen import wording
from quizgen.blueprint.fill import Filled
from quizgen.blueprint.request import Request
from quizgen.model import BlueprintRow, Document, Item, Section, Worksheet
from quizgen.worksheet import Plan, arrange, balance_keys, heading, profile


def assemble_filled(
    document: Document, rows: Sequence[Filled], plan: Plan, *, version: str = ""
) -> Worksheet:
    """Return the sheet whose items stand in the order of the rows.

    Neighbours of one form make a section. Items that are done without the text come last, for
    the text must be out of sight. Numbers run on where a row is not wholly met.
    """
    limits = profile(plan.profile)
    rng = random.Random(f"{plan.seed}:{version}")
    chosen = [item for row in rows for item in row.items]
    arranged = balance_keys([arrange(item, rng) for item in chosen], rng)
    ordered = sorted(arranged, key=lambda item: item.text == "hidden")
    return Worksheet(
        document=document,
        sections=tuple(_sections(ordered, plan)),
        profile=limits,
        language=plan.language,
        level=plan.level or document.article.level,
        seed=plan.seed,
        version=version,
        numbered=limits.numbered or any(item.text == "numbered" for item in ordered),
        paragraphs=plan.paragraphs,
        notices=document.notices,
        blueprint=tuple(_row(row.request, row.items) for row in rows),
    )


def _row(request: Request, items: Iterable[Item]) -> BlueprintRow:
    return BlueprintRow(
        competence=request.competence,
        material=request.material,
        indicator=request.indicator,
        level=request.level,
        form=request.form,
        items=tuple(item.id for item in items),
    )


def _sections(items: Iterable[Item], plan: Plan) -> Iterator[Section]:
    first = 1
    groups = groupby(items, key=lambda item: (item.text == "hidden", item.response.kind))
    for index, ((hidden, _), group) in enumerate(groups):
        members = tuple(group)
        yield Section(
            type=members[0].type,
            heading=heading(index, members, plan.language),
            instruction=wording.instruction(members[0], plan.language),
            items=members,
            first=first,
            hidden=hidden,
        )
        first += len(members)
