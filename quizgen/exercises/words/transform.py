"""Short clauses that can be turned from active to passive and back, word for word.

A clause is taken where subject, helper, verb and object (or agent with *oleh*) stand side by side
and the one who acts is a person or a body. What comes after is left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.exercises.common.needless import needless
from quizgen.exercises.common.pointing import explained
from quizgen.exercises.common.standard_language import rightly_built, tidy
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import lower_first
from quizgen.language.circumstances import fact_words
from quizgen.language.clauses import entity_spans, is_additive, named_tokens
from quizgen.language.fact import Fact
from quizgen.language.facts import facts
from quizgen.language.morphology import analyse
from quizgen.language.nouns import is_human, nouns
from quizgen.language.slips import spaced_money
from quizgen.language.voice import active_of, passive_of
from quizgen.model import Document, Evidence, Sentence, Token

_SURE = 0.5
_LONGEST_PHRASE, _LONGEST = 6, 12
_RELATIONS = frozenset({"root", "conj", "ccomp", "parataxis", "advcl"})
_BEFORE = frozenset(
    {
        ",",
        '"',
        "“",
        "”",
        "-",
        "–",
        "—",
        "bahwa",
        "karena",
        "sehingga",
        "setelah",
        "sementara",
        "sedangkan",
        "ketika",
        "sebelum",
        "agar",
    }
)
_PERSONS = frozenset({"kami", "kita", "saya"})
_DAYS = frozenset({"hari", "ini", "pagi", "siang", "sore", "malam", "kemarin", "besok", "lalu"})
_AGENT = frozenset({"peN-", "pe-"})
_BREAKING = frozenset({"CCONJ", "VERB", "PUNCT", "PRON"})
_CUT = frozenset({"ADP", "SCONJ", "PUNCT"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Actor, helpers, verb forms and undergoer, each as it stands in mid-sentence."""

    sentence: Sentence
    actor: str
    helpers: tuple[str, ...]
    active: str
    passive: str
    undergoer: str
    evidence: Evidence
    tokens: tuple[Token, ...]
    turned: bool
    """Whether the text has it in the passive."""

    @property
    def persona(self) -> bool:
        """Whether the actor is the speaker."""
        return self.actor in _PERSONS


def active_clauses(document: Document) -> Iterator[Clause]:
    """Yield the active clauses of a document that have a natural passive."""
    for fact in facts(document):
        if fact.voice == "active" and fact.subject and fact.object and _plain(fact):
            verb, object = fact.verb_form(), fact.object
            passive = passive_of(verb) if verb in words("voice", "transitive") else None
            end = _object_end(fact)
            if passive is None or object.start != fact.verb + 1 or end is None:
                continue
            actor = _actor(fact, fact.subject.start, fact.subject.end, document)
            undergoer = _phrase(fact, object.start, end, document)
            if _thing(fact, object.start) and actor and undergoer:
                yield _clause(fact, actor, undergoer, verb, passive, fact.subject.start, end)


def passive_clauses(document: Document) -> Iterator[Clause]:
    """Yield the passive clauses of a document whose agent follows with *oleh*."""
    for fact in facts(document):
        agent = fact.adjunct("agent")
        if fact.voice != "passive" or not (fact.subject and agent and _plain(fact)):
            continue
        verb = fact.verb_form()
        active, start = active_of(verb), agent.start + 1
        if active not in words("voice", "transitive") or agent.start != fact.verb + 1:
            continue
        if fact.tokens[agent.start].text != "oleh" or passive_of(active) != verb:
            continue
        end = next((i for i in range(start, agent.end) if _stops(fact, i)), agent.end)
        actor = _actor(fact, start, end, document) if end > start else None
        undergoer = _phrase(fact, fact.subject.start, fact.subject.end, document)
        if actor and undergoer:
            yield _clause(fact, actor, undergoer, active, verb, fact.subject.start, end)


def _plain(fact: Fact) -> bool:
    """Tell whether subject, helpers and verb stand side by side at the start of a clause."""
    assert fact.subject is not None
    start, tokens = fact.subject.start, fact.tokens
    helped = all(token.text in words("voice", "helpers") for token in _helping(fact))
    last = tokens[fact.subject.end - 1].text.lower()
    opens = start == 0 or tokens[start - 1].text.lower() in _BEFORE
    sure = tokens[fact.subject.head].attachment >= _SURE
    return (
        fact.relation in _RELATIONS
        and fact.subject.end == fact.predicate.start
        and helped
        and last not in words("voice", "adverbial")
        and opens
        and sure
        and "?" not in fact.sentence.text
        and not spaced_money(fact.tokens)
    )


def _helping(fact: Fact) -> list[Token]:
    """Return the words between subject and verb, without *juga*."""
    between = fact.tokens[fact.predicate.start : fact.verb]
    return [token for token in between if not is_additive(token)]


def _stops(fact: Fact, index: int) -> bool:
    token = fact.tokens[index]
    return token.upos in _CUT or token.text.lower() == "yang"


def _object_end(fact: Fact) -> int | None:
    """Return where the object is cut, None where what follows belongs to it all the same."""
    assert fact.object is not None
    tokens, whole = fact.tokens, fact.object
    end = next((i for i in range(whole.start, whole.end) if _stops(fact, i)), whole.end)
    if (
        end == whole.start
        or whole.head >= end
        or any(token.upos in {"CCONJ", "VERB"} for token in tokens[whole.start : end])
    ):
        return None
    following = tokens[end] if end < len(tokens) else None
    if following is None or following.text.lower() in words("voice", "completing"):
        return None
    listed = following.text == "," and any(
        token.upos == "CCONJ" for token in tokens[end : min(end + 10, len(tokens))]
    )
    closed = following.upos in {"PUNCT", "ADP", "SCONJ"} or following.text == "yang"
    named = following.text in {"(", "/", "-", "–"} or (following.upos == "PROPN")
    return None if listed or not closed or named else end


def _thing(fact: Fact, start: int) -> bool:
    first = fact.tokens[start]
    low = first.text.lower()
    return first.text[:1].isalpha() and low not in words("voice", "idiomatic") | fact_words("idiom")


def _actor(fact: Fact, start: int, end: int, document: Document) -> str | None:
    """Return who acts, if it is a person, people or a body."""
    if end - start == 1 and fact.tokens[start].text.lower() in _PERSONS:
        return fact.tokens[start].text.lower()
    spans = entity_spans(fact.sentence, document)
    named = any(
        span.entity and span.entity.type in {"PER", "ORG", "GPE"} and span.end == end
        for span in spans
    )  # fmt: skip
    dated = any(
        span.entity and span.entity.type in {"DATE", "TIME", "MONEY"} and span.start < end
        and span.end > start for span in spans
    )  # fmt: skip
    heads = [fact.tokens[i].text.lower() for i in range(start, min(start + 2, end))]
    acting = any(
        is_human(head)
        or head
        in nouns("people") | nouns("body") | fact_words("collective") | words("voice", "actors")
        or (analyse(head).segments[0] in _AGENT and analyse(head).segments[-1] != "-an")
        for head in heads
    )
    return _phrase(fact, start, end, document) if (named or acting) and not dated else None


def _phrase(fact: Fact, start: int, end: int, document: Document) -> str | None:
    """Return a noun phrase as it stands in mid-sentence, None where it cannot stand alone."""
    sentence = fact.sentence
    left_out = set(needless(sentence, start, end))
    kept = [i for i in range(start, end) if i not in left_out]
    if not kept or len(kept) > _LONGEST_PHRASE or kept[0] != start:
        return None
    tokens = sentence.tokens
    named = named_tokens(sentence, document)
    if any(tokens[i].upos in _BREAKING and i not in named for i in kept):
        return None
    if any(tokens[i].text.lower() in _DAYS for i in kept):
        return None
    if any(tokens[i].clitics for i in kept) or not explained(sentence, kept, document):
        return None
    parts = [
        f"{' ' if place and tokens[i].start > tokens[i - 1].end else ''}{tokens[i].text}"
        for place, i in enumerate(kept)
    ]
    return lower_first("".join(parts), sentence, document, start)


def _clause(
    fact: Fact, actor: str, undergoer: str, active: str, passive: str, start: int, end: int
) -> Clause:
    sentence, tokens = fact.sentence, fact.tokens
    quote = sentence.text[
        tokens[start].start - sentence.start : tokens[end - 1].end - sentence.start
    ]
    helpers = tuple(token.text for token in _helping(fact))
    return Clause(
        sentence, actor, helpers, active, passive, undergoer,
        Evidence(sentence.id, quote), tokens[start:end], fact.voice == "passive",
    )  # fmt: skip


def presentable(clause: Clause, document: Document) -> bool:
    """Tell whether a clause is short and standard and says no word twice."""
    spans = document.entities_in(clause.sentence)
    named = {
        index
        for index, token in enumerate(clause.tokens)
        if any(span.start <= token.start < span.end for span in spans)
    }
    said = f"{clause.actor} {clause.undergoer}".lower().split()
    return (
        len(said) + len(clause.helpers) + 1 <= _LONGEST
        and tidy(clause.tokens, clause.evidence.quote)
        and rightly_built(clause.tokens, named)
        and len(said) == len(set(said))
    )
