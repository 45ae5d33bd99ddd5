"""What speaks against a circumstance: more of it follows, or it belongs to another word.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from dataclasses import replace
from itertools import pairwise

from quizgen.language.agents import GIVEN
from quizgen.language.circumstances import fact_words
from quizgen.language.fact import AMOUNTS, DOUBTFUL, RELATIVE, SURE_FACT, Adjunct, Fact
from quizgen.language.fact_lists import clause_from, lists_on
from quizgen.language.morphology import analyse
from quizgen.language.trees import paired

_NEAR = frozenset({"place", "goal", "source", "other", "manner", "recipient", "topic", "amount"})
"""Roles of phrases that may as well describe a noun or another verb right before them."""
_TIMED = frozenset({"time", "since", "until", "duration"})
_DESCRIBING = frozenset({"di", "dari", "pada", "dengan", "antara", "seperti"})
_QUOTES = frozenset('"“”')


def whole(adjunct: Adjunct, fact: Fact) -> Adjunct:
    """Return an adjunct with less confidence if more of it seems to follow: *ke Solo, … dan …*."""
    doubts = (
        _swallows,
        _cut_short,
        _bare_noun,
        _far,
        _goes_to_predicate,
        _broken,
        _of_another,
        _runs_on,
    )
    doubted = any(doubt(adjunct, fact) for doubt in doubts)
    return replace(adjunct, sure=min(adjunct.sure, DOUBTFUL)) if doubted else adjunct


def _of_another(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether it stands before a clause without a subject: it belongs to the one before.

    *Pasukan menyerang kota itu, | Minggu lalu, | menewaskan dua orang*; *ia mengatakan, | Minggu, |
    harga turun*.
    """
    marks = [
        fact.tokens[i].text for i in (adjunct.start - 1, min(adjunct.end, len(fact.tokens) - 1))
    ]
    if fact.relation == "ccomp" and adjunct.role == "time" and marks == [",", ","]:
        return adjunct.end <= fact.predicate.start
    if adjunct.role == "agent" and fact.voice == "active":
        # *Bank yang beroperasi di Solo | oleh harian X*: an active verb has no such doer.
        inside = fact.tokens[fact.predicate.start : fact.predicate.end]
        return not any({"di-", "ter-"} & set(token.segments) for token in inside)
    hangs = fact.relation in {"advcl", "acl", "xcomp"} and fact.subject is None
    return hangs and adjunct.end <= fact.predicate.start


def _runs_on(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether a phrase behind it may describe its noun: *di bawah negara lain | di Asia*."""
    last = fact.tokens[adjunct.end - 1]
    closed = adjunct.entity is not None or last.upos in {"DET", "PRON", "PROPN"} or last.clitics
    after = next((one for one in fact.adjuncts if one.start == adjunct.end), None)
    weak = after is not None and after.sure < SURE_FACT and after.preposition in _DESCRIBING
    loose = not closed and adjunct.role not in {"agent", "manner"}
    return weak and loose and adjunct.start >= fact.predicate.end


def _far(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether another noun or verb stands nearer: *kalau bisa | di sini, kami pulang*."""
    if adjunct.role in _TIMED and adjunct.start >= fact.predicate.end:
        return _after_another(adjunct, fact)
    if adjunct.role not in _NEAR:
        return False
    before = fact.tokens[adjunct.start - 1].upos if adjunct.start else ""
    if adjunct.end <= fact.start:
        return before in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}
    sure = [a for a in fact.adjuncts if a.sure >= SURE_FACT]
    read = [fact.predicate, *sure, *((fact.object,) if fact.object else ())]
    end = max((part.end for part in read if part.end <= adjunct.start), default=adjunct.start)
    return any(t.upos in {"NOUN", "PROPN", "VERB"} for t in fact.tokens[end : adjunct.start])


def _after_another(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether a later verb has the time: *yang tergabung di situ dijadwalkan tiba | Jumat*."""
    parts = [p for p in (fact.predicate, fact.object, fact.complement) if p]
    end = max(part.end for part in parts if part.end <= adjunct.start)
    between = fact.tokens[end : adjunct.start]
    related = any(t.text.lower() == "yang" for t in between)
    return any({"meN-", "di-"} & set(t.segments) for t in between) and not related


def _broken(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether a phrase is denied, ends in a preposition or in half a quotation."""
    texts = [t.text for t in fact.tokens[adjunct.start : adjunct.end]]
    denied = fact.tokens[adjunct.start - 1].text.lower() in fact_words("negation")
    loose = fact.tokens[adjunct.end - 1].upos == "ADP" or texts[-1:] == ["bawah"]
    outside = fact.tokens[adjunct.start - 1].text in _QUOTES and adjunct.start >= fact.predicate.end
    bounded = not adjunct.preposition and adjunct.start > fact.predicate.end
    if bounded and fact.tokens[adjunct.start - 1].text.lower() in fact_words("bounding"):
        # *Berlaku paling lama | 60 hari*.
        return True
    inside = fact.tokens[adjunct.phrase.start : adjunct.end]
    # *Seperti sudah | menang*, *dengan cara yang sering | bisa gagal*.
    empty = all(t.upos in {"AUX", "ADV", "PART"} for t in inside)
    verbal = any(one.upos in {"ADJ", "NOUN"} and two.upos == "AUX" for one, two in pairwise(inside))
    linking = texts in (["dari", "itu"], ["oleh", "itu"], ["untuk", "itu"])
    if empty or linking or (verbal and "yang" in texts):
        return True
    return (denied and adjunct.start > 0) or loose or outside or not paired(texts)


def _goes_to_predicate(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether a doer without *oleh* ends in what is said of another noun: *X | mangkrak*."""
    last = fact.tokens[adjunct.end - 1]
    return adjunct.role == "agent" and not adjunct.preposition and last.upos == "ADJ"


def _cut_short(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether more of an adjunct follows: *ke Solo, … dan …*, *selama hotel | dibangun*."""
    end = adjunct.end
    if end >= len(fact.tokens):
        return False
    if _counted_from(adjunct, fact):
        return True
    behind = adjunct.start >= fact.predicate.end
    if behind and fact.tokens[end].text.lower() in fact_words("negation"):
        # *Dalam titik | tidak bisa kembali*.
        return True
    if any(other.start == end for other in fact.adjuncts):
        return False
    if _listed_on(adjunct, fact):
        return True
    following, apart = fact.tokens[end], fact.tokens[end + 1 : end + 2]
    text = following.text.lower()
    if adjunct.role == "agent" and text in {"dari", "se", "antar"}:
        return True
    if text == "terkait" and any(t.upos == "PUNCT" for t in apart):
        # *Kebutuhan koperasi | terkait.*: it says which.
        return True
    late = following.upos == "ADV" and end < fact.predicate.start
    more = following.upos in {"NOUN", "PROPN", "ADJ", "NUM"} or text in {"yang", "dimana"}
    verb = behind and following.upos in {"VERB", "AUX"} and adjunct.entity is None
    return late or more or (verb and fact.relation not in RELATIVE)


def _listed_on(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether a list goes on: *ke Solo | dan Demak*, *ke gudang, toko, | hingga pasar*."""
    end = adjunct.end
    following, apart = fact.tokens[end], fact.tokens[end + 1 : end + 2]
    if following.text == ",":
        listed = any(t.text == "," for t in fact.tokens[adjunct.start : end])
        until = listed and any(t.text.lower() == "hingga" for t in apart)
        return until or lists_on(fact, end + 1)
    nominal = any(t.upos in {"NOUN", "DET", "NUM", "ADJ"} for t in apart)
    joined = following.upos == "CCONJ" and nominal
    return joined and (adjunct.role == "cause" or not clause_from(fact, end + 1))


def _counted_from(adjunct: Adjunct, fact: Fact) -> bool:
    """Tell whether a span is counted from what follows: *enam bulan | setelah disahkan*."""
    measured = adjunct.entity is not None and adjunct.entity.type == "QUANTITY"
    last = fact.tokens[adjunct.end - 1].text.lower()
    timed = last in fact_words("times") and not adjunct.preposition
    following = fact.tokens[adjunct.end].text.lower()
    return (measured or timed) and following in fact_words("counting")


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
