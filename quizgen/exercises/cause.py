r"""Why did it happen, and what for: causes and purposes that the text names as such.

The learner tells the cause that the text gives from what it also reports or does not say, or
writes down cause or purpose. Trains *memahami*. In a text of the corpus question, key and wrong
answers are written by a person with the annotation of cause and effect; the key says the cause in
other words than the text. In any other sentence a word must mark it: *karena, lantaran, akibat*, or
*untuk, guna, demi, agar, supaya*. Known limits: a cause that only the reader infers is not asked,
and most sentences of news with *karena* lean on the one before and give nothing.

Source: *hubungan sebab-akibat* of AKM; wrong options by role after OneStopQA (Berzak, Malmaud &
Levy 2020).

>>> from quizgen.exercises.common.example import show
>>> print(show(EXERCISE, "Laga di Kudus ditunda dua jam karena lapangan tergenang air."))
Mengapa laga di Kudus ditunda dua jam?
= Karena lapangan tergenang air / Lapangan tergenang air

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
from quizgen.exercises.common.choice import choice_item
from quizgen.exercises.common.cites import cite
from quizgen.exercises.questions.causal_items import causal_items
from quizgen.interfaces import Family
from quizgen.model import Document, Evidence, Item, Option

_FEWEST = 2
_RANK = 0.9


class Cause:
    """Makes choice items from the annotated causes of a corpus text, others from its words."""

    name = "cause"
    purpose = "The learner finds the cause or the purpose that the text gives for an event."
    responses = ("choice", "short-answer")
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Mengapa jalan ditutup? → Karena sungai meluap"
    default = True
    proven = False

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item for each cause that has a question, then those that the text marks."""
        reading = reading_of(document)
        pairs = reading.causes if reading else ()
        for pair in pairs:
            if pair.question and pair.answer and len(pair.wrong) >= _FEWEST:
                yield _item(pair, pair.question, pair.answer, document)
        judged = {part.sentence for pair in pairs for part in (pair.cause, pair.effect)}
        yield from causal_items(document, without=judged)


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
