"""Statements on who said something, and false ones with another speaker of the text.

An altered attribution is a definite event, *Pernyataan bahwa … disampaikan oleh Hamidah*, so that
nobody can hold that she may have said so as well.
"""

import re
from collections.abc import Iterator

from quizgen.exercises.common.cites import whole
from quizgen.exercises.common.gender import could_be
from quizgen.exercises.common.people import people
from quizgen.exercises.common.text import harmful
from quizgen.exercises.statements.alterations import Altered
from quizgen.exercises.statements.rows import Row
from quizgen.exercises.voices.telltale import gives_away
from quizgen.exercises.voices.voices import Voice, agreeing, shared, voices
from quizgen.model import Document

_LONGEST_SAID = 22


def speaker_rows(document: Document) -> Iterator[Row]:
    """Yield *Pernyataan bahwa … disampaikan oleh X* where somebody else speaks too."""
    for voice in voices(document):
        name = voice.speaker.canonical
        agreed = agreeing(document, voice.sentence.paragraph)
        fit = voice.statement and voice.alone and name not in agreed
        if not fit or shared(voice, document) or harmful(voice.sentence):
            continue
        others = _other_speakers(voice, document)
        told = _told(voice)
        wide = len(voice.statement.split()) > _LONGEST_SAID
        if not others or wide or gives_away(told, name, people(document), document):
            continue
        yield Row(
            kind="speaker",
            text=f"{told} disampaikan oleh {name}.",
            homes=voice.proofs,
            facts=(voice.sentence.id,),
            proof=whole(voice.sentence),
            false=Altered(
                text=f"{told} disampaikan oleh {others[0]}.", kind="attribution",
                was=name, now=others[0],
            ),
        )  # fmt: skip


def _told(voice: Voice) -> str:
    if voice.direct:
        return f"Ucapan {voice.statement}"
    said = voice.stem.partition(" bahwa ")[2].rstrip("?")
    return f"Pernyataan bahwa {said}"


def _other_speakers(voice: Voice, document: Document) -> list[str]:
    """Return the sure people who speak elsewhere in the text, none who agree with anybody."""
    name = voice.speaker.canonical
    agreed = agreeing(document, voice.sentence.paragraph)
    near = {quotation.speaker for quotation in document.quotations
            if quotation.sentence == voice.sentence.id}  # fmt: skip
    found = dict.fromkeys(each.speaker.canonical for each in voices(document))
    # Nobody says *Rafli bisa main di bek tengah* of himself.
    taken = {*name.split(), *re.findall(r"\w+", voice.stem)}
    return [
        other
        for other in found
        if other in people(document)
        and other not in agreed | near
        and not taken & set(other.split())
        and could_be(other, name, voice.stem, document)
    ]
