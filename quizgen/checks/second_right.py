"""Rules about a second right option: the same person, the same amount, the place around it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.checks.finding import error
from quizgen.checks.nicknames import nicknamed
from quizgen.checks.people import people_in
from quizgen.checks.text_match import bare, content_lemmas, is_language, lemma, option_pairs
from quizgen.language.numerals import SCALED_FIGURE, WORDS, parse_number
from quizgen.language.once import once
from quizgen.language.units import unit_named
from quizgen.model import Document, Entity, Item

_CLASSIFIERS = frozenset({"orang", "buah", "ekor", "unit", "lembar", "butir", "batang", "helai"})
_COLLECTIVES = {"lusin": 12, "kodi": 20, "gros": 144, "rim": 500, "pasang": 2}
_AMOUNT = re.compile(
    rf"^(?:sebanyak\s|selama\s|hanya\s|sekitar\s)?(?P<number>{SCALED_FIGURE}|{WORDS}|se(?=[a-z]))"
    r"\s?(?P<noun>[a-z][\w-]*)?(?:\s(?P<rest>[a-z][\w-]*(?:\s[a-z][\w-]*)?))?$",
    re.I,
)
_ADMIN = re.compile(
    r"^(?:Kabupaten|Kota|Provinsi|Kecamatan|Kelurahan|Desa|Dusun|Negara|Pulau)\s", re.I
)


@error("distractor-equals-key-in-value")
def equal_amount(item: Item, document: Document) -> Iterator[str]:
    """A wrong option is the key's number of the same things, in other words."""
    if is_language(item):
        return
    for key, other in option_pairs(item):
        one, two = _amount(key.text), _amount(other.text)
        if one and two and one == two and key.text.casefold() != other.text.casefold():
            yield f"'{key.text}' and '{other.text}'"


@lru_cache(maxsize=10_000)
def _amount(text: str) -> tuple[float, str] | None:
    """Return how many of what: dozens are counted out, units in their base unit."""
    found = _AMOUNT.match(bare(text).lower())
    if not found:
        return None
    number = 1 if found["number"] == "se" else parse_number(found["number"])
    if number is None:
        return None
    noun, rest = found["noun"] or "", found["rest"] or ""
    counted = noun in _CLASSIFIERS or noun in _COLLECTIVES or unit_named(noun) is not None
    if found["number"] == "se" and not counted:
        # *Sekretaris* is no number of things, *sejam* is.
        return None
    value = float(number)
    if noun in _COLLECTIVES:
        value, noun, rest = value * _COLLECTIVES[noun], rest.partition(" ")[0], ""
    unit = unit_named(noun) if noun else None
    if unit is not None:
        return value * float(unit.factor), f"{unit.kind} {rest}".strip()
    return value, _thing(noun, rest)


def _thing(noun: str, rest: str) -> str:
    if noun in _CLASSIFIERS:
        noun = rest.partition(" ")[0]
    return lemma(noun) if noun else ""


@error("option-contains-key")
def place_around(item: Item, document: Document) -> Iterator[str]:
    """The text itself says that one place lies in the other: *Desa X, Kabupaten Y, Provinsi Z*."""
    if is_language(item):
        return
    holders = _holders(document)
    for key, other in option_pairs(item):
        right, wrong = _place(key.text), _place(other.text)
        if (right, wrong) in holders or (wrong, right) in holders:
            yield f"'{key.text}' and '{other.text}'"


@once
def _holders(document: Document) -> frozenset[tuple[str, str]]:
    return frozenset(_lies_in(document))


@lru_cache(maxsize=10_000)
def _place(name: str) -> str:
    return _ADMIN.sub("", bare(name)).casefold()


def _lies_in(document: Document) -> Iterator[tuple[str, str]]:
    """Yield (place, place around it) for all that stand in apposition in one row."""
    text = document.article.text
    places = [e for e in document.entities if e.type in ("GPE", "LOC", "ORG")]
    row: list[Entity] = []
    for entity in [*places, None]:
        if entity and row and re.fullmatch(r",\s", text[row[-1].end : entity.start]):
            row.append(entity)
            continue
        yield from _pairs(row, text)
        row = [entity] if entity else []


def _pairs(row: list[Entity], text: str) -> Iterator[tuple[str, str]]:
    if len(row) < 2 or re.match(r",?\s(?:dan|serta|atau|hingga)\b", text[row[-1].end :]):
        return
    for at, inner in enumerate(row):
        for outer in row[at + 1 :]:
            if outer.type in ("GPE", "LOC"):
                yield _place(inner.quote), _place(outer.quote)


@error("distractor-is-alias")
def same_person(item: Item, document: Document) -> Iterator[str]:
    """The text calls one and the same person by the key and by a wrong option."""
    if is_language(item) or not re.search(r"\bsiapa|\bmerujuk|\btokoh\b", item.prompt, re.I):
        return
    for key, other in option_pairs(item):
        shared = _called(key.text, document) & _called(other.text, document)
        if len(shared) == 1:
            yield f"'{key.text}' and '{other.text}': {', '.join(shared)}"


def _called(text: str, document: Document) -> frozenset[str]:
    """Return the people whom the text calls so: by name, by nickname or by an apposition."""
    named = people_in(text, document)
    if named:
        return named
    everyone = {e.canonical for e in document.entities if e.type == "PER"}
    last = text.split()[-1] if text.split() else ""
    short = nicknamed(last, everyone) if last[:1].isupper() else None
    if short:
        return frozenset({short})
    own = content_lemmas(bare(text))
    return frozenset(
        entity.canonical
        for entity in document.entities
        if entity.type == "PER" and own and any(own <= each for each in _titles(entity, document))
    )


def _titles(entity: Entity, document: Document) -> Iterator[frozenset[str]]:
    """Yield the roots of each apposition of a name: before it, after it, after *yang juga*."""
    text = document.article.text
    before = re.split(r"[.;:!?“”\n]|,\s", text[max(0, entity.start - 120) : entity.start])
    while before and not before[-1].strip():
        before.pop()
    if before:
        yield content_lemmas(before[-1])
    after = text[entity.end : entity.end + 140].split(".")[0].split("\n")[0]
    for found in re.finditer(
        r",\s(?:yang\s(?:juga|sekaligus)\s|sekaligus\s|seorang\s)?([^,]+)", after
    ):
        clause = re.split(r"\b(?:di|pada|dari|untuk|dalam)\b", found[1])[0]
        if not re.search(r"\b(?:me\w{3,}|di\w{3,}|ber\w{3,}|saat|ketika|karena)\b", clause):
            yield content_lemmas(clause)
