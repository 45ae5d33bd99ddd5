"""What a phrase of a fact is as an answer: a name, a person, a thing, a number.

The answer decides the question word: *siapa* for people, *apa* for things, *negara mana*, *berapa*.
"""

from quizgen.exercises.common.names import SURE
from quizgen.exercises.common.text import upper_first
from quizgen.exercises.questions.frames import Frame
from quizgen.language.circumstances import asked_noun, fact_words
from quizgen.language.clauses import entity_spans, titled
from quizgen.language.nouns import is_human
from quizgen.language.places import lookup
from quizgen.language.trees import Phrase
from quizgen.model import Entity

_ACTING = fact_words("collective") | fact_words("unique") | fact_words("acting")


def entity_at(phrase: Phrase, frame: Frame) -> Entity | None:
    """Return the name that a phrase as a whole stands for: *Presiden Rusia Vladimir Putin*."""
    tokens = frame.fact.tokens[phrase.start : phrase.end]
    if any(token.upos == "CCONJ" or token.text == "," for token in tokens):
        return None
    spans = entity_spans(frame.fact.sentence, frame.document)
    inside = [s for s in spans if s.start >= phrase.start and s.end <= phrase.end and s.entity]
    persons = [s for s in inside if s.entity and s.entity.type == "PER"]
    if len(persons) == 1:
        # *Presiden Joko Widodo* is that person, *kemenangan Joko Widodo* is not.
        named = titled(frame.fact.sentence, phrase.start, persons[0].start)
        return persons[0].entity if named else None
    if len(inside) == 1 and inside[0].start == phrase.start and inside[0].end == phrase.end:
        return inside[0].entity
    return None


_KINDS = {
    "country": "Negara", "city": "Kota", "province": "Provinsi", "regency": "Kabupaten",
}  # fmt: skip


def named_who(entity: Entity) -> tuple[str, str]:
    """Return the question word for a name and the name as an answer; empty if unsure."""
    if entity.confidence < SURE:
        return "", ""
    if entity.type == "PER":
        return "Siapa", entity.canonical
    if entity.type == "ORG":
        noun = asked_noun(entity.canonical)
        return f"{upper_first(noun)} {'mana' if noun == 'pihak' else 'apa'}", entity.canonical
    if entity.type == "GPE":
        place = lookup(entity.canonical)
        noun = _KINDS.get(place.kind, "") if place else ""
        return (f"{noun} mana", entity.canonical) if noun else ("", "")
    return "", ""


def who(entity: Entity | None, phrase: Phrase, frame: Frame) -> tuple[str, str]:
    """Return the question word for a phrase and the phrase as an answer; empty if unsure."""
    if entity is not None:
        return named_who(entity)
    head = frame.fact.tokens[phrase.head]
    text = frame.text(phrase.start, phrase.end)
    first = frame.fact.tokens[phrase.start]
    if first.text.lower() in fact_words("vague") or first.upos == "NUM":
        # An amount is asked for with *berapa*.
        return "", ""
    if phrase.end - phrase.start < 2 or phrase.end - phrase.start > 12:
        return "", ""
    if not text or head.upos != "NOUN" or head.text.lower() in fact_words("collective"):
        return "", ""
    if not _human(phrase, frame):
        return "Apa", upper_first(text)
    return ("", "") if _described(phrase, frame) else ("Siapa", upper_first(text))


def _described(phrase: Phrase, frame: Frame) -> bool:
    """Tell whether a phrase may describe a person whom the text names: *bek asal Aljazair*."""
    tokens = frame.fact.tokens
    if any(
        t.text.lower() in {"para", "semua", "seluruh"} for t in tokens[phrase.start : phrase.end]
    ):
        return False
    if tokens[phrase.head].text.lower() in fact_words("plural"):
        return False
    return any(e.type == "PER" for e in frame.document.entities)


def _human(phrase: Phrase, frame: Frame) -> bool:
    tokens = frame.fact.tokens
    if any(
        span.entity is not None and span.entity.type in {"PRODUCT", "LOC", "ORG", "EVENT", "LAW"}
        for span in entity_spans(frame.fact.sentence, frame.document)
        if span.end == phrase.end and span.start > phrase.start and span.start == phrase.head + 1
    ):
        # *pendarat Vikram* is a machine: the name beside the noun says so.
        low = tokens[phrase.head].text.lower()
        return low in fact_words("human") or is_human(low)
    head = tokens[phrase.head]
    agent = head.segments[:1] in {("peN-",), ("pe-",)} and "-an" not in head.segments
    plural = any(t.text.lower() == "para" for t in tokens[phrase.start : phrase.head])
    return agent or plural or head.text.lower() in fact_words("human")


def counted(phrase: Phrase, frame: Frame) -> tuple[Entity, str, str] | None:
    """Return the number that opens a phrase, the noun it counts, and what follows that.

    *900 pengunjung setiap pekan* is 900, *pengunjung* and *setiap pekan*.
    """
    for span in entity_spans(frame.fact.sentence, frame.document):
        number = span.entity is not None and span.entity.type == "NUMBER"
        if number and span.start == phrase.start and span.end < phrase.end and span.entity:
            stop = next(
                (
                    i
                    for i in range(span.end, phrase.end)
                    if frame.fact.tokens[i].text.lower() in fact_words("rate")
                ),
                phrase.end,
            )
            noun, rest = frame.text(span.end, stop), frame.text(stop, phrase.end)
            first = frame.fact.tokens[span.end]
            brief = span.end + 6 >= stop
            if (
                noun
                and rest is not None
                and brief
                and first.upos == "NOUN"
                and " yang " not in noun
            ):
                return span.entity, noun, rest
    return None


def intends(frame: Frame) -> bool:
    """Tell whether the subject can have a purpose: a person, a body, a state."""
    fact = frame.fact
    assert fact.subject is not None
    if fact.voice == "passive":
        return True
    entity = entity_at(fact.subject, frame)
    if entity is not None:
        return entity.type in {"PER", "ORG", "GPE"}
    head = fact.tokens[fact.subject.head].text.lower()
    return _human(fact.subject, frame) or head in _ACTING
