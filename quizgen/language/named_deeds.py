"""Readings of clauses that the sentence does not say: deeds only named, denials cut, attributes.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, 2.49 (*ter-* as the highest
degree), 3.17 (what a denial reaches).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from quizgen.language.circumstances import fact_words
from quizgen.language.fact import SURE_FACT, Fact
from quizgen.model import Token

_SCORE = re.compile(r"\d+-\d+$")
_REACHED = frozenset({"untuk", "dengan", "secara", "karena", "demi"})
_DEGREES = frozenset({"lebih", "semakin", "makin", "kian", "sangat", "jadi"})
_NEAR = 6


def unsaid(fact: Fact) -> bool:
    """Tell whether a reading says what the sentence does not say."""
    return (
        (fact.subject is None and _only_named(fact))
        or _denial_cut(fact)
        or _attribute(fact)
        or _score(fact)
        or _quality_cut(fact)
        or _effect_cut(fact)
    )


def _only_named(fact: Fact) -> bool:
    """Tell whether a deed without a doer is only named, or nobody's.

    *Pentingnya | menaati aturan*, *selain | menetapkan harga*, *tidak ada yang | rela pergi*.
    """
    tokens, start = fact.tokens, fact.predicate.start
    before = [token.text.lower() for token in tokens[max(0, start - 2) : start]]
    if before[-1:] and before[-1] in fact_words("naming"):
        return True
    if before == ["bukan", "hanya"]:
        return True
    return before[-1:] == ["yang"] and _there_is_none(tokens[max(0, start - _NEAR) : start])


def _there_is_none(tokens: Sequence[Token]) -> bool:
    words = [token.text.lower() for token in tokens]
    negations = fact_words("negation")
    return any(one in negations and other == "ada" for one, other in pairwise(words))


def _denial_cut(fact: Fact) -> bool:
    """Tell whether what a denial is about was left out: *tidak dirancang | untuk harian*."""
    if not fact.negated or fact.object is not None or fact.complement is not None:
        return False
    end = fact.predicate.end
    after = fact.tokens[end : end + 1]
    kept = any(each.start == end and each.sure >= SURE_FACT for each in fact.adjuncts)
    return bool(after) and after[0].text.lower() in _REACHED and not kept


def _attribute(fact: Fact) -> bool:
    """Tell whether a highest degree right behind its noun was taken for what is said of it.

    *Pasar | tersibuk di Sibolga*.
    """
    verb = fact.tokens[fact.verb]
    plain = fact.predicate.end - fact.predicate.start == 1 and fact.subject is not None
    close = plain and fact.subject is not None and fact.subject.end == fact.predicate.start
    return close and verb.upos == "ADJ" and verb.text.lower().startswith("ter")


def _quality_cut(fact: Fact) -> bool:
    """Tell whether the second of two qualities was cut off: *pasar tertua | dan tersibuk*."""
    parts = [part for part in (fact.subject, fact.object, fact.complement) if part]
    parts += [each.phrase for each in fact.adjuncts if each.sure >= SURE_FACT]
    return any(
        before.upos == after.upos == "ADJ" and link.upos == "CCONJ"
        for part in parts
        if part.end + 1 < len(fact.tokens)
        for before, link, after in [fact.tokens[part.end - 1 : part.end + 2]]
    )


def _effect_cut(fact: Fact) -> bool:
    """Tell whether an adjective was cut off that makes the verb: *membuat mobil | lebih kuat*.

    In *bermulut manis* it makes an idiom, and is nothing that is said of the subject.
    """
    complement, object = fact.complement, fact.object
    if complement and fact.verb_form().startswith("ber"):
        lone = complement.end - complement.start == 1
        return lone and fact.tokens[complement.start].upos == "ADJ"
    if object is None or fact.verb_form() not in {"membuat", "menjadikan"}:
        return False
    after = [t for t in fact.tokens[object.end : object.end + 2] if t.text != ")"][:1]
    return any(t.upos == "ADJ" or t.text.lower() in _DEGREES for t in after)


def _score(fact: Fact) -> bool:
    """Tell whether a result was taken for what somebody won: *menang | 1-0*."""
    if fact.object is None:
        return False
    part = fact.tokens[fact.object.start : fact.object.end]
    return _SCORE.match("".join(token.text for token in part)) is not None
