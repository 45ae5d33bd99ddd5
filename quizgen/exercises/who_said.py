"""Who said what: a reported or quoted statement, and the people of the text to choose from.

The learner tells the voices of a news text apart. Trains *memahami*. Known limits: only
quotations whose speaker is sure; a quotation that needs the sentence before it is left out.

Source: sourcing as a skill of critical reading (AKM *mengevaluasi*; Wineburg & McGrew 2019).
"""

import random
from collections.abc import Iterator

from quizgen import records
from quizgen.exercises import _distractors as distractors
from quizgen.exercises._options import speakers
from quizgen.exercises._text import base_level, cite
from quizgen.exercises._voices import voices
from quizgen.model import Choice, Document, Entity, Evidence, Item, Option, Sentence


class WhoSaid:
    """Makes choice questions on the speaker of a statement."""

    name = "who-said"
    purpose = "The learner tells who said what."
    responses = ("choice",)
    levels = (3, 7)
    example = "Siapa yang mengatakan bahwa jalan itu rusak? → Sri Wahyuni"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for every statement with a sure speaker and other voices beside it."""
        for stem, speaker, sentence in voices(document):
            yield from _item(stem, sentence, speaker, document)


def _item(stem: str, sentence: Sentence, speaker: Entity, document: Document) -> Iterator[Item]:
    wrong = speakers(document, sentence, speaker.canonical, stem)
    if len(wrong) < 2:
        return
    proof = Evidence(sentence.id, sentence.text)
    why = f"Pernyataan itu disampaikan oleh {speaker.canonical} {cite(sentence.id)}."
    right = Option(text=speaker.canonical, correct=True, role="key", why=why, evidence=proof)
    item = Item(
        id="",
        type="who-said",
        response=Choice(options=(right, *wrong[: distractors.MOST])),
        instruction="Pilihlah jawaban yang paling tepat!",
        prompt=stem,
        evidence=(proof,),
        process="interpret",
        level=base_level(sentence),
        question_word="siapa",
        facts=(sentence.id,),
        rank=0.75 + min(len(wrong), 3) / 10,
    )
    yield records.identify(item)


EXERCISE = WhoSaid()
