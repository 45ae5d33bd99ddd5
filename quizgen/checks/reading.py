"""What each sentence of a text tells, for rules that compare an item with the text.

It is computed once a document: names through references and speakers, values, roots in order.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.checks.nicknames import speaker_of
from quizgen.checks.text_match import (
    FUNCTION_WORDS,
    bare,
    cited,
    content_lemmas,
    figure,
    lemma,
    measures,
    whole_measure,
    words,
)
from quizgen.language.measures import same_measure
from quizgen.language.periods import bounds
from quizgen.model import Document, Entity, Evidence, Sentence

MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "NUMBER"})
NAMES = frozenset({"PER", "ORG", "GPE", "LOC"})
SURE = 0.9
"""Confidence from which a reference or a speaker is built on."""
_KEPT = 4
_STRANGE = 0.7


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence: its roots in order, its values, and who and what it names."""

    sentence: Sentence
    order: tuple[str, ...]
    lemmas: frozenset[str]
    values: tuple[Entity, ...]
    people: frozenset[str]
    """Canonical names of people: named here, meant by a pronoun here, or quoted here."""
    names: frozenset[str]
    """Canonical names of everything that is named here."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as its sentences tell it."""

    document: Document
    told: tuple[Told, ...]
    lemmas: frozenset[str]
    people: frozenset[str]
    weights: dict[str, float]
    """How much each root tells: the fewer sentences have it, the more."""
    short: dict[str, str]
    """Shorter forms of people's names that fit one person, with the full name."""

    def weight(self, roots: Iterable[str]) -> float:
        """Return how much some roots tell together; one that the text lacks tells a little."""
        return sum(self.weights.get(root, _STRANGE) for root in roots)

    def cited(self, evidence: Iterable[Evidence]) -> tuple[Told, ...]:
        """Return the sentences that evidence stands in."""
        found = (cited(each, self.document) for each in evidence)
        ids = dict.fromkeys(sentence.number for sentence in found if sentence)
        return tuple(self.told[number - 1] for number in ids)

    def number(self, number: int) -> Told | None:
        """Return sentence ``number`` as a reader counts, None if there is none."""
        return self.told[number - 1] if 0 < number <= len(self.told) else None

    def near(self, told: Told, back: int = 2, ahead: int = 0) -> tuple[Told, ...]:
        """Return a sentence and those right before and after it in its paragraph."""
        end = told.sentence.number
        return tuple(
            other
            for other in self.told[max(0, end - 1 - back) : end + ahead]
            if other.sentence.paragraph == told.sentence.paragraph
        )


_readings: dict[int, tuple[Document, Reading]] = {}


def reading(document: Document) -> Reading:
    """Return what the sentences of a document tell; the last few documents are remembered."""
    held = _readings.get(id(document))
    if held is None or held[0] is not document:
        while len(_readings) >= _KEPT:
            _readings.pop(next(iter(_readings)))
        held = _readings[id(document)] = (document, _read(document))
    return held[1]


def _read(document: Document) -> Reading:
    told = tuple(_tell(sentence, document) for sentence in document.sentences)
    people = frozenset(e.canonical for e in document.entities if e.type == "PER")
    lemmas = frozenset[str]().union(*(each.lemmas for each in told))
    spread = Counter(root for each in told for root in each.lemmas)
    weights = {root: math.log(1 + len(told) / count) for root, count in spread.items()}
    return Reading(document, told, lemmas, people, weights, _short_forms(document, people))


def _short_forms(document: Document, people: frozenset[str]) -> dict[str, str]:
    forms: dict[str, set[str]] = {}
    for entity in document.entities:
        if entity.type == "PER":
            forms.setdefault(entity.quote, set()).add(entity.canonical)
    for name in people:
        for word in name.split():
            forms.setdefault(word, set()).add(name)
    return {form: next(iter(full)) for form, full in forms.items() if len(full) == 1}


def _tell(sentence: Sentence, document: Document) -> Told:
    entities = document.entities_in(sentence)
    all_people = {e.canonical for e in document.entities if e.type == "PER"}
    named = {e.canonical for e in entities if e.type == "PER"}
    meant = {r.antecedent for r in document.references if r.sentence == sentence.id}
    spoken = {
        full
        for q in document.quotations
        if q.sentence == sentence.id
        for full in [speaker_of(q.speaker, sentence, document)]
        if full
    }
    order = tuple(lemma(word) for word in words(sentence.text) if is_content(word))
    found = [e for e in entities if e.type in MEASURES]
    found += [m for m in measures(sentence.text, document) if m.value is not None]
    return Told(
        sentence=sentence,
        order=order,
        lemmas=frozenset(order),
        values=tuple(found),
        people=frozenset(named | spoken | (meant & all_people)),
        names=frozenset(e.canonical for e in entities if e.type in NAMES),
    )


def is_content(word: str) -> bool:
    """Tell whether a word carries content when texts are compared."""
    return word not in FUNCTION_WORDS and len(word) > 1


def whole_value(text: str, document: Document) -> Entity | None:
    """Return the one date, time or amount that an option is; four figures alone are a year."""
    option = bare(text)
    if re.fullmatch(r"[12]\d{3}", option):
        return Entity(start=0, end=4, quote=option, type="DATE", canonical=option, value=option)
    return whole_measure(text, document)


def agree(one: Entity, other: Entity) -> bool:
    """Tell whether two values are the same, or two dates have a day in common."""
    if same_measure(one, other):
        return True
    if one.type == other.type == "DATE" and one.value and other.value:
        first, second = bounds(one.value), bounds(other.value)
        return bool(first and second and first[0] <= second[1] and second[0] <= first[1])
    return one.quote.casefold() == other.quote.casefold()


def counterpart(one: Entity, text: str, other: Entity, sentence: Sentence) -> bool:
    """Tell whether two values answer the same question: of one kind, unit and counted noun."""
    if one.type != other.type:
        return False
    first, second = figure(one), figure(other)
    if one.type in ("DATE", "TIME", "MONEY", "PERCENT"):
        return True
    if not first or not second or first[1] != second[1]:
        return False
    if one.type == "QUANTITY":
        return True
    return counted(text, one.quote) == counted(sentence.text, other.quote) != ""


def counted(text: str, quote: str) -> str:
    """Return the root of the noun after a number, "" if there is none."""
    found = re.search(rf"(?<!\w){re.escape(quote)}\s([a-z][\w-]*)", text, re.I)
    return lemma(found[1].lower()) if found else ""


def overlap(text: str, told: Told) -> float:
    """Return which share of the roots of ``text`` a sentence has."""
    own = content_lemmas(text)
    return len(own & told.lemmas) / len(own) if own else 0.0
