"""What a clause was read without: its subject, the end of its object, the amount it tells of.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from quizgen.language.circumstances import fact_words
from quizgen.language.fact import RELATIVE, SURE_FACT, Fact
from quizgen.language.speech import verbs
from quizgen.language.trees import Phrase
from quizgen.model import Token

_FREE = frozenset({"root", "parataxis", "ccomp", "conj"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM"})
_MEASURES = frozenset({"amount", "time", "duration"})
_BEFORE = frozenset({"resmi", "masing-masing", "sendiri", "pun"})
"""Words that may part a subject from its verb."""


def loses_part(fact: Fact) -> bool:
    """Tell whether words stand beside the clause without which it says something else."""
    return (
        _loses_subject(fact)
        or _loses_mood(fact)
        or _loses_amount(fact)
        or _loses_tail(fact)
        or _ends_in_saying(fact)
        or _loses_told(fact)
        or _takes_root(fact)
        or _hangs_loose(fact)
    )


def _loses_subject(fact: Fact) -> bool:
    """Tell whether a noun right before the verb was not read as its subject.

    *Terungkap | Budi melapor*, *trik | mengemas barang*, *yang bersangkutan | pergi*.
    """
    if fact.subject is not None or not fact.predicate.start:
        return False
    if fact.relation not in _FREE:
        return _follows_mark(fact)
    at = fact.predicate.start - 1
    if fact.tokens[at].text.lower() in _BEFORE:
        at -= 1
    before, earlier = fact.tokens[at], fact.tokens[max(0, at - 1)]
    headless = before.upos == "VERB" and earlier.text.lower() == "yang"
    named = before.text == "," and earlier.upos == "PROPN" and fact.relation == "root"
    noun = before.upos in _NOMINAL or (before.upos == "ADJ" and earlier.upos == "NOUN")
    return headless or named or (noun and _opens_bare(fact, at))


def _opens_bare(fact: Fact, last: int) -> bool:
    """Tell whether a noun without a preposition opens what stands before the verb, no date."""
    at = last
    while at > 0 and not _parts(fact.tokens[at - 1]):
        at -= 1
    if fact.tokens[last].upos == "DET" and fact.tokens[max(0, at - 2)].text.lower() == "yang":
        # *Cara yang dipakai di desa itu | menghasilkan …*: the relative clause is over.
        return True
    while at < last and fact.tokens[at].upos in {"ADV", "PART"}:
        at += 1
    if fact.tokens[at].upos == "ADP" and fact.tokens[at + 1].text.lower().endswith("lah"):
        # *Di sinilah | IPFO | berperan*.
        return at + 1 < last
    sure = [a for a in fact.adjuncts if a.sure >= SURE_FACT]
    led = any(a.start <= at < a.end and (a.preposition or a.entity) for a in sure)
    return not led and fact.tokens[at].upos not in {"ADP", "AUX"}


def _parts(token: Token) -> bool:
    """Tell whether a word or a mark ends one phrase before another; brackets do not."""
    return token.upos in {"SCONJ", "VERB", "CCONJ"} or (
        token.upos == "PUNCT" and token.text not in {"(", ")"}
    )


def _follows_mark(fact: Fact) -> bool:
    """Tell whether only a noun parts a conjunction from the verb: *sejak Rina | memimpin*."""
    at = fact.predicate.start - 1
    if fact.relation == "acl:relcl" or fact.tokens[at].upos not in _NOMINAL:
        return False
    while at > 0 and fact.tokens[at].upos in _NOMINAL | {"ADJ"}:
        at -= 1
    return fact.tokens[at].upos == "SCONJ" and fact.tokens[at].text.lower() != "dengan"


def _loses_mood(fact: Fact) -> bool:
    """Tell whether a denial or *harus* parts subject and verb: *tak bisa begitu saja | menolak*."""
    if fact.subject is None or fact.subject.end > fact.predicate.start:
        return False
    between = fact.tokens[fact.subject.end : fact.predicate.start]
    shared = any(t.upos == "VERB" for t in between)
    return not shared and any(t.text.lower() in fact_words("negation", "open") for t in between)


def _hangs_loose(fact: Fact) -> bool:
    """Tell whether a clause with its own subject hangs on another one without a conjunction."""
    if fact.relation != "advcl" or fact.subject is None or fact.tokens[-1].text == "?":
        return False
    if fact.subject.start > fact.predicate.start:
        return False
    before = fact.tokens[fact.subject.start - 1]
    led = before.upos == "SCONJ" or before.text.lower() in fact_words("asking", "nominal")
    marked = any(
        t.head in {fact.verb, fact.predicate.head} and t.deprel == "mark" for t in fact.tokens
    )
    return not (led or marked) and fact.voice != "nominal"


def _loses_amount(fact: Fact) -> bool:
    """Tell whether a number follows the verb that nothing read holds: *berisi | 11 butir*."""
    if fact.object or fact.complement or fact.voice != "active":
        return False
    following = fact.tokens[fact.predicate.end : fact.predicate.end + 1]
    behind = fact.subject is not None and fact.subject.start == fact.predicate.end
    read = behind or any(
        one.start == fact.predicate.end and (one.sure >= SURE_FACT or one.role in _MEASURES)
        for one in fact.adjuncts
    )
    counted = fact.tokens[fact.predicate.end + 1 : fact.predicate.end + 3]
    timed = any(t.text.lower() in fact_words("times", "rounds") for t in counted)
    return any(token.upos == "NUM" for token in following) and not (read or timed)


def _loses_tail(fact: Fact) -> bool:
    """Tell whether the object goes on: *penyelesaian | secara bertahap*, *dugaan | oleh X*.

    A list goes on too: *membawa beras dan gula, | hingga minyak*.
    """
    if fact.object is None:
        return False
    following = [t.text.lower() for t in fact.tokens[fact.object.end : fact.object.end + 4]]
    if following[:1] == ["secara"] and (_deverbal(fact, fact.object) or _noun_after(fact)):
        return True
    if following[:1] == [","] and _relates_on(fact, fact.object):
        return True
    inside = {t.text.lower() for t in fact.tokens[fact.object.start : fact.object.end]}
    if following[:1] == ["melalui"] and inside & {"mengenai", "tentang", "soal"}:
        # *Aturan tentang perdagangan | melalui internet*.
        return True
    agent = following[:1] == ["oleh"] and fact.voice == "active"
    return agent or following[:2] == [",", "hingga"]


def _ends_in_saying(fact: Fact) -> bool:
    """Tell whether a part ends before what its verb says: *riset yang menjelaskan | bila …*."""
    parts = [part for part in (fact.subject, fact.object) if part and part.end - part.start > 1]
    ends = [fact.tokens[part.end - 1] for part in parts]
    following = [fact.tokens[part.end].upos for part in parts if part.end < len(fact.tokens)]
    told = [t for t in ends if t.upos == "VERB" and t.text.lower() in verbs("active")]
    return bool(told) and bool({"SCONJ", "PRON", "NOUN"} & set(following))


def _relates_on(fact: Fact, part: Phrase) -> bool:
    """Tell whether *yang* goes on behind a comma: *calon yang jujur, | punya nama, dan …*."""
    related = any(t.text.lower() == "yang" for t in fact.tokens[part.start : part.end])
    if part.end + 1 >= len(fact.tokens):
        return False
    following = fact.tokens[part.end + 1]
    says = following.text.lower() in fact_words("reporting", "attributing")
    return related and not says and following.upos in {"VERB", "ADJ"}


def _loses_told(fact: Fact) -> bool:
    """Tell whether a second verb belongs to what is said: *bahwa ia salah | dan berjanji …*."""
    if fact.complement is None or fact.complement.end >= len(fact.tokens):
        return False
    if fact.tokens[fact.complement.end].upos != "CCONJ":
        return False
    following = fact.tokens[fact.complement.end + 1 : fact.complement.end + 5]
    return any(
        t.upos == "VERB" and t.deprel == "conj" and t.head is not None and t.head in fact.complement
        for t in following
    )


def _takes_root(fact: Fact) -> bool:
    """Tell whether the sentence's main word stands in what a clause inside it says.

    *Kabar yang menyebut PT X akan tutup | tidak benar*.
    """
    if fact.complement is None or fact.relation not in RELATIVE:
        return False
    told = fact.tokens[fact.complement.start : fact.complement.end]
    return any(token.deprel == "root" for token in told)


def _deverbal(fact: Fact, part: Phrase) -> bool:
    """Tell whether a noun names an act, which may have a manner of its own: *pemilihan*."""
    return bool({"ke-", "peN-", "per-"} & set(fact.tokens[part.head].segments))


def _noun_after(fact: Fact) -> bool:
    """Tell whether a noun follows *secara* and its adjective: the object is not over."""
    assert fact.object is not None
    after = fact.tokens[fact.object.end + 2 : fact.object.end + 3]
    return any(token.upos in {"NOUN", "PROPN"} for token in after)
