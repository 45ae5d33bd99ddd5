"""What speaks against a clause fact that was read from a tree, however sure its arcs are.

A fact is doubted if the verb lacks what it needs (*Ia meminta*), if a neighbour of a part could
belong to it (*orang | di sekitar perokok*), or if the sentence goes on in a way that makes
another clause of it. Word order alone tells so, and it errs in other places than the parser.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3, on what verbs need.
"""

from dataclasses import replace

from quizgen.language.agents import GIVEN
from quizgen.language.circumstances import fact_words
from quizgen.language.fact import AMOUNTS, DOUBTFUL, RELATIVE, SURE_FACT, Adjunct, Fact
from quizgen.language.fact_edges import edges
from quizgen.language.fact_lists import clause_from, lists_on
from quizgen.language.morphology import analyse
from quizgen.language.odd_parts import odd_object, odd_subject, odd_verb
from quizgen.language.speech import kind_of_saying
from quizgen.language.trees import Tree, paired
from quizgen.language.voice import passive_of

_LINKS = frozenset({"adalah", "ialah", "merupakan"})
_NEAR = frozenset({"place", "goal", "source", "other", "manner", "recipient", "topic", "amount"})
"""Roles of phrases that may as well describe a noun or another verb right before them."""
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
        or odd_verb(fact)
        or odd_subject(fact)
        or odd_object(fact)
    ):
        return min(fact.confidence, DOUBTFUL)
    return min([fact.confidence, *edges(fact, tree)])


def _only(fact: Fact) -> bool:
    """Tell whether *hanya* stands before a verb without what it limits: *hanya dilalui*."""
    words = {t.text.lower() for t in fact.tokens[fact.predicate.start : fact.verb]}
    said = fact.object or fact.complement or not _bare(fact)
    return bool(words & {"hanya", "cuma"}) and not said


def _half_quoted(fact: Fact) -> bool:
    """Tell whether a quotation that opens in a part ends outside it: *edisi “Zaman | ini”*."""
    parts = [part for part in (fact.subject, fact.object) if part]
    return any(not paired([t.text for t in fact.tokens[p.start : p.end]]) for p in parts)


def whole(adjunct: Adjunct, fact: Fact) -> Adjunct:
    """Return an adjunct with less confidence if more of it seems to follow: *ke Solo, … dan …*."""
    doubts = (_swallows, _cut_short, _bare_noun, _far, _goes_to_predicate, _broken)
    doubted = any(doubt(adjunct, fact) for doubt in doubts)
    return replace(adjunct, sure=min(adjunct.sure, DOUBTFUL)) if doubted else adjunct


def _far(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether another noun or verb stands nearer: *kalau bisa | di sini, kami pulang*."""
    if adjunct.role not in _NEAR:
        return False
    before = fact.tokens[adjunct.start - 1].upos if adjunct.start else ""
    if adjunct.end <= fact.start:
        return before in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}
    sure = [a for a in fact.adjuncts if a.sure >= SURE_FACT]
    read = [fact.predicate, *sure, *((fact.object,) if fact.object else ())]
    end = max((part.end for part in read if part.end <= adjunct.start), default=adjunct.start)
    return any(t.upos in {"NOUN", "PROPN", "VERB"} for t in fact.tokens[end : adjunct.start])


def _broken(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether a phrase is denied, ends in a preposition or in half a quotation."""
    texts = [t.text for t in fact.tokens[adjunct.start : adjunct.end]]
    denied = fact.tokens[adjunct.start - 1].text.lower() in fact_words("negation")
    loose = fact.tokens[adjunct.end - 1].upos == "ADP" or texts[-1:] == ["bawah"]
    outside = fact.tokens[adjunct.start - 1].text in _QUOTES and adjunct.start >= fact.predicate.end
    return (denied and adjunct.start > 0) or loose or outside or not paired(texts)


def _goes_to_predicate(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether a doer without *oleh* ends in what is said of another noun: *X | mangkrak*."""
    last = fact.tokens[adjunct.end - 1]
    return adjunct.role == "agent" and not adjunct.preposition and last.upos == "ADJ"


def _cut_short(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether more of an adjunct follows: *ke Solo, … dan …*, *selama hotel | dibangun*."""
    end = adjunct.end
    if end >= len(fact.tokens) or any(other.start == end for other in fact.adjuncts):
        return False
    following = fact.tokens[end]
    if adjunct.role == "agent" and following.text.lower() in {"dari", "se", "antar"}:
        return True
    apart = fact.tokens[end + 1 : end + 2]
    listed = "," in {t.text for t in fact.tokens[adjunct.start : end]}
    if listed and following.text == "," and any(t.text.lower() == "hingga" for t in apart):
        # *Ke pabrik, gudang, | hingga pasar*.
        return True
    joined = following.upos == "CCONJ" and any(
        t.upos in {"NOUN", "DET", "NUM", "ADJ"} for t in apart
    )
    if joined and (adjunct.role == "cause" or not clause_from(fact, end + 1)):
        return True
    if following.text.lower() == "terkait" and any(t.upos == "PUNCT" for t in apart):
        # *Kebutuhan koperasi | terkait.*: it says which.
        return True
    if following.text.lower() in fact_words("negation") and adjunct.start >= fact.predicate.end:
        # *Dalam titik | tidak bisa kembali*.
        return True
    late = following.upos == "ADV" and end < fact.predicate.start
    more = (
        late
        or following.upos in {"NOUN", "PROPN", "ADJ", "NUM"}
        or following.text.lower() == "yang"
    )
    behind = adjunct.start >= fact.predicate.end and fact.relation not in RELATIVE
    verb = behind and following.upos in {"VERB", "AUX"} and adjunct.entity is None
    return more or verb or (following.text == "," and lists_on(fact, end + 1))


def _swallows(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether a phrase right before the verb holds the subject: *pada tahap awal | PT X*."""
    return fact.subject is None and adjunct.end == fact.predicate.start and adjunct.entity is None


def _bare_noun(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether a noun stands without a preposition and is no time, doer or thing given."""
    if adjunct.role != "other" or adjunct.preposition:
        return False
    if adjunct.entity and adjunct.entity.type in AMOUNTS:
        return False
    first = [t.text.lower() for t in fact.tokens[adjunct.start : adjunct.end]]
    if first[0] in {"setiap", "tiap"} and set(first[1:2]) & (fact_words("times") | {"pekan"}):
        return False
    given = analyse(fact.verb_form()).root in GIVEN and adjunct.start == fact.predicate.end
    return not given


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
    if any(a.role == "purpose" or a.preposition == "sebagai" for a in fact.adjuncts):
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


def _goes_on(fact: Fact) -> bool:
    """Tell whether a verb follows what is reported after *dan*: it may be reported too."""
    if fact.complement is None or not kind_of_saying(fact.verb_form()):
        return False
    following = fact.tokens[fact.complement.end : fact.complement.end + 2]
    return len(following) == 2 and following[0].upos == "CCONJ" and following[1].upos == "VERB"


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
