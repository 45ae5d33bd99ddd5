"""*Ia, dia, beliau*, *mereka* and *keduanya*: persons in focus, groups, pairs."""

import itertools

from quizgen.language.antecedents import HUMAN, Context, Topic
from quizgen.language.phrases import NounPhrase
from quizgen.language.speakers import Speaker
from quizgen.model import Reference

Acting = tuple[Speaker, bool] | None


def personal(context: Context, index: int, acting: Acting) -> Reference | None:
    """Resolve *ia*, *dia* or *beliau* to the speaker, or to the person in focus.

    The subject of a sentence before is preferred to its other persons (Sneddon et al. 2010, 2.4);
    where such another is the one acted upon, the choice is open: *X mengusir Y. Ia memprotes*.
    """
    talk, focus = context.talk, context.focus
    said = context.named.get(talk.tokens[index].start)
    if said is not None:
        return context.reference(index, said.speaker, said.confidence)
    if index in context.quoted or focus.name is None:
        return None
    if context.initialled(index):
        return None
    start = talk.starts[talk.number(index)]
    if "seseorang" in talk.low[start:index] or _veiled(context, index):
        return None
    before = talk.persons(start, index)
    names = {person.entity.canonical for person in before}
    if not before:
        early = not any(talk.tokens[i].upos == "VERB" for i in range(start, index))
        sure = focus.sure * focus.faded * (1.0 if early else 0.97)
        return context.reference(index, focus.name, sure * _openness(context, index))
    led = acting is not None and acting[1] and acting[0].start == before[0].start
    if len(names) == 1 and led:
        return context.reference(index, before[0].entity.canonical, 0.92)
    return context.reference(index, before[-1].entity.canonical, 0.7)


def _veiled(context: Context, index: int) -> bool:
    """Tell whether the subject is *pemain itu* and nobody knows who: *ia* may mean him."""
    first = context.phrases.subject(context.talk.number(index))
    if first is None or first.kind not in HUMAN or first.end > index:
        return False
    pointer = context.pointer(first)
    return pointer is not None and pointer not in context.resolved


def _openness(context: Context, index: int) -> float:
    """Return how far other persons of the sentence before leave the meaning open, 1 if not."""
    number = context.talk.number(index)
    low = context.talk.low[context.talk.starts[number]]
    if low == "menurut":
        return 0.85  # Who is spoken of there is seldom the one who says so.
    others = [t for t in context.topics(number - 1) if t.kind in HUMAN]
    others = [t for t in others if t.name != context.focus.name]
    if any(_spoken_of(context, number - 1, t) for t in others):
        return 0.85  # *Reno bercerita ayahnya sakit. Ia …*
    named = [t for t in others if t.index in context.talk.at]
    beside = [t for t in named if t.part in {"subject", "other"} and t.kind == "person"]
    acted_on = [t for t in others if t.part == "object"]
    return 0.9 if acted_on or beside else 1.0


def _spoken_of(context: Context, number: int, topic: Topic) -> bool:
    """Tell whether a person is the first in what somebody says in a sentence."""
    start = context.talk.tokens[topic.index].start
    return any(
        not quotation.direct and quotation.start == start for quotation in context.said[number]
    )


def group(context: Context, index: int) -> Reference | None:
    """Resolve *mereka* to the only group of people that the sentence before speaks of.

    After a verb it is not the subject of its own clause: *Polisi memeriksa mereka*.
    """
    talk, number = context.talk, context.talk.number(index)
    here = [t for t in context.topics(number, index) if _plural(t, context)]
    if index > 0 and talk.tokens[index - 1].upos == "VERB":
        here = [t for t in here if t.part != "subject"]
    earlier = [t for t in context.topics(number - 1) if _plural(t, context)]
    names = {t.name for t in [*here, *earlier]}
    if not names and not _crowded(context, number - 1):
        earlier = [t for t in context.topics(number - 2) if _plural(t, context)]
        names = {t.name for t in earlier}
    if len(names) != 1 or None in names or _rival(context, number, names):
        return None
    rivals = talk.mentions_in(talk.opens[number], index)
    loose = [t for t in context.topics(number, index) if t.kind == "human" and t.name not in names]
    if loose:
        return None
    alone = all(m.entity.type not in {"ORG", "GPE", "NORP"} for m in rivals)
    return context.reference(index, str(names.pop()), 0.93 if alone else 0.85)


def _rival(context: Context, number: int, names: set[str | None]) -> bool:
    """Tell whether the sentence before has others whose number it leaves open.

    *Para guru mengadu kepada anggota DPRD. Mereka berjanji …*: the teachers, or the members?
    """
    beside = [t for t in context.topics(number - 1) if t.part in {"object", "oblique", "other"}]
    return any(t.kind == "human" and t.name not in names for t in beside)


def _plural(topic: Topic, context: Context) -> bool:
    bare = topic.kind == "human" and topic.part == "subject" and topic.name is not None
    # *Rektor ITB, Een H.* is one.
    bare = bare and context.talk.holder(str(topic.name).lower().split()) is None
    return topic.kind == "people" or (bare and " " in str(topic.name))


def _crowded(context: Context, number: int) -> bool:
    """Tell whether a sentence has a body that *mereka* may mean."""
    return any(t.kind in {"body", "unknown"} for t in context.topics(number))


def both(context: Context, index: int) -> Reference | None:
    """Resolve *keduanya* to two names joined by *dan*, or to *dua* of a kind."""
    number = context.talk.number(index)
    for back in (number, number - 1, number - 2):
        if back < 0:
            continue
        pairs = [p for p in _pairs(context, back) if back < number or p[1] < index]
        if pairs:
            return context.reference(index, pairs[-1][0], 0.93 if len(pairs) == 1 else 0.8)
    return None


def _pairs(context: Context, number: int) -> list[tuple[str, int]]:
    """Return (name, first token) of what comes in twos in a sentence; names before *dua …*."""
    talk, found = context.talk, []
    phrases = context.phrases.of(number)
    for one, other in itertools.pairwise(phrases):
        if _joined(context, one, other):
            found.append((f"{one.name} dan {other.name}", one.start))
    if found:
        return found
    for phrase in phrases:
        counted = phrase.start > 0 and talk.low[phrase.start - 1] == "dua"
        if counted and phrase.kind in {"people", "thing", "body", "place"}:
            named = (
                talk.low[phrase.end : phrase.end + 1] == [","] and phrase.end + 1 in talk.covered
            )
            if not named:
                found.append((f"dua {_uncounted(phrase.name)}", phrase.start))
    return found


def _uncounted(name: str) -> str:
    return name[4:] if name.lower().startswith("dua ") else name


def _joined(context: Context, one: NounPhrase, other: NounPhrase) -> bool:
    """Tell whether *dan* alone, or an age and *dan*, stands between two of a kind."""
    talk = context.talk
    between = talk.low[one.end : other.start]
    age = between[:1] == ["("] and ")" in between[:4]
    rest = between[between.index(")") + 1 :] if age else between
    third = one.start > 0 and talk.low[one.start - 1] in {",", "dan"} and rest != ["dan"]
    same = one.kind == other.kind and one.kind in {"person", "human", "body", "place"}
    return same and rest in (["dan"], ["serta"]) and not third
