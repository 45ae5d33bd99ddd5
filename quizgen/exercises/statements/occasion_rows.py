"""Statements on when and where somebody of the text spoke, and false ones.

A speaker has one occasion or none (see ``occasions``), so that another day or place is false.
"""

from collections.abc import Iterator

from quizgen.exercises.common import distractors
from quizgen.exercises.questions.occasion_grammar import exact, said_day
from quizgen.exercises.questions.occasions import Occasion, occasions
from quizgen.exercises.statements.alterations import Altered, far
from quizgen.exercises.statements.rows import Row
from quizgen.model import Document, Evidence

_LED = {"event": "dalam", "press": "dalam", "written": "melalui", "hearers": "kepada"}
_SELF = ("keterangan", "pernyataan")
_AFTER = ("usai", "seusai", "setelah", "sesudah", "selepas", "sebelum")
_NO_PLACE = frozenset({"written", "reached"})


def occasion_rows(document: Document) -> Iterator[Row]:
    """Yield *Keterangan X disampaikan di Y pada Z* for each speaker who has one occasion."""
    for occasion in occasions(document):
        if occasion.date is None or not exact(occasion.date):
            continue
        front, day = _front(occasion), said_day(occasion.date)
        if front is None:
            continue
        yield Row(
            kind="occasion",
            text=f"{front} pada {day}.",
            homes=(occasion.sentence,),
            proof=Evidence(occasion.sentence.id, occasion.quote),
            facts=(f"occasion:{occasion.speaker}", f"occasion-day:{day}"),
            false=_other_place(occasion, front, day, document)
            or _other_day(occasion, front, day, document),
        )


def _front(occasion: Occasion) -> str | None:
    """Return what stands before the day, None where the occasion has no plain name."""
    said, setting = f"Keterangan {occasion.speaker} disampaikan", occasion.setting
    place = "" if occasion.kind in _NO_PLACE or not occasion.place else f" di {occasion.place}"
    if occasion.kind == "beside":
        return f"{said} {setting}" if setting.startswith(_AFTER) else f"{said}"
    if not setting or setting.startswith(_SELF):
        return f"{said}{place}"
    led = _LED.get(occasion.kind)
    return f"{said} {led} {setting}{place}" if led else None


def _other_place(occasion: Occasion, front: str, day: str, document: Document) -> Altered | None:
    place = occasion.place
    if not place or front.count(place) != 1:
        return None
    last = place.rpartition(", ")[2]
    alike = distractors.places(document, occasion.sentence, last, front) if last == place else []
    now = next(iter(alike), None)
    if now is None:
        return None
    text = f"{front.replace(place, now)} pada {day}."
    return Altered(text=text, kind="place", was=place, now=now)


def _other_day(occasion: Occasion, front: str, day: str, document: Document) -> Altered | None:
    date = occasion.date
    if date is None or date.value is None:
        return None
    for value, _ in distractors.dates(document, date):
        other = distractors.spoken(value)
        if far(value, date.value) and other not in occasion.sentence.text:
            return Altered(text=f"{front} pada {other}.", kind="time", was=day, now=other)
    return None
