r"""Why did it happen: causes that a person has found in a text of the corpus.

The learner tells the cause that the text gives from what it also reports or does not say. Trains
*memahami*. Question, key and wrong answers are written by a person with the annotation of cause
and effect; the key says the cause in other words than the text. Known limits: texts of the
corpus only; *mengapa* questions on any other text are made by the type ``detail``.

Source: *hubungan sebab-akibat* of AKM; wrong options by role after OneStopQA (Berzak, Malmaud &
Levy 2020).

>>> from quizgen.corpus import load_document
>>> document = load_document("kereta-cepat-3")
>>> item = next(EXERCISE.generate(document, random.Random(1)))
>>> print(item.prompt, *(option.text for option in item.response.options), sep="\n")
Menurut Luhut Binsar Pandjaitan, mengapa tiket masih gratis sampai pertengahan Oktober?
Karena banyak warga ingin mencoba kereta cepat
Karena jumlah penumpang kereta masih sedikit
Karena tiket untuk lima hari belum habis
Karena Joko Widodo belum meresmikan kereta cepat
"""

import random
from collections.abc import Iterator

from quizgen.corpus_teaching import CausePair, WrongCause, reading_of
from quizgen.exercises._choice import choice_item
from quizgen.exercises._text import cite
from quizgen.interfaces import Family
from quizgen.model import Document, Evidence, Item, Option

_FEWEST = 2
_RANK = 0.9


class Cause:
    """Makes choice items from the annotated causes of a corpus text."""

    name = "cause"
    purpose = "The learner finds the cause that a text of the corpus gives for an event."
    responses = ("choice",)
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Mengapa jalan ditutup? → Karena sungai meluap"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each cause that has a question."""
        reading = reading_of(document)
        for pair in reading.causes if reading else ():
            if pair.question and pair.answer and len(pair.wrong) >= _FEWEST:
                yield _item(pair, pair.question, pair.answer, document)


def _item(pair: CausePair, question: str, answer: str, document: Document) -> Item:
    where = cite(*dict.fromkeys((pair.cause.sentence, pair.effect.sentence)))
    marked = f"ditandai oleh “{pair.marker.lower()}”" if pair.marker else "dinyatakan dalam teks"
    proofs = (pair.cause, *((pair.effect,) if pair.effect != pair.cause else ()))
    return choice_item(
        "cause",
        question,
        key=f"Karena {answer}",
        why=f"Hubungan sebab-akibat itu {marked} {where}.",
        proof=pair.cause,
        wrong=[_wrong(one, pair, document) for one in pair.wrong],
        process="interpret",
        level=max(3, document.article.level or 4),
        rank=_RANK,
        evidence=proofs,
        facts=tuple(dict.fromkeys(proof.sentence for proof in proofs)),
        question_word="mengapa",
    )


def _wrong(one: WrongCause, pair: CausePair, document: Document) -> Option:
    if one.sentence:
        why = f"Hal itu berkaitan dengan bagian lain teks, bukan penyebabnya {cite(one.sentence)}."
        proof = Evidence(one.sentence, document.sentence(one.sentence).text)
        return Option(text=f"Karena {one.text}", role="true-elsewhere", why=why, evidence=proof)
    why = f"Teks tidak menyebutnya sebagai penyebab (bandingkan {cite(pair.cause.sentence)[1:]}."
    return Option(text=f"Karena {one.text}", role="unsupported", why=why)


EXERCISE = Cause()
