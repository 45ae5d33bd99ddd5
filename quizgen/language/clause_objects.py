"""The object of a clause, without the circumstances that a parser leaves in it.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from dataclasses import replace

from quizgen.language.circumstances import fact_words
from quizgen.language.clause_parts import DATED, Parts
from quizgen.language.fact import Adjunct
from quizgen.language.speech import kind_of_saying
from quizgen.language.trees import Phrase
from quizgen.model import Entity

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_PRESENTING, _PRESENTED = 0.75, 0.3
"""The same for a subject behind a verb of being, which a tree may call its object."""
_LOOSE = frozenset({"di", "bagi", "dari", "asal"})
"""Prepositions that bind nouns before a verb, but may lead a circumstance behind one."""
_FILLING, _LINKED = 0.85, 0.4
"""Confidence of an object that word order settles, and the least that its own arc must have."""


class ObjectReader(Parts):
    """Reads the object of a clause."""

    def _objects(
        self, verb: int, head: int, predicate: Phrase
    ) -> tuple[Phrase | None, tuple[Adjunct, ...], bool]:
        """Return the object, a recipient cut from it, and whether a verb follows it.

        In *memastikan kegiatan berjalan* the noun is the subject of what comes after it.
        """
        phrase = self._object(verb, head, predicate)
        if phrase is None:
            return None, (), False
        if phrase.end < len(self.tokens) and self.tokens[phrase.end].upos in {"VERB", "AUX"}:
            return None, (), True
        dated = self._dated_object(phrase)
        if dated:
            return *dated, False
        cut = next((i for i in range(phrase.head, phrase.end) if self._word(i) == "kepada"), None)
        if cut is None or cut + 1 >= phrase.end:
            return phrase, (), False
        person = Phrase(cut + 1, phrase.end, cut + 1, phrase.sure)
        given = Adjunct(
            role="recipient", start=cut, phrase=person, preposition="kepada", sure=phrase.sure
        )
        return Phrase(phrase.start, cut, phrase.head, phrase.sure), (given,), False

    def _dated_object(self, phrase: Phrase) -> tuple[Phrase, tuple[Adjunct, ...]] | None:
        """Cut off the date of the whole clause: *meresmikan pasar | pada 5 Mei*.

        What names an event may have a date of its own: *menyelidiki kebakaran pada 5 Mei*.
        """
        words = [token.text.lower() for token in self.tokens[phrase.start : phrase.end]]
        event = {"ke-", "peN-", "per-", "-an"} & set(self.tokens[phrase.head].segments)
        if event or "yang" in words:
            return None
        for entity, covered in self.dates:
            if not covered or covered[-1] != phrase.end - 1:
                continue
            on = covered[0] - (self._word(covered[0] - 1) in {"pada", "sepanjang"})
            # *Mencapai rekor tertinggi | pekan lalu*.
            near = self._word(covered[0]) in fact_words("recent") and on == covered[0]
            if (near or on < covered[0]) and phrase.head < on - near:
                time = self._day(entity, on, covered[0], phrase.end)
                if near:
                    return replace(phrase, end=on), (time,)
                return self._with_sure(replace(phrase, end=on), self._arc(phrase.head)), (time,)
        return None

    def _day(self, entity: Entity, on: int, first: int, end: int) -> Adjunct:
        """Return a date as a circumstance; ``on`` is where its preposition stands."""
        return Adjunct(
            role="time",
            start=on,
            phrase=Phrase(first, end, first, DATED),
            preposition=self._word(on) if on < first else "",
            entity=entity,
            sure=DATED,
        )

    def _object(self, verb: int, head: int, predicate: Phrase) -> Phrase | None:
        found = self.tree.children(verb, "obj") or self.tree.children(head, "obj")
        if len(found) != 1 or found[0] < predicate.end:
            return None
        if self._word(verb) in fact_words("presenting", "rising"):
            return None
        phrase = self._sure_phrase(found[0])
        if phrase and phrase.start < predicate.end <= phrase.head:
            phrase = replace(phrase, start=predicate.end)
        if phrase is None or phrase.start != predicate.end:
            return None
        adverbs = fact_words("adverbs", "firsts") | {"sendiri"}
        if phrase.end == phrase.start + 1 and self._word(phrase.start) in adverbs:
            return None
        phrase = self._without_goal(self._without_duration(phrase))
        phrase = self._without_rate(phrase, self._word(verb))
        last = phrase.end - 1
        loose = last > phrase.head and self._word(last) in fact_words("trailing")
        if loose and self._word(last - 1) != "yang":
            phrase = replace(phrase, end=last)
        phrase = self._without_just_now(phrase)
        if self._word(verb) in fact_words("staging"):
            phrase = self._without_stage(phrase)
        if kind_of_saying(self._word(verb)) not in {"opinion", "order"}:
            phrase = self._filling(phrase)
        timed = self._word(phrase.start) in {"tiap", "setiap"} and self._word(
            phrase.start + 1
        ) in fact_words("times")
        cut = (
            timed
            or self.tokens[phrase.head].upos == "ADJ"
            or self.tokens[phrase.end - 1].upos == "ADP"
        )
        return None if cut or self._word(phrase.start) in fact_words("negation") else phrase

    def _without_goal(self, phrase: Phrase) -> Phrase:
        """Cut off where something was taken: *membuang hasil panen | ke jalan*."""
        moved = {"ke-", "peN-", "per-", "-an"} & set(self.tokens[phrase.head].segments)
        gives = self._word(phrase.start - 1) in fact_words("handing")
        if not gives and (moved or self._word(phrase.head) in fact_words("ways")):
            return phrase
        for index in range(phrase.head + 1, phrase.end - 1):
            if self._word(index) == "yang":
                return phrase
            if self._word(index) == "ke":
                return replace(phrase, end=index)
        return phrase

    def _without_just_now(self, phrase: Phrase) -> Phrase:
        """Cut off when it was: *melawan Persib | tadi*, *menghadiri pernikahan | siang tadi*."""
        last = phrase.end - 1
        if self._word(last) in fact_words("particles") and last > phrase.head:
            return replace(phrase, end=last)
        if self._word(last) not in {"tadi", "kemarin"} or last <= phrase.head:
            return phrase
        if self._word(last - 1) in fact_words("nearby") and last - 1 > phrase.head:
            return replace(phrase, end=last - 1)
        named = self.tokens[last - 1].upos == "PROPN"
        return replace(phrase, end=last) if named else phrase

    def _without_rate(self, phrase: Phrase, verb: str) -> Phrase:
        """Cut off how far or for how much: *menaikkan tarif | sebesar 5 %*, *beras | seharga …*."""
        rates = {"seharga"} | ({"sebesar"} if verb in fact_words("changing") else set())
        for index in range(phrase.head + 1, phrase.end):
            if self._word(index) == "yang":
                return phrase
            if self._word(index) in rates:
                return replace(phrase, end=index)
        return phrase

    def _without_stage(self, phrase: Phrase) -> Phrase:
        """Cut off where something is held: *menggelar rapat | di Hotel Melati*."""
        words = [self._word(i) for i in range(phrase.start, phrase.end)]
        if "yang" in words or "di" not in words[1:]:
            return phrase
        return replace(phrase, end=phrase.start + words.index("di"))

    def _filling(self, phrase: Phrase) -> Phrase:
        """Trust an object that fills the sentence to its end.

        Whatever hangs on what behind *yang* or a preposition that binds nouns (*minat terhadap
        saham*), all of it belongs to the object.
        """
        if self._arc(phrase.head) < _LINKED or not self._ends(phrase.end):
            return phrase
        bound = self._whole(phrase)
        return replace(phrase, sure=max(phrase.sure, _FILLING)) if bound else phrase

    def _presented(self, head: int, predicate: Phrase) -> Phrase | None:
        """Return the subject behind a verb of being: *Terdapat | tiga perahu yang bocor*."""
        if self._word(predicate.head) not in fact_words("existing"):
            return None
        behind = [i for i in self.tree.children(head, "nsubj", "obj") if i > predicate.head]
        if len(behind) != 1 or any(i < head for i in self._subjects(head)):
            return None
        phrase = self._sure_phrase(behind[0])
        if phrase is None or phrase.start != predicate.end:
            return None
        if self.tokens[phrase.head].upos not in {"NOUN", "PROPN"}:
            return None
        clear = self._arc(phrase.head) >= _PRESENTED and self._ends(phrase.end, (",",))
        bound = clear and self._whole(phrase)
        return replace(phrase, sure=max(phrase.sure, _PRESENTING)) if bound else phrase

    def _whole(self, phrase: Phrase) -> bool:
        """Tell whether a phrase holds nothing before *yang* that a verb could own."""
        words = [token.text.lower() for token in self.tokens[phrase.start : phrase.end]]
        related = words.index("yang") if "yang" in words else len(words)
        outer = any(word in fact_words("outer") for word in words)
        free = range(phrase.start, phrase.start + related)
        # *Pagar yang memisahkan dua kebun dan kembali …*: the second verb may be the clause's.
        goes_on = any(
            self.tokens[i].upos == "CCONJ" and self.tokens[i + 1].upos in {"VERB", "AUX", "ADV"}
            for i in range(phrase.start + related, phrase.end - 1)
        )
        plain = "," not in words and not outer and not goes_on
        return plain and all(self._bound(i, phrase) for i in free)

    def _ends(self, end: int, others: tuple[str, ...] = ()) -> bool:
        """Tell whether a sentence or a quotation ends at a token, or another mark stands there."""
        if end < len(self.tokens) and self.tokens[end].text in others:
            return True
        rest = [token.text for token in self.tokens[end : end + 2]]
        return rest[:1] in ([], ["."], ["!"], ['"'], ["”"]) or rest in ([",", '"'], [",", "”"])

    def _bound(self, index: int, phrase: Phrase) -> bool:
        """Tell whether a word before *yang* can only be a part of the object."""
        token, word = self.tokens[index], self._word(index)
        timed = any(index in covered for _, covered in self.dates)
        if timed or word in fact_words("leading") - fact_words("binding"):
            return False
        if token.upos == "CCONJ":
            return index + 1 in phrase and self.tokens[index + 1].upos in _NOMINAL
        binds = word in fact_words("binding") - _LOOSE and index > phrase.head
        return token.upos in _NOMINAL or token.upos == "SYM" or binds

    def _without_duration(self, phrase: Phrase) -> Phrase:
        """Cut off how long something took: *panen 500 kilogram | dalam 45 hari*."""
        for index in range(phrase.head + 1, phrase.end - 2):
            long = self._word(index) in {"dalam", "selama"} and self.tokens[index + 1].upos == "NUM"
            if long and self._word(index + 2) in fact_words("times"):
                return replace(phrase, end=index)
        return phrase
