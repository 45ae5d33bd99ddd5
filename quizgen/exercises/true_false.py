"""True or false: statements of the text, some with one typed alteration.

The learner checks each statement against the text. Trains *menemukan informasi*. A false one
differs in exactly one number, date, place or actor. Known limits: true statements keep the
wording of the text; nothing is asked about crime or disaster except what the text says.

Source: the Benar/Salah table of AKM, all or nothing (Pusmendik); alteration types after the
example bank of the project's item guidelines.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen import records
from quizgen.exercises import _distractors as distractors
from quizgen.exercises._frames import frame_of
from quizgen.exercises._text import (
    SURE,
    base_level,
    cite,
    harmful,
    lower_first,
    names,
    render,
    source_lead,
    upper_first,
    whole,
)
from quizgen.exercises._voice import turned
from quizgen.language.clauses import (
    Span,
    claims,
    entity_spans,
    is_additive,
    self_contained,
    standalone,
    word_class,
)
from quizgen.language.fact import SURE_FACT
from quizgen.language.facts import facts
from quizgen.language.slips import slip
from quizgen.model import Categorise, Document, Entity, Item, Sentence, Statement

TRUE, FALSE = "Benar", "Salah"
_SIZES = (4, 3)
_LONGEST = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A stretch of a sentence that can be said on its own; ``lead`` keeps the attribution.

    ``text`` says a clause fact, and ``turned`` says it in the other voice, if that is sure.
    """

    sentence: Sentence
    start: int
    end: int
    lead: str = ""
    text: str = ""
    turned: str = ""


class TrueFalse:
    """Makes tables of three or four statements to be judged."""

    name = "true-false"
    purpose = "The learner judges statements, some of them altered in one number, date or name."
    responses = ("categorise",)
    levels = (2, 7)
    example = "Jembatan itu selesai pada tahun 2023. → Salah (2024)"
    default = True

    def generate(self, document: Document, rng: random.Random) -> Iterator[Item]:
        """Yield tables; no sentence is used twice, and each table has both categories."""
        sources = [source for source in _sources(document) if _usable(source, document)]
        altered = {source.sentence.id: _alter(source, document) for source in sources}
        able = [source for source in sources if altered[source.sentence.id]]
        rng.shuffle(able)
        false = able[: max(1, len(sources) // 2)]
        true = [source for source in sources if source not in false]
        while false and true and len(false) + len(true) >= _SIZES[-1]:
            size = next(size for size in _SIZES if len(false) + len(true) >= size)
            wrong = min(len(false), max(size // 2, size - len(true)))
            picked = false[:wrong] + true[: size - wrong]
            false, true = false[wrong:], true[size - wrong :]
            if len(picked) == size and wrong < size:
                yield _table(picked, {id(one) for one in picked[:wrong]}, altered, document, rng)


def _sources(document: Document) -> Iterator[_Source]:
    """Yield one stretch a sentence: a sure clause fact, else what stands alone."""
    told = {source.sentence.id: source for source in _told(document)}
    yield from told.values()
    yield from (s for s in _standing(document) if s.sentence.id not in told)


def _told(document: Document) -> Iterator[_Source]:
    for fact in facts(document):
        frame = frame_of(fact, document) if fact.confidence >= SURE_FACT else None
        text = frame.clause() if frame else None
        if frame and text:
            yield _Source(
                sentence=fact.sentence,
                start=fact.start,
                end=frame.end,
                lead=frame.lead,
                text=text,
                turned=turned(frame) or "",
            )


def _standing(document: Document) -> Iterator[_Source]:
    said = {claim.sentence.id for claim in claims(document)}
    for sentence in document.sentences:
        start = standalone(sentence, document)
        if sentence.id not in said and start is not None:
            yield _Source(sentence=sentence, start=start, end=len(sentence.tokens) - 1)
    for claim in claims(document):
        if claim.speaker.confidence >= SURE:
            lead = source_lead(claim.speaker.canonical)
            yield _Source(sentence=claim.sentence, start=claim.start, end=claim.end, lead=lead)


def _usable(source: _Source, document: Document) -> bool:
    tokens = [
        token
        for token in source.sentence.tokens[source.start : source.end]
        if not is_additive(token)
    ]
    if not (source.text or self_contained(tokens)) or not 5 <= len(tokens) <= _LONGEST:
        return False
    if slip(tokens) or tokens[0].text[:1].isdigit():
        return False
    if not any(token.upos == "VERB" for token in tokens) or tokens[0].upos in {"VERB", "SCONJ"}:
        return False
    for span in _inside(source, document):
        entity = span.entity
        if entity and entity.type in {"DATE", "TIME"} and not _fixed(entity):
            return False
    return True


def _inside(source: _Source, document: Document) -> list[Span]:
    spans = entity_spans(source.sentence, document)
    return [s for s in spans if s.start >= source.start and s.end <= source.end]


def _fixed(entity: Entity) -> bool:
    """Tell whether a date or time says by itself which one it is."""
    if entity.type == "TIME":
        return any(char.isdigit() for char in entity.quote)
    return entity.value is not None and entity.value[:4] in entity.quote


@dataclass(frozen=True, slots=True, kw_only=True)
class _Altered:
    """A false version: what stood there, what stands there now, and the kind of change."""

    text: str
    kind: str
    was: str
    now: str


def _alter(source: _Source, document: Document) -> _Altered | None:
    """Return the first safe alteration: number, time, place, actor."""
    text = _say(source, document)
    for span in _inside(source, document):
        found = _replacement(span, source, document)
        if found and text.count(found.was) == 1:
            changed = text.replace(found.was, found.now)
            return _Altered(text=changed, kind=found.kind, was=found.was, now=found.now)
    return None


def _replacement(span: Span, source: _Source, document: Document) -> _Altered | None:
    entity = span.entity
    if entity is None or entity.confidence < SURE:
        return None
    before = source.sentence.tokens[span.start - 1].text.lower() if span.start else ""
    if entity.type in {"NUMBER", "MONEY", "PERCENT", "QUANTITY"}:
        after = source.sentence.tokens[span.end].text.lower()
        exact = before not in word_class("approximate") and entity.value != "1" and after != "dari"
        others = distractors.amounts(entity.quote) if exact else []
        others = [other for other in others if not _told_elsewhere(other, document)]
        return _swap("number", entity.quote, others)
    if entity.type == "DATE" and entity.value and entity.value.replace("-", "").isdigit():
        told = [] if before in {"hingga", "sampai", "sejak", "sebelum", "setelah"} else [
            distractors.spoken(value)
            for value, found in distractors.dates(document, entity)
            if found is None or found.quote not in source.sentence.text
        ]  # fmt: skip
        return _swap("time", entity.canonical, told)
    if entity.type == "GPE" and before in {"di", "ke"} and _sole_verb(source):
        others = distractors.places(document, source.sentence, entity.quote, "")
        return _swap("place", entity.quote, others)
    if entity.type == "PER" and _acts(span, source) and not harmful(source.sentence):
        return _swap("actor", entity.canonical, _others(entity, source, document))
    return None


def _told_elsewhere(amount: str, document: Document) -> bool:
    """Tell whether the text has this amount for something else: a reader may have that in mind."""
    return any(entity.quote.lower() == amount.lower() for entity in document.entities)


def _sole_verb(source: _Source) -> bool:
    """Tell whether the stretch has one verb, so that its place is the place of that verb."""
    tokens = source.sentence.tokens[source.start : source.end]
    verbs = [token for token in tokens if token.upos == "VERB"]
    return len(verbs) == 1 and verbs[0].text.lower() not in word_class("saying")


def _acts(span: Span, source: _Source) -> bool:
    """Tell whether a person opens the stretch and does something that can be checked."""
    following = source.sentence.tokens[span.end]
    soft = word_class("saying") | word_class("vague") | {"pernah", "berharap", "ingin", "mengaku"}
    return (
        span.start == source.start
        and following.upos == "VERB"
        and following.text.lower() not in soft
    )


def _others(entity: Entity, source: _Source, document: Document) -> list[str]:
    """Return people of the text who do not occur in this sentence."""
    here = {e.canonical for e in document.entities_in(source.sentence)}
    words = set(entity.canonical.split())
    known = names(document.entities, "PER")
    return [name for name in known if name not in here and not words & set(name.split())]


def _swap(kind: str, was: str, others: Sequence[str]) -> _Altered | None:
    fitting = [other for other in others if other != was]
    return _Altered(text="", kind=kind, was=was, now=fitting[0]) if fitting else None


def _say(source: _Source, document: Document) -> str:
    text = source.text or render(source.sentence, document, source.start, source.end)
    if source.lead and not source.text:
        text = lower_first(text, source.sentence, document, source.start)
    return upper_first(source.lead + text) + "."


def _said_otherwise(source: _Source, document: Document) -> str:
    """Return a true statement that is not the sentence's own wording, where one is sure."""
    if not source.turned:
        return _say(source, document)
    return upper_first(source.lead + source.turned) + "."


def _table(
    sources: Sequence[_Source],
    false: set[int],
    altered: dict[str, _Altered | None],
    document: Document,
    rng: random.Random,
) -> Item:
    statements = [
        _statement(source, altered[source.sentence.id] if id(source) in false else None, document)
        for source in sources
    ]
    rng.shuffle(statements)
    ordered = sorted(sources, key=lambda source: source.sentence.number)
    item = Item(
        id="",
        type="true-false",
        response=Categorise(categories=(TRUE, FALSE), statements=tuple(statements)),
        instruction="Tentukan Benar atau Salah untuk setiap pernyataan berikut!",
        prompt="Tentukan Benar atau Salah untuk setiap pernyataan berikut!",
        evidence=tuple(whole(source.sentence) for source in ordered),
        process="locate",
        level=max(base_level(source.sentence) for source in sources),
        facts=tuple(source.sentence.id for source in ordered),
        reveals=tuple(source.sentence.id for source in ordered),
        rank=0.7 + len(sources) / 20,
    )
    return records.identify(item)


def _statement(source: _Source, change: _Altered | None, document: Document) -> Statement:
    where, proof = cite(source.sentence.id), whole(source.sentence)
    if change is None:
        why = f"Pernyataan ini sesuai dengan isi teks {where}."
        text = _said_otherwise(source, document)
        return Statement(text=text, category=TRUE, why=why, evidence=proof)
    why = f"Yang disebut teks adalah {change.was}, bukan {change.now} {where}."
    return Statement(
        text=change.text, category=FALSE, why=why, evidence=proof, alteration=change.kind
    )


EXERCISE = TrueFalse()
