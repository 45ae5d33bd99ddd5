"""Why and what for, where the text says so itself: *Pasar ditutup karena banjir*.

A clause that stands alone and, after *karena, lantaran, akibat*, its cause; or after *untuk, agar,
guna, demi* what it was done for; the other order too, and the cause before *sehingga*. A marker
that may belong to another verb of the sentence gives nothing.

Source: clauses of cause and of purpose, Sneddon et al. (2010) 3.103-3.108; TBBBI IV, ch. 9.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quizgen.exercises.common.standard_language import tidy
from quizgen.exercises.common.tables import words
from quizgen.exercises.common.text import dated, render
from quizgen.exercises.questions.causal_effects import Effect, effect_after, effect_before
from quizgen.exercises.questions.endings import lists_on, parts_places
from quizgen.exercises.questions.main import DENIALS, MARKS
from quizgen.exercises.questions.subjects import clear
from quizgen.exercises.statements.trimmed import Stretch, stretches
from quizgen.language.clauses import named_tokens
from quizgen.language.once import once
from quizgen.language.speech import kind_of_saying
from quizgen.model import Document, Evidence, Sentence, Token

_LEAST, _MOST = 2, 20
_RESULT = "sehingga"
_LONGEST_FRONT = 16
_SUBJECTS = frozenset({"NOUN", "PROPN", "DET", "PRON", "NUM"})
_PREDICATES = frozenset({"VERB", "ADJ"})
_DEEDS = frozenset({"meN-", "di-", "ber-"})
Relation = Literal["cause", "purpose"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Causal:
    """A clause of the text and its cause or purpose: tokens ``start`` to ``end`` tell both.

    ``marker`` is the word that says so, ``reason`` what follows it, in the tokens ``inside``.
    """

    relation: Relation
    effect: Effect
    lead: str
    sentence: Sentence
    marker: str
    reason: str
    inside: range
    start: int
    end: int

    def evidence(self) -> Evidence:
        """Return cause and effect, word for word."""
        sentence = self.sentence
        first, last = sentence.tokens[self.start], sentence.tokens[self.end - 1]
        return Evidence(
            sentence.id, sentence.text[first.start - sentence.start : last.end - sentence.start]
        )


@once
def causal(document: Document) -> tuple[Causal, ...]:
    """Return what the text gives a cause or a purpose for, one a sentence, in order."""
    found: dict[str, Causal] = {}
    for stretch in stretches(document):
        for one in told_or_fault(stretch):
            if isinstance(one, Causal):
                found.setdefault(stretch.sentence.id, one)
    return tuple(sorted(found.values(), key=lambda one: one.sentence.number))


def told_or_fault(stretch: Stretch) -> Iterator[Causal | str]:
    """Yield what a stretch tells, or for each marker why it tells nothing."""
    if stretch.sourced:
        # What a source is reported to say is a stretch of its own.
        return
    stretch = _without_comment(stretch)
    named = named_tokens(stretch.sentence, stretch.document)
    for index in range(stretch.start, stretch.end - 1):
        relation = None if index in named else _relation(stretch, index)
        if relation:
            yield _read(stretch, index, relation)
        elif stretch.tokens[index].text == _RESULT and index > stretch.start:
            yield _result(stretch, index)


def _without_comment(stretch: Stretch) -> Stretch:
    first, second = stretch.tokens[stretch.start : stretch.start + 2]
    comment = first.text.lower() in words("causal", "comments") and second.text == ","
    return replace(stretch, start=stretch.start + 2) if comment else stretch


def _relation(stretch: Stretch, index: int) -> Relation | None:
    low, after = stretch.tokens[index].text.lower(), stretch.tokens[index + 1]
    if low in words("causal", "cause"):
        return "cause"
    verbal = after.upos == "VERB" or low in words("causal", "clausal_purpose")
    return "purpose" if low in words("causal", "purpose") and verbal else None


def _read(stretch: Stretch, at: int, relation: Relation) -> Causal | str:
    fronted = at == stretch.start
    if not fronted and stretch.tokens[at - 1].text.lower() in words("causal", "bound"):
        return "bound"
    stop = _front_end(stretch, at) if fronted else _reason_end(stretch, at)
    if stop is None:
        return "reason open"
    effect = effect_after(stretch, stop + 1) if fronted else effect_before(stretch, at)
    if effect is None:
        return "no clause"
    fault = _fault(stretch, effect, None if fronted else at)
    fault = fault or (_no_purpose(stretch, effect, at) if relation == "purpose" else "")
    reason = None if fault else _reason(stretch, effect, range(at + 1, stop))
    if reason is None:
        return fault or "reason"
    return Causal(
        relation=relation, effect=effect, lead=stretch.lead, sentence=stretch.sentence,
        marker=stretch.tokens[at].text.lower(), reason=reason, inside=range(at + 1, stop),
        start=min(at, effect.kept[0]), end=max(stop, effect.kept[-1] + 1),
    )  # fmt: skip


def _result(stretch: Stretch, at: int) -> Causal | str:
    """Return what follows *sehingga* with the clause before it as its cause."""
    cause, effect = effect_before(stretch, at), effect_after(stretch, at + 1)
    if cause is None or effect is None or cause.numbered or effect.numbered or cause.front:
        return "no clause"
    fault = _fault(stretch, cause, at) or _fault(stretch, effect, None)
    inside = range(cause.kept[0], at)
    if fault or any(stretch.tokens[i].clitics for i in inside):
        return fault or "reason"
    return Causal(
        relation="cause", effect=effect, lead=stretch.lead, sentence=stretch.sentence,
        marker=_RESULT, reason=cause.body, inside=inside,
        start=cause.kept[0], end=effect.kept[-1] + 1,
    )  # fmt: skip


def _front_end(stretch: Stretch, at: int) -> int | None:
    """Return the comma that closes a reason in front, if a subject follows."""
    tokens, named = stretch.tokens, named_tokens(stretch.sentence, stretch.document)
    stop = min(at + _LONGEST_FRONT, stretch.end - 3)
    comma = next((i for i in range(at + 1, stop) if tokens[i].text == "," and i not in named), None)
    return comma if comma and tokens[comma + 1].upos in _SUBJECTS else None


def _reason_end(stretch: Stretch, at: int) -> int | None:
    """Return where the reason ends: at what only adds, or with the stretch; None if unclear."""
    tokens, named = stretch.tokens, named_tokens(stretch.sentence, stretch.document)
    for index in range(at + 1, stretch.end):
        if tokens[index].text != "," or index in named or parts_places(stretch.spans, index):
            continue
        said = {token.text.lower() for token in tokens[at:index]}
        if lists_on(tokens, index, stretch.end):
            continue
        adds = tokens[index + 1].text.lower() in words("mains", "additions")
        dates = (s for s in stretch.spans if s.entity and s.entity.type == "DATE")
        dates_it = any(s.start == index + 1 and s.end == stretch.end for s in dates)
        closes = (adds or dates_it) and said.isdisjoint(words("causal", "paired"))
        # What another comma closes is put in: *agar jalan, yang macet, kembali lancar*.
        put_in = any(tokens[i].text == "," for i in range(index + 1, stretch.end))
        return index if closes and (dates_it or not put_in) else None
    return stretch.end


def _reason(stretch: Stretch, effect: Effect, inside: range) -> str | None:
    """Return the reason as it is written in an answer, None if it needs more of the text."""
    sentence, document = stretch.sentence, stretch.document
    tokens = [sentence.tokens[i] for i in inside]
    if _shared(stretch, inside) or not _whole(stretch, inside):
        return None
    short = len(tokens) == 1 and tokens[0].segments[0] == "ber-"
    if not (short or _LEAST <= len(tokens) <= _MOST) or _marked(stretch, inside):
        return None
    kept = sorted({*effect.clear, *inside})
    if any(token.clitics for token in tokens) or not dated(sentence, document, inside):
        return None
    if not clear(sentence, kept, document):
        return None
    text = render(sentence, document, inside.start, inside.stop)
    return text if tidy(tokens, text, money=False) else None


def _whole(stretch: Stretch, inside: range) -> bool:
    """Tell whether what follows *agar, supaya* has a predicate."""
    marker = stretch.tokens[inside.start - 1].text.lower()
    said = {stretch.tokens[i].upos for i in inside}
    return marker not in words("causal", "clausal_purpose") or bool(said & _PREDICATES)


def _shared(stretch: Stretch, inside: range) -> bool:
    """Tell whether *dan* opens another clause: *karena tertimpa tembok dan 31 orang terluka*.

    A reason without a subject of its own cannot share its marker with one that has.
    """
    tokens = stretch.tokens
    said = False
    for index in inside:
        said = said or tokens[index].upos in _PREDICATES
        if said and tokens[inside.start].upos in _SUBJECTS:
            return False
        following = tokens[index + 1 : inside.stop]
        opens = tokens[index].upos == "CCONJ" and following and following[0].upos in _SUBJECTS
        rest = range(index + 1, inside.stop)
        counted = opens and following[0].upos == "NUM" and following[-1].upos == "ADJ"
        if counted or (opens and any(_finite(tokens, i) for i in rest)):
            return True
    return False


def _finite(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a verb is a predicate and no *yang dijual*."""
    return tokens[index].upos == "VERB" and tokens[index - 1].text.lower() != "yang"


def _marked(stretch: Stretch, inside: Sequence[int]) -> bool:
    tokens, named = stretch.tokens, named_tokens(stretch.sentence, stretch.document)
    marks = MARKS | set("()") | words("pointing", "speakers") | words("causal", "vague_reason")
    marks |= {"karena", "lantaran"}
    return any(tokens[i].text.lower() in marks and i not in named for i in inside)


def _fault(stretch: Stretch, effect: Effect, marker: int | None) -> str:
    """Return why the reason may belong to another verb, or the clause be no plain fact."""
    tokens, kept, verb = stretch.tokens, effect.kept, effect.verb
    if any(_says(stretch, effect, i) for i in kept):
        return "saying"
    forms = {tokens[i].text.lower() for i in kept}
    if forms & (words("mains", "hedged") - words("causal", "judging")):
        return "hedged"
    if forms & words("pointing", "speakers"):
        return "personal"
    if forms & (words("causal", "causing") | words("causal", "cause")):
        return "causing"
    if "baru" in {tokens[i].text.lower() for i in kept if i < verb}:
        # *Tim baru berangkat karena …* is new, or late.
        return "only then"
    after = [i for i in kept if i > verb]
    if {tokens[i].text.lower() for i in after} & words("causal", "opposing"):
        return "opposed"
    return _fault_between(stretch, after) if marker is not None else ""


def _fault_between(stretch: Stretch, after: Sequence[int]) -> str:
    """Return why the reason may belong to a clause between the verb and its marker."""
    tokens, named = stretch.tokens, named_tokens(stretch.sentence, stretch.document)
    if any(tokens[i].upos == "VERB" and _owns_subject(tokens, i, after) for i in after):
        return "clause after verb"
    opening = words("causal", "clausal") | {",", *words("causal", "coordinating")}
    opens = [i for i in after if i not in named and tokens[i].text.lower() in opening]
    if any(tokens[j].upos == "VERB" for i in opens for j in after if j > i):
        return "clause after verb"
    return "relative" if any(tokens[i].text.lower() == "yang" for i in after) else ""


def _owns_subject(tokens: Sequence[Token], index: int, after: Sequence[int]) -> bool:
    """Tell whether a verb after the main one has a subject there: *menduga saluran tersumbat*."""
    return any(
        (tokens[i].deprel or "").startswith("nsubj")
        and tokens[i].head == index
        and tokens[i].text.lower() != "yang"
        for i in after
        if i < index
    )


def _says(stretch: Stretch, effect: Effect, index: int) -> bool:
    """Tell whether a verb of saying may have the reason in what it reports."""
    token = stretch.tokens[index]
    if token.upos != "VERB" or not kind_of_saying(token.text.lower()):
        return False
    # *Imbauan itu disampaikan karena …*: nothing is reported here.
    closed = index == effect.verb == effect.kept[-1] and token.segments[0] == "di-"
    return not closed and token.text.lower() not in words("causal", "judging")


def _no_purpose(stretch: Stretch, effect: Effect, at: int) -> str:
    """Return why what follows *untuk* tells no purpose of the deed."""
    tokens, kept, verb = stretch.tokens, effect.kept, effect.verb
    run = [tokens[i] for i in kept if i <= verb]
    forms = {token.text.lower() for token in run if token.upos in {"VERB", "AUX", "ADV", "ADJ"}}
    last = next((i for i in kept if i > verb and tokens[i].upos == "VERB"), verb)
    forms.add(tokens[last].text.lower())
    if tokens[verb].segments[0] not in _DEEDS or forms & words("causal", "complemented"):
        return "no deed"
    if at > verb and DENIALS & {token.text.lower() for token in run}:
        return "denied"
    after = {tokens[i].text.lower() for i in kept if i > verb}
    asked = words("mains", "purposed") | words("causal", "requests")
    return "purposed" if after & asked else ""
