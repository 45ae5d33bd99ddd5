"""What the formats of learning platforms share."""

import re
from dataclasses import replace

import pytest
from hypothesis import given

from quizgen.formats import _fragments as fragments
from quizgen.formats._feedback import feedback, key
from quizgen.formats._inline import plain, rich
from quizgen.wording import table

from . import sample
from .answers import words
from .moodle_quiz import shown

WORDS = table("id")


@given(words())
def test_escaped_words_are_shown_as_they_are(text):
    made = fragments.escape(text)
    assert shown(made) == text
    assert not set(made) & set("<>\"'{}$\\")


@given(words())
def test_a_line_is_the_same_words_as_html_and_as_text(text):
    line = (*rich(text), *plain(text, bold=True))
    assert shown(fragments.html(line)) == fragments.text(line)


def test_each_task_has_its_instruction_unless_its_prompt_says_the_same(worksheet):
    told = {task.item.id: fragments.text(task.told) for task in fragments.tasks(worksheet)}
    assert told[sample.CHOICE.id] == "Pilihlah jawaban yang paling tepat!"
    assert told[sample.CATEGORISE.id] == ""
    assert len(told) == 12


def test_only_hidden_sections_go_without_the_passage(worksheet):
    alone = [task.item for task in fragments.tasks(worksheet) if not task.with_passage]
    assert alone == [sample.BANKED_GAP, sample.OPEN_GAP, sample.WORD_ORDER]
    last = list(fragments.tasks(worksheet))[-1]
    assert WORDS["hidden"] in fragments.text_block(fragments.stem(last, WORDS))


def test_points_are_told_on_demand_and_not_for_one(worksheet):
    tasks = {task.item.id: task for task in fragments.tasks(worksheet)}
    essay, choice = tasks[sample.ESSAY.id], tasks[sample.CHOICE.id]
    assert fragments.text_block(fragments.stem(essay, WORDS, points=True)).endswith("(4\u00a0poin)")
    assert "poin" not in fragments.text_block(fragments.stem(essay, WORDS))
    assert "poin" not in fragments.text_block(fragments.stem(choice, WORDS, points=True))


def test_names_sort_as_the_sheet_and_are_short(worksheet):
    names = [fragments.name(task, worksheet) for task in fragments.tasks(worksheet)]
    assert names == sorted(names)
    assert names[1] == "02. Makna kata mengangkut dalam paragraf pertama adalah …."
    assert max(map(len, names)) <= 70


def test_the_passage_has_title_numbers_and_a_link(worksheet):
    made = fragments.passage_html(worksheet)
    assert made.startswith("<h3>Bus Sekolah Listrik Mulai Beroperasi di Kota Sarunai</h3>")
    assert "<h4>Rute Dipilih Warga</h4>" in made
    assert "<sup>(14)\u00a0</sup>Bus tersebut akan melayani" in made
    link = "https://example.org/berita/bus-sekolah-listrik"
    assert f'<a href="{link}">{link}</a></small></p>' in made
    assert "\n" not in made
    assert set(re.findall(r"</?(\w+)", made)) == {"h3", "h4", "p", "sup", "small", "a"}


def test_only_the_printed_paragraphs_travel(worksheet):
    made = fragments.passage_text(replace(worksheet, paragraphs=(2,)))
    assert "Terminal Bumi Asri" in made
    assert "(1)" not in made


def test_an_address_that_is_no_link_stays_text(worksheet):
    article = replace(worksheet.article, url="javascript:alert(1)")
    made = replace(worksheet, document=replace(worksheet.document, article=article))
    assert "href" not in fragments.passage_html(made)
    assert "javascript:alert(1)" in fragments.passage_text(made)


def test_answers_are_accepted_as_a_keyboard_writes_them():
    typed = fragments.accepted(sample.TWO_ANSWERS, ["A–B", "“c”"])
    assert typed == ("A–B", "“c”", "A-B", '"c"', "A–B.", "A-B.")
    assert fragments.accepted(sample.OPEN_GAP, ["uhan"]) == ("uhan",)


@pytest.mark.parametrize("item", [item for _, item in sample.worksheet().items()])
def test_feedback_gives_key_and_evidence_and_no_letter(item, worksheet):
    told = fragments.text_block(feedback(item, worksheet, reasons=True))
    assert told.startswith("Jawaban: ")
    assert "Bukti: “" in told
    assert fragments.text_block(key(item, WORDS)) in told
    assert not re.search(r"\b[A-D]\.|\d–[A-D]", told)


def test_reasons_are_added_for_platforms_without_feedback_for_an_option(worksheet):
    why = sample.CHOICE.response.options[0].why
    assert why in fragments.text_block(feedback(sample.CHOICE, worksheet, reasons=True))
    assert why not in fragments.text_block(feedback(sample.CHOICE, worksheet))
