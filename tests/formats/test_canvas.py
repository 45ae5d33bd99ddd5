"""The Canvas zip, read from its manifest and answered by a scorer of our own."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from quizgen import corpus, pipeline
from quizgen.formats._inline import clean
from quizgen.formats.canvas import FORMAT
from quizgen.model import Categorise, FreeText, Matching, Option, Ordering, Statement
from quizgen.worksheet import Plan
from tests.some_texts import SOME

from . import sample
from .answers import items, right_and_wrong, sheet, words
from .canvas_score import quizzes
from .canvas_score import words as read_words

IMPORTER = os.environ.get("QUIZGEN_CANVAS_IMPORTER", "")
TYPES = {
    "choice": "multiple_choice",
    "multi-choice": "multiple_answers",
    "categorise": "matching",
    "free-text": "essay",
    "matching": "matching",
    "ordering": "matching",
}


def made(worksheet):
    return quizzes(FORMAT.render(worksheet, edition="teacher"))


def questions(worksheet):
    return [question for quiz in made(worksheet) for question in quiz.questions]


def one(worksheet, item):
    section = replace(worksheet.sections[0], items=(item,))
    [question] = questions(replace(worksheet, sections=(section,)))
    return question


def answers_to(item, question):
    """Return the right and the wrong answer in the shape of the question."""
    right, wrong = right_and_wrong(item)
    if not isinstance(item.response, Ordering):
        return _cleaned(right), _cleaned(wrong)
    return tuple(_places(question, _cleaned(each)) for each in (right, wrong))


def _places(question, order):
    """Say where each element stands, or what stands in each place."""
    numbered = {str(place): text for place, text in enumerate(order, start=1)}
    lefts = {read_words(field).strip() for field in question.responses()}
    if lefts == set(numbered):
        return numbered
    return {text: place for place, text in numbered.items()}


def _cleaned(answer):
    if isinstance(answer, dict):
        return {clean(left): clean(right) for left, right in answer.items()}
    return [clean(each) for each in answer]


def check_grades(worksheet):
    asked = {question.id: question for question in questions(worksheet)}
    graded = 0
    for _, item in worksheet.items():
        question = asked.pop(item.id)
        assert question.type == TYPES.get(item.response.kind, question.type)
        assert question.points == item.points
        if isinstance(item.response, FreeText):
            assert question.process({})[0] == 0
            continue
        right, wrong = answers_to(item, question)
        assert question.grade(right) == 100, item.id
        assert question.grade(wrong) == 0, item.id
        assert question.process({})[0] == 0, item.id
        graded += 1
    assert asked == {}
    return graded


def test_right_answers_get_all_and_wrong_ones_nothing(worksheet):
    assert check_grades(worksheet) == 11


@pytest.mark.parametrize("text", SOME)
def test_sheets_of_the_corpus_can_be_answered(text):
    document = corpus.load_document(text)
    assert check_grades(pipeline.make_worksheet(document, Plan(count=25, seed=3))) > 5


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items(), words())
def test_any_words_survive_and_can_be_answered(items, title):
    worksheet = sheet(items, title)
    check_grades(worksheet)
    [quiz] = made(worksheet)
    assert quiz.title == title
    for (_, item), question in zip(worksheet.items(), quiz.questions, strict=True):
        seen = question.text.replace(" ", "")
        for row in item.prompt.replace("{{1}}", "\n").replace("{{2}}", "\n").split("\n"):
            assert clean(row).replace(" ", "") in seen
        assert item.explanation in question.process({})[1]


def test_gaps_are_filled_from_a_list_or_freely(worksheet):
    banked, free = one(worksheet, sample.BANKED_GAP), one(worksheet, sample.OPEN_GAP)
    assert banked.type == "multiple_dropdowns"
    assert banked.grade(["dipilih", "membayar", "membayar"]) == 33.34
    assert free.type == "fill_in_multiple_blanks"
    assert "Menanggapi kel[isian1] (_\u00a0_\u00a0_\u00a0_) itu, Ratna" in free.text
    assert "menambah dua [isian2] pada tahun depan." in free.text
    assert free.grade(["UHAN", "kendaraan"]) == 100


def test_short_answers_may_come_in_any_order_and_with_a_hyphen(worksheet):
    question = one(worksheet, sample.TWO_ANSWERS)
    assert question.grade(["Bumi Asri-Bukit Damar", "bumi asri–pantai kenari."]) == 100
    assert question.grade(["Bumi Asri", "Pantai Kenari"]) == 0


@pytest.mark.parametrize(("category", "right"), [("Benar", "True"), ("Salah", "False")])
def test_a_single_statement_is_a_true_false_question_with_plain_labels(worksheet, category, right):
    statement = Statement(text="Bus *itu* <listrik>.", category=category, why="Kalimat 1.")
    response = Categorise(categories=("Benar", "Salah"), statements=(statement,))
    question = one(worksheet, replace(sample.CATEGORISE, response=response))
    assert question.type == "true_false"
    assert "Bus itu <listrik>." in question.text
    [field] = question.responses()
    texts = list(field.iter("{*}mattext"))
    assert [node.text for node in texts] == ["True", "False"]
    assert {node.get("texttype") for node in texts} == {"text/plain"}
    assert question.grade([right]) == 100
    assert question.grade([{"True": "False", "False": "True"}[right]]) == 0


def test_categories_beyond_true_and_false_are_matched(worksheet):
    statement = Statement(text="Satu.", category="Tidak Disebutkan")
    response = Categorise(
        categories=("Benar", "Salah", "Tidak Disebutkan"), statements=(statement,)
    )
    question = one(worksheet, replace(sample.CATEGORISE, response=response))
    assert question.type == "matching"
    assert question.grade({"Satu.": "Tidak Disebutkan"}) == 100
    assert question.grade({"Satu.": "Benar"}) == 0


def test_equal_words_may_be_swapped(worksheet):
    texts = ("anak", "itu", "melihat", "anak", "lain.")
    response = Ordering(options=tuple(Option(text=t) for t in texts), shown=(3, 1, 0, 2, 4))
    question = one(worksheet, replace(sample.WORD_ORDER, response=response))
    assert question.grade(dict(zip("12345", texts, strict=True))) == 100


def test_equal_right_sides_are_one(worksheet):
    response = Matching(pairs=(("a", "x"), ("b", "x")), distractors=("y", "y"))
    question = one(worksheet, replace(sample.MATCHING, response=response))
    assert question.grade({"a": "x", "b": "x"}) == 100
    assert question.grade({"a": "x", "b": "y"}) == 50


def test_signs_of_html_in_a_right_side_are_not_escaped(worksheet):
    response = Matching(pairs=(("<a>", "*x* & 'y'"), ("b", "z")))
    question = one(worksheet, replace(sample.MATCHING, response=response))
    first = question.responses()[0]
    texts = [(node.text, node.get("texttype")) for node in first.iter("{*}mattext")]
    assert texts == [
        ("&lt;a&gt;", "text/html"), ("x & 'y'", "text/plain"), ("z", "text/plain"),
    ]  # fmt: skip


def test_every_wrong_option_says_why(worksheet):
    for item in (sample.CHOICE, sample.MULTI_CHOICE):
        question = one(worksheet, item)
        for option in item.response.options:
            _, told = question.process(question.respond([option.text]))
            assert option.why in told
            assert "Bukti: “" in told


def test_the_passage_is_in_every_question_but_not_where_it_is_hidden(worksheet):
    first, second = made(worksheet)
    assert [len(quiz.questions) for quiz in (first, second)] == [9, 3]
    for question in first.questions:
        assert "(1)\u00a0SARUNAI—Pemerintah Kota Sarunai" in question.text
        assert "Sumber: Warta Sarunai, 19 Juni 2024." in question.text
    for question in second.questions:
        assert "SARUNAI" not in question.text
        assert "Kerjakan bagian ini tanpa melihat teks bacaan!" in question.text
    assert second.title.endswith("(Versi B) – Tanpa teks bacaan")
    assert "Kata bus" not in first.setting("description") + second.setting("description")


def test_the_settings_hold_title_and_points(worksheet):
    quiz, _ = made(worksheet)
    assert quiz.setting("title") == quiz.title
    assert float(quiz.setting("points_possible")) == sum(q.points for q in quiz.questions)
    assert quiz.setting("available") == "false"
    assert quiz.setting("show_correct_answers") == "true"
    assert "Sumber: Warta Sarunai" in quiz.setting("description")


def test_an_essay_shows_its_rubric_and_model_answer(worksheet):
    _, told = one(worksheet, sample.ESSAY).process({})
    assert "2\u00a0poin: Menilai janji itu dengan bukti (kalimat 14)." in told
    assert sample.ESSAY.response.model_answer in told


def test_answer_ids_are_numbers_that_occur_once(worksheet):
    for question in questions(worksheet):
        ids = [each for each in question.fact("original_answer_ids").split(",") if each]
        assert len(set(ids)) == len(ids)
        assert all(each.isdigit() for each in ids)


def test_an_importer_takes_the_zip(worksheet, tmp_path):
    """Set QUIZGEN_CANVAS_IMPORTER to a program that imports the zip it is given.

    It must exit with 0 if every question was taken, and print the name of each. A Python script is
    run by this Python.
    """
    if not IMPORTER:
        pytest.skip("outside importer: set QUIZGEN_CANVAS_IMPORTER to the path of one")
    path = tmp_path / "kuis.zip"
    path.write_bytes(FORMAT.render(worksheet, edition="teacher"))
    runner = [sys.executable] if Path(IMPORTER).suffix == ".py" else []
    done = subprocess.run(
        [*runner, IMPORTER, str(path)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    names = [question.node.get("title") for question in questions(worksheet)]
    assert [name for name in names if name not in done.stdout] == []
