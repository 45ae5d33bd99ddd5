"""Every wording of a short answer that a fair teacher accepts, the fullest first.

With and without preposition, unit, class noun and what only narrows a phrase; figures and number
words; long and short names of bodies; a person with and without the office.

Source: *isian* of AKM counts every answer that says the same; own lists in ``data/wordings.toml``.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from quizgen.exercises.common.names import name_forms
from quizgen.exercises.common.tables import lines, words
from quizgen.exercises.common.text import upper_first
from quizgen.exercises.questions.attributes import spelled_out
from quizgen.exercises.questions.occasion_grammar import exact, said_day, weekday
from quizgen.exercises.questions.questions import Question
from quizgen.exercises.words.number_words import grouped, in_words
from quizgen.language.nouns import is_human
from quizgen.language.numerals import parse_number
from quizgen.language.places import lookup
from quizgen.language.roles import roles
from quizgen.model import Document, Entity

_SPOKEN = 100
"""Numbers below this one may be written either way."""
_LONGEST_OFFICE = 4
_PLACES = frozenset({"place", "goal", "source"})
_THINGS = frozenset({"subject", "object", "agent"})
_FIRM = re.compile(r"^(?:PT|CV) | FC$")
_LISTED = re.compile(r" (?:Tbk\.?|\(Persero\))(?=$| )")
_MONEY = re.compile(r"Rp\s?(\d[\d.]*(?:,\d+)?)(?: (ribu|juta|miliar|triliun))?$")
_SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}
_QUARTER = re.compile(r"\b(I{1,3}|IV) (\d{4})$")
_QUARTERS = {"I": "pertama", "II": "kedua", "III": "ketiga", "IV": "keempat"}
_ZONE = re.compile(r" (?:WIB|WITA|WIT)$", re.IGNORECASE)


def accepted(question: Question, document: Document) -> tuple[str, ...]:
    """Return the answer and its other wordings, each once."""
    entity, slot = question.entity, question.slot
    unit = f" {question.unit}" if question.unit else ""
    found = [upper_first(question.key) + unit, *question.variants]
    if slot in _PLACES:
        found += place_wordings(question.key)
    elif entity is None and slot in _THINGS:
        found += thing_wordings(question.key, document)
    elif entity is not None:
        found += _of_entity(entity, question, document)
    apart = {each.casefold(): each for each in reversed(found)}
    return tuple(dict.fromkeys(apart[each.casefold()] for each in found))


def _of_entity(entity: Entity, question: Question, document: Document) -> Iterable[str]:
    if entity.type == "PER":
        return person_wordings(question.key, document)
    if entity.type == "DATE":
        return day_wordings(entity)
    if entity.type == "TIME":
        return hour_wordings(entity.quote)
    if entity.type in {"ORG", "GPE"}:
        return body_wordings(question.key, question.stem, document)
    whole = () if question.unit else amount_wordings(question.key)
    return (*whole, *amount_wordings(entity.quote, question.unit), entity.quote)


def person_wordings(name: str, document: Document) -> Iterator[str]:
    """Yield a name, its parts that name nobody else, and the name after the person's office."""
    yield from name_forms(name, document)
    for role in roles(document):
        brief = len(role.office.split()) <= _LONGEST_OFFICE
        if role.person.canonical == name and name not in role.office and brief:
            yield f"{upper_first(role.office)} {name}"


def day_wordings(date: Entity) -> tuple[str, ...]:
    """Return the ways to write a time: a day with and without its weekday, a year with *tahun*."""
    if exact(date):
        day, named = said_day(date), weekday(date)
        short = " ".join(day.split()[:2])
        dated = (f"{named}, {day}", day, f"{named}, {short}", short) if named else (day, short)
        return (*dated, date.quote, f"Pada {day}")
    whole = date.canonical
    quarter = _QUARTER.search(whole)
    said = [whole[: quarter.start()] + f"{_QUARTERS[quarter[1]]} {quarter[2]}"] if quarter else []
    if whole.isdigit():
        said += [f"Tahun {whole}", f"Pada tahun {whole}"]
    own = () if _relative(date) else (date.quote,)
    first = whole.split()[0].lower()
    low = f"{first}{whole[len(first) :]}" if first in words("wordings", "stretches") else whole
    return (*said, *own, whole if whole.isdigit() else f"Pada {low}")


def _relative(date: Entity) -> bool:
    """Tell whether a date is none without the day of writing: *hari ini*."""
    return not any(char.isdigit() for char in date.quote)


def hour_wordings(quote: str) -> tuple[str, ...]:
    """Return an hour with and without *pukul* and its zone.

    >>> hour_wordings("pukul 13.00 WIB")
    ('Pukul 13.00 WIB', 'Pukul 13.00', '13.00 WIB', '13.00')
    """
    full = upper_first(quote)
    bare = full.removeprefix("Pukul ")
    return tuple(dict.fromkeys((full, _ZONE.sub("", full), bare, _ZONE.sub("", bare))))


def amount_wordings(quote: str, unit: str = "") -> tuple[str, ...]:
    """Return an amount in figures and in words, with and without its unit.

    >>> amount_wordings("lima", "dokter")
    ('Lima dokter', '5 dokter', 'Lima', '5', 'Lima orang', '5 orang')
    >>> amount_wordings("Rp84 miliar"), amount_wordings("24,7%")
    (('84 miliar rupiah', 'Rp84.000.000.000'), ('24,7 persen',))
    """
    money = _MONEY.match(quote)
    if money:
        return _money(money[1], money[2] or "")
    if quote.endswith("%"):
        return (f"{quote.removesuffix('%').rstrip()} persen",)
    number, rest = _parted(quote)
    forms = _forms(number) if number is not None else ()
    if rest:
        return tuple(upper_first(f"{form} {rest}") for form in forms)
    units = [f" {unit}" if unit else "", "", *([" orang"] if unit and is_human(unit) else [])]
    every = (upper_first(f"{form}{each}") for each in units for form in forms)
    return tuple(dict.fromkeys(every))


def _parted(quote: str) -> tuple[Decimal | None, str]:
    """Return the number that opens an amount and what follows: *tiga* and *jam*."""
    said = quote.split()
    for stop in range(len(said), 0, -1):
        number = parse_number(" ".join(said[:stop]))
        if number is not None:
            return number, " ".join(said[stop:])
    return None, ""


def _forms(number: Decimal) -> tuple[str, ...]:
    if number != int(number):
        return ()
    figures = grouped(int(number))
    return (in_words(int(number)), figures) if number < _SPOKEN else (figures,)


def _money(figures: str, scale: str) -> tuple[str, ...]:
    said = f"{figures} {scale} rupiah" if scale else f"{figures} rupiah"
    if not scale:
        return (said,)
    value = Decimal(figures.replace(".", "").replace(",", ".")) * 10 ** _SCALES[scale]
    return (said, f"Rp{grouped(int(value))}") if value == int(value) else (said,)


def place_wordings(key: str) -> tuple[str, ...]:
    """Return a place with and without its preposition, and its parts: a building is in its town.

    >>> place_wordings("Di Hotel Arum, Kota Bogor")
    ('Di Hotel Arum, Kota Bogor', 'Hotel Arum, Kota Bogor', 'Hotel Arum', 'Kota Bogor', 'Bogor')
    """
    _, _, place = key.partition(" ")
    parts = place.split(", ")
    longer = [", ".join(parts[:count]) for count in range(len(parts), 0, -1)]
    bare = [part.partition(" ")[2] for part in parts if _is_area(part)]
    return tuple(dict.fromkeys((key, *longer, *parts, *bare)))


def _is_area(part: str) -> bool:
    first, _, rest = part.partition(" ")
    return first.lower() in words("wordings", "areas") and rest[:1].isupper()


def body_wordings(name: str, stem: str, document: Document) -> Iterator[str]:
    """Yield what a body is called: by the text, long and short, without what only tells its kind.

    *Kementerian apa …?* is answered by *Pertanian* as well.
    """
    called = [e.quote for e in document.entities if e.canonical == name]
    yield from called
    for each in dict.fromkeys((name, *called)):
        yield from _long_and_short(each, document)
        listed = _LISTED.sub("", each)
        yield from (listed, _FIRM.sub("", listed))
        first, _, rest = each.partition(" ")
        asked = stem.lower().startswith((f"{first.lower()} apa ", f"{first.lower()} mana "))
        area = first.lower() in words("wordings", "areas")
        kind = first.lower() in words("wordings", "kinds") and not lookup(rest)
        if rest and asked and (area or kind):
            yield rest


def _long_and_short(name: str, document: Document) -> Iterator[str]:
    """Yield a name with its long form for its short one, or the other way round."""
    for long, short in _pairs(document):
        for one, other in ((long, short), (short, long)):
            found = re.search(rf"(?<!\w){re.escape(one)}(?!\w)", name, re.IGNORECASE)
            if found:
                yield upper_first(f"{name[: found.start()]}{other}{name[found.end() :]}")


def _pairs(document: Document) -> Iterator[tuple[str, str]]:
    for long, short in lines("wordings", "bodies"):
        yield long.replace("_", " "), short
    for short, full, _, _ in spelled_out(document):
        yield full, short


def thing_wordings(key: str, document: Document) -> Iterator[str]:
    """Yield a noun phrase without what only narrows it: *penjualan tiket (periode 5-9 Juni)*.

    The class noun before a name may be left out as well, *(pendarat) Vikram*, and so may what says
    how many there are or how they come, *(deretan) sepeda mini*, and whose it is, *laba bersih
    (PTBA)*.
    """
    said = key.split()
    after = words("wordings", "after_things")
    stop = next((i for i, word in enumerate(said) if i and word.lower() in after), len(said))
    if stop < len(said) and (stop > 1 or said[stop] == "yang"):
        yield " ".join(said[:stop])
    yield from _without_owner(said)
    yield from _without_front(said)
    for each in (key, *_without_front(said)):
        yield from _long_and_short(each, document)
    yield from _fuller(key, document)


def _without_owner(said: list[str]) -> Iterator[str]:
    own = next((i for i, word in enumerate(said) if i > 1 and word[:1].isupper()), len(said))
    linked = words("wordings", "linking")
    if own < len(said) and said[1].islower() and said[own - 1] not in linked:
        yield " ".join(said[:own])


def _without_front(said: list[str]) -> Iterator[str]:
    """Yield a phrase without what says how many, or what kind of thing or body it is."""
    rest, first = said[1:], said[0].lower()
    roughly = words("wordings", "roughly")
    if first in roughly:
        rest = said[next((i for i, word in enumerate(said) if word.lower() not in roughly), 0) :]
        yield upper_first(" ".join(rest))
    counted = bool(rest) and rest[0][:1].isdigit() and len(rest) > 1
    if counted and first in roughly:
        yield upper_first(" ".join(rest[1:]))
    fronts = words("wordings", "before_things") | {"pihak"}
    named = first in words("wordings", "classes") and _is_name(rest)
    if rest and (first in fronts or named):
        yield upper_first(" ".join(rest))


def _is_name(said: list[str]) -> bool:
    return all(word[:1].isupper() for word in said) and lookup(" ".join(said)) is None


def _fuller(key: str, document: Document) -> Iterator[str]:
    """Yield the full name of a body that the sentence calls by its kind: *pemerintah kabupaten*."""
    if not key.lower().startswith("pemerintah "):
        return
    pattern = rf"\b(?i:{re.escape(key)})((?: [A-Z][a-z]+)+)"
    names = {found[1] for found in re.finditer(pattern, document.article.text)}
    if len(names) == 1:
        full = key.title() + names.pop()
        yield full
        yield from _long_and_short(full, document)
