r"""Questions that a person wrote for a text of the corpus, and what may be concluded from it.

The learner finds, combines and concludes. Trains all of *menemukan*, *memahami* and *menilai*.
Known limits: texts of the corpus only; another text gives none.

Source: the questions of ``corpus/<topic>/questions.yaml``, in the manner of OneStopQA (Berzak,
Malmaud & Levy 2020); *menyimpulkan isi teks* of AKM.

>>> from quizgen.corpus import load_document
>>> document = load_document("suhu-2024-3")
>>> item = next(EXERCISE.generate(document, random.Random(1)))
>>> print(item.prompt, *(option.text for option in item.response.options), sep="\n")
Atas dasar apa WMO menyimpulkan bahwa 2024 adalah tahun terpanas?
Enam kumpulan data internasional
Enam stasiun cuaca internasional
Data stasiun cuaca di Indonesia
Laporan dari enam universitas
"""

import random
from collections.abc import Iterator

from quizgen import records
from quizgen.corpus import article_ids, load_article
from quizgen.corpus_teaching import TYPE, Conclusion, load_questions, load_reading
from quizgen.exercises._text import cite
from quizgen.interfaces import Family
from quizgen.model import Choice, Document, Evidence, Item, Option

_RANK = 1.9


class Written:
    """Offers the questions of the corpus."""

    name = TYPE
    purpose = "The learner answers questions that a person wrote for a text of the corpus."
    responses = ("choice",)
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Simpulan yang sesuai dengan isi teks adalah …. → pilihan yang ditulis untuk teks itu"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield the written questions and the conclusion of an unchanged text of the corpus."""
        id = document.article.id
        if id not in article_ids() or load_article(id).paragraphs != document.article.paragraphs:
            return
        yield from load_questions(id, document.sentences)
        reading = load_reading(id, document.sentences)
        if reading and reading.conclusions:
            yield _conclusion(reading.conclusions, document)


def _conclusion(conclusions: tuple[Conclusion, ...], document: Document) -> Item:
    right = next(one for one in conclusions if one.right)
    proofs = tuple(_proof(id, document) for id in right.sentences)
    item = Item(
        id="",
        type=TYPE,
        response=Choice(options=tuple(_option(one, document) for one in conclusions)),
        instruction="Pilihlah jawaban yang paling tepat!",
        prompt="Simpulan yang sesuai dengan isi teks tersebut adalah ….",
        evidence=proofs,
        process="interpret",
        level=document.article.level or 4,
        facts=("conclusion",),
        rank=_RANK,
    )
    return records.identify(item)


def _proof(id: str, document: Document) -> Evidence:
    return Evidence(id, document.sentence(id).text)


def _option(one: Conclusion, document: Document) -> Option:
    why = f"{one.why.rstrip('.')} {cite(*one.sentences)}." if one.sentences else one.why
    return Option(
        text=one.text,
        correct=one.right,
        why=why,
        evidence=_proof(one.sentences[0], document) if one.sentences else None,
        role="key" if one.right else "unsupported",
    )


EXERCISE = Written()
