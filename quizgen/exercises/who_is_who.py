"""Who is who: the people of a text are matched with their offices.

The learner keeps the actors of a news text apart. Trains *menemukan informasi*. Known limits: only
offices that the text puts right beside a name; at least three of them.

Source: *menjodohkan* of AKM; ADiKSiMBa's *siapa*.

>>> from quizgen.exercises._example import show
>>> text = (
...     "Gubernur Jawa Barat Ratna Saputra membuka lomba masak di Bogor. "
...     "Wali Kota Bogor Hendra Wulandari mencatat nilai para peserta. "
...     "Ketua PMI Bogor, Tomas Siregar, membagikan air minum."
... )
>>> print(show(EXERCISE, text))
Tokoh dan jabatannya menurut teks
Ratna Saputra = Gubernur Jawa Barat
Hendra Wulandari = Wali Kota Bogor
Tomas Siregar = Ketua PMI Bogor
"""

import random
from collections.abc import Iterator

from quizgen import records
from quizgen.exercises._offices import FACT, offices, proof
from quizgen.exercises._text import base_level, cite, upper_first
from quizgen.interfaces import Family
from quizgen.language.roles import Role
from quizgen.model import Document, Item, Matching

_FEWEST, _MOST = 3, 5


class WhoIsWho:
    """Makes one matching item a text."""

    name = "who-is-who"
    purpose = "The learner matches the people of a text with their offices."
    responses = ("matching",)
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Jodohkanlah nama dengan jabatan! → Sri Wahyuni = kepala sekolah"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield an item if the text names the offices of three people or more."""
        held = [role for _, role in offices(document)][:_MOST]
        if len(held) >= _FEWEST:
            yield _item(held)


def _item(held: list[Role]) -> Item:
    said = "; ".join(
        f"{role.person.canonical}: {role.office} {cite(role.sentence.id)}" for role in held
    )
    item = Item(
        id="",
        type="who-is-who",
        response=Matching(
            pairs=tuple((role.person.canonical, upper_first(role.office)) for role in held)
        ),
        instruction="Jodohkanlah nama di lajur kiri dengan jabatan di lajur kanan!",
        prompt="Tokoh dan jabatannya menurut teks",
        evidence=tuple(proof(role) for role in held),
        process="locate",
        level=max(base_level(role.sentence) for role in held),
        points=len(held),
        explanation=f"{said}.",
        facts=(FACT,),
        rank=0.8,
    )
    return records.identify(item)


EXERCISE = WhoIsWho()
