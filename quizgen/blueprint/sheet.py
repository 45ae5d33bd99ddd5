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
    chosen = [item for row in rows for item in row.items]
    blueprint = tuple(_row(row.request, row.items) for row in rows)
    return _sheet(document, _arranged(chosen, plan, version), plan, version, blueprint)


def assemble_in_order(
    document: Document,
    items: Sequence[Item],
    plan: Plan,
    *,
    version: str = "",
    blueprint: tuple[BlueprintRow, ...] = (),
) -> Worksheet:
    """Return the sheet of items that a teacher has put in order.

    The first version prints options as they are stored, the others shuffle them. Sections and
    numbers are those of ``assemble_filled``.
    """
    printed = items if version in ("", "A") else _arranged(items, plan, version)
    return _sheet(document, printed, plan, version, blueprint)


def _arranged(items: Sequence[Item], plan: Plan, version: str) -> list[Item]:
    rng = random.Random(f"{plan.seed}:{version}")
    return balance_keys([arrange(item, rng) for item in items], rng)


def _sheet(
    document: Document,
    items: Sequence[Item],
    plan: Plan,
    version: str,
    blueprint: tuple[BlueprintRow, ...],
) -> Worksheet:
    limits = profile(plan.profile)
    ordered = sorted(items, key=lambda item: item.text == "hidden")
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
        blueprint=blueprint,
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
