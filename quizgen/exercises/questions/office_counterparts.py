"""Offices like one of the text in other places or for other work: *Bupati Jember* beside Lumajang.

All are of the same rank, so that nobody finds the right one by picking the highest.
"""

from collections.abc import Iterator

from quizgen.exercises.common.tables import lines, pairs
from quizgen.language.places import Place, lookup, places
from quizgen.language.wordlists import is_in

_LONGEST_PLACE = 3


def counterparts(office: str, text: str) -> Iterator[str]:
    """Yield offices of the same rank elsewhere that a text does not speak of.

    >>> list(counterparts("Kepala Dinas Koperasi Jember", ""))[:2]
    ['Kepala Dinas Pendidikan Jember', 'Kepala Dinas Kesehatan Jember']
    >>> next(counterparts("Bupati Lumajang", ""))
    'Bupati Magetan'
    """
    low = text.lower()
    for other, what in (*_elsewhere(office), *_for_other_work(office)):
        if what.lower() not in low:
            yield other


def _elsewhere(office: str) -> Iterator[tuple[str, str]]:
    """Yield the same office in other places of the kind in the same province, and the place."""
    for head, kind in pairs("office_counterparts", "seats"):
        said = f"{head.replace('_', ' ')} "
        if not office.lower().startswith(said):
            continue
        own = lookup(office[len(said) :])
        if own is None or own.within is None or own.name != office[len(said) :]:
            return
        near = [place for place in places().values() if _beside(place, own, kind)]
        after = [place for place in near if place.name > own.name]
        for place in (*after, *(each for each in near if each.name < own.name)):
            yield office[: len(said)] + place.name, place.name
        return


def _beside(place: Place, own: Place, kind: str) -> bool:
    plain = not is_in(place.name.split()[0], "administrative")
    alike = place.kind == kind and place.within == own.within
    return alike and plain and place.name != own.name


def _for_other_work(office: str) -> Iterator[tuple[str, str]]:
    """Yield the same office of other departments, and which: *Kepala Dinas* Sosial *Jember*."""
    words = office.split()
    at = next((i for i, word in enumerate(words[:3]) if is_in(word, "local_departments")), None)
    if at is None or len(words) <= at + 1:
        return
    where = _place(words, at + 2)
    own = {word.lower() for word in words[at + 1 :]}
    for work in lines("office_counterparts", "departments"):
        if own.isdisjoint(word.lower() for word in work):
            yield " ".join([*words[: at + 1], *work, *words[where:]]), " ".join(("dinas", *work))


def _place(words: list[str], start: int) -> int:
    """Return where the place begins that ends an office, its length if none does."""
    for size in range(_LONGEST_PLACE, 0, -1):
        first = len(words) - size
        if first >= start and lookup(" ".join(words[first:])):
            before = words[first - 1].lower()
            return first - (before in {"kota", "kabupaten", "provinsi"})
    last = next((i for i in range(start, len(words)) if is_in(words[i], "administrative")), None)
    return len(words) if last is None else last
