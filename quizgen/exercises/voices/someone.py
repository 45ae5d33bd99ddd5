"""Whether *ia, dia* or *-nya* may be somebody else than the person it is read as.

Source: the nearest person named is preferred, so that a second one nearby makes it unsure
(Grosz, Joshi & Weinstein 1995, *Centering*).
"""

from collections.abc import Iterable

from quizgen.exercises.common.text import resolves
from quizgen.model import Document, Sentence

_BACK = 2


def someone_else(sentence: Sentence, kept: Iterable[int], document: Document) -> bool:
    """Tell whether a pronoun that will be written out stands near another person's name.

    The sentence before may settle it, by naming nobody but the one it is read as.
    """
    people = {entity.canonical for entity in document.entities if entity.type == "PER"}
    for index in kept:
        found = resolves(sentence, document, index)
        if found is None or found.antecedent not in people:
            continue
        if _nearby(found.antecedent, sentence, sentence.tokens[index].start, document):
            return True
    return False


def _nearby(name: str, sentence: Sentence, start: int, document: Document) -> bool:
    if _persons(sentence, document, start) - {name}:
        return True
    for number in range(sentence.number - 1, sentence.number - 1 - _BACK, -1):
        before = next((s for s in document.sentences if s.number == number), None)
        persons = _persons(before, document, before.end) if before else set()
        if persons - {name}:
            return True
        if name in persons:
            return False
    return False


def _persons(sentence: Sentence, document: Document, end: int) -> set[str]:
    """Return who is named before ``end`` in a sentence, or says what is quoted there."""
    named = {
        entity.canonical
        for entity in document.entities_in(sentence)
        if entity.type == "PER" and entity.start < end
    }
    return named | {
        quotation.speaker
        for quotation in document.quotations
        if quotation.sentence == sentence.id and quotation.end <= end
    }
