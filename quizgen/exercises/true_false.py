"""True or false: statements of the text, some with one typed alteration.

The learner checks each statement against the text. Trains *menemukan informasi*. A false one
differs in exactly one number, time, place, office, speaker or actor, or denies what is done. Stated
are sentences that name what they speak of (``sentence_rows``), who holds which office, who said
something, when and where somebody spoke, what people of the text are. Known limits: sentences keep
the wording of the text or only its other voice; nobody else is put into crime or disaster.

Source: the Benar/Salah table of AKM, all or nothing (Pusmendik); contradiction by antonymy and
negation (de Marneffe, Rafferty & Manning 2008).

>>> from quizgen.exercises.common.example import show
>>> paragraphs = (
...     "Panitia Festival Bahari menjual 1.500 tiket dalam seminggu.",
...     "Museum Kapal menyimpan perahu kayu dari Bulukumba.",
...     "Gubernur Wirawan Setia membuka Museum Kapal di Makassar pada 12 Mei 2024.",
... )
>>> print(show(EXERCISE, *paragraphs))
Tentukan Benar atau Salah untuk setiap pernyataan berikut!
- Panitia Festival Bahari menjual 1.500 tiket dalam seminggu. = Benar
- Gubernur Wirawan Setia membuka Museum Kapal di Palopo pada 12 Mei 2024. = Salah
- Perahu kayu dari Bulukumba disimpan oleh Museum Kapal. = Benar
"""

import random
from collections.abc import Iterator

from quizgen.exercises.statements.judging import Judging, tables
from quizgen.interfaces import Family
from quizgen.model import Document, Item

_JUDGING = Judging(
    type="true-false",
    stated="Benar",
    altered="Salah",
    instruction="Tentukan Benar atau Salah untuk setiap pernyataan berikut!",
    reason="Pernyataan ini sesuai dengan isi teks",
    rank=0.7,
)


class TrueFalse:
    """Makes tables of three or four statements to be judged."""

    name = "true-false"
    purpose = "The learner judges statements, some of them altered in one number, date or name."
    responses = ("categorise",)
    family: Family = "comprehension"
    levels = (2, 7)
    example = "Jembatan itu selesai pada tahun 2023. → Salah (2024)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield tables of statements of the text, some altered."""
        yield from tables(_JUDGING, document, rng)


EXERCISE = TrueFalse()
