"""Forms of items: what is typed becomes the item, and nothing else of it is lost."""

from dataclasses import replace

import pytest
from formats import sample

from quizgen.model import Choice, Gap, Item, Matching, Ordering, ShortAnswer
from quizgen.serve import item_form


def choice(**changes: object) -> dict[str, list[str]]:
    form = {
        "prompt": ["Berapa bus?"], "option": ["tiga", "dua", "satu"], "right": ["0"],
        "sentence": ["s1"], "quote": ["tiga bus"],
    }  # fmt: skip
    return form | {name: value for name, value in changes.items() if isinstance(value, list)}


def read(item: Item, form: dict[str, list[str]]) -> item_form.Result:
    return item_form.read(item, form)


def test_a_choice_takes_texts_key_and_evidence() -> None:
    made = read(item_form.blank("choice", 4), choice())
    assert made.problem == ""
    assert isinstance(made.item.response, Choice)
    assert [(o.text, o.correct) for o in made.item.response.options] == [
        ("tiga", True), ("dua", False), ("satu", False),
    ]  # fmt: skip
    assert made.item.evidence[0].quote == "tiga bus"


def test_an_option_whose_text_stays_keeps_its_reason() -> None:
    old = sample.CHOICE
    assert isinstance(old.response, Choice)
    texts = [option.text for option in old.response.options]
    right = next(at for at, option in enumerate(old.response.options) if option.correct)
    form = choice(option=[*texts[:-1], "pilihan baru"], right=[str(right)])
    made = read(old, form).item.response
    assert isinstance(made, Choice)
    assert made.options[0].why == old.response.options[0].why
    assert made.options[-1].why == ""


def test_an_emptied_option_is_dropped_and_the_key_stays_where_it_was_marked() -> None:
    made = read(item_form.blank("choice", 4), choice(option=["", "dua", "tiga"], right=["2"]))
    assert isinstance(made.item.response, Choice)
    assert [o.text for o in made.item.response.options if o.correct] == ["tiga"]


@pytest.mark.parametrize(
    ("kind", "form", "problem"),
    [
        ("choice", choice(prompt=[" "]), "need_prompt"),
        ("choice", choice(right=[]), "need_right"),
        ("choice", choice(option=["tiga"]), "need_options"),
        ("multi-choice", choice(right=[]), "need_right"),
        ("categorise", {"prompt": ["x"]}, "need_statement"),
        ("short-answer", {"prompt": ["x"], "answer": [" ; "]}, "need_answer"),
        ("gap", {"prompt": ["tanpa rumpang"], "answer": ["x"]}, "need_gaps"),
        ("gap", {"prompt": ["{{1}} dan {{3}}"], "answer": ["a", "b"]}, "need_gaps"),
        ("matching", {"prompt": ["x"], "left": ["a"], "right-side": ["b"]}, "need_pairs"),
        ("ordering", {"prompt": ["x"], "element": ["a"]}, "need_elements"),
        ("free-text", {"prompt": ["x"], "criterion": ["a"], "row-points": ["0"]}, "need_rubric"),
    ],
)
def test_what_no_sheet_can_print_is_told(
    kind: str, form: dict[str, list[str]], problem: str
) -> None:
    assert read(item_form.blank(kind, 4), form).problem == problem


def test_accepted_answers_are_parted_by_semicolons() -> None:
    made = read(item_form.blank("short-answer", 4), {"prompt": ["x"], "answer": ["7 km; tujuh km"]})
    assert made.item.response == ShortAnswer(answers=(("7 km", "tujuh km"),))


def test_lines_of_a_prompt_stay_lines() -> None:
    form = {"prompt": ["satu {{1}}\r\n\r\n dua   {{2}} "], "answer": ["a", "b"]}
    made = read(item_form.blank("gap", 4), form)
    assert made.item.prompt == "satu {{1}}\n\ndua {{2}}"
    assert made.item.response == Gap(answers=(("a",), ("b",)))


def test_elements_put_in_order_are_not_printed_in_that_order() -> None:
    form = {"prompt": ["x"], "element": ["a", "b", "c"]}
    made = read(item_form.blank("ordering", 4), form).item.response
    assert isinstance(made, Ordering)
    assert sorted(made.shown) == [0, 1, 2] != list(made.shown)


def test_pairs_of_another_number_get_another_printed_order() -> None:
    old = replace(
        item_form.blank("matching", 4),
        response=Matching(pairs=(("a", "1"), ("b", "2")), shown=(1, 0)),
    )
    form = {"prompt": ["x"], "left": ["a", "b", "c"], "right-side": ["1", "2", "3"]}
    made = read(old, form).item.response
    assert isinstance(made, Matching)
    assert sorted(made.shown) == [0, 1, 2]


def test_the_points_of_an_item_have_a_limit() -> None:
    assert read(item_form.blank("choice", 4), choice(points=["500"])).item.points == 100
    assert read(item_form.blank("choice", 4), choice(points=["abc"])).item.points == 1
