"""Which places of one kind a text names: one right option or several among places of that kind.

The learner scans the text for names. Trains *menemukan informasi*. A place counts as named where
its own name stands by itself, not in an office, a club or a company; a wrong option is not in the
text by any name, and holds no place that is. Known limits: places of the gazetteer only, without
*Indonesia*.

Source: *pilihan ganda kompleks* of AKM; scanning (*membaca memindai*) of Indonesian school reading.

>>> from quizgen.exercises.common.example import show
>>> text = "Rombongan itu tiba di Kudus pada Senin. Mereka menginap di Jepara, lalu di Pati."
>>> print(show(EXERCISE, text))
Kota atau kabupaten mana saja yang disebut dalam teks?
* Kudus
* Jepara
* Pati
- Banyumas
- Blora
"""

import random
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from quizgen import records
from quizgen.exercises.common.choice import BEST
from quizgen.exercises.common.cites import cite
from quizgen.exercises.common.names import SURE, sentence_of
from quizgen.exercises.common.text import base_level
from quizgen.interfaces import Family
from quizgen.language.places import Place, chain, lookup, overlaps, peers
from quizgen.language.sentences import dateline_end
from quizgen.model import (
    FORM,
    Choice,
    Document,
    Entity,
    Evidence,
    Item,
    MultiChoice,
    Option,
    Sentence,
)

_ASKED_MANY = "mana saja yang disebut dalam teks?"
_ASKED_ONE = "berikut yang disebut dalam teks adalah …."
_SEVERAL = "Pilihlah lebih dari satu jawaban yang benar!"
_HOME = "Indonesia"
_FEWEST, _MOST, _OPTIONS = 2, 3, 5
_KINDS = (
    ("Negara", False, frozenset({"country"})),
    ("Provinsi", True, frozenset({"province"})),
    ("Kota atau kabupaten", True, frozenset({"city", "regency"})),
)
"""What is asked for, whether it lies in Indonesia, and the kinds of the gazetteer that it is."""
_NOUNS = re.compile(r"(?:Kabupaten|Kota|Provinsi|Negara) ")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_IN_NAMES = frozenset({"bahasa", "orang", "warga", "timnas", "tim", "klub", "rupiah", "dolar"})
"""What makes a name before it one of people or things: *bahasa Inggris*."""


class PlaceNames:
    """Makes one item for each kind of place of which a text names any."""

    name = "place-names"
    purpose = "The learner finds the places that a text names."
    responses = ("multi-choice", "choice")
    family: Family = "comprehension"
    levels = (2, 7)
    example = "Kota mana saja yang disebut dalam teks? → Kudus, Jepara (bukan Demak)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield the items; the places that stand first are asked for."""
        named = list(_named(document))
        for noun, inside, kinds in _KINDS:
            fit = [one for one in named if one[0].kind in kinds and _inside(one[0]) == inside]
            right = _apart(fit)[:_MOST]
            room = _OPTIONS - max(len(right), _FEWEST)
            wrong = list(islice(_unnamed(right, document), room))
            if right and len(wrong) == room:
                yield _item(noun, right, wrong)


_Named = tuple[Place, Entity, Sentence]


def _named(document: Document) -> Iterator[_Named]:
    """Yield the places that the text calls by their own names, each at its first such mention."""
    seen = set()
    for entity in document.entities:
        place = lookup(entity.quote) if entity.type == "GPE" else None
        home = sentence_of(entity, document)
        if place is None or home is None or entity.confidence < SURE or place.name in seen:
            continue
        exact = _NOUNS.sub("", entity.quote) == place.name != _HOME
        if exact and _by_itself(entity, home, document):
            seen.add(place.name)
            yield place, entity, home


def _by_itself(entity: Entity, home: Sentence, document: Document) -> bool:
    """Tell whether a name is no part of another name, no dateline and no heading."""
    text, start = home.text, entity.start - home.start
    if home == document.sentences[0] and start < dateline_end(text):
        return False
    before = text[:start].split()[-1:] or [""]
    after = text[start + len(entity.quote) :]
    joined = before[0][:1].isupper() or before[0].lower() in _IN_NAMES
    return start > 0 and not joined and not re.match(r"\s[A-Z0-9]|[-/(]|\s[(/]", after)


def _inside(place: Place) -> bool:
    return _HOME in chain(place)


def _apart(named: Sequence[_Named]) -> list[_Named]:
    """Return those that surely neither hold nor are one before them."""
    kept: list[_Named] = []
    for one in named:
        if all(overlaps(one[0].name, other[0].name) is False for other in kept):
            kept.append(one)
    return kept


def _unnamed(right: Sequence[_Named], document: Document) -> Iterator[str]:
    """Yield places like the right ones, the nearest to each in turn, that the text has not."""
    words = {word.lower() for word in _WORD.findall(_whole(document))}
    named = [each for e in document.entities if e.type == "GPE" and (each := lookup(e.quote))]
    held = {name for place in named for name in (place.name, *chain(place), *place.also)}
    taken: set[str] = set()
    for row in zip(*(peers(place) for place, _, _ in right), strict=False):
        for other in row:
            said = {word.lower() for n in (other.name, *other.aliases) for word in _WORD.findall(n)}
            clear = other.name not in taken | held | {_HOME} and words.isdisjoint(said)
            if clear and all(overlaps(other.name, name) is False for name in taken):
                taken.add(other.name)
                yield other.name


def _whole(document: Document) -> str:
    return f"{document.article.title or ''} {document.article.text}"


def _item(noun: str, right: Sequence[_Named], wrong: Sequence[str]) -> Item:
    where = cite(*sorted({home.id for _, _, home in right}, key=lambda id: int(id[1:])))
    keys = tuple(_key(place, entity, home) for place, entity, home in right)
    others = tuple(
        Option(text=name, role="unsupported", why=f"{name} tidak disebut dalam teks.")
        for name in wrong
    )
    names = ", ".join(place.name for place, _, _ in right)
    several = len(right) > 1
    options = (*keys, *others)
    item = Item(
        id="",
        type="place-names",
        response=MultiChoice(options=options) if several else Choice(options=options),
        instruction=_SEVERAL if several else BEST,
        prompt=f"{noun} {_ASKED_MANY if several else _ASKED_ONE}",
        evidence=tuple(Evidence(home.id, entity.quote) for _, entity, home in right),
        process="locate",
        level=min(base_level(home) for _, _, home in right),
        explanation=f"Yang disebut: {names} {where}.",
        facts=(f"{FORM}place-names", f"place-names-{noun.lower()}"),
        rank=0.5,
    )
    return records.identify(item)


def _key(place: Place, entity: Entity, home: Sentence) -> Option:
    proof = Evidence(home.id, entity.quote)
    why = f"{place.name} disebut {cite(home.id)}."
    return Option(text=place.name, correct=True, role="key", why=why, evidence=proof)


EXERCISE = PlaceNames()
