"""Whom a text talks about after each sentence: whom *ia* or *katanya* would mean next."""

from quizgen.language.callings import name_like
from quizgen.language.discourse import PERSONAL, Discourse, Mention
from quizgen.language.levels import zipf
from quizgen.language.nouns import is_human
from quizgen.language.speakers import CONTRASTED, Focus, after_opener, after_verb, subject
from quizgen.language.speech import verbs, words

_RARE = 3.5
"""A word that texts have more often is seldom a name."""


def follow(talk: Discourse, number: int, focus: Focus) -> None:
    """Keep account of who is talked about in sentence ``number``, which reports no speech."""
    start, close = talk.starts[number], talk.close(number)
    if start == close or talk.low[start] in PERSONAL:
        return
    if focus.name is not None and focus.name[:1].islower():
        focus.doubt(0.9)  # *petugas itu* without a name is soon forgotten
    start = after_opener(talk, start, close)
    verb = next((i for i in range(start, close) if _acts(talk, i)), close)
    persons = talk.persons(start, close)
    chosen = subject(talk, start, verb, Focus()) if verb > start else None
    if chosen is not None and chosen.start is not None and chosen.confidence >= 0.9:
        if any(person.start == chosen.start for person in persons):
            focus.set(chosen.name, 0.96 if len(persons) == 1 else 0.93)
            return
        if any(name == chosen.name for _, name in talk.offices):
            focus.set(chosen.name, 0.94)
            return
        if talk.low[chosen.start] == "seorang":
            focus.set(" ".join(chosen.name.split()[1:]), 0.93)
            return
    told = _told_by(talk, start, close)
    opening = talk.at.get(start)
    thing = opening is not None and opening.entity.type == "PRODUCT"
    if thing or (not persons and _unknown_name(talk, start, verb)):
        # *Yasinta menangis*, of whom nothing else is known; a robot called *Sinta*
        focus.doubt(CONTRASTED)
    elif told is not None:
        focus.set(told, 0.94)
    elif chosen is not None and chosen.start is not None and is_human(talk.low[chosen.start]):
        focus.doubt(0.94 if chosen.name == focus.name else 0.9)
    elif others := {person.entity.canonical for person in persons} - {focus.name}:
        contrasted = any(talk.low[p.start - 1] == "dengan" for p in persons if p.start > start)
        unread_subject = persons[0].end <= verb
        away = contrasted or unread_subject or _named_last(talk, persons, others)
        focus.doubt(CONTRASTED if away else 0.94)


def _unknown_name(talk: Discourse, start: int, verb: int) -> bool:
    """Tell whether all before the verb looks like the name of a person not found as one."""
    end = next((i for i in range(start, verb) if talk.low[i] in {"yang", ",", "("}), verb)
    inside = range(start, end)
    rare = all(zipf(talk.tokens[i].text) < _RARE for i in inside)
    free = bool(inside) and rare and not any(i in talk.covered for i in inside)
    return free and talk.tokens[start].upos == "PROPN" and name_like(talk, start, end)


def _acts(talk: Discourse, index: int) -> bool:
    """Tell whether a token is a verb that a subject may stand before: not *warga bernama X*."""
    return talk.tokens[index].upos == "VERB" and talk.low[index] not in {"bernama", "berinisial"}


def _named_last(talk: Discourse, persons: list[Mention], others: set[str]) -> bool:
    """Tell whether a sentence ends with the name of somebody else: *…dipimpin kepala tim, Sari.*"""
    last = persons[-1]
    rest = talk.low[last.end : talk.close(talk.number(last.start))]
    return last.entity.canonical in others and set(rest) <= {".", '"', "”", ")"}


def _told_by(talk: Discourse, start: int, close: int) -> str | None:
    """Return the person by whom something *disampaikan (oleh)*."""
    for index in range(start, close):
        if talk.low[index] in verbs("passive") or talk.low[index] in words("confirmed"):
            first = index + 1
            while first < close and talk.low[first] in {"oleh", "langsung", "juga"}:
                first += 1
            found = after_verb(talk, first, close, Focus())
            return found.name if found and found.human and found.confidence >= 0.9 else None
    return None
