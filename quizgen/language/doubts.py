"""What speaks against a clause fact that was read from a tree, however sure its arcs are.

A fact is doubted if the verb lacks what it needs (*Ia meminta*), if a neighbour of a part could
belong to it (*orang | di sekitar perokok*), or if the sentence goes on in a way that makes
another clause of it. Word order alone tells so, and it errs in other places than the parser.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3, on what verbs need.
"""

from quizgen.language.circumstances import fact_words
from quizgen.language.fact import DOUBTFUL, RELATIVE, SURE_ARC, SURE_FACT, Fact
from quizgen.language.fact_edges import edges
from quizgen.language.fact_lists import lists_on
from quizgen.language.lost_parts import loses_part
from quizgen.language.named_deeds import unsaid
from quizgen.language.odd_parts import odd_object, odd_verb
from quizgen.language.odd_subjects import odd_subject
from quizgen.language.speech import kind_of_saying
from quizgen.language.swallowed_parts import swallows_part
from quizgen.language.trees import Tree, paired
from quizgen.language.voice import passive_of

_LINKS = frozenset({"adalah", "ialah", "merupakan"})
_QUESTIONS = frozenset({"bagaimana", "mengapa", "kenapa", "kapan", "apakah", "siapa"})
_QUOTES = frozenset('"“”')


def held(fact: Fact, tree: Tree, spoken: bool) -> float:
    """Return the confidence of a fact after all that speaks against it.

    ``spoken`` tells that the sentence holds a quotation, which says what a verb of saying lacks.
    """
    if (
        _lacks(fact, spoken)
        or _half_quoted(fact)
        or _only(fact)
        or _clashes(fact)
        or loses_part(fact)
        or swallows_part(fact)
        or odd_verb(fact)
        or odd_subject(fact)
        or odd_object(fact)
        or unsaid(fact)
    ):
        return min(fact.confidence, DOUBTFUL)
    sure = min([fact.confidence, *edges(fact, tree)])
    return sure if sure >= SURE_ARC else min(sure, DOUBTFUL)


def _only(fact: Fact) -> bool:
    """Tell whether *hanya* stands before a verb without what it limits: *hanya dilalui*."""
    words = {t.text.lower() for t in fact.tokens[fact.predicate.start : fact.verb]}
    said = fact.object or fact.complement or not _bare(fact)
    return bool(words & {"hanya", "cuma"}) and not said


def _half_quoted(fact: Fact) -> bool:
    """Tell whether a quotation that opens in a part ends outside it: *edisi “Zaman | ini”*."""
    parts = [part for part in (fact.subject, fact.object) if part]
    return any(not paired([t.text for t in fact.tokens[p.start : p.end]]) for p in parts)


def _lacks(fact: Fact, spoken: bool) -> bool:
    """Tell whether the verb has not got what it cannot do without."""
    verb = fact.verb_form()
    following = fact.tokens[fact.predicate.end : fact.predicate.end + 1]
    asked = any(t.text.lower() in _QUESTIONS for t in following)
    if fact.complement is not None or fact.voice == "nominal":
        return False
    if asked and fact.object is None:
        # *Tidak suka | bagaimana kami bermain*.
        return True
    if verb.removesuffix("nya") in fact_words("directive") or kind_of_saying(verb) == "order":
        return _unordered(fact)
    if fact.object is not None:
        return False
    if kind_of_saying(verb) and fact.voice == "active":
        return not spoken
    plain = verb.removesuffix("nya") if verb.startswith("di") else verb
    if plain in fact_words("completed", "placed", "needy"):
        return plain in fact_words("completed") or _bare(fact)
    bare = fact.tokens[fact.verb].segments[-1] == "-kan" and not verb.startswith(("me", "di"))
    takes = fact.voice == "active" and (bare or passive_of(verb) is not None)
    return takes and verb not in fact_words("absolute")


def _unordered(fact: Fact) -> bool:
    """Tell whether a verb of asking has nobody, or does not say what is asked of them.

    *Meminta bantuan.* says it; *meminta warga | waspada* does not.
    """
    sure = [a for a in fact.adjuncts if a.sure >= SURE_FACT]
    if any(a.role == "purpose" or a.preposition == "sebagai" for a in sure):
        return False
    if fact.object is None or fact.object.end >= len(fact.tokens):
        return fact.object is None
    joined = fact.tokens[fact.object.end : fact.object.end + 2]
    following = [t.text for t in joined]
    if joined[0].upos == "CCONJ" and joined[-1].upos in {"NOUN", "PROPN", "DET", "NUM"}:
        return True
    apposed = kind_of_saying(fact.verb_form()) == "order" and following[0] == ","
    goes_on = apposed and following[-1] not in _QUOTES
    return goes_on or fact.tokens[fact.object.end].upos not in {"PUNCT", "CCONJ"}


def _bare(fact: Fact) -> bool:
    """Tell whether nothing sure follows the predicate."""
    if fact.subject is not None and fact.subject.start == fact.predicate.end:
        return False
    return not any(a.start == fact.predicate.end and a.sure >= SURE_FACT for a in fact.adjuncts)


def _clashes(fact: Fact) -> bool:
    """Tell whether the sentence goes on so that the clause read is only a part of another one."""
    tokens, end = fact.tokens, (fact.object or fact.complement or fact.predicate).end
    following = tokens[end].text.lower() if end < len(tokens) else ""
    if following in _LINKS and fact.relation not in RELATIVE:
        # *Syarat mengikuti seleksi ini adalah …*: the verb only describes the subject.
        return True
    if following == "," and _goes_on_behind(fact, end):
        return True
    return following == "," and lists_on(fact, end + 1)


def _goes_on_behind(fact: Fact, comma: int) -> bool:
    """Tell whether *yang* in the object goes on behind a comma: *yang tidak hanya …, tetapi …*."""
    if fact.object is None:
        return False
    inside = {t.text.lower() for t in fact.tokens[fact.object.start : fact.object.end]}
    after = fact.tokens[comma + 1].text.lower() if comma + 1 < len(fact.tokens) else ""
    also = after in {"tetapi", "tapi", "melainkan"} and bool(inside & {"hanya", "bukan", "saja"})
    return "yang" in inside and (also or after == "tanpa")
