"""Essays on any news text: a summary in one's own words, and a judgement with proof from the text.

The learner retells the text, or weighs what matters in it. Trains *memahami* and *mengevaluasi dan
merefleksi*. Known limits: the tasks fit every text, so the rubric names elements of news and not
this text's own points; a teacher scores the answer.

Source: *uraian* with a scoring rubric (AKM, Pusmendik); the elements of news (5W+1H) as Indonesian
schools teach them (*ADiKSiMBa*).

>>> from quizgen.exercises.common.example import show
>>> six = ("Pasar desa dibuka.", "Warga datang.", "Harga beras turun.", "Pedagang senang.",
...     "Jalan ramai.", "Pasar tutup pada sore hari.")
>>> print(show(EXERCISE, *six).splitlines()[0])
Ringkaslah isi teks dalam tiga sampai lima kalimat dengan kata-kata sendiri!
"""

import random
from collections.abc import Iterator

from quizgen import records
from quizgen.exercises.common.cites import whole
from quizgen.interfaces import Family
from quizgen.model import Document, FreeText, Item, Process, RubricRow

_FEWEST_SENTENCES = 6
_FACT = "essay"
"""What both tasks share, so that a sheet has one of them."""

_SUMMARY = (
    RubricRow(points=4, criterion="Ringkasan memuat gagasan pokok teks dan keterangan terpenting "
              "yang mendukungnya, misalnya pelaku, waktu, dan tempat."),
    RubricRow(points=2, criterion="Ringkasan menyebut sebab, tujuan, atau akibat yang dinyatakan "
              "dalam teks dan tidak menambahkan informasi dari luar teks."),
    RubricRow(points=2, criterion="Kalimat-kalimatnya padu, berurutan, dan ditulis dengan "
              "kata-kata sendiri."),
    RubricRow(points=2, criterion="Ejaan, tanda baca, dan pilihan katanya baku."),
)  # fmt: skip
_JUDGEMENT = (
    RubricRow(points=2, criterion="Jawaban menyebut satu informasi yang memang ada dalam teks."),
    RubricRow(points=3, criterion="Alasan yang diberikan masuk akal dan berkaitan dengan isi "
              "teks."),
    RubricRow(points=3, criterion="Jawaban menunjukkan sedikitnya dua bukti yang tepat dari "
              "teks."),
    RubricRow(points=2, criterion="Ejaan, tanda baca, dan pilihan katanya baku."),
)  # fmt: skip
_TASKS: tuple[tuple[str, tuple[RubricRow, ...], Process, int], ...] = (
    ("Ringkaslah isi teks dalam tiga sampai lima kalimat dengan kata-kata sendiri!",
     _SUMMARY, "interpret", 4),
    ("Menurut Anda, informasi apa yang paling penting dalam teks? Jelaskan alasan Anda dan "
     "tunjukkan sedikitnya dua bukti dari teks!", _JUDGEMENT, "evaluate", 5),
)  # fmt: skip


class Essay:
    """Makes two essay tasks with their rubrics."""

    name = "essay"
    purpose = "The learner sums the text up or judges what matters in it, in a few sentences."
    responses = ("free-text",)
    family: Family = "comprehension"
    levels = (4, 7)
    example = "Ringkaslah isi teks dalam tiga sampai lima kalimat! → rubrik dengan 10 poin"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield both tasks for a text that is long enough to be summed up."""
        if len(document.sentences) < _FEWEST_SENTENCES:
            return
        for place, (prompt, rubric, process, level) in enumerate(_TASKS):
            item = Item(
                id="",
                type="essay",
                response=FreeText(rubric=rubric),
                instruction="Kerjakanlah tugas menulis berikut dengan jelas!",
                prompt=prompt,
                evidence=tuple(whole(sentence) for sentence in document.sentences[:3]),
                process=process,
                level=level,
                points=sum(row.points for row in rubric),
                facts=(_FACT,),
                rank=0.5 - place / 10,
            )
            yield records.identify(item)


EXERCISE = Essay()
