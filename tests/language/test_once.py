"""A result is kept for a document, but no archive of them."""

import gc
import weakref

from quizgen.language.once import once
from quizgen.model import Article, Document


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
