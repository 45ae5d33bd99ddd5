"""*-nya*: of the speaker, of the subject, of the topic before; object of a verb; or nobody's."""

from quizgen.language.antecedents import Context, Topic
from quizgen.language.discourse import PERSONAL
from quizgen.language.nouns import nouns
from quizgen.language.pronouns import Acting
from quizgen.language.speech import verbs
from quizgen.language.wordlists import is_in
from quizgen.model import Quotation, Reference

_OWNERS = {
    "person": frozenset({"person", "human"}),
    "body": frozenset({"body", "place"}),
    "thing": frozenset({"thing", "place", "body"}),
}


def clitic(context: Context, index: int, acting: Acting) -> Reference | None:
    """Resolve *-nya* at the end of a token."""
    talk = context.talk
    base = talk.low[index].removesuffix("nya")
    if base in verbs("bare") or base == "menurut" or talk.low[index] in {"dikatakannya"}:
        said = _spoken(context, index)
        if said is None:
            return None
        return context.reference(index, said.speaker, said.confidence)
    if index in context.quoted:
        return None
    if base == "pihak":
        return _side(context, index, acting)
    if talk.tokens[index].upos == "VERB" and base.startswith("me"):
        return _object(context, index)
    return _of_subject(context, index, base, acting) or _of_topic(context, index, base)


def _spoken(context: Context, index: int) -> Quotation | None:
    """Return the quotation whose verb of saying is the token."""
    low = context.talk.low[index]
    for quotation in context.closing.get(context.talk.sentence(index).id, ()):
        own = quotation.verb in {low, low.removesuffix("nya")}
        if quotation.speaker_start is None and own:
            return quotation
    return None


def _side(context: Context, index: int, acting: Acting) -> Reference | None:
    """Resolve *pihaknya* to the body that the speaker or the subject stands for.

    *Kepala Badan Geologi X mengatakan pihaknya …*: Badan Geologi's side; without such a body, the
    speaker's own.
    """
    talk, number = context.talk, context.talk.number(index)
    bodies = [
        m.entity for m in talk.mentions_in(talk.starts[number], index) if m.entity.type == "ORG"
    ]
    names = {entity.canonical for entity in bodies}
    if len(names) == 1:
        return context.reference(index, names.pop(), 0.92)
    if names:
        return None
    if acting is not None:
        speaker, _ = acting
        return context.reference(index, speaker.name, min(0.92, speaker.confidence))
    subject = next((t for t in context.topics(number - 1) if t.part == "subject"), None)
    opening = index == talk.starts[number]
    verb = context.phrases.verb(number - 1) if number else 0
    acts = number > 0 and not talk.low[verb].startswith("di")
    if opening and acts and subject is not None and subject.kind == "body" and subject.name:
        return context.reference(index, subject.name, 0.92)
    return None


def _of_subject(context: Context, index: int, base: str, acting: Acting) -> Reference | None:
    """Resolve *-nya* after the verb of a named subject: *X berangkat bersama istrinya*."""
    talk = context.talk
    if acting is None or acting[0].end is None or acting[0].end > index:
        return None
    speaker, person = acting
    pronoun = speaker.start is not None and talk.low[speaker.start] in PERSONAL
    if pronoun and speaker.start not in context.resolved:
        return None
    if _inside_statement(context, index) or _nominal(context, index):
        return None
    if not _belongs(context, index, base, person):
        return None
    start = speaker.end or 0
    if _acts_between(context, start, index):
        return None
    between = {
        m.entity.canonical
        for m in talk.mentions_in(start, index)
        if m.entity.type in {"PER", "ORG"}
    } - {speaker.name}
    others = {
        p.name
        for p in context.phrases.of(talk.number(index))
        if start <= p.start < index and p.kind in {"human", "person", "people", "unknown"}
        and p.name != speaker.name and p.end - 1 != index
    }  # fmt: skip
    sure = min(speaker.confidence, 0.94) * (0.9 if between or others else 1.0)
    return context.reference(index, speaker.name, sure)


def _acts_between(context: Context, start: int, index: int) -> bool:
    """Tell whether a state is to do something: *X menyarankan Indonesia memakai posisinya*."""
    talk = context.talk
    return any(
        m.entity.type in {"GPE", "ORG"} and talk.tokens[m.end].upos in {"VERB", "AUX"}
        for m in talk.mentions_in(start, index)
    )


def _inside_statement(context: Context, index: int) -> bool:
    """Tell whether the word stands in what somebody says, after its first words.

    There another subject is nearer: *X mengatakan rokok merusak penggunanya*.
    """
    talk = context.talk
    start = talk.tokens[index].start
    for quotation in context.said[talk.number(index)]:
        if quotation.start <= start < quotation.end:
            inner = [t for t in talk.tokens[:index] if t.start >= quotation.start]
            return bool(inner)
    return False


def _nominal(context: Context, index: int) -> bool:
    """Tell whether *-nya* makes a noun or a definite one: *maraknya tudingan*, *naiknya harga*."""
    talk = context.talk
    after = index + 1
    if after >= talk.close(talk.number(index)):
        return True
    return talk.tokens[after].upos in {"NOUN", "PROPN"} or after in talk.covered


def _belongs(context: Context, index: int, base: str, person: bool) -> bool:
    """Tell whether what the noun names belongs to the subject, not to some thing."""
    talk = context.talk
    if base in nouns("owned", "person" if person else "body"):
        return True
    if not person or base in nouns("owned", "thing") or talk.tokens[index].upos != "NOUN":
        return False
    if base in nouns("definite", "words"):
        return False
    before = talk.tokens[index - 1]
    acts = before.upos == "VERB" and before.text.lower()[:2] in {"me", "be"}
    low = before.text.lower()
    return acts and low not in verbs("active") and low not in nouns("definite", "judged")


def _of_topic(context: Context, index: int, base: str) -> Reference | None:
    """Resolve *-nya* on the first noun phrase to the topic of the sentence before.

    What the noun is of decides the kind of owner: *istri* a person's, *rektor* a body's, *isi* a
    thing's. Two owners of that kind leave it open.
    """
    talk, number = context.talk, context.talk.number(index)
    kinds = [kind for kind in _OWNERS if base in nouns("owned", kind)]
    named = index + 1 < talk.close(number) and talk.tokens[index + 1].upos == "NOUN"
    if not kinds or base in nouns("definite", "words") or named:
        # *Panjangnya rantai distribusi* names its owner itself.
        return None
    wanted = frozenset().union(*(_OWNERS[kind] for kind in kinds))
    first = context.phrases.subject(number)
    if first is None or not first.start <= index < first.end:
        return None
    if any(m.entity.type in {"PER", "ORG", "GPE"} for m in talk.mentions_in(first.start, index)):
        return None
    found = _owner(context, number, wanted)
    if found is None:
        return None
    name, sure = found
    return context.reference(index, name, sure)


def _owner(context: Context, number: int, wanted: frozenset[str]) -> tuple[str, float] | None:
    topics = context.topics(number - 1)
    known = [t for t in topics if t.part in {"subject", "object", "owner"} and t.kind in wanted]
    if "person" in wanted and not known:
        person = context.focus
        if person.name is None or any(t.kind in wanted | {"unknown"} for t in topics):
            return None
        return person.name, person.sure * 0.97
    names = list(dict.fromkeys(t.name for t in known))
    if len(names) != 1 or names[0] is None:
        return None
    open_ = [t for t in topics if t.kind == "unknown" and t.name not in names]
    oblique = [t for t in topics if t.part in {"oblique", "other"} and t.kind in wanted]
    rivals = {t.name for t in oblique} - {names[0]}
    sure = 0.93 if known[0].part == "subject" else 0.91
    if known[0].part == "owner" or open_:
        sure = 0.85
    return names[0], sure - (0.05 if rivals and known[0].part != "subject" else 0.0)


def _object(context: Context, index: int) -> Reference | None:
    """Resolve *-nya* on a verb to the topic before that is not the verb's own subject.

    A pronoun is free in its clause (Chomsky 1981, principle B): *Rahma memberinya payung* is
    somebody else's umbrella.
    """
    talk, number = context.talk, context.talk.number(index)
    own = next((t for t in context.topics(number, index) if t.part == "subject"), None)
    if own is None or own.name is None:
        return None
    topics = [t for t in context.topics(number - 1) if t.part in {"subject", "object"}]
    others = [t for t in topics if not _same(t, own)]
    names = list(dict.fromkeys(t.name for t in others))
    inside = [t for t in context.topics(number, index) if t.part != "subject"]
    if (
        len(names) != 1
        or names[0] is None
        or others[0].kind in {"people", "unknown"}
        or others[0].many
    ):
        return None
    if inside or others[0].part != "subject" or is_in(talk.low[index], "titles"):
        return None
    return context.reference(index, names[0], 0.91)


def _same(one: Topic, other: Topic) -> bool:
    return one.name == other.name
