"""The teaching notes of a corpus text, for the exercises that are made from them."""

from quizgen.corpus import article_ids, load_article
from quizgen.corpus_teaching import Reading, load_reading
from quizgen.model import Document


def reading_of(document: Document) -> Reading | None:
    """Return the teaching notes of an unchanged text of the corpus, None for any other text."""
    id = document.article.id
    if id not in article_ids() or load_article(id).paragraphs != document.article.paragraphs:
        return None
    return load_reading(id, document.sentences)
