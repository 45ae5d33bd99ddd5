"""The files of the QTI packages: names, order, test, shared text; and an importer if any."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from quizgen.formats import qti2, qti3
from quizgen.formats._qti_tree import identifier
from quizgen.model import Option

from . import sample
from .qti_score import ItemFile, attribute, children, inside, name_of, open_package
from .qti_score import words as shown
from .test_qti import FORMATS, each_format, one, questions

IMPORTER = os.environ.get("QUIZGEN_QTI21_IMPORTER", "")


@given(st.text(min_size=1, max_size=30))
def test_an_identifier_is_one_and_differs_where_names_differ(name):
    made = identifier(name)
    assert etree.QName("x", made).localname == made
    assert made.isascii() or made == name
    assert identifier(name + "!") != made


@each_format
def test_the_passage_is_beside_every_item_but_not_where_it_is_hidden(worksheet, form):
    hidden = {item.id for section in worksheet.sections if section.hidden for item in section.items}
    files = open_package(form.render(worksheet, edition="teacher"))
    for id, question in questions(worksheet, form).items():
        refs = children(question.root, "assessmentStimulusRef")
        text = shown(question.body)
        for ref in refs:
            [place] = question.body.xpath(f'.//*[@data-stimulus-idref="{ref.get("identifier")}"]')
            assert "qti-shared-stimulus" in place.get("class")
            assert ref.get("href") == "../passage.xml"
            text = shown(etree.fromstring(files["passage.xml"])) + text
        assert ("(1)\u00a0SARUNAI—Pemerintah Kota Sarunai" in text) is (id not in hidden)
        assert ("Sumber: Warta Sarunai, 19 Juni 2024." in text) is (id not in hidden)
        assert len(refs) == (form is qti3.FORMAT and id not in hidden)


@each_format
def test_items_without_the_text_stand_in_a_test_part_of_their_own(worksheet, form):
    test = etree.fromstring(open_package(form.render(worksheet, edition="teacher"))["test.xml"])
    parts = children(test, "testPart")
    counts = [len(inside(part, "assessmentItemRef")) for part in parts]
    assert counts == [9, 3]
    assert [attribute(part, "navigationMode") for part in parts] == ["nonlinear"] * 2
    assert [attribute(inside(part, "itemSessionControl")[0], "showFeedback") for part in parts] == [
        "true", "true",
    ]  # fmt: skip


@each_format
def test_the_test_adds_up_the_scores_of_its_items(worksheet, form):
    test = etree.fromstring(open_package(form.render(worksheet, edition="teacher"))["test.xml"])
    [rule] = inside(test, "outcomeProcessing")[0]
    assert (name_of(rule), rule.get("identifier")) == ("setOutcomeValue", "SCORE")
    [[variables]] = rule
    assert name_of(rule[0]) == "sum"
    assert attribute(variables, "variableIdentifier") == "SCORE"
    most = [n for n in inside(test, "outcomeDeclaration") if n.get("identifier") == "MAXSCORE"]
    assert float(shown(most[0])) == sum(item.points for _, item in worksheet.items())


def test_measures_stay_sorted_and_other_options_may_be_shuffled(worksheet):
    options = tuple(Option(text=f"{n} kilometer", correct=n == 2) for n in (1, 2, 3))
    item = replace(sample.CHOICE, response=replace(sample.CHOICE.response, options=options))
    for each, shuffled in ((item, "false"), (sample.CHOICE, "true")):
        [field] = one(worksheet, each).interactions()
        assert field.get("shuffle") == shuffled


@each_format
def test_elements_are_shown_in_their_printed_order(worksheet, form):
    [field] = one(worksheet, sample.ORDERING, form).interactions()
    ids = [each.get("identifier") for each in inside(field, "simpleChoice")]
    assert ids == ["O3", "O1", "O4", "O2"]
    assert field.get("shuffle") == "false"


@each_format
def test_a_part_of_a_word_shows_a_line_for_each_letter(worksheet, form):
    lines = [
        attribute(field, "placeholderText")
        for field in one(worksheet, sample.OPEN_GAP, form).interactions()
    ]
    assert lines == ["_\u00a0_\u00a0_\u00a0_", None]


def test_stars_become_italics(worksheet):
    question = one(worksheet, sample.ITALIC_CHOICE)
    assert [shown(each) for each in inside(question.body, "em")] == ["mengangkut"]


def test_qti_2_has_no_name_of_qti_3(worksheet):
    files = open_package(qti2.FORMAT.render(worksheet, edition="teacher"))
    for name in files.keys() - {"imsmanifest.xml"}:
        for node in etree.fromstring(files[name]).iter(etree.Element):
            local = etree.QName(node).localname
            assert "-" not in local, (name, local)
            assert not any("-" in key for key in node.attrib if "}" not in key), (name, local)


def test_the_two_versions_hold_the_same_items(worksheet):
    second, third = (questions(worksheet, form) for form in FORMATS)
    for id in second:
        for part in ("responseDeclaration", "responseProcessing"):
            assert _outline(second[id], part) == _outline(third[id], part)


def _outline(question: ItemFile, part: str) -> list[tuple[str, str, list[str]]]:
    return [
        (name_of(node), (node.text or "").strip(), sorted(node.attrib.values()))
        for each in children(question.root, part)
        for node in each.iter(etree.Element)
    ]


def test_an_importer_of_qti_2_takes_the_package(worksheet, tmp_path):
    """Set QUIZGEN_QTI21_IMPORTER to a program that imports the package it is given.

    It must exit with 0 if every item was taken, and print the identifier of each. A Python or PHP
    script is run by its interpreter.
    """
    if not IMPORTER:
        pytest.skip("outside importer: set QUIZGEN_QTI21_IMPORTER to the path of one")
    path = tmp_path / "paket.zip"
    path.write_bytes(qti2.FORMAT.render(worksheet, edition="teacher"))
    runner = {".py": [sys.executable], ".php": ["php"]}.get(Path(IMPORTER).suffix, [])
    done = subprocess.run(
        [*runner, IMPORTER, str(path)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert [item.id for _, item in worksheet.items() if item.id not in done.stdout] == []
