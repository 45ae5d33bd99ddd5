"""Who said what: a reported or quoted statement, and the people of the text to choose from.

The learner tells the voices of a news text apart. Trains *memahami*. Known limits: only
quotations whose speaker is sure; a quotation that needs the sentence before it is left out.

Source: sourcing as a skill of critical reading (AKM *mengevaluasi*; Wineburg & McGrew 2019).

>>> from quizgen.exercises._example import show
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
from quizgen.exercises import _distractors as distractors
from quizgen.exercises._choice import choice_item
from quizgen.exercises._options import speakers
from quizgen.exercises._text import base_level, cite, harmful
from quizgen.exercises._voices import agreeing, spoken, voices
from quizgen.interfaces import Family
from quizgen.model import (
    Categorise,
    Document,
    Entity,
    Evidence,
    Item,
    Sentence,
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
        """Yield a table of statements, and one question for every statement by itself."""
        yield from _table(document, rng)
        for stem, speaker, sentence in voices(document):
            yield from _item(stem, sentence, speaker, document)


def _table(document: Document, rng: random.Random) -> Iterator[Item]:
    """Yield a table of three to five statements, at most two of each of two to four speakers."""
    said: dict[str, list[tuple[str, Sentence]]] = {}
    agreed = agreeing(document)
    for text, speaker, sentence in spoken(document):
        if not harmful(sentence) and speaker.canonical not in agreed:
            said.setdefault(speaker.canonical, []).append((text, sentence))
    chosen = dict(list(said.items())[:_VOICES])
    rows = [(text, name, home) for name in chosen for text, home in chosen[name][:_EACH]]
    if len(chosen) < 2 or len(rows) < _FEWEST:
        return
    rows = rows[:_MOST]
    rng.shuffle(rows)
    homes = sorted({home.number: home for _, _, home in rows}.items())
    ids = tuple(home.id for _, home in homes)
    item = Item(
        id="",
        type="who-said",
        response=Categorise(
            categories=tuple(name for name in chosen if any(row[1] == name for row in rows)),
            statements=tuple(_statement(text, name, home) for text, name, home in rows),
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


def _statement(text: str, name: str, home: Sentence) -> Statement:
    why = f"Pernyataan itu disampaikan oleh {name} {cite(home.id)}."
    return Statement(text=text, category=name, why=why, evidence=Evidence(home.id, home.text))


def _item(stem: str, sentence: Sentence, speaker: Entity, document: Document) -> Iterator[Item]:
    wrong = speakers(document, sentence, speaker.canonical, stem)
    if len(wrong) < 2:
        return
    yield choice_item(
        "who-said",
        stem,
        key=speaker.canonical,
        why=f"Pernyataan itu disampaikan oleh {speaker.canonical} {cite(sentence.id)}.",
        proof=Evidence(sentence.id, sentence.text),
        wrong=wrong[: distractors.MOST],
        process="interpret",
        level=base_level(sentence),
        rank=0.75 + min(len(wrong), 3) / 10,
        facts=(sentence.id,),
        question_word="siapa",
    )


EXERCISE = WhoSaid()
