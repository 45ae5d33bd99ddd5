"""Noun phrases of a sentence: what each names, and the part it plays beside the first verb.

They are read from word classes and order; the dependency tree is not needed. Subject comes before
the verb, object right after a verb in *meN-* (Sneddon et al. 2010, 3.2).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quizgen.language.discourse import PERSONAL, Discourse
from quizgen.language.nouns import is_human, nouns
from quizgen.language.wordlists import is_in

POINTING = frozenset({"itu", "tersebut", "ini"})
_JOINS = frozenset({"milik", "asal", "bernama", "berinisial"})
_MEASURING = frozenset({"sebesar", "sebanyak", "setinggi", "senilai", "seluas", "sekitar", "lapor"})
_AFTER = frozenset({"PUNCT", "ADP", "SCONJ"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ"})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "NUMBER"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens ``start`` to ``end`` from the head noun on; ``name`` is how to call it by itself.

    ``kind`` is person, human (one or many), people, body, place, thing
    or unknown; ``part`` subject, object,
    oblique or other.
    """

    start: int
    end: int
    name: str
    kind: str
    part: str
    many: bool


class Phrases:
    """The noun phrases of a document, sentence by sentence, those in quotations left out."""

    def __init__(self, talk: Discourse) -> None:
        self.talk = talk

    @cached_property
    def _known(self) -> dict[int, tuple[NounPhrase, ...]]:
        return {}

    def of(self, number: int) -> tuple[NounPhrase, ...]:
        """Return the noun phrases of sentence ``number`` in order."""
        if number not in self._known:
            self._known[number] = tuple(self._find(number))
        return self._known[number]

    def subject(self, number: int) -> NounPhrase | None:
        """Return the subject of sentence ``number``."""
        return next((one for one in self.of(number) if one.part == "subject"), None)

    def verb(self, number: int) -> int:
        """Return the first verb of the main clause, the sentence's end if there is none."""
        talk = self.talk
        start, close = talk.starts[number], talk.close(number)
        for index in range(start, close):
            relative = index > start and talk.low[index - 1] == "yang"
            if talk.tokens[index].upos != "VERB" or index in talk.covered or relative:
                continue
            if not is_human(talk.low[index]):
                return index
        return close

    def _find(self, number: int) -> Iterator[NounPhrase]:
        talk = self.talk
        index, close = talk.starts[number], talk.close(number)
        verb, subject = self.verb(number), False
        if talk.headline(number):
            return
        while index < close:
            mention = talk.covered.get(index)
            timed = mention is not None and mention.entity.type in _TIMES
            if index in talk.in_quotes or timed or not self._opens(index):
                index = mention.end if mention is not None and timed else index + 1
                continue
            end = self.end(index, close)
            part = self._part(index, verb, subject)
            subject = subject or part == "subject"
            yield self._phrase(index, end, part)
            index = end

    def _opens(self, index: int) -> bool:
        token = self.talk.tokens[index]
        if self.talk.low[index] in nouns("number") or self.talk.low[index] in nouns("time"):
            return False
        nominal = token.upos in {"NOUN", "PROPN"} or is_human(token.text)
        return (index in self.talk.covered or nominal) and self.talk.low[index] not in PERSONAL

    def end(self, head: int, stop: int) -> int:
        """Return where the phrase of a head noun ends: before *itu*, *yang*, a verb, a date."""
        talk, index = self.talk, head
        while index < stop:
            mention = talk.covered.get(index)
            if mention is not None:
                if mention.entity.type in _TIMES:
                    break
                index = mention.end
                continue
            token = talk.tokens[index]
            if index > head and token.deprel == "root" and self._bare(index):
                break
            happens = talk.low[index] in nouns("happens", "words")
            if happens and talk.low[head] not in nouns("happens", "but_after") and index > head:
                break
            if talk.low[index] in _MEASURING or (token.upos == "ADJ" and self._predicate(index)):
                break
            joins = token.text in _JOINS and index + 1 in talk.covered
            if index > head and not joins and (token.upos not in _INSIDE or token.text in POINTING):
                break
            index += 1
            if token.text.endswith("nya"):
                break
        return max(index, head + 1)

    def _predicate(self, index: int) -> bool:
        """Tell whether an adjective is all that is said of the subject: *Pilot itu selamat*."""
        number = self.talk.number(index)
        after = index + 1
        last = after >= self.talk.close(number) or self.talk.tokens[after].upos in _AFTER
        return last and self.verb(number) >= self.talk.close(number)

    def _bare(self, index: int) -> bool:
        """Tell whether the sentence has no verb, so that its root is the predicate."""
        number = self.talk.number(index)
        return self.verb(number) >= self.talk.close(number)

    def _part(self, index: int, verb: int, subject: bool) -> str:
        talk = self.talk
        before = self._before(index)
        inside = before >= talk.opens[talk.number(index)]
        if inside and talk.tokens[before].upos == "ADP":
            return "oblique"
        if index < verb:
            return "other" if subject else "subject"
        active = inside and talk.tokens[before].upos == "VERB"
        return "object" if active and talk.low[before].startswith("me") else "other"

    def _before(self, index: int) -> int:
        """Return the token before a phrase with its number and article."""
        talk, before = self.talk, index - 1
        opening = talk.opens[talk.number(index)]
        while before >= opening and (
            talk.low[before] in nouns("number")
            or talk.tokens[before].upos in {"NUM", "DET"}
            or (before in talk.covered and talk.covered[before].entity.type in _TIMES - {"DATE"})
        ):
            before -= 1
        return before

    def _phrase(self, start: int, end: int, part: str) -> NounPhrase:
        talk = self.talk
        before = talk.low[self._before(start) + 1 : start]
        low = talk.low[start]
        one = set(before) & nouns("number", "one")
        counted = bool(before) and not one
        many = "-" in low and low.partition("-")[0] == low.partition("-")[2].removesuffix("nya")
        kind = self._kind(start, end)
        if kind == "human":
            kind = "people" if counted or many else "human"
            kind = "person" if one else kind
        return NounPhrase(start, end, self._name(start, end, kind), kind, part, many or counted)

    def _kind(self, start: int, end: int) -> str:
        talk = self.talk
        low, mention = talk.low[start].removesuffix("nya"), talk.at.get(start)
        if mention is not None:
            kinds = {"PER": "person", "ORG": "body", "GPE": "place", "LOC": "place"}
            return kinds.get(mention.entity.type, "thing")
        if self._holder(start, end):
            return "person"
        if low.partition("-")[0] in nouns("human") or low in nouns("people"):
            return "people" if low in nouns("people") else "human"
        if talk.tokens[start].upos == "PROPN" and start != talk.starts[talk.number(start)]:
            return "unknown"
        if low in nouns("body", "place"):
            return "place"
        body = low in nouns("body") or is_in(low, "organisations")
        return "body" if body else "human" if is_human(low) else "thing"

    def _holder(self, start: int, end: int) -> str | None:
        """Return the person whom a calling goes with: *pelukis Nasirun*, *pelatih X, Edi*."""
        talk = self.talk
        low = talk.low[start].removesuffix("nya")
        if not is_human(low) or (low in nouns("human", "relational") and end - start > 1):
            return self._apposed(end) if is_human(low) else None
        inside = talk.persons(start, end)
        if inside and inside[-1].end == end:
            return inside[-1].entity.canonical
        return self._apposed(end)

    def _apposed(self, end: int) -> str | None:
        talk = self.talk
        if end + 1 >= len(talk.low) or talk.low[end] != ",":
            return None
        mention = talk.at.get(end + 1)
        if mention is None or mention.entity.type != "PER" or mention.end >= len(talk.low):
            return None
        return mention.entity.canonical if talk.low[mention.end] in {",", ".", "("} else None

    def _name(self, start: int, end: int, kind: str) -> str:
        talk = self.talk
        mention = talk.at.get(start)
        if mention is not None and mention.end == end:
            return mention.entity.canonical
        holder = self._holder(start, end) if kind == "person" else None
        if holder:
            return holder
        first = start
        while first > talk.opens[talk.number(start)] and talk.low[first - 1] in nouns(
            "number", "many"
        ):
            first -= 1
        text = talk.text(first, end)
        initial = first in {talk.starts[talk.number(start)], talk.opens[talk.number(start)]}
        common = first not in talk.covered and talk.tokens[first].upos != "PROPN"
        return text[:1].lower() + text[1:] if initial and common else text
