"""Items of a JSON file, each with its line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import ItemError
from quizgen.items_json import read_json

RECORD = {
    "id": "a",
    "type": "short-answer",
    "response": "short-answer",
    "prompt": "Siapa [itu]?",
    "answers": ["Ani"],
    "evidence": [],
}


def lines(text: str) -> list[int]:
    return [line for line, _ in read_json(text, source="soal.json")]


def test_a_sheet_and_a_list_are_read_with_the_lines_of_their_items() -> None:
    assert lines(json.dumps([RECORD, RECORD], indent=1)) == [2, 12]
    assert lines(json.dumps([RECORD, RECORD])) == [1, 1]
    sheet = {"sections": [{"items": ["a"]}], "items": [RECORD], "key": [{"item": "a"}]}
    assert lines(json.dumps(sheet, indent=1)) == [10]
    assert lines('{"items": []}') == []


@given(st.dictionaries(st.text(), st.recursive(st.text() | st.floats(), st.lists)))
def test_whatever_stands_beside_the_items_is_passed_over(beside: dict[str, object]) -> None:
    data = {**beside, "items": [RECORD, RECORD], "last": 1}
    assert lines(json.dumps(data, ensure_ascii=False)) == [1, 1]
    text = json.dumps(data, indent=1)
    found = lines(text)
    assert [text.split("\n")[line] for line in found] == ['   "id": "a",'] * 2


def test_a_malformed_item_is_told_with_its_line() -> None:
    broken = {key: value for key, value in RECORD.items() if key != "prompt"}
    with pytest.raises(ItemError, match=r"soal\.json:12: .*prompt"):
        lines(json.dumps([RECORD, broken], indent=1))


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '"x"', "1", "{}", '{"items": 1}', "[1]"])
def test_what_holds_no_items_is_told(text: str) -> None:
    with pytest.raises(ItemError, match=r"^soal\.json: (is no JSON|holds no list of items)"):
        lines(text)
