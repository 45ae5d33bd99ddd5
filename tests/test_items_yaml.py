"""The file that a teacher edits: what it remembers, and what it makes of a person's typing."""

from dataclasses import replace

import pytest
import yaml
from formats import sample
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import ItemError
from quizgen.items_yaml import fingerprint, read_yaml, write_yaml
from quizgen.model import Choice, Gap, Item, Option, ShortAnswer

ITEMS = tuple(item for _, item in sample.worksheet().items())
OWN = """
- type: detail
  prompt: Siapa yang datang?
  evidence: [Ani datang]
  options:
  - {text: Ani, correct: ya}
  - {text: Budi, correct: tidak}
  - {text: 1.240}
"""


def written(*items: Item) -> str:
    return write_yaml(items, made={item.id: fingerprint(item) for item in items})


def items_of(text: str) -> list[Item]:
    return [entry.item for entry in read_yaml(text, source="soal.yaml").entries]


def test_what_was_written_is_read_as_it_was_and_none_of_it_as_edited() -> None:
    assert items_of(written(*ITEMS)) == [replace(item, rank=0.0) for item in ITEMS]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_any_prompt_survives(text: str) -> None:
    changed = replace(ITEMS[0], prompt=text)
    (read,) = items_of(written(changed))
    assert read.prompt == text
    assert not read.by_teacher


@pytest.mark.parametrize(
    "change",
    [{"prompt": "Apa?"}, {"points": 3}, {"instruction": "Pilih!"}, {"explanation": "Sebab itu."}],
)
def test_any_change_is_an_edit_and_keeps_the_id(change: dict[str, object]) -> None:
    text = written(*ITEMS)
    records = yaml.safe_load(text)
    records[0] |= change
    first, *others = items_of(yaml.safe_dump(records, allow_unicode=True))
    assert first.by_teacher
    assert first.id == ITEMS[0].id
    assert not any(item.by_teacher for item in others)


def test_a_lock_is_no_edit_but_the_teachers_all_the_same() -> None:
    records = yaml.safe_load(written(*ITEMS))
    records[0]["locked"] = True
    read = read_yaml(yaml.safe_dump(records), source="soal.yaml")
    assert (read.entries[0].item.locked, read.entries[0].item.by_teacher) == (True, True)
    assert fingerprint(read.entries[0].item) == read.made[ITEMS[0].id]


def test_what_is_gone_is_deleted_and_stays_so() -> None:
    records = yaml.safe_load(written(*ITEMS))
    del records[1]
    records[-1]["dropped"] = ["lama-1"]
    read = read_yaml(yaml.safe_dump(records), source="soal.yaml")
    assert read.deleted() == tuple(sorted([ITEMS[1].id, "lama-1"]))


def test_an_own_item_gets_an_id_and_a_copy_another_one() -> None:
    text = OWN + OWN
    first, second = items_of(text)
    assert first.id.startswith("detail-")
    assert second.id == f"{first.id}-2"
    assert items_of(text) == [first, second]


def test_a_copied_and_changed_item_gets_an_id_of_its_own() -> None:
    records = yaml.safe_load(written(ITEMS[0]))
    copy = {**records[0], "prompt": "Apa lagi?"}
    first, second = items_of(yaml.safe_dump([records[0], copy, records[1]]))
    assert first.id == ITEMS[0].id
    assert second.id != first.id
    assert (first.by_teacher, second.by_teacher) == (False, True)


def test_numbers_and_words_are_read_as_typed() -> None:
    (item,) = items_of(OWN)
    assert isinstance(item.response, Choice)
    assert item.response.options == (
        Option(text="Ani", correct=True),
        Option(text="Budi"),
        Option(text="1.240"),
    )
    assert item.evidence[0].quote == "Ani datang"


@pytest.mark.parametrize("typed", ["1.240", "12:30", "0123", "1_000", "no", "on", "2024-06-19"])
def test_yaml_makes_nothing_else_of_a_persons_typing(typed: str) -> None:
    (item,) = items_of(f"- type: short-answer\n  prompt: Berapa?\n  answers: [{typed}]\n")
    assert item.response == ShortAnswer(answers=((typed,),))


def test_a_word_alone_is_an_answer_and_not_its_letters() -> None:
    (item,) = items_of(
        "- type: affix-build\n  prompt: 'Ia {{1}} dan {{2}}.'\n"
        "  answers: [pergi, [pulang, kembali]]\n"
    )
    assert item.response == Gap(answers=(("pergi",), ("pulang", "kembali")))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("correct: ya", "correct: mungkin", "neither true nor false"),
        ("correct: ya", "correct: tidak", "has 0 right options"),
        ("correct: tidak", "correct: ya", ""),
        ("type: detail", "type: detail\n  response: essay", "is none of choice"),
        ("type: detail", "type: detail\n  level: 9", "BIPA level from 1 to 7"),
        ("type: detail", "type: detail\n  level: tiga", "wrong shape"),
        ("type: detail", "type: detail\n  process: mikir", "write one of locate"),
        ("type: detail", "type: detail\n  text: ada", "write one of shown"),
        ("type: detail", "type: detail\n  points: 0", "write 1 or more"),
        ("prompt: Siapa yang datang?", "prompt:", "'prompt' is empty"),
        ("text: Ani", "text: null", "'text' is empty"),
    ],
)
def test_what_no_sheet_can_print_is_told_with_its_line(old: str, new: str, told: str) -> None:
    text = OWN.replace(old, new)
    if not told:
        assert items_of(text)[0].response.kind == "multi-choice"
        return
    with pytest.raises(ItemError) as error:
        items_of(text)
    assert told in str(error.value)
    assert "soal.yaml:2:" in str(error.value)


@pytest.mark.parametrize(
    "body",
    [
        "prompt: Ia {{1}}.\n  answers: [a, b]",
        "prompt: Ia {{1}} dan {{2}}.\n  answers: [a]",
        "prompt: Ia {{1}}.\n  answers: [[]]",
        "prompt: Apa?\n  answers: []",
        "prompt: Cocokkan!\n  pairs: [[a, b]]",
        "prompt: Benar?\n  categories: [Benar, Salah]\n  statements: [{text: a, category: Betul}]",
    ],
)
def test_a_response_that_does_not_hang_together_is_told(body: str) -> None:
    with pytest.raises(ItemError, match=r"soal\.yaml:1: detail-"):
        items_of(f"- type: detail\n  {body}\n")


@given(st.text(max_size=60))
def test_whatever_is_typed_there_are_items_or_one_error(text: str) -> None:
    try:
        read_yaml(text, source="soal.yaml")
    except ItemError as error:
        assert "\n" not in str(error).strip()
