"""What happened when: a table for the learner who has read the text."""

from collections.abc import Iterator
from typing import NamedTuple

from quizgen.corpus_teaching import reading_of
from quizgen.formats._inline import clean
from quizgen.language.periods import bounds, say_date
from quizgen.model import Sentence, Worksheet

FEWEST = 3
"""With fewer events, or fewer dates of sentences, there is no line to draw."""
_LONGEST = 24
"""Words of a sentence that are shown."""


class Happening(NamedTuple):
    """A dated event; ``date`` is a date value as annotated."""

    date: str
    what: str
    sentence: Sentence


def timeline(worksheet: Worksheet) -> list[tuple[str, str, int]]:
    """Return (when, what, sentence number) in the order of time, empty if the dates are few.

    A corpus text has events that a person has worded; of any other text those sentences are cited
    that name one date.
    """
    printed = {number for number, _, _ in worksheet.blocks()}
    told = [one for one in _annotated(worksheet) if one.sentence.paragraph in printed]
    if len(told) < FEWEST:
        cited = (one for one in _dated(worksheet) if one.sentence.paragraph in printed)
        told = sorted(cited, key=lambda one: (bounds(one.date), one.sentence.number))
        if len({one.date for one in told}) < FEWEST:
            return []
    return [(say_date(one.date) or one.date, one.what, one.sentence.number) for one in told]


def _annotated(worksheet: Worksheet) -> Iterator[Happening]:
    reading = reading_of(worksheet.document)
    for event in reading.events if reading else ():
        if event.date:
            sentence = worksheet.document.sentence(event.evidence.sentence)
            yield Happening(event.date, event.event, sentence)


def _dated(worksheet: Worksheet) -> Iterator[Happening]:
    """Yield the sentences with just one date: of two, none can say which belongs to what."""
    document = worksheet.document
    for sentence in document.sentences:
        dates = [one.value for one in document.entities_in(sentence) if one.type == "DATE"]
        if len(dates) == 1 and dates[0] and bounds(dates[0]):
            yield Happening(dates[0], _shortened(sentence.text), sentence)


def _shortened(text: str) -> str:
    words = clean(text).split()
    return " ".join(words[:_LONGEST]) + (" …" if len(words) > _LONGEST else "")
