"""Items survive their records, and a broken record is named by its line."""

import json
from dataclasses import replace
from typing import Any

import pytest
from formats import sample
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import ItemError
from quizgen.model import (
    Categorise,
    Choice,
    Evidence,
    FreeText,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Option,
    Ordering,
    Response,
    RubricRow,
    ShortAnswer,
    Statement,
)
from quizgen.records import identify, item_from_dict, item_to_dict, read_jsonl, write_jsonl

TEXT = st.text(max_size=20)
NAME = st.text(min_size=1, max_size=10)
EVIDENCE = st.builds(Evidence, NAME, TEXT)


def several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=4).map(tuple)


OPTION = st.builds(
    Option,
    text=TEXT,
    correct=st.booleans(),
    why=TEXT,
    evidence=st.none() | EVIDENCE,
    role=st.none() | NAME,
)
STATEMENT = st.builds(
    Statement,
    text=TEXT,
    category=TEXT,
    why=TEXT,
    evidence=st.none() | EVIDENCE,
    alteration=st.none() | NAME,
)
SHOWN = several(st.integers(0, 9))
RESPONSES: dict[str, st.SearchStrategy[Any]] = {
    "choice": st.builds(Choice, options=several(OPTION)),
    "multi-choice": st.builds(MultiChoice, options=several(OPTION)),
    "categorise": st.builds(
        Categorise,
        categories=st.lists(NAME, min_size=1, max_size=3).map(tuple),
        statements=several(STATEMENT),
        scoring=st.sampled_from(["all-or-nothing", "per-statement"]),
    ),
    "gap": st.builds(Gap, answers=several(several(TEXT)), bank=several(OPTION)),
    "short-answer": st.builds(ShortAnswer, answers=several(several(TEXT))),
    "free-text": st.builds(
        FreeText,
        rubric=several(st.builds(RubricRow, points=st.integers(0, 9), criterion=TEXT)),
        model_answer=TEXT,
    ),
    "matching": st.builds(
        Matching, pairs=several(st.tuples(TEXT, TEXT)), distractors=several(TEXT), shown=SHOWN
    ),
    "ordering": st.builds(Ordering, options=several(OPTION), shown=SHOWN),
}


def items(response: st.SearchStrategy[Any]) -> st.SearchStrategy[Item]:
    return st.builds(
        Item,
        id=NAME,
        type=NAME,
        response=response,
        prompt=TEXT,
        evidence=several(EVIDENCE),
        process=st.sampled_from(["locate", "interpret", "evaluate", "language"]),
        level=st.integers(1, 7),
        instruction=TEXT,
        points=st.integers(1, 9),
        text=st.sampled_from(["shown", "numbered", "hidden"]),
        explanation=TEXT,
        question_word=st.none() | NAME,
        lemmas=several(TEXT),
        entities=several(TEXT),
        reveals=several(NAME),
        facts=several(TEXT),
        revision=st.integers(0, 99),
    )


@pytest.mark.parametrize("kind", RESPONSES)
@given(data=st.data())
def test_an_item_of_every_kind_survives_its_record(kind: str, data: st.DataObject) -> None:
    item = data.draw(items(RESPONSES[kind]))
    record = json.loads(json.dumps(item_to_dict(item), ensure_ascii=False))
    assert record["response"] == kind
    assert item_from_dict(record) == item


def test_a_whole_sheet_survives_json_lines() -> None:
    made = [item for _, item in sample.worksheet().items()]
    text = write_jsonl(made)
    assert text.count("\n") == len(made)
    assert read_jsonl(text, source="soal.jsonl") == made


def test_rank_is_no_part_of_a_record() -> None:
    assert item_from_dict(item_to_dict(replace(sample.CHOICE, rank=3.0))).rank == 0.0


def test_a_revision_stands_in_a_record_only_where_there_is_one() -> None:
    edited = replace(sample.CHOICE, revision=2)
    assert item_to_dict(edited)["revision"] == 2
    assert "revision" not in item_to_dict(sample.CHOICE)
    assert identify(edited).id == identify(sample.CHOICE).id


MINIMAL: dict[str, Any] = {
    "type": "detail",
    "prompt": "Siapa yang datang?",
    "options": [{"text": "Ratna", "correct": True}, {"text": "Joko"}],
    "evidence": [{"quote": "Ratna datang"}],
}


def test_type_prompt_options_and_evidence_are_enough() -> None:
    item = item_from_dict(MINIMAL)
    assert item.response == Choice(
        options=(Option(text="Ratna", correct=True), Option(text="Joko"))
    )
    assert item.evidence == (Evidence("", "Ratna datang"),)
    assert item.id.startswith("detail-")


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        (
            {"options": [{"text": "a", "correct": True}, {"text": "b", "correct": True}]},
            MultiChoice,
        ),
        ({"options": [], "answers": [["a"]]}, ShortAnswer),
        ({"prompt": "Ia {{1}}.", "options": [], "answers": [["a"]]}, Gap),
        ({"statements": [{"text": "a", "category": "Benar"}]}, Categorise),
        ({"pairs": [["a", "b"]]}, Matching),
        ({"rubric": [{"points": 1, "criterion": "a"}]}, FreeText),
    ],
)
def test_the_kind_is_found_from_the_fields(fields: dict[str, Any], kind: type[Response]) -> None:
    assert isinstance(item_from_dict(MINIMAL | fields).response, kind)


@pytest.mark.parametrize("field", ["type", "prompt", "evidence"])
def test_a_missing_field_is_named_with_file_and_line(field: str) -> None:
    broken = {key: value for key, value in MINIMAL.items() if key != field}
    text = f"{json.dumps(MINIMAL)}\n\n{json.dumps(broken)}\n"
    with pytest.raises(ItemError, match=rf"^soal\.jsonl:3: .*'{field}'"):
        read_jsonl(text, source="soal.jsonl")


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        json.dumps(MINIMAL | {"level": "tinggi"}),
        json.dumps(MINIMAL | {"options": ["Ratna"]}),
        json.dumps(MINIMAL | {"response": "puisi"}),
        json.dumps(MINIMAL | {"pairs": [["satu"]], "response": "matching"}),
    ],
)
def test_a_malformed_record_is_an_error_of_one_line(line: str) -> None:
    with pytest.raises(ItemError, match=r"^soal\.jsonl:1: .+$") as caught:
        read_jsonl(line, source="soal.jsonl")
    assert "\n" not in str(caught.value)


def test_an_id_depends_on_the_content_and_not_on_the_order_of_options() -> None:
    response = sample.CHOICE.response
    assert isinstance(response, Choice)
    turned = replace(sample.CHOICE, response=Choice(options=response.options[::-1]), level=7)
    assert identify(turned).id == identify(sample.CHOICE).id
    assert identify(replace(sample.CHOICE, prompt="Lain?")).id != identify(sample.CHOICE).id
