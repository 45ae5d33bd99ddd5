"""News that several papers print is found wherever it stands."""

import sqlite3
from collections.abc import Iterator

import pytest

from batch import archive
from quizgen.batch.duplicates import NearDuplicates
from quizgen.batch.signatures import signature, similarity


@pytest.fixture
def near() -> Iterator[NearDuplicates]:
    database = sqlite3.connect(":memory:")
    yield NearDuplicates(database, 0.8)
    database.close()


def test_the_first_is_kept_and_a_later_copy_names_it(near: NearDuplicates) -> None:
    assert near.judge("pasar", signature(archive.PASAR)) is None
    found = near.judge("lagi", signature(archive.SYNDICATED))
    assert found is not None
    assert found[0] == "pasar"
    assert 0.8 <= found[1] < 1


def test_a_copy_of_a_copy_names_the_one_that_is_kept(near: NearDuplicates) -> None:
    for id, text in (("pasar", archive.PASAR), ("lagi", archive.SYNDICATED)):
        near.judge(id, signature(text))
    assert near.judge("lagi-2", signature(archive.SYNDICATED)) == near.judge(
        "lagi-3", signature(archive.SYNDICATED)
    )
    found = near.judge("lagi-4", signature(archive.SYNDICATED))
    assert found is not None
    assert found[0] == "pasar"


def test_of_two_that_are_as_near_the_earlier_is_named(near: NearDuplicates) -> None:
    near._keep("satu", signature(archive.PASAR), [1])
    near._keep("dua", signature(archive.PASAR), [1])
    found = near._most_similar([1], signature(archive.PASAR))
    assert found == ("satu", 1.0)


def test_other_news_are_kept(near: NearDuplicates) -> None:
    texts = (archive.PERAHU, archive.PASAR, archive.KEBUN, archive.KERETA)
    assert [near.judge(text[:9], signature(text)) for text in texts] == [None] * 4


def test_marks_and_capitals_do_not_count() -> None:
    loud = archive.PASAR.upper().replace(".", " !")
    assert similarity(signature(archive.PASAR), signature(loud)) == 1.0


def test_the_estimate_is_near_the_true_share_of_runs() -> None:
    words = [f"kata{n}" for n in range(400)]
    half = [*words[:200], *(f"lain{n}" for n in range(200))]
    # 198 runs are shared; each text has 398.
    assert similarity(signature(" ".join(words)), signature(" ".join(half))) == pytest.approx(
        198 / 598, abs=0.12
    )


def test_a_text_of_one_word_has_a_signature() -> None:
    assert len(signature("Pasar")) == 512
