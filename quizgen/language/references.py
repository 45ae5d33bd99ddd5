"""References: what pronouns, *-nya* and nouns with *itu*, *ini* or *tersebut* stand for."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from quizgen.language.antecedents import HUMAN, Context
from quizgen.language.attention import follow
from quizgen.language.clitics import clitic
from quizgen.language.discourse import PERSONAL
from quizgen.language.phrases import POINTING
from quizgen.language.pointing import pointing
from quizgen.language.pronouns import Acting, both, group, personal
from quizgen.language.speakers import subject
from quizgen.model import Document, Quotation, Reference

OFFERED = 0.9
"""Confidence from which a reference is put into a document."""


def find_references(document: Document, quotations: Sequence[Quotation]) -> tuple[Reference, ...]:
    """Return the references found, sorted by start, none overlapping.

    Confidence is the estimated share of right antecedents among such findings; a document holds
    those from ``OFFERED`` on. ``quotations`` are those of the document, however sure.
    """
    found = sorted(_Resolver(document, quotations).find(), key=lambda r: r.start)
    kept: list[Reference] = []
    for reference in found:
        if not kept or reference.start >= kept[-1].end:
            kept.append(reference)
    return tuple(kept)


@lru_cache(maxsize=50_000)
def _may_refer(low: str) -> bool:
    """Tell whether a word, lower case, may stand for something; of most words none does."""
    named = low in PERSONAL or low in POINTING or low in {"mereka", "keduanya"}
    return named or low.endswith("nya")


class _Resolver:
    """Goes through a text sentence by sentence; what is resolved helps with what follows."""

    def __init__(self, document: Document, quotations: Sequence[Quotation]) -> None:
        self.context = Context(document, quotations)
        self.bodies = {e.canonical for e in document.entities if e.type in {"ORG", "GPE"}}

    def find(self) -> Iterator[Reference]:
        context = self.context
        talk = context.talk
        for number in range(len(context.document.sentences)):
            start, close = talk.starts[number], talk.close(number)
            places = [i for i in range(start, close) if _may_refer(talk.low[i])]
            acting = self._acting(start, close) if places else None
            for index in places:
                found = self._resolve(index, acting)
                if found is not None:
                    if found.confidence >= OFFERED:
                        context.resolved[index] = found
                        self._remember(found)
                    yield found
            self._attend(number)

    def _remember(self, found: Reference) -> None:
        focus = self.context.focus
        if found.antecedent == focus.name:
            focus.set(focus.name, focus.sure)

    def _attend(self, number: int) -> None:
        """Keep account of who is talked about after a sentence."""
        context, talk = self.context, self.context.talk
        said = context.closing.get(context.document.sentences[number].id)
        if said and said[-1].speaker not in self.bodies:
            context.focus.set(said[-1].speaker, min(0.97, said[-1].confidence))
            return
        start = talk.starts[number]
        if start == talk.close(number) or start in context.quoted:
            return
        context.focus.pass_by()
        follow(talk, number, context.focus)
        self._subject(number)

    def _subject(self, number: int) -> None:
        """Let *bupati itu*, *ibunya*, *seorang warga* as a subject be the one meant next."""
        context, focus = self.context, self.context.focus
        phrase = context.phrases.subject(number)
        if phrase is None or phrase.kind not in HUMAN:
            return
        pointer = context.pointer(phrase)
        if pointer is not None:
            meant = context.resolved.get(pointer)
            if meant is None:
                focus.doubt(0.8)
            else:
                focus.set(meant.antecedent, 0.94)
        elif phrase.name != focus.name and phrase.start not in context.talk.covered:
            known = context.talk.holder(context.talk.low[phrase.start : phrase.end])
            if known is not None or phrase.kind == "person":
                focus.set(known or phrase.name, 0.93)
            else:
                focus.doubt(0.9)

    def _acting(self, start: int, close: int) -> Acting:
        """Return the named subject of a sentence, and whether it is a person."""
        talk = self.context.talk
        verb = next((i for i in range(start, close) if talk.tokens[i].upos == "VERB"), None)
        if verb is None or start in self.context.quoted:
            return None
        found = subject(talk, start, verb, self.context.focus)
        if found is None or found.start is None:
            return None
        mention = talk.at.get(found.start)
        person = (mention is not None and mention.entity.type == "PER") or (
            talk.low[found.start] in PERSONAL
        )
        body = mention is not None and mention.entity.type == "ORG"
        return (found, person) if person or body else None

    def _resolve(self, index: int, acting: Acting) -> Reference | None:
        context = self.context
        low = context.talk.low[index]
        if low in PERSONAL:
            return personal(context, index, acting)
        if low in POINTING:
            return pointing(context, index)
        if low == "mereka" and index not in context.quoted:
            return group(context, index)
        if low == "keduanya" and index not in context.quoted:
            return both(context, index)
        if low.endswith("nya") and index not in context.talk.covered:
            return clitic(context, index, acting)
        return None
