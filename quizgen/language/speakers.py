"""Who a clause of saying names as the speaker: a name, an office, a pronoun, a group."""

from dataclasses import dataclass, replace

from quizgen.language.callings import (
    BREAKS,
    DAYS,
    after_conjunction,
    after_office,
    called,
    led_in,
    name_like,
    points_back,
    strained,
    torn,
    unread,
)
from quizgen.language.discourse import PERSONAL, Discourse, Mention
from quizgen.language.nouns import is_human, nouns
from quizgen.language.speech import bare_verb, verbs, words
from quizgen.language.wordlists import is_in

_LONGEST = 28
_REMEMBERED = 4
"""So many sentences on something else may go by before a pronoun."""
CONTRASTED = 0.8
"""How far a sentence on somebody else leaves the one before in focus: *Berbeda dengan Sari, …*."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's fullest name; tokens ``start`` to ``end`` name it here, None if taken over."""

    name: str
    start: int | None
    end: int | None
    confidence: float
    human: bool = True
    """False for a body or a state, which *ia* and *dia* never mean."""
    known: bool = True
    """False for a noun phrase of which only the verb tells that it can speak."""


class Focus:
    """Whom a pronoun would mean now: the last speaker or subject, and how sure that is."""

    def __init__(self) -> None:
        self.name: str | None = None
        self.sure = 0.0
        self.age = 0

    def set(self, name: str, sure: float) -> None:
        """Put a person in focus."""
        self.name, self.sure, self.age = name, sure, 0

    def doubt(self, factor: float) -> None:
        """Lower the certainty: someone else was named, or time has passed."""
        self.sure *= factor

    def pass_by(self) -> None:
        """Let a sentence go by that neither names the person in focus nor means him or her."""
        self.age += 1

    @property
    def faded(self) -> float:
        """How far the person is still in mind, 1 if spoken of in one of the last sentences."""
        return 1.0 if self.age <= _REMEMBERED else CONTRASTED

    def speaker(self, start: int | None, end: int | None) -> Speaker | None:
        """Return the person in focus as the speaker, None if nobody is."""
        if self.name is None:
            return None
        return Speaker(self.name, start, end, self.sure * self.faded)


def after_verb(talk: Discourse, start: int, stop: int, focus: Focus) -> Speaker | None:
    """Return the speaker named by the tokens from ``start``, which follow a verb of saying."""
    if start >= stop:
        return None
    if talk.low[start] in PERSONAL | {"mereka"}:
        return focus.speaker(start, start + 1) if talk.low[start] in PERSONAL else None
    end = _end_of_name(talk, start, stop)
    if points_back(talk, start, end):
        found = focus.speaker(start, end)
        return (
            replace(found, confidence=min(0.93, found.confidence))
            if found
            else named(talk, start, end)
        )
    return named(talk, start, end)


def _named_so(talk: Discourse, index: int) -> bool:
    """Tell whether a "verb" is part of an office: *Kepala Daerah Kerja Makkah*, *terdakwa*."""
    known = is_human(talk.low[index]) or is_in(talk.low[index], "portfolios")
    return known or talk.tokens[index].text[:1].isupper()


def _end_of_name(talk: Discourse, start: int, stop: int) -> int:
    index = start
    while index < min(stop, start + _LONGEST):
        if index in talk.covered and talk.covered[index].entity.type not in {"DATE", "TIME"}:
            index = talk.covered[index].end
            continue
        low, tag = talk.low[index], talk.tokens[index].upos
        if low in words("stop") or (tag in BREAKS and not _named_so(talk, index)):
            break
        if low in {".", ":", ";", '"', "“", "”", "?", "!", "–", "-", "—"} or index in talk.covered:
            break
        index += 1
    return index


def named(talk: Discourse, start: int, end: int) -> Speaker | None:
    """Return the speaker that tokens ``start`` to ``end`` name, office and apposition included."""
    while end > start and talk.low[end - 1] in {",", "(", ")"}:
        end -= 1
    start = min(start, end)
    if start == end:
        return None
    persons = [p for p in talk.persons(start, end) if not _no_name(talk, p)]
    if persons:
        return _person(talk, persons, start, end)
    return _unnamed(talk, start, end)


def _no_name(talk: Discourse, mention: Mention) -> bool:
    """Tell whether a "person" is a day or a rank alone: *Ahad*, *AKBP*."""
    low = talk.low[mention.start]
    return low in DAYS or (mention.end - mention.start == 1 and is_in(low, "titles"))


def _person(talk: Discourse, persons: list[Mention], start: int, end: int) -> Speaker | None:
    first = persons[0]
    special = _relative_of(talk, persons, start, end) or _pair(talk, persons)
    if special is not None:
        return special
    explained = called(talk, first.end)
    if explained is not None:
        return Speaker(explained.entity.canonical, first.start, first.end, 0.95)
    chosen, sure = _chosen(talk, persons, start, end)
    listed = is_in(talk.low[start], "organisations") and talk.low[chosen.start - 1] in {"dan", ","}
    if listed and chosen.start > start and after_conjunction(talk, start, chosen.start):
        return Speaker(talk.text(start, end), start, end, 0.8, human=False)
    if not led_in(talk, start, chosen.start) or torn(talk, chosen.start) or strained(talk, chosen):
        sure = min(sure, 0.8)
    return Speaker(chosen.entity.canonical, chosen.start, chosen.end, sure)


def _relative_of(talk: Discourse, persons: list[Mention], start: int, end: int) -> Speaker | None:
    """Return *ayah Ridwan*, who is not Ridwan, as the speaker."""
    first = persons[0]
    if first.start == start or talk.low[first.start - 1] not in nouns("human", "relational"):
        return None
    if first.start - 1 == start and first.end == end:
        return Speaker(talk.text(start, end), start, end, 0.92)
    alone = len(persons) == 1
    return Speaker(first.entity.canonical, first.start, first.end, 0.6) if alone else None


def _pair(talk: Discourse, persons: list[Mention]) -> Speaker | None:
    first = persons[0]
    joined = [p for p in persons[1:] if talk.low[p.start - 1] in {"dan", "serta"}]
    if not joined or joined[0].start - 1 != first.end:
        return None
    name = f"{first.entity.canonical} dan {joined[0].entity.canonical}"
    return Speaker(name, first.start, joined[0].end, 0.9)


def _chosen(talk: Discourse, persons: list[Mention], start: int, end: int) -> tuple[Mention, float]:
    """Return who of several named speaks: the one set beside an office, else the first."""
    first, last = persons[0], persons[-1]
    sure = 0.99 if first.entity.confidence >= 0.8 else 0.95
    apposed = next(
        (p for p in persons[1:] if talk.low[p.start - 1] == "," and after_office(talk, p, start)),
        None,
    )
    if first.start == start:
        return first, sure
    if apposed is not None:
        return apposed, sure
    if len({p.entity.canonical for p in persons}) > 1 and last.end == end:
        # An office held under someone (*juru bicara Presiden X, Y*) or a doubtful span.
        return last, 0.85
    return first, sure


def _unnamed(talk: Discourse, start: int, end: int) -> Speaker | None:
    whole_end = end
    end = next((i for i in range(start, end) if talk.low[i] in {",", "("}), end)
    apposed = _apposed_name(talk, end, whole_end)
    if apposed is not None and is_human(talk.low[start]):
        return apposed
    if end <= start or end - start > 9:
        return None
    body = _body(talk, start, end)
    if body is not None:
        return body
    low = talk.low[start:end]
    nominal = talk.tokens[start].upos in {"NOUN", "PROPN", "NUM"} or is_human(low[0])
    nominal = nominal and bare_verb(low[0]) not in verbs("bare")
    if not nominal and low[0] not in words("speaking", "counted"):
        return None
    holder = talk.holder(low)
    if holder is not None:
        return Speaker(holder, start, end, 0.96)
    return None if low[0] in nouns("issued") else _as_written(talk, start, end)


def _body(talk: Discourse, start: int, end: int) -> Speaker | None:
    """Return the body or state that the tokens name: *UNICEF*, *laporan UNICEF*."""
    whole = talk.at.get(start)
    if whole is not None and is_in(talk.low[start], "titles") and whole.end == start + 1:
        return Speaker(talk.text(start, end), start, end, 0.6)  # *AKBP*, taken for a body
    if whole is not None and whole.end == end and whole.entity.type in {"ORG", "GPE", "NORP"}:
        return Speaker(whole.entity.canonical, start, end, 0.97, human=False)
    last = next((m for m in talk.mentions_in(start, end) if m.end == end), None)
    issued = {"pihak", "kantor"} | nouns("issued")
    if last is not None and last.entity.type == "ORG" and talk.low[start] in issued:
        return Speaker(last.entity.canonical, start, end, 0.95, human=False)
    return None


def _as_written(talk: Discourse, start: int, end: int) -> Speaker:
    """Return a noun phrase as the speaker, as far as it can be one."""
    low, text = talk.low[start:end], talk.text(start, end)
    if low[-1] == "dan" or (end < len(talk.low) and talk.low[end] == "dan"):
        return Speaker(text, start, end, 0.6)
    if not talk.mentions_in(start, end) and name_like(talk, start, end):
        return Speaker(text, start, end, 0.93)
    named_last = any(m.end == end for m in talk.mentions_in(start, end))
    human = is_human(low[0]) or low[0] in words("speaking", "bodies")
    human = human or low[0] in words("speaking", "counted")
    human = human or (is_in(low[0], "organisations") and named_last)
    sure = 0.8 if unread(talk, start, end) else 0.93 if human else 0.92
    known = human or talk.tokens[start].text.isupper()
    return Speaker(text, start, end, sure if _clean(talk, start, end) else 0.6, human, known)


def _clean(talk: Discourse, start: int, end: int) -> bool:
    """Tell whether a phrase holds nothing but what a caller may consist of."""
    low = set(talk.low[start:end])
    breaks = any(
        talk.tokens[i].upos in BREAKS and not is_human(talk.low[i]) for i in range(start, end)
    )
    plain = all(c.isalnum() or c in " .,'’/()-" for c in talk.text(start, end))
    mute = talk.low[start] in words("speechless") or low & (PERSONAL | {"sapaan", "panggilan"})
    return plain and not breaks and not mute


def _apposed_name(talk: Discourse, comma: int, end: int) -> Speaker | None:
    """Return the unknown name after a calling and a comma: *saksi, Pak Diran*."""
    if comma >= end or talk.low[comma] != ",":
        return None
    start = comma + 1
    while start < end and is_in(talk.low[start], "titles"):
        start += 1
    stop = next((i for i in range(start, end) if talk.low[i] == ","), end)
    dated = any(talk.low[i] in DAYS for i in range(start, stop))
    if start == stop or dated or not name_like(talk, start, stop):
        return None
    return Speaker(talk.text(start, stop), start, stop, 0.93)


def subject(talk: Discourse, start: int, end: int, focus: Focus) -> Speaker | None:
    """Return the speaker that a subject, tokens ``start`` to ``end`` before its verb, names."""
    while end > start and (
        talk.low[end - 1] in words("between") or talk.tokens[end - 1].upos == "AUX"
    ):
        end -= 1
    start = after_opener(talk, start, end)
    if start >= end:
        return None
    if end - start == 1 and talk.low[start] in PERSONAL:
        return focus.speaker(start, end)
    if points_back(talk, start, end):
        found = focus.speaker(start, end)
        return replace(found, confidence=min(0.93, found.confidence)) if found else None
    opening = talk.tokens[start].upos in {"ADP", "SCONJ", "VERB"}
    if talk.low[start] == "mereka" or (opening and not is_human(talk.low[start])):
        return None
    outside = [i for i in range(start, end) if i not in talk.covered]
    if any(talk.tokens[i].text in {":", ";", "?", "!"} for i in outside):
        return None
    return _beside(talk, start, end) or _simple(talk, start, end, outside)


def _simple(talk: Discourse, start: int, end: int, outside: list[int]) -> Speaker | None:
    """Return the speaker of a subject without commas, or before its relative clause."""
    relative = next((i for i in outside if talk.low[i] == "yang"), None)
    if relative is not None:
        persons = talk.persons(start, relative)
        if not persons or persons[-1].end < relative - 1:
            return None
        return named(talk, start, relative)
    if any(
        talk.tokens[i].upos in BREAKS
        and not (is_human(talk.low[i]) or is_in(talk.low[i], "portfolios"))
        for i in outside
    ):
        return None
    persons = talk.persons(start, end)
    loose = persons and _after_degrees(talk, persons[-1].end) < end - 1
    if loose and talk.low[_after_degrees(talk, persons[0].end)] not in words("beside"):
        return None
    return named(talk, start, end)


def _after_degrees(talk: Discourse, index: int) -> int:
    """Return the first token from ``index`` on that is no degree: Fauzan Rizki *ST*."""
    while index < len(talk.low) and is_in(talk.low[index], "degrees"):
        index += 1
    return index


def _beside(talk: Discourse, start: int, end: int) -> Speaker | None:
    """Return the speaker at the edge of a long subject, set off from the rest by commas.

    *Siti, warga yang tinggal di sana, mengatakan*; *Kepala kantor, yang baru dilantik, Siti
    mengatakan*: the name opens the subject, or stands right before the verb.
    """
    if not any(talk.low[i] == "yang" for i in range(start, end) if i not in talk.covered):
        return None
    persons = talk.persons(start, end)
    if not persons:
        return None
    first, last = persons[0], persons[-1]
    if first.start == start and talk.low[first.end] == "," and talk.low[end - 1] == ",":
        return Speaker(first.entity.canonical, first.start, first.end, 0.96)
    before = last.start - 1
    while before > start and is_in(talk.low[before], "titles"):
        before -= 1
    closed = end - (talk.low[end - 1] == ",")
    if last.end == closed and talk.low[before] == "," and is_human(talk.low[start]):
        return Speaker(last.entity.canonical, last.start, last.end, 0.96)
    return None


def after_opener(talk: Discourse, start: int, end: int) -> int:
    """Return the token after a linking word or phrase: *Namun,*, *Sementara itu,*."""
    if start >= end or not _opens_aside(talk, start):
        return start
    comma = next(
        (i for i in range(start, end) if talk.low[i] == "," and i not in talk.covered), None
    )
    if comma is not None:
        return comma + 1
    if talk.low[start] in words("opener", "light"):
        after = start + 1
        return after + 1 if after < end and talk.low[after] == "itu" else after
    return start


def _opens_aside(talk: Discourse, start: int) -> bool:
    """Tell whether a linking word is there, or a verb in *me-*: *Mengenakan topi, Andi berkata*."""
    verb = talk.tokens[start].upos == "VERB" and talk.low[start].startswith("me")
    return verb or talk.low[start] in words("opener")
