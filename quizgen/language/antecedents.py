"""What anaphors may stand for: the noun phrases of the sentences around, as already resolved."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.language.discourse import PERSONAL, Discourse
from quizgen.language.phrases import POINTING, NounPhrase, Phrases
from quizgen.language.speakers import Focus
from quizgen.model import Document, Quotation, Reference

_INITIALS = re.compile(r"inisial ([A-Z]{1,4})\b|\b([A-Z]{2,4}) \(\d\d(?: tahun)?\)")
"""Who is named by initials only: *berinisial NS*, *AK (29)*."""
_BACK = 2
HUMAN = frozenset({"person", "human"})


@dataclass(frozen=True, slots=True)
class Topic:
    """Something a sentence speaks of; ``name`` is None where it points to what nobody knows."""

    name: str | None
    kind: str
    part: str
    index: int
    many: bool = False


class Context:
    """A document as far as it is resolved: who is in focus, what earlier anaphors meant."""

    def __init__(self, document: Document, quotations: Sequence[Quotation]) -> None:
        self.document = document
        self.talk = Discourse(document)
        self.phrases = Phrases(self.talk)
        self.focus = Focus()
        self.quoted = self.talk.in_quotes
        found = _INITIALS.findall(document.article.text)
        self.initials = frozenset(one or other for one, other in found)
        self.resolved: dict[int, Reference] = {}
        self.named = {q.speaker_start: q for q in quotations if q.speaker_start is not None}
        self.closing = self._closing(quotations)
        self.said = {
            number: [q for q in quotations if q.sentence == sentence.id]
            for number, sentence in enumerate(document.sentences)
        }

    def _closing(self, quotations: Sequence[Quotation]) -> dict[str, list[Quotation]]:
        """Return, by sentence, the quotations whose speaker is named there."""
        closing: dict[str, list[Quotation]] = {}
        for quotation in quotations:
            place = quotation.speaker_start
            if place is None:
                place = max(quotation.start, quotation.end - 1)
            found = next((s for s in self.document.sentences if s.start <= place < s.end), None)
            if found is not None:
                closing.setdefault(found.id, []).append(quotation)
        return closing

    def initialled(self, index: int) -> bool:
        """Tell whether somebody known by initials may be meant by a pronoun at ``index``."""
        if not self.initials:
            return False
        first = self.talk.starts[max(0, self.talk.number(index) - _BACK)]
        return any(token.text in self.initials for token in self.talk.tokens[first:index])

    def reference(
        self, index: int, antecedent: str, sure: float, *, first: int | None = None
    ) -> Reference:
        """Return a reference from token ``index``, or from ``first`` to it; *-nya* without host."""
        token = self.talk.tokens[index]
        start = token.start if first is None else self.talk.tokens[first].start
        if (
            first is None
            and token.text.lower().endswith("nya")
            and token.text.lower() != "keduanya"
        ):
            start = token.end - 3
        return Reference(
            start=start,
            end=token.end,
            anaphor=self.document.article.text[start : token.end],
            antecedent=antecedent,
            sentence=self.talk.sentence(index).id,
            confidence=round(sure, 3),
        )

    def topics(self, number: int, before: int | None = None) -> list[Topic]:
        """Return what sentence ``number`` speaks of, up to token ``before``; subject first."""
        if number < 0:
            return []
        found = [*self._phrases(number), *self._pronouns(number)]
        if before is not None:
            found = [topic for topic in found if topic.index < before]
        order = {"subject": 0, "object": 1}
        return sorted(found, key=lambda topic: (order.get(topic.part, 2), topic.index))

    def _phrases(self, number: int) -> Iterator[Topic]:
        talk = self.talk
        for phrase in self.phrases.of(number):
            name: str | None = phrase.name
            kind = phrase.kind
            pointer = self.pointer(phrase)
            if pointer is not None:
                meant = self.resolved.get(pointer)
                name = meant.antecedent if meant is not None else None
                if meant is not None and kind not in HUMAN:
                    kind = self.kind(meant)
            yield Topic(name, kind, phrase.part, phrase.start, phrase.many)
            if talk.low[phrase.end - 1].endswith("nya"):
                owner = self.resolved.get(phrase.end - 1)
                if owner is not None:
                    yield Topic(owner.antecedent, self.kind(owner), "owner", phrase.end - 1)

    def pointer(self, phrase: NounPhrase) -> int | None:
        """Return the *itu*, *ini* or *tersebut* that closes a phrase."""
        talk, at = self.talk, phrase.end
        while at < len(talk.low) and at - phrase.end < 4 and talk.number(at) == talk.number(at - 1):
            if talk.low[at] in POINTING:
                return at
            measured = at in talk.covered and talk.covered[at].entity.type == "QUANTITY"
            if not (measured or talk.low[at] in {"berusia", "berumur", "bertubuh"}):
                return None
            at += 1
        return None

    def _pronouns(self, number: int) -> Iterator[Topic]:
        talk, verb = self.talk, self.phrases.verb(number)
        for index in range(talk.starts[number], talk.close(number)):
            meant = self.resolved.get(index)
            low = talk.low[index]
            part = "subject" if index < verb else "object"
            if low in PERSONAL:
                yield Topic(meant.antecedent if meant else None, "person", part, index)
            elif low in {"mereka", "keduanya"}:
                yield Topic(meant.antecedent if meant else None, "people", part, index, True)
            elif meant is not None and talk.tokens[index].upos == "VERB" and low.endswith("nya"):
                yield Topic(meant.antecedent, self.kind(meant), "object", index)

    def kind(self, reference: Reference) -> str:
        """Return the kind of what a reference stands for, act if no phrase has that name."""
        until = self.talk.number_at(reference.start)
        for number in range(until, -1, -1):
            for phrase in self.phrases.of(number):
                if phrase.name == reference.antecedent:
                    return phrase.kind
        named = {e.canonical for e in self.document.entities if e.type == "ORG"}
        return "body" if reference.antecedent in named else "act"
