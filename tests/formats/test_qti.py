"""The QTI 2.1 and 3.0 packages, read from their manifest and answered by a scorer of our own.

QTI 3.0 is answered in a player as well, see ``browser/test_qti3.py``.
"""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from quizgen import corpus, pipeline
from quizgen.formats import qti2, qti3
from quizgen.formats._inline import clean
from quizgen.formats._qti_tree import identifier
from quizgen.model import (
    Categorise,
    FreeText,
    Matching,
    MultiChoice,
    Option,
    Ordering,
    Statement,
)
from quizgen.worksheet import Plan
from tests.some_texts import SOME

from . import sample
from .answers import items, right_and_wrong, sheet, words
from .qti_score import (
    BrokenError,
    children,
    inside,
    open_package,
)
from .qti_score import items as read
from .qti_score import words as shown

FORMATS = (qti2.FORMAT, qti3.FORMAT)
KINDS = {
    "choice": {"choiceInteraction"},
    "multi-choice": {"choiceInteraction"},
    "categorise": {"matchInteraction"},
    "gap": {"inlineChoiceInteraction", "textEntryInteraction"},
    "short-answer": {"textEntryInteraction"},
    "free-text": {"extendedTextInteraction"},
    "matching": {"matchInteraction"},
    "ordering": {"orderInteraction"},
}

each_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)


def questions(worksheet, form):
    return read(form.render(worksheet, edition="teacher"))


def one(worksheet, item, form=qti2.FORMAT):
    """Return the only question of a sheet of one item."""
    section = replace(worksheet.sections[0], items=(item,))
    [made] = questions(replace(worksheet, sections=(section,)), form).values()
    return made


def check_grades(worksheet, form):
    """Answer every item rightly, wrongly and not at all; return how many were graded."""
    asked = questions(worksheet, form)
    assert list(asked) == [identifier(item.id) for _, item in worksheet.items()]
    graded = 0
    for _, item in worksheet.items():
        question = asked[identifier(item.id)]
        assert question.kinds() <= KINDS[item.response.kind]
        if isinstance(item.response, FreeText):
            assert question.outcome({})["SCORE"] == 0
            continue
        right, wrong = (question.respond(_cleaned(a)) for a in right_and_wrong(item))
        best, worst, none = map(question.outcome, (right, wrong, {}))
        assert best["SCORE"] == best["MAXSCORE"] == item.points, item.id
        assert worst["SCORE"] == 0, item.id
        assert none["SCORE"] == 0, item.id
        assert question.told(best).startswith("Benar."), item.id
        assert question.told(worst).startswith("Belum tepat."), item.id
        graded += 1
    return graded


def _cleaned(answer):
    if isinstance(answer, dict):
        return {clean(left): clean(right) for left, right in answer.items()}
    return [clean(each) for each in answer]


@each_format
def test_right_answers_get_all_and_wrong_ones_nothing(worksheet, form):
    assert check_grades(worksheet, form) == 11


@each_format
@pytest.mark.parametrize("text", SOME)
def test_sheets_of_the_corpus_can_be_answered(text, form):
    document = corpus.load_document(text)
    made = pipeline.make_worksheet(document, Plan(count=25, seed=3))
    assert check_grades(made, form) > 5


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items(), words(), st.sampled_from(FORMATS))
def test_any_words_survive_and_can_be_answered(made, title, form):
    worksheet = sheet(made, title)
    check_grades(worksheet, form)
    asked = questions(worksheet, form)
    for _, item in worksheet.items():
        question = asked[identifier(item.id)]
        body = shown(question.body).replace(" ", "")
        for row in item.prompt.split("\n"):
            for part in row.replace("{{1}}", "\0").replace("{{2}}", "\0").split("\0"):
                assert clean(part).replace(" ", "") in body
        assert all(
            item.explanation in shown(each) for each in children(question.root, "modalFeedback")
        )
    files = open_package(form.render(worksheet, edition="teacher"))
    assert title in shown(etree.fromstring(files["imsmanifest.xml"]))


def test_a_key_that_names_no_choice_does_not_pass(worksheet):
    question = one(worksheet, sample.CHOICE)
    inside(question.declarations()["RESPONSE"], "value")[0].text = "O9"
    with pytest.raises(BrokenError):
        question.grade(["Seorang warga desa"])


@each_format
def test_each_wrong_option_says_why(worksheet, form):
    question = one(worksheet, sample.CHOICE, form)
    for option in sample.CHOICE.response.options:
        told = question.told(question.outcome(question.respond([option.text])))
        assert option.why in told
        assert "Bukti: “Ia berharap rute ditambah” (kalimat 12, paragraf 4)" in told
        assert told.count(option.why) == 1
    several = one(worksheet, sample.MULTI_CHOICE, form)
    told = several.told(several.outcome({}))
    assert all(option.why in told for option in sample.MULTI_CHOICE.response.options)


@each_format
def test_parts_of_an_answer_earn_their_share(worksheet, form):
    several = one(worksheet, sample.MULTI_CHOICE, form)
    options = [option.text for option in sample.MULTI_CHOICE.response.options]
    assert several.grade([options[0]]) == 1
    assert several.grade([options[0], options[1]]) == 0
    pairs = dict(right_and_wrong(sample.MATCHING)[0])
    pairs["rute"] = "tempat menunggu kendaraan umum"
    assert one(worksheet, sample.MATCHING, form).grade(pairs) == 2
    assert one(worksheet, sample.OPEN_GAP, form).grade(["UHAN", "x"]) == 1


@pytest.mark.parametrize("right", range(1, 8))
@pytest.mark.parametrize("points", [1, 2, 3, 10])
def test_shares_add_up_to_the_points(worksheet, right, points):
    options = tuple(Option(text=f"p{n}", correct=n < right) for n in range(right + 3))
    response = MultiChoice(options=options)
    item = replace(sample.MULTI_CHOICE, response=response, points=points)
    section = replace(worksheet.sections[0], items=(item,))
    check_grades(replace(worksheet, sections=(section,)), qti2.FORMAT)


@each_format
def test_statements_are_scored_as_the_item_says(worksheet, form):
    right, _ = right_and_wrong(sample.CATEGORISE)
    nearly = right | {sample.CATEGORISE.response.statements[0].text: "Salah"}
    assert one(worksheet, sample.CATEGORISE, form).grade(nearly) == 0
    each = replace(sample.CATEGORISE.response, scoring="per-statement")
    assert one(worksheet, replace(sample.CATEGORISE, response=each), form).grade(nearly) == 2


@each_format
def test_short_answers_may_come_in_any_order_but_each_counts_once(worksheet, form):
    question = one(worksheet, sample.TWO_ANSWERS, form)
    assert question.grade(["Bumi Asri-Bukit Damar", "bumi asri–pantai kenari."]) == 2
    assert question.grade(["Bumi Asri–Bukit Damar", "Bumi Asri–Bukit Damar"]) == 1
    assert question.outcome({"RESPONSE_2": "Bumi Asri–Bukit Damar"})["SCORE"] == 1


@each_format
def test_capitals_count_in_a_spelling_item(worksheet, form):
    question = one(worksheet, replace(sample.SHORT_ANSWER, type="spelling-repair"), form)
    assert question.grade(["Februari 2024"]) == 1
    assert question.grade(["februari 2024"]) == 0


@each_format
def test_equal_elements_may_be_swapped(worksheet, form):
    texts = ("anak", "itu", "melihat", "anak", "lain.")
    response = Ordering(options=tuple(Option(text=t) for t in texts), shown=(3, 1, 0, 2, 4))
    question = one(worksheet, replace(sample.WORD_ORDER, response=response), form)
    first = ["O1", "O2", "O3", "O4", "O5"]
    swapped = ["O4", "O2", "O3", "O1", "O5"]
    assert question.outcome({"RESPONSE": first})["SCORE"] == 1
    assert question.outcome({"RESPONSE": swapped})["SCORE"] == 1
    assert question.outcome({"RESPONSE": first[::-1]})["SCORE"] == 0


@each_format
def test_equal_right_sides_are_one(worksheet, form):
    response = Matching(pairs=(("a", "x"), ("b", "x"), ("c", "y")), distractors=("y", "z"))
    question = one(worksheet, replace(sample.MATCHING, response=response), form)
    assert question.grade({"a": "x", "b": "x", "c": "y"}) == 3
    assert question.grade({"a": "x", "b": "y", "c": "z"}) == 1


@each_format
def test_a_single_statement_and_three_categories_can_be_judged(worksheet, form):
    response = Categorise(
        categories=("Benar", "Salah", "Tidak Disebutkan"),
        statements=(Statement(text="Satu.", category="Tidak Disebutkan"),),
    )
    question = one(worksheet, replace(sample.CATEGORISE, response=response), form)
    assert question.grade({"Satu.": "Tidak Disebutkan"}) == 3
    assert question.grade({"Satu.": "Benar"}) == 0


@each_format
def test_the_word_bank_is_printed_once_and_every_key_is_in_it(worksheet, form):
    response = replace(sample.BANKED_GAP.response, answers=(("Dipilih",), ("lalu",), ("dilatih",)))
    question = one(worksheet, replace(sample.BANKED_GAP, response=response), form)
    assert question.grade(["dipilih", "lalu", "dilatih"]) == 3
    assert "Kotak kata: dilatih · dipilih · membayar · mengisi · lalu" in shown(question.body)


@each_format
def test_an_essay_is_left_to_a_person_who_sees_the_rubric(worksheet, form):
    question = one(worksheet, sample.ESSAY, form)
    [rubric] = inside(question.root, "rubricBlock")
    assert rubric.get("view") == "scorer"
    assert "2\u00a0poin: Menilai janji itu dengan bukti (kalimat 14)." in shown(rubric)
    assert sample.ESSAY.response.model_answer in question.told(question.outcome({}))
    [score] = [
        n for n in inside(question.root, "outcomeDeclaration") if n.get("identifier") == "SCORE"
    ]
    assert score.get("external-scored") == ("human" if form is qti3.FORMAT else None)
