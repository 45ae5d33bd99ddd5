"""The circumstances of a clause: where, when, by whom, why, how.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizgen.language.agents import bare_agent
from quizgen.language.circumstances import fact_words, role_of
from quizgen.language.clause_parts import DATED, Parts
from quizgen.language.fact import Adjunct
from quizgen.language.trees import Phrase
from quizgen.model import Entity

_PLACES = frozenset({"place", "goal", "source"})
_PLACING = frozenset({"di", "ke", "dari", "dalam", "ke dalam"})
_POINTERS = frozenset({"itu", "ini", "tersebut", "tadi"})


class AdjunctReader(Parts):
    """Reads the phrases that tell the circumstances of a clause."""

    def _adjunct(self, child: int, predicate: Phrase) -> Adjunct | None:
        phrase = self._sure_phrase(child)
        if phrase is None:
            return None
        lead = [
            i for i in self.tree.children(child, "case", "mark") if i < child and i < phrase.start
        ]  # fmt: skip
        if phrase.start == child and self._word(child) in fact_words("leading"):
            lead, phrase = [child], self._up_to_comma(phrase)
        start = min([*lead, phrase.start])
        preposition = " ".join(self.tokens[i].text.lower() for i in lead)
        entity = next((e for e, covered in self.entities if child in covered), None)
        clausal = self.tree.relation(child) == "advcl"
        agent = self._is_agent(child, predicate) or bare_agent(
            phrase, predicate, self.tokens, entity, cased=bool(preposition)
        )
        upos = self.tokens[child].upos
        role = role_of(preposition, entity, upos, clausal=clausal, agent=agent)
        return Adjunct(
            role=role,
            start=start,
            phrase=phrase,
            preposition=preposition,
            entity=entity,
            sure=phrase.sure,
        )

    def _up_to_comma(self, phrase: Phrase) -> Phrase:
        """Return what follows a leading word, up to the first comma: *berdasarkan aturan itu*."""
        first = phrase.start + 1
        end = next((i for i in range(first, phrase.end) if self._word(i) == ","), phrase.end)
        return Phrase(first, max(end, first + 1), first, phrase.sure)

    def _is_agent(self, child: int, predicate: Phrase) -> bool:
        passive = "di-" in self.tokens[predicate.head].segments
        near = self.tree.relation(child) == "obl:agent"
        return passive and near

    def _own(self, head: int, verb: int) -> list[int]:
        both = [*self.tree.children(head), *(self.tree.children(verb) if verb != head else ())]
        return sorted(
            child for child in both
            if self.tree.relation(child).partition(":")[0] in {"obl", "advcl"}
            or self._word(child) in fact_words("leading")
        )  # fmt: skip

    def _tidy(self, adjuncts: Sequence[Adjunct]) -> Iterator[Adjunct]:
        """Leave out phrases inside others, parts of an amount, and *itu* after a date."""
        for one in adjuncts:
            inside = any(o is not one and o.start <= one.start < o.end for o in adjuncts)
            compared = (
                self._word(one.start - 1) in {"lebih", "kurang"} and one.preposition == "dari"
            )
            if inside or compared:
                continue
            one = self._without_pointer(one)
            end = one.end - (one.role == "time" and self._word(one.end - 1) in {"itu", "tersebut"}
                             and one.entity is not None)  # fmt: skip
            while end - 1 > one.phrase.start and self._word(end - 1) in fact_words("amount"):
                end -= 1
            yield replace(one, phrase=replace(one.phrase, end=end))

    def _without_pointer(self, adjunct: Adjunct) -> Adjunct:
        """Leave the *itu* behind a relative clause to its noun: *pasar yang dibuka Budi itu*."""
        related = self._word(adjunct.start - 2) == "yang" or self._word(adjunct.start - 3) == "yang"
        points = adjunct.end - 1 > adjunct.phrase.start and self._word(adjunct.end - 1) in _POINTERS
        if not related or not points or adjunct.preposition:
            return adjunct
        return replace(adjunct, phrase=replace(adjunct.phrase, end=adjunct.end - 1))

    def _apart(self, adjuncts: Iterable[Adjunct]) -> tuple[Adjunct, ...]:
        """Take a date out of the place that the tree hangs it on: *di Makassar pada 12 Mei*."""
        found: list[Adjunct] = []
        for adjunct in adjuncts:
            placed = adjunct.role in {*_PLACES, "agent"} or adjunct.preposition in _PLACING
            cut = self._date_inside(adjunct) if placed else None
            if cut is None:
                found.append(adjunct)
                continue
            entity, start, first = cut
            place = Phrase(adjunct.phrase.start, start, adjunct.phrase.head, adjunct.sure)
            day = Phrase(first, adjunct.end, first, DATED)
            found.append(replace(adjunct, phrase=place))
            found.append(
                Adjunct(
                    role="time", start=start, phrase=day, entity=entity, sure=DATED,
                    preposition=self._word(start) if start < first else "",
                )
            )  # fmt: skip
        return tuple(found)

    def _date_inside(self, adjunct: Adjunct) -> tuple[Entity, int, int] | None:
        """Return a date that ends the phrase, where its *pada* stands and where it starts."""
        for entity, covered in self.entities:
            if entity.type != "DATE" or not covered or covered[-1] != adjunct.end - 1:
                continue
            before = covered[0] - 1
            if not adjunct.phrase.head < covered[0] < adjunct.end:
                continue
            if self._word(before) in fact_words("time") and before > adjunct.phrase.head:
                return entity, before, covered[0]
            if self.tokens[before].upos in {"NOUN", "PROPN", "DET"}:
                return entity, covered[0], covered[0]
        return None

    def _dated(
        self, adjuncts: Sequence[Adjunct], object: Phrase | None, end: int
    ) -> tuple[Adjunct, ...]:
        """Trust a date that follows a place or the verb itself: it can only date the clause."""
        trusted = []
        for adjunct in adjuncts:
            after_object = object is not None and adjunct.start == object.end
            near = not any(t.upos == "VERB" for t in self.tokens[end : adjunct.start])
            led = not adjunct.preposition and self._word(adjunct.start) == "tahun"
            if adjunct.role == "time" and adjunct.entity and near and not (after_object or led):
                adjunct = replace(adjunct, sure=max(adjunct.sure, DATED))
            trusted.append(adjunct)
        return tuple(trusted)
