"""The object of a clause, without the circumstances that a parser leaves in it.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from dataclasses import replace

from quizgen.language.circumstances import fact_words
from quizgen.language.clause_parts import DATED, Parts
from quizgen.language.fact import Adjunct
from quizgen.language.speech import kind_of_saying
from quizgen.language.trees import Phrase

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_FILLING, _LINKED = 0.85, 0.3
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
            on = covered[0] - 1 if covered else -1
            ends = bool(covered) and covered[-1] == phrase.end - 1
            if ends and self._word(on) == "pada" and on > phrase.head:
                day = Phrase(covered[0], phrase.end, covered[0], DATED)
                time = Adjunct(
                    role="time",
                    start=on,
                    phrase=day,
                    preposition="pada",
                    entity=entity,
                    sure=DATED,
                )
                return self._with_sure(replace(phrase, end=on), self._arc(phrase.head)), (time,)
        return None

    def _object(self, verb: int, head: int, predicate: Phrase) -> Phrase | None:
        found = self.tree.children(verb, "obj") or self.tree.children(head, "obj")
        if len(found) != 1 or found[0] < predicate.end:
            return None
        if self._word(verb) in fact_words("presenting"):
            return None
        phrase = self._sure_phrase(found[0])
        if phrase is None or phrase.start != predicate.end:
            return None
        phrase = self._without_goal(self._without_duration(phrase))
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
        if moved or self._word(phrase.head) in fact_words("ways"):
            return phrase
        for index in range(phrase.head + 1, phrase.end - 1):
            if self._word(index) == "yang":
                return phrase
            if self._word(index) == "ke":
                return replace(phrase, end=index)
        return phrase

    def _filling(self, phrase: Phrase) -> Phrase:
        """Trust an object with a relative clause that fills the sentence to its end.

        Whatever hangs on what behind *yang*, all of it belongs to the object.
        """
        words = [token.text.lower() for token in self.tokens[phrase.start : phrase.end]]
        last = phrase.end == len(self.tokens) - 1 and self.tokens[-1].text in {".", "!"}
        if not last or "yang" not in words or "," in words or self._arc(phrase.head) < _LINKED:
            return phrase
        before = self.tokens[phrase.start : phrase.start + words.index("yang")]
        plain = all(token.upos in _NOMINAL for token in before)
        outer = any(word in fact_words("outer") for word in words)
        return replace(phrase, sure=max(phrase.sure, _FILLING)) if plain and not outer else phrase

    def _without_duration(self, phrase: Phrase) -> Phrase:
        """Cut off how long something took: *panen 500 kilogram | dalam 45 hari*."""
        for index in range(phrase.head + 1, phrase.end - 2):
            long = self._word(index) in {"dalam", "selama"} and self.tokens[index + 1].upos == "NUM"
            if long and self._word(index + 2) in fact_words("times"):
                return replace(phrase, end=index)
        return phrase
