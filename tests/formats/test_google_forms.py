"""The script for Google Forms, run in Node with a FormApp of the documented methods, and graded."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings

from quizgen import corpus, pipeline
from quizgen.formats.google_forms import FORMAT
from quizgen.model import (
    Categorise,
    Choice,
    FreeText,
    Gap,
    Item,
    Matching,
    MultiChoice,
    Ordering,
    ShortAnswer,
)
from quizgen.worksheet import Plan

from . import node, sample
from .answers import bare, items, right_and_wrong, sheet, words

Made = dict[str, Any]


def made(worksheet) -> tuple[Made, list[str]]:
    source = FORMAT.render(worksheet, edition="teacher")
    run = json.loads(node.run("forms_run.js", "node:vm", source))
    [form] = run["forms"]
    assert form["quiz"]
    return form, run["log"]


def grade(question: Made, answer: Any) -> int:
    """Return the points that Forms gives: all of them for exactly the right choices."""
    picked = {answer} if isinstance(answer, str) else set(answer)
    offered = {choice["value"] for choice in question["choices"]}
    assert picked <= offered, (picked, offered)
    right = {choice["value"] for choice in question["choices"] if choice["isCorrect"]}
    assert right
    return int(question["points"]) if picked == right else 0


def answers(item: Item, answer: Any) -> list[Any]:
    """Return the answer to each question that the item becomes."""
    match item.response:
        case Choice() | MultiChoice() | FreeText():
            return [answer]
        case Categorise() | Matching():
            return list(answer.values())
        case Gap() | ShortAnswer() | Ordering():
            return list(answer)


def check(worksheet) -> tuple[int, int]:
    """Answer every question; return how many Forms grades, and how many the teacher does."""
    form, _ = made(worksheet)
    asked = [each for each in form["items"] if "points" in each]
    graded = left = at = 0
    for _, item in worksheet.items():
        right, wrong = right_and_wrong(item)
        goods, bads = answers(item, right), answers(item, wrong)
        part = asked[at : at + len(goods)]
        at += len(goods)
        assert sum(each["points"] for each in part) == max(item.points, len(part))
        for question, good, bad in zip(part, goods, bads, strict=True):
            if "choices" in question:
                assert grade(question, good) == question["points"] > 0
                assert grade(question, bad) == 0
                graded += 1
            else:
                assert question["general"]
                left += 1
    assert at == len(asked)
    return graded, left


def test_right_answers_get_all_points_and_wrong_ones_none(worksheet):
    assert check(worksheet) == (2 + 1 + 3 + 3 + 4 + 3 + 4, 1 + 2 + 1 + 2)


def test_sheets_of_the_corpus_can_be_answered():
    document = corpus.load_document("putin-pyongyang-4")
    graded, _ = check(pipeline.make_worksheet(document, Plan(count=20)))
    assert graded > 10


def test_every_item_is_asked_with_its_number_and_instruction(worksheet):
    form, _ = made(worksheet)
    for number, item in worksheet.items():
        start = f"{number}. {bare(item.prompt.split('{{')[0])}"
        [asked] = [each for each in form["items"] if each["title"].startswith(start)]
        if item.instruction != item.prompt:
            assert item.instruction in asked["help"]


def test_the_passage_comes_first_and_is_not_on_the_page_without_it(worksheet):
    form, _ = made(worksheet)
    page = [each["type"] for each in form["items"]].index("page")
    first = [each for each in form["items"][:page] if each["type"] == "header"]
    assert first[0]["title"] == "Bus Sekolah Listrik Mulai Beroperasi di Kota Sarunai"
    assert first[1]["help"].startswith("(1)\u00a0SARUNAI—Pemerintah")
    assert any(each["title"] == "Rute Dipilih Warga" for each in first)
    rest = json.dumps(form["items"][page:], ensure_ascii=False)
    assert "SARUNAI—Pemerintah" not in rest
    assert "Kerjakan bagian ini tanpa melihat teks bacaan!" in rest
    assert form["description"].startswith("Sumber: Warta Sarunai, 19 Juni 2024.")


def test_feedback_gives_key_reasons_and_rubric(worksheet):
    form, _ = made(worksheet)
    [choice] = [i for i in form["items"] if "Siapa yang meminta" in i["title"]]
    assert choice["right"].startswith("Benar.\nJawaban: Seorang warga desa")
    assert "Teks tidak memuat permintaan dari sopir (kalimat 9)." in choice["wrong"]
    [essay] = [i for i in form["items"] if i["type"] == "paragraph"]
    assert "2\u00a0poin: Menilai janji itu" in essay["general"]
    assert essay["points"] == 4


def test_what_the_teacher_should_know_is_logged_and_not_in_the_form(worksheet):
    form, log = made(worksheet)
    assert log[:2] == ["Teks ini memuat nama rekaan.", "Kata bus adalah bentuk baku."]
    assert "nama rekaan" not in json.dumps(form)


def test_the_script_says_how_to_use_it(worksheet):
    for language, how in (("id", "Cara memakai"), ("en", "How to use")):
        source = FORMAT.render(replace(worksheet, language=language), edition="teacher").decode()
        assert source.startswith(f"// {how}")


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items(), words())
def test_any_words_survive_and_can_be_answered(made_items, title):
    worksheet = sheet(made_items, title)
    check(worksheet)
    form, _ = made(worksheet)
    assert form["title"] == title
    helps = [each.get("help", "") for each in form["items"]]
    assert any(sample.HOSTILE in each for each in helps)
    told = [each.get("right") or each.get("general", "") for each in form["items"]]
    assert any(made_items[0].explanation in each for each in told)
