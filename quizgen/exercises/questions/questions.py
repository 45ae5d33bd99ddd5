"""One grammar of question forms: from a clause fact and the part asked for to a question.

In Indonesian an adjunct is asked for by its question word in front, the order of the rest stays;
a subject by *siapa yang* or *apa yang*; an object only after the clause is turned passive
(*Apa yang dibawa petani itu?*). Source: Sneddon et al. (2010) 3.132-3.148; the table of
question words in school grammar (ADiKSiMBa).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import computed, standard_money, upper_first
from quizgen.exercises.questions.answers import counted, entity_at, intends, who
from quizgen.exercises.questions.frames import Frame, frame_of
from quizgen.exercises.statements.severed import aimed
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import word_class
from quizgen.language.fact import Adjunct, Fact
from quizgen.language.morphology import analyse
from quizgen.language.voice import active_of, passive_of
from quizgen.model import Document, Entity

_SHORTEST, _LONGEST = 4, 26
_WITNESSES = frozenset(
    {"pantauan", "data", "catatan", "pengamatan", "laporan", "hasil", "survei", "penelitian"}
)
_DITRANSITIVE = frozenset({"beri", "tawar", "bekal", "pinjam", "janji", "hadiah", "catat"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, its answer, and where both come from.

    ``slot`` names what is asked for: subject, object, agent, time, place, goal, source,
    duration, amount, cause, purpose, manner. ``entity`` is the answer where that is one.
    """

    stem: str
    key: str
    word: str
    slot: str
    fact: Fact
    sure: float
    entity: Entity | None = None
    unit: str = ""
    variants: tuple[str, ...] = ()


def questions(fact: Fact, document: Document) -> Iterator[Question]:
    """Yield every question that the fact answers plainly."""
    frame = frame_of(fact, document)
    if frame is None or aimed(fact.sentence, fact.start, fact.end, sourced=True):
        return
    for ask in (_subject, _object, _agent, _circumstance, _reason):
        for question in ask(frame):
            if _SHORTEST <= len(question.stem.split()) <= _LONGEST:
                yield question


def _subject(frame: Frame) -> Iterator[Question]:
    """*Putin tiba di Hanoi* -> *Siapa yang tiba di Hanoi?*."""
    fact = frame.fact
    assert fact.subject is not None
    rest = frame.text(fact.predicate.start, frame.end)
    if not rest or len(rest.split()) < 3:
        return
    if fact.tokens[fact.subject.head].text.lower() in _WITNESSES:
        # *Pantauan menunjukkan …* tells something else than the answer would.
        return
    if fact.verb_form() in words("mains", "equating"):
        return
    entity = entity_at(fact.subject, frame)
    word, key = who(entity, fact.subject, frame)
    stem = frame.ask(word and f"{word} yang", rest)
    if word and key and stem and not _opens_with_clause(frame):
        yield Question(
            stem=stem, key=key, word=word.lower(), slot="subject", fact=fact,
            sure=fact.confidence, entity=entity,
        )  # fmt: skip


def _opens_with_clause(frame: Frame) -> bool:
    """Tell whether a clause whose subject is the one asked for stands in front."""
    fact = frame.fact
    return any(
        token.upos == "VERB"
        for adjunct in fact.adjuncts
        if fact.subject is not None and adjunct.end <= fact.subject.start
        for token in fact.tokens[adjunct.start : adjunct.end]
    )


def _object(frame: Frame) -> Iterator[Question]:
    """*Kim membawa surat* -> *Apa yang dibawa oleh Kim?*; a counted one with *Berapa N yang*."""
    fact = frame.fact
    passive = passive_of(fact.verb_form()) if fact.voice == "active" else None
    if fact.verb_form() in fact_words("reaching"):
        yield from _reached(frame)
        return
    if fact.object is None or fact.subject is None or passive is None or fact.chained:
        return
    if not intends(frame) or analyse(fact.verb_form()).root in _DITRANSITIVE:
        return
    if fact.tokens[fact.object.head].text.lower() in fact_words("idiom"):
        return
    subject = frame.text(fact.subject.start, fact.subject.end)
    helpers = frame.text(fact.predicate.start, fact.verb)
    rest = frame.text(fact.object.end, frame.end) if frame.end > fact.object.end else ""
    if not subject or helpers is None or rest is None:
        return
    agent = f"oleh {frame.low(fact.subject.start, subject)}"
    tail = " ".join(part for part in (helpers, passive, agent, rest) if part)
    number = counted(fact.object, frame)
    if number:
        amount, noun, rest = number
        stem = frame.ask(f"Berapa {noun} yang", f"{tail} {rest}".strip())
        entity: Entity | None = amount
        word, key, slot = "berapa", standard_money(amount.quote), "amount"
    else:
        entity = entity_at(fact.object, frame)
        asked, key = who(entity, fact.object, frame)
        stem = frame.ask(asked and f"{asked} yang", tail)
        word, slot, noun = asked.lower(), "object", ""
    if word and key and stem:
        yield Question(
            stem=stem, key=key, word=word, slot=slot, fact=fact,
            sure=min(fact.confidence, fact.object.sure), entity=entity,
            unit=noun.partition(" ")[0],
        )  # fmt: skip


def _reached(frame: Frame) -> Iterator[Question]:
    """*Nilai ekspor mencapai Rp5 triliun* -> *Berapa nilai ekspor ...?*."""
    fact = frame.fact
    if fact.object is None or fact.subject is None or fact.end != fact.object.end:
        return
    entity = entity_at(fact.object, frame)
    head = fact.tokens[fact.subject.head].text.lower()
    subject = frame.text(fact.subject.start, fact.subject.end)
    whole = entity is not None and fact.sentence.text[
        fact.tokens[fact.object.start].start - fact.sentence.start :
        fact.tokens[fact.object.end - 1].end - fact.sentence.start
    ] == entity.quote  # fmt: skip
    if not whole or head not in word_class("measured") or not subject or entity is None:
        return
    stem = frame.ask("Berapa", frame.low(fact.subject.start, subject))
    if stem and len(subject.split()) >= 3:
        yield Question(
            stem=stem, key=standard_money(entity.quote), word="berapa", slot="amount", fact=fact,
            sure=min(fact.confidence, fact.object.sure), entity=entity,
        )  # fmt: skip


def _agent(frame: Frame) -> Iterator[Question]:
    """*Surat itu dibawa oleh Kim* -> *Siapa yang membawa surat itu?*."""
    fact = frame.fact
    agent = fact.adjunct("agent")
    active = active_of(fact.verb_form()) if fact.voice == "passive" else None
    if agent is None or active is None or fact.subject is None or agent.end > frame.end:
        return
    entity = entity_at(agent.phrase, frame)
    word, key = who(entity, agent.phrase, frame)
    subject = frame.text(fact.subject.start, fact.subject.end)
    helpers = frame.text(fact.predicate.start, fact.verb)
    rest = frame.text(agent.end, frame.end) if frame.end > agent.end else ""
    if not subject or helpers is None or rest is None or not word or agent.start != fact.verb + 1:
        return
    tail = " ".join(
        part for part in (helpers, active, frame.low(fact.subject.start, subject), rest) if part
    )
    stem = frame.ask(f"{word} yang", tail)
    if key and stem:
        yield Question(
            stem=stem, key=key, word=word.lower(), slot="agent", fact=fact,
            sure=min(fact.confidence, agent.sure), entity=entity,
        )  # fmt: skip


_FRONTED = {
    "time": "Kapan", "place": "Di mana", "goal": "Ke mana", "source": "Dari mana",
    "duration": "Berapa lama", "since": "Sejak kapan", "until": "Sampai kapan",
}  # fmt: skip
_MOTION_ONLY = frozenset({"goal", "source"})


def _circumstance(frame: Frame) -> Iterator[Question]:
    """*Putin tiba di Hanoi pada Rabu* -> *Kapan Putin tiba di Hanoi?*, *Di mana ...?*."""
    fact = frame.fact
    for role, word in _FRONTED.items():
        adjunct = fact.adjunct(role)
        if adjunct is None or adjunct.entity is None or adjunct.end - adjunct.start > 9:
            continue
        if role in _MOTION_ONLY and fact.verb_form() not in word_class("motion"):
            continue
        if not _just_entity(adjunct, frame) or (role == "time" and _once(fact)):
            continue
        stem = frame.ask(word, frame.body(adjunct), without=adjunct)
        key = _spoken(adjunct, role)
        if stem and key:
            yield Question(
                stem=stem, key=key, word=word.lower(), slot=role, fact=fact,
                sure=min(fact.confidence, adjunct.sure), entity=adjunct.entity,
            )  # fmt: skip


def _once(fact: Fact) -> bool:
    """Tell whether *pernah* stands there: it goes with a time, but not with *kapan*."""
    return any(t.text.lower() == "pernah" for t in fact.tokens[fact.predicate.start : fact.verb])


def _just_entity(adjunct: Adjunct, frame: Frame) -> bool:
    """Tell whether the phrase is the name or date alone: *di Hanoi*, not *di Hanoi dan Hue*."""
    entity, tokens = adjunct.entity, frame.fact.tokens
    assert entity is not None
    last, first = tokens[adjunct.end - 1], tokens[adjunct.phrase.start]
    return first.start >= entity.start - len("tanggal ") and last.end == entity.end


def _spoken(adjunct: Adjunct, role: str) -> str:
    entity = adjunct.entity
    assert entity is not None
    if role in {"place", "goal", "source"}:
        return f"{upper_first(adjunct.preposition)} {entity.quote}"
    if role == "duration":
        return upper_first(entity.quote)
    if entity.type == "DATE" and computed(entity):
        return ""
    fixed = entity.type == "TIME" or (entity.value or "")[:4] in entity.canonical
    return upper_first(entity.canonical) if entity.value and fixed else ""


_WHY = {"cause": "Mengapa", "purpose": "Untuk apa"}


def _reason(frame: Frame) -> Iterator[Question]:
    """*Upacara ditunda karena hujan* -> *Mengapa upacara ditunda?*."""
    fact = frame.fact
    for role, word in _WHY.items():
        adjunct = fact.adjunct(role)
        if adjunct is None or adjunct.start < fact.predicate.end:
            continue
        before = [one for one in fact.adjuncts if one.start > adjunct.start]
        said = frame.text(adjunct.phrase.start, adjunct.end)
        body = Frame(fact=fact, document=frame.document, end=min(frame.end, adjunct.start),
                      lead=frame.lead).body()  # fmt: skip
        if before or not said or body is None or len(said.split()) < 2:
            continue
        lead = adjunct.preposition
        if role == "purpose" and not intends(frame):
            continue
        if role == "purpose" and lead not in {"untuk", "guna", "demi"}:
            word = "Dengan tujuan apa"
        stem = frame.ask(word, body.rstrip(","))
        if stem:
            key = f"{upper_first(lead)} {said}"
            yield Question(
                stem=stem, key=key, word=word.lower(), slot=role, fact=fact,
                sure=min(fact.confidence, adjunct.sure), variants=(upper_first(said),),
            )  # fmt: skip
