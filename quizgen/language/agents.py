"""The doer of a passive without *oleh*: *rancangan itu disampaikan Gubernur*.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, 3.27: *oleh* may be left
out where the agent follows the verb at once.
"""

from collections.abc import Sequence

from quizgen.language.circumstances import fact_words
from quizgen.language.morphology import analyse
from quizgen.language.trees import Phrase
from quizgen.model import Entity, Token

_DOERS = frozenset({"PER", "ORG", "NORP"})
GIVEN = frozenset({"beri", "tawar", "bekal", "pinjam", "janji", "hadiah", "minta", "sebut", "nama"})
"""Roots whose passive is followed by the thing given or the name, not by a doer."""


def _giving(verb: Token) -> bool:
    return "-kan" in verb.segments and analyse(verb.text.lower()).root in {
        "beri",
        "hadiah",
        "pinjam",
    }


def bare_agent(
    phrase: Phrase,
    predicate: Phrase,
    tokens: Sequence[Token],
    entity: Entity | None,
    *,
    cased: bool,
) -> bool:
    """Tell whether a phrase right behind a *di-* passive names people or a body that did it."""
    verb = tokens[predicate.head]
    if cased or "di-" not in verb.segments or phrase.start != predicate.end:
        return False
    # *Diberi pemilik* gets an owner, *diberikan pemilik (kepada warga)* is the owner's doing.
    if analyse(verb.text.lower()).root in GIVEN and not _giving(verb):
        return False
    if entity is not None:
        return entity.type in _DOERS
    head = tokens[phrase.head].text.lower()
    named = head in fact_words("human") | fact_words("collective") | fact_words("acting")
    return named or analyse(head).segments[0] == "peN-"
