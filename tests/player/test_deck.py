"""Words come back when FSRS says so, whatever notebook they were learned in."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from quizgen.player.deck import NEW_A_DAY, Deck
from quizgen.wording import notebook_labels

LABELS = notebook_labels("id")
START = dt.datetime(2026, 1, 5, 8, 0, tzinfo=dt.UTC)
FORGOTTEN, HARD, GOOD, EASY = 1, 2, 3, 4


class Clock:
    """A time that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> dt.datetime:
        return self.time

    def pass_(self, **span: float) -> None:
        self.time += dt.timedelta(**span)


def word(name: str) -> dict[str, str]:
    return {"word": name, "form": name, "sentence": f"Ini {name}.", "meaning": "arti"}


def deck(folder: Path, clock: Clock, names: list[str]) -> Deck:
    return Deck([word(name) for name in names], folder / "kosakata.json", LABELS, clock)


def shown(one: Deck) -> str | None:
    card: dict[str, Any] | None = one.view()["word"]
    return card["word"] if card else None


def test_words_come_in_the_order_of_the_text_and_an_easy_one_goes_for_days(tmp_path: Path) -> None:
    clock = Clock()
    one = deck(tmp_path, clock, ["mitra", "sepakat"])
    assert shown(one) == "mitra"
    one.rate("mitra", EASY)
    assert shown(one) == "sepakat"
    one.rate("sepakat", EASY)
    assert shown(one) is None
    assert one.view()["again"].endswith(" hari")
    clock.pass_(days=30)
    assert {shown(one)} <= {"mitra", "sepakat"}


def test_a_forgotten_word_is_asked_again_in_the_same_sitting(tmp_path: Path) -> None:
    clock = Clock()
    one = deck(tmp_path, clock, ["mitra"])
    one.rate("mitra", FORGOTTEN)
    assert shown(one) == "mitra"
    one.rate("mitra", GOOD)
    assert shown(one) == "mitra"
    clock.pass_(minutes=11)
    one.rate("mitra", GOOD)
    assert shown(one) is None


def test_a_better_memory_means_a_longer_interval(tmp_path: Path) -> None:
    clock = Clock()
    one = deck(tmp_path, clock, ["mitra"])
    for _ in range(2):
        clock.pass_(days=1)
        one.rate("mitra", GOOD)
    clock.pass_(days=3)
    dues = [
        one.scheduler.review_card(one._card("mitra"), one.fsrs.Rating(rating), clock())[0].due
        for rating in (FORGOTTEN, HARD, GOOD, EASY)
    ]
    assert dues == sorted(dues)
    assert len(set(dues)) == 4


def test_only_so_many_words_are_new_on_one_day(tmp_path: Path) -> None:
    clock = Clock()
    names = [f"kata{number}" for number in range(NEW_A_DAY + 3)]
    one = deck(tmp_path, clock, names)
    seen = []
    while (name := shown(one)) is not None:
        seen.append(name)
        one.rate(name, EASY)
    assert seen == names[:NEW_A_DAY]
    assert one.view()["again"] == "1 hari"
    clock.pass_(days=1)
    assert shown(one) == names[NEW_A_DAY]


def test_a_word_learned_in_one_text_is_known_in_the_next_and_after_a_restart(
    tmp_path: Path,
) -> None:
    clock = Clock()
    deck(tmp_path, clock, ["mitra"]).rate("mitra", EASY)
    other = deck(tmp_path, clock, ["mitra", "sepakat"])
    assert shown(other) == "sepakat"
    assert other.view()["known"] == 1


def test_two_notebooks_open_at_once_keep_both_words(tmp_path: Path) -> None:
    clock = Clock()
    one, other = deck(tmp_path, clock, ["mitra"]), deck(tmp_path, clock, ["sepakat"])
    one.rate("mitra", GOOD)
    other.rate("sepakat", GOOD)
    kept = json.loads((tmp_path / "kosakata.json").read_text(encoding="utf-8"))
    assert set(kept["cards"]) == {"mitra", "sepakat"}


def test_a_damaged_card_begins_anew_and_raises_nothing(tmp_path: Path) -> None:
    cards = {"mitra": {"card": {"due": "kemarin"}}, "sepakat": 3}
    (tmp_path / "kosakata.json").write_text(json.dumps({"cards": cards}), encoding="utf-8")
    one = deck(tmp_path, Clock(), ["mitra", "sepakat"])
    assert shown(one) in cards
    one.rate("mitra", GOOD)
    one.rate("sepakat", GOOD)


@pytest.mark.parametrize(("name", "rating"), [("lain", 3), ("mitra", 0), ("mitra", 9)])
def test_a_word_or_rating_that_does_not_exist_changes_nothing(
    tmp_path: Path, name: str, rating: int
) -> None:
    deck(tmp_path, Clock(), ["mitra"]).rate(name, rating)
    assert not (tmp_path / "kosakata.json").exists()
