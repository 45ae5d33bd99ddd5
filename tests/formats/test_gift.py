"""The GIFT file, read and answered with gift-pegjs, and by two rules of Moodle's importer."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from quizgen import corpus, pipeline
from quizgen.formats.gift import FORMAT
from quizgen.model import FreeText, Item, Layout, Ordering
from quizgen.worksheet import Plan

from . import node, sample
from .answers import bare, items, right_and_wrong, sheet, words
from .moodle_quiz import Answer, shown, written

SPLIT = re.compile(r"-(\d+)$")
LEFT = {"\\:": "&&058;", "\\#": "&&035;", "\\=": "&&061;", "\\{": "&&123;", "\\}": "&&125;",
        "\\~": "&&126;", "\\\\": "&&092;"}  # fmt: skip
"""What gift-pegjs forgets to undo in the right side of a pair, and in no other place."""


@dataclass
class Question:
    data: dict[str, Any]

    @property
    def text(self) -> str:
        return str(self.data["stem"]["text"])

    @property
    def feedback(self) -> str:
        return str((self.data["globalFeedback"] or {"text": ""})["text"])

    def choices(self) -> list[Answer]:
        return [Answer(c["text"]["text"], _worth(c)) for c in self.data["choices"]]

    def pairs(self) -> list[tuple[str, str]]:
        return [
            (shown(pair["subquestion"]["text"]), shown(_undo(pair["subanswer"])))
            for pair in self.data["matchPairs"]
        ]

    def grade(self, answer: Any) -> float:
        match self.data["type"]:
            case "MC":
                worth = {shown(choice.text): choice.fraction for choice in self.choices()}
                return max(0.0, round(sum(worth[text] for text in answer), 2))
            case "Short":
                return written(self.choices(), answer, exact=False)
            case "Matching":
                asked = {left: right for left, right in self.pairs() if left}
                assert set(answer) == set(asked)
                there = {right for _, right in self.pairs()}
                answer = {left: _cut(right, there) for left, right in answer.items()}
                assert set(answer.values()) <= there
                return 100 * sum(asked[k] == v for k, v in answer.items()) / len(asked)
        raise AssertionError(f"{self.data['type']} is not graded")


def _cut(right: str, there: set[str]) -> str:
    """Return the right side of a pair as the file has it: Moodle keeps 255 characters."""
    cut = [each for each in there if each.endswith("…") and len(each) > 40]
    if right in there:
        return right
    return next((each for each in cut if right.startswith(each[:-1])), right)


def _worth(choice: dict[str, Any]) -> float:
    weight = choice["weight"]
    return float(100 * choice["isCorrect"] if weight is None else weight)


def _undo(text: str) -> str:
    for sign, mark in LEFT.items():
        text = text.replace(mark, sign[1])
    return text


def questions(worksheet) -> list[Question]:
    source = FORMAT.render(worksheet, edition="teacher")
    return [Question(data) for data in json.loads(node.run("gift_read.js", "gift-pegjs", source))]


def asked(worksheet) -> dict[str, list[Question]]:
    """Return the questions by the item that they ask, in order."""
    found = defaultdict(list)
    ids = {item.id for _, item in worksheet.items()}
    for question in questions(worksheet):
        if question.data["type"] != "Category":
            name = question.data["id"]
            found[name if name in ids else SPLIT.sub("", name)].append(question)
    return found


def grades(parts: list[Question], item: Item, answer: Any) -> list[float]:
    if isinstance(item.response, Ordering):
        names = [bare(option.text) for option in item.response.options]
        answer = {name: str(answer.index(name) + 1) for name in names}
    if isinstance(answer, list) and parts[0].data["type"] == "Matching":
        answer = {f"({number})": word for number, word in enumerate(answer, start=1)}
    if parts[0].data["type"] != "Short":
        answer = [answer]
    return [part.grade(given) for part, given in zip(parts, answer, strict=True)]


def check_grades(worksheet) -> int:
    found = asked(worksheet)
    graded = 0
    for _, item in worksheet.items():
        parts = found.pop(item.id)
        if isinstance(item.response, FreeText):
            assert [part.data["type"] for part in parts] == ["Essay"]
            continue
        right, wrong = right_and_wrong(item)
        assert set(grades(parts, item, right)) == {100}, item.id
        assert set(grades(parts, item, wrong)) == {0}, item.id
        graded += 1
    assert found == {}
    return graded


def test_right_answers_get_all_and_wrong_ones_nothing(worksheet):
    assert check_grades(worksheet) == 11


def test_sheets_of_the_corpus_can_be_answered():
    document = corpus.load_document("putin-pyongyang-4")
    assert check_grades(pipeline.make_worksheet(document, Plan(count=20))) > 10


def test_the_passage_is_in_every_question_but_not_where_it_is_hidden(worksheet):
    hidden = {item.id for section in worksheet.sections if section.hidden for item in section.items}
    for name, parts in asked(worksheet).items():
        there = ["(1)\u00a0SARUNAI—Pemerintah" in shown(part.text) for part in parts]
        assert there == [name not in hidden] * len(parts)


def test_the_passage_may_stand_once_before_the_questions(worksheet):
    made = questions(replace(worksheet, layout=Layout(passage_once=True)))
    assert len(made) == len(questions(worksheet)) + 1
    once = [question for question in made if question.data["type"] != "Category"]
    assert once[0].data["type"] == "Description"
    assert "SARUNAI" in once[0].text
    assert not any("SARUNAI" in question.text for question in once[1:])


def test_the_categories_part_what_is_done_without_the_text(worksheet):
    titles = [q.data["title"] for q in questions(worksheet) if q.data["type"] == "Category"]
    title = "Bus Sekolah Listrik Mulai Beroperasi di Kota Sarunai (Versi B)"
    assert titles == [title, f"{title}/Tanpa teks bacaan"]


def test_points_stand_in_the_text(worksheet):
    found = asked(worksheet)
    assert "(3\u00a0poin)" in shown(found[sample.MATCHING.id][0].text)
    assert "poin" not in shown(found[sample.CHOICE.id][0].text).split("Pilihlah")[-1]
    assert all("poin" not in shown(part.text) for part in found[sample.OPEN_GAP.id])


def test_wrong_options_say_why_and_an_essay_shows_its_rubric(worksheet):
    found = asked(worksheet)
    choices = found[sample.CHOICE.id][0].data["choices"]
    assert all("kalimat" in choice["feedback"]["text"] for choice in choices)
    essay = found[sample.ESSAY.id][0]
    assert "2\u00a0poin: Menilai janji itu" in shown(essay.feedback)


def test_one_gap_does_not_tell_the_next(worksheet):
    first, last = asked(worksheet)[sample.OPEN_GAP.id]
    assert first.feedback == ""
    assert "(1) uhan; (2) bus" in shown(last.feedback)


def test_a_question_is_one_block_of_lines_and_none_is_a_comment(worksheet):
    source = FORMAT.render(worksheet, edition="teacher").decode()
    for block in source.strip().split("\n\n"):
        first, *rest = block.split("\n")
        assert first.startswith(("$CATEGORY: ", "// [id:"))
        assert not any(line.strip().startswith("//") for line in rest)


@pytest.mark.parametrize("answer", ["a -> b", "[html]a", "%50%a", "a=b", "TRUE", "5*2"])
def test_an_answer_stays_a_short_answer(worksheet, answer):
    response = replace(sample.SHORT_ANSWER.response, answers=((answer,),))
    item = replace(sample.SHORT_ANSWER, response=response)
    made = replace(worksheet, sections=(replace(worksheet.sections[0], items=(item,)),))
    [question] = asked(made)[item.id]
    assert question.data["type"] == "Short"
    assert question.grade(answer) == 100
    assert question.grade(answer.replace("*", "00")) == (0 if "*" in answer else 100)
    source = FORMAT.render(made, edition="teacher").decode()
    assert source.count("->") == 0  # the sign by which Moodle knows a matching question


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items(), words())
def test_any_words_survive_and_can_be_answered(made, title):
    worksheet = sheet(made, title)
    check_grades(worksheet)
    found = asked(worksheet)
    for item in made:
        for part in found[item.id]:
            assert sample.HOSTILE in shown(part.text)
            if not SPLIT.search(part.data["id"]):
                assert item.explanation in shown(part.feedback)
