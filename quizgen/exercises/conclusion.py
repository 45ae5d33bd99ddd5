r"""What may be concluded from a text of the corpus.

The learner tells what follows from the text from what is too wide, reversed or beyond it. Trains
*memahami* and *menilai*. Key and wrong conclusions are written by a person. Known limits: texts of
the corpus only.

Source: *menyimpulkan isi teks* of AKM; *simpulan* of UTBK-SNBT.

>>> from quizgen.corpus import load_document
>>> document = load_document("bulan-chandrayaan-3")
>>> item = next(EXERCISE.generate(document, random.Random(1)))
>>> print(item.prompt, *(option.text for option in item.response.options), sep="\n")
Simpulan yang sesuai dengan isi teks tersebut adalah ….
Kegagalan Chandrayaan-2 membantu India menyiapkan Chandrayaan-3.
Kedua wahana India berhasil mendarat dengan selamat di Bulan.
Chandrayaan-2 jatuh karena tempat pendaratannya diperluas.
India akan segera mengirim orang ke kutub selatan Bulan.
"""

import random
from collections.abc import Iterator

from quizgen import records
from quizgen.corpus_teaching import Conclusion, reading_of
from quizgen.exercises.common.annotated import INSTRUCTION, RANK, level_of
from quizgen.exercises.common.cites import cite
from quizgen.interfaces import Family
from quizgen.model import Choice, Document, Evidence, Item, Option


class Conclusions:
    """Makes a choice item from the annotated conclusions of a corpus text."""

    name = "conclusion"
    purpose = "The learner chooses what may be concluded from a text of the corpus."
    responses = ("choice",)
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Simpulan yang sesuai dengan isi teks adalah …. → Jembatan itu berguna bagi warga."
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield the conclusion of an unchanged text of the corpus."""
        reading = reading_of(document)
        if reading and reading.conclusions:
            yield _item(reading.conclusions, document)


def _item(conclusions: tuple[Conclusion, ...], document: Document) -> Item:
    right = next(one for one in conclusions if one.right)
    item = Item(
        id="",
        type="conclusion",
        response=Choice(options=tuple(_option(one, document) for one in conclusions)),
        instruction=INSTRUCTION,
        prompt="Simpulan yang sesuai dengan isi teks tersebut adalah ….",
        evidence=tuple(_proof(id, document) for id in right.sentences),
        process="interpret",
        level=level_of(document),
        facts=("conclusion",),
        rank=RANK,
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


EXERCISE = Conclusions()
