"""Nouns with *itu*, *ini* or *tersebut*: the name, phrase, act or clause they take up."""

from collections.abc import Iterator

from quizgen.language.acts import act, told
from quizgen.language.antecedents import HUMAN, Context
from quizgen.language.discourse import Mention, fits
from quizgen.language.nouns import is_human, nouns
from quizgen.language.phrases import NounPhrase
from quizgen.language.places import lookup
from quizgen.language.wordlists import is_country
from quizgen.model import Reference

_WINDOW = 4
_NAMED = frozenset({"GPE", "LOC", "ORG", "EVENT", "PRODUCT", "LAW"})
_TIME = frozenset({"saat", "kala", "ketika", "waktu", "hari"})
_NEVER = frozenset({"sementara", "hari", "tahun", "pekan", "bulan", "selama", "minggu", "kali"})


def pointing(context: Context, index: int) -> Reference | None:
    """Resolve a noun phrase that the token closes."""
    talk = context.talk
    head = index - 1
    if head < talk.opens[talk.number(index)] or index in context.quoted:
        return None
    if talk.low[head] == "hal":
        return _clause(context, head, index)
    if talk.low[head] in _TIME:
        return _time(context, index) if talk.low[index] != "ini" else None
    phrase = _pointed(context, index)
    if phrase is None or talk.low[phrase.start] in _NEVER:
        return None
    if phrase.many:
        return _several(context, phrase, index)
    return (
        told(context, phrase.start, index)
        or _person(context, phrase, index)
        or _same_name(context, phrase, index)
        or _same_noun(context, phrase, index)
        or _body(context, phrase, index)
        or _state(context, phrase, index)
        or _general(context, phrase, index)
        or act(context, phrase.start, index)
    )


def _pointed(context: Context, index: int) -> NounPhrase | None:
    """Return the noun phrase that ends in the pointing token."""
    phrases = context.phrases.of(context.talk.number(index))
    found = next((p for p in phrases if context.pointer(p) == index), None)
    return None if found is None or _relative(context, found) else _innermost(context, found)


def _innermost(context: Context, phrase: NounPhrase) -> NounPhrase:
    """Return the office of *kepala dinas itu*: it is pointed at, not its head."""
    talk, inner = context.talk, phrase.end - 1
    body = talk.low[inner] in nouns("body") - nouns("body", "place")
    if not (is_human(talk.low[phrase.start]) and inner > phrase.start and body):
        return phrase
    return NounPhrase(inner, phrase.end, talk.low[inner], "body", "other", many=False)


def _relative(context: Context, phrase: NounPhrase) -> bool:
    """Tell whether the phrase may end a longer one: *bus yang membawa mahasiswa itu*."""
    low = context.talk.low[context.talk.starts[context.talk.number(phrase.start)] : phrase.start]
    clause = low[len(low) - low[::-1].index(",") :] if "," in low else low
    return "yang" in clause[-5:]


def _clause(context: Context, head: int, index: int) -> Reference | None:
    """Resolve *hal itu* to what the sentence before says, or says that somebody says."""
    talk, number = context.talk, context.talk.number(index)
    if number == 0 or head - talk.starts[number] > 2:
        return None
    start, close = talk.starts[number - 1], talk.close(number - 1)
    end = close - 1 if talk.low[close - 1] in {".", "…"} else close
    if talk.headline(number - 1):
        return None
    apart = talk.sentence(start).paragraph < talk.sentence(index).paragraph - 1
    broken = any(i in context.quoted for i in range(start, end)) or talk.low[end - 1] in {"?", ":"}
    if apart or broken or not 3 <= end - start <= 35:
        return None
    said = [q for q in context.said[number - 1] if not q.direct and q.confidence >= 0.9]
    if said:
        return context.reference(
            index, context.document.article.text[said[0].start : said[0].end], 0.91, first=head
        )
    if talk.low[end - 1] in nouns("general") or end - start < 4:
        return None
    return context.reference(index, talk.text(start, end), 0.92, first=head)


def _time(context: Context, index: int) -> Reference | None:
    dates = [m for m in _earlier(context, index, "DATE") if m.entity.value]
    number = context.talk.number
    near = [m for m in dates if number(index) - number(m.start) <= 1]
    names = {m.entity.canonical for m in near}
    if not near:
        return None
    return context.reference(index, near[0].entity.quote, 0.8 if len(names) == 1 else 0.7)


def _earlier(context: Context, index: int, *types: str) -> list[Mention]:
    """Return the mentions of the types in the last sentences before a token, latest first."""
    talk = context.talk
    low = talk.opens[max(0, talk.number(index) - _WINDOW)]
    found = [m for m in talk.mentions_in(low, index) if m.entity.type in types]
    return found[::-1]


def _before(context: Context, index: int, back: int = _WINDOW) -> Iterator[NounPhrase]:
    """Yield the noun phrases of the last sentences before a token, none that points itself."""
    number = context.talk.number(index)
    for one in range(max(0, number - back), number + 1):
        for phrase in context.phrases.of(one):
            if phrase.end <= index and context.pointer(phrase) is None:
                yield phrase


def _several(context: Context, phrase: NounPhrase, index: int) -> Reference | None:
    """Resolve *kedua kapal itu*, *kampung-kampung itu* to a plural phrase of the same noun."""
    head = context.talk.low[phrase.start].partition("-")[0]
    same = [
        p
        for p in _before(context, phrase.start, 2)
        if p.many and context.talk.low[p.start].partition("-")[0] == head
    ]
    given = _number(context, phrase)
    names = {_counted(context, p) for p in same if given in {None, _number(context, p)}}
    if len(names) != 1:
        return None
    return context.reference(index, names.pop(), 0.92)


def _number(context: Context, phrase: NounPhrase) -> str | None:
    """Return how many a phrase says there are, None for *para* and the like."""
    before = context.talk.low[phrase.start - 1] if phrase.start else ""
    if phrase.start and context.talk.tokens[phrase.start - 1].text == "ekor":
        before = context.talk.low[phrase.start - 2]
    exact = before[:1].isdigit() or before in nouns("number", "exact")
    return before.removeprefix("ke") if exact else None


def _counted(context: Context, phrase: NounPhrase) -> str:
    talk, first = context.talk, phrase.start
    while first > talk.opens[talk.number(first)] and (
        talk.tokens[first - 1].upos == "NUM" or talk.low[first - 1] in nouns("number", "many")
    ):
        first -= 1
    return talk.text(first, phrase.end) if first < phrase.start else phrase.name


def _person(context: Context, phrase: NounPhrase, index: int) -> Reference | None:
    """Resolve *bupati itu* to who is called so, *pria itu* to the only person in focus."""
    talk, noun = context.talk, context.talk.low[phrase.start]
    crowd = noun in nouns("people") - nouns("human")
    if not is_human(noun) or crowd or phrase.start in talk.covered:
        return None
    held = {name for office, name in talk.offices if office[0] == noun}
    own = talk.low[phrase.start : phrase.end]
    fitting = {name for office, name in talk.offices if fits(own, office)}
    here = {m.entity.canonical for m in talk.persons(talk.opens[talk.number(index)], index)}
    if len(fitting) == 1 and len(held | here) == 1 and not _reported(context, index, held):
        return context.reference(index, fitting.pop(), 0.92)
    if phrase.part != "subject" or noun not in nouns("human", "anyone", "calling"):
        return None  # *X menegur guru itu*: not the subject of the same clause
    return _only_person(context, noun, index)


def _only_person(context: Context, noun: str, index: int) -> Reference | None:
    """Return the only person of the sentences before, if the noun may mean him or her."""
    talk, number = context.talk, context.talk.number(index)
    human = [p for p in _before(context, talk.opens[number], 2) if p.kind in HUMAN]
    again = [p for p in _before(context, index, 2) if talk.low[p.start] == noun]
    again = [p for p in again if p.kind != "person"]
    anyone = noun in nouns("human", "anyone")
    known = [p for p in human if p.kind == "person" or anyone or p in again]
    names = {p.name for p in known}
    if len(names) > 1 or _reported(context, index, names):
        return None
    if again and not any(p in again for p in known):
        return None
    persons = {t.name for t in context.topics(number - 1) if t.kind in HUMAN}
    if len(names) == 1 and persons <= names:
        return context.reference(index, names.pop(), 0.92)
    nearer = any(t.kind == "unknown" for t in context.topics(number - 1))
    if nearer or any(m.entity.canonical != context.focus.name for m in _people(context, number)):
        return None
    if not names and context.focus.name is not None and context.focus.sure >= 0.93:
        return context.reference(index, context.focus.name, 0.9)
    return None


def _people(context: Context, number: int) -> list[Mention]:
    """Return the persons named in the sentence before."""
    talk = context.talk
    return talk.persons(talk.opens[number - 1], talk.opens[number]) if number else []


def _reported(context: Context, index: int, names: set[str]) -> bool:
    """Tell whether one of ``names`` is reported to say the sentence: they mean another."""
    said = context.closing.get(context.talk.sentence(index).id, ())
    return any(quotation.speaker in names for quotation in said)


def _same_name(context: Context, phrase: NounPhrase, index: int) -> Reference | None:
    """Find a name that starts with the noun: *Jembatan Merah … jembatan itu*."""
    talk, noun = context.talk, context.talk.low[phrase.start]
    if index - phrase.start != 1 or phrase.start in talk.covered:
        return None
    mentions = [m for m in talk.mentions_in(0, phrase.start) if m.entity.type in _NAMED]
    fitting = [m for m in mentions if m.entity.canonical.lower().split()[0] == noun]
    names = {m.entity.canonical for m in fitting}
    if not fitting or " " not in fitting[-1].entity.canonical:
        return None
    near = talk.number(index) - talk.number(fitting[-1].start) <= _WINDOW
    sure = (0.95 if near else 0.85) if len(names) == 1 else 0.8
    return context.reference(index, fitting[-1].entity.canonical, sure)


def _same_noun(context: Context, phrase: NounPhrase, index: int) -> Reference | None:
    """Find the phrase with the same head noun a little before."""
    talk = context.talk
    own = talk.low[phrase.start : phrase.end]
    same = [
        p
        for p in _before(context, phrase.start)
        if talk.low[p.start] == own[0] and fits(own, talk.low[p.start : p.end])
        and p.start not in talk.at and p.kind != "person"
    ]  # fmt: skip
    names = {p.name.lower() for p in same}
    cut = bool(same) and talk.low[min(same[-1].end, len(talk.low) - 1)] in {"/", "-"}
    if not same or cut or any(p.many for p in same):
        return None
    longer = same[-1].end - same[-1].start > len(own)
    sure = 0.92 if len(names) == 1 else 0.82
    if own[0] in nouns("vague") or (
        not longer and talk.number(index) - talk.number(same[-1].start) > 1
    ):
        sure -= 0.05
    return context.reference(index, same[-1].name, sure)


def _body(context: Context, phrase: NounPhrase, index: int) -> Reference | None:
    """Resolve *perusahaan itu*, *lembaga pengawas itu* to the only fitting body named before."""
    noun = context.talk.low[phrase.start]
    kinds = [k for k in _kinds_of_body() if noun in nouns("body", k)]
    if not kinds or phrase.start in context.talk.covered:
        return None
    names = list(dict.fromkeys(m.entity.canonical for m in _earlier(context, phrase.start, "ORG")))
    heads = nouns("heads", kinds[0]) if kinds[0] in _headed() else frozenset()
    fitting = [name for name in names if name.lower().split()[0] in heads]
    if len(fitting) == 1:
        return context.reference(index, fitting[0], 0.94)
    if kinds[0] in {"any", "company", "club"} and len(names) == 1 and not fitting:
        return context.reference(index, names[0], 0.91)
    return None


def _kinds_of_body() -> tuple[str, ...]:
    return ("any", "company", "club", "university", "party", "office", "bank", "school", "media")


def _headed() -> frozenset[str]:
    return frozenset({"company", "club", "university", "party", "bank", "school", "media"})


def _state(context: Context, phrase: NounPhrase, index: int) -> Reference | None:
    """Resolve *negara itu*, *kota itu* to the only place of that kind named before."""
    noun = context.talk.low[phrase.start]
    if index - phrase.start != 1:
        return None
    places = [m.entity.canonical for m in _earlier(context, phrase.start, "GPE")]
    names = list(dict.fromkeys(places))
    if noun in {"negara", "negeri"}:
        fitting = [name for name in names if is_country(name)]
    elif noun in {"kota", "kabupaten", "provinsi", "desa", "kecamatan"}:
        fitting = [name for name in names if _is_a(noun, name)]
    else:
        return None
    if not fitting:
        return None
    return context.reference(index, fitting[0], {1: 0.92, 2: 0.75}.get(len(fitting), 0.6))


def _is_a(noun: str, name: str) -> bool:
    """Tell whether a place is what an administrative noun says: *kota* for Pyongyang."""
    place = lookup(name)
    kind = {"kota": "city", "kabupaten": "regency", "provinsi": "province"}.get(noun, noun)
    capital = noun == "kota" and place is not None and place.kind in {"city", "town"}
    return capital or name.lower().startswith(noun) or (place is not None and place.kind == kind)


def _general(context: Context, phrase: NounPhrase, index: int) -> Reference | None:
    """Resolve a general noun to the only phrase before that it covers: *satwa* for a tiger."""
    talk, noun = context.talk, context.talk.low[phrase.start]
    if noun not in nouns_of_kind() or phrase.end - phrase.start > 2:
        return None
    covered = nouns("general", noun)
    fitting = [p for p in _before(context, phrase.start, 2) if _head(context, p) in covered]
    names = {p.name.lower() for p in fitting}
    again = [p for p in _before(context, phrase.start, 2) if talk.low[p.start] == noun]
    if len(names) != 1 or again or fitting[0].kind == "unknown":
        return None
    return context.reference(index, fitting[0].name, 0.92)


def nouns_of_kind() -> frozenset[str]:
    """Return the general nouns of ``data/nouns.toml``."""
    from quizgen.language.nouns import names_of

    return names_of("general")


def _head(context: Context, phrase: NounPhrase) -> str:
    return context.talk.low[phrase.start].removesuffix("nya").partition("-")[0]
