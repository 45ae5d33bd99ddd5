"""A text far above the level asked for is told of; one that suits is not."""

from dataclasses import replace

import pytest

from quizgen import corpus
from quizgen.model import Document
from quizgen.text_level import level_notice, text_level, too_hard
from quizgen.worksheet import Plan, assemble


def hard(level: int | None) -> Document:
    document = corpus.load_document("putin-pyongyang-6")
    return replace(document, article=replace(document.article, level=level), _by_id={})


def test_the_level_that_a_text_was_written_for_wins_over_the_estimate() -> None:
    assert (text_level(hard(None)), text_level(hard(4))) == (6, 4)


@pytest.mark.parametrize(("wanted", "told"), [(None, None), (4, 6), (5, None), (7, None), (1, 6)])
def test_from_two_levels_above_the_text_is_too_hard(wanted: int | None, told: int | None) -> None:
    assert too_hard(hard(None), wanted) == told


def test_a_text_without_words_is_never_too_hard() -> None:
    document = replace(hard(None), sentences=(), _by_id={})
    assert (text_level(document), too_hard(document, 1)) == (None, None)


def test_the_notice_says_whether_the_level_is_an_estimate() -> None:
    assert level_notice(hard(None), 2) == (
        "Teks ini diperkirakan pada tingkat BIPA 6; tingkat yang diminta BIPA 2.",
    )
    assert level_notice(hard(6), 2) == (
        "Teks ini ditulis untuk tingkat BIPA 6; tingkat yang diminta BIPA 2.",
    )


def test_the_sheet_has_the_notice_after_those_of_the_text() -> None:
    document = replace(hard(None), notices=("Teks ini memuat kata tidak baku.",), _by_id={})
    notices = assemble(document, [], Plan(level=3)).notices
    assert notices == (*document.notices, *level_notice(document, 3))
    assert assemble(document, [], Plan()).notices == document.notices
