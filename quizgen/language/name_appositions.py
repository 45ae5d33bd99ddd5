"""What stands right beside a name and proves it to be a person's: *seorang pedagang, Nurlaila, …*.

Apposition of a common noun for a human being and a name: Sneddon et al. (2010) 2.53 and 2.58.
"""

import re
from collections.abc import Iterator

from quizgen.language.levels import zipf
from quizgen.language.morphology import analyse
from quizgen.language.nouns import is_human
from quizgen.language.speech import verbs
from quizgen.language.wordlists import is_in, place_kind
from quizgen.model import Entity

_REACH = 120
_LONGEST = 4
_NAME = re.compile(r"I|[A-Z][a-z'’]+(?:-[A-Za-z][a-z]+)?|[A-Z]\.|d[aeiu]|bin|binti|van|von|den|der")
_BREAK = re.compile(r"[.?!]\s|[,;:?!\"“”()\n–—]")
_BETWEEN = re.compile(
    r"(?<=, )(?P<name>(?:I |Ni )?[A-Z][a-z'’]+(?: [A-Z][a-z'’]+){0,2})(?=,(?! dan | serta )| \()"
    r"(?!, [A-Z][\w ]{1,30}, dan )"
)
"""A name between commas that is no part of a list."""
_LED = re.compile(
    r"\b(?P<calling>[a-z]+)(?: [a-z]+)? (?P<name>[A-Z][a-z'’]+(?: [A-Z][a-z'’]+){1,2})"
    r"(?=[,.;)]| [a-z])"
)
"""A name of two or three words after a calling: *bendahara dinas Yasinta Bere*."""
_OLD = re.compile(
    r"(?<![\w-] )(?<!\w)(?P<name>[A-Z][a-z'’]+(?: [A-Z][a-z'’]+){0,2})"
    r"(?= \(\d\d(?: tahun)?\),?\s[a-z])"
)
"""A name that begins its clause, with an age: *Enih (52), warga Pasirhuni, …*."""
_SURE = 0.92
_COMMON = 3.5
_GOES_ON = re.compile(r" ?([A-Z\d]\w*)|-\w")
_CLOSED = re.compile(r"(?: [A-Z][A-Za-z]{0,4})?(?:,| \()|\s?[–—]")
_AFTER = re.compile(
    r",? ?(?:\(\d\d(?: tahun)?\))?, (?:seorang |salah seorang |salah satu |juga )?([a-z]+)\b"
)
_BESIDE = re.compile(r"([^\s(\"“]+)\s$")
_QUOTED = re.compile(r"[\"”][,.]?\s([a-z]+)\s$")
_WHERE = frozenset({"di", "ke", "dari", "pada", "asal", "kampung", "desa", "dusun", "kelurahan"})
_PLACES = _WHERE | {"kecamatan", "kabupaten", "rt", "rw", "jalan", "kota", "distrik", "provinsi"}


def beside_person(name: Entity, text: str) -> bool:
    """Tell whether the words right before or after a name are of a person and what he or she is.

    >>> text = "Seorang pedagang, Nurlaila, menunggu."
    >>> beside_person(
    ...     Entity(start=18, end=26, quote="Nurlaila", type="PER", canonical="Nurlaila"), text
    ... )
    True
    """
    if not personal(name.quote) or _goes_on(name, text):
        return False
    return (
        _addressed(name, text)
        or _after_calling(name, text)
        or _before_calling(name, text)
        or speaks(name, text)
    )


def _goes_on(name: Entity, text: str) -> bool:
    """Tell whether a capital follows that is no degree: *Fauzan Rizki* | *ST* has ended."""
    after = _GOES_ON.match(text, name.end)
    return after is not None and not is_in(after[1] or "", "degrees")


def apposed(text: str) -> Iterator[Entity]:
    """Yield the names between commas after a calling, for the analysis to have missed.

    >>> [each.quote for each in apposed("Cucu Rosmida, Lamria, datang dari Siantar, kemarin.")]
    ['Lamria']
    """
    for match in _BETWEEN.finditer(text):
        name = _named(match)
        if personal(name.quote) and not _common(name.quote) and _after_calling(name, text):
            yield name
    for match in _OLD.finditer(text):
        if personal(match["name"]):
            yield _named(match)
    for match in _LED.finditer(text):
        name = _named(match)
        own = not any(_common(word) or place_kind(word) for word in name.quote.split())
        if own and personal(name.quote) and is_in(match["calling"], "name_follows"):
            yield name


def _named(match: re.Match[str]) -> Entity:
    start, end = match.span("name")
    return Entity(
        start=start, end=end, quote=match["name"], type="PER", canonical=match["name"],
        confidence=_SURE,
    )  # fmt: skip


def _common(name: str) -> bool:
    """Tell whether a name is a word of the language: *Direktur Penyuluhan, Pelayanan, dan …*."""
    word = name.lower()
    return not is_in(word, "given") and zipf(word) >= _COMMON and analyse(word).known


def personal(name: str) -> bool:
    """Tell whether every word may be of a person's name, none of a body, a place or a thing."""
    words = name.split()
    lists = ("organisations", "institutions", "administrative", "landmarks", "bureaux", "titles")
    more = ("portfolios", "tails", "things", "parts_of_bodies")
    listed = any(is_in(word, *lists, *more) for word in words)
    named = all(_NAME.fullmatch(word) for word in words) and len(words) <= _LONGEST
    named = named and "I" not in words[1:]
    return named and not listed and place_kind(name) is None and place_kind(words[0]) is None


def _addressed(name: Entity, text: str) -> bool:
    """Tell whether a form of address or a rank stands right before: *Mbah* Wir, *Sertu* Agus."""
    first, _, rest = name.quote.partition(" ")
    if rest and is_in(first, "addresses"):
        return True
    before = _BESIDE.search(text, max(0, name.start - _REACH), name.start)
    return before is not None and is_in(before[1], "addresses")


def _after_calling(name: Entity, text: str) -> bool:
    """Tell whether a calling or an office and a comma stand before: *Perajin batik, Wir,*."""
    ahead = text[max(0, name.start - _REACH) : name.start]
    if not ahead.endswith(", ") or not _CLOSED.match(text, name.end):
        return False
    words = _BREAK.split(ahead[:-2])[-1].split()
    # *Menantunya, Iis, …* is somebody's.
    first = next((i for i, word in enumerate(words) if is_human(word.removesuffix("nya"))), None)
    if first is None or any(word.isdigit() for word in words):
        return False
    placed = not _PLACES.isdisjoint(word.lower() for word in words[first:])
    return not placed or any(is_in(word, "given") for word in name.quote.split())


def _before_calling(name: Entity, text: str) -> bool:
    """Tell whether a calling follows after a comma: *Darwis, suami Nurlaila,*."""
    after = _AFTER.match(text, name.end)
    before = _BESIDE.search(text, max(0, name.start - _REACH), name.start)
    placed = before is not None and (
        before[1].lower() in _PLACES
        or is_in(before[1], "organisations", "institutions", "named_after", "landmarks")
    )
    called = after is not None and is_human(after[1]) and not is_in(after[1], "addresses")
    return called and not placed


def speaks(name: Entity, text: str) -> bool:
    """Tell whether a name that comes again stands right after a quotation: *“…,” kata Wiwik.*"""
    said = _QUOTED.search(text, max(0, name.start - _REACH), name.start)
    often = len(re.findall(rf"\b{re.escape(name.quote)}\b", text)) > 1
    return said is not None and said[1] in verbs("bare") and often
