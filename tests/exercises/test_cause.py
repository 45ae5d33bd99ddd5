"""Causes of a corpus text."""

import random
from dataclasses import replace

from quizgen import corpus
from quizgen.exercises.cause import EXERCISE
from quizgen.model import Choice, Document, Item

ID = "kereta-cepat-4"


def made(document: Document) -> list[Item]:
    return list(EXERCISE.generate(document, random.Random(1)))


def choices(document: Document) -> list[Item]:
    return [item for item in made(document) if isinstance(item.response, Choice)]


def test_the_key_is_a_cause_in_other_words_and_each_wrong_answer_says_why() -> None:
    items = choices(corpus.load_document(ID))
    assert items
    for item in items:
        assert isinstance(item.response, Choice)
        assert "engapa" in item.prompt
        assert sum(option.correct for option in item.response.options) == 1
        assert all(option.text.startswith("Karena ") for option in item.response.options)
        assert all("kalimat" in option.why for option in item.response.options)


def test_what_is_elsewhere_in_the_text_cites_its_sentence() -> None:
    for item in choices(corpus.load_document(ID)):
        assert isinstance(item.response, Choice)
        for option in item.response.options:
            assert (option.role == "unsupported") == (option.evidence is None)


def test_a_changed_or_other_text_gives_none_of_them() -> None:
    document = corpus.load_document(ID)
    article = replace(document.article, paragraphs=document.article.paragraphs[1:])
    assert choices(replace(document, article=article)) == []
    assert choices(replace(document, article=replace(document.article, id="uji"))) == []
