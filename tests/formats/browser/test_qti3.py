"""The QTI packages in the player qti-components: opened, answered, scored.

The player knows QTI 3 only, so a package of QTI 2.1 passes through the converter qti-convert,
which reads every item of it.
"""

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from quizgen import corpus, pipeline
from quizgen.formats import qti2, qti3
from quizgen.model import FreeText, Item, Option, Ordering, Worksheet
from quizgen.worksheet import Plan

from .. import sample
from ..answers import items, right_and_wrong, sheet, words
from .qti_player import Player, give

SCORED = [item for _, item in sample.worksheet().items() if not isinstance(item.response, FreeText)]


@pytest.fixture(params=["qti3", "qti2"])
def package(request: Any, worksheet: Worksheet, tmp_path: Path) -> bytes:
    """Return the sheet as a QTI 3 package, made so or upgraded by another program."""
    if request.param == "qti3":
        return qti3.FORMAT.render(worksheet, edition="teacher")
    if importlib.util.find_spec("qti_convert") is None:
        pytest.skip("citolab-qti-convert is not installed")
    old, new = tmp_path / "qti2.zip", tmp_path / "qti3.zip"
    old.write_bytes(qti2.FORMAT.render(worksheet, edition="teacher"))
    command = [sys.executable, "-m", "qti_convert.cli", "upgrade", str(old), str(new)]
    subprocess.run(command, check=True, capture_output=True)
    return new.read_bytes()


@pytest.fixture
def player(page: Any, package: bytes) -> Iterator[Player]:
    yield Player(page, package)


def one_item(page: Any, worksheet: Worksheet, item: Item) -> Player:
    section = replace(worksheet.sections[0], items=(item,))
    made = replace(worksheet, sections=(section,))
    return Player(page, qti3.FORMAT.render(made, edition="teacher"))


def answered(player: Player, item: Item, answer: Any) -> tuple[float, str]:
    place = player.open(item.id)
    give(place, item, answer)
    return player.score(place)


def test_right_answers_get_all_points(player: Player) -> None:
    for item in SCORED:
        score, told = answered(player, item, right_and_wrong(item)[0])
        assert score == item.points, item.id
        assert told.strip().startswith("Benar."), item.id
        assert "Bukti: " in told, item.id


def test_wrong_answers_get_no_points_and_a_reason(player: Player) -> None:
    for item in SCORED:
        score, told = answered(player, item, right_and_wrong(item)[1])
        assert score == 0, item.id
        assert told.strip().startswith("Belum tepat."), item.id
        assert "kalimat" in told, item.id


def test_an_item_that_is_not_answered_scores_nothing_and_breaks_nothing(player: Player) -> None:
    for item in SCORED:
        score, _ = player.score(player.open(item.id))
        assert score == 0, item.id
    place = player.open(sample.OPEN_GAP.id)
    field = place.locator("qti-text-entry-interaction input").first
    field.fill("uhan")
    field.blur()
    assert player.score(place)[0] == 1


def test_the_text_stands_beside_each_item_but_not_where_it_is_hidden(
    player: Player, worksheet: Worksheet
) -> None:
    for section in worksheet.sections:
        for item in section.items:
            text = player.open(item.id).inner_text()
            assert ("Pemerintah Kota Sarunai mengoperasikan tiga" in text) is not section.hidden
            assert ("https://example.org/berita/" in text) is not section.hidden


def test_an_essay_shows_its_model_answer_and_hides_its_rubric(player: Player) -> None:
    place = player.open(sample.ESSAY.id)
    assert "Menyebutkan janji Ratna" not in place.inner_text()
    give(place, sample.ESSAY, "Ya, dua bus akan melayani desa itu.")
    score, told = player.score(place)
    assert score == 0
    assert sample.ESSAY.response.model_answer in told


def test_words_that_are_markup_elsewhere_are_shown(page: Any, hostile: Worksheet) -> None:
    player = Player(page, qti3.FORMAT.render(hostile, edition="teacher"))
    choice, judged = (item for _, item in hostile.items())
    assert sample.HOSTILE in player.open(choice.id).inner_text()
    for item in (choice, judged):
        assert answered(player, item, right_and_wrong(item)[0])[0] == item.points


@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.generate],
)
@given(items(), words())
def test_any_words_can_be_answered(page: Any, made: tuple[Item, ...], title: str) -> None:
    player = Player(page, qti3.FORMAT.render(sheet(made, title), edition="teacher"))
    for item in made:
        if not isinstance(item.response, FreeText):
            assert answered(player, item, right_and_wrong(item)[0])[0] == item.points, item


def test_a_sheet_of_the_corpus_can_be_answered(page: Any) -> None:
    document = corpus.load_document("putin-pyongyang-4")
    worksheet = pipeline.make_worksheet(document, Plan(count=12, seed=2))
    player = Player(page, qti3.FORMAT.render(worksheet, edition="teacher"))
    for _, item in worksheet.items():
        if not isinstance(item.response, FreeText):
            assert answered(player, item, right_and_wrong(item)[0])[0] == item.points, item.id


def test_equal_words_may_be_swapped(page: Any, worksheet: Worksheet) -> None:
    texts = ("anak", "itu", "melihat", "anak", "lain.")
    response = Ordering(options=tuple(Option(text=t) for t in texts), shown=(3, 1, 0, 2, 4))
    item = replace(sample.WORD_ORDER, response=response)
    assert answered(one_item(page, worksheet, item), item, list(texts))[0] == 1


def test_short_answers_may_come_in_any_order_but_each_counts_once(
    page: Any, worksheet: Worksheet
) -> None:
    item = sample.TWO_ANSWERS
    player = one_item(page, worksheet, item)
    place = player.open(item.id)
    give(place, item, ["bumi asri-bukit damar.", "BUMI ASRI–PANTAI KENARI"])
    assert player.score(place)[0] == 2
    give(place, item, ["Bumi Asri–Bukit Damar", "Bumi Asri–Bukit Damar"])
    assert player.score(place)[0] == 1
