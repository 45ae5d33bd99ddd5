"""The subject of a clause: before its verb, lent by another clause, or the noun before *yang*.

Source: Sneddon et al. (2010), *Indonesian: A Comprehensive Grammar*, ch. 3.
"""

from dataclasses import replace

from quizgen.language.circumstances import fact_words
from quizgen.language.clause_parts import Parts
from quizgen.language.trees import Phrase

_NAMED_SUBJECT = 0.85
"""Confidence that word order alone gives, whatever the tree says."""
_LINKED = 0.2
"""Below this the tree speaks against a subject that word order allows."""
_BREAKS = frozenset({"", ",", "-", "—", "–"})
_MARKS = frozenset({"bahwa", "“", '"', "–", "—"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})


class SubjectReader(Parts):
    """Reads the subject of a clause."""

    def _subject(self, head: int) -> tuple[Phrase | None, bool]:
        """Return the subject, and whether a coordinated clause lends it."""
        subjects = self._subjects(head)
        relation = self.tree.relation(head)
        if relation.startswith("acl"):
            relative = any(self.tokens[i].text.lower() == "yang" for i in subjects)
            return (self._antecedent(head) if relative else None), False
        if len(subjects) == 1:
            return self._noun_phrase(subjects[0]), False
        if not subjects and relation in {"root", "parataxis"}:
            return self._bare_subject(head), False
        if not subjects and relation == "conj":
            first = self.tokens[head].head
            lent = self._subjects(first) if first is not None else []
            if len(lent) == 1 and first is not None and self.tokens[first].upos == "VERB":
                return self._sure_phrase(lent[0]), True
        return None, False

    def _named_subject(self, subject: Phrase, predicate: Phrase) -> Phrase:
        """Trust a name or a plain noun phrase right before the verb: it is the subject.

        A name may follow any comma, other nouns only the one that closes a fronted phrase.
        """
        start = subject.start
        before = self.tokens[start - 1].text if start else ""
        named = before in _BREAKS and self._ends_in_name(subject)
        clear = self._plain_subject(subject) and (
            start == 0 or before in _MARKS or (before == "," and self._fronted(start))
        )
        linked = self._arc(subject.head) >= _LINKED
        if subject.end != predicate.start or not linked or not (named or clear):
            return subject
        return Phrase(start, subject.end, subject.head, max(subject.sure, _NAMED_SUBJECT))

    def _undated(self, subject: Phrase) -> Phrase:
        """Leave out a date before the subject: *Selasa (10/6) | PT Timah memasang …*."""
        for _, covered in self.dates:
            if covered and covered[0] == subject.start and covered[-1] + 1 < subject.end:
                return replace(subject, start=covered[-1] + 1)
        return subject

    def _plain_subject(self, subject: Phrase) -> bool:
        """Tell whether a phrase is nothing but nouns and their attributes: *warga desa itu*."""
        inside = self.tokens[subject.start : subject.end]
        if any(t.upos not in _NOMINAL for t in inside) or inside[-1].text.lower() in fact_words(
            "adverbs"
        ):
            return False
        dated = any(
            subject.start <= covered[0] < subject.end for _, covered in self.dates if covered
        )
        return not dated and inside[0].upos in {"NOUN", "PROPN", "NUM", "DET"}

    def _fronted(self, start: int) -> bool:
        """Tell whether all before a comma is one phrase that a preposition or adverb opens."""
        front = self.tokens[: start - 1]
        return (
            bool(front)
            and front[0].upos in {"ADP", "ADV", "SCONJ", "CCONJ"}
            and not any(t.upos == "VERB" or t.text == "," for t in front)
        )

    def _bare_subject(self, head: int) -> Phrase | None:
        """Return a name right before the verb that the tree calls a circumstance.

        Without a preposition a person or a body before an active verb can only be its subject.
        """
        for child in self.tree.children(head, "obl", "dislocated", "nmod"):
            phrase = self.tree.phrase(child) if child < head else None
            cased = self.tree.children(child, "case")
            nominal = phrase and self.tokens[phrase.start].upos in {"NOUN", "PROPN"}
            if phrase and nominal and not cased and self._ends_in_name(phrase):
                return Phrase(phrase.start, phrase.end, phrase.head, _NAMED_SUBJECT)
        return None

    def _antecedent(self, head: int) -> Phrase | None:
        noun = self.tokens[head].head
        assert noun is not None
        if self.tree.relation(noun) == "appos":
            noun = self.tokens[noun].head or noun
        outer = self.tree.children(noun, "nsubj", "cop", "advmod", "mark", "parataxis")
        phrase = self.tree.phrase(noun, without={head, *outer})
        if phrase is None or self._denied(phrase) or not self._plain_antecedent(phrase):
            return None
        return self._with_sure(phrase, self._arc(head))

    def _denied(self, phrase: Phrase) -> bool:
        """Tell whether a noun is said not to be there: *tidak ada warga yang terluka*."""
        before = [self._word(phrase.start - 2), self._word(phrase.start - 1)]
        return before[1] == "tiada" or (before[1] == "ada" and before[0] in fact_words("negation"))

    def _plain_antecedent(self, phrase: Phrase) -> bool:
        """Tell whether *yang* can only belong to the whole phrase: a name, or one noun.

        In *lulusan program yang diselenggarakan kementerian* either noun could be meant.
        """
        start, end = self.tokens[phrase.start].start, self.tokens[phrase.end - 1].end
        if any(e.start == start and e.end == end for e, _ in self.entities):
            return True
        words = self.tokens[phrase.start : phrase.end]
        return sum(token.upos in {"NOUN", "PROPN"} for token in words) == 1

    def _noun_phrase(self, head: int) -> Phrase | None:
        """Return the phrase of a subject, None for a bare *yang*, which names nothing."""
        return None if self._word(head) == "yang" else self._sure_phrase(head)

    def _before(self, subject: Phrase, predicate: Phrase) -> bool:
        """Tell whether the subject stands before the verb with nothing else between."""
        if subject.end > predicate.start:
            return False
        if subject.start and self.tokens[subject.start - 1].upos in {"NOUN", "PROPN", "NUM"}:
            # The phrase is cut: *(Wali) Kota*, *keluarga masa (kini)*.
            return False
        between = self.tokens[subject.end : predicate.start]
        if between and between[0].text.lower() == "kini":
            return self.tokens[subject.end - 1].text.lower() not in {"masa", "zaman"}
        return all(
            token.upos in {"PUNCT", "ADV", "PART", "AUX"} or token.text.lower() == "yang"
            for token in between
        )
