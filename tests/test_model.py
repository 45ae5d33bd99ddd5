"""Offsets, numbers and orders that the data itself computes."""

import pytest
from exports import sample as annotated
from formats import sample
from hypothesis import given
from hypothesis import strategies as st

from quizgen.model import Article, Entity, Sentence

ARTICLE = Article(id="a", paragraphs=("Satu.", "Bagian", "Dua tiga."), headings=frozenset({1}))


def test_the_text_parts_paragraphs_by_one_blank_line() -> None:
    assert ARTICLE.text == "Satu.\n\nBagian\n\nDua tiga."


def test_sub_headings_have_an_offset_but_no_number() -> None:
    assert list(ARTICLE.blocks()) == [(1, 0, "Satu."), (None, 7, "Bagian"), (2, 15, "Dua tiga.")]


@given(st.lists(st.text(min_size=1), max_size=5), st.frozensets(st.integers(0, 4)))
def test_every_block_lies_at_its_offset(paragraphs: list[str], headings: frozenset[int]) -> None:
    article = Article(id="a", paragraphs=tuple(paragraphs), headings=headings)
    blocks = list(article.blocks())
    assert [text for _, _, text in blocks] == paragraphs
    assert all(article.text[start : start + len(text)] == text for _, start, text in blocks)
    numbers = [number for number, _, _ in blocks if number is not None]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_sentence_has_the_number_of_its_id() -> None:
    assert Sentence(id="s17", paragraph=2, start=0, end=1, text="x").number == 17


def test_a_sentence_is_found_by_its_id() -> None:
    document = annotated.document()
    assert document.sentence("s2") is document.sentences[1]
    with pytest.raises(KeyError):
        document.sentence("s4")


def test_entities_are_given_to_the_sentence_they_lie_in() -> None:
    document = annotated.document()
    quotes = [[e.quote for e in document.entities_in(s)] for s in document.sentences]
    assert quotes == [["SARUNAI", "Ratna", "5 Mei 2025"], [], []]


def test_every_span_of_an_annotated_document_cuts_its_quote() -> None:
    document = annotated.document()
    text = document.article.text
    spans: list[Entity | Sentence] = [*document.entities, *document.sentences]
    assert all(
        text[span.start : span.end] == (span.quote if isinstance(span, Entity) else span.text)
        for span in spans
    )


def test_a_sheet_numbers_its_items_through_its_sections() -> None:
    sheet = sample.worksheet()
    numbers = [number for number, _ in sheet.items()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) == sum(len(section.items) for section in sheet.sections)
