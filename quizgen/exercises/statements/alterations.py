"""False versions of a statement: exactly one number, time, place, actor, word or polarity altered.

Source: alteration types of the Benar/Salah table of AKM; contradiction by antonymy and negation
(de Marneffe, Rafferty & Manning 2008).
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quizgen.exercises.common import distractors
from quizgen.exercises.common.amounts import elsewhere, keeps_order, size
from quizgen.exercises.common.gender import could_be
from quizgen.exercises.common.names import SURE
from quizgen.exercises.common.people import people
from quizgen.exercises.common.tables import pairs, words
from quizgen.exercises.common.text import harmful, standard_money
from quizgen.exercises.common.when import known_by_all
from quizgen.exercises.questions.lacking import in_rounds
from quizgen.exercises.statements.said import Said, spans_in
from quizgen.language.clauses import Span, named_tokens, word_class
from quizgen.language.speech import kind_of_saying
from quizgen.model import Document, Entity

_AMOUNTS = frozenset({"NUMBER", "MONEY", "PERCENT", "QUANTITY"})
_BOUNDS = frozenset({"hingga", "sampai", "sejak", "sebelum", "setelah"})
_AT_LEAST = frozenset({"dapat", "mampu", "bisa", "minimal", "setidaknya", "sedikitnya"})
_POSSIBLE = frozenset({"dapat", "bisa", "mampu", "boleh", "berhak", "berpotensi", "mungkin"})
_AT_MOST = frozenset({"maksimal", "terbanyak", "paling", "hanya"})
_GRADING = frozenset({"yang", "lebih", "sangat", "makin", "semakin", "paling", "cukup", "tetap"})
_MOVING = frozenset({"naik", "turun"})
_MEASURED = frozenset({"sebesar", "menjadi", "dari", "hingga", "sekitar", "tajam", "signifikan"})
_WEEK = 7
_NOUN_PREDICATES = {"adalah": "bukan", "merupakan": "bukan merupakan"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """A false version: what stood there, what stands there now, and the kind of change."""

    text: str
    kind: str
    was: str
    now: str

    def why(self) -> str:
        """Return the reason, in Indonesian, without its citation."""
        if self.kind == "polarity":
            return f"Menurut teks, yang benar adalah “{self.was}”, bukan “{self.now}”"
        return f"Yang disebut teks adalah {self.was}, bukan {self.now}"


def alter(said: Said, document: Document) -> Altered | None:
    """Return the best safe alteration: number, time, place, actor, opposite, polarity."""
    for way in (_entity, _opposite, _denied):
        for found in way(said, document):
            return found
    return None


def _entity(said: Said, document: Document) -> Iterator[Altered]:
    for span in spans_in(said, document):
        entity = span.entity
        change = _CHANGES.get(entity.type) if entity else None
        if entity is None or change is None or entity.confidence < SURE:
            continue
        kind, was, others = change(span, said, document)
        now = next((other for other in others if other != was), None)
        if now and said.text.count(was) == 1:
            yield Altered(text=said.text.replace(was, now), kind=kind, was=was, now=now)


_Change = tuple[str, str, Sequence[str]]


def _before(span: Span, said: Said) -> str:
    return said.sentence.tokens[span.start - 1].text.lower() if span.start else ""


def _number(span: Span, said: Said, document: Document) -> _Change:
    entity = span.entity
    assert entity is not None
    after = said.sentence.tokens[span.end].text.lower()
    forms = {token.text.lower() for token in said.sentence.tokens[said.start : said.end]}
    exact = _before(span, said) not in word_class("approximate") and not forms & _AT_MOST
    counted = any(
        each.entity and each.entity.type == "DATE" and "/" in (each.entity.value or "")
        for each in spans_in(said, document)
    )
    # *12 hari, sejak 4 hingga 17 Februari* would be told false by counting.
    rounds = in_rounds(said.sentence, span.end)
    sure = exact and entity.value != "1" and after != "dari" and not counted and not rounds
    others = distractors.amounts(entity.quote) if sure else []
    if forms & _AT_LEAST:
        # What can carry 600 can carry 500: only a larger number is surely false.
        others = [each for each in others if size(each) > size(entity.quote)]
    others = [each for each in others if keeps_order(each, span, said, document)]
    apart = [standard_money(each) for each in others if not elsewhere(each, document)]
    return "number", standard_money(entity.quote), apart


def _time(span: Span, said: Said, document: Document) -> _Change:
    entity = span.entity
    assert entity is not None
    plain = entity.value is not None and entity.value.replace("-", "").isdigit()
    if not plain or _before(span, said) in _BOUNDS or known_by_all(said.sentence):
        return "time", entity.canonical, ()
    told = [
        distractors.spoken(value)
        for value, found in distractors.dates(document, entity)
        if (found is None or found.quote not in said.sentence.text)
        and far(value, entity.value or "")
    ]
    return "time", entity.canonical, told


def far(value: str, other: str) -> bool:
    """Tell whether two days are a week apart at least: what lasts may be true of nearer ones."""
    if len(value) != len(other) or len(value) != len("2024-06-19"):
        return True
    apart = dt.date.fromisoformat(value) - dt.date.fromisoformat(other)
    return abs(apart.days) >= _WEEK


def _place(span: Span, said: Said, document: Document) -> _Change:
    entity = span.entity
    assert entity is not None
    # What is said of something in one place may hold of another place as well.
    topic = said.predicate is None or span.start < said.predicate or _held(span, said, document)
    topic = topic or _may(said)
    if topic or _before(span, said) not in {"di", "ke"} or not _sole_verb(said):
        return "place", entity.quote, ()
    return "place", entity.quote, distractors.places(document, said.sentence, entity.quote, "")


def _may(said: Said) -> bool:
    """Tell whether only what is possible is said: who may go to Fiji may go to Peru as well."""
    forms = {token.text.lower() for token in said.sentence.tokens[said.start : said.end]}
    return bool(forms & _POSSIBLE)


def _held(span: Span, said: Said, document: Document) -> bool:
    """Tell whether a larger place follows: *ke Kuala Lumpur, Malaysia* has no Denpasar."""
    return any(
        other.start == span.end + 1 and other.entity and other.entity.type == "GPE"
        for other in spans_in(said, document)
    )


def _sole_verb(said: Said) -> bool:
    """Tell whether the stretch has one verb, so that its place is the place of that verb."""
    verbs = [t for t in said.sentence.tokens[said.start : said.end] if t.upos == "VERB"]
    return len(verbs) == 1 and verbs[0].text.lower() not in word_class("saying")


def _actor(span: Span, said: Said, document: Document) -> _Change:
    entity = span.entity
    assert entity is not None
    fit = _acts(span, said, document) and not harmful(said.sentence)
    return "actor", entity.canonical, _others(entity, said, document) if fit else ()


def _acts(span: Span, said: Said, document: Document) -> bool:
    """Tell whether a person opens the stretch and does something that can be checked."""
    following = said.sentence.tokens[span.end]
    soft = word_class("saying") | word_class("vague") | {"pernah", "berharap", "ingin", "mengaku"}
    return (
        span.start == said.start and following.upos == "VERB" and following.text.lower() not in soft
    )


def _others(entity: Entity, said: Said, document: Document) -> list[str]:
    """Return people of the text who do not occur in this sentence."""
    here = {e.canonical for e in document.entities_in(said.sentence)}
    parts = set(entity.canonical.split())
    known = people(document)
    return [
        name
        for name in known
        if name not in here
        and not parts & set(name.split())
        and could_be(name, entity.canonical, said.text, document)
    ]


_CHANGES: dict[str, Callable[[Span, Said, Document], _Change]] = {
    **dict.fromkeys(_AMOUNTS, _number),
    "DATE": _time,
    "GPE": _place,
    "PER": _actor,
}


@cache
def _opposites() -> dict[str, str]:
    known = pairs("alterations", "opposites")
    return {second: first for first, second in known} | dict(known)


def _opposite(said: Said, document: Document) -> Iterator[Altered]:
    """Exchange one word for its opposite, if the text has that opposite nowhere."""
    named = named_tokens(said.sentence, document)
    known = {token.text.lower() for sentence in document.sentences for token in sentence.tokens}
    for index in range(said.start, said.end):
        was = said.sentence.tokens[index].text
        now = _opposites().get(was)
        if now is None or index in named or now in known or not _gradable(said, index):
            continue
        if len(re.findall(rf"\b{was}\b", said.text)) == 1:
            text = re.sub(rf"\b{was}\b", now, said.text)
            yield Altered(text=text, kind="opposite", was=was, now=now)


def _gradable(said: Said, index: int) -> bool:
    """Tell whether a word says a property or a change here: not *kereta cepat*, *naik kereta*."""
    tokens = said.sentence.tokens
    token, after = tokens[index], tokens[index + 1]
    place = said.predicate
    first = next((i for i in range(said.start, said.end) if tokens[i].upos == "VERB"), index)
    if token.upos == "ADJ" and index < (first if place is None else place):
        # *Kadar gula yang rendah merusak saraf* tells of another thing, which may do so too.
        return False
    if any(each.text.lower() in _DENYING | _CONCEDING for each in tokens[said.start : said.end]):
        # *lebih mahal, meski …* has no sense.
        return False
    if token.text in _MOVING:
        return after.upos == "NUM" or after.text in _MEASURED or after.text.startswith("Rp")
    if token.upos == "VERB":
        # In a clause below the main one the opposite is often absurd, before a verb no Indonesian.
        return token.deprel == "root" and after.upos != "VERB"
    return token.upos != "ADJ" or tokens[index - 1].text.lower() in _GRADING


_CONCEDING = frozenset(
    {"meski", "meskipun", "walau", "walaupun", "kendati", "tetapi", "namun", "padahal", "justru"}
)
_DENYING = frozenset({"tidak", "bukan", "belum", "kurang", "tanpa", "hanya", "jangan"})


_SOME = frozenset(
    {"sebagian", "beberapa", "banyak", "semua", "seluruh", "setiap", "sejumlah", "kebanyakan"}
)
"""What a denial may not reach: *sebagian belum* can be true beside *sebagian sudah*."""


def _denied(said: Said, document: Document) -> Iterator[Altered]:
    """Deny the main verb: *telah lolos* as *belum lolos*, *akan tiba* as *tidak akan tiba*."""
    place = said.predicate
    inside = said.sentence.tokens[said.start : said.end]
    if any(s.entity and s.entity.type in _AMOUNTS for s in spans_in(said, document)):
        # *tidak menguasai bola hingga 68 persen* may mean less or not at all.
        return
    if place is None or any(token.text.lower() in _DENYING | _SOME for token in inside):
        return
    if place > said.start and said.sentence.tokens[place - 1].upos in {"ADV", "PRON", "SCONJ"}:
        # *makin saling mendukung*: the denial would stand in the wrong place.
        return
    word = said.sentence.tokens[place].text
    now = _denial(said, place)
    if now and word.islower() and len(re.findall(rf"\b{word}\b", said.text)) == 1:
        was = word if now != "belum" else f"{word} {said.sentence.tokens[place + 1].text}"
        told = now if now != "belum" else f"belum {said.sentence.tokens[place + 1].text}"
        text = re.sub(rf"\b{word}\b", now, said.text)
        yield Altered(text=text, kind="polarity", was=was, now=told)


def _denial(said: Said, place: int) -> str | None:
    """Return what denies the predicate that begins at ``place``, in the place of its first word."""
    tokens = said.sentence.tokens
    word = tokens[place].text
    if word in _NOUN_PREDICATES:
        return _NOUN_PREDICATES[word]
    helped = word in word_class("auxiliary")
    verb = tokens[place + 1] if helped and place + 1 < said.end else tokens[place]
    soft = words("alterations", "undeniable") | word_class("saying")
    if verb.upos != "VERB" or verb.text.lower() in soft or kind_of_saying(verb.text.lower()):
        return None
    if word in words("alterations", "completed"):
        return "belum"
    if not helped or word not in words("alterations", "negatable_helpers"):
        # A bare *tidak* before a verb is told from the form, without reading.
        return None
    return f"tidak {word}"
