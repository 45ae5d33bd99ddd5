"""Clauses without a verb (*Angka itu kecil*) and with their subject behind it (*Ada dua korban*).

Indonesian needs no copula: an adjective, a noun or an amount says what the subject is. Where
nothing but word order parts the two, only a subject that is over (*itu*, *-nya*, a name, a
pronoun) or a helper between (*masih, bukan, sangat*) tells them apart.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, 3.9-3.16 and 3.36.
"""

from quizgen.language.circumstances import fact_words
from quizgen.language.clause_parts import Parts
from quizgen.language.trees import Phrase

_HEADS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_CLAUSES = frozenset({"root", "parataxis", "ccomp", "conj", "advcl"})
_OUTSIDE = ("nsubj", "csubj", "obl", "advcl", "parataxis", "conj", "ccomp", "mark", "cc", "cop",
            "discourse", "dep", "punct")  # fmt: skip
_SINGLE, _HEADED = 0.75, 0.5
"""Confidence of one adjective behind a helper, and the least that its own arc must have."""
_BETWEEN = frozenset({"ADV", "PART", "AUX"})


class StateReader(Parts):
    """Reads predicates without a verb, and subjects behind a verb of being."""

    def _states(self, head: int) -> bool:
        """Tell whether a word without a verb says what a subject before it is."""
        token = self.tokens[head]
        if token.upos not in _HEADS or self.tree.relation(head) not in _CLAUSES:
            return False
        if self.tree.children(head, "cop") or self._word(head) in fact_words("nonverbs", "leading"):
            return False
        subjects = self._subjects(head)
        stated = self._stated(head)
        if len(subjects) != 1 or stated is None:
            return False
        subject = self.tree.phrase(subjects[0])
        if subject is None or subject.end != stated.start or self._word(subjects[0]) == "yang":
            return False
        return self._parted(subject, stated, token.upos)

    def _parted(self, subject: Phrase, stated: Phrase, upos: str) -> bool:
        """Tell whether it is clear where the subject ends: *Angka itu | kecil*."""
        helped = self.tokens[stated.start].upos in _BETWEEN
        last = self.tokens[subject.end - 1]
        over = (
            last.upos in {"DET", "PRON"}
            or bool(last.clitics)
            or (self._ends_in_name(subject) and upos == "ADJ")
        )
        verbal = any(t.upos == "VERB" for t in self.tokens[stated.start : stated.end])
        return (helped or over) and not (verbal and upos != "ADJ" and not helped)

    def _stated(self, head: int) -> Phrase | None:
        """Return what is said of a subject: *masih sangat rendah*, *pemain asal Malang*."""
        subject = next(iter(self._subjects(head)), -1)
        outside = [i for i in self.tree.children(head) if i < subject]
        phrase = self._sure_phrase(head, without=[*self.tree.children(head, *_OUTSIDE), *outside])
        if phrase is None:
            return None
        start = phrase.start
        while (
            start
            and self.tokens[start - 1].upos in _BETWEEN
            and self.tokens[start - 1].head in {head, start}
        ):
            start -= 1
        single = phrase.end == head + 1 and start < head and self.tokens[head].upos == "ADJ"
        clear = single and self._arc(head) >= _HEADED
        return Phrase(start, phrase.end, head, max(phrase.sure, _SINGLE) if clear else phrase.sure)
