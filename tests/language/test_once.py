"""A result is kept for a document, but no archive of them."""

import gc
import weakref

from quizgen.language.once import once, once_a_sentence
from quizgen.model import Article, Document, Sentence


def document(number: int) -> Document:
    article = Article(id=f"teks-{number}", paragraphs=("Hujan turun.",))
    return Document(article=article, sentences=())


def test_a_result_is_computed_once_for_a_document() -> None:
    asked: list[str] = []

    @once
    def read(text: Document) -> tuple[Document]:
        asked.append(text.article.id)
        return (text,)

    one, other = document(1), document(1)
    assert read(one)[0] is one and read(other)[0] is other and read(one)[0] is one
    assert asked == ["teks-1", "teks-1"]


def test_a_document_that_its_own_result_holds_is_given_up_after_others() -> None:
    @once
    def read(text: Document) -> tuple[Document]:
        return (text,)

    first = document(0)
    gone = weakref.ref(first)
    read(first)
    del first
    for number in range(1, 40):
        read(document(number))
    gc.collect()
    assert gone() is None


def test_a_result_is_computed_once_for_a_sentence_and_not_for_its_like() -> None:
    asked: list[str] = []

    @once_a_sentence
    def read(sentence: Sentence) -> int:
        asked.append(sentence.id)
        return len(sentence.text)

    one, like = (
        Sentence(id="s1", paragraph=1, start=0, end=12, text="Hujan turun.") for _ in range(2)
    )
    assert read(one) == read(one) == read(like) == 12
    assert asked == ["s1", "s1"]
