"""The Moodle XML file, read by the rules of Moodle's importers and answered."""

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen import corpus, pipeline
from quizgen.formats._inline import clean
from quizgen.formats.moodle import FORMAT
from quizgen.model import Choice, FreeText, Item, Layout, Matching, MultiChoice, Option
from quizgen.worksheet import Plan

from . import sample
from .answers import items, right_and_wrong, sheet, words
from .moodle_quiz import Question, RefusedError, read, shown

KINDS = {
    "choice": "multichoice",
    "multi-choice": "multichoice",
    "categorise": "matching",
    "gap": "cloze",
    "free-text": "essay",
    "matching": "matching",
    "ordering": "ordering",
}
IMPORTER = os.environ.get("QUIZGEN_MOODLE_IMPORTER", "")


def questions(worksheet, form=FORMAT):
    return read(form.render(worksheet, edition="teacher"))


def answer(question: Question, item: Item) -> tuple[float, float]:
    """Return the grades of the right and of the wrong answer."""
    right, wrong = right_and_wrong(item)
    if question.type == "shortanswer":
        right, wrong = right[0], wrong[0]
    if question.type == "cloze" and isinstance(right, dict):
        right, wrong = list(right.values()), list(wrong.values())
    return round(question.grade(right), 3), round(question.grade(wrong), 3)


def check_grades(worksheet):
    """Answer every question of the sheet; an essay must not grade itself."""
    asked = {question.id: question for question in questions(worksheet)}
    graded = 0
    for _, item in worksheet.items():
        question = asked.pop(item.id)
        assert question.type in (KINDS.get(item.response.kind, question.type), "cloze")
        if isinstance(item.response, FreeText):
            with pytest.raises(RefusedError):
                question.grade("")
        else:
            right, wrong = answer(question, item)
            assert right == 100, item.id
            assert wrong == 0, item.id
            graded += 1
    assert asked == {}
    return graded


def test_right_answers_get_all_and_wrong_ones_nothing(worksheet):
    assert check_grades(worksheet) == 11


def test_sheets_of_the_corpus_can_be_answered():
    document = corpus.load_document("putin-pyongyang-4")
    made = pipeline.make_worksheet(document, Plan(count=20))
    assert check_grades(made) > 10


def test_half_of_the_right_options_is_half_of_the_marks(worksheet):
    question = next(q for q in questions(worksheet) if q.id == sample.MULTI_CHOICE.id)
    options = sample.MULTI_CHOICE.response.options
    assert question.grade([options[0].text]) == 50
    assert question.grade([options[0].text, options[1].text]) == 0


@pytest.mark.parametrize("right", range(1, 11))
def test_any_number_of_right_options_adds_up(worksheet, right):
    options = tuple(Option(text=f"p{n}", correct=n < right) for n in range(right + 3))
    item = replace(sample.MULTI_CHOICE, response=MultiChoice(options=options))
    section = replace(worksheet.sections[0], items=(item,))
    check_grades(replace(worksheet, sections=(section,)))


def test_points_are_kept(worksheet):
    points = {item.id: item.points for _, item in worksheet.items()}
    for question in questions(worksheet):
        assert question.mark == points[question.id]
        if question.fields:
            assert sum(each.weight for each in question.fields) == points[question.id]


def test_short_answers_may_come_in_any_order_and_with_a_hyphen(worksheet):
    question = next(q for q in questions(worksheet) if q.id == sample.TWO_ANSWERS.id)
    assert question.grade(["Bumi Asri-Bukit Damar", "bumi asri–pantai kenari."]) == 100
    assert question.grade(["Bumi Asri", "Pantai Kenari"]) == 0


def test_a_spelling_item_counts_capitals_and_full_stops(worksheet):
    item = replace(sample.SHORT_ANSWER, type="spelling-repair")
    section = replace(worksheet.sections[0], items=(item,))
    [question] = questions(replace(worksheet, sections=(section,)))
    assert question.grade("Februari 2024") == 100
    assert question.grade("februari 2024") == 0
    assert question.grade("Februari 2024.") == 0


@pytest.mark.parametrize("model", [sample.SHORT_ANSWER, sample.OPEN_GAP])
def test_an_asterisk_in_an_answer_is_an_asterisk(worksheet, model):
    item = replace(model, prompt="{{1}}?", response=replace(model.response, answers=(("5*2",),)))
    made = questions(replace(worksheet, sections=(replace(worksheet.sections[0], items=(item,)),)))
    given = ("5*2", "5002") if made[0].type == "shortanswer" else (["5*2"], ["5002"])
    assert [made[0].grade(each) for each in given] == [100, 0]


def test_every_wrong_option_says_why(worksheet):
    for question in questions(worksheet):
        if question.type == "multichoice":
            assert all("kalimat" in each.feedback for each in question.answers)
        assert "Bukti" in question.feedback
    first = questions(worksheet)[0]
    assert "Seorang warga desa" in first.feedback
    assert "B." not in first.feedback.split("Pembahasan")[0]


def test_the_grader_of_an_essay_gets_the_rubric(worksheet):
    question = next(q for q in questions(worksheet) if q.type == "essay")
    told = shown(question.node.findtext("graderinfo/text"))
    assert "2\u00a0poin: Menilai janji itu dengan bukti (kalimat 14)." in told
    assert sample.ESSAY.response.model_answer in told


def test_the_passage_is_in_every_question_but_not_where_it_is_hidden(worksheet):
    hidden = {item.id for section in worksheet.sections if section.hidden for item in section.items}
    for question in questions(worksheet):
        text = shown(question.text)
        there = "(1)\u00a0SARUNAI—Pemerintah Kota Sarunai" in text
        assert there is (question.id not in hidden), question.id
        assert ("Sumber: Warta Sarunai, 19 Juni 2024." in text) is there
        assert question.category.endswith("/Tanpa teks bacaan") is not there


def test_the_passage_may_stand_once_before_the_questions(worksheet):
    worksheet = replace(worksheet, layout=Layout(passage_once=True))
    first, *rest = questions(worksheet)
    assert first.type == "description"
    assert first.mark == 0
    assert "https://example.org/berita/bus-sekolah-listrik" in first.text
    assert not any("SARUNAI" in question.text for question in rest)
    assert len(rest) == 12


def test_the_category_is_called_after_the_text_and_the_version(worksheet):
    made = {question.category for question in questions(worksheet)}
    title = "Bus Sekolah Listrik Mulai Beroperasi di Kota Sarunai (Versi B)"
    assert made == {title, f"{title}/Tanpa teks bacaan"}


def test_a_slash_in_the_title_makes_no_further_category(worksheet):
    article = replace(worksheet.article, title="Naik/Turun")
    made = replace(worksheet, document=replace(worksheet.document, article=article), version="")
    assert questions(made)[0].category == "Naik//Turun"


@pytest.mark.parametrize("long", ["<" * 64, "kata " * 60 + "lain", "kata " * 60 + "lagi"])
def test_a_right_side_that_the_database_would_cut_is_chosen_in_a_text(worksheet, long):
    pairs = (("a", long), ("b", "kata " * 60 + "baru"), ("c", "x" * 255))
    item = replace(sample.MATCHING, response=replace(sample.MATCHING.response, pairs=pairs))
    made = replace(worksheet, sections=(replace(worksheet.sections[0], items=(item,)),))
    [question] = questions(made)
    assert question.type == "cloze"
    assert check_grades(made) == 1
    assert sum(each.weight for each in question.fields) == item.points


def test_a_right_side_that_fits_is_matched(worksheet):
    pairs = (("a", "<" * 63), ("b", "x" * 255))
    item = replace(sample.MATCHING, response=Matching(pairs=pairs))
    section = replace(worksheet.sections[0], items=(item,))
    [question] = questions(replace(worksheet, sections=(section,)))
    assert (question.type, question.pairs[1][1]) == ("matching", "x" * 255)


def test_a_long_title_stands_whole_beside_its_cut_name(worksheet):
    article = replace(worksheet.article, title=" ".join(["Judul panjang"] * 30))
    made = replace(worksheet, document=replace(worksheet.document, article=article), version="")
    assert len(questions(made)[0].category) == 255
    data = FORMAT.render(made, edition="teacher").decode()
    assert f"<strong>{article.title}</strong>" in data


def test_measures_stay_sorted_and_other_options_may_be_shuffled(worksheet):
    options = tuple(Option(text=f"{n} kilometer", correct=n == 2) for n in (1, 2, 3))
    item = replace(sample.CHOICE, id="sorted", response=Choice(options=options))
    section = replace(worksheet.sections[0], items=(item, sample.ITALIC_CHOICE))
    made = questions(replace(worksheet, sections=(section,)))
    assert [question.value("shuffleanswers") for question in made] == ["false", "true"]


def test_a_part_of_a_word_is_filled_in_without_a_space(worksheet):
    question = next(q for q in questions(worksheet) if q.id == sample.OPEN_GAP.id)
    assert "Menanggapi kel[1] itu, Ratna berjanji menambah dua [2] pada" in question.text


def test_stars_become_italics(worksheet):
    assert "<em>mengangkut</em>" in questions(worksheet)[1].text


def test_ids_are_those_of_the_items(worksheet):
    asked = [question.id for question in questions(worksheet)]
    assert asked == [item.id for _, item in worksheet.items()]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items(), words())
def test_any_words_survive_and_can_be_answered(made, title):
    worksheet = sheet(made, title)
    check_grades(worksheet)
    for (_, item), question in zip(worksheet.items(), questions(worksheet), strict=True):
        assert sample.HOSTILE in shown(question.text)
        asked = clean(item.prompt).replace("{{1}}", "[1]").replace("{{2}}", "[2]")
        for row in asked.split("\n"):
            assert row.replace(" ", "") in shown(question.text).replace(" ", "")
        assert item.explanation in shown(question.feedback)
        told = shown(question.category.replace("//", "/"))
        assert told == title or (title.startswith(told.removesuffix("…")) and len(told) > 60)
        for each in (*question.answers, *(a for f in question.fields for a in f.answers)):
            assert not each.feedback or shown(each.feedback) == item.explanation


@settings(max_examples=200, deadline=None)
@given(st.lists(words(), min_size=1, max_size=3), words())
def test_a_gap_takes_its_answers_and_no_other(answers, other):
    item = replace(sample.OPEN_GAP, prompt="{{1}}", response=_gap(answers), evidence=())
    [question] = questions(sheet((item,), "Judul"))
    assert all(question.grade([each]) == 100 for each in answers)
    if other.casefold() not in {each.casefold() for each in answers}:
        assert question.grade([f"{other} lain"]) == 0


def _gap(answers):
    return replace(sample.OPEN_GAP.response, answers=(tuple(answers),))


def test_moodle_itself_takes_the_file(worksheet, tmp_path):
    """Set QUIZGEN_MOODLE_IMPORTER to a program that imports the file it is given.

    It must exit with 0 if Moodle took every question, and print the name of each. A ``.php`` file
    is run by php.
    """
    if not IMPORTER:
        pytest.skip("outside importer: set QUIZGEN_MOODLE_IMPORTER to the path of one")
    path = tmp_path / "quiz.xml"
    path.write_bytes(FORMAT.render(worksheet, edition="teacher"))
    php = [shutil.which("php") or "php"] if Path(IMPORTER).suffix == ".php" else []
    done = subprocess.run(
        [*php, IMPORTER, str(path)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert [q.name for q in questions(worksheet) if q.name not in done.stdout] == []
