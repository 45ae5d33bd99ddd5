"""What a teacher is told of an item.

The counts of the two items of 30 students are those of a published example: "Item Analysis",
assignmentforum.com/?p=9643, table 1: A 0, B 3, C 24 (key), D 3; and A 12 (key), B 13, C 3, D 2.
"""

from pathlib import Path

import numpy as np
import pytest
from formats import sample

from quizgen.results import read
from quizgen.results.options import Use
from quizgen.results.verdicts import verdicts

from . import handins
from .test_tables import single_choice

KEY = Use("A", "kunci", True, 12, 0.4, 0.75, 0.1, None)


def use(letter: str, upper: float, lower: float, *, works: bool | None = True) -> Use:
    share = (upper + lower) / 2
    return Use(letter, letter, False, round(30 * share), share, upper, lower, works)


def codes(p: float, d: float, *options: Use, students: int = 30) -> list[str]:
    return [one.code for one in verdicts(p, d, students, (KEY, *options))]


def results_of(folder: Path, counts: dict[str, int], key: str) -> tuple[object, list[object]]:
    """Return the row of the item, and of its options, for a class that chose like this.

    The upper half has the other item right, the lower half wrong; choices run through the class.
    """
    sheet = single_choice("ABCD", key)
    first, other = handins.items_of(sheet)
    chosen = [text for text, count in counts.items() for _ in range(count)]
    for number, text in enumerate(chosen):
        second = handins.right(other) if number % 2 else handins.wrong(other)
        entries = {first["id"]: handins.entry("ABCD".index(text)),
                   other["id"]: handins.entry(second)}  # fmt: skip
        handins.write(folder, f"{number:02}", handins.handin(sheet, f"S{number}", entries))
    results = read(folder)
    own = results.distractors[results.distractors["item"] == sample.CHOICE.id]
    return results.items.iloc[0], own.to_dict(orient="records")


def test_the_counts_and_the_difficulty_of_an_easy_published_item(folder: Path) -> None:
    item, options = results_of(folder, {"A": 0, "B": 3, "C": 24, "D": 3}, "C")
    assert item["p"] == 0.8
    assert [one["chosen"] for one in options] == [0, 3, 24, 3]
    assert [one["works"] for one in options] == [False, True, None, True]
    assert "pengecoh A tidak berfungsi" in item["verdict"]


def test_the_counts_and_the_difficulty_of_a_hard_published_item(folder: Path) -> None:
    item, options = results_of(folder, {"A": 12, "B": 13, "C": 3, "D": 2}, "A")
    assert item["p"] == 0.4
    assert [one["chosen"] for one in options] == [12, 13, 3, 2]
    assert [one["works"] for one in options] == [None, True, True, True]


def test_a_wrong_key_is_found_where_the_upper_group_prefers_another_option(
    folder: Path,
) -> None:
    sheet = sample.worksheet()
    items = handins.items_of(sheet)
    chance = np.random.default_rng(1)
    for number in range(30):
        able = number < 15
        hits = list(chance.random(len(items)) < (0.85 if able else 0.3))
        entries = handins.answered(sheet, hits)
        rival = handins.wrong(items[0], 1)
        entries[items[0]["id"]] = handins.entry(rival if able else handins.right(items[0]))
        handins.write(folder, f"{number:02}", handins.handin(sheet, f"S{number}", entries))
    item = read(folder).items.iloc[0]
    assert item["codes"].split()[:1] == ["key"]
    assert "negative" in item["codes"]
    letter = "ABCD"[handins.wrong(items[0], 1)]
    assert item["verdict"].startswith(f"periksa kunci: kelompok atas memilih {letter}")


@pytest.mark.parametrize(
    ("p", "d", "expected"),
    [
        (0.95, 0.1, ["easy"]),
        (0.90, 0.1, ["easy"]),
        (0.15, 0.1, ["hard"]),
        (0.5, 0.1, ["weak"]),
        (0.5, -0.1, ["negative"]),
        (0.95, -0.1, ["easy", "negative"]),
        (0.5, 0.5, ["good"]),
        (0.5, float("nan"), ["good"]),
    ],
)
def test_each_fault_has_its_words(p: float, d: float, expected: list[str]) -> None:
    assert codes(p, d, use("B", 0.1, 0.4)) == expected


def test_a_distractor_that_takes_the_lower_group_is_no_rival() -> None:
    assert codes(0.3, 0.1, use("B", 0.8, 0.9)) == ["weak"]
    assert codes(0.3, 0.1, use("B", 0.8, 0.5)) == ["key", "weak"]


def test_a_key_that_tells_upper_from_lower_group_is_not_doubted() -> None:
    assert codes(0.3, 0.3, use("B", 0.8, 0.5)) == ["good"]


def test_idle_distractors_are_listed_as_indonesian_lists_them() -> None:
    idle = [use(letter, 0, 0, works=False) for letter in "BCD"]
    [three] = verdicts(0.5, 0.5, 30, (KEY, *idle))
    [two] = verdicts(0.5, 0.5, 30, (KEY, *idle[1:]))
    assert three.text == "pengecoh B, C, dan D tidak berfungsi"
    assert two.text == "pengecoh C dan D tidak berfungsi"


def test_nothing_is_said_of_an_item_with_few_students() -> None:
    assert codes(1.0, -1.0, use("B", 1, 0), students=9) == ["few"]
