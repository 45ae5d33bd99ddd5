"""Exam profiles as data: the types, the numbers and the words that an exam has of its own."""

from dataclasses import replace
from fnmatch import fnmatchcase

import pytest
from formats import sample

from quizgen import interfaces, offered, pipeline, wording
from quizgen.errors import UnknownNameError
from quizgen.formats.md import FORMAT
from quizgen.worksheet import Plan, assemble, profile, profiles


@pytest.mark.parametrize("name", sorted(profiles()))
def test_every_type_of_a_profile_is_there(name: str) -> None:
    known = [exercise.name for exercise in interfaces.exercises()]
    for pattern in profile(name).types:
        assert any(fnmatchcase(each, pattern) for each in known), pattern


@pytest.mark.parametrize("name", sorted(profiles()))
def test_every_label_of_a_profile_is_one_of_the_table_and_every_process_has_its_word(
    name: str,
) -> None:
    assert set(profile(name).labels) <= set(wording.table("id"))
    assert set(profile(name).processes) == {"locate", "interpret", "evaluate", "language"}


def test_a_profile_without_types_leaves_the_default_ones() -> None:
    assert offered.with_types(Plan()) == Plan()
    assert offered.with_types(Plan(profile="utbk")).types == ()


def test_the_rules_of_language_have_language_types_only() -> None:
    types = offered.with_types(Plan(profile="ukbi-kaidah")).types
    assert {"spelling-repair", "standard-word", "affix-choose", "connector"} <= set(types)
    assert {offered.families()[name] for name in types} == {"language"}


def test_types_that_are_asked_for_win_over_those_of_the_profile() -> None:
    plan = Plan(profile="ukbi-kaidah", types=("detail",))
    assert offered.with_types(plan) is plan


def test_types_of_a_profile_suit_the_level_if_any_does() -> None:
    levels = {exercise.name: exercise.levels for exercise in interfaces.exercises()}
    everywhere = offered.with_types(Plan(profile="ukbi-kaidah")).types
    sixth = offered.with_types(Plan(profile="ukbi-kaidah", level=6)).types
    assert set(sixth) == {name for name in everywhere if levels[name][1] >= 6} < set(everywhere)
    assert offered.with_types(Plan(profile="ukbi-kaidah", level=1)).types == everywhere


def test_a_sheet_of_the_rules_of_language_asks_nothing_else() -> None:
    document = pipeline.document("suhu-2024-6")
    made = pipeline.make_worksheet(document, Plan(profile="ukbi-kaidah", count=6))
    types = set(offered.with_types(Plan(profile="ukbi-kaidah")).types)
    assert {item.type for _, item in made.items()}
    assert {item.type for _, item in made.items()} <= types


def test_utbk_numbers_the_sentences() -> None:
    document = sample.document()
    assert assemble(document, [], Plan(profile="utbk")).numbered
    assert not assemble(document, [], Plan(profile="tka")).numbered


def test_a_profile_names_the_sheet_in_its_own_words_in_indonesian_only() -> None:
    made = replace(sample.worksheet(), profile=profile("ukbi-kaidah"))
    text = FORMAT.render(made, edition="student").decode()
    assert text.startswith("# Latihan UKBI: Merespons Kaidah\n")
    assert "soal-soal tentang kaidah bahasanya!" in text
    english = FORMAT.render(replace(made, language="en"), edition="student").decode()
    assert english.startswith("# Reading Worksheet\n")


def test_an_unknown_profile_has_no_types() -> None:
    with pytest.raises(UnknownNameError, match="ukbi-kaidah"):
        offered.with_types(Plan(profile="toefl"))
