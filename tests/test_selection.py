"""A sheet holds as many items of as many types as can stand together, and a table if it can."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from quizgen.checks.independence import conflict
from quizgen.model import (
    Article,
    Categorise,
    Document,
    Evidence,
    Item,
    Sentence,
    ShortAnswer,
    Statement,
)
from quizgen.selection import select

_LINE = "Kalimat ini panjang."
DOCUMENT = Document(
    article=Article(id="uji", paragraphs=(_LINE,)),
    sentences=tuple(
        Sentence(id=f"s{n}", paragraph=n, start=0, end=len(_LINE), text=_LINE) for n in range(1, 21)
    ),
)


def question(id: str, *sentences: int, type: str = "detail", rank: float = 0.5) -> Item:
    homes = tuple(f"s{n}" for n in sentences)
    return Item(
        id=id,
        type=type,
        response=ShortAnswer(answers=((f"jawaban {id}",),)),
        prompt="Apa?",
        evidence=tuple(Evidence(home, _LINE) for home in homes),
        process="locate",
        level=3,
        facts=homes,
        rank=rank,
    )


def table(id: str, *sentences: int, rank: float = 0.9, type: str = "true-false") -> Item:
    rows = tuple(
        Statement(text=_LINE, category="Benar", evidence=Evidence(f"s{n}", _LINE))
        for n in sentences
    )
    homes = tuple(f"s{n}" for n in sentences)
    return Item(
        id=id,
        type=type,
        response=Categorise(categories=("Benar", "Salah"), statements=rows),
        prompt="Tentukan!",
        evidence=tuple(Evidence(home, _LINE) for home in homes),
        process="locate",
        level=3,
        facts=homes,
        reveals=homes,
        rank=rank,
    )


def chosen(items: Sequence[Item], count: int = 10, first: Sequence[Item] = ()) -> set[str]:
    return {item.id for item in select(items, DOCUMENT, {}, count=count, first=first)}


def questions(*sentences: int) -> list[Item]:
    return [question(f"q{n}", n) for n in sentences]


def test_a_table_is_left_out_where_it_shuts_out_more_than_two_others() -> None:
    assert chosen([table("t", 1, 2, 3), *questions(1, 2, 3, 4, 5)]) == {
        f"q{n}" for n in range(1, 6)
    }


def test_a_table_stands_on_a_sheet_where_it_shuts_out_two_others() -> None:
    assert chosen([table("t", 1, 2, 9), *questions(1, 2, 3, 4)]) == {"t", "q3", "q4"}


def test_a_table_on_sentences_that_nothing_asks_is_preferred() -> None:
    both = [table("dear", 1, 2, 9), table("free", 7, 8, 9, rank=0.8)]
    assert chosen([*both, *questions(1, 2, 3)]) == {"free", "q1", "q2", "q3"}


def test_a_small_sheet_keeps_no_place_for_a_table_nor_does_a_poor_text() -> None:
    assert "t" not in chosen([table("t", 1, 2, 9, rank=0.1), *questions(1, 2, 3, 4, 5)], count=5)
    assert chosen([table("t", 1, 2, 9), *questions(1, 2)]) == {"q1", "q2"}


def test_one_item_goes_out_for_two() -> None:
    assert chosen([question("best", 1, 2, rank=0.9), *questions(1, 2)]) == {"q1", "q2"}


def test_what_is_on_the_sheet_in_any_case_is_never_put_out() -> None:
    locked = question("mine", 1, 2)
    assert chosen(questions(1, 2, 3), first=[locked]) == {"mine", "q3"}


def test_the_better_of_two_that_ask_the_same_is_chosen() -> None:
    pair = [question("bad", 1, rank=0.2), question("good", 1, rank=0.4)]
    assert chosen([*pair, *questions(2)]) == {"good", "q2"}


def test_a_type_that_only_one_item_has_is_on_the_sheet() -> None:
    rare = question("rare", 1, type="cause", rank=0.1)
    assert "rare" in chosen([*questions(1, 2, 3), rare])
    assert "rare" in chosen([question("q", 1, rank=0.9), *questions(2, 3, 4), rare], count=3)


@given(st.lists(st.tuples(st.sets(st.integers(1, 12), min_size=1, max_size=4), st.booleans())))
def test_no_two_items_of_a_sheet_clash_and_no_other_could_stand_there(
    drawn: list[tuple[set[int], bool]],
) -> None:
    items = [
        (table if shown else question)(f"i{at}", *sorted(sentences))
        for at, (sentences, shown) in enumerate(drawn)
    ]
    made = select(items, DOCUMENT, {}, count=50)
    assert made == select(items, DOCUMENT, {}, count=50)
    assert not any(conflict(one, other) for one, other in combinations(made, 2))
    left = [item for item in items if item not in made]
    assert all(any(conflict(item, there) for there in made) for item in left)


def of_one_form(*sentences: int) -> list[Item]:
    """Return questions that are asked in one way, such as for who holds an office."""
    return [replace(item, facts=(*item.facts, "form:office")) for item in questions(*sentences)]


def test_a_sheet_has_two_items_of_one_way_of_asking_at_most() -> None:
    assert len(chosen(of_one_form(1, 2, 3, 4))) == 2
    assert len(chosen([*of_one_form(1, 2, 3, 4), *questions(5, 6)])) == 4


def test_a_sheet_that_is_full_without_it_has_no_second_item_of_one_way_of_asking() -> None:
    found = chosen([*of_one_form(1, 2), *questions(*range(3, 8))], count=6)
    assert len(found) == 6
    assert len(found & {"q1", "q2"}) == 1
