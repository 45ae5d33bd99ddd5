"""The circumstances of a clause: where, when, by whom, why, how.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizgen.language.agents import bare_agent
from quizgen.language.circumstances import fact_words, role_of
from quizgen.language.clause_parts import DATED, Parts
from quizgen.language.fact import AMOUNTS, Adjunct
from quizgen.language.trees import Phrase
from quizgen.model import Entity

_PLACES = frozenset({"place", "goal", "source"})
_PLACING = frozenset({"di", "ke", "dari", "dalam", "ke dalam"})
_ALONG = frozenset({"sepanjang", "selama"})
"""Words before a time that a tree may leave outside it."""
_SPANS = frozenset({"hingga", "sampai", "sekitar"})
"""Words that lead the end of a time, not another circumstance."""
_NAMES = frozenset({"PER", "ORG", "GPE", "LOC", "QUANTITY"})
_OTHERS = frozenset({"lain", "lainnya"})
_POINTERS = frozenset({"itu", "ini", "tersebut", "tadi"})


class AdjunctReader(Parts):
    """Reads the phrases that tell the circumstances of a clause."""

    def _adjunct(self, child: int, predicate: Phrase) -> Adjunct | None:
        phrase = self._sure_phrase(child)
        if phrase is None:
            return None
        led = [i for i in self.tree.children(child, "case", "mark") if i < phrase.start]
        lead = [i for i in led if self.tokens[i].upos != "PROPN"]
        # A part of a title is no preposition: *(disampaikan) Wali | Kota Rina*.
        phrase = replace(phrase, start=min([phrase.start, *(i for i in led if i not in lead)]))
        if phrase.start == child and self._word(child) in fact_words("leading"):
            if child + 1 >= len(self.tokens):
                # *Harga naik sesuai*: what it leads is missing.
                return None
            lead, phrase = [child], self._up_to_comma(phrase)
        dated = any(phrase.start in covered for _, covered in self.dates)
        if dated and not lead and self._word(phrase.start - 1) in _ALONG:
            lead = [phrase.start - 1]
        if self._remarks(lead, phrase):
            return None
        start = min([*lead, phrase.start])
        preposition = " ".join(self.tokens[i].text.lower() for i in lead)
        entity = next((e for e, covered in self.entities if child in covered), None)
        phrase = self._to_its_date(phrase)
        clausal = self.tree.relation(child) == "advcl"
        agent = self._is_agent(child, predicate) or bare_agent(
            phrase, predicate, self.tokens, entity, cased=bool(preposition)
        )
        upos = self.tokens[child].upos
        role = role_of(preposition, entity, upos, clausal=clausal, agent=agent)
        amount = self._measured(phrase, preposition, predicate)
        if amount is not None:
            role, phrase = "amount", amount
        if role == "source" and self._unsourced(predicate):
            role = "other"
        phrase = self._own_place(phrase, role, preposition)
        if role == "purpose" and preposition == "untuk" and not self._aims(child):
            role = "other"
        return Adjunct(
            role=role,
            start=start,
            phrase=phrase,
            preposition=preposition,
            entity=entity,
            sure=phrase.sure,
        )

    def _remarks(self, lead: Sequence[int], phrase: Phrase) -> bool:
        """Tell whether a phrase only remarks on what is said: *sebagai catatan, …*."""
        led = [self._word(i) for i in lead] == ["sebagai"]
        return led and self._word(phrase.start) in fact_words("remarks")

    def _unsourced(self, predicate: Phrase) -> bool:
        """Tell whether *dari* leads no place: *terdiri | dari*, *lebih mahal | dari Paris*."""
        words = {self._word(i) for i in range(predicate.start, predicate.end)}
        unsourced = self._word(predicate.head) in fact_words("unsourced")
        return unsourced or bool(words & {"lebih", "kurang"})

    def _own_place(self, phrase: Phrase, role: str, preposition: str) -> Phrase:
        """Leave out where it happened: *oleh pemda | di Solo*, *di atas harga | di Lumajang*."""
        words = [self._word(i) for i in range(phrase.start, phrase.end)]
        if preposition == "secara":
            inside = range(phrase.start + 1, phrase.end)
            end = next((i for i in inside if self.tokens[i].upos == "ADP"), phrase.end)
            return replace(phrase, end=end)
        loose = (
            role == "agent"
            or preposition == "bersama"
            or (preposition == "di" and words[0] in {"atas", "bawah"})
        )
        near = next((i for i, w in enumerate(words) if i and w in fact_words("nearby")), None)
        if role == "agent" and near and "yang" not in words:
            # *Diambil Presiden Rina | pagi tadi*.
            return replace(phrase, end=phrase.start + near)
        if not loose or "di" not in words[1:] or "yang" in words:
            return phrase
        return replace(phrase, end=phrase.start + words.index("di", 1))

    def _aims(self, index: int) -> bool:
        """Tell whether a word says what is to happen: *untuk membeli*, *untuk perawatan mesin*.

        *Untuk pejalan kaki* tells for whom.
        """
        token = self.tokens[index]
        return token.upos == "VERB" or bool({"ke-", "peN-", "per-"} & set(token.segments))

    def _measured(self, phrase: Phrase, preposition: str, predicate: Phrase) -> Phrase | None:
        """Return the amount right behind a verb that says how far it goes: *turun | 2 persen*."""
        going = self._word(predicate.head) in fact_words("presenting", "rising")
        if preposition or not going or phrase.start != predicate.end:
            return None
        for entity, covered in self.entities:
            if entity.type in AMOUNTS and covered and covered[0] == phrase.start:
                return Phrase(covered[0], covered[-1] + 1, covered[0], DATED)
        return None

    def _to_its_date(self, phrase: Phrase) -> Phrase:
        """Cut off what follows a time: *pukul 07.30 Wita | dengan rute memutar*."""
        for _, covered in self.dates:
            if phrase.head in covered and covered[-1] + 1 < phrase.end:
                after = self.tokens[covered[-1] + 1]
                loose = after.upos in {"ADP", "SCONJ"} and after.text.lower() not in _SPANS
                if loose or after.text.lower() == "yang":
                    return replace(phrase, end=covered[-1] + 1)
        return phrase

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
            or (self.tree.relation(child) == "obj" and self._goes_by(verb, child))
        )  # fmt: skip

    def _goes_by(self, verb: int, child: int) -> bool:
        """Tell whether what a tree calls an object is how far something rose or fell."""
        going = self._word(verb) in fact_words("presenting", "rising")
        return going and any(
            child in covered and entity.type in AMOUNTS for entity, covered in self.entities
        )

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
            yield one if end == one.end else replace(one, phrase=replace(one.phrase, end=end))

    def _without_pointer(self, adjunct: Adjunct) -> Adjunct:
        """Leave the *itu* behind a relative clause to its noun: *pasar yang dibuka Budi itu*."""
        related = "yang" in {self._word(adjunct.start - back) for back in (2, 3)}
        points = adjunct.end - 1 > adjunct.phrase.start and self._word(adjunct.end - 1) in _POINTERS
        named = any(
            e.type in _NAMES and covered and covered[-1] == adjunct.end - 2
            for e, covered in self.entities
        )
        if not related or not points or (adjunct.preposition and not named):
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
            if (
                self.tokens[before].upos in {"NOUN", "PROPN", "DET"}
                or self._word(before) in _OTHERS
            ):
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
