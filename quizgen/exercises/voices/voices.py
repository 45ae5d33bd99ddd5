"""Statements of the text as questions for their speaker: *Siapa yang mengatakan, "…"?*."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.exercises.common.text import upper_first
from quizgen.exercises.voices.speaking import body_of, person_of
from quizgen.exercises.voices.utterances import STATED, quoted, reported, self_contained
from quizgen.language.circumstances import asked_noun
from quizgen.language.once import once
from quizgen.model import Document, Entity, Quotation, Sentence

_NEAR = 2
"""Who agrees with somebody agrees with what was said so few paragraphs away at most."""
_OWN = frozenset({"pihaknya", "dirinya"})
"""Words for who speaks, which a statement by itself leaves hanging."""
_REACH = 4
"""In a choice the distance is larger: a name among the options is read as one that may be right."""
_AGREED = re.compile(
    r"\b(?:senada|sependapat|sepaham|(?:meng|di)amini|(?:mem|di)benarkan|(?:setuju|sepakat) dengan"
    r"|(?:hal|pendapat|pandangan|harapan|keluhan|pernyataan) (?:yang )?(?:sama|serupa|senada))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A question for who said something.

    ``statement`` is what was said, as it is printed by itself; empty for what is only hoped or
    asked for, begins with a figure, or speaks of *pihaknya*. ``alone`` tells that it needs no
    sentence before it, ``called`` is what the text calls the speaker here, a name, an office or a
    pronoun, from ``called_at`` on. ``proofs`` are the sentences with what was said and who said it.
    """

    stem: str
    statement: str
    speaker: Entity
    sentence: Sentence
    direct: bool
    alone: bool
    called: str
    called_at: int
    proofs: tuple[Sentence, ...]


def agreeing(document: Document, paragraph: int) -> frozenset[str]:
    """Return who says the same as somebody else near a paragraph: *Senada, …*, *hal serupa*."""
    return frozenset(
        entity.canonical
        for sentence in _agreements(document)
        if abs(sentence.paragraph - paragraph) <= _REACH
        for entity in document.entities
        if entity.type == "PER" and sentence.start <= entity.start < sentence.end
    )


@once
def _agreements(document: Document) -> tuple[Sentence, ...]:
    return tuple(each for each in document.sentences if _AGREED.search(each.text))


def shared(voice: Voice, document: Document) -> bool:
    """Tell whether somebody may have said the same in other words: *Hal senada disampaikan X*.

    Whose very words are quoted is beyond doubt.
    """
    return not voice.direct and any(
        abs(sentence.paragraph - voice.sentence.paragraph) <= _NEAR
        for sentence in _agreements(document)
    )


def voices(document: Document) -> Iterator[Voice]:
    """Yield every statement whose speaker is a sure person, as a question.

    Of a quotation of several sentences, the first that can stand alone is asked for.
    """
    for quotation in document.quotations:
        person = person_of(quotation, document)
        if person is not None:
            yield from _best(quotation, person, "Siapa", document)


def bodies(document: Document) -> Iterator[Voice]:
    """Yield every statement of a body whose name tells its kind: *Kementerian apa yang …?*."""
    for quotation in document.quotations:
        body = body_of(quotation, document)
        if body is not None:
            word = f"{upper_first(asked_noun(body.canonical))} apa"
            # *Dinas apa yang berharap …* asks for what is hoped.
            found = _best(quotation, body, word, document)
            yield from (voice for voice in found if voice.statement)


def _best(quotation: Quotation, speaker: Entity, word: str, document: Document) -> Iterator[Voice]:
    """Yield the first sentence that needs none before it, else the first."""
    found = [
        voice
        for sentence in document.sentences
        if sentence.start < quotation.end and quotation.start < sentence.end
        for voice in _asked(quotation, sentence, speaker, word, document)
    ]
    yield from sorted(found, key=lambda voice: not voice.alone)[:1]


def _asked(
    quotation: Quotation, sentence: Sentence, speaker: Entity, word: str, document: Document
) -> Iterator[Voice]:
    proofs = _proofs(quotation, sentence, speaker, document)
    at = quotation.speaker_start or 0
    called = document.article.text[at : quotation.speaker_end or 0]
    if quotation.direct:
        for text, inner in quoted(quotation, sentence, document):
            if not _named(speaker, text, document):
                stem = f"{word} yang mengatakan, “{text}”?"
                fit = self_contained(inner)
                yield Voice(stem, f"“{text}”", speaker, sentence, True, fit, called, at, proofs)
        return
    said = reported(quotation, sentence, document)
    if said is not None and not _named(speaker, said[1], document):
        verb, text = said
        plain = verb == STATED and not text[:1].isdigit() and _OWN.isdisjoint(text.lower().split())
        whole = f"{upper_first(text)}." if plain else ""
        stem = f"{word} yang {verb} {text}?"
        yield Voice(stem, whole, speaker, sentence, False, True, called, at, proofs)


def _proofs(
    quotation: Quotation, sentence: Sentence, speaker: Entity, document: Document
) -> tuple[Sentence, ...]:
    """Return the sentences of what was said, of its speaker, and of a name in full if need be."""
    starts = [quotation.speaker_start, speaker.start]
    if quotation.speaker == speaker.canonical:
        del starts[1]
    naming = [s for s in document.sentences for at in starts if at and s.start <= at < s.end]
    if not any(_names(each, speaker, document) for each in (sentence, *naming)):
        # *Ia menambahkan*: the last sentence that tells who is meant.
        before = [s for s in document.sentences if s.end <= sentence.start]
        naming += [s for s in before if _names(s, speaker, document)][-1:]
    both = {each.number: each for each in (sentence, *naming)}
    return tuple(both[number] for number in sorted(both))


def _names(sentence: Sentence, speaker: Entity, document: Document) -> bool:
    return any(e.canonical == speaker.canonical for e in document.entities_in(sentence))


def _named(speaker: Entity, text: str, document: Document) -> bool:
    """Tell whether what is said has a word of the speaker's name or of a short form of it."""
    called = {e.quote for e in document.entities if e.canonical == speaker.canonical}
    own = {word for name in (speaker.canonical, *called) for word in name.split()}
    return bool({word for word in own if word[:1].isupper()} & set(text.split()))
