"""What every exercise, format, reader and export keeps, whichever there are."""

import importlib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import get_args

import pytest
from exports import sample as annotated
from formats import sample

from quizgen import corpus, interfaces, pipeline, wording
from quizgen.interfaces import Exercise, Export, Family, Format
from quizgen.model import Categorise, Choice, Document, Edition, Item, MultiChoice, Response
from quizgen.records import item_from_dict, item_to_dict
from quizgen.worksheet import arrange
from tests.some_texts import SIX_TOPICS

EXERCISES = interfaces.exercises()
FORMATS = interfaces.formats()
READERS = interfaces.readers()
EXPORTS = interfaces.exports()
KINDS = {response.kind for response in get_args(Response)}
EDITIONS: tuple[Edition, ...] = get_args(Edition)
KEBAB_CASE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda one: one.name)
each_format = pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.name)
each_export = pytest.mark.parametrize("export", EXPORTS, ids=lambda one: one.name)


@cache
def documents() -> tuple[Document, ...]:
    return tuple(corpus.load_document(id) for id in SIX_TOPICS)


def made(exercise: Exercise) -> Iterator[tuple[Document, Item]]:
    for document in documents():
        for item in _items(exercise.name, document.article.id):
            yield document, item


@cache
def _items(name: str, article_id: str) -> tuple[Item, ...]:
    (document,) = (one for one in documents() if one.article.id == article_id)
    return tuple(pipeline.make_items(document, types=(name,), seed=1))


@pytest.mark.parametrize("found", [EXERCISES, FORMATS, READERS, EXPORTS])
def test_names_are_unique_and_in_kebab_case(found: tuple[Exercise, ...]) -> None:
    names = [one.name for one in found]
    assert len(set(names)) == len(names)
    assert all(KEBAB_CASE.fullmatch(name) for name in names)


def test_the_three_corpus_texts_are_there() -> None:
    assert len(documents()) >= 3
    assert all(document.sentences for document in documents())


@pytest.mark.parametrize("one", [*EXERCISES, *FORMATS, *EXPORTS], ids=lambda one: one.name)
def test_the_purpose_is_a_sentence(one: Exercise | Format | Export) -> None:
    assert re.fullmatch(r"[A-Z].{15,}\.", one.purpose)


@pytest.mark.parametrize("one", [*FORMATS, *EXPORTS], ids=lambda one: one.name)
def test_a_suffix_starts_with_a_dot(one: Format | Export) -> None:
    assert re.fullmatch(r"(?:\.[a-z0-9-]+)+", one.suffix)


def test_every_suffix_of_a_reader_is_its_own_and_in_lower_case() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert all(re.fullmatch(r"\.[a-z0-9]+|[a-z]+://", suffix) for suffix in suffixes)
    assert len(set(suffixes)) == len(suffixes)


@each_format
def test_a_format_leaves_out_only_response_kinds_and_says_why(format: Format) -> None:
    assert set(format.leaves_out) <= KINDS
    assert all(format.leaves_out.values())


@pytest.mark.parametrize("edition", EDITIONS)
@each_format
def test_a_format_renders_equal_sheets_to_equal_bytes(format: Format, edition: Edition) -> None:
    first = format.render(sample.worksheet(), edition=edition)
    assert len(first) > 500
    assert format.render(sample.worksheet(), edition=edition) == first


@each_format
def test_a_format_has_an_edition_and_one_that_holds_the_key_is_the_same_in_both(
    format: Format,
) -> None:
    editions = interfaces.editions_of(format)
    assert editions
    assert set(editions) <= set(EDITIONS)
    first, second = (format.render(sample.worksheet(), edition=each) for each in EDITIONS)
    assert (first == second) is (len(editions) == 1)


@each_export
def test_an_export_writes_equal_documents_to_equal_bytes(export: Export) -> None:
    first = export.export(annotated.document())
    assert len(first) > 100
    assert export.export(annotated.document()) == first


@each_export
def test_an_export_takes_every_text_of_the_corpus(export: Export) -> None:
    assert all(export.export(document) for document in documents())


@each_exercise
def test_an_exercise_announces_the_kinds_of_its_items(exercise: Exercise) -> None:
    assert exercise.responses
    assert set(exercise.responses) <= KINDS
    assert {item.response.kind for _, item in made(exercise)} <= set(exercise.responses)
    assert {item.type for _, item in made(exercise)} <= {exercise.name}


@each_exercise
def test_an_exercise_says_its_levels_and_shows_an_example(exercise: Exercise) -> None:
    lowest, highest = exercise.levels
    assert 1 <= lowest <= highest <= 7
    assert exercise.family in get_args(Family)
    assert re.fullmatch(r".{15,} → .{3,}", exercise.example)


@each_exercise
def test_an_exercise_has_its_words_in_both_languages(exercise: Exercise) -> None:
    for language in ("id", "en"):
        assert wording.instruction(sample.CHOICE, language)
        assert exercise.name in wording._load()[language]["instruction"]


@each_exercise
def test_the_module_of_an_exercise_says_what_it_must(exercise: Exercise) -> None:
    told = " ".join((importlib.import_module(type(exercise).__module__).__doc__ or "").split())
    assert all(word in told for word in ("The learner", "rains", "Known limits", "Source"))


@each_exercise
def test_an_exercise_makes_the_same_items_from_the_same_seed(exercise: Exercise) -> None:
    for document in documents():
        first, second = (list(exercise.generate(document, random.Random(5))) for _ in range(2))
        assert first == second


@each_exercise
def test_hardly_an_item_of_an_exercise_is_blocked_by_a_rule(exercise: Exercise) -> None:
    from quizgen.checks import check_item

    found = list(made(exercise))
    blocked = [
        (document.article.id, finding)
        for document, item in found
        for finding in check_item(arrange(item, random.Random(1)), document)
        if finding.severity == "error"
    ]
    # Such items are dropped; of more than one in twenty the exercise itself should know better.
    assert len({finding.item for _, finding in blocked}) <= max(1, len(found) // 20), blocked


@each_exercise
def test_an_item_survives_its_record(exercise: Exercise) -> None:
    for _, item in made(exercise):
        record = json.loads(json.dumps(item_to_dict(item)))
        assert item_from_dict(record) == replace(item, rank=0.0)


@each_exercise
def test_an_item_quotes_its_evidence_exactly(exercise: Exercise) -> None:
    for document, item in made(exercise):
        assert item.evidence, item.prompt
        for evidence in item.evidence:
            assert evidence.quote
            assert evidence.quote in document.sentence(evidence.sentence).text


@each_exercise
def test_an_item_says_why_every_wrong_option_and_every_statement_is_judged_so(
    exercise: Exercise,
) -> None:
    for _, item in made(exercise):
        assert all(why.strip() for why in judgements(item.response)), item.prompt


def judgements(response: Response) -> list[str]:
    match response:
        case Choice(options=options) | MultiChoice(options=options):
            return [option.why for option in options if not option.correct]
        case Categorise(statements=statements):
            return [statement.why for statement in statements]
        case _:
            return []
