"""The words of the pages: both languages whole, and every rule, type and format named."""

import re
from pathlib import Path

import pytest

from quizgen.checks import item_rules
from quizgen.corpus_annotations import ENTITY_TYPES
from quizgen.errors import InputError
from quizgen.interfaces import exercises, formats
from quizgen.serve.item_form import KINDS
from quizgen.serve.words import LANGUAGES, plain_error, plain_omission, table

SERVE = Path(__file__).resolve().parents[2] / "quizgen" / "serve"
SOURCE = "\n".join(
    path.read_text(encoding="utf-8") for end in ("*.py", "*.j2") for path in SERVE.rglob(end)
)
OWN = {"problems", "omissions", "rules"}
"""Tables that a language may have fewer entries of: the program's own words are English."""


def test_both_languages_have_the_same_words() -> None:
    one, other = (table(language) for language in LANGUAGES)
    assert one.keys() == other.keys()
    for name in one.keys() - OWN:
        if isinstance(one[name], dict):
            assert one[name].keys() == other[name].keys(), name


def test_a_sentence_has_the_same_places_in_both_languages() -> None:
    one, other = (table(language) for language in LANGUAGES)
    for name, text in one.items():
        if isinstance(text, str):
            places = [set(re.findall(r"\{[a-z]+\}", each)) for each in (text, other[name])]
            assert places[0] == places[1], name


def test_every_word_is_used() -> None:
    used = set(re.findall(r"\bw\.(\w+)|\[\"(\w+)\"\]", SOURCE))
    named = {one or other for one, other in used}
    assert {n for n in table("id") if isinstance(table("id")[n], str)} - named == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_format_kind_and_entity_has_a_name(language: str) -> None:
    words = table(language)
    assert words["types"].keys() >= {exercise.name for exercise in exercises()}
    assert words["formats"].keys() >= {form.name for form in formats()}
    assert words["kinds"].keys() == set(KINDS)
    assert words["entities"].keys() == set(ENTITY_TYPES)


def test_every_rule_is_explained_in_indonesian() -> None:
    assert table("id")["rules"].keys() == {rule.code for rule in item_rules()}


def test_every_problem_of_a_form_is_explained() -> None:
    form = (SERVE / "item_form.py").read_text(encoding="utf-8")
    assert set(re.findall(r'"(need_\w+)"', form)) == table("id")["needs"].keys()


def test_every_step_has_a_name() -> None:
    labels = set(re.findall(r'\.save\(\s*(?:draft\.id|visit\.draft\.id), "([a-z-]+)"', SOURCE))
    assert labels
    assert labels <= table("id")["actions"].keys()


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("x: has an unknown file type '.exe'; give one of .txt", "jenis berkas"),
        ("-: seems to be English; quizgen reads Indonesian only", "Tampaknya bukan bahasa"),
        ("x: is locked with a password; save it without one", "kata sandi"),
        ("no file was chosen; choose one", "Pilih berkas dulu."),
        ("teks: has no paragraph 9; choose from 1 to 4", "tidak punya paragraf itu"),
    ],
)
def test_an_error_is_told_in_plain_words(message: str, said: str) -> None:
    assert said in plain_error(InputError(message), "id")


def test_an_unknown_error_still_tells_what_is_known() -> None:
    told = plain_error(InputError("x: quite new; do this"), "id")
    assert told.startswith("Itu tidak berhasil.")
    assert "quite new" in told


def test_what_a_format_lacks_is_told_in_plain_words() -> None:
    told = plain_omission("leaves out “6. Makna kata”: an answer has 78 characters.", "id")
    assert told.startswith("Tanpa soal “6. Makna kata”")
