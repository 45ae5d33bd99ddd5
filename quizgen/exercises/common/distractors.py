"""Wrong options by slot: persons and places of the text first, then typed pools and shifted values.

Each carries its role (STARC: Berzak, Malmaud & Levy 2020) and its reason, in Indonesian.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.figures import numbers
from quizgen.exercises.common.gender import could_be
from quizgen.exercises.common.names import holds_place, names, sentence_of
from quizgen.exercises.common.people import people
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.when import others, plausible
from quizgen.language.periods import say_date
from quizgen.language.places import lookup, overlaps, peers
from quizgen.language.wordlists import is_in
from quizgen.model import Document, Entity, Evidence, Option, Sentence

_THOUSAND = 1000
_WHOLE = 100
"""A share of something is at most so many per cent."""
MOST = 4
"""Wrong options to offer; a profile takes the first ones."""
_TELLING = 4
_SIGNS = ".,?!:;()“”\"'"


def persons(
    document: Document,
    sentence: Sentence,
    key: str,
    stem: str,
    known: Mapping[str, Sequence[Entity]] | None = None,
) -> list[Option]:
    """Return other people of the text as options, those of this sentence first.

    A person whose name shares a word with the key or stands in the stem is left out. ``known`` are
    the people to choose from, if not all that the text shows to be such.
    """
    names_there = (word.strip(_SIGNS) for word in stem.split())
    said = [*key.split(), *(word for word in names_there if word[:1].isupper())]
    taken = {word.lower() for word in said}
    options = []
    for name, mentions in (people(document) if known is None else known).items():
        own = {word.lower() for word in name.split()}
        home = _home(mentions, document, sentence)
        bare = (" " not in name and " " in key) or not a_person(name, mentions, document)
        if own & taken or alias_like(own, taken) or home is None or len(name) < 4 or bare:
            continue
        if not could_be(name, key, stem, document) or holds_place(name, document):
            continue
        near = home.id == sentence.id
        what = "juga disebut" if near else "disebut dalam hal lain"
        why = f"{name} {what} {cite(home.id)}, tetapi bukan orang yang dimaksud pertanyaan."
        role = "misreading" if near else "true-elsewhere"
        options.append(_option(name, role, why, home, mentions[0].quote))
        taken |= own
    return options[:MOST]


def a_person(name: str, mentions: Sequence[Entity], document: Document) -> bool:
    """Tell whether a name can be a person's: no list of words, and no body's noun before it."""
    if "," in name or is_in(name.split()[0], "organisations"):
        return False
    if set(name.lower().split()) & words("mains", "no_person"):
        return False
    text = document.article.text
    bodies = words("mains", "body_before")
    before = (_before_titles(text[: mention.start]) for mention in mentions)
    return not any(is_in(word, "organisations") or word.lower() in bodies for word in before)


def _before_titles(text: str) -> str:
    """Return the last word of a text that is no title: *RSUD* of *RSUD dr. H.*."""
    titles = words("mains", "short_titles")
    ahead = [word.strip("().,") for word in text.rsplit("\n", 1)[-1].split()[-5:]]
    if [word.lower() for word in ahead[-2:]] == ["sekretaris", "daerah"]:
        return ahead[-2]
    return next((word for word in reversed(ahead) if word.lower() not in titles), "")


def alias_like(words: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether a word holds another at its end or start: *Kirno* may be *Sukirno*."""
    known = [other.lower() for other in others]
    pairs = [(one.lower(), other) for one in words for other in known]
    return any(
        min(len(one), len(other)) >= _TELLING
        and one != other
        and (one.startswith(other) or one.endswith(other) or other.endswith(one))
        for one, other in pairs
    )


def _home(mentions: Sequence[Entity], document: Document, own: Sentence) -> Sentence | None:
    """Return the sentence to cite for a name: another one than ``own`` if there is any."""
    homes = [home for mention in mentions if (home := sentence_of(mention, document))]
    return next((home for home in homes if home.id != own.id), homes[0] if homes else None)


def _option(text: str, role: str, why: str, home: Sentence | None, quote: str) -> Option:
    held = home is not None and quote in home.text
    evidence = Evidence(home.id, quote) if held and home else None
    return Option(text=text, role=role, why=why, evidence=evidence)


_HOME = "Indonesia"
"""No wrong option beside other countries: readers know where their news is from."""


def places(document: Document, sentence: Sentence, key: str, stem: str) -> list[str]:
    """Return places of the key's kind that are surely apart from it: the text's, then peers.

    A place that this sentence or the stem names is left out, and so is one that holds or is held
    by another option.
    """
    place = lookup(key)
    if place is None:
        return []
    mentioned = [
        name
        for name in names(document.entities, "GPE", "LOC")
        if (known := lookup(name)) and known.kind == place.kind
    ]
    chosen: list[str] = []
    for name in (*mentioned, *(peer.name for peer in peers(place)[:12])):
        if name == _HOME:
            continue
        apart = all(overlaps(name, other) is False for other in (key, *chosen))
        if apart and name not in sentence.text and name not in stem and not _akin(name, key):
            chosen.append(name)
    return chosen[:MOST]


def _akin(one: str, other: str) -> bool:
    return bool(set(one.split()) & set(other.split()))


def dates(document: Document, key: Entity) -> Iterator[tuple[str, Entity | None]]:
    """Yield (ISO value, entity if the text has it): plausible dates as exact as the key.

    Those of the text come first.
    """
    assert key.value is not None
    sentence = sentence_of(key, document)
    if sentence is None:
        return
    seen = {key.value}
    for value, entity in (*_dates_told(document, len(key.value)), *_dates_made(key.value)):
        if value not in seen and plausible(value, key.value, sentence, document):
            seen.add(value)
            yield value, entity


def _dates_told(document: Document, length: int) -> Iterator[tuple[str, Entity]]:
    for entity in document.entities:
        value = entity.value if entity.type == "DATE" else None
        if value and len(value) == length and value.replace("-", "").isdigit():
            yield value, entity


def _dates_made(value: str) -> Iterator[tuple[str, None]]:
    yield from ((other, None) for other in others(value))


def spoken(value: str) -> str:
    """Return an ISO date as Indonesian text."""
    return say_date(value) or value


_WORDS = (
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
    "sebelas", "dua belas", "tiga belas", "empat belas", "lima belas",
)  # fmt: skip
_SCALES = frozenset({"puluh", "ratus", "ribu", "juta", "miliar", "triliun", "lusin"})
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})([.:])([0-5]\d)(?!\d)")
_STEPS = ((30, (-30, 30, 60, -60, 90)), (5, (-35, 40, 75, -80, 115)), (1, (-34, 42, 78, -76, 111)))
"""By how many minutes another time differs from one that is a multiple of the first number."""
_HOUR, _EARLIEST, _LATEST = 60, 4 * 60, 23 * 60
_FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")


def amounts(quote: str, *, wide: bool = False) -> list[str]:
    """Return other amounts in the same wording: *24 tahun* gives *34 tahun*, *dua* gives *tiga*.

    Empty if the quote holds a range, more than one figure, or a number word above fifteen.

    >>> amounts("tiga hari")
    ['dua hari', 'empat hari', 'lima hari']
    """
    figures = _FIGURE.findall(quote)
    if len(figures) == 1 and sum(c.isdigit() for c in quote) == sum(map(str.isdigit, figures[0])):
        value = Decimal(figures[0].replace(".", "").replace(",", "."))
        places = len(figures[0].partition(",")[2])
        exact = Decimal(1).scaleb(-places)
        most = _most(quote, value)
        found = [n for n in numbers(value, wide=wide) if most is None or n <= most]
        return [quote.replace(figures[0], figure(n.quantize(exact))) for n in found]
    return [] if figures else _worded(quote, wide=wide)


def _most(quote: str, value: Decimal) -> Decimal | None:
    """Return what another amount may be at most: a share 100 %, *Rp500 juta* less than 1.000."""
    if quote.rstrip().endswith(("persen", "%")) and value <= _WHOLE:
        return Decimal(_WHOLE)
    scaled = _SCALES & set(quote.lower().split()) and value < _THOUSAND
    return Decimal(_THOUSAND - 1) if scaled else None


def _worded(quote: str, *, wide: bool) -> list[str]:
    """Return other amounts for one in words, with the same unit: *tiga hari*, *dua belas*."""
    low = quote.lower()
    told = max((word for word in _WORDS if f"{low} ".startswith(f"{word} ")), key=len, default="")
    unit = low[len(told) :]
    if not told or len(unit.split()) > 1 or unit.strip() in _SCALES:
        return []
    value = Decimal(_WORDS.index(told) + 1)
    return [f"{_WORDS[int(n) - 1]}{unit}" for n in numbers(value, wide=wide) if n <= len(_WORDS)]


def times(quote: str) -> list[str]:
    """Return other times of day in the same wording, half an hour and more away, as round.

    >>> times("pukul 06.00 WIB")
    ['pukul 05.30 WIB', 'pukul 06.30 WIB', 'pukul 07.00 WIB', 'pukul 05.00 WIB']
    """
    found = list(_CLOCK.finditer(quote))
    if len(found) != 1:
        return []
    hour, mark, minute = found[0].groups()
    told = int(hour) * _HOUR + int(minute)
    steps = next(steps for round_, steps in _STEPS if told % round_ == 0)
    shifted = [told + step for step in steps]
    by_day = _EARLIEST <= told < _LATEST
    fit = [time for time in shifted if _EARLIEST <= time < _LATEST or not by_day]
    written = [f"{time // _HOUR % 24:0{len(hour)}d}{mark}{time % _HOUR:02d}" for time in fit]
    return [_CLOCK.sub(text, quote) for text in written][:MOST]


def figure(number: Decimal) -> str:
    """Return a number as Indonesian figures: 1.250 and 8,7.

    >>> figure(Decimal("1250")), figure(Decimal("8.7"))
    ('1.250', '8,7')
    """
    text = f"{number:,f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")
