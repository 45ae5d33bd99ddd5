"""Who said what: a reported or quoted statement, and the people of the text to choose from.

The learner tells the voices of a news text apart. Trains *memahami*. Known limits: only
quotations whose speaker is sure; a quotation that needs the sentence before it is left out.

Source: sourcing as a skill of critical reading (AKM *mengevaluasi*; Wineburg & McGrew 2019).

>>> from quizgen.exercises.common.example import show
>>> text = (
...     "Bupati Wirawan Setia mengatakan bahwa pasar baru dapat menampung semua pedagang. "
...     "Peneliti Ratna Kusuma mengatakan bahwa sekolah itu memerlukan perpustakaan. "
...     "Wali Kota Hendra Lesmana mengatakan bahwa koperasi membeli dua perahu."
... )
>>> print(show(EXERCISE, text))
Siapa yang menyatakan bahwa pasar baru dapat menampung semua pedagang?
* Wirawan Setia
- Ratna Kusuma
- Hendra Lesmana
"""

import random
from collections.abc import Iterator

from quizgen import records
from quizgen.exercises.common import distractors
from quizgen.exercises.common.choice import choice_item
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.options import speakers
from quizgen.exercises.common.people import people
from quizgen.exercises.common.text import base_level, harmful
from quizgen.exercises.voices.telltale import gives_away
from quizgen.exercises.voices.voices import Voice, agreeing, voices
from quizgen.exercises.voices.whose_words import whose_words
from quizgen.interfaces import Family
from quizgen.model import (
    FORM,
    Categorise,
    Document,
    Evidence,
    Item,
    Statement,
)

_FEWEST, _MOST = 3, 5
_EACH = 2
_VOICES = 4


class WhoSaid:
    """Makes choice questions on the speaker of a statement."""

    name = "who-said"
    purpose = "The learner tells who said what."
    responses = ("choice", "categorise")
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Siapa yang mengatakan bahwa jalan itu rusak? → Sri Wahyuni"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield a table of statements, choices between them, and questions for one speaker each."""
        yield from _table(document, rng)
        yield from whose_words(_rows(document))
        for voice in voices(document):
            yield from _item(voice, document)


def _table(document: Document, rng: random.Random) -> Iterator[Item]:
    """Yield a table of three to five statements, at most two of each of two to four speakers."""
    rows = _rows(document)
    order = [row.speaker.canonical for row in rows]
    if len(set(order)) < 2 or len(rows) < _FEWEST:
        return
    rows = rows[:_MOST]
    rng.shuffle(rows)
    homes = sorted({row.sentence.number: row.sentence for row in rows}.items())
    ids = tuple(home.id for _, home in homes)
    said_by = {row.speaker.canonical for row in rows}
    item = Item(
        id="",
        type="who-said",
        response=Categorise(
            categories=tuple(name for name in dict.fromkeys(order) if name in said_by),
            statements=tuple(_statement(row) for row in rows),
        ),
        instruction="Tentukan siapa yang menyampaikan setiap pernyataan berikut!",
        prompt="Tentukan siapa yang menyampaikan setiap pernyataan berikut!",
        evidence=tuple(Evidence(home.id, home.text) for _, home in homes),
        process="interpret",
        level=max(base_level(home) for _, home in homes),
        question_word="siapa",
        facts=ids,
        reveals=ids,
        rank=0.9 + len(rows) / 50,
    )
    yield records.identify(item)


def _rows(document: Document) -> list[Voice]:
    """Return what a table may ask for, speaker by speaker."""
    fit = [voice for voice in voices(document) if _is_tellable(voice, document)]
    names = {voice.speaker.canonical for voice in fit}
    said: dict[str, list[Voice]] = {}
    for voice in fit:
        if names.isdisjoint(agreeing(document, voice.sentence.paragraph)):
            said.setdefault(voice.speaker.canonical, []).append(voice)
    return [voice for name in list(said)[:_VOICES] for voice in said[name][:_EACH]]


def _is_tellable(voice: Voice, document: Document) -> bool:
    """Tell whether a statement is one speaker's only, harms nobody and names nobody's office."""
    name = voice.speaker.canonical
    if not voice.statement or harmful(voice.sentence):
        return False
    agrees = name in agreeing(document, voice.sentence.paragraph)
    return not agrees and not gives_away(voice.statement, name, people(document), document)


def _statement(voice: Voice) -> Statement:
    home = voice.sentence
    return Statement(
        text=voice.statement,
        category=voice.speaker.canonical,
        why=_why(voice),
        evidence=Evidence(home.id, home.text),
    )


def _why(voice: Voice) -> str:
    where = cite(*(sentence.id for sentence in voice.proofs))
    return f"Pernyataan itu disampaikan oleh {voice.speaker.canonical} {where}."


def _item(voice: Voice, document: Document) -> Iterator[Item]:
    name, sentence = voice.speaker.canonical, voice.sentence
    wrong = speakers(document, sentence, name, voice.stem)
    offered = [option.text for option in wrong]
    if len(wrong) < 2 or gives_away(voice.stem, name, offered, document):
        return
    yield choice_item(
        "who-said",
        voice.stem,
        key=name,
        why=_why(voice),
        proof=Evidence(sentence.id, sentence.text),
        wrong=wrong[: distractors.MOST],
        process="interpret",
        level=base_level(sentence),
        rank=0.75 + min(len(wrong), 3) / 10,
        # A sheet asks for a speaker seldom, or every answer would be the same name.
        facts=(sentence.id, f"{FORM}speaker:{name}"),
        question_word="siapa",
    )


EXERCISE = WhoSaid()
