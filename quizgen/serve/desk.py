"""What takes a moment, done beside the requests and remembered: analyses and candidates."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import Any, TypeVar

from quizgen import corpus, pipeline
from quizgen.interfaces import exercises
from quizgen.model import Article, Document, Item
from quizgen.serve.draft import Draft
from quizgen.serve.marks import corrected, spots
from quizgen.serve.memory import Memory

Result = TypeVar("Result")
_WORKERS = 2
_TEXTS = 40
_OTHERS = 4000
_WARM_TEXT = "Bupati meresmikan pasar baru itu di Kota Sarunai pada Senin pagi."


class Desk:
    """Workers, and what they have made."""

    def __init__(self) -> None:
        self._workers = ThreadPoolExecutor(_WORKERS, thread_name_prefix="desk")
        self._texts: Memory[Document] = Memory(_TEXTS)
        self._items: Memory[tuple[Item, ...]] = Memory(_TEXTS)
        self._others: Memory[Any] = Memory(_OTHERS)

    def close(self) -> None:
        """Stop the workers; what waits is not begun."""
        self._workers.shutdown(wait=False, cancel_futures=True)

    def warm(self) -> None:
        """Begin to load the models, so that the first text need not wait for them."""
        article = Article(id="warm", paragraphs=(_WARM_TEXT,))
        self._workers.submit(lambda: pipeline.make_items(pipeline.analysis(article)))

    def analysis(self, draft: Draft) -> "Future[Document]":
        """Begin the analysis of a draft's text, or return the one that was begun."""
        article, in_corpus = draft.article(), draft.is_corpus
        return self._texts.begin(
            ("found", article, in_corpus),
            lambda: self._workers.submit(_analysed, article, in_corpus),
        )

    def document(self, draft: Draft) -> Document:
        """Return a draft's text with its analysis and the teacher's corrections; it may wait."""
        found, corrections = self.analysis(draft).result(), spots(draft)
        key = ("corrected", draft.article(), draft.is_corpus, corrections)
        return self._texts.get(key, lambda: corrected(found, corrections))

    def candidates(
        self, draft: Draft, *, types: tuple[str, ...], level: int | None, seed: int
    ) -> tuple[Item, ...]:
        """Return all vetted items of these types, the best ones first within each; it may wait."""
        document, corrections = self.document(draft), spots(draft)
        key = (draft.article(), draft.is_corpus, corrections, types, level, seed)

        def make() -> tuple[Item, ...]:
            made = pipeline.make_items(document, types=types, seed=seed, level=level)
            return pipeline.vet(made, document).kept

        return self._items.get(key, make)

    def every_candidate(self, draft: Draft, *, level: int | None, seed: int) -> tuple[Item, ...]:
        """Return all vetted items of any type, even of those that are made only if asked for."""
        every = tuple(exercise.name for exercise in exercises())
        return self.candidates(draft, types=every, level=level, seed=seed)

    def once(self, key: Hashable, make: Callable[[], Result]) -> Result:
        """Return what ``make`` gives, made at once unless it is remembered under ``key``."""
        found: Result = self._others.get(key, make)
        return found


def _analysed(article: Article, in_corpus: bool) -> Document:
    if not in_corpus:
        return pipeline.analysis(article)
    # The teacher may have given it another title.
    return replace(corpus.load_document(article.id), article=article)
