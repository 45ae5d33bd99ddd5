r"""Put events in the order of time: only events whose times differ strictly.

The learner works out when each event happened and numbers them. Trains *memahami*. In a text of
the corpus a person has written the events and their order; in any other text an event is a clause
with a date of its own, and at least four of them must have dates that cannot overlap. The date is
not printed, and an item whose events stand in the text in that same order ranks low. Known
limits: news seldom tells four dated events, so most other texts give none.

Source: *urutan peristiwa* in Indonesian school exams; *memahami* of AKM.

>>> from quizgen.corpus import load_document
>>> document = load_document("sumbu-filosofi-4")
>>> item = next(EXERCISE.generate(document, random.Random(1)))
>>> print(item.prompt, *(option.text for option in item.response.options), sep="\n")
Urutkan peristiwa berikut berdasarkan waktu terjadinya!
UNESCO mengakui Candi Borobudur dan Candi Prambanan sebagai warisan dunia.
UNESCO mengakui Situs Sangiran sebagai warisan dunia.
Pengusulan Sumbu Filosofi dimulai.
Penilai dari UNESCO memeriksa kawasan Sumbu Filosofi selama tiga hari.
Komite Warisan Dunia UNESCO menetapkan Sumbu Filosofi Yogyakarta sebagai warisan dunia.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import combinations

from quizgen import records
from quizgen.exercises.common.cites import cite
from quizgen.exercises.statements.events import Dated, annotated_events, told_events
from quizgen.interfaces import Family
from quizgen.model import Document, Item, Option, Ordering

_FEWEST, _MOST = 4, 5
_PROMPT = "Urutkan peristiwa berikut berdasarkan waktu terjadinya!"
_INSTRUCTION = "Tuliskan nomor urut peristiwa dari yang paling awal!"
_WEAK, _STRONG = 0.3, 0.6


class EventSequence:
    """Makes ordering items from dated events."""

    name = "sequence"
    purpose = "The learner puts events of the text in the order in which they happened."
    responses = ("ordering",)
    family: Family = "comprehension"
    levels = (3, 7)
    example = "Jembatan diresmikan. / Sungai meluap. / Warga mengungsi. → 3, 1, 2"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield one item with the four or five events that the text shuffles most."""
        events = annotated_events(document) or told_events(document)
        chosen = _shuffled_most(events)
        if chosen:
            yield _item(chosen, document)


def _shuffled_most(events: Sequence[Dated]) -> tuple[Dated, ...]:
    """Return the events, in order of time, whose order in the text differs most from it."""
    runs = [
        run for size in (_MOST, _FEWEST) for run in combinations(events, size) if _quotes_apart(run)
    ]
    return max(runs, key=_worth, default=())


def _worth(run: Sequence[Dated]) -> tuple[bool, int, float]:
    """Rank events: all dated before some placed by a person, more before fewer, then order."""
    return all(event.when for event in run), len(run), _inversions(run)


def _quotes_apart(run: Sequence[Dated]) -> bool:
    return len({event.evidence for event in run}) == len(run)


def _inversions(run: Sequence[Dated]) -> float:
    """Return the share of pairs that stand in the text the other way round."""
    places = [event.place for event in run]
    pairs = list(combinations(places, 2))
    return sum(one > other for one, other in pairs) / len(pairs)


def _item(run: Sequence[Dated], document: Document) -> Item:
    options = tuple(
        Option(text=event.text, correct=True, why=_why(event), evidence=event.evidence)
        for event in run
    )
    order = " – ".join(_why(event).rstrip(".") for event in run)
    shuffled = _inversions(run)
    item = Item(
        id="",
        type="sequence",
        response=Ordering(options=options),
        instruction=_INSTRUCTION,
        prompt=_PROMPT,
        evidence=tuple(event.evidence for event in run),
        process="interpret",
        level=max(3, document.article.level or 4),
        explanation=f"Urutan waktunya: {order}.",
        facts=("sequence", *(event.evidence.sentence for event in run)),
        rank=_STRONG + shuffled / 4 if shuffled else _WEAK,
    )
    return records.identify(item)


def _why(event: Dated) -> str:
    when = event.when or "lebih awal daripada peristiwa berikutnya"
    return f"{when} {cite(event.evidence.sentence)}."


EXERCISE = EventSequence()
