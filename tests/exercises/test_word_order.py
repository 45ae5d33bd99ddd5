"""Groups of words: only sentences in which no other order passes."""

import random

import pytest

from quizgen.exercises.word_order import EXERCISE
from quizgen.exercises.words.orders import Chunk, one_order
from quizgen.language.annotate import annotate
from quizgen.model import Article, Item, Ordering


def made(text: str) -> list[Item]:
    return list(
        EXERCISE.generate(annotate(Article(id="uji", paragraphs=(text,))), random.Random(1))
    )


def groups(text: str) -> list[str]:
    (item,) = made(text)
    assert isinstance(item.response, Ordering)
    return [option.text for option in item.response.options]


def test_object_and_clause_after_it_are_a_chain() -> None:
    assert groups("Petani membangun saluran air karena musim kemarau berlangsung lama.") == [
        "Petani",
        "membangun",
        "saluran air",
        "karena musim kemarau",
        "berlangsung lama.",
    ]


def test_what_is_said_follows_its_verb() -> None:
    found = groups("Menteri Ratna Kusuma mengatakan bahwa panen jagung mencapai dua juta ton.")
    assert found[1:3] == ["mengatakan", "bahwa panen jagung"]


def test_the_groups_are_the_sentence() -> None:
    text = "Kepala desa menegaskan bahwa jembatan baru akan memperpendek perjalanan para pedagang."
    (item,) = made(text)
    assert " ".join(groups(text)) == text == f"{item.evidence[0].quote}."
    assert item.text == "hidden" and item.reveals == ("s1",)


@pytest.mark.parametrize(
    "text",
    [
        # Two transitive verbs could change places.
        "Kemarau mengurangi panen karena petani membuka lahan.",
        # A circumstance could stand in several places.
        "Petani menjual jagung di pasar pada hari Senin.",
        # Too few groups.
        "Warga membersihkan sungai.",
        # It points to something before it.
        "Ia membangun saluran itu karena musim kemarau berlangsung lama.",
        # Direct speech.
        "“Petani membangun saluran air karena musim kemarau berlangsung lama,” kata Ratna.",
    ],
)
def test_other_sentences_give_nothing(text: str) -> None:
    assert made(text) == []


def chunk(kind: str, **more: bool) -> Chunk:
    return Chunk(kind=kind, start=0, end=1, **more)  # type: ignore[arg-type]


def test_two_transitive_verbs_have_two_orders() -> None:
    order = [chunk(k) for k in ("noun", "transitive", "noun", "clause", "transitive", "noun")]
    assert not one_order(order)


def test_a_clause_of_purpose_may_belong_to_a_thing_but_not_to_a_person() -> None:
    def sentence(*, named: bool) -> list[Chunk]:
        return [
            chunk("noun", named=named),
            chunk("transitive"),
            chunk("noun"),
            chunk("clause-verb", attributive=True),
            chunk("noun"),
        ]

    assert one_order(sentence(named=True))
    assert not one_order(sentence(named=False))
