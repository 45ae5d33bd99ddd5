"""What sure sources are reported or quoted with, as stretches of a sentence with their lead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.exercises._tables import words
from quizgen.exercises._text import SURE, guessed, source_lead
from quizgen.model import Document, Quotation, Sentence, Token

_MARKS = frozenset('"“”‘’?!:;()[]–…—')
_OPENING = frozenset({"NOUN", "PROPN", "NUM", "DET"})


@dataclass(frozen=True, slots=True)
class Reported:
    """Tokens ``start`` to ``end`` of a sentence, somebody's words, and *Menurut X, * before it."""

    sentence: Sentence
    start: int
    end: int
    lead: str


def reported(document: Document) -> Iterator[Reported]:
    """Yield what a sure source says as a fact, within one sentence, and nobody as *kami*."""
    for quotation in document.quotations:
        sentence = document.sentence(quotation.sentence)
        inside = _inside(quotation, sentence)
        outside = guessed(quotation.verb) or quotation.confidence < SURE
        if outside or quotation.end > sentence.end or not inside:
            continue
        start, end = inside[0], inside[-1] + 1
        inner = sentence.tokens[start:end]
        if personal(inner) or any(t.text in _MARKS or t.upos == "INTJ" for t in inner):
            continue
        whole = not quotation.direct or inner[0].text[:1].isupper()
        if whole and inner[0].upos in _OPENING:
            yield Reported(sentence, start, end, source_lead(_source(quotation.speaker, document)))


def _source(name: str, document: Document) -> str:
    """Return a speaker as in mid-sentence: a common noun such as *Panitia* loses its capital."""
    named = any(entity.canonical == name for entity in document.entities)
    return name if named or " " in name else name[:1].lower() + name[1:]


def personal(tokens: Sequence[Token]) -> bool:
    """Tell whether somebody speaks of himself or to somebody."""
    return any(token.text.lower() in words("pointing", "speakers") for token in tokens)


def _inside(quotation: Quotation, sentence: Sentence) -> list[int]:
    """Return the tokens of what is said, without *bahwa*, quotation marks and a final comma."""
    found = [
        index
        for index, token in enumerate(sentence.tokens)
        if quotation.start <= token.start and token.end <= quotation.end
    ]
    while found and sentence.tokens[found[0]].text.lower() in {"bahwa", ",", '"', "“"}:
        found.pop(0)
    while found and sentence.tokens[found[-1]].text in {",", ".", '"', "”"}:
        found.pop()
    return found
