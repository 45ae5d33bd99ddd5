"""Fact and opinion in corpus texts."""

import random
from dataclasses import replace

from quizgen import corpus
from quizgen.exercises.fact_opinion import EXERCISE
from quizgen.model import Categorise, Choice, Document, Item
from tests.some_texts import SIX_TOPICS


def made(document: Document) -> list[Item]:
    return list(EXERCISE.generate(document, random.Random(1)))


def every_item() -> list[tuple[Document, Item]]:
    documents = [corpus.load_document(id) for id in SIX_TOPICS]
    return [(document, item) for document in documents for item in made(document)]


def test_every_option_is_a_stretch_of_the_sentence_that_it_cites() -> None:
    found = every_item()
    assert found
    for document, item in found:
        response = item.response
        parts = response.statements if isinstance(response, Categorise) else ()
        parts = response.options if isinstance(response, Choice) else parts
        for part in parts:
            assert part.evidence is not None
            assert part.evidence.quote in document.sentence(part.evidence.sentence).text
            assert part.text.endswith(f"(kalimat {part.evidence.sentence[1:]})")
            assert part.why


def test_a_table_has_both_kinds_twice() -> None:
    tables = [i.response for _, i in every_item() if isinstance(i.response, Categorise)]
    assert tables
    for table in tables:
        kinds = [statement.category for statement in table.statements]
        assert min(kinds.count("Fakta"), kinds.count("Opini")) >= 2


def test_a_plan_is_no_opinion_and_a_bound_is_no_plain_fact() -> None:
    texts = " ".join(
        option.text
        for _, item in every_item()
        if isinstance(item.response, Choice)
        for option in item.response.options
    )
    assert "akan dibentuk" not in texts
    assert "hanya menyalurkan" not in texts


def test_a_changed_text_gives_none() -> None:
    document = corpus.load_document("kereta-cepat-4")
    article = replace(document.article, paragraphs=document.article.paragraphs[1:])
    assert made(replace(document, article=article)) == []
