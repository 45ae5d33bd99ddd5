"""The glossed words of a sheet's text, and which of them its items ask for."""

import re
from collections.abc import Iterable, Iterator

from quizgen.model import (
    Choice,
    Document,
    Gap,
    Item,
    Matching,
    Response,
    ShortAnswer,
    VocabularyNote,
)

_WORD_TYPES = frozenset({"meaning", "synonym", "antonym", "gloss-match", "word-family"})
"""Types whose answer a gloss would give away."""


def glossed(
    document: Document, printed: Iterable[int | None], asked: frozenset[str] = frozenset()
) -> tuple[VocabularyNote, ...]:
    """Return the words with a gloss that stand in the printed paragraphs, in their order.

    Those are left out that an item asks for.
    """
    paragraphs = set(printed)
    kept: dict[str, VocabularyNote] = {}
    for note in document.vocabulary:
        names = {note.form.lower(), note.headword.lower(), note.lemma.lower()}
        inside = document.sentence(note.sentence).paragraph in paragraphs
        if (note.gloss or note.definition) and inside and not names & asked:
            kept.setdefault(note.headword, note)
    return tuple(kept.values())


def asked_words(items: Iterable[Item]) -> frozenset[str]:
    """Return the words whose meaning an item asks for."""
    return frozenset(
        word.lower() for item in items if item.type in _WORD_TYPES for word in _words_of(item)
    )


def answer_words(items: Iterable[Item]) -> frozenset[str]:
    """Return the words that are the answer to an item about language, or to a gap."""
    return frozenset(
        word.lower()
        for item in items
        if item.process == "language" or isinstance(item.response, Gap)
        for word in (*_words_of(item), *_answers(item.response))
    )


def _words_of(item: Item) -> Iterator[str]:
    yield from item.lemmas
    yield from re.findall(r"\*([^*\s]+)\*", item.prompt)
    if isinstance(item.response, Matching):
        yield from (left for left, _ in item.response.pairs)


def _answers(response: Response) -> Iterator[str]:
    match response:
        case Gap(answers=answers) | ShortAnswer(answers=answers):
            yield from (variant for accepted in answers for variant in accepted)
        case Choice(options=options):
            yield from (option.text for option in options if option.correct)
        case _:
            return
