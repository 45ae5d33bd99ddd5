"""What sure sources are reported or quoted with, as stretches of a sentence with their lead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.exercises.common.names import SURE, source_lead
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import guessed
from quizgen.exercises.voices.doubts import doubtful
from quizgen.exercises.voices.utterances import in_apposition
from quizgen.language.speech import kind_of_saying
from quizgen.lexicon import dictionary
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
    """Yield what a sure source says as a fact, a sentence at a time, and nobody as *kami*."""
    for quotation in document.quotations:
        if guessed(quotation.verb) or quotation.confidence < SURE or doubtful(quotation, document):
            continue
        over = quotation.end > document.sentence(quotation.sentence).end
        if over and not quotation.direct:
            continue
        for sentence in document.sentences:
            if sentence.start < quotation.end and quotation.start < sentence.end:
                yield from _said(quotation, sentence, document)


def _said(quotation: Quotation, sentence: Sentence, document: Document) -> Iterator[Reported]:
    inside = _inside(quotation, sentence)
    if not inside:
        return
    start, end = inside[0], inside[-1] + 1
    inner = sentence.tokens[start:end]
    if personal(inner) or any(t.text in _MARKS or t.upos == "INTJ" for t in inner):
        return
    if any(kind_of_saying(token.text) for token in inner):
        return
    # A sentence out of several that somebody says strings clauses together with commas.
    over = quotation.end > sentence.end or quotation.start < sentence.start
    spoken = over and any(token.text == "," for token in inner)
    source = _source(quotation.speaker, document)
    if not spoken and source and not in_apposition(inner) and _begins(inner[0], quotation):
        yield Reported(sentence, start, end, source_lead(source))


def _begins(first: Token, quotation: Quotation) -> bool:
    """Tell whether a sentence begins with this token, and not in the middle of one."""
    return first.upos in _OPENING and (not quotation.direct or first.text[:1].isupper())


def _source(name: str, document: Document) -> str:
    """Return a speaker as in mid-sentence: a common noun such as *Panitia* loses its capital.

    Empty for a single word that is neither a known name nor a noun of the dictionary, and for
    *pelatih asal Klaten itu*.
    """
    if name.rpartition(" ")[2] in {"itu", "ini", "tersebut"}:
        return ""
    if " " in name or any(entity.canonical == name for entity in document.entities):
        return name
    low = name[:1].lower() + name[1:]
    return low if dictionary().get(low) else ""


def personal(tokens: Sequence[Token]) -> bool:
    """Tell whether somebody speaks of himself or to somebody."""
    return not words("pointing", "speakers").isdisjoint(token.text.lower() for token in tokens)


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
