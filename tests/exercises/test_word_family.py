"""Word families: the class and voice of one word fit, those of its kin do not."""

import random

import pytest

from quizgen.exercises.word_family import EXERCISE
from quizgen.exercises.words.family import family
from quizgen.language.annotate import annotate
from quizgen.language.morphology import analyse
from quizgen.model import Article, Choice, Gap, Item


def made(*paragraphs: str) -> list[Item]:
    document = annotate(Article(id="uji", paragraphs=paragraphs))
    return list(EXERCISE.generate(document, random.Random(1)))


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Pemerintah daerah akan membangun jembatan baru di Kampung Muara.", "membangun"),
        ("Rencana pembangunan pasar telah diumumkan oleh Wali Kota Randu.", "diumumkan"),
        ("Warga Desa Randu memprotes kebijakan terhadap penggunaan air sungai.", "penggunaan"),
    ],
)
def test_the_key_is_the_word_of_the_text_and_all_are_kin(sentence: str, key: str) -> None:
    items = [item for item in made(sentence) if isinstance(item.response, Choice)]
    found = {item.response.options[0].text: item for item in items}  # type: ignore[union-attr]
    item = found[key]
    assert item.prompt.replace("…", key) == sentence
    assert isinstance(item.response, Choice)
    assert len({analyse(option.text).root for option in item.response.options}) == 1
    assert sum(option.correct for option in item.response.options) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        # *Presiden disambut warga* is right too: who can act leaves the voice open.
        "Presiden akan menyambut warga di Istana Randu.",
        # *beri* has a passive with an object.
        "Pemerintah daerah akan memberikan bantuan di Kampung Muara.",
        # *untuk pembangunan jembatan* is right too.
        "Dana pemerintah daerah cukup untuk membangun jembatan.",
        "Pemerintah daerah itu akan membangun jembatan baru di Kampung Muara.",
    ],
)
def test_no_item_where_a_kin_could_fit(sentence: str) -> None:
    assert made(sentence) == []


def test_two_words_of_a_root_make_a_gap_item_with_spare_words() -> None:
    (item,) = made(
        "Warga Desa Randu memprotes kebijakan terhadap pembangunan bendungan.",
        "Pemerintah daerah akan membangun jembatan baru di Kampung Muara.",
    )
    assert isinstance(item.response, Gap)
    assert item.response.answers == (("pembangunan",), ("membangun",))
    spare = [option.text for option in item.response.bank if not option.correct]
    assert spare == ["dibangun"]


def test_a_family_has_one_attested_word_of_each_kind() -> None:
    kinds = [member.kind for member in family("bangun")]
    assert len(kinds) == len(set(kinds))
    assert {"membangun", "dibangun", "pembangunan"} <= {m.form for m in family("bangun")}
