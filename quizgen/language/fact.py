"""What a clause states, as plain typed objects: who did what to whom, where, when and why."""

from dataclasses import dataclass
from typing import Literal

from quizgen.language.trees import Phrase
from quizgen.model import Entity, Sentence, Token

SURE_FACT = 0.7
"""Facts read with less confidence than this are not built on."""
SURE_ARC = 0.745
"""The least that every arc of a fact must have for it to be built on.

Where the least one lay between ``SURE_FACT`` and this, one fact in five of news never seen before
was wrong (34 read), where it was surer one in 18 (580 read).
"""
DOUBTFUL = 0.5
"""Confidence of a fact or a part that has something against it."""
AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "NUMBER"})
"""Types of names that tell how much."""
RELATIVE = ("acl", "acl:relcl")
"""Relations of clauses that describe a noun: *warga yang datang*."""
Voice = Literal["active", "passive", "persona", "nominal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjunct:
    """A phrase that tells a circumstance; ``start`` includes its preposition or conjunction.

    ``role`` is place, goal, source, time, since, until, duration, agent, recipient, topic,
    cause, purpose, manner, amount, temporal, condition, concession or other.
    """

    role: str
    start: int
    phrase: Phrase
    preposition: str = ""
    entity: Entity | None = None
    sure: float = 1.0

    @property
    def end(self) -> int:
        """Token index where the adjunct ends, exclusive."""
        return self.phrase.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One clause: token ranges of ``sentence``, and how sure the reading is (0 to 1).

    ``predicate`` runs from the first helper (*akan, tidak, berhasil*) to the last verb;
    ``verb`` is that verb. ``relation`` is the dependency relation of the clause: root, conj,
    acl:relcl, ccomp, advcl …; in a relative clause the subject is the noun it belongs to.
    ``complement`` is what the verb cannot do without beside its object: what is said, wanted or
    decided. ``open`` tells that the clause is supposed, wished or still to come.
    """

    sentence: Sentence
    voice: Voice
    predicate: Phrase
    verb: int
    relation: str
    subject: Phrase | None = None
    object: Phrase | None = None
    complement: Phrase | None = None
    adjuncts: tuple[Adjunct, ...] = ()
    negated: bool = False
    open: bool = False
    chained: bool = False
    """A verb such as *mencoba* or *ingin* governs the last one."""
    hanging: bool = False
    """A part of the predicate stands outside it, so that the rest does not say the whole."""
    end: int = 0
    """Token index where the clause ends, exclusive, without its closing punctuation."""
    confidence: float = 1.0

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def verb_form(self) -> str:
        """Return the verb as written, lower case."""
        return self.tokens[self.verb].text.lower()

    def adjunct(self, *roles: str) -> Adjunct | None:
        """Return the only adjunct that plays one of the roles, None if there are two or none."""
        found = [one for one in self.adjuncts if one.role in roles]
        return found[0] if len(found) == 1 else None

    @property
    def start(self) -> int:
        """Token index of the first word of subject and predicate."""
        return min(self.predicate.start, self.subject.start if self.subject else 10_000)
