"""One fact has one name, whatever article it is asked of."""

from dataclasses import replace

import pytest

from quizgen.batch.facts import fact_key, fact_names
from quizgen.language.annotate import annotate
from quizgen.model import Article, Choice, Document, Evidence, Item, Option

SENTENCE = "Bupati Siti Rahmawati meresmikan pasar baru di Sukamaju."


def document(*paragraphs: str) -> Document:
    return annotate(Article(id="x", paragraphs=paragraphs))


@pytest.fixture(scope="module")
def one() -> Document:
    return document(f"{SENTENCE} Warga senang.")


@pytest.fixture(scope="module")
def other() -> Document:
    return document("Hujan turun di kota itu sejak pagi.", SENTENCE.replace(".", "!"))


def question(prompt: str, answer: str, *facts: str, sentence: str = "s1") -> Item:
    options = (Option(text=answer, correct=True), Option(text="Rina Kusuma"))
    return Item(
        id="q", type="detail", response=Choice(options=options), prompt=prompt, facts=facts,
        evidence=(Evidence(sentence, "Bupati"),), process="locate", level=3, question_word="siapa",
    )  # fmt: skip


def word(fact: str, sentence: str) -> Item:
    item = question("Makna kata *baru* adalah ….", "belum lama ada", fact, sentence=sentence)
    return replace(item, type="meaning", question_word=None)


def test_a_sentence_that_two_articles_share_has_one_name(one: Document, other: Document) -> None:
    mine = fact_names(word("s1:reference", "s1"), one)
    assert mine == fact_names(word("s2:reference", "s2"), other)
    assert mine != fact_names(word("s1:reference", "s1"), other)


def test_what_is_asked_of_a_word_has_one_name_in_every_article(
    one: Document, other: Document
) -> None:
    assert fact_names(word("meaning:baru", "s1"), one) == ("meaning:baru",)
    assert fact_names(word("meaning:baru", "s2"), other) == ("meaning:baru",)


def test_a_task_on_a_whole_text_is_bound_to_the_text(one: Document, other: Document) -> None:
    assert fact_names(word("essay", "s1"), one) != fact_names(word("essay", "s1"), other)


def test_a_question_in_other_words_with_the_same_answer_asks_the_same(
    one: Document, other: Document
) -> None:
    first = question("Siapa yang meresmikan pasar baru itu?", "Siti Rahmawati", "s1")
    second = question("Siapakah yang meresmikan pasar baru?", "Siti Rahmawati", sentence="s2")
    assert fact_key(first, one) == fact_key(second, other)
    assert set(fact_names(first, one)) & set(fact_names(second, other))


def test_another_answer_or_another_form_is_another_item(one: Document) -> None:
    first = question("Siapa yang meresmikan pasar?", "Siti Rahmawati", "s1")
    keys = {
        fact_key(first, one),
        fact_key(question("Siapa yang meresmikan pasar?", "Rina", "s1"), one),
        fact_key(replace(first, type="short-answer"), one),
    }
    assert len(keys) == 3


def test_a_word_in_another_sentence_is_another_item(one: Document, other: Document) -> None:
    assert fact_key(word("meaning:baru", "s1"), one) == fact_key(word("meaning:baru", "s2"), other)
    assert fact_key(word("meaning:baru", "s1"), one) != fact_key(word("meaning:baru", "s1"), other)
