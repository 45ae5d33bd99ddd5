"""Who is who: the people of a text are matched with their offices and with what else they are.

The learner keeps the actors of a news text apart. Trains *menemukan informasi*. Known limits: only
what the text puts right beside a name, an office (*Wali Kota Bogor*) or what somebody is
(*pedagang bumbu di Pasar Wage*); at least three people, and many news texts name fewer.

Source: *menjodohkan* of AKM; ADiKSiMBa's *siapa*.

>>> from quizgen.exercises.common.example import show
>>> text = (
...     "Gubernur Jawa Barat Ratna Saputra membuka lomba masak di Bogor. "
...     "Wali Kota Bogor Hendra Wulandari mencatat nilai para peserta. "
...     "Ketua PMI Bogor, Tomas Siregar, membagikan air minum."
... )
>>> print(show(EXERCISE, text))
Tokoh dan jabatan atau perannya menurut teks
Ratna Saputra = Gubernur Jawa Barat
Hendra Wulandari = Wali Kota Bogor
Tomas Siregar = Ketua PMI Bogor
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen import records
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.text import base_level, upper_first
from quizgen.exercises.questions.described import described, tells_apart
from quizgen.exercises.questions.offices import HOLDER, fact_about, offices, proof
from quizgen.interfaces import Family
from quizgen.model import Document, Evidence, Item, Matching, Sentence

_FEWEST, _MOST = 3, 5


class WhoIsWho:
    """Makes one matching item a text."""

    name = "who-is-who"
    purpose = "The learner matches the people of a text with their offices or callings."
    responses = ("matching",)
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Jodohkanlah nama dengan jabatan! → Sri Wahyuni = kepala sekolah"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield an item if the text tells of three people or more what they are."""
        known = _told_apart(sorted(_known(document), key=lambda each: each.sentence.number))
        if len(known) >= _FEWEST:
            yield _item(known[:_MOST])


@dataclass(frozen=True, slots=True)
class _Known:
    """A person, what he or she is, and where the text says so."""

    name: str
    what: str
    sentence: Sentence
    evidence: Evidence


def _known(document: Document) -> Iterator[_Known]:
    for _, role in offices(document):
        yield _Known(role.person.canonical, upper_first(role.office), role.sentence, proof(role))
    for one in described(document):
        yield _Known(one.person.canonical, upper_first(one.words), one.sentence, one.proof())


def _told_apart(known: Sequence[_Known]) -> list[_Known]:
    """Return those whose description is nobody else's and hangs on nothing: no *direkturnya*."""
    return [
        one
        for one in known
        if not any(word.endswith("nya") for word in one.what.split())
        and all(other is one or tells_apart(one.what, other.what) for other in known)
    ]


def _item(known: Sequence[_Known]) -> Item:
    said = "; ".join(f"{one.name}: {one.what} {cite(one.sentence.id)}" for one in known)
    item = Item(
        id="",
        type="who-is-who",
        response=Matching(pairs=tuple((one.name, one.what) for one in known)),
        instruction="Jodohkanlah nama di lajur kiri dengan jabatan atau peran di lajur kanan!",
        prompt="Tokoh dan jabatan atau perannya menurut teks",
        evidence=tuple(one.evidence for one in known),
        process="locate",
        level=max(base_level(one.sentence) for one in known),
        points=len(known),
        explanation=f"{said}.",
        facts=(HOLDER, *(fact_about(one.name) for one in known)),
        rank=0.8,
    )
    return records.identify(item)


EXERCISE = WhoIsWho()
