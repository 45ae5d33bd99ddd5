"""Rows of a kisi-kisi get the items that fit them."""

from dataclasses import replace

import pytest
from formats import sample

from quizgen.blueprint import Request, fill, is_candidate, shortfalls, terms
from quizgen.blueprint.sheet import assemble_filled
from quizgen.model import Categorise, Item, Worksheet
from quizgen.worksheet import Plan

ITEMS = [item for _, item in sample.worksheet().items()]


def asked(**changes: object) -> Request:
    return replace(Request(row=2), **changes)  # type: ignore[arg-type]


def form(text: str) -> terms.Form:
    found = terms.form(text)
    assert found is not None
    return found


def test_a_table_of_other_categories_is_not_true_or_false() -> None:
    response = sample.CATEGORISE.response
    assert isinstance(response, Categorise)
    opinion = replace(sample.CATEGORISE, response=replace(response, categories=("Fakta", "Opini")))
    true_false = asked(wanted=form("Benar/Salah"))
    assert is_candidate(sample.CATEGORISE, true_false)
    assert not is_candidate(opinion, true_false)
    assert is_candidate(opinion, asked(wanted=form("PG Kompleks")))
    assert terms.form_of(sample.CATEGORISE) == "Benar/Salah"
    assert terms.form_of(opinion) == "Pilihan Ganda Kompleks"


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.response.kind)
def test_an_item_has_the_form_that_is_written_of_it(item: Item) -> None:
    assert form(terms.form_of(item)).has(item)
    assert terms.indicator(item).endswith(f"{terms.aim(item)}.")


def test_a_level_is_for_comprehension_and_a_named_language_type_needs_none() -> None:
    item = replace(sample.CHOICE, type="affix-choose", process="language")
    high = asked(processes=("evaluate",))
    assert not is_candidate(item, high)
    assert is_candidate(item, replace(high, topic=terms.topic("imbuhan")))


def test_a_preferred_kind_comes_first() -> None:
    rows = fill([asked(wanted=form("PG Kompleks"))], ITEMS, sample.worksheet().document)
    assert [item.response.kind for item in rows[0].items] == ["multi-choice"]


def test_the_row_with_fewest_items_chooses_first() -> None:
    document = sample.worksheet().document
    one = replace(sample.CHOICE, id="a", facts=("x",))
    other = replace(sample.CHOICE, id="b", facts=("y",), process="evaluate", rank=9.0)
    rows = fill([asked(), asked(processes=("evaluate",))], [one, other], document)
    assert [[item.id for item in row.items] for row in rows] == [["a"], ["b"]]


def test_no_two_rows_get_items_that_must_not_meet() -> None:
    document = sample.worksheet().document
    twins = [replace(sample.CHOICE, id=id, facts=("x",)) for id in "ab"]
    rows = fill([asked(count=2)], twins, document)
    assert len(rows[0].items) == 1
    (line,) = shortfalls(rows, "kisi.csv")
    assert line.startswith("kisi.csv: row 2: 1 of 2 items (item): only 2 can be made")


def test_the_sheet_keeps_the_order_of_rows_and_puts_hidden_items_last() -> None:
    document = sample.worksheet().document
    hidden = replace(sample.CHOICE, id="h", text="hidden", facts=("h",))
    shown = replace(sample.CHOICE, id="s", facts=("s",))
    gap = sample.BANKED_GAP
    rows = fill(
        [
            asked(row=2, topic=terms.Topic(("x",))),
            asked(row=3, wanted=form("Isian")),
            asked(row=4, topic=terms.Topic(("y",))),
        ],
        [replace(hidden, type="x"), replace(gap, text="shown"), replace(shown, type="y")],
        document,
    )
    sheet: Worksheet = assemble_filled(document, rows, Plan())
    assert [(number, item.id) for number, item in sheet.items()] == [
        (1, gap.id),
        (2, "s"),
        (3, "h"),
    ]
    assert [section.hidden for section in sheet.sections] == [False, False, True]
    assert [row.items for row in sheet.blueprint] == [("h",), (gap.id,), ("s",)]
