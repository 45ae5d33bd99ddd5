"""How sure it is that each part of a clause ends where it was read to end.

A neighbour could belong to a part (*orang | di sekitar perokok*); only the arcs that cross or
could move such an edge count.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from collections.abc import Iterator

from quizgen.language.circumstances import fact_words
from quizgen.language.fact import DOUBTFUL, RELATIVE, SURE_FACT, Adjunct, Fact
from quizgen.language.fact_lists import clause_from
from quizgen.language.speech import kind_of_saying
from quizgen.language.trees import Phrase, Tree

_OPENERS = frozenset({"DET", "ADJ", "ADP", "NOUN", "PROPN", "NUM"})
_LOOSE = frozenset({"di", "pada", "ke", "dengan", "dalam", "sebagai", "oleh", "melalui", "selama"})
"""Prepositions that lead a circumstance of the verb as readily as a part of the noun."""
_JOINT = 0.75
"""What a preposition or conjunction inside a part leads is sure to belong to it from here on."""


def edges(fact: Fact, tree: Tree) -> Iterator[float]:
    """Yield how sure it is that each part ends where it was read to end."""
    behind = fact.subject if fact.subject and fact.subject.start > fact.predicate.start else None
    yield _edge(fact, tree, fact.object or behind or fact.predicate)
    yield from _joints(fact, fact.object) if fact.object else ()
    yield from _joints(fact, behind) if behind else ()
    if fact.subject and fact.subject.start and not behind:
        yield _opening(fact, tree)


def _joints(fact: Fact, part: Phrase) -> Iterator[float]:
    """Yield a doubt where a preposition or a conjunction in a part hangs by a weak arc."""
    following = fact.tokens[part.end : part.end + 1]
    closed = any(t.text in {".", '"', "”"} for t in following)
    for index in range(part.start + 1, part.end):
        if fact.tokens[index].text.lower() == "yang":
            return
        loose = fact.tokens[index].text.lower() in _LOOSE
        if (loose or (fact.tokens[index].upos == "CCONJ" and not closed)) and _arc(
            fact, index
        ) < _JOINT:
            yield DOUBTFUL


def _edge(fact: Fact, tree: Tree, part: Phrase) -> float:
    """Return how sure it is that what follows a part is no part of it."""
    end = part.end
    if end >= len(fact.tokens) or (fact.complement and fact.complement.start == end):
        return 1.0
    following = fact.tokens[end]
    text, noun = following.text.lower(), fact.tokens[part.head].text.lower()
    if part is fact.object and (
        text == "bahwa" or (text == "untuk" and noun in fact_words("aiming"))
    ):
        # *Dukungan | bahwa biji tumbuh*, *kemungkinan | untuk pergi*: the noun is not whole.
        return DOUBTFUL
    if following.upos in {"PUNCT", "SCONJ"} or following.text.lower() in fact_words(
        "outer", "trailing"
    ):
        return 1.0
    if following.upos == "CCONJ":
        relative = any(t.text.lower() == "yang" for t in fact.tokens[part.start : end])
        # *Melihat orang yang datang | dan pergi*: either verb may go on.
        return DOUBTFUL if relative else _coordinated(fact, end + 1)
    if part is fact.predicate:
        return _after_verb(fact, tree, end)
    if following.text.lower() == "ke" and _no_way(fact, part):
        return 1.0
    sure = next((_belongs(a, fact) for a in fact.adjuncts if a.start == end), None)
    # A phrase that tells a circumstance may describe the noun before it instead.
    return _arc(fact, end) if sure is None else sure


def _no_way(fact: Fact, part: Phrase) -> bool:
    """Tell whether a noun cannot lead somewhere itself: *membawa beras | ke pasar*."""
    head = fact.tokens[part.head]
    moved = {"ke-", "peN-", "per-", "-an"} & set(head.segments)
    verbal = any(t.upos == "VERB" for t in fact.tokens[part.start : part.end])
    return not moved and not verbal and head.text.lower() not in fact_words("ways")


def _belongs(adjunct: Adjunct, fact: Fact) -> float:
    """Return how sure it is that an adjunct is the verb's: *menanam bakau | di Solo | pada Mei*."""
    dated = any(a.start == adjunct.end and a.role == "time" for a in fact.adjuncts)
    return 1.0 if dated else adjunct.sure


def _after_verb(fact: Fact, tree: Tree, index: int) -> float:
    """Return how sure it is that a verb without an object needs no more of what follows it."""
    following = fact.tokens[index]
    read = any(a.start == index for a in fact.adjuncts) and following.upos != "VERB"
    needs = fact.voice == "active" or "ter-" in fact.tokens[fact.verb].segments
    bare = following.upos in {"NOUN", "PROPN", "PRON"} and needs
    if bare and not any(a.start == index and a.sure >= SURE_FACT for a in fact.adjuncts):
        # *Pertimbangan yang berbasis | bukti*: the verb needs its noun.
        return DOUBTFUL
    if fact.voice == "passive" and _owned_noun(fact, index):
        # *Anak itu diawasi | kadar gula darahnya*: what is watched is not the child.
        return DOUBTFUL
    going = fact.verb_form() in fact_words("presenting", "rising") and following.upos == "NUM"
    if going:
        return max((a.sure for a in fact.adjuncts if a.start == index), default=DOUBTFUL)
    if fact.voice == "nominal":
        return max((a.sure for a in fact.adjuncts if a.start == index), default=DOUBTFUL)
    if read or following.upos in {"ADP", "ADV", "PART"}:
        return 1.0
    over = index not in tree.below(fact.verb) or (
        fact.voice == "passive" and following.upos in {"VERB", "AUX"}
    )
    nominal = following.upos in {"NOUN", "PROPN", "NUM"}
    if fact.relation in RELATIVE and over and not nominal:
        # *Layanan yang diterima | mudah*: the relative clause is over.
        return 1.0
    manner = following.upos == "ADJ" and following.deprel == "advmod"
    return _arc(fact, index) if manner else DOUBTFUL


def _owned_noun(fact: Fact, index: int) -> bool:
    """Tell whether a noun with *-nya* in it follows a passive without a preposition."""
    here = [a for a in fact.adjuncts if a.start == index and not a.preposition]
    return any(
        one.role == "other" and any(t.clitics for t in fact.tokens[index : one.end]) for one in here
    )


def _arc(fact: Fact, index: int) -> float:
    """Return how sure the arc is that binds a word, or its preposition's noun, to the rest."""
    token = fact.tokens[index]
    if token.deprel in {"case", "mark", "cc", "aux", "advmod", "det"} and token.head is not None:
        return min(token.attachment, fact.tokens[token.head].attachment)
    return token.attachment


def _coordinated(fact: Fact, start: int) -> float:
    """Return how sure it is that a conjunction joins clauses: its next word is a verb."""
    if start >= len(fact.tokens):
        return 1.0
    if fact.tokens[start].upos == "VERB" and fact.tokens[start].clitics and fact.object:
        # *Mencegah kebotakan | dan tumbuhnya uban*, *menyapu lantai | dan mengepelnya*.
        return 1.0 if "meN-" in fact.tokens[start].segments else DOUBTFUL
    if fact.tokens[start].upos in {"VERB", "AUX", "PART", "ADV", "SCONJ"}:
        # *Informasi palsu | atau menyesatkan*: what *atau* adds is seldom a clause.
        return DOUBTFUL if fact.tokens[start - 1].text.lower() == "atau" else 1.0
    return _arc(fact, start) if clause_from(fact, start) else DOUBTFUL


def _opening(fact: Fact, tree: Tree) -> float:
    """Return how sure it is that a subject begins where it was read to begin."""
    assert fact.subject is not None
    before = fact.tokens[fact.subject.start - 1]
    if before.text.lower() in fact_words("measuring"):
        # *Semakin | banyak orang*, *hanya | 50 pedagang*.
        return DOUBTFUL
    if fact.relation in RELATIVE:
        return _whose(fact)
    if _follows_verb(fact, tree):
        return DOUBTFUL
    above = fact.tokens[fact.verb].head
    closed = fact.tokens[fact.subject.start - 2].text == ","
    joins = before.text.lower() in {"dan", "serta"} and not closed
    if joins and above is not None and fact.relation == "conj":
        verb = fact.tokens[above].text.lower()
        if verb in fact_words("directive") or kind_of_saying(verb):
            # *Meminta desa dan | warga ikut mengawasi*: both are asked.
            return DOUBTFUL
    if before.upos not in _OPENERS:
        return DOUBTFUL if _listed(fact) else 1.0
    marks = {i for i in tree.children(fact.verb, "mark") if i == fact.subject.start - 1}
    return 1.0 if marks else DOUBTFUL


def _follows_verb(fact: Fact, tree: Tree) -> bool:
    """Tell whether a subject is the doer of the verb before it, or its object.

    *Dikatakan | Budi*, *membaca | hasil survei | dapat dijadikan pedoman*.
    """
    assert fact.subject is not None
    at = fact.subject.start - 1
    before = fact.tokens[at]
    if before.upos != "VERB":
        return False
    alone = not tree.children(at, "nsubj") and not kind_of_saying(before.text.lower())
    turned = "meN-" in before.segments and fact.voice == "passive"
    return "di-" in before.segments or (turned and alone)


def _listed(fact: Fact) -> bool:
    """Tell whether a subject is the last of a list: *tim dari polisi, TNI, dan | warga tiba*."""
    assert fact.subject is not None
    at = fact.subject.start - 1
    if at < 1 or fact.tokens[at].upos != "CCONJ" or fact.tokens[at - 1].text != ",":
        return False
    commas = [i for i in range(at - 1) if fact.tokens[i].text == ","]
    between = fact.tokens[commas[-1] : at] if commas else ()
    return bool(between) and not any(t.upos in {"VERB", "AUX"} for t in between)


def _whose(fact: Fact) -> float:
    """Return how sure it is what *yang* belongs to: not in *hubungan antar pemain | yang …*."""
    assert fact.subject is not None
    before = fact.tokens[max(0, fact.subject.start - 1)]
    listed = before.upos == "CCONJ" and fact.subject.start > 1
    return DOUBTFUL if listed or before.text.lower() in {"antar", "antara", "hingga"} else 1.0
