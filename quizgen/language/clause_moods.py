"""Whether a clause is told as a fact, and what it hangs on when *dan* ties it to another one.

*Jika harga naik* supposes, *untuk membuka pasar dan menarik pembeli* aims twice: a clause that
is coordinated with another one shares its mood.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, 3.120-3.128.
"""

from quizgen.language.circumstances import fact_words
from quizgen.language.clause_parts import Parts
from quizgen.language.speech import kind_of_saying
from quizgen.language.trees import Phrase

_SHARED = frozenset({"conj", "xcomp"})
_MARKED = frozenset({"advcl", "acl"})
_TURNS = frozenset({"tetapi", "tapi", "namun", "melainkan", "sedangkan"})
_ASSERTED = frozenset({"root", "parataxis", "ccomp"})


class MoodReader(Parts):
    """Reads what a clause hangs on and whether it is supposed."""

    def _first(self, head: int) -> int:
        """Return the head of the first clause that a clause is coordinated with, or its own."""
        while self.tree.relation(head) == "conj" and self.tokens[head].head not in {None, head}:
            above = self.tokens[head].head
            if above is None or self.tokens[above].upos not in {"VERB", "ADJ"}:
                break
            head = above
        return head

    def _relation(self, head: int, supposed: bool) -> str:
        """Return the relation of a clause: that of an aim for the second verb of two aims."""
        relation = self.tree.relation(head)
        if relation == "conj" and not self._subjects(head):
            first = self.tree.relation(self._first(head))
            relation = first if first in {*_MARKED, "acl:relcl"} else relation
        timed = any(
            self._word(i) in fact_words("temporal", "concession") for i in self._marks(head)
        )
        return "advcl" if (supposed or timed) and relation in _ASSERTED else relation

    def _supposed(self, head: int, subject: Phrase | None, predicate: Phrase) -> bool:
        """Tell whether a clause stands under *jika*, itself or what it belongs to."""
        start = min(predicate.start, subject.start if subject else predicate.start)
        if any(token.text == "?" for token in self.tokens[predicate.end :]):
            return True
        opened = self._supposes(start - 1) or self._supposes(start)
        if self.tree.relation(head) == "acl:relcl" or opened:
            return opened and self.tree.relation(head) != "acl:relcl"
        at: int | None = head
        while at is not None:
            if any(self._supposes(mark) for mark in self._marks(at)):
                return True
            goes_up = self.tree.relation(at) in _SHARED and not self._subjects(at)
            at = self.tokens[at].head if goes_up else None
        return False

    def _wanted(self, head: int) -> bool:
        """Tell whether a second verb shares the first one's *akan*: *akan datang dan melihat*."""
        first = self._first(head)
        own = self.tokens[first + 1 : head]
        if any(t.upos in {"AUX", "ADV", "PART", "SCONJ"} for t in own[-2:]):
            return False
        before = [self._word(i) for i in self.tree.children(first) if i < first]
        joined = not any(t.text.lower() in _TURNS for t in own)
        return joined and bool(set(before) & fact_words("open"))

    def _aimed(self, head: int, predicate: Phrase) -> bool:
        """Tell whether a clause is aimed at or asked for: *untuk membuka*, *diminta | membuka*.

        What it is coordinated with, or what governs it, says so for it as well; so does an aim for
        the deed of what it is to bring: *untuk mendidik guru | yang melatih siswa*.
        """
        if self._led_to_aim(predicate.start) or self._hangs_on_aim(head):
            return True
        if self.tree.relation(head) != "acl:relcl":
            return False
        noun = self.tokens[head].head
        over = self._clause_over(noun)
        deed = self.tokens[head].segments[:1] == ("meN-",) or self._word(head - 1) == "turut"
        return over is not None and deed and (self._hangs_on_aim(over) or self._wants(over))

    def _led_to_aim(self, start: int) -> bool:
        """Tell whether what stands before a verb makes it an aim: *dalam rangka*, *upaya dalam*."""
        before, noun = self._word(start - 1), self._word(start - 2).removesuffix("nya")
        aims = noun in fact_words("aiming") and before == "dalam"
        return before in fact_words("purpose") or before in {"rangka", "saatnya"} or aims

    def _hangs_on_aim(self, head: int) -> bool:
        at: int | None = head
        while at is not None:
            if not fact_words("purpose").isdisjoint(self._word(i) for i in self._marks(at)):
                return True
            relation, above = self.tree.relation(at), self.tokens[at].head
            under = above is not None and above != at
            if relation in {"xcomp", "ccomp"} and under and self._asks(above or 0):
                return True
            shared = relation in _SHARED and under and not (at == head and self._subjects(at))
            at = above if shared else None
        return False

    def _clause_over(self, index: int | None) -> int | None:
        """Return the verb that a noun belongs to."""
        while index is not None and self.tokens[index].upos != "VERB":
            above = self.tokens[index].head
            if above is None or above == index:
                return None
            index = above
        return index

    def _wants(self, index: int) -> bool:
        return self._word(index) in fact_words("wanting")

    def _asks(self, index: int) -> bool:
        word = self._word(index)
        return kind_of_saying(word) in {"order", "hope"} or word in fact_words("asked_for")

    def _of_nothing(self, head: int, subject: Phrase | None) -> bool:
        """Tell whether a relative clause is of what there is not: *tidak ada negara yang rela*."""
        if subject is None or self.tree.relation(head) != "acl:relcl" or subject.start < 2:
            return False
        there, before = self._word(subject.start - 1), self._word(subject.start - 2)
        return there == "ada" and before in fact_words("negation")

    def _marks(self, head: int) -> list[int]:
        """Return the words that lead a clause; before a comma they only link: *Meski demikian,*."""
        marks = [i for i in self.tree.children(head, "mark", "advmod") if i < head]
        return [i for i in marks if "," not in {t.text for t in self.tokens[i:head]}]

    def _supposes(self, index: int) -> bool:
        """Tell whether a word opens a condition or a wish; *tahu kalau* only means *bahwa*."""
        word = self._word(index)
        origin = word == "asal" and self.tokens[index].upos != "SCONJ"
        told = word == "kalau" and index > 0 and self.tokens[index - 1].upos == "VERB"
        return word in fact_words("condition", "wish", "asking") and not origin and not told
