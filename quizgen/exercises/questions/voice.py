"""A fact in the other voice: the same said with the other part in front.

Source: Sneddon et al. (2010) 3.26-3.33 on passive type one; only third-person agents with *oleh*.
"""

from quizgen.exercises.questions.frames import Frame
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import entity_spans
from quizgen.language.trees import Phrase
from quizgen.language.voice import active_of, passive_of

_LONGEST_AGENT = 7
_SELDOM_PASSIVE = frozenset(
    {"melihat", "menelan", "memusatkan", "membawa", "memakan", "menjalani", "mengalami", "menyusul"}
)
_CLAUSAL = frozenset({"untuk", "agar", "supaya", "guna", "karena", "jika", "dengan", "saat"})


def turned(frame: Frame) -> str | None:
    """Return the fact in the other voice as it stands in mid-sentence, None if unsure.

    *Kim membawa surat ke Hanoi* becomes *surat dibawa oleh Kim ke Hanoi*, and the other way.
    """
    fact = frame.fact
    if _controlled(frame):
        return None
    if fact.chained or fact.negated or fact.subject is None or _idiom(frame):
        return None
    if fact.voice == "active":
        odd = fact.verb_form() in fact_words("reaching") | _SELDOM_PASSIVE
        return None if odd or not _named(fact.subject, frame) else _passive(frame)
    return _active(frame) if fact.voice == "passive" else None


def _controlled(frame: Frame) -> bool:
    """Tell whether another verb has the same doer unsaid: *usai meninjau*, *untuk menandai*."""
    fact = frame.fact
    return any(
        token.upos == "VERB" and index != fact.verb
        for index, token in enumerate(fact.tokens[: frame.end])
        if index > fact.verb
    )


def _named(phrase: Phrase, frame: Frame) -> bool:
    """Tell whether a person, a body or a state is named: an abstract agent reads oddly."""
    return any(
        span.entity is not None and span.entity.type in {"PER", "ORG", "GPE"}
        for span in entity_spans(frame.fact.sentence, frame.document)
        if phrase.start <= span.start and span.end == phrase.end
    )


def _idiom(frame: Frame) -> bool:
    """Tell whether verb and object are one idea that keeps its voice: *mengucapkan selamat*."""
    object = frame.fact.object
    return object is not None and frame.fact.tokens[object.head].text.lower() in fact_words("idiom")


def _passive(frame: Frame) -> str | None:
    fact = frame.fact
    verb = passive_of(fact.verb_form())
    if verb is None or fact.object is None or fact.subject is None:
        return None
    if fact.subject.end - fact.subject.start > _LONGEST_AGENT:
        return None
    subject = frame.text(fact.subject.start, fact.subject.end)
    object = frame.text(fact.object.start, fact.object.end)
    if not subject or not object or _holds_clause(fact.object, frame):
        return None
    agent = f"oleh {frame.low(fact.subject.start, subject)}"
    front = frame.low(fact.object.start, object)
    return _joined(frame, front, verb, agent, fact.object.end)


def _holds_clause(object: Phrase, frame: Frame) -> bool:
    """Tell whether a purpose or a condition hangs on the object: it would leave its verb."""
    inside = frame.fact.tokens[object.start : object.end]
    return any(token.upos == "SCONJ" or token.text.lower() in _CLAUSAL for token in inside)


def _active(frame: Frame) -> str | None:
    fact = frame.fact
    verb, agent = active_of(fact.verb_form()), fact.adjunct("agent")
    if verb is None or agent is None or fact.subject is None or agent.start != fact.verb + 1:
        return None
    if not _named(agent.phrase, frame):
        return None
    doer = frame.text(agent.phrase.start, agent.end)
    subject = frame.text(fact.subject.start, fact.subject.end)
    if not doer or not subject:
        return None
    object = frame.low(fact.subject.start, subject)
    front = frame.low(agent.phrase.start, doer)
    return _joined(frame, front, verb, object, agent.end)


def _joined(frame: Frame, front: str, verb: str, back: str, after: int) -> str | None:
    helpers = frame.text(frame.fact.predicate.start, frame.fact.verb)
    rest = frame.text(after, frame.end) if frame.end > after else ""
    opening = frame.front()
    if helpers is None or rest is None or opening is None:
        return None
    before = f"{opening[:1].lower()}{opening[1:]}"
    return before + " ".join(part for part in (front, helpers, verb, back, rest) if part)
