"""The dictionary that ships: every rule holds."""

from quizgen.checks.dictionary_rules import check_dictionary
from quizgen.lexicon import dictionary


def test_the_tables_break_no_rule() -> None:
    assert check_dictionary(dictionary()) == []


def test_what_news_lives_on_is_there() -> None:
    entries = dictionary().entries
    assert len(entries) >= 1500
    wanted = {"kemitraan", "mempercepat", "pemerintahan", "gencatan senjata", "suku bunga acuan"}
    assert wanted <= set(entries)
