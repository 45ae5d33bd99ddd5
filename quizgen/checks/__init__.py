"""Rules that a program can check, over items from anywhere."""

from collections.abc import Iterator
from functools import cache
from types import ModuleType

from quizgen.checks.finding import Finding, Rule
from quizgen.checks.sheet import check_sheet
from quizgen.model import Document, Item

__all__ = ["Finding", "Rule", "check_item", "check_sheet", "item_rules"]


@cache
def item_rules() -> tuple[Rule, ...]:
    """Return every rule about one item, in the order in which they are checked."""
    from quizgen.checks import (
        answer_kinds,
        causes,
        evidence,
        gaps,
        keys,
        meanings,
        option_forms,
        option_order,
        option_values,
        options,
        orders,
        pointers,
        pointing_rules,
        reasons,
        second_right,
        speech,
        spelling_rules,
        statements,
        stem,
        truth,
        variants,
        wording_rules,
    )

    of_form = (
        *(evidence, options, option_values, option_forms, option_order, stem, answer_kinds),
        *(statements, gaps, wording_rules, pointing_rules, spelling_rules),
    )
    of_meaning = (
        *(keys, causes, second_right, truth, speech, reasons, pointers, meanings, orders, variants),
    )
    modules = (*of_form, *of_meaning)
    return tuple(rule for module in modules for rule in _rules(module))


def _rules(module: ModuleType) -> Iterator[Rule]:
    yield from (value for value in vars(module).values() if isinstance(value, Rule))


def check_item(item: Item, document: Document) -> list[Finding]:
    """Return what is wrong with an item; one that has no error may be used."""
    return [
        rule.finding(item, detail) for rule in item_rules() for detail in rule.check(item, document)
    ]
